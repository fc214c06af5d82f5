import type { IdeaId } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decodeAll, encode } from "./record.ts";
import { guardOf, readSend } from "./send.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

/** A message about one idea in somebody's own chat, which is found from the idea: when the idea is withdrawn, its words go from there too. */
type Said = { readonly key: string; readonly person: PersonId; readonly messageId: string };

const saidKey = (id: IdeaId, guardKey: string) => `said|${id}|${guardKey}`;

/** @param guardKey of the message's guard, which knows its id in Teams */
export const putSaid = (id: IdeaId, guardKey: string): Change => ({
  do: "put",
  key: saidKey(id, guardKey),
  values: encode(rowKinds.said, {}),
});

/** The messages about an idea that Teams has told the ids of. */
export const readSaid = async (rows: Rows, team: TeamId, id: IdeaId): Promise<readonly Said[]> => {
  const partition = teamPartition(team);
  const found = await rows.list(partition, under(`said|${id}`));
  decodeAll(rowKinds.said, partition, found);
  const said = await Promise.all(
    found.map(async ({ key }) => {
      const guardKey = key.slice(saidKey(id, "").length);
      const person = guardKey.split("|")[2];
      const messageId = (await readSend(rows, partition, guardOf(guardKey)))?.messageId;
      return person !== undefined && messageId !== undefined ? [{ key, person, messageId }] : [];
    }),
  );
  return said.flat();
};

/** Its words are there no more. */
export const dropSaid = async (rows: Rows, team: TeamId, { key }: Said): Promise<void> => {
  await rows.commit(teamPartition(team), [{ do: "delete", key }]);
};
