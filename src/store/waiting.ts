import type { Idea, IdeaId } from "../domain/idea/idea.ts";
import type { WaitingText } from "../domain/idea/waiting.ts";
import type { TeamId } from "../domain/ids.ts";
import { omit } from "../domain/omit.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { insertIdea } from "./change-idea.ts";
import { rowKinds } from "./kinds.ts";
import { decode, encode } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";
import { insertVoice, voiceKey } from "./voice.ts";

/** A waiting text as it was read. `id` is the id of the idea that it becomes. */
export type StoredWaiting = WaitingText & { readonly id: IdeaId; readonly tag: string };

const waitingKey = (id: IdeaId) => `waiting|${id}`;

const asWaiting = (team: TeamId, row: Row): StoredWaiting => ({
  ...decode(rowKinds.waiting, teamPartition(team), row),
  id: row.key.slice("waiting|".length),
  tag: row.tag,
});

export const readWaitingText = async (rows: Rows, team: TeamId, id: IdeaId): Promise<StoredWaiting | undefined> => {
  const row = await rows.get(teamPartition(team), waitingKey(id));
  return row && asWaiting(team, row);
};

/** The waiting texts of a team in the order of their ids, which is a random one. */
export const readAllWaiting = async (rows: Rows, team: TeamId): Promise<readonly StoredWaiting[]> =>
  (await rows.list(teamPartition(team), under("waiting"))).map((row) => asWaiting(team, row));

/**
 * Keeps a text beside a voice of its author, which a usual answer from the same form would write too: the store then refuses the second of the two, and no answer
 * needs a look before it.
 */
export const insertWaiting = (id: IdeaId, waiting: WaitingText): readonly Change[] => [
  { do: "insert", key: waitingKey(id), values: encode(rowKinds.waiting, waiting) },
  insertVoice(id, waiting.person, { waits: true }),
];

/** Replaces a waiting text that was read (compare-and-set). */
export const putWaiting = ({ id, tag, ...waiting }: StoredWaiting): Change => ({
  do: "put",
  key: waitingKey(id),
  values: encode(rowKinds.waiting, waiting),
  tag,
});

export const deleteWaiting = ({ id, tag, person }: StoredWaiting): readonly Change[] => [
  { do: "delete", key: waitingKey(id), tag },
  { do: "delete", key: voiceKey(id, person) },
];

/** Puts back the voices of waiting texts that lack theirs, without which the texts could not be shown. */
export const mendWaiting = async (rows: Rows, team: TeamId, { id, person }: StoredWaiting): Promise<void> => {
  await rows.commit(teamPartition(team), [insertVoice(id, person, { waits: true })]);
};

/** Texts in one transaction of at most 100 changes: each deletes its row and its voice, and inserts an idea and its first voice. */
const mostAtOnce = 25;
const mostChanges = 100;

/**
 * Notes of a group too large for one transaction that none of its texts waits for others any more, so that those left over by a crash or a change belong to it
 * still. @returns true where that was noted before
 */
export const settleGroup = async (rows: Rows, team: TeamId, texts: readonly StoredWaiting[]): Promise<boolean> => {
  const open = texts.length > mostAtOnce ? texts.filter(({ settled }) => !settled).slice(0, mostChanges) : [];
  if (open.length === 0) return true;
  const settled = open.map((text) => putWaiting({ ...text, settled: true }));
  await rows.commit(teamPartition(team), settled);
  return false;
};

/**
 * Makes ideas of waiting texts: none keeps a person, a moment of its own, or a round, which the question would tell. Each is inserted in the transaction that
 * deletes its waiting row. @returns false where one of them was changed meanwhile
 */
export const showTogether = async (rows: Rows, team: TeamId, texts: readonly StoredWaiting[], now: number): Promise<boolean> => {
  for (let from = 0; from < texts.length; from += mostAtOnce) {
    const changes = texts.slice(from, from + mostAtOnce).flatMap((text) => {
      const { question, ...words } = omit(text, "tag", "person", "waited", "last", "group", "anyway", "settled");
      const idea: Idea = {
        ...words,
        ...(question === "success" ? { question } : {}),
        showName: false,
        withoutTrace: true,
        createdAt: now,
        stage: question === "success" ? "worth" : "new",
        voices: 1,
      };
      return [...deleteWaiting(text), ...insertIdea(idea)];
    });
    if ((await rows.commit(teamPartition(team), changes)) !== "done") return false;
  }
  return true;
};
