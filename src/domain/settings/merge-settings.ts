import type { NamedPeople, SettingsOnForm, WrittenSettings } from "../action/settings.ts";
import { focusMarkOf } from "../ids.ts";
import { catalogue, type SettingName, settingNames } from "./catalogue.ts";

/** Settings with one value each; the lists of people are merged person by person (flows/people/picked.ts). */
export type OneSettings = Omit<WrittenSettings, keyof NamedPeople>;

const isOne = (name: SettingName): name is keyof OneSettings => name !== "leads" && name !== "notAsked";

/** Settings with one value, those that are one with another beside it. */
export const together: readonly (readonly (keyof OneSettings)[])[] = settingNames
  .filter(isOne)
  .filter((name) => catalogue[name].with === undefined)
  .map((name) => [name, ...settingNames.filter(isOne).filter((other) => catalogue[other].with === name)]);

/**
 * `others`: stored settings that this form sets otherwise although another lead has changed them meanwhile. `isSure`: Gnist knows of every setting whether the
 * form changed it.
 */
type Merged = { readonly settings: OneSettings; readonly others: Partial<OneSettings>; readonly isSure: boolean };

/** Settings as the button of a form has them: of a focus it has marks. */
export const marked = (settings: SettingsOnForm): SettingsOnForm => ({
  ...settings,
  ...(settings.focusNow === undefined ? {} : { focusNow: focusMarkOf(settings.focusNow) }),
  ...(settings.focusGoal === undefined ? {} : { focusGoal: focusMarkOf(settings.focusGoal) }),
});

/**
 * Three-way merge of a form with the stored settings: a setting that the form does not ask for, or did not change, stays as stored. Where two leads chose
 * differently, the later press wins.
 * @param before the settings that the form showed when it opened; cards of an earlier version do not send them
 */
export const mergeSettings = (before: SettingsOnForm | undefined, written: SettingsOnForm, stored: WrittenSettings): Merged => {
  const settings: Partial<Record<keyof OneSettings, unknown>> = {};
  const others: Partial<Record<keyof OneSettings, unknown>> = {};
  let isSure = true;
  for (const group of together) {
    const isSame = (one: SettingsOnForm, other: SettingsOnForm) => group.every((name) => one[name] === other[name]);
    const isAsked = group.every((name) => written[name] !== undefined);
    const shown = before && group.every((name) => before[name] !== undefined) ? before : undefined;
    const isAsShown = (one: SettingsOnForm) => shown !== undefined && isSame(marked(one), shown);
    const isKept = !isAsked || isSame(written, stored) || isAsShown(written);
    for (const name of group) settings[name] = (isKept ? stored : written)[name];
    if (isKept || isAsShown(stored)) continue;
    isSure &&= shown !== undefined;
    for (const name of group) others[name] = stored[name];
  }
  return { settings: settings as OneSettings, others: others as Partial<OneSettings>, isSure };
};
