import type { Weekday } from "../asking/cadence.ts";
import type { Kind } from "../idea/idea.ts";
import type { TeamId } from "../ids.ts";
import type { Language } from "../language.ts";
import type { ChosenTimes } from "../people/own-times.ts";
import type { PersonId } from "../people/person.ts";

/** Settings as a lead typed them, before they are checked. Times are `HH:mm`. */
export type WrittenSettings = {
  readonly language: Language;
  readonly zone: string;
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
  /** Missing on cards of an earlier version. */
  readonly asksWeekly?: boolean;
  /** The coordinators' team, or "" for none. Missing on cards of an earlier version. */
  readonly coordinators?: TeamId | "";
  /** The questions take turns. Missing on cards of an earlier version, and so is the focus, whose lines are "" where there is none. */
  readonly rotates?: boolean;
  readonly focusNow?: string;
  readonly focusGoal?: string;
  /** People by Gnist's own id, or by the Entra id that Teams' people picker sends. */
  readonly leads: readonly PersonId[];
  readonly notAsked: readonly PersonId[];
};

/** The people whom the settings name. */
export type NamedPeople = Pick<WrittenSettings, "leads" | "notAsked">;

/** The settings that a form showed when it opened, with only the people on its page, and marks of the focus (`focusMarkOf`). Cards of an earlier version send the people alone. */
export type SettingsShown = WrittenSettings | NamedPeople;

/** A lead's substitute and the last day as a form has them, empty where there is none. */
export type StandInForm = { readonly person: PersonId; readonly until: string };

/** A person's own settings. `news`: they get news. */
export type PersonSettings = ChosenTimes & { readonly news: boolean };

export type SettingsAction =
  | { readonly verb: "show-settings"; readonly team: TeamId; readonly page?: number }
  | {
      readonly verb: "save-settings";
      readonly team: TeamId;
      readonly written: WrittenSettings;
      /** Missing on the oldest cards, which showed everybody whom the settings name. */
      readonly before?: SettingsShown;
      readonly page?: number;
      /** Of the lead who presses, and as the form showed it when it opened; missing on the forms of others, and on older cards. */
      readonly standIn?: StandInForm;
      readonly standInBefore?: StandInForm;
    }
  | { readonly verb: "show-kinds"; readonly team: TeamId }
  /** `written`: a kind on each line. `before`: the kinds that the form showed when it opened. */
  | { readonly verb: "save-kinds"; readonly team: TeamId; readonly written: string; readonly before: readonly Kind[] }
  /** `person` is empty for nobody. `written`: the kinds on the form, which may not be saved yet. */
  | { readonly verb: "set-kind-owner"; readonly team: TeamId; readonly kind: Kind; readonly person: string; readonly written?: string }
  | { readonly verb: "send-test"; readonly team: TeamId }
  | { readonly verb: "show-my-settings" }
  /** `before`: the settings that the form showed when it opened; missing on cards of an earlier version, which had `news` alone. */
  | (Partial<PersonSettings> & { readonly verb: "save-my-settings"; readonly before?: PersonSettings });
