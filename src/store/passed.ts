import type { IdeaId } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { asSend, guardOf, type StoredSend } from "./send.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

type PassedColumns = Of<typeof rowKinds.passed>;

/** The post of an idea in a coordinators' channel. It copies no text: Gnist reads the idea again each time it shows it. `id` names it among the idea's posts. */
export type StoredPassed = Pick<PassedColumns, "to" | "channelId" | "shownHash" | "renewedAt"> & StoredSend & { readonly id: string };

/** The id of the post that follows a step, and the step that a post follows. */
export const passedIdOf = (step: string): string => step.split("|").slice(2).join("|");
export const passedStepOf = (idea: IdeaId, id: string): string => `step|${idea}|${id}`;

const passedKey = (idea: IdeaId, id: string) => `passed|${idea}|${id}`;

export const passedGuard = (idea: IdeaId, id: string) => guardOf(passedKey(idea, id));

export const insertPassed = (idea: IdeaId, step: string, where: Pick<PassedColumns, "to" | "channelId">): Change => ({
  do: "insert",
  key: passedKey(idea, passedIdOf(step)),
  values: encode(rowKinds.passed, where),
});

export const mergePassed = (
  idea: IdeaId,
  id: string,
  facts: Pick<Partial<PassedColumns>, "shownHash" | "renewedAt" | "delivery" | "channelId">,
  tag?: string,
): Change => ({
  do: "merge",
  key: passedKey(idea, id),
  ...(tag === undefined ? {} : { tag }),
  values: encode(rowKinds.passed, facts),
});

export const readPassed = async (rows: Rows, team: TeamId, idea: IdeaId, id: string): Promise<StoredPassed | undefined> => {
  const row = await rows.get(teamPartition(team), passedKey(idea, id));
  if (!row) return undefined;
  const {
    delivery: _delivery,
    sentAt: _at,
    why: _why,
    messageId: _message,
    form: _form,
    ...passed
  } = decode(rowKinds.passed, teamPartition(team), row);
  return { ...passed, ...asSend(row), id, tag: row.tag };
};

/** The name of a post, for the coordinators' team in whose channel it is. */
type PassedHere = { readonly team: TeamId; readonly idea: IdeaId; readonly passed: string };

export const putPassedHere = async (rows: Rows, office: TeamId, { team, idea, passed }: PassedHere): Promise<void> => {
  await rows.commit(teamPartition(office), [
    { do: "put", key: `passed-here|${team}|${idea}|${passed}`, values: encode(rowKinds.passedHere, {}) },
  ]);
};

/** Every idea that was passed on to a team: a long read, for jobs alone. */
export const readPassedHere = async (rows: Rows, office: TeamId): Promise<readonly PassedHere[]> => {
  const found = await rows.list(teamPartition(office), under("passed-here"));
  decodeAll(rowKinds.passedHere, teamPartition(office), found);
  return found.map(({ key }) => {
    const [, team = "", idea = "", ...passed] = key.split("|");
    return { team, idea, passed: passed.join("|") };
  });
};
