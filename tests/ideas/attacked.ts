import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mostByChance } from "../world/chance.ts";
import { attack, type Held, ideaIn, keyOf, type Loot, type Role, roles, type Way, wayNames } from "./attacker.ts";
import { answersEach, type Engine, type Played, play, rounds, writersEach } from "./traceless-play.ts";

/** The moment at which a person answered the last time before a moment. */
const answeredBefore = ({ rows }: Loot, person: string, at: number): number =>
  Math.max(
    ...rows.flatMap(({ row }) => {
      const answered = Number(row.values.answeredAt);
      return row.key.startsWith("asked|") && row.key.endsWith(person) && answered < at ? [answered] : [];
    }),
  );

/** The place of a text's author among the people who wrote without a trace, by the moments of all their answers. */
const placesOf = ({ truth }: Played): ReadonlyMap<string, number> => new Map([...truth.keys()].map((key, at) => [key, at]));

/** Traces left on purpose, each named like the way that has to find it. */
const twins: Readonly<Partial<Record<Way, (played: Played) => Loot>>> = {
  "order of numbers": (played) => changed(played, (one, author) => withValues(one, { number: momentOf(played, one, author) })),
  stamp: (played) => changed(played, (one, author) => withValues(one, { sentAt: momentOf(played, one, author) })),
  "system timestamp": (played) => changed(played, (one, author) => ({ ...one, stamp: momentOf(played, one, author) + 3 })),
  "order of system timestamps": (played) =>
    changed(played, (one, author) => ({ ...one, stamp: momentOf(played, one, author) / 1_000 + Number(one.row.values.createdAt) })),
  "queue message": (played) => ({
    ...played.loot,
    jobs: [
      ...played.loot.jobs,
      ...traceless(played).map(({ one, author, id }) => ({
        job: { job: "renew-drafts", idea: id },
        at: momentOf(played, one, author) + 40,
      })),
    ],
  }),
  span: ({ loot, truth }) => ({
    ...loot,
    spans: [
      ...loot.spans,
      ...[...truth].map(([key, person]) => ({ said: `{"name":"job keep-text","text":"of ${key}","person":"${person}"}`, at: 0 })),
    ],
  }),
  "moment of a span": (played) => ({
    ...played.loot,
    spans: [
      ...played.loot.spans,
      ...traceless(played).map(({ one, author, id }) => ({
        said: `{"name":"commit","idea":"${id}"}`,
        at: momentOf(played, one, author) + 40,
      })),
    ],
  }),
  tag: (played) => {
    const tags = new Map(played.loot.rows.map(({ row }) => [row.key, row.tag]));
    return changed(played, (one, author) => ({ ...one, row: { ...one.row, tag: tags.get(`member|${author}`) ?? one.row.tag } }));
  },
  count: (played) => {
    const places = placesOf(played);
    return changed(played, (one) =>
      withValues(one, { answered: ((places.get(keyOf(String(one.row.values.friction))) ?? 0) % writersEach) + 1 }),
    );
  },
  row: (played) => changed(played, (one, author) => withValues(one, { author })),
  "log line": ({ loot, truth }) => ({
    ...loot,
    log: [...loot.log, ...[...truth].map(([key, person]) => ({ event: "idea-stored", text: `of ${key}`, person }))],
  }),
  job: ({ loot, truth }) => ({
    ...loot,
    jobs: [...truth].map(([key, person]) => ({ job: { job: "note-news", text: `of ${key}`, person }, at: 0 })),
  }),
  post: ({ loot, truth }) => ({
    ...loot,
    posts: [...loot.posts, ...[...truth].map(([key, person]) => `of ${key}, by ${loot.names.get(person)}`)],
  }),
  "free page": ({ loot, truth }) => ({
    ...loot,
    files: loot.files + [...truth].map(([key, person]) => `${person}{"friction":"of ${key}"}`).join("\0".repeat(2_000)),
  }),
  ...Object.fromEntries(roles.map((role) => [role, (played: Played) => withCount(played, role)])),
};

/** A count of texts without a trace that a role sees grow with each answer, and finds again in a card about the text. */
const withCount = ({ loot, truth }: Played, role: Role): Loot => {
  const authors = [...truth.values()];
  let kept = 0;
  const looks = loot.looks.map((look) => {
    if (look.role !== role) return look;
    if (authors[kept] === look.person) kept += 1;
    return { ...look, cards: [...look.cards, `${kept} have written without a trace`] };
  });
  const told = [...truth.keys()].map((key, at) => `of ${key}: after ${at + 1}`);
  return { ...loot, looks, cards: { ...loot.cards, [role]: [...loot.cards[role], ...told] } };
};

const traceless = ({ loot, truth }: Played) =>
  loot.rows.flatMap((one) => {
    const idea = ideaIn(one);
    return idea ? [{ one, id: one.row.key.split("|")[1] ?? "", author: truth.get(keyOf(idea.friction)) ?? "" }] : [];
  });
const changed = (played: Played, change: (one: Held, author: string) => Held): Loot => {
  const authors = new Map(traceless(played).map(({ one, author }) => [one, author]));
  return { ...played.loot, rows: played.loot.rows.map((one) => (authors.has(one) ? change(one, authors.get(one) ?? "") : one)) };
};
const momentOf = ({ loot }: Played, { row }: Held, author: string): number => answeredBefore(loot, author, Number(row.values.createdAt));
const withValues = (one: Held, values: Held["row"]["values"]): Held => ({
  ...one,
  row: { ...one.row, values: { ...one.row.values, ...values } },
});

/** Plays on an engine, and attacks what is left. @param hasFiles the attacker holds the store's files too */
export const isAttacked = (holds: string, open: () => Promise<Engine>, hasFiles: boolean): void => {
  describe(`An attacker who holds ${holds}, the log, all posts and all spans, and what leads, coordinators and admins see`, () => {
    let engine: Engine;
    let played: Played;
    beforeAll(async () => {
      engine = await open();
      played = await play(engine);
    }, 400_000);
    afterAll(() => engine.stop());

    const hitsIn = (held: Loot, way: Way): number =>
      [...attack(held, way)].filter(([key, person]) => played.truth.get(key) === person).length;

    test.each(wayNames)("guesses authors by %s no better than by chance", (way) => {
      const { truth, loot } = played;
      expect(truth.size).toBe(rounds * writersEach);
      expect(attack(loot, way).size).toBe(truth.size);
      expect(hitsIn(loot, way)).toBeLessThanOrEqual(mostByChance(truth.size, writersEach));
    });

    test.each(Object.entries(twins))("finds nearly all authors by %s, where that trace was left", (way, leave) => {
      expect(hitsIn(leave(played), way as Way)).toBeGreaterThan(played.truth.size * 0.9);
    });

    test("sees what each role sees, after each answer and in the end", () => {
      const { truth, loot } = played;
      for (const role of roles) expect(loot.looks.filter((look) => look.role === role)).toHaveLength(rounds * answersEach);
      expect(loot.looks.filter(({ role, cards }) => role !== "coordinator" && !cards.some((card) => card.includes("answered")))).toEqual(
        [],
      );
      const about = (role: Role) => [...truth.keys()].filter((key) => loot.cards[role].some((card) => card.includes(key))).length;
      expect([about("lead"), about("coordinator"), about("admin")]).toEqual([truth.size, rounds, 0]);
      expect(loot.spans.length).toBeGreaterThan(5_000);
    });

    test("finds the authors of texts that wait, as Who sees this says", () => {
      const { before, loot, truth } = played;
      const waits = before.rows.filter(({ row }) => row.key.startsWith("waiting|"));
      expect(waits).toHaveLength(writersEach);
      for (const { row } of waits) expect(row.values.person).toBe(truth.get(keyOf(String(row.values.friction))));
      if (!hasFiles) return;
      // The file held these rows then, and holds none of them now.
      for (const { row } of waits) expect([before.files.includes(row.key), loot.files.includes(row.key)]).toEqual([true, false]);
    });
  });
};
