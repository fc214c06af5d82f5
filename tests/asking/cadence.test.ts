import { describe, expect, test } from "vitest";
import { type Cadence, nextPrompt, nextWeekTime, roundTimes, weekOf, weeksBetween } from "../../src/domain/asking/cadence.ts";
import {
  afterWorkingHours,
  isWorkingDay,
  nextWorkingMorning,
  nextWorkingTime,
  workingDaysLater,
} from "../../src/domain/asking/calendar.ts";
import { daysBetween } from "../../src/domain/asking/local-time.ts";

const zone = "Europe/Stockholm";
const cadence: Cadence = {
  zone,
  prompt: { weekday: 4, time: "13:00" },
  everyWeeks: 1,
  holidays: "none",
  reminder: { weekday: 1, time: "10:00" },
  digest: { weekday: 2, time: "13:00" },
  draftHours: 4,
};

const at = (text: string) => Date.parse(text);
const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());

describe("the team's cadence", () => {
  test("the question comes on the next Thursday at 13:00 local time", () => {
    expect(iso(nextPrompt(cadence, at("2026-11-23T08:00:00Z")))).toBe("2026-11-26T12:00:00.000Z");
  });

  test("daylight saving never moves the local hour, in autumn or in spring", () => {
    expect(iso(nextWeekTime(cadence.prompt, zone, at("2026-10-22T12:00:00Z")))).toBe("2026-10-29T12:00:00.000Z");
    expect(iso(nextWeekTime(cadence.prompt, zone, at("2026-10-22T10:00:00Z")))).toBe("2026-10-22T11:00:00.000Z");
    expect(iso(nextWeekTime(cadence.prompt, zone, at("2027-03-25T12:00:00Z")))).toBe("2027-04-01T11:00:00.000Z");
  });

  test("an hour that does not exist is moved by the gap, one that exists twice is the first", () => {
    const half = { weekday: 7, time: "02:30" } as const;
    expect(iso(nextWeekTime(half, zone, at("2027-03-27T12:00:00Z")))).toBe("2027-03-28T01:30:00.000Z");
    expect(iso(nextWeekTime(half, zone, at("2026-10-24T12:00:00Z")))).toBe("2026-10-25T00:30:00.000Z");
  });

  test("a gap that reaches midnight loses no week", () => {
    const late = { weekday: 6, time: "23:30" } as const;
    const nuuk = at("2027-03-27T12:00:00Z");
    const next = nextWeekTime(late, "America/Nuuk", nuuk);
    expect(next - nuuk).toBeLessThan(14 * 3_600_000);
  });

  test("the same instant is never given again", () => {
    const thursday = at("2026-11-26T12:00:00Z");
    expect(iso(nextWeekTime(cadence.prompt, zone, thursday))).toBe("2026-12-03T12:00:00.000Z");
  });

  test("a week whose question was brought forward is skipped", () => {
    expect(iso(nextPrompt(cadence, at("2026-11-23T08:00:00Z"), "2026-W48"))).toBe("2026-12-03T12:00:00.000Z");
  });

  test("every second week means two weeks after the last question, over the new year too", () => {
    const second: Cadence = { ...cadence, everyWeeks: 2 };
    expect(iso(nextPrompt(second, at("2026-12-24T12:00:00Z"), "2026-W52"))).toBe("2027-01-07T12:00:00.000Z");
  });

  test("a round has its reminder on Monday, its draft on Tuesday morning and its digest at 13:00", () => {
    const times = roundTimes(cadence, at("2026-11-26T12:00:00Z"));
    expect({ remind: iso(times.remindAt), draft: iso(times.draftAt), digest: iso(times.digestAt) }).toEqual({
      remind: "2026-11-30T09:00:00.000Z",
      draft: "2026-12-01T08:00:00.000Z",
      digest: "2026-12-01T12:00:00.000Z",
    });
  });

  test("who is asked an hour before the reminder is not reminded", () => {
    expect(roundTimes(cadence, at("2026-11-23T08:00:00Z")).remindAt).toBeUndefined();
  });

  test("a round asked shortly before a digest waits for the next one", () => {
    expect(iso(roundTimes(cadence, at("2026-11-24T11:30:00Z")).digestAt)).toBe("2026-12-01T12:00:00.000Z");
  });

  test("weeks are counted as the calendar on the wall does", () => {
    expect(weekOf(at("2026-12-31T12:00:00Z"), zone)).toBe("2026-W53");
    expect(weekOf(at("2027-01-03T23:30:00Z"), zone)).toBe("2027-W01");
    expect(weeksBetween("2026-W52", "2027-W01")).toBe(2);
  });

  test("tomorrow after a Friday is Monday at eight", () => {
    expect(iso(nextWorkingMorning(at("2026-11-27T15:00:00Z"), { zone }))).toBe("2026-11-30T07:00:00.000Z");
  });
});

test.each([
  ["on the same day", "2026-11-26T12:00:00Z", "2026-11-26T16:00:00Z"],
  ["over the night", "2026-11-26T14:00:00Z", "2026-11-27T09:00:00Z"],
  ["over the weekend", "2026-11-27T14:30:00Z", "2026-11-30T09:30:00Z"],
  ["from before work", "2026-11-26T04:00:00Z", "2026-11-26T11:00:00Z"],
  ["from a Saturday", "2026-11-28T12:00:00Z", "2026-11-30T11:00:00Z"],
  ["over the end of summer time", "2026-10-23T13:00:00Z", "2026-10-26T09:00:00Z"],
])("four working hours %s", (_, from, to) => {
  expect(new Date(afterWorkingHours(Date.parse(from), 4, { zone: "Europe/Stockholm" })).toISOString()).toBe(to.replace("Z", ".000Z"));
});

// Stockholm has 25 hours on 25 October and 23 on 28 March; Apia went from 29 to 31 December 2011.
test.each([
  ["an hour that is not midnight", zone, "2026-11-26T00:30:00Z", "2026-11-26T22:59:59Z", 0],
  ["two minutes around midnight", zone, "2026-11-26T22:59:00Z", "2026-11-26T23:01:00Z", 1],
  ["a day of 25 hours", zone, "2026-10-24T22:00:00Z", "2026-10-25T22:59:00Z", 0],
  ["a day of 23 hours", zone, "2027-03-27T23:00:00Z", "2027-03-28T22:00:00Z", 1],
  ["a day that was left out", "Pacific/Apia", "2011-12-30T09:59:00Z", "2011-12-30T10:01:00Z", 2],
  ["backwards", zone, "2026-12-01T12:00:00Z", "2026-11-26T12:00:00Z", -5],
])("local days are counted over %s", (_, where, from, to, days) => {
  expect(daysBetween(at(from), at(to), where)).toBe(days);
});

describe("the check-in of a round", () => {
  const thursday = at("2026-11-26T12:00:00Z");

  test("comes with the reminder", () => {
    expect(iso(roundTimes(cadence, thursday).checkInAt)).toBe("2026-11-30T09:00:00.000Z");
  });

  test("comes on Monday at 10:00 where there is no reminder, over the end of summer time too", () => {
    const { reminder: _none, ...without } = cadence;
    expect(iso(roundTimes(without, thursday).checkInAt)).toBe("2026-11-30T09:00:00.000Z");
    expect(iso(roundTimes(without, at("2026-10-22T11:00:00Z")).checkInAt)).toBe("2026-10-26T09:00:00.000Z");
    expect(iso(roundTimes(without, at("2026-10-15T11:00:00Z")).checkInAt)).toBe("2026-10-19T08:00:00.000Z");
  });

  test("keeps the reminder's moment of the week where that does not come before the digest, on a working day", () => {
    const onDay = (weekday: 3 | 6) => roundTimes({ ...cadence, reminder: { weekday, time: "10:00" } }, thursday);
    expect(onDay(3).remindAt).toBeUndefined();
    expect(iso(onDay(3).checkInAt)).toBe("2026-12-02T09:00:00.000Z");
    const early = roundTimes({ ...cadence, reminder: { weekday: 6, time: "10:00" }, digest: { weekday: 5, time: "13:00" } }, thursday);
    expect(early.remindAt).toBeUndefined();
    expect(iso(early.checkInAt)).toBe("2026-11-30T09:00:00.000Z");
  });
});

describe("working days", () => {
  test("are Monday to Friday by the team's own clock", () => {
    expect(isWorkingDay(at("2026-11-27T22:59:00Z"), { zone })).toBe(true);
    expect(isWorkingDay(at("2026-11-27T23:00:00Z"), { zone })).toBe(false);
    expect(isWorkingDay(at("2026-11-29T22:59:00Z"), { zone })).toBe(false);
    expect(isWorkingDay(at("2026-11-29T23:00:00Z"), { zone })).toBe(true);
    expect(isWorkingDay(at("2026-11-29T23:00:00Z"), { zone: "UTC" })).toBe(false);
  });

  test.each([
    ["none", 0, "2026-11-28T12:00:00Z", "2026-11-28T12:00:00Z"],
    ["one", 1, "2026-11-26T09:00:00Z", "2026-11-27T09:00:00Z"],
    ["two, over a weekend", 2, "2026-11-26T09:00:00Z", "2026-11-30T09:00:00Z"],
    ["one, from a Saturday", 1, "2026-11-28T09:00:00Z", "2026-11-30T09:00:00Z"],
    ["five", 5, "2026-11-26T09:00:00Z", "2026-12-03T09:00:00Z"],
    ["two, over the end of summer time", 2, "2026-10-22T08:00:00Z", "2026-10-26T09:00:00Z"],
    ["one, over the start of summer time", 1, "2027-03-26T09:00:00Z", "2027-03-29T08:00:00Z"],
  ])("%s later, a message comes at the same hour", (_, count, from, to) => {
    expect(workingDaysLater(at(from), count, { zone, holidays: "none" })).toBe(at(to));
  });

  test.each([
    ["later on the same day", "2026-11-27T13:59:59Z", "2026-11-27T14:00:00Z"],
    ["at that very instant", "2026-11-27T14:00:00Z", "2026-11-27T14:00:00Z"],
    ["after a weekend", "2026-11-27T14:00:00.001Z", "2026-11-30T14:00:00Z"],
    ["from a Sunday", "2026-11-29T01:00:00Z", "2026-11-30T14:00:00Z"],
    ["after the end of summer time", "2026-10-24T01:00:00Z", "2026-10-26T14:00:00Z"],
  ])("15:00 of a working day is found %s", (_, from, to) => {
    expect(nextWorkingTime(at(from), "15:00", { zone })).toBe(at(to));
  });
});
