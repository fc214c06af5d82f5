import type { Weekday } from "../asking/cadence.ts";
import type { TeamId } from "../ids.ts";
import type { Language } from "../language.ts";
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
  /** People as the form names them: by our own id, or by the Entra id that Teams' people picker sends. */
  readonly leads: readonly PersonId[];
  readonly notAsked: readonly PersonId[];
};

/** The people whom the settings name. */
export type NamedPeople = Pick<WrittenSettings, "leads" | "notAsked">;

/** The settings as a form showed them when it was opened, of the people those on its page. Cards of old tell the people alone. */
export type SettingsShown = WrittenSettings | NamedPeople;

export type SettingsAction =
  | { readonly verb: "show-settings"; readonly team: TeamId; readonly page?: number }
  | {
      readonly verb: "save-settings";
      readonly team: TeamId;
      readonly written: WrittenSettings;
      /** The oldest cards tell nothing, and showed everybody whom the settings name. */
      readonly before?: SettingsShown;
      readonly page?: number;
    }
  | { readonly verb: "send-test"; readonly team: TeamId };
