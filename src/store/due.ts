import { shardOf } from "../domain/ids.ts";
import { type DueName, type Job, jobShape } from "../domain/job.ts";
import type { TeamId } from "../domain/team.ts";
import type { Row, Rows } from "../ports.ts";
import { json } from "./record.ts";

/** Rows sorted by time in a few shards: what is due now is one short range read per shard, at any size. */
const shards = 8;
const shardNames = Array.from({ length: shards }, (_, at) => `due|${at}`);

/** What is due at `at` (ms UTC). */
export type Due = { readonly at: number; readonly team: TeamId; readonly job: Extract<Job, { job: DueName }> };

const shardFor = (team: TeamId) => `due|${shardOf(team, shards)}`;
const stamp = (ms: number) => new Date(ms).toISOString();
const keyOf = ({ at, team, job }: Due) =>
  `${stamp(at)}|${team}|${job.job}|${"person" in job && job.person ? job.person : "round" in job && job.round ? job.round : ""}`;

/** Writes that a job is due; writing the same again changes nothing. */
export const putDue = async (rows: Rows, due: Due): Promise<void> => {
  await rows.commit(shardFor(due.team), [{ do: "put", key: keyOf(due), values: { job: JSON.stringify(due.job) } }]);
};

/** Forgets a due row, whether it is there or not. */
export const dropDue = async (rows: Rows, due: Due): Promise<void> => {
  await rows.commit(shardFor(due.team), [{ do: "delete", key: keyOf(due) }]);
};

/** A claimed row that is still there after this long (ms) belongs to an instance that died. */
const claimMs = 30_000;

/** A due row as it was read. */
export type StoredDue = Due & { readonly tag: string; readonly claimedAt: number };

const asDue = (row: Row): StoredDue | undefined => {
  const job = json(jobShape).safeParse(row.values.job);
  const [at = "", team = ""] = row.key.split("|");
  const claimedAt = Number(row.values.claimedAt ?? 0);
  return job.success ? { at: Date.parse(at), team, job: job.data as Due["job"], tag: row.tag, claimedAt } : undefined;
};

/** True for the one of several instances that turns it into a job. */
export const claimDue = async (rows: Rows, due: StoredDue, now: number): Promise<boolean> => {
  // Either way: a claim of long ahead was made by an instance whose clock is, and a job that is put twice does no harm.
  if (Math.abs(now - due.claimedAt) < claimMs) return false;
  const claim = { do: "merge", key: keyOf(due), values: { claimedAt: now }, tag: due.tag } as const;
  return (await rows.commit(shardFor(due.team), [claim])) === "done";
};

/** A due row that cannot be read, and where it is. */
export type DamagedDue = { readonly shard: string; readonly row: Row };

/** What is due until `now`, in order of time, a bounded number at once; and the rows among it that cannot be read. */
export const readDue = async (
  rows: Rows,
  now: number,
): Promise<{ readonly due: readonly StoredDue[]; readonly damaged: readonly DamagedDue[] }> => {
  const lists = await Promise.all(shardNames.map((shard) => rows.list(shard, { from: "", to: `${stamp(now)}}` }, 200)));
  const all = lists.flatMap((list, at) => list.map((row) => ({ shard: shardNames[at] ?? "", row, due: asDue(row) })));
  return {
    due: all.flatMap(({ due }) => due ?? []).sort((a, b) => a.at - b.at),
    damaged: all.filter(({ due }) => due === undefined),
  };
};

/** Moves a row that cannot be read out of the clock's way; it is kept for whoever looks for the fault. */
export const setAsideDue = async (rows: Rows, { shard, row }: DamagedDue): Promise<void> => {
  await rows.commit("due|aside", [{ do: "put", key: row.key, values: row.values }]);
  await rows.commit(shard, [{ do: "delete", key: row.key, tag: row.tag }]);
};

/** The first thing that is due after `now`, over all teams. */
export const nextDue = async (rows: Rows, now: number): Promise<Due | undefined> => {
  const found = await Promise.all(shardNames.map((shard) => rows.list(shard, { from: `${stamp(now)}}`, to: "~" }, 1)));
  const first = found.flat().sort((a, b) => (a.key < b.key ? -1 : 1))[0];
  return first && asDue(first);
};
