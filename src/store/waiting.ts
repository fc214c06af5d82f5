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

export const insertWaiting = (id: IdeaId, waiting: WaitingText): Change => ({
  do: "insert",
  key: waitingKey(id),
  values: encode(rowKinds.waiting, waiting),
});

/** Replaces a waiting text that was read (compare-and-set). */
export const putWaiting = ({ id, tag, ...waiting }: StoredWaiting): Change => ({
  do: "put",
  key: waitingKey(id),
  values: encode(rowKinds.waiting, waiting),
  tag,
});

export const deleteWaiting = ({ id, tag }: StoredWaiting): Change => ({ do: "delete", key: waitingKey(id), tag });

/** Texts in one transaction of at most 100 changes: each deletes its row, and inserts an idea and its first voice. */
const mostAtOnce = 33;

/**
 * Makes ideas of waiting texts: none keeps a person, a round or a moment of its own. Each is inserted in the transaction that deletes its waiting row. @returns
 * false where one of them was changed meanwhile
 */
export const showTogether = async (rows: Rows, team: TeamId, texts: readonly StoredWaiting[], now: number): Promise<boolean> => {
  for (let from = 0; from < texts.length; from += mostAtOnce) {
    const changes = texts.slice(from, from + mostAtOnce).flatMap((text) => {
      const { question, ...words } = omit(text, "tag", "person", "waited", "last", "group", "anyway");
      const idea: Idea = {
        ...words,
        ...(question ? { question } : {}),
        showName: false,
        withoutTrace: true,
        createdAt: now,
        stage: question === "success" ? "worth" : "new",
        voices: 1,
      };
      return [deleteWaiting(text), ...insertIdea(idea)];
    });
    if ((await rows.commit(teamPartition(team), changes)) !== "done") return false;
  }
  return true;
};
