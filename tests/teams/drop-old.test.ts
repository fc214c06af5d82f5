import { expect, test } from "vitest";
import { ideasUntouchedSince } from "../../src/domain/idea/age.ts";
import type { Idea } from "../../src/domain/idea/idea.ts";
import { rowKinds } from "../../src/store/kinds.ts";
import { retentions } from "../../src/store/retention.ts";
import { everything } from "../store/month.ts";
import { hour, thisRound, week } from "../world/moments.ts";
import { aTeam, expectSay, teamId } from "../world/world.ts";
import { holdsNoByteOfBefore } from "./drop-old-bytes.ts";
import { years } from "./drop-old-play.ts";

test("a kind of row whose life the months kept end has a rule that says when, and no other has one", () => {
  const wrong = Object.entries(rowKinds).filter(([name, { lives }]) => {
    const isKept = lives === "for the months kept" || lives === "with its idea" || lives === "as long as the audit";
    return isKept === (retentions[name as keyof typeof rowKinds] === "stays");
  });
  // These end sooner by an event, or with a row in another partition.
  expect(wrong.map(([name]) => name)).toEqual(["waiting", "thanked", "passedHere", "changed", "news"]);
});

test("after half a year not a byte of the store's files holds what is older than the 3 months kept, and everything younger is there", async () => {
  await holdsNoByteOfBefore(3, 24);
}, 60_000);

test("rows that are younger are as they are where nothing goes for years", async () => {
  const [short, long] = [await years(3, 24), await years(120, 24)];
  const textOf = async ({ world }: typeof short) =>
    new Map(
      (await everything(world)).map(({ partition, row, kind }) => [`${partition} ${row.key}`, { kind, text: JSON.stringify(row.values) }]),
    );
  const [left, all] = [await textOf(short), await textOf(long)];
  const goneIdeas = [...short.first.ideas, ...short.played.filter(({ last }) => last < short.before).map(({ idea }) => idea)];
  const lost = [...all].filter(([place]) => !left.has(place)).map(([place]) => place);
  expect(lost.length).toBeGreaterThan(100);
  const unexplained = lost.filter((place) => {
    const text = all.get(place)?.text ?? "";
    // A post may have been renewed since; it is as old as its making.
    const made = / digest\|/.test(place) ? text.replace(/"(?!createdAt")\w+":\d+/g, "") : text;
    const instants = [...made.matchAll(/\b1[78]\d{11}\b/g)].map(([at]) => Number(at));
    const isOfGone = goneIdeas.some((idea) => place.includes(idea) || (place.includes(" number|") && text.includes(idea)));
    const times = [...instants, ...instantIn(place)];
    return !isOfGone && (times.length === 0 || Math.max(...times) >= short.before);
  });
  expect(unexplained).toEqual([]);
}, 60_000);

/** The Monday of the week in a key, or the date in it (ms). */
const instantIn = (place: string): readonly number[] => {
  const [, year, at] = /\|(\d{4})-W(\d\d)/.exec(place) ?? [];
  const date = /\|(\d{4}-\d\d-\d\d)/.exec(place)?.[1];
  if (date) return [Date.parse(date)];
  return year
    ? [Date.parse(`${year}-01-04`) + (Number(at) - 1) * week - ((new Date(`${year}-01-04`).getUTCDay() + 6) % 7) * 24 * hour]
    : [];
};

test("an idea and those that are part of it go together, by the latest of them; others go alone", () => {
  const idea = (id: string, facts: Partial<Idea>): Idea => ({
    id,
    createdAt: 1,
    friction: id,
    showName: false,
    stage: "new",
    voices: 1,
    ...facts,
  });
  const into = (whole: string, steppedAt: number): Partial<Idea> => ({ stage: "merged", mergedInto: whole, steppedAt });
  const untouched = (...ideas: readonly Idea[]) => [...ideasUntouchedSince(ideas, 100)].sort();
  const [old, young] = [{ steppedAt: 50 }, { steppedAt: 100 }];
  expect(untouched(idea("a", old), idea("b", young), idea("c", { takenAt: 99, heardAt: 101 }))).toEqual(["a"]);
  expect(untouched(idea("a", young), idea("b", into("a", 10)), idea("c", into("b", 5)))).toEqual([]);
  expect(untouched(idea("a", old), idea("b", into("a", 10)), idea("c", into("b", 200)))).toEqual([]);
  expect(untouched(idea("a", old), idea("b", into("a", 10)), idea("c", into("gone", 10)))).toEqual(["a", "b", "c"]);
});

test("no team keeps ideas for longer than an admin allows: its form says so, its old posts answer what has become of an idea, and admins read a count", async () => {
  const { world, sara, omar, pia } = await aTeam();
  world.makeAdmin("Ada Min");
  const ada = world.person("Ada Min");
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await world.moveTo(thisRound.digest);
  await ada.writes("defaults");
  await ada.presses("Save", { "How long ideas are kept": "6 months" });
  await sara.writes("settings");
  const form = expectSay(await sara.presses("What"), "settings");
  expect([form.mostMonths, form.before.monthsKept]).toEqual([6, 6]);
  const refused = await sara.sendsByHand({
    verb: "save-settings",
    team: teamId,
    group: "what",
    before: { monthsKept: 6 },
    monthsKept: "36",
  });
  expect(expectSay(refused, "settings").problem).toBe("bad-settings");
  for (let at = 1; at < 30; at += 1) await world.moveTo(thisRound.digest + at * week);
  const onPrinter = { in: "channel", on: "The printer is slow" };
  expect(expectSay(await pia.presses("Me too", onPrinter), "refusal").why).toBe("no-such-idea");
  expect(expectSay(await pia.writes("#1"), "refusal").why).toBe("no-such-idea");
  await ada.writes("defaults");
  const { acts } = expectSay(await ada.presses("Who did what"), "audit");
  expect(acts.filter((act) => act.did === "too-old").every((act) => "count" in act && (act.count ?? 0) > 0 && act.name === undefined)).toBe(
    true,
  );
  expect(acts.some(({ did }) => did === "too-old")).toBe(true);
});
