import type { Weekday } from "./cadence.ts";
import type { Cost, IdeaId, Kind } from "./idea.ts";
import type { Language } from "./language.ts";
import type { PersonId } from "./person.ts";
import type { TeamId } from "./team.ts";

/** An idea as a person typed it on a form, before it is checked. */
export type WrittenIdea = {
  readonly friction: string;
  readonly proposal?: string;
  readonly cost?: Cost;
  readonly kind?: Kind;
  readonly showName: boolean;
};

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

/**
 * A pressed button with what stood in the form, in the order a week meets them. `team` is where it happens;
 * `secret` is the form's own, so that a second press of it changes nothing twice.
 */
export type Action =
  | { readonly verb: "claim-lead"; readonly team: TeamId }
  | { readonly verb: "confirm-lead"; readonly team: TeamId; readonly person: PersonId }
  | { readonly verb: "refuse-lead"; readonly team: TeamId; readonly person: PersonId }
  | { readonly verb: "agree-large-team"; readonly team: TeamId }
  | { readonly verb: "show-settings"; readonly team: TeamId; readonly page?: number }
  | {
      readonly verb: "save-settings";
      readonly team: TeamId;
      readonly written: WrittenSettings;
      /** Whom the card showed as chosen; others whom the settings name are left as they are. Cards of old showed all. */
      readonly before?: NamedPeople;
      readonly page?: number;
    }
  | { readonly verb: "send-test"; readonly team: TeamId }
  | {
      readonly verb: "submit-idea";
      /** The team that the idea is for. */
      readonly team: TeamId;
      /** The card's own team, where the card offered a choice of teams. */
      readonly cardTeam?: TeamId;
      readonly secret: string;
      readonly round?: string;
      /** The one the form was written in. */
      readonly language?: Language;
      readonly written: WrittenIdea;
    }
  | { readonly verb: "answer-nothing"; readonly team: TeamId; readonly round?: string }
  | { readonly verb: "ask-later"; readonly team: TeamId; readonly round: string }
  | { readonly verb: "pause"; readonly weeks?: number }
  | { readonly verb: "resume" }
  | { readonly verb: "add-another"; readonly team: TeamId; readonly kept?: WrittenIdea }
  | { readonly verb: "edit-idea"; readonly team: TeamId; readonly idea: IdeaId }
  | { readonly verb: "save-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly written: WrittenIdea }
  | { readonly verb: "withdraw-idea"; readonly team: TeamId; readonly idea: IdeaId }
  | { readonly verb: "restore-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly written: WrittenIdea }
  | { readonly verb: "show-receipt"; readonly team: TeamId; readonly idea: IdeaId }
  | { readonly verb: "show-draft"; readonly team: TeamId }
  | { readonly verb: "hold-form"; readonly team: TeamId; readonly page?: number }
  | { readonly verb: "hold-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly reason: string }
  | { readonly verb: "release-idea"; readonly team: TeamId; readonly idea: IdeaId }
  | { readonly verb: "propose-form"; readonly team: TeamId; readonly page?: number }
  | { readonly verb: "propose-owner"; readonly team: TeamId; readonly idea: IdeaId; readonly person: string; readonly due: string }
  | { readonly verb: "title-form"; readonly team: TeamId; readonly idea?: IdeaId; readonly page?: number }
  | { readonly verb: "edit-title"; readonly team: TeamId; readonly idea: IdeaId; readonly title: string }
  | { readonly verb: "post-now"; readonly team: TeamId; readonly nonce: string }
  | { readonly verb: "show-digest"; readonly team: TeamId; readonly digest: string }
  | { readonly verb: "all-ideas"; readonly team: TeamId; readonly digest?: string; readonly page: number }
  | { readonly verb: "add-voice"; readonly team: TeamId; readonly idea: IdeaId; readonly digest?: string }
  | { readonly verb: "take-voice-back"; readonly team: TeamId; readonly idea: IdeaId; readonly digest?: string }
  | { readonly verb: "take-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly digest?: string }
  | { readonly verb: "assign-form"; readonly team: TeamId; readonly idea: IdeaId; readonly digest?: string }
  | {
      readonly verb: "assign-owner";
      readonly team: TeamId;
      readonly idea: IdeaId;
      readonly digest?: string;
      readonly person: string;
      readonly due: string;
    }
  | { readonly verb: "accept-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly due: string; readonly test: string }
  | { readonly verb: "decline-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly reason: string }
  | { readonly verb: "plan-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly due: string; readonly test: string }
  | { readonly verb: "finish-form"; readonly team: TeamId; readonly idea: IdeaId }
  | { readonly verb: "finish-idea"; readonly team: TeamId; readonly idea: IdeaId; readonly result: string }
  | { readonly verb: "reopen-idea"; readonly team: TeamId; readonly idea: IdeaId }
  /** The team that is meant by what was written: the words are heard again, for it. */
  | { readonly verb: "choose-team"; readonly team: TeamId; readonly text: string }
  /** `after`: the page behind this place among one's own ideas. */
  | { readonly verb: "show-my-ideas"; readonly after?: string }
  | { readonly verb: "show-my-actions" }
  | { readonly verb: "post-digest-again"; readonly team: TeamId; readonly digest: string }
  | { readonly verb: "digest-is-there"; readonly team: TeamId; readonly digest: string }
  | { readonly verb: "show-status"; readonly team: TeamId; readonly page?: number }
  | { readonly verb: "show-teams"; readonly page: number };

export type Verb = Action["verb"];
export type ActionOf<V extends Verb> = Extract<Action, { verb: V }>;
