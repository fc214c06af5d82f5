import { randomUUID } from "node:crypto";
import { type Job, jobShape, jobWithout, type Lane, laneOf } from "../domain/job.ts";
import { type Jobs, type PlacedJob, type Poisoned, type Rows, StoreFault, type Taken } from "../ports.ts";
import { refuseLater } from "../store/form.ts";
import { checkedJson, checkTake, hiddenSeconds, longestKept } from "../store/limits.ts";
import type { StoreFile } from "./store-file.ts";

type JobRow = { readonly id: string; readonly tries: number; readonly job: string };

const mostPoisoned = 32;

const insertOf = (file: StoreFile) => {
  const insert = file.prepare("insert into jobs (id, lane, seen, tries, job) values (?, ?, ?, 0, ?)");
  return (lane: Lane, hiddenMs: number, job: string): void => void insert.run(randomUUID(), lane, Date.now() + hiddenMs, job);
};

const setAsideOf = (file: StoreFile) => {
  const setAside = file.prepare("insert into poison (at, id, reason, tries, job) values (?, ?, ?, ?, ?)");
  return (id: string, reason: string, tries: number, job: string): void => void setAside.run(Date.now(), id, reason, tries, job);
};

/**
 * The jobs of the file. A taken job belongs to its taker until another one takes it: `tries`, which counts the takings, is the receipt.
 * @param rows say whether a job that cannot be read is a later release's, and stays in its queue
 */
export const sqliteJobs = (file: StoreFile, rows: Pick<Rows, "get">): Jobs => {
  const insert = insertOf(file);
  const look = file.prepare("select 1 from jobs where lane = ? and seen <= ? limit 1");
  const find = file.prepare("select id, tries, job from jobs where lane = ? and seen <= ? order by seen limit ?");
  const hold = file.prepare("update jobs set seen = ?, tries = tries + 1 where id = ?");
  const hide = file.prepare("update jobs set seen = ? where id = ? and tries = ?");
  const remove = file.prepare("delete from jobs where id = ? and tries = ?");
  const setAside = setAsideOf(file);
  const holding = file.prepare("select id, job from jobs where instr(job, ?) > 0");
  const change = file.prepare("update jobs set job = ? where id = ?");
  const drop = file.prepare("delete from jobs where id = ?");
  const dropPoison = file.prepare("delete from poison where instr(job, ?) > 0 or instr(reason, ?) > 0");
  const poisoned = file.prepare("select reason, tries, job from poison order by at, id limit ?");

  const poison = ({ id, tries, job }: JobRow, reason: string): void => {
    if (remove.run(id, tries).changes === 1) setAside(id, reason, tries, job);
  };

  const takenFrom = (found: JobRow, job: Job): Taken => ({
    job,
    tries: found.tries,
    done: () => file.write(() => void remove.run(found.id, found.tries)),
    async later(afterMs) {
      const forMs = 1000 * hiddenSeconds(afterMs, 0);
      await file.write(() => hide.run(Date.now() + forMs, found.id, found.tries));
    },
    poison: (reason) => file.write(() => poison(found, reason)),
  });

  return {
    async put(job, afterMs = 0) {
      const [text, forMs] = [checkedJson(job), 1000 * hiddenSeconds(afterMs, 0)];
      await file.write(() => insert(laneOf(job), forMs, text));
    },

    async take(lane, max, hiddenMs) {
      checkTake(max);
      const forMs = 1000 * hiddenSeconds(hiddenMs, 1);
      // An idle worker polls often, and a poll that finds nothing must not write.
      if ((await file.read(() => look.get(lane, Date.now()))) === undefined) return [];
      const all = await file.write(() => {
        const now = Date.now();
        return (find.all(lane, now, max) as JobRow[]).map(({ id, tries, job }) => {
          hold.run(now + forMs, id);
          return { found: { id, tries: tries + 1, job }, read: toJob(job) };
        });
      });
      const strange = all.flatMap(({ found, read }) => ("reason" in read ? { found, reason: read.reason } : []));
      try {
        if (strange.length > 0) {
          await refuseLater(rows);
          await file.write(() => {
            for (const { found, reason } of strange) poison(found, reason);
          });
        }
      } catch (fault) {
        // The jobs taken along with them must still reach the caller; these come back, and are moved then if they may be.
        if (!(fault instanceof StoreFault)) throw fault;
      }
      return all.flatMap(({ found, read }) => ("job" in read ? takenFrom(found, read.job) : []));
    },

    async forget(ids) {
      await file.write(() => {
        for (const id of ids) {
          for (const found of holding.all(id) as JobRow[]) {
            const read = toJob(found.job);
            const left = "job" in read ? jobWithout(read.job, ids) : undefined;
            if (left) change.run(JSON.stringify(left), found.id);
            else drop.run(found.id);
          }
          dropPoison.run(id, id);
        }
      });
    },

    poisoned: () => file.read(() => (poisoned.all(mostPoisoned) as Kept[]).map(toPoisoned)),
  };
};

type Kept = { readonly reason: string; readonly tries: number; readonly job: string };

const toPoisoned = ({ reason, tries, job }: Kept): Poisoned => ({ reason, tries, job: toContent(job) });

const toJob = (text: string): { readonly job: Job } | { readonly reason: string } => {
  try {
    const read = jobShape.safeParse(JSON.parse(text));
    if (read.success) return { job: read.data };
    return { reason: `not a job: ${read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ")}` };
  } catch {
    return { reason: "not a job: not JSON" };
  }
};

/** The parsed JSON of a job; where it is none, the beginning of its text. */
const toContent = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, longestKept);
  }
};

/** Reads, puts, counts and deletes the jobs of all queues, for a move. */
export const placedJobsOf = (file: StoreFile) => {
  const jobs = file.prepare("select lane, seen, job from jobs order by lane, seen, id");
  const poison = file.prepare("select reason, tries, job from poison order by at, id");
  const [insert, setAside] = [insertOf(file), setAsideOf(file)];
  const counts = file.prepare(
    "select lane as queue, count(*) as jobs from jobs group by lane union all select 'poison', count(*) from poison",
  );
  const drops = [file.prepare("delete from jobs"), file.prepare("delete from poison")];
  return {
    countJobs: () =>
      file.read(() => {
        const found = (counts.all() as { queue: Lane | "poison"; jobs: number }[]).map(({ queue, jobs }) => [queue, jobs] as const);
        return { people: 0, rounds: 0, poison: 0, ...Object.fromEntries(found) };
      }),
    dropJobs: () =>
      file.write(() => {
        for (const drop of drops) drop.run();
      }),
    everyJob: () =>
      file.read(() => {
        const now = Date.now();
        const queued = (jobs.all() as { lane: Lane; seen: number; job: string }[]).map(
          ({ lane, seen, job }): PlacedJob => ({ queue: lane, job: toContent(job), hiddenMs: Math.max(0, seen - now) }),
        );
        const aside = (poison.all() as Kept[]).map((kept): PlacedJob => ({ queue: "poison", ...toPoisoned(kept) }));
        return { jobs: [...queued, ...aside], unseen: 0 };
      }),
    putJobs: (placed: readonly PlacedJob[]) =>
      file.write(() => {
        for (const one of placed) {
          if (one.queue === "poison") setAside(randomUUID(), one.reason, one.tries, JSON.stringify(one.job ?? null));
          else insert(one.queue, one.hiddenMs, JSON.stringify(one.job));
        }
      }),
  };
};
