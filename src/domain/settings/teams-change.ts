import { z } from "zod";
import { teamIdShape } from "../ids.ts";
import { omit } from "../omit.ts";
import type { Team } from "../teams/team.ts";
import { catalogue } from "./catalogue.ts";
import { type TenantSetting, type TenantSettings, tenantSettingNames, tenantSettingsShape, withTenantSettings } from "./tenant-settings.ts";
import { withWritten, writtenSettings } from "./written-settings.ts";

/** Most teams that a card names, of those whose settings could not be changed. */
export const mostNamedTeams = 10;

/** The course of a change through the teams. `after`: the last team that it has passed, in the order of ids. */
const tallyShape = z.object({
  after: z.string(),
  /** Teams that it has passed. */
  seen: z.number(),
  changed: z.number(),
  /** Teams that could not take all of it, and the names of the first of them. */
  refused: z.number(),
  names: z.array(z.string()).readonly(),
});
export type ChangeTally = Readonly<z.infer<typeof tallyShape>>;
export const noTally: ChangeTally = { after: "", seen: 0, changed: 0, refused: 0, names: [] };

/** One change of settings for many teams of a tenant. */
export const teamsChangeShape = z.object({
  given: tenantSettingsShape.readonly(),
  /** The chosen teams; every team of the tenant where missing. */
  teams: z.array(teamIdShape).readonly().exactOptional(),
  by: z.string(),
  at: z.number(),
  /** Teams that it concerns, as counted when it began. */
  count: z.number(),
  state: z.enum(["choosing", "running", "done", "undoing", "undone"]),
  done: tallyShape.readonly(),
  undone: tallyShape.readonly(),
});
export type TeamsChange = Readonly<z.infer<typeof teamsChangeShape>>;

export const isUnderWay = ({ state }: Pick<TeamsChange, "state">): boolean => state === "running" || state === "undoing";

/** The names of a setting and of those that are one with it: they are sent to teams, and counted, together. */
export const sentWith = (name: TenantSetting): readonly TenantSetting[] => {
  const first = catalogue[name].with ?? name;
  return tenantSettingNames.filter((one) => one === first || catalogue[one].with === first);
};

/** The settings that are sent on their own, or stand for the others of their unit. */
export const sentSettings: readonly TenantSetting[] = tenantSettingNames.filter((name) => sentWith(name)[0] === name);

/** The settings that this team can take: the coordinators' own team passes nothing on to itself. */
export const takenBy = ({ id }: Pick<Team, "id">, given: TenantSettings): TenantSettings =>
  given.coordinators === id ? omit(given, "coordinators") : given;

/** How a team stands to settings that an admin wants to give it. */
export const standsTo = (team: Team, given: TenantSettings): "changes" | "has-it" | "cannot" => {
  const taken = takenBy(team, given);
  if (withTenantSettings(team, taken) !== team) return "changes";
  return taken === given ? "has-it" : "cannot";
};

/** The settings of a change, each for itself or with those that are sent with it. */
export const settingsIn = (given: TenantSettings): readonly TenantSetting[] => sentSettings.filter((name) => given[name] !== undefined);

/** How many teams a setting of a change concerns, and how. */
export type SettingCounts = {
  readonly setting: TenantSetting;
  readonly changes: number;
  readonly hasIt: number;
  readonly cannot: number;
};

/** The settings of one team that a change for many has changed, and which of them had come from the tenant before. */
export const changedTeamShape = z.object({
  before: tenantSettingsShape.readonly(),
  after: tenantSettingsShape.readonly(),
  fromTenant: z.array(z.string()).readonly(),
  /** The team has them back. */
  isBack: z.literal(true).exactOptional(),
});
export type ChangedTeam = Readonly<z.infer<typeof changedTeamShape>>;

/** The team with its settings as they were before a change for many teams, where each still is what that change made it. */
export const withUndone = (team: Team, { before, after, fromTenant }: ChangedTeam): Team => {
  const now = writtenSettings(team);
  const back = tenantSettingNames.filter((name) => before[name] !== undefined && now[name] === after[name]);
  const { fromTenant: noted = [], ...rest } = withWritten(team, {
    ...now,
    ...Object.fromEntries(back.map((name) => [name, before[name]])),
  });
  const isBack: readonly string[] = back;
  const left = noted.filter((name) => !isBack.includes(name) || fromTenant.includes(name));
  return back.length === 0 ? team : left.length > 0 ? { ...rest, fromTenant: left } : rest;
};
