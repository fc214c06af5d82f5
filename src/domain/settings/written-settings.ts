import type { WrittenSettings } from "../action/settings.ts";
import { holidaysOf } from "../asking/calendar.ts";
import { omit } from "../omit.ts";
import { keepsUntilExported, monthsKeptOf } from "../teams/months-kept.ts";
import { type Settings, smallestGroupOf, type Team, traceChoiceOf, withLeads } from "../teams/team.ts";
import { quietIn, writtenQuiet } from "./quiet.ts";

/** The settings of a team that hold one value each, as its form writes them. */
export const writtenOf = (settings: Settings) => ({
  language: settings.language,
  secondLanguage: settings.secondLanguage ?? ("" as const),
  zone: settings.zone,
  holidays: holidaysOf(settings),
  quiet: writtenQuiet(settings.quiet),
  quietForAll: writtenQuiet(settings.quietForAll),
  promptWeekday: settings.prompt.weekday,
  promptTime: settings.prompt.time,
  everyWeeks: settings.everyWeeks,
  reminderWeekday: settings.reminder?.weekday ?? (0 as const),
  reminderTime: settings.reminder?.time ?? "10:00",
  digestWeekday: settings.digest.weekday,
  digestTime: settings.digest.time,
  draftHours: settings.draftHours ?? 0,
  daysToDue: settings.daysToDue,
  asksWeekly: settings.asksWeekly !== false,
  coordinators: settings.coordinators ?? "",
  rotates: settings.rotates === true,
  spread: settings.spread !== false,
  withoutTrace: traceChoiceOf({ settings }),
  smallestGroup: smallestGroupOf({ settings }),
  monthsKept: monthsKeptOf({ settings }),
  keepUntilExported: keepsUntilExported({ settings }),
  focusNow: settings.focus?.now ?? "",
  focusGoal: settings.focus?.goal ?? "",
});

/** The settings of a team as its form writes them. */
export const writtenSettings = (team: Team): WrittenSettings => ({
  ...writtenOf(team.settings),
  channelId: team.channelId,
  leads: team.leads,
  notAsked: team.settings.notAsked,
});

const focusWritten = ({ focusNow: now, focusGoal: goal }: WrittenSettings): Pick<Settings, "focus"> =>
  now || goal ? { focus: { ...(now ? { now } : {}), ...(goal ? { goal } : {}) } } : {};

/** The team with the settings of a form; its clock is not moved yet. */
export const withWritten = (team: Team, written: WrittenSettings): Team => {
  const { settings } = team;
  const { reminderWeekday: weekday, reminderTime: time, draftHours } = written;
  const after: Settings = {
    ...omit(
      settings,
      "reminder",
      "draftHours",
      "asksWeekly",
      "coordinators",
      "rotates",
      "spread",
      "withoutTrace",
      "keepUntilExported",
      "focus",
      "secondLanguage",
      "holidays",
      "quiet",
      "quietForAll",
    ),
    language: written.language,
    zone: written.zone,
    // A team that has the days off of its zone keeps them when its zone changes.
    ...(written.holidays === holidaysOf({ zone: written.zone }) ? {} : { holidays: written.holidays }),
    ...(written.quiet ? { quiet: quietIn(written.quiet) } : {}),
    ...(written.quietForAll ? { quietForAll: quietIn(written.quietForAll) } : {}),
    prompt: { weekday: written.promptWeekday, time: written.promptTime },
    everyWeeks: written.everyWeeks,
    digest: { weekday: written.digestWeekday, time: written.digestTime },
    notAsked: written.notAsked,
    daysToDue: written.daysToDue,
    ...(weekday === 0 ? {} : { reminder: { weekday, time } }),
    ...(draftHours === 0 ? {} : { draftHours }),
    ...(written.asksWeekly ? {} : { asksWeekly: false }),
    ...(written.coordinators ? { coordinators: written.coordinators } : {}),
    ...(written.secondLanguage ? { secondLanguage: written.secondLanguage } : {}),
    ...(written.rotates ? { rotates: true } : {}),
    ...(written.spread ? {} : { spread: false as const }),
    ...(written.withoutTrace === "choose" ? {} : { withoutTrace: written.withoutTrace }),
    ...(written.smallestGroup === smallestGroupOf({ settings }) ? {} : { smallestGroup: written.smallestGroup }),
    ...(written.monthsKept === monthsKeptOf({ settings }) ? {} : { monthsKept: written.monthsKept }),
    ...(written.keepUntilExported ? { keepUntilExported: true as const } : {}),
    ...focusWritten(written),
  };
  const changed = { ...team, settings: after, channelId: written.channelId };
  return written.leads.join() === team.leads.join() ? changed : withLeads(changed, written.leads);
};
