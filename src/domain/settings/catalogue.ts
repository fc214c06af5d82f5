import type { WrittenSettings } from "../action/settings.ts";
import type { SettingGroup } from "./group.ts";

export type SettingName = keyof WrittenSettings;

/** `isOfTenant`: the tenant's defaults may set it. `with`: the setting with which it is one, such as a reminder's time with its weekday. */
type Setting = { readonly group: SettingGroup; readonly isOfTenant?: true; readonly with?: SettingName };

/** Every setting of a team. A later setting joins this table, and with it the form, the merge, the audit and the tenant's defaults. */
export const catalogue: { readonly [S in SettingName]-?: Setting } = {
  promptWeekday: { group: "when", isOfTenant: true },
  promptTime: { group: "when", isOfTenant: true },
  digestWeekday: { group: "when", isOfTenant: true },
  digestTime: { group: "when", isOfTenant: true },
  everyWeeks: { group: "when", isOfTenant: true },
  reminderWeekday: { group: "when", isOfTenant: true },
  reminderTime: { group: "when", isOfTenant: true, with: "reminderWeekday" },
  draftHours: { group: "when", isOfTenant: true },
  asksWeekly: { group: "when" },
  zone: { group: "when", isOfTenant: true },
  holidays: { group: "when", isOfTenant: true },
  quiet: { group: "when" },
  quietForAll: { group: "when", isOfTenant: true },
  channelId: { group: "where" },
  coordinators: { group: "where", isOfTenant: true },
  leads: { group: "who" },
  notAsked: { group: "who" },
  language: { group: "what" },
  secondLanguage: { group: "what" },
  daysToDue: { group: "what", isOfTenant: true },
  rotates: { group: "what", isOfTenant: true },
  spread: { group: "what", isOfTenant: true },
  withoutTrace: { group: "what", isOfTenant: true },
  smallestGroup: { group: "what", isOfTenant: true },
  monthsKept: { group: "what", isOfTenant: true },
  keepUntilExported: { group: "what", isOfTenant: true },
  focusNow: { group: "what" },
  focusGoal: { group: "what", with: "focusNow" },
};

export const settingNames = Object.keys(catalogue) as readonly SettingName[];
