import type { WrittenCheck } from "../action/cycle.ts";
import type { Counting } from "../idea/count.ts";
import type { Choice, IdeaView, TeamView, Whys } from "../idea/view.ts";
import type { PersonId } from "../people/person.ts";
import type { IdeaForm } from "./ideas.ts";
import type { PlanForm } from "./owning.ts";
import type { RefusalReason } from "./refusal.ts";

type OfIdea = { readonly team: TeamView; readonly idea: IdeaView };
type Form = OfIdea & { readonly problem?: RefusalReason };

export type CycleMessage =
  /** Asks for smallest test and date: of the first test, or of the next one, which keeps what was `checked`. */
  | (Form & PlanForm & { readonly say: "test-form"; readonly checked?: WrittenCheck })
  /** `owns`: the reader owns the idea, and may test again. */
  | (Form & Counting & { readonly say: "checking"; readonly written: WrittenCheck; readonly owns: boolean })
  /** `checked`: opened by *Stop and share the lesson*, with what was typed on the checking card. */
  | (Form & { readonly say: "stop-form"; readonly lesson?: string; readonly checked?: WrittenCheck; readonly owns: boolean })
  | (Form & { readonly say: "answer-form"; readonly solved?: boolean; readonly reason?: string })
  | (Form & { readonly say: "reopen-form" })
  | (Form & { readonly say: "finish-form" })
  /** An idea has ended. `answered`: by a lead's answer. `step`: this end, for *Undo*. `maySpread`: the reader may offer it to other teams. */
  | (OfIdea & { readonly say: "finished"; readonly answered?: true; readonly step?: string; readonly maySpread?: true })
  /** An idea that had ended is open again. `undone`: by *Undo*, which takes the end back. `owns`: its owner did it. */
  | (OfIdea & { readonly say: "reopened"; readonly undone?: true; readonly owns?: true })
  /**
   * The check-in with an owner, about everything they own; `shown`: they look at it again. `nudge`: about the ideas of which they have given no sign since.
   * `again`: about one idea, because a lead asks.
   */
  | {
      readonly say: "check-in";
      readonly why: "round" | "shown" | "nudge" | "again";
      readonly ideas: readonly CheckedIdea[];
      /** More ideas than the card has room for. */
      readonly more: number;
      /** The instant (ms) from which a sign of the owner counts. */
      readonly since: number;
      /** The weekly question, where its reminder is due at the same moment. */
      readonly question?: IdeaForm;
    }
  /** *Why does this happen?*: the causes so far. `written`: a text for the next one, which was not saved or was taken back. */
  | (Form & { readonly say: "whys"; readonly whys: readonly string[]; readonly written?: string })
  /** *Count something*. `written`: as the inputs stand. `did`: the press that it answers. */
  | (Form &
      Counting & {
        readonly say: "count-form";
        /** The number of this week. */
        readonly number?: number;
        readonly written?: { readonly counts: string; readonly number: string };
        readonly did?: "saved" | "ended";
      })
  | { readonly say: "need-help-form"; readonly team: TeamView; readonly idea: IdeaView }
  /** `alone`: nobody but the owner leads the team, so that nobody was told. `tellsAt`: the leads hear it on a working day, at this instant. */
  /** `unheard`: nobody is told, for the owner is the only lead, or nobody leads the team. */
  | {
      readonly say: "help-asked";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly unheard?: "alone" | "no-lead";
      readonly tellsAt?: number;
    }
  /** For leads: its owner needs help, with their line. */
  | (OfIdea & Whys & { readonly say: "needs-help"; readonly name: string; readonly line?: string })
  /**
   * For leads: its owner has given no sign since the check-in. `how`: a lead has asked them again, or wanted to and Gnist cannot; they have answered, or somebody
   * else owns it now. `asksAt`: they are asked on a working day, at this instant.
   */
  | (OfIdea &
      Whys & {
        readonly say: "quiet-idea";
        readonly owner: PersonId;
        readonly name: string;
        readonly how?: "asked-again" | "not-reached" | "answered" | "other-owner";
        readonly asksAt?: number;
      })
  /** *New owner*: a lead chooses whom to ask. */
  | {
      readonly say: "new-owner-form";
      readonly team: TeamView;
      readonly idea: IdeaView;
      readonly members: readonly Choice[];
      readonly due: string;
      readonly problem?: RefusalReason;
    };

/** One idea on a check-in. `noted`: what its owner has answered. */
export type CheckedIdea = OfIdea & {
  readonly noted?: "on-track" | "help";
  /** Its owner counts something: the number of this week, or the text that they `typed` and that was not saved; where it `isBad`, it is no number. */
  readonly count?: { readonly label: string; readonly number?: number; readonly typed?: string; readonly isBad?: true };
};
