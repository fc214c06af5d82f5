import { type Choice, teamView } from "../../domain/idea/view.ts";
import type { TeamSettings } from "../../domain/message/settings.ts";
import type { Member } from "../../domain/people/person.ts";
import type { SettingGroup } from "../../domain/settings/group.ts";
import { isTenantSetting, smallestGroupIn } from "../../domain/settings/tenant-settings.ts";
import { writtenSettings } from "../../domain/settings/written-settings.ts";
import { monthsKeptWithin } from "../../domain/teams/months-kept.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readDefaults } from "../../store/defaults.ts";
import { readMembers } from "../../store/member.ts";
import { type Round, readOpenRounds } from "../../store/round.ts";
import { readCoordinators } from "../../store/tenant.ts";
import { nextDigestOf } from "../asking/prompt-time.ts";
import { type Answer, isShownInChannel, type Scene } from "../flow.ts";
import { memberChoices } from "../people/names.ts";
import type { Turn } from "../right.ts";
import { standInOf } from "./stand-in.ts";

/** Zones offered in the list, those of the first users first; a team's own is always among them. */
export const zones = [
  "Europe/Stockholm",
  "Europe/Oslo",
  "Europe/Copenhagen",
  "Europe/Helsinki",
  "Atlantic/Reykjavik",
  "Atlantic/Faroe",
  "America/Nuuk",
  "Europe/London",
  "Europe/Dublin",
  "Europe/Lisbon",
  "Europe/Madrid",
  "Europe/Paris",
  "Europe/Brussels",
  "Europe/Amsterdam",
  "Europe/Berlin",
  "Europe/Zurich",
  "Europe/Vienna",
  "Europe/Rome",
  "Europe/Prague",
  "Europe/Warsaw",
  "Europe/Tallinn",
  "Europe/Riga",
  "Europe/Vilnius",
  "Europe/Athens",
  "Europe/Bucharest",
  "Europe/Kyiv",
  "Europe/Istanbul",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "Asia/Dubai",
  "Asia/Kolkata",
  "Asia/Singapore",
  "Asia/Tokyo",
  "Australia/Sydney",
  "Pacific/Auckland",
  "UTC",
];

/**
 * The people whom the form offers, the teams whose coordinators it offers, the smallest group that an admin allows, and the most months that ideas may be kept,
 * where an admin has said.
 */
export type Offered = {
  readonly people: readonly Member[];
  readonly offices: readonly Choice[];
  readonly leastGroup: number;
  readonly mostMonths?: number;
};

/** The coordinators from which a team can choose. A choice that is no longer offered stays until a lead chooses another; it has no name. */
const officesFor = ({ id, settings: { coordinators } }: Team, offices: readonly Choice[]): readonly Choice[] => {
  const others = offices.filter((office) => office.id !== id);
  return coordinators === undefined || others.some((office) => office.id === coordinators)
    ? others
    : [{ id: coordinators, name: "" }, ...others];
};

export const settingsOf = (
  team: Team,
  { scene, now }: Pick<Turn, "scene" | "now">,
  { people, offices, mostMonths }: Offered,
  round: Round | undefined,
  extra: Partial<Omit<TeamSettings, "say" | "team" | "before">> = {},
): TeamSettings => {
  const standIn = standInOf(team, scene.who.person, now);
  const nextDigestAt = nextDigestOf(team, round?.digestAt);
  const shown = { ...writtenSettings(team), monthsKept: monthsKeptWithin(team, mostMonths) };
  const known = team.channels.some(({ id }) => id === team.channelId);
  return {
    say: "settings",
    inChannel: isShownInChannel(scene),
    team: teamView(team),
    written: shown,
    before: shown,
    ...(mostMonths === undefined ? {} : { mostMonths }),
    // A channel that was deleted in Teams, or is private, stays until a lead chooses another; it has no name, which might be another's.
    channels: known ? team.channels : [{ id: team.channelId, name: team.channelId === team.teamsId ? "General" : "" }, ...team.channels],
    members: memberChoices(people),
    offices: officesFor(team, offices),
    zones: zones.includes(team.settings.zone) ? zones : [team.settings.zone, ...zones],
    page: 0,
    ...(team.fromTenant ? { fromTenant: team.fromTenant.filter(isTenantSetting) } : {}),
    saved: false,
    ...(standIn ? { standIn: { lead: scene.who.person, now: standIn, before: standIn } } : {}),
    ...(team.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}),
    ...(nextDigestAt !== undefined ? { nextDigestAt } : {}),
    ...extra,
  };
};

export const writeSettings = (_command: unknown, turn: Turn, offered: Offered): Promise<Answer> => showSettings({}, turn, offered);

/** The first view of the settings, or the form of one group; and another page of the people whom the settings name. */
export const showSettings = async (
  { group, page = 0 }: { readonly group?: SettingGroup; readonly page?: number },
  turn: Turn,
  offered: Offered,
): Promise<Answer> => {
  const { team, ports } = turn;
  const [round] = await readOpenRounds(ports.rows, team);
  return settingsOf(team, turn, offered, round, { page, ...(group ? { group } : {}) });
};

/** Reads the people and the coordinators that the form offers, and the tenant's limits. */
export const readOffered = async (
  { team }: { readonly team: string },
  { rows }: Ports,
  { tenant }: Pick<Scene, "tenant">,
): Promise<Offered> => {
  const [people, offices, { defaults }] = await Promise.all([
    readMembers(rows, team),
    readCoordinators(rows, tenant),
    readDefaults(rows, tenant),
  ]);
  const { monthsKept: mostMonths } = defaults.settings;
  return { people, offices, leastGroup: smallestGroupIn(defaults.settings), ...(mostMonths === undefined ? {} : { mostMonths }) };
};
export const readOfferedOf = (team: string, _command: unknown, ports: Ports, scene: Scene): Promise<Offered> =>
  readOffered({ team }, ports, scene);

export const readPeopleOf = (team: string, _command: unknown, { rows }: Ports): Promise<readonly Member[]> => readMembers(rows, team);
