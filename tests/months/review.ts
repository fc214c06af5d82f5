import { expect } from "vitest";
import { asAt, type Known } from "./ledger.ts";
import { byName, countedRounds, summed } from "./numbers.ts";
import { endOf, partOf, savedBy, voicesOf, wrongInPart } from "./parts.ts";
import type { Played } from "./play.ts";

/** The review of a month, told by hand from the ledger. All months of the play are in winter, so that a day begins at 23:00 in UTC. */

const hour = 3_600_000;
const startOf = (year: number, month: number): number => Date.UTC(year, month - 1, 1) - hour;

/** @param month `YYYY-MM` @param at the instant (ms) as of which it is told */
const toldReview = (
  played: Pick<Played, "ledger" | "digests">,
  team: { readonly name: string; readonly people: readonly string[] },
  month: string,
  at: number,
) => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const [from, until] = [startOf(year, number), startOf(year, number + 1)];
  const isIn = (instant: number | undefined) => instant !== undefined && instant >= from && instant < until;
  const ideas = played.ledger
    .ideas(team.name)
    .map((known) => asAt(known, at))
    .filter(({ shownAt = Number.POSITIVE_INFINITY }) => shownAt < until);
  const placed = (...places: readonly Known["place"][]) => ideas.filter(({ place }) => places.includes(place));
  const endedIn = (place: "adopted" | "stopped") => placed(place).filter((known) => isIn(endOf(known)?.at));
  // The reason of an answer by which nothing is done stands there like a lesson.
  const lessons = endedIn("stopped");
  const waits = placed("open").filter(({ shownAt = 0 }) => at - shownAt >= 14 * 24 * hour);
  return {
    sum: summed(countedRounds(played, team.name, team.people.length).filter((round) => isIn(round.at))),
    worked: partOf(endedIn("adopted"), 5, savedBy),
    improve: partOf(placed("open", "owned"), 5, voicesOf),
    stopped: partOf(endedIn("stopped"), 2, voicesOf),
    waits: partOf(waits, 2, ({ shownAt = 0 }) => at - shownAt),
    // Dates are not in the ledger, so that any owned idea may come first.
    actions: partOf(placed("owned"), 8, () => 0),
    learned: partOf(lessons, 5, voicesOf),
    owners: new Map(placed("owned").map(({ idea, owner = "" }) => [idea, owner])),
    results: new Map(endedIn("adopted").map((known) => [known.idea, endOf(known)?.said])),
    lessons: new Map(lessons.map((known) => [known.idea, endOf(known)?.said])),
  };
};

/** The review that the lead got of a month says what the ledger tells. @param due the instant (ms) from which it was due */
export const expectReview = (played: Played, month: string, due: number): void => {
  const { world, clinic, stops } = played;
  const said = world
    .person(clinic.lead)
    .got("review")
    .find((one) => one.review.month === month);
  if (!said) throw new Error(`there is no review of ${month}`);
  const { review } = said;
  const told = toldReview(played, clinic, month, stops.find((at) => at >= due) ?? 0);
  const titles = (ideas: readonly { readonly title: string }[]) => ideas.map(({ title }) => title);
  const because = (why: string) => review.problems.filter((one) => one.why === why).map(({ idea }) => idea.title);
  expect(review.sum && byName(review.sum)).toEqual(told.sum);
  expect({
    worked: wrongInPart(told.worked, titles(review.worked), review.moreWorked),
    improve: wrongInPart(told.improve, titles(review.improve), review.moreImprove),
    stopped: wrongInPart(told.stopped, because("stopped")),
    waits: wrongInPart(told.waits, because("waits")),
    late: because("late").filter((title) => !told.owners.has(title)),
    actions: wrongInPart(told.actions, titles(review.actions), review.moreActions),
    learned: wrongInPart(told.learned, titles(review.learned)),
  }).toEqual({ worked: [], improve: [], stopped: [], waits: [], late: [], actions: [], learned: [] });
  for (const { title, owner } of review.actions) expect([title, owner?.name]).toEqual([title, told.owners.get(title)]);
  for (const { title, result } of review.worked) expect([title, result]).toEqual([title, told.results.get(title)]);
  for (const { title, lesson } of review.learned) expect([title, lesson]).toEqual([title, told.lessons.get(title)]);
};
