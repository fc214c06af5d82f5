import type { IdeaId } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, encode, type Of } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

/** A request to own an idea. */
type OwnerRequest = Of<typeof rowKinds.request>;

export const requestKey = (id: IdeaId, request: string) => `request|${id}|${request}`;

export const insertRequest = (id: IdeaId, request: string, facts: OwnerRequest): Change => ({
  do: "insert",
  key: requestKey(id, request),
  values: encode(rowKinds.request, facts),
});

/** A request as it was read. */
type StoredRequest = OwnerRequest & { readonly key: string; readonly tag: string };

export const readRequest = async (rows: Rows, team: TeamId, id: IdeaId, request: string): Promise<StoredRequest | undefined> => {
  const row = await rows.get(teamPartition(team), requestKey(id, request));
  return row && { ...decode(rowKinds.request, teamPartition(team), row), key: row.key, tag: row.tag };
};

/** Stores that the person said no, and why; the request stays open until its end. A second no does not replace the first. */
export const refuseRequest = async (
  rows: Rows,
  team: TeamId,
  { key, tag, refusedAt }: StoredRequest,
  why: string,
  at: number,
): Promise<void> => {
  if (refusedAt !== undefined) return;
  await rows.commit(teamPartition(team), [{ do: "merge", key, tag, values: encode(rowKinds.request, { refusedAt: at, why }) }]);
};

/** Erases from an idea's steps and requests the words of people: reasons and results. */
export const eraseReasons = async (rows: Rows, team: TeamId, id: IdeaId): Promise<void> => {
  const partition = teamPartition(team);
  const found = await Promise.all([`step|${id}`, `request|${id}`].map((prefix) => rows.list(partition, under(prefix))));
  const wordy = found.flat().filter(({ values }) => values.why !== undefined);
  for (let at = 0; at < wordy.length; at += mostInOne) {
    const changes = wordy
      .slice(at, at + mostInOne)
      .map(({ key, tag, values: { why: _why, ...values } }): Change => ({ do: "put", key, tag, values }));
    if ((await rows.commit(partition, changes)) !== "done") return eraseReasons(rows, team, id);
  }
};

/** The most rows that one transaction changes. */
const mostInOne = 50;
