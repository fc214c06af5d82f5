import type { TeamId } from "../ids.ts";
import type { TenantSetting, TenantSettings } from "../settings/tenant-settings.ts";

/** The teams that a page of the choice shows, and those of them that are chosen. */
export type PickedTeams = { readonly shown: readonly TeamId[]; readonly picked: readonly TeamId[] };

export type DefaultsAction =
  | { readonly verb: "show-defaults" }
  | { readonly verb: "show-audit"; readonly page: number }
  | {
      readonly verb: "save-defaults";
      readonly written: TenantSettings;
      readonly before: TenantSettings;
      readonly whistle: string;
      readonly whistleBefore: string;
    }
  /** `settings`: those that were saved just now. */
  | { readonly verb: "change-teams-form"; readonly settings: readonly TenantSetting[] }
  /** `all`: every team is meant; otherwise the admin chooses some next. */
  | { readonly verb: "make-change"; readonly settings: readonly TenantSetting[]; readonly all: boolean }
  /** `find`: part of a name. `found`: the one for which the pressed card shows teams. */
  | (PickedTeams & {
      readonly verb: "choose-teams";
      readonly change: string;
      readonly find: string;
      readonly found: string;
      readonly page: number;
    })
  /** With the teams of the page on which it was pressed, if there was one. */
  | (PickedTeams & { readonly verb: "preview-change"; readonly change: string; readonly find: string })
  | { readonly verb: "start-change"; readonly change: string }
  | { readonly verb: "show-change"; readonly change: string }
  | { readonly verb: "undo-change"; readonly change: string };
