import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openInFolder } from "../sqlite/folders.ts";
import { mostByChance, seeded } from "../world/chance.ts";
import { roundAfter } from "../world/moments.ts";
import { everyRow, type Placed } from "../world/rows.ts";
import { line } from "../world/words.ts";
import { startWorld } from "../world/world.ts";
import { attack, type Loot, type Way } from "./attacker.ts";

const names = Array.from({ length: 20 }, (_, at) => `${String.fromCharCode(65 + at)}nna Berg`);
const rounds = 14;
const writersEach = 8;

/** The author of each text, as nobody but this test knows. */
const truth = new Map<string, string>();
let loot: Loot;
/** The store a moment before its last group is shown: the rows still say who wrote. */
let before: Loot;
let stop: () => Promise<void>;

beforeAll(async () => {
  const opened = await openInFolder();
  ({ stop } = opened);
  const { storage, folder } = opened;
  const world = await startWorld(names, 14, { rows: storage.rows });
  await world.added(names[0] ?? "");
  const random = seeded(14);
  const take = async (): Promise<Loot> => ({
    rows: await everyRow(world),
    jobs: world.queued(),
    log: world.logged,
    posts: world.posted
      .filter(({ to }) => !names.some((name) => world.person(name).chatId === to))
      .map(({ message }) => JSON.stringify(message)),
    files: readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), "latin1"))
      .join(),
  });
  for (let round = 0; round < rounds; round += 1) {
    await world.moveTo(roundAfter(round).question);
    const writers = names.toSorted(() => random.fraction() - 0.5).slice(0, writersEach);
    for (const name of writers) {
      const text = `Trouble ${round} of ${random.id()}`;
      truth.set(text, world.person(name).id);
      await world.moveTo(world.now() + 60_000 * (1 + Math.floor(random.fraction() * 20)));
      await world.person(name).sendsByHand({ ...world.person(name).wouldSend("Send", { [line]: text }), withoutTrace: "true" });
    }
    if (round === rounds - 1) before = await take();
    await world.moveTo(roundAfter(round).digest);
  }
  await storage.rows.forget();
  loot = await take();
}, 60_000);
afterAll(() => stop());

const hitsIn = (held: Loot, way: Way): number => [...attack(held, way)].filter(([text, person]) => truth.get(text) === person).length;

const isTraceless = ({ row }: Placed): boolean => row.values.withoutTrace === true && /^(idea|ended)\|/.test(row.key);
const changed = (change: (placed: Placed) => Placed): Loot => ({
  ...loot,
  rows: loot.rows.map((one) => (isTraceless(one) ? change(one) : one)),
});
const authorOf = ({ row }: Placed): string => truth.get(String(row.values.friction)) ?? "";
const answeredAt = (placed: Placed): number =>
  Math.max(
    ...loot.rows
      .filter(
        ({ row }) =>
          row.key.startsWith("asked|") &&
          row.key.endsWith(authorOf(placed)) &&
          Number(row.values.answeredAt) < Number(placed.row.values.createdAt),
      )
      .map(({ row }) => Number(row.values.answeredAt)),
  );
const withValues = (placed: Placed, values: Placed["row"]["values"]): Placed => ({
  ...placed,
  row: { ...placed.row, values: { ...placed.row.values, ...values } },
});

/** Traces left on purpose, each with the way that has to find it. */
const twins: readonly (readonly [string, Way, () => Loot])[] = [
  ["an order", "order of numbers", () => changed((one) => withValues(one, { number: answeredAt(one) }))],
  ["a stamp", "values", () => changed((one) => withValues(one, { sentAt: answeredAt(one) }))],
  [
    "a tag",
    "values",
    () => {
      const tags = new Map(loot.rows.map(({ row }) => [row.key, row.tag]));
      return changed((one) => ({ ...one, row: { ...one.row, tag: tags.get(`member|${authorOf(one)}`) ?? one.row.tag } }));
    },
  ],
  ["a row", "rows", () => changed((one) => withValues(one, { author: authorOf(one) }))],
  [
    "a log line",
    "log",
    () => ({ ...loot, log: [...loot.log, ...[...truth].map(([text, person]) => ({ event: "idea-stored", text, person }))] }),
  ],
  ["a job", "jobs", () => ({ ...loot, jobs: [...truth].map(([text, person]) => ({ job: "note-news", text, person })) })],
  [
    "a free page",
    "files",
    () => ({ ...loot, files: loot.files + [...truth].map(([text, person]) => `${person}{"friction":"${text}"}`).join("\0".repeat(2_000)) }),
  ],
];

describe("An attacker who holds the files of the store, its rows, its jobs, the log and all posts", () => {
  test.each(["rows", "jobs", "log", "posts", "order of ids", "order of numbers", "order of moments", "values", "count", "files"] as const)(
    "guesses authors from %s no better than by chance",
    (way) => {
      expect(truth.size).toBe(rounds * writersEach);
      const guessed = attack(loot, way);
      expect(guessed.size).toBe(truth.size);
      expect(hitsIn(loot, way)).toBeLessThanOrEqual(mostByChance(truth.size, writersEach));
    },
  );

  test.each(twins)("finds nearly all authors by %s that was left", (_trace, way, leave) => {
    expect(hitsIn(leave(), way)).toBeGreaterThan(truth.size * 0.9);
  });

  test("finds the authors of texts that wait, as Who sees this says", () => {
    const waits = before.rows.filter(({ row }) => row.key.startsWith("waiting|"));
    expect(waits).toHaveLength(writersEach);
    for (const { row } of waits) expect(row.values.person).toBe(truth.get(String(row.values.friction)));
    // The file held these rows then, and holds none of them now.
    for (const { row } of waits) expect([before.files.includes(row.key), loot.files.includes(row.key)]).toEqual([true, false]);
  });
});
