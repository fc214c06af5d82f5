import { z } from "zod";
import { holidayChoices } from "../asking/calendar.ts";
import { teamIdShape } from "../ids.ts";
import { type Team, traceChoices, weekdayShape } from "../teams/team.ts";
import { catalogue, settingNames } from "./catalogue.ts";
import { type OneSettings, together } from "./merge-settings.ts";
import { withWritten, writtenSettings } from "./written-settings.ts";

/**
 * The settings that an admin may give all teams of a tenant, or those of them that one has given; a setting that nobody set is missing. Later settings join
 * here and in the catalogue. Those that become limits which teams cannot undercut (months kept, smallest group) get their bound beside their shape, where a team's
 * save checks it.
 */
export const tenantSettingsShape = z.object({
  zone: z.string().exactOptional(),
  holidays: z.enum(holidayChoices).exactOptional(),
  /** Quiet periods that a team can add to, and not shorten: a team's form has no input for them. */
  quietForAll: z.string().exactOptional(),
  promptWeekday: weekdayShape.exactOptional(),
  promptTime: z.string().exactOptional(),
  everyWeeks: z.literal([1, 2, 4]).exactOptional(),
  reminderWeekday: z.union([z.literal(0), weekdayShape]).exactOptional(),
  reminderTime: z.string().exactOptional(),
  digestWeekday: weekdayShape.exactOptional(),
  digestTime: z.string().exactOptional(),
  draftHours: z.number().exactOptional(),
  daysToDue: z.number().exactOptional(),
  /** The questions of the rounds take turns. */
  rotates: z.boolean().exactOptional(),
  /** Results go between teams. */
  spread: z.boolean().exactOptional(),
  withoutTrace: z.enum(traceChoices).exactOptional(),
  /** Also the minimum of every team (`smallestGroupIn`). */
  smallestGroup: z.number().exactOptional(),
  /** Also the most of every team (`monthsKeptWithin`). */
  monthsKept: z.number().exactOptional(),
  /** The months begin with an export: the most that an admin allows, too. */
  keepUntilExported: z.boolean().exactOptional(),
  /** The coordinators' team, or "" for none. */
  coordinators: z.union([teamIdShape, z.literal("")]).exactOptional(),
});

export type TenantSettings = Readonly<z.infer<typeof tenantSettingsShape>>;
export type TenantSetting = keyof TenantSettings;

export const isTenantSetting = (name: string): name is TenantSetting =>
  settingNames.some((one) => one === name && catalogue[one].isOfTenant);
export const tenantSettingNames = settingNames.filter(isTenantSetting);

/** The settings with values of their own that differ between two states of a team. */
export const changedSettings = (before: Team, after: Team): readonly (keyof OneSettings)[] => {
  const [was, is] = [writtenSettings(before), writtenSettings(after)];
  return together.flat().filter((name) => was[name] !== is[name]);
};

/** The smallest group of texts without a trace that a team of the tenant may have. */
export const smallestGroupIn = ({ smallestGroup = 0 }: TenantSettings): number => smallestGroup;

/** Picks settings by name, without those that have no value. */
export const pickSettings = (from: Partial<OneSettings>, names: readonly TenantSetting[]): TenantSettings =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));

/** The team with settings that an admin gives it, and their names noted with it; the same team where it has all of them already. Its clock is not moved yet. */
export const withTenantSettings = (team: Team, given: TenantSettings): Team => {
  const after = withWritten(team, { ...writtenSettings(team), ...given });
  const changed = changedSettings(team, after);
  return changed.length === 0 ? team : { ...after, fromTenant: [...new Set([...(team.fromTenant ?? []), ...changed])] };
};

/** A new team with the settings that the tenant gives it. */
export const startingWith = (fresh: Team, given: TenantSettings): Team => {
  const names = Object.keys(given);
  return names.length === 0 ? fresh : { ...withTenantSettings(fresh, given), fromTenant: names };
};

/** A team whose settings somebody has changed for it alone: these come from the tenant no more. */
export const withOwnSettings = (before: Team, after: Team): Team => {
  const { fromTenant, ...rest } = after;
  if (!fromTenant) return after;
  const changed: readonly string[] = changedSettings(before, after);
  const left = fromTenant.filter((name) => !changed.includes(name));
  return left.length > 0 ? { ...rest, fromTenant: left } : rest;
};
