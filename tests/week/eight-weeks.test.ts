import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clinic, General, hidden, office, openScript } from "./journey-deeds.ts";
import { check, type Facts, type Got, keptIn, type Promised, tell } from "./journey-record.ts";
import { weeks } from "./journey-script.ts";
import { type JourneyWorld, openJourneyWorld } from "./journey-world.ts";

let world: JourneyWorld;
let promises: readonly Promised[];
let record: readonly Got[];
let facts: Facts;

beforeAll(async () => {
  world = await openJourneyWorld({ weekday: 1, time: "08:55" });
  const script = await openScript(world);
  for (const [at, week] of weeks.entries()) {
    await week(script);
    if (at % 2 === 0) expect(await world.restartOne()).toBe(0);
    else await world.killOne();
  }
  await script.play.go(script.at(weeks.length - 1, 6, "18:00"));
  record = script.play.record();
  promises = script.promises.promised;
  facts = { hidden, roundOf: script.promises.roundOf, mostInRound: 2 };
}, 400_000);

afterAll(() => world?.close());

const faultsIn = (messages: readonly Got[]) => check(messages, promises, facts);

describe("eight weeks of a team of ten, with a coordinators' team of two", () => {
  test("everybody gets what product.md promises them, no more and no less, and nothing at a weekend but answers", () => {
    expect(faultsIn(record).map(tell)).toEqual([]);
    expect(world.stub.faults).toEqual([]);
  });
});

test("no card names an author to others, as it was posted, changed or pressed", () => {
  const { person, ledger } = world.stub;
  const stay = clinic.filter((name) => name !== "Erik");
  const seen = [
    ...[...clinic, ...office].flatMap((name) =>
      person(name)
        .sees()
        .map(({ words }) => ({ name, words })),
    ),
    ...stay.flatMap((name) =>
      person(name)
        .sees({ in: General })
        .map(({ words }) => ({ name, words })),
    ),
    ...ledger.map((entry) => ({ name: entry.person?.key ?? "a channel", words: entry.words })),
  ];
  const othersRead = (author: string, names: readonly string[]) =>
    seen.filter(({ name, words }) => name !== author && names.some((one) => words.includes(one)));
  expect(Object.entries(hidden).flatMap(([author, names]) => othersRead(author, names))).toEqual([]);
  // Names of those who step forward are found.
  expect(othersRead("Jonas", ["Jonas Ek"])).not.toEqual([]);
});

describe("the checker finds", () => {
  /** One message of each kind that was promised. */
  const kinds = (): readonly Got[] => {
    const kept = keptIn(record, promises);
    const all = [...kept].map(([got, { what }]) => [what, got] as const);
    return [...new Map(all).values()];
  };
  const day = 24 * 3_600_000;

  /** Changes one message of each kind in turn, and looks for the fault that names person, moment and message. */
  const eachIsFound = (change: (got: Got) => readonly Got[], fault: RegExp) => {
    expect(kinds().length).toBeGreaterThan(5);
    for (const got of kinds()) {
      const changed = record.flatMap((one) => (one === got ? change(got) : [one]));
      const found = faultsIn(changed).filter(({ to }) => to === got.to);
      expect(found.map(tell)).toContainEqual(expect.stringMatching(fault));
    }
  };

  test("a message that did not come", () => eachIsFound(() => [], /promised and did not come/));

  test("a message that came twice", () => eachIsFound((got) => [got, { ...got, at: got.at + 1_000 }], /nothing promised this/));

  test("a message on a Sunday", () =>
    eachIsFound((got) => {
      const weekday = (new Date(got.at).getUTCDay() + 6) % 7;
      return [{ ...got, at: got.at + (6 - weekday) * day }];
    }, /Sun .* comes at a weekend/));

  test("a message that names an author", () =>
    eachIsFound((got) => [{ ...got, words: `${got.words}\nfrom Omar, or from Pia Berg` }], /names (Omar|Pia)/));

  test("a second bundle of news on a day, and a third message in a round, where both are promised", () => {
    const again = (what: string) => promises.find((one) => one.what === what);
    const news = again("news");
    const question = again("the question");
    if (!news || !question) throw new Error("no news and no question were promised");
    const twice = (promised: Promised) => {
      const [got] = [...keptIn(record, promises)].find(([, one]) => one === promised) ?? [];
      if (!got) throw new Error(`${promised.what} did not come`);
      return check([...record, { ...got }, { ...got }], [...promises, promised, promised], facts).map(tell);
    };
    expect(twice(news)).toContainEqual(expect.stringContaining("a second bundle of news on a day"));
    expect(twice(question)).toContainEqual(expect.stringContaining("more than 2 messages in a round"));
  });
});
