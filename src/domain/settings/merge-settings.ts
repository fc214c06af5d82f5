import type { NamedPeople, SettingsShown, WrittenSettings } from "../action/settings.ts";

/** Settings with one value each; the lists of people are merged person by person (flows/people/picked.ts). */
export type OneSettings = Omit<WrittenSettings, keyof NamedPeople>;

/** Settings that mean something only together: a reminder has a time on its day. */
const together: readonly (readonly (keyof OneSettings)[])[] = [
  ["promptWeekday"],
  ["promptTime"],
  ["digestWeekday"],
  ["digestTime"],
  ["everyWeeks"],
  ["reminderWeekday", "reminderTime"],
  ["draftHours"],
  ["daysToDue"],
  ["language"],
  ["zone"],
  ["channelId"],
];

/** `others`: what another lead chose meanwhile where this form says otherwise. `isSure`: it is known of every setting whether the form changed it. */
type Merged = { readonly settings: OneSettings; readonly others: Partial<OneSettings>; readonly isSure: boolean };

/**
 * Merges a form with what is stored by now: what the form did not change stays as it is stored. Where two leads chose differently, the later press counts.
 * @param before what the form showed when it was opened; cards of old do not tell
 */
export const mergeSettings = (before: SettingsShown | undefined, written: WrittenSettings, stored: WrittenSettings): Merged => {
  const shown = before && "zone" in before ? before : undefined;
  const settings: Partial<Record<keyof OneSettings, unknown>> = {};
  const others: Partial<Record<keyof OneSettings, unknown>> = {};
  for (const group of together) {
    const isSame = (one: WrittenSettings, other: WrittenSettings) => group.every((name) => one[name] === other[name]);
    const isKept = isSame(written, stored) || (shown !== undefined && isSame(written, shown));
    for (const name of group) settings[name] = (isKept ? stored : written)[name];
    if (!isKept && !(shown && isSame(stored, shown))) for (const name of group) others[name] = stored[name];
  }
  return {
    settings: settings as OneSettings,
    others: others as Partial<OneSettings>,
    isSure: shown !== undefined || Object.keys(others).length === 0,
  };
};
