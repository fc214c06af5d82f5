import type { Weekday } from "../../src/domain/asking/local-time.ts";
import type { Choice } from "../../src/domain/idea/view.ts";
import type { OneSettings } from "../../src/domain/settings/merge-settings.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { capital, clockTime } from "../parts/text.ts";
import { languageName } from "./language-inputs.ts";
import { officeName } from "./office-input.ts";
import { quietInWords } from "./quiet-inputs.ts";

export const zoneName = (zone: string): string => zone.replaceAll("_", " ");

type EverySetting = Required<OneSettings>;

type SettingValues = { readonly [S in keyof EverySetting]: readonly [label: string, value: (chosen: EverySetting[S]) => string] };

/** The label of each setting, and its values in the reader's words. */
export const valuesOf = (
  { channels, offices }: { readonly channels: readonly Choice[]; readonly offices: readonly Choice[] },
  words: Words,
): SettingValues => {
  const own = words.settings;
  const dayName = (day: Weekday | 0) => (day === 0 ? own.noReminder : capital(words.format.nameOf(day)));
  const time = (value: string) => clockTime(value, words);
  const focus = (value: string) => cut(value, 60) || words.dash;
  return {
    promptWeekday: [own.promptDay, dayName],
    promptTime: [own.promptTime, time],
    digestWeekday: [own.digestDay, dayName],
    digestTime: [own.digestTime, time],
    everyWeeks: [own.every, (weeks) => own.everyWeeks[weeks]],
    reminderWeekday: [own.reminderDay, dayName],
    reminderTime: [own.reminderTime, time],
    draftHours: [own.draft, own.draftHours],
    daysToDue: [own.daysToDue, String],
    language: [own.language, languageName],
    secondLanguage: [own.secondLanguage, (language) => (language === "" ? own.oneLanguage : languageName(language))],
    zone: [own.zone, zoneName],
    holidays: [own.holidays, (country) => own.countries[country]],
    quiet: [own.quiet, (periods) => quietInWords(periods, words)],
    quietForAll: [own.quietForAll, (periods) => quietInWords(periods, words)],
    channelId: [own.channel, (channel) => channels.find(({ id }) => id === channel)?.name || own.presentChannel],
    asksWeekly: [own.asksWeekly, (weekly) => (weekly ? own.yes : own.no)],
    coordinators: [
      own.coordinators,
      (team) =>
        officeName(
          offices.find(({ id }) => id === team),
          words,
        ),
    ],
    rotates: [own.rotates, own.rotation],
    spread: [own.spread, own.spreads],
    withoutTrace: [own.withoutTrace, (choice) => own.traces[choice]],
    smallestGroup: [own.smallestGroup, String],
    monthsKept: [own.monthsKept, own.months],
    keepUntilExported: [own.keepUntilExported, own.keepsUntilExported],
    focusNow: [own.focusNow, focus],
    focusGoal: [own.focusGoal, focus],
  };
};

/** A setting with its value, in words. Undefined where it has none. */
export const settingWithValue = <S extends keyof EverySetting>(
  setting: S,
  chosen: Partial<EverySetting>,
  all: SettingValues,
): readonly [label: string, value: string] | undefined => {
  const value = chosen[setting];
  const [label, inWords] = all[setting];
  return value === undefined ? undefined : [label, inWords(value)];
};
