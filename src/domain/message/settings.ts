import type { PersonSettings, StandInForm, WrittenSettings } from "../action/settings.ts";
import type { Kind } from "../idea/idea.ts";
import type { Choice, TeamView } from "../idea/view.ts";
import type { PersonId } from "../people/person.ts";
import type { ActRole } from "../settings/act.ts";
import type { SettingChange } from "../settings/changes.ts";
import type { SettingGroup } from "../settings/group.ts";
import type { OneSettings } from "../settings/merge-settings.ts";
import type { TenantSetting } from "../settings/tenant-settings.ts";
import type { NextQuestion } from "./asking.ts";
import type { Pause } from "./people.ts";

/** The settings of a team: the first view, or the form of one group. */
export type TeamSettings = {
  readonly say: "settings";
  /** Missing in the first view. */
  readonly group?: SettingGroup;
  /** The card is in a channel of the team, and not in a person's own chat. */
  readonly inChannel: boolean;
  readonly team: TeamView;
  readonly written: WrittenSettings;
  /** The settings as they are stored, so that a save can tell what the form changed. */
  readonly before: WrittenSettings;
  /**
   * Settings that another lead has changed since the form opened, and that this form sets otherwise; on an old form, every setting that differs from the stored
   * one.
   */
  readonly others?: Partial<OneSettings>;
  /** The page of the people whom the form shows. */
  readonly page: number;
  readonly channels: readonly Choice[];
  readonly members: readonly Choice[];
  readonly zones: readonly string[];
  /** The most months that ideas may be kept, where an admin has said. */
  readonly mostMonths?: number;
  /** Teams whose coordinators take ideas from this one. */
  readonly offices: readonly Choice[];
  /** The substitute of the reader, if they lead the team, on the form and as stored. */
  readonly standIn?: { readonly lead: PersonId; readonly now: StandInForm; readonly before: StandInForm };
  readonly nextPromptAt?: number;
  readonly nextDigestAt?: number;
  /** Settings that an admin gave the team, by name. */
  readonly fromTenant?: readonly TenantSetting[];
  readonly saved: boolean;
  /** The changes that a save has made. */
  readonly changed?: readonly SettingChange[];
  readonly problem?:
    | "bad-settings"
    | "bad-quiet"
    | "no-lead"
    | "no-such-member"
    | "too-many"
    | "old-form"
    | "bad-substitute"
    | "small-group";
  /** The smallest group that an admin has set for the texts without a trace of all teams, where the chosen one is smaller. */
  readonly leastGroup?: number;
  /** Gnist has sent a test. */
  readonly testSent?: boolean;
};

/** A person's own settings, on the form and as it showed them when it opened. */
export type MySettings = {
  readonly say: "my-settings";
  readonly written: PersonSettings;
  readonly before: PersonSettings;
  /** Their next question, where that can be told. */
  readonly next?: NextQuestion;
  readonly pause?: Pause;
  /** `news`: among other things, whether they get news. */
  readonly saved?: "news" | "times";
  /** `no-days`: no working day is left. `day-off`: the day of the question is none. */
  readonly problem?: "no-days" | "day-off";
};

/** Settings that a person changed at once. `name`: none where no team knows the person. */
type SettingsEdit = {
  readonly at: number;
  readonly otherYear?: true;
  readonly name?: string;
  readonly changes: readonly SettingChange[];
  readonly role?: ActRole;
};

export type SettingsMessage =
  | TeamSettings
  /** The latest changes of a team's settings, the newest first. `named`: people, channels and teams that they name. */
  | {
      readonly say: "settings-changes";
      readonly team: TeamView;
      readonly edits: readonly SettingsEdit[];
      readonly named: readonly Choice[];
    }
  /** The team's kinds, and the person proposed as owner of each. */
  | {
      readonly say: "kinds";
      readonly inChannel: boolean;
      readonly team: TeamView;
      readonly kinds: readonly Kind[];
      readonly owners: readonly { readonly kind: Kind; readonly name: string }[];
      readonly members: readonly Choice[];
      readonly saved?: true;
      /** A form that comes back has the kinds that were typed. */
      readonly written?: readonly Kind[];
      readonly problem?: "too-many-kinds" | "long-kind" | "no-such-kind" | "no-such-member";
    }
  | MySettings;
