import { nextPrompt, roundTimes, weekOf } from "../../src/domain/asking/cadence.ts";
import { defaultSettings } from "../../src/domain/settings/default-settings.ts";

/** Named moments of a team's rounds, by the default settings. */

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
export const week = 7 * day;

const zone = "Europe/Stockholm";
const settings = { ...defaultSettings(zone, "en"), holidays: "none" } as const;

/** The morning on which Gnist is added, 09:00 in Stockholm; the first question is due on the Thursday. */
export const monday = Date.parse("2026-11-23T08:00:00Z");

/** A round of a team that asks every week: its week, and when the clock does what in it. */
type Moments = {
  readonly id: string;
  readonly question: number;
  readonly reminder: number;
  readonly draft: number;
  /** On the Tuesday after the question. */
  readonly digest: number;
};

/** The round that begins `weeks` weeks after the first. */
export const roundAfter = (weeks: number): Moments => {
  const question = nextPrompt(settings, monday + weeks * week);
  const { remindAt, draftAt, digestAt } = roundTimes(settings, question);
  if (remindAt === undefined || draftAt === undefined) throw new Error("The settings of a new team have no reminder, or no draft.");
  return { id: weekOf(question, zone), question, reminder: remindAt, draft: draftAt, digest: digestAt };
};

export const thisRound = roundAfter(0);
export const nextRound = roundAfter(1);
