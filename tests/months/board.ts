import { expect } from "vitest";
import { day } from "../world/moments.ts";
import { asAt, type Deed, type Known } from "./ledger.ts";
import { linesOf, type Meeting, minutesOf } from "./meet.ts";
import { endOf, partOf, voicesOf, wrongInPart } from "./parts.ts";
import type { Played } from "./play.ts";

/** The boards of a team and their minutes, told by hand from the ledger. */

const isEnded = ({ place }: Known): boolean => place === "adopted" || place === "stopped";

/** Every line of a board tells the idea as it was at an instant (ms). */
const expectLines = (played: Played, lines: ReturnType<typeof linesOf>, at: number): void => {
  for (const { title, number, voices, owner, stage } of lines) {
    const whole = played.ledger.idea(title);
    if (!whole) throw new Error(`nobody wrote "${title}"`);
    const known = asAt(whole, at);
    const said = { title, number, voices, ...(owner ? { owner: owner.name } : {}), ended: stage === "adopted" || stage === "stopped" };
    const { owner: name } = known;
    expect(said).toEqual({ title, number: known.number, voices: voicesOf(known), ...(name ? { owner: name } : {}), ended: isEnded(known) });
  }
};

/** The board as it was opened. @param since the instant (ms) from which it tells what is done */
const expectOpened = (played: Played, { opened }: Meeting, since: number): void => {
  const at = opened.openedAt;
  const lastDigest = Math.max(...played.digests.filter((one) => one <= at));
  const shown = played.ledger
    .ideas(played.clinic.name)
    .map((known) => asAt(known, at))
    .filter(({ shownAt }) => shownAt !== undefined);
  const titles = (lines: readonly { readonly title: string }[]) => lines.map(({ title }) => title);
  const open = shown.filter(({ place }) => place === "open");
  const waiting = titles(opened.waiting);
  const waits = open.filter(({ shownAt }) => shownAt !== lastDigest);
  const others = open.filter(({ idea }) => !waiting.includes(idea));
  const done = shown.filter((known) => isEnded(known) && (endOf(known)?.at ?? 0) >= since);
  const owned = new Set(shown.filter(({ place }) => place === "owned").map(({ idea }) => idea));
  expect({
    check: titles(opened.check).filter((title) => !owned.has(title)),
    waiting: wrongInPart(
      partOf(waits, 3, ({ shownAt = 0 }) => at - shownAt),
      waiting,
    ),
    choose: wrongInPart(partOf(others, 3, voicesOf), titles(opened.choose)),
    done: wrongInPart(
      partOf(done, 4, (known) => endOf(known)?.at ?? 0),
      titles(opened.done),
      opened.moreDone,
    ),
    more: opened.moreWaiting,
  }).toEqual({ check: [], waiting: [], choose: [], done: [], more: open.length - waiting.length - opened.choose.length });
  expectLines(played, linesOf(opened), at);
};

const decisionWords: Readonly<Partial<Record<Deed["did"], string>>> = {
  took: "taken",
  "gave back": "open",
  started: "started",
  tested: "tested",
  adopted: "adopted",
  stopped: "stopped",
  "passed on": "passed",
  "sent back": "open",
};

/** @param known as it was when the deed was done */
const decisionOf = (deed: Deed, { owner }: Known) => {
  if (deed.did === "answered") return { what: deed.solves ? "adopted" : "stopped" };
  if (deed.did === "reopened") return { what: owner === undefined ? "open" : "reopened" };
  const what = decisionWords[deed.did];
  return what && { what, ...(what === "taken" ? { who: deed.who } : {}) };
};

const expectMinutes = (played: Played, { opened, minutes, isByLead }: Meeting): void => {
  if (!minutes) throw new Error("a board was not closed");
  const { openedAt: from, closedAt: to } = minutes;
  const { digests, clinic, ledger } = played;
  const ideas = linesOf(opened).flatMap(({ title }) => ledger.idea(title) ?? []);
  const decided = ideas.flatMap((whole) => {
    const made = whole.deeds.filter(({ at }) => at >= from && at <= to);
    const own = made.flatMap((deed) => decisionOf(deed, asAt(whole, deed.at)) ?? []);
    if (own.length === 0) return [];
    const then = asAt(whole, to);
    const text = isEnded(then) && made.includes(endOf(then) as Deed) ? endOf(then)?.said : undefined;
    return [[whole.idea, { number: whole.number, decided: own, ...(text === undefined ? {} : { text }) }] as const];
  });
  const told = new Map(decided);
  const said = minutes.decided.map(
    ({ idea: { title, number }, decided: own, text }) =>
      [
        title,
        {
          number,
          decided: own.map(({ what, who }) => ({ what, ...(who === undefined ? {} : { who }) })),
          ...(text ? { text } : {}),
        },
      ] as const,
  );
  expect(new Map(said)).toEqual(told);
  expect(said).toHaveLength(told.size);

  const grew = ideas.map((whole) => {
    const then = asAt(whole, to);
    return isEnded(then) ? 0 : voicesOf(then) - voicesOf(asAt(whole, from));
  });
  const thanksUntil = (until: number) =>
    ideas.reduce(
      (sum, { deeds }) => sum + new Set(deeds.filter(({ did, at }) => did === "thanked" && at <= until).map(({ who }) => who)).size,
      0,
    );
  const thanks = thanksUntil(to) - thanksUntil(from);
  const onTrack = ideas.filter(({ deeds }) => deeds.some(({ did, at }) => did === "on track" && at >= from && at <= to));
  const { voices, closedHow, closedBy, others } = minutes;
  expect({ voices, thanks: minutes.thanks, onTrack: minutes.onTrack, others, closedHow, closedBy }).toEqual({
    voices: grew.reduce((sum, one) => sum + one, 0),
    thanks: thanks >= 5 ? thanks : undefined,
    onTrack: onTrack.length,
    others: ideas
      .filter(({ idea }) => !told.has(idea))
      .map(({ number = 0 }) => number)
      .sort((one, other) => one - other),
    closedHow: isByLead ? "lead" : "digest",
    closedBy: isByLead ? clinic.lead : undefined,
  });
  if (!isByLead) expect(digests.some((at) => Math.abs(at - to) < day / 24)).toBe(true);
};

/** Every line of every board, and of its minutes, against the ledger. Minutes stay as they were when ideas go on. */
export const expectBoards = (played: Played): void => {
  const { meetings } = played;
  expect(meetings.length).toBeGreaterThan(6);
  for (const [at, meeting] of meetings.entries()) {
    expectOpened(played, meeting, meetings[at - 1]?.minutes?.closedAt ?? meeting.opened.openedAt - 28 * day);
    expectLines(played, linesOf(meeting.last), meeting.lastAt);
    expectMinutes(played, meeting);
    const decisions = (minutes: Meeting["minutes"]) => minutes?.decided.map(({ idea, decided }) => ({ idea, decided }));
    expect(decisions(minutesOf(meeting))).toEqual(decisions(meeting.minutes));
  }
  const all = meetings.flatMap(({ minutes }) => minutes ?? []);
  // Enough has happened for a comparison to tell something.
  expect(new Set(all.flatMap(({ decided }) => decided.flatMap((one) => one.decided.map(({ what }) => what)))).size).toBeGreaterThan(3);
  expect(all.reduce((sum, { voices }) => sum + voices, 0)).toBeGreaterThan(3);
};
