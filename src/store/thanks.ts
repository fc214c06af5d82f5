import type { IdeaId } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decodeAll, encode } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

const untoldKey = (idea: IdeaId) => `thanked|${idea}`;

/** Keeps a person's thanks for an idea. False where they have said thanks before. */
export const putThanks = async (rows: Rows, team: TeamId, idea: IdeaId, person: PersonId): Promise<boolean> => {
  const thanks: Change = { do: "insert", key: `thanks|${idea}|${person}`, values: encode(rowKinds.thanks, {}) };
  const untold: Change = { do: "put", key: untoldKey(idea), values: encode(rowKinds.thanked, {}) };
  return (await rows.commit(teamPartition(team), [thanks, untold])) === "done";
};

/** Ideas with thanks that nobody has been told of. */
export const readThanked = async (rows: Rows, team: TeamId): Promise<readonly { readonly idea: IdeaId; readonly tag: string }[]> => {
  const found = await rows.list(teamPartition(team), under("thanked"));
  decodeAll(rowKinds.thanked, teamPartition(team), found);
  return found.map(({ key, tag }) => ({ idea: key.slice(untoldKey("").length), tag }));
};

/** Counts thanks as told, and names the people who said them. @param once the telling: thanks of an earlier one are left out, its own come back each time */
export const tellThese = async (rows: Rows, team: TeamId, idea: IdeaId, once: string): Promise<readonly PersonId[]> => {
  const partition = teamPartition(team);
  const found = await rows.list(partition, under(`thanks|${idea}`));
  const thanks = decodeAll(rowKinds.thanks, partition, found).map(({ told }, at) => ({ told, key: found[at]?.key ?? "" }));
  for (const { told, key } of thanks)
    if (told === undefined) await rows.commit(partition, [{ do: "merge", key, values: encode(rowKinds.thanks, { told: once }) }]);
  return thanks.flatMap(({ told = once, key }) => (told === once ? [key.split("|")[2] ?? ""] : []));
};

/** Notes that the thanks for an idea were told. Where somebody has said thanks meanwhile, these wait for the next telling. */
export const dropThanked = async (rows: Rows, team: TeamId, { idea, tag }: { readonly idea: IdeaId; readonly tag: string }) => {
  await rows.commit(teamPartition(team), [{ do: "delete", key: untoldKey(idea), tag }]);
};

/** The number of thanks that some ideas have, told or not. */
export const countThanks = async (rows: Rows, team: TeamId, ideas: readonly IdeaId[]): Promise<number> => {
  const found = await Promise.all(ideas.map((idea) => rows.list(teamPartition(team), under(`thanks|${idea}`))));
  return found.reduce((sum, { length }) => sum + length, 0);
};
