import type { Choice } from "../idea/view.ts";
import type { ActRole } from "../settings/act.ts";
import type { SettingChange } from "../settings/changes.ts";
import type { ChangeTally, SettingCounts } from "../settings/teams-change.ts";
import type { TenantSetting, TenantSettings } from "../settings/tenant-settings.ts";

/** One line of what admins have changed. */
export type DefaultsEdit = {
  readonly at: number;
  /** Missing where Gnist knows no name of this admin. */
  readonly name?: string;
  readonly did: "saved" | "changed" | "undone";
  readonly before: TenantSettings;
  readonly after: TenantSettings;
  readonly link?: "set" | "removed";
  readonly teams?: number;
};

/** An act as admins read it. */
export type ToldAct =
  | DefaultsEdit
  | {
      readonly at: number;
      readonly otherYear?: true;
      readonly did:
        | "added"
        | "settings"
        | "passed-on"
        | "exported"
        | "measures-exported"
        | "address-made"
        | "address-revoked"
        | "erased"
        | "too-old";
      /** Missing where Gnist did it, and where it knows no name any more. */
      readonly name?: string;
      readonly role?: ActRole;
      readonly team?: string;
      readonly changes?: readonly SettingChange[];
      /** The idea that was passed on, and the name of the team that got it. */
      readonly number?: number;
      readonly to?: string;
      readonly count?: number;
    };

/** Settings that are told with their values. */
type ToldSettings = { readonly given: TenantSettings; readonly offices: readonly Choice[] };

export type DefaultsMessage =
  /** Settings of new teams. `written`: as the form has them; `before`: as they are stored, on top of those with which every team starts. */
  | {
      readonly say: "defaults";
      readonly written: Required<TenantSettings>;
      readonly before: Required<TenantSettings>;
      readonly whistle: string;
      readonly whistleBefore: string;
      readonly zones: readonly string[];
      readonly offices: readonly Choice[];
      /** The settings that an admin has set. */
      readonly set: readonly TenantSetting[];
      /** Settings that were saved just now; an empty list where only the link was. */
      readonly saved?: readonly TenantSetting[];
      readonly problem?: "bad-settings" | "bad-quiet" | "bad-link";
      readonly latest: readonly DefaultsEdit[];
    }
  /** A page of what was done in all teams, the newest first. `named`: people, channels and teams that changes name. */
  | {
      readonly say: "audit";
      readonly acts: readonly ToldAct[];
      readonly named: readonly Choice[];
      readonly zone: string;
      readonly page: number;
      readonly hasMore: boolean;
    }
  /** The settings that an admin can give to teams that are there, and which of them are chosen. */
  | (ToldSettings & {
      readonly say: "change-teams-form";
      readonly chosen: readonly TenantSetting[];
      readonly teams: number;
      readonly problem?: "none-chosen";
    })
  /** A page of the teams whose names hold `find`; `picked`: those among them that are chosen, and `count` in all. */
  | {
      readonly say: "choose-teams";
      readonly change: string;
      readonly find: string;
      readonly teams: readonly Choice[];
      readonly picked: readonly string[];
      readonly count: number;
      readonly page: number;
      readonly pages: number;
      readonly problem?: "no-team-chosen";
    }
  | (ToldSettings & {
      readonly say: "change-preview";
      readonly change: string;
      readonly teams: number;
      readonly isAll: boolean;
      readonly counts: readonly SettingCounts[];
      /** Teams that would change. */
      readonly changes: number;
      /** Another change is under way. */
      readonly problem?: "under-way";
    })
  | (ToldSettings & {
      readonly say: "change-running";
      readonly change: string;
      readonly isBack: boolean;
      readonly teams: number;
      readonly tally: ChangeTally;
    })
  | (ToldSettings & {
      readonly say: "change-ended";
      readonly change: string;
      readonly isBack: boolean;
      readonly tally: ChangeTally;
      readonly problem?: "under-way";
    });
