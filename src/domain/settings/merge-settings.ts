import type { NamedPeople, SettingsShown, WrittenSettings } from "../action/settings.ts";
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
export const marked = (settings: WrittenSettings): WrittenSettings => ({
  ...settings,
  ...(settings.focusNow === undefined ? {} : { focusNow: focusMarkOf(settings.focusNow) }),
  ...(settings.focusGoal === undefined ? {} : { focusGoal: focusMarkOf(settings.focusGoal) }),
});

/**
 * Three-way merge of a form with the stored settings: a setting that the form did not change stays as stored. Where two leads chose differently, the later
 * press wins.
 * @param before the settings that the form showed when it opened; cards of an earlier version do not send them
 */
export const mergeSettings = (before: SettingsShown | undefined, written: WrittenSettings, stored: WrittenSettings): Merged => {
  const shown = before && "zone" in before ? before : undefined;
  const isAsShown = (group: readonly (keyof OneSettings)[], one: WrittenSettings) =>
    shown !== undefined && group.every((name) => marked(one)[name] === shown[name]);
  const settings: Partial<Record<keyof OneSettings, unknown>> = {};
  const others: Partial<Record<keyof OneSettings, unknown>> = {};
  for (const group of together) {
    const isSame = (one: WrittenSettings, other: WrittenSettings) => group.every((name) => one[name] === other[name]);
    // A card of an earlier version has no input for a newer setting.
    const isUnasked = group.every((name) => written[name] === undefined);
    const isKept = isUnasked || isSame(written, stored) || isAsShown(group, written);
    for (const name of group) settings[name] = (isKept ? stored : written)[name];
    if (!isKept && !isAsShown(group, stored)) for (const name of group) others[name] = stored[name];
  }
  return {
    settings: settings as OneSettings,
    others: others as Partial<OneSettings>,
    isSure: shown !== undefined || Object.keys(others).length === 0,
  };
};
