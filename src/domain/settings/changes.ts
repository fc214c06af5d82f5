import { z } from "zod";
import type { PersonId } from "../people/person.ts";
import { substitutionOf } from "../teams/substitute.ts";
import { kindsOf, type Team } from "../teams/team.ts";
import { erased } from "./act.ts";
import { settingNames } from "./catalogue.ts";
import { writtenSettings } from "./written-settings.ts";

/**
 * Settings whose changes are told: those in groups, and those with forms of their own. Rows hold these names as long as their team lives: one that the catalogue
 * drops stays here.
 */
const changedSettings = [...settingNames, "substitute", "kinds", "kindOwners"] as const;
export type ChangedSetting = (typeof changedSettings)[number];

const settingValue = z.union([z.string(), z.number(), z.boolean()]);
export type SettingValue = z.infer<typeof settingValue>;

const setting = z.enum(changedSettings);

/** One changed setting, with its values as they are stored. */
export const settingChangeShape = z
  .union([
    /** `about`: the kind of a proposed owner. `until`: the last day of a new substitute. */
    z.object({
      setting,
      about: z.string().exactOptional(),
      from: settingValue,
      to: settingValue,
      until: z.string().exactOptional(),
    }),
    /** A list. `more`: how many more were added or removed than stand here. */
    z.object({
      setting,
      added: z.array(z.string()).readonly(),
      removed: z.array(z.string()).readonly(),
      more: z.number().exactOptional(),
    }),
  ])
  .readonly();
export type SettingChange = z.infer<typeof settingChangeShape>;

/** The most that one change of a list names: a row has 32,768 characters in a column. */
const mostNamed = 100;
/** The most of them that a line names. */
export const mostInLine = 5;

const listChange = (setting: ChangedSetting, before: readonly string[], after: readonly string[]): readonly SettingChange[] => {
  const [had, has] = [new Set(before), new Set(after)];
  const [added, removed] = [after.filter((one) => !had.has(one)), before.filter((one) => !has.has(one))];
  if (added.length + removed.length === 0) return [];
  const [kept, gone] = [added.slice(0, mostNamed), removed.slice(0, mostNamed)];
  const more = added.length + removed.length - kept.length - gone.length;
  return [{ setting, added: kept, removed: gone, ...(more > 0 ? { more } : {}) }];
};

const ownersChange = (before: Team, after: Team): readonly SettingChange[] => {
  const [had, has] = [before.settings.kindOwners ?? {}, after.settings.kindOwners ?? {}];
  return [...new Set([...Object.keys(had), ...Object.keys(has)])].flatMap((about) => {
    const [from, to] = [had[about] ?? "", has[about] ?? ""];
    return from === to ? [] : [{ setting: "kindOwners", about, from, to }];
  });
};

/** Substitutes are told of the leads whom the team still has. */
const substitutesChange = (before: Team, after: Team, now: number): readonly SettingChange[] =>
  after.leads.flatMap((lead) => {
    const [had, has] = [substitutionOf(before, lead, now), substitutionOf(after, lead, now)];
    if (had?.person === has?.person && had?.until === has?.until) return [];
    return [{ setting: "substitute", from: had?.person ?? "", to: has?.person ?? "", ...(has ? { until: has.until } : {}) }];
  });

/** The settings that differ between two states of a team. */
export const changesOf = (before: Team, after: Team, now: number): readonly SettingChange[] => {
  const [had, has] = [writtenSettings(before), writtenSettings(after)];
  return changedSettings.flatMap((setting): readonly SettingChange[] => {
    if (setting === "kinds") return listChange(setting, kindsOf(before), kindsOf(after));
    if (setting === "kindOwners") return ownersChange(before, after);
    if (setting === "substitute") return substitutesChange(before, after, now);
    if (setting === "leads" || setting === "notAsked") return listChange(setting, had[setting], has[setting]);
    const [from, to] = [had[setting], has[setting]];
    return from === to ? [] : [{ setting, from, to }];
  });
};

const ofPeople: readonly ChangedSetting[] = ["leads", "substitute", "notAsked", "kindOwners"];
const ofPlaces: readonly ChangedSetting[] = ["channelId", "coordinators"];

const idsIn = (among: readonly ChangedSetting[], { setting, ...change }: SettingChange): readonly string[] => {
  if (!among.includes(setting)) return [];
  const named =
    "from" in change ? [change.from, change.to] : [...change.added.slice(0, mostInLine), ...change.removed.slice(0, mostInLine)];
  return named.map(String).filter((id) => id !== "" && id !== erased);
};

/** The change without a person whose data is erased. */
export const withoutPerson = (change: SettingChange, person: PersonId): SettingChange => {
  if (!ofPeople.includes(change.setting)) return change;
  const instead = <V extends SettingValue>(value: V) => (value === person ? erased : value);
  if ("from" in change) return { ...change, from: instead(change.from), to: instead(change.to) };
  return { ...change, added: change.added.map(instead), removed: change.removed.map(instead) };
};

/** The people whom a line about a change names. */
export const peopleIn = (change: SettingChange): readonly PersonId[] => idsIn(ofPeople, change);
/** The channels and teams that it names. */
export const placesIn = (change: SettingChange): readonly string[] => idsIn(ofPlaces, change);
