import type { TeamId } from "../domain/ids.ts";
import { asideIdOf } from "../domain/ids.ts";
import type { Job } from "../domain/job.ts";
import type { Log, Rows } from "../ports.ts";
import { refuseLater } from "./form.ts";
import { BadRow, type Damaged } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

/** A row of a team that was set aside: its kind, and why; or a job of the team that cannot be done, with its name. */
type AsideRow = { readonly kind: string; readonly why: string; readonly job?: string };

const whyColumn = "asideWhy";

/** Longest reason, in characters, however much of a row could not be read. */
const longestWhy = 200;

type Writing = { readonly rows: Rows; readonly log: Log };

/**
 * Moves an unreadable row out of the way of its neighbours: it stays in its partition under `aside|…`, with all its columns unchanged. A due row of a team is
 * also noted with the team, where `status` finds it.
 * @throws LaterStore where a later release has begun to use the store meanwhile: its rows are not damaged, and stay
 */
export const setRowAside = async ({ rows, log }: Writing, { partition, row, kind, why }: Damaged): Promise<void> => {
  await refuseLater(rows);
  const short = why.slice(0, longestWhy);
  const done = await rows.commit(partition, [
    { do: "put", key: `aside|${row.key}`, values: { ...row.values, [whyColumn]: short } },
    { do: "delete", key: row.key, tag: row.tag },
  ]);
  if (done !== "done") return;
  log.error("row-set-aside", { kind: kind.name, why: short });
  if (kind.name !== "due") return;
  const [, team, name] = row.key.split("|");
  if (team && name) await noteJob(rows, team, name, row.key, short);
};

/** Notes with its team that a job cannot be done, and why, so that `status` tells the leads. Idempotent. */
export const noteSetAside = async ({ rows }: { readonly rows: Rows }, job: Job, why: string): Promise<void> => {
  if ("team" in job) await noteJob(rows, job.team, job.job, JSON.stringify(job), why.slice(0, longestWhy));
};

const noteJob = async (rows: Rows, team: TeamId, name: string, which: string, why: string): Promise<void> => {
  await rows.commit(teamPartition(team), [{ do: "put", key: `aside|job|${name}|${asideIdOf(which)}`, values: { [whyColumn]: why } }]);
};

/** The most tries of one piece of work: each may meet unreadable rows of one more kind, and no work reads as many kinds. */
const mostTries = 30;

/**
 * Does idempotent work. Where the work meets unreadable rows, they are set aside and the work begins again, so that one such row holds up nothing else of its
 * team.
 * @throws BadRow for an essential row, which stays where it is
 */
export const settingAside = async <T>({ rows, log }: Writing, work: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof BadRow) || tries === mostTries) throw fault;
      await setRowsAside({ rows, log }, fault);
    }
  }
};

/** Sets unreadable rows aside that work has met. @throws BadRow for an essential row, which stays where it is */
export const setRowsAside = async (ports: Writing, fault: BadRow): Promise<void> => {
  if (fault.damaged.some(({ kind }) => kind.isEssential)) throw fault;
  for (const damaged of fault.damaged) await setRowAside(ports, damaged);
};

/** At most 20 rows and jobs of a team that were set aside. */
export const readAside = async (rows: Rows, team: TeamId): Promise<readonly AsideRow[]> =>
  (await rows.list(teamPartition(team), under("aside"), 20)).map(({ key, values }) => {
    const [, kind = "", name] = key.split("|");
    const why = values[whyColumn];
    return { kind, why: typeof why === "string" ? why : "", ...(kind === "job" && name ? { job: name } : {}) };
  });
