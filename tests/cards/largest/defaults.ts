import type { DefaultsMessage } from "../../../src/domain/message/defaults.ts";
import { pickSettings, type TenantSettings, tenantSettingNames } from "../../../src/domain/settings/tenant-settings.ts";
import { due, instant, type LargestOf, longestAddress, many, type Parts, secret, teamId } from "./parts.ts";

export const defaults = ({ line, name, settings, teams, zone }: Parts): LargestOf<DefaultsMessage["say"]> => {
  const given = {
    ...(pickSettings(settings, tenantSettingNames) as Required<TenantSettings>),
    zone,
    coordinators: teams[0]?.id ?? "",
  };
  const other: TenantSettings = { promptWeekday: 3, promptTime: "08:00", digestWeekday: 5, coordinators: teams[1]?.id ?? "" };
  const tally = { after: "t", seen: 2_000, changed: 1_214, refused: 786, names: many(10, () => name) };
  return {
    defaults: [
      {
        say: "defaults",
        written: given,
        before: given,
        whistle: longestAddress,
        whistleBefore: longestAddress,
        zones: many(60, () => zone),
        offices: teams,
        set: tenantSettingNames,
        saved: tenantSettingNames,
        problem: "bad-link",
        latest: many(10, () => ({
          at: instant,
          name,
          did: "changed",
          before: given,
          after: { ...given, ...other },
          link: "removed",
          teams: 2_000,
        })),
      },
    ],
    audit: [
      {
        say: "audit",
        acts: many(10, () => ({
          at: instant,
          otherYear: true as const,
          did: "settings" as const,
          name,
          role: "substitute" as const,
          team: name,
          changes: many(30, () => ({ setting: "kindOwners" as const, about: line(40), from: "p1", to: "p2", until: due })),
          number: 9_999,
          to: name,
          count: 9_999,
        })),
        named: [...teams, { id: "p1", name }, { id: "p2", name }],
        zone,
        page: 9_999,
        hasMore: true,
      },
    ],
    "change-teams-form": [
      { say: "change-teams-form", given, offices: teams, chosen: tenantSettingNames, teams: 2_000, problem: "none-chosen" },
    ],
    "choose-teams": [
      {
        say: "choose-teams",
        change: secret,
        find: line(120),
        teams: many(50, (at) => ({ id: teamId(at), name })),
        picked: many(50, teamId),
        count: 2_000,
        page: 1,
        pages: 40,
        problem: "no-team-chosen",
      },
    ],
    "change-preview": [
      {
        say: "change-preview",
        change: secret,
        given,
        offices: teams,
        teams: 2_000,
        isAll: true,
        counts: tenantSettingNames.map((setting) => ({ setting, changes: 1_214, hasIt: 786, cannot: 1 })),
        changes: 1_214,
        problem: "under-way",
      },
    ],
    "change-running": [{ say: "change-running", change: secret, given, offices: teams, isBack: true, teams: 2_000, tally }],
    "change-ended": [{ say: "change-ended", change: secret, given, offices: teams, isBack: true, tally, problem: "under-way" }],
  };
};
