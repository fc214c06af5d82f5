import type { TeamId } from "../domain/ids.ts";
import { shardOf } from "../domain/ids.ts";
import { type DueName, dueNames, type Job, jobShape } from "../domain/job.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { BadRow, type Damaged, decode, encode } from "./record.ts";

/** Due rows are sorted by time in 8 shards, so the jobs due now take one short range read per shard, however many rows there are. */
const shards = 8;
export const dueShards: readonly string[] = Array.from({ length: shards }, (_, at) => `due|${at}`);

/** A job due at `at` (ms UTC). */
export type Due = { readonly at: number; readonly team: TeamId; readonly job: Extract<Job, { job: DueName }> };

const shardFor = (team: TeamId) => `due|${shardOf(team, shards)}`;
const stamp = (ms: number) => new Date(ms).toISOString();

/** A key after all due keys, which begin with a digit of their year, and before the rows that were set aside. */
const afterAll = ":";

/** The key holds the whole job, its facts by name, so that two jobs of one moment are two rows. */
const keyOf = ({ at, team, job }: Due) =>
  [
    stamp(at),
    team,
    job.job,
    ...Object.entries(job)
      .flatMap(([name, fact]) => (name === "job" || name === "team" || fact === undefined ? [] : `${name}=${fact}`))
      .sort(),
  ].join("|");

/** Writes that a job is due; writing it again changes nothing. */
export const putDue = async (rows: Rows, due: Due): Promise<void> => {
  await rows.commit(shardFor(due.team), [{ do: "put", key: keyOf(due), values: encode(rowKinds.due, { job: JSON.stringify(due.job) }) }]);
};

/** Deletes a due row. Idempotent. */
export const dropDue = async (rows: Rows, due: Due): Promise<void> => {
  await rows.commit(shardFor(due.team), [{ do: "delete", key: keyOf(due) }]);
};

/** Makes a due row say another job at the moment of `key`, for the same team. */
export const dueChanges = (key: string, job: Job): readonly Change[] => {
  const [time = "", team = ""] = key.split("|");
  if (!isDueJob(job)) return [];
  return [{ do: "put", key: keyOf({ at: Date.parse(time), team, job }), values: encode(rowKinds.due, { job: JSON.stringify(job) }) }];
};

/** The lease (ms) of a claimed due row: one that is still there afterwards belongs to an instance that died. */
const claimMs = 30_000;

/** A due row as it was read. */
export type StoredDue = Due & { readonly tag: string; readonly claimedAt: number };

const isDueJob = (job: Job): job is Due["job"] => (dueNames as readonly string[]).includes(job.job);

/** @throws BadRow where it is no due row, or its key is not that of its job */
const asDue = (shard: string, row: Row): StoredDue => {
  const { job: text, claimedAt = 0 } = decode(rowKinds.due, shard, row);
  const [time = "", team = ""] = row.key.split("|");
  const bad = (why: string) => new BadRow([{ partition: shard, row, kind: rowKinds.due, why }]);
  const job = jobIn(text);
  const at = Date.parse(time);
  if (!job || !isDueJob(job) || Number.isNaN(at)) throw bad("it holds no job of the clock");
  const due = { at, team, job };
  if (keyOf(due) !== row.key) throw bad("its key is not that of its job");
  return { ...due, tag: row.tag, claimedAt };
};

/** The job in the text of a due row; undefined where it holds none. */
export const jobIn = (text: string): Job | undefined => {
  try {
    return jobShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** Claims a due row (a lease by compare-and-set). True for the one instance that turns it into a job. */
export const claimDue = async (rows: Rows, due: StoredDue, now: number): Promise<boolean> => {
  // Math.abs: an instance with a fast clock may have stamped the claim in our future. Claiming it again only puts the job twice, which jobs tolerate.
  if (Math.abs(now - due.claimedAt) < claimMs) return false;
  const claim = { do: "merge", key: keyOf(due), values: encode(rowKinds.due, { claimedAt: now }), tag: due.tag } as const;
  return (await rows.commit(shardFor(due.team), [claim])) === "done";
};

/** Jobs due until `now`, in order of time, at most 200 a shard; and the unreadable rows among them. */
export const readDueJobs = async (
  rows: Rows,
  now: number,
): Promise<{ readonly due: readonly StoredDue[]; readonly damaged: readonly Damaged[] }> => {
  const lists = await Promise.all(dueShards.map((shard) => rows.list(shard, { from: "", to: `${stamp(now)}}` }, 200)));
  const due: StoredDue[] = [];
  const damaged: Damaged[] = [];
  for (const [at, list] of lists.entries()) {
    for (const row of list) {
      try {
        due.push(asDue(dueShards[at] ?? "", row));
      } catch (fault) {
        if (!(fault instanceof BadRow)) throw fault;
        damaged.push(...fault.damaged);
      }
    }
  }
  return { due: due.sort((a, b) => a.at - b.at), damaged };
};

/** Jobs that come due after `now`, over all teams, in order of time, at most 200 a shard. @throws BadRow */
export const readComing = async (rows: Rows, now: number): Promise<readonly Due[]> => {
  const found = await Promise.all(
    dueShards.map(async (shard) => (await rows.list(shard, { from: `${stamp(now)}}`, to: afterAll }, 200)).map((row) => asDue(shard, row))),
  );
  return found.flat().sort((a, b) => a.at - b.at);
};
