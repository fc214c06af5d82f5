import { openStorage } from "../../src/azure/open-storage.ts";
import type { Job } from "../../src/domain/job.ts";
import { realClock } from "../../src/entry/clock.ts";
import { moveStore } from "../../src/moving/move-store.ts";
import type { Side } from "../../src/moving/plan.ts";
import type { Clock, PlacedJob, PlacedRow, Storage, Values } from "../../src/ports.ts";
import { openSqlite } from "../../src/sqlite/open-sqlite.ts";
import { type Direction, isOfStoreAlone } from "../../src/store/moving.ts";
import { startAzurite } from "../azurite.ts";
import { makeFolder } from "../sqlite/folders.ts";
import type { Random } from "../world/chance.ts";

/** A folder and an Azure account, both empty, and the ways to open them. */
export type World = {
  readonly folder: string;
  readonly connectionString: string;
  file(): Promise<Side>;
  azure(): Promise<Side>;
  stop(): Promise<void>;
};

export const openWorld = async (): Promise<World> => {
  const { folder, remove } = await makeFolder();
  const { connectionString, stop } = await startAzurite();
  return {
    folder,
    connectionString,
    file: async () => ({ storage: await openSqlite(folder), where: `the folder ${folder}` }),
    azure: async () => ({ storage: await openStorage({ connectionString }), where: "the Azure account gnist" }),
    async stop() {
      await stop();
      await remove();
    },
  };
};

/** The real clock with long waits cut to 0.1 s: hidden jobs of these tests are hidden for one to two seconds. */
export const hasty: Clock = { now: realClock.now, wait: (ms, stop) => realClock.wait(Math.min(ms, 100), stop) };

/** Moves as the command does, and frees the file. @returns the lines it said */
export const move = async (
  world: World,
  way: Direction,
  change: (places: { readonly file: { storage: Storage }; readonly azure: { storage: Storage } }) => void = () => {},
  clock: Clock = hasty,
): Promise<readonly string[]> => {
  const places = { file: await world.file(), azure: await world.azure() };
  const lines: string[] = [];
  try {
    change(places);
    const [from, to] = way === "to-azure" ? [places.file, places.azure] : [places.azure, places.file];
    await moveStore({ from, to, way }, clock, (line) => lines.push(line));
  } finally {
    await places.file.storage.close();
  }
  return lines;
};

/** Works with one of the stores while nobody moves it. */
export const using = async <T>(world: World, which: "file" | "azure", work: (storage: Storage) => Promise<T>): Promise<T> => {
  const { storage } = await world[which]();
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
};

/** All rows that a move is about. */
export const rowsOf = async ({ everyRow }: Storage): Promise<readonly PlacedRow[]> => {
  const rows: PlacedRow[] = [];
  for (let page = await everyRow(1_000); page.length > 0; page = await everyRow(1_000, page.at(-1))) rows.push(...page);
  return rows.filter(({ partition }) => !isOfStoreAlone(partition));
};

export const putRows = async ({ rows }: Storage, placed: readonly PlacedRow[]): Promise<void> => {
  await Promise.all(placed.map(({ partition, key, values }) => rows.commit(partition, [{ do: "put", key, values }])));
};

const words = [
  "",
  " ",
  "Blåbær 🫐 «ja» \"'\\ </x> %20\r\nDELETE x\r\nif-match: *\r\n",
  "one\u2028two\u2029three\u0085four\vfive\u0000six\ufeff",
  "2026-11-23T19:00:00Z",
  "007",
  "true",
  "null",
  "\ud7ff\u0001\uffff\u{10ffff}",
];
const numbers = [0, -0, -7, 0.1, 5e-324, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53 - 1, 1_795_000_000_123, 1e21, -1.7976931348623157e308];

/** Long texts are ASCII when they leave (U+2028 is escaped): Azurite 3.35.0 breaks other characters of a row where its body comes in two pieces. */
const awkwardValues = ({ pick, below, happens }: Random): Values => ({
  v: 1,
  ...(happens(0.05) ? { long: "\u2028x".repeat(below(10_000)) } : { words: pick(words) }),
  ...(happens(0.7) ? { number: pick(numbers) } : {}),
  ...(happens(0.7) ? { yes: happens(0.5) } : {}),
  ...(happens(0.2) ? { Z: 1, a: 2, _: 3 } : {}),
});

const keys = [
  "idea|it's 50% %41",
  "asked|2026-W48|Åse",
  "member|29:1bSnHZ7Js@thread.tacv2;messageid=1",
  "a b",
  "=",
  "日本",
  "😀",
  "\uffef",
  "\ud7ff",
  "ø|x",
];

/** Rows of awkward values in many partitions: most hold a few, some hundreds; and one row as large as a row can be. */
export const awkwardRows = (random: Random, count: number): readonly PlacedRow[] => {
  const partitions = ["clock", "team|a", "team|a|b", "team|ä", "team|😀", "team|\uffef", "tenant|it's", "nowhere"];
  const rows = Array.from(
    { length: count },
    (_, n): PlacedRow => ({
      partition: random.happens(0.4) ? random.pick(partitions) : `person|${random.below(count / 4)}`,
      key: `${random.pick(keys)}|${n}`,
      values: awkwardValues(random),
    }),
  );
  const large = Object.fromEntries(Array.from({ length: 15 }, (_, n) => [`part${n}`, "x".repeat(32_768)]));
  return [...rows, { partition: "team|a", key: "idea|large", values: large }];
};

export const someJobs = (count: number): readonly PlacedJob[] => [
  ...Array.from(
    { length: count },
    (_, n): PlacedJob => ({ queue: "people", job: { job: "welcome-team", team: `t${n}` } satisfies Job, hiddenMs: 0 }),
  ),
  { queue: "rounds", job: { job: "ask-members", team: "t1", round: "r1" } satisfies Job, hiddenMs: 0 },
  { queue: "people", job: { job: "send-test", team: "t1", person: "Åse 🫐\u2028", once: "1" } satisfies Job, hiddenMs: 1_500 },
  { queue: "people", job: "no job at all", hiddenMs: 0 },
  { queue: "poison", job: { job: "make-coffee" }, reason: "not a job: ø", tries: 5 },
  { queue: "poison", job: "{not base64}", reason: "not JSON", tries: 1 },
];

/** Jobs as what matters of them, in no order. */
export const jobsOf = (jobs: readonly PlacedJob[]): readonly string[] =>
  jobs.map((one) => JSON.stringify(one.queue === "poison" ? [one.queue, one.job, one.reason, one.tries] : [one.queue, one.job])).sort();

/** Stands for the death of the process. */
export class Killed extends Error {}

/**
 * Kills a move at a moment: of all calls of both stores, the one that comes at this place is the last, made or not, and none is made after it.
 */
export const killAt = (places: readonly { storage: Storage }[], at: number, isMade: boolean): void => {
  let calls = 0;
  const dying =
    <A extends readonly unknown[], R>(call: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      calls += 1;
      if (calls > at || (calls === at && !isMade)) throw new Killed();
      const answer = await call(...given);
      if (calls >= at) throw new Killed();
      return answer;
    };
  for (const place of places) {
    const { storage } = place;
    place.storage = {
      ...storage,
      rows: {
        get: dying(storage.rows.get),
        list: dying(storage.rows.list),
        commit: dying(storage.rows.commit),
        forget: dying(storage.rows.forget),
      },
      everyRow: dying(storage.everyRow),
      everyJob: dying(storage.everyJob),
      putJobs: dying(storage.putJobs),
      countJobs: dying(storage.countJobs),
      dropJobs: dying(storage.dropJobs),
    };
  }
};
