import { expect, test } from "vitest";
import { boundsOf, monthAfter, monthOf, reviewAt } from "../../src/domain/review/month.ts";
import { defaultSettings } from "../../src/domain/settings/default-settings.ts";
import type { Settings } from "../../src/domain/teams/team.ts";
import { day, hour } from "../world/moments.ts";

const zone = "Europe/Stockholm";
const settings: Settings = { ...defaultSettings(zone, "en"), holidays: "none" };
const at = (time: string) => Date.parse(time);

test("a month begins and ends at midnight of the team's zone, in summer time as in winter", () => {
  expect(boundsOf("2026-11", zone)).toEqual({ from: at("2026-10-31T23:00Z"), until: at("2026-11-30T23:00Z") });
  expect(boundsOf("2026-03", zone)).toEqual({ from: at("2026-02-28T23:00Z"), until: at("2026-03-31T22:00Z") });
  expect(boundsOf("2026-12", "Pacific/Auckland")).toEqual({ from: at("2026-11-30T11:00Z"), until: at("2026-12-31T11:00Z") });
  expect([monthOf(at("2026-10-31T22:59:59Z"), zone), monthOf(at("2026-10-31T23:00Z"), zone)]).toEqual(["2026-10", "2026-11"]);
  expect([monthAfter("2026-12"), monthAfter("2026-01", -1), monthAfter("2026-12", -12)]).toEqual(["2027-01", "2025-12", "2025-12"]);
  const march = boundsOf("2026-03", zone);
  expect(march.until - march.from).toBe(31 * day - hour);
});

test("a review comes at the time of drafts on the first working day after its month, whatever the clocks do", () => {
  // 13:00 less four hours; 1 August 2026 is a Saturday, and 1 November 2026 a Sunday a week after the clocks went back.
  expect(reviewAt("2026-07", settings)).toBe(at("2026-08-03T07:00Z"));
  expect(reviewAt("2026-10", settings)).toBe(at("2026-11-02T08:00Z"));
  expect(reviewAt("2026-12", { ...settings, holidays: "SE" })).toBe(at("2027-01-04T08:00Z"));
  expect(reviewAt("2026-06", { ...settings, quiet: [{ from: "2026-06-29", to: "2026-08-02" }] })).toBe(at("2026-08-03T07:00Z"));
  // A draft on the evening before is a time of day all the same.
  expect(reviewAt("2026-11", { ...settings, digest: { weekday: 2, time: "08:00" }, draftHours: 24 })).toBe(at("2026-12-01T07:00Z"));
});
