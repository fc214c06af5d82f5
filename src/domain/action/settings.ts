import type { Country } from "../asking/country.ts";
import type { Weekday } from "../asking/local-time.ts";
import type { Kind } from "../idea/idea.ts";
import type { TeamId } from "../ids.ts";
import type { Language } from "../language.ts";
import type { ChosenTimes } from "../people/own-times.ts";
import type { PersonId } from "../people/person.ts";
import type { SettingGroup } from "../settings/group.ts";
import type { TraceChoice } from "../teams/team.ts";

/** Settings as a lead typed them, before they are checked. Times are `HH:mm`. */
export type WrittenSettings = {
  readonly language: Language;
  /** The second language of the posts, or "" for none. */
  readonly secondLanguage: Language | "";
  readonly zone: string;
  /** The country whose days off the team has. */
  readonly holidays: Country | "none";
  /** Quiet periods, as `writtenQuiet` writes them; `quietForAll` are those of all teams. */
  readonly quiet: string;
  readonly quietForAll: string;
  readonly promptWeekday: Weekday;
  readonly promptTime: string;
  readonly everyWeeks: 1 | 2 | 4;
  /** 0 means no reminder. */
  readonly reminderWeekday: Weekday | 0;
  readonly reminderTime: string;
  readonly digestWeekday: Weekday;
  readonly digestTime: string;
  /** 0 means no draft. */
  readonly draftHours: number;
  readonly daysToDue: number;
  readonly channelId: string;
  readonly asksWeekly: boolean;
  /** The coordinators' team, or "" for none. */
  readonly coordinators: TeamId | "";
  /** The questions take turns. */
  readonly rotates: boolean;
  /** Leads may offer results to other teams, and get those of others. */
  readonly spread: boolean;
  readonly withoutTrace: TraceChoice;
  readonly smallestGroup: number;
  readonly monthsKept: number;
  readonly keepUntilExported: boolean;
  /** The lines of the focus, "" where there is none. */
  readonly focusNow: string;
  readonly focusGoal: string;
  /** People by Gnist's own id, or by the Entra id that Teams' people picker sends. */
  readonly leads: readonly PersonId[];
  readonly notAsked: readonly PersonId[];
};

/** The people whom the settings name. */
export type NamedPeople = Pick<WrittenSettings, "leads" | "notAsked">;

/**
 * The settings that a form asks for, or that it showed when it opened, with only the people on its page, and marks of the focus (`focusMarkOf`). A form of an
 * earlier version asks for those of its time.
 */
export type SettingsOnForm = Partial<WrittenSettings>;

/** A lead's substitute and the last day as a form has them, empty where there is none. */
export type StandInForm = { readonly person: PersonId; readonly until: string };

/** A person's own settings. `news`: they get news. */
export type PersonSettings = ChosenTimes & { readonly news: boolean };

export type SettingsAction =
  /** Without a group: the first view. `page`: that of the people. */
  | { readonly verb: "show-settings"; readonly team: TeamId; readonly group?: SettingGroup; readonly page?: number }
  | {
      readonly verb: "save-settings";
      readonly team: TeamId;
      /** Missing on cards of an earlier version, which had all settings in one form. */
      readonly group?: SettingGroup;
      readonly written: SettingsOnForm;
      /** Missing on the oldest cards, which showed everybody whom the settings name. */
      readonly before?: SettingsOnForm;
      readonly page?: number;
      /** Of the lead who presses, and as the form showed it when it opened; missing on the forms of others, and on older cards. */
      readonly standIn?: StandInForm;
      readonly standInBefore?: StandInForm;
    }
  | { readonly verb: "show-settings-changes"; readonly team: TeamId }
  | { readonly verb: "show-kinds"; readonly team: TeamId }
  /** `written`: a kind on each line. `before`: the kinds that the form showed when it opened. */
  | { readonly verb: "save-kinds"; readonly team: TeamId; readonly written: string; readonly before: readonly Kind[] }
  /** `person` is empty for nobody. `written`: the kinds on the form, which may not be saved yet. */
  | { readonly verb: "set-kind-owner"; readonly team: TeamId; readonly kind: Kind; readonly person: string; readonly written?: string }
  | { readonly verb: "send-test"; readonly team: TeamId }
  | { readonly verb: "show-my-settings" }
  /** `before`: the settings that the form showed when it opened; missing on cards of an earlier version, which had `news` alone. */
  | (Partial<PersonSettings> & { readonly verb: "save-my-settings"; readonly before?: PersonSettings });
