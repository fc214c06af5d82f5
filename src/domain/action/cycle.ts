import type { IdeaId } from "../idea/idea.ts";
import type { TeamId } from "../ids.ts";
import type { PersonId } from "../people/person.ts";
import type { InPost } from "./digest.ts";
import type { WrittenPlan } from "./owning.ts";

/** The inputs of the checking card, as a person typed them. */
export type WrittenCheck = { readonly result?: string; readonly minutes?: string; readonly people?: string };

type OnIdea = { readonly team: TeamId; readonly idea: IdeaId };

/** `beside`: the pressed card is still needed, so that the answer comes as a new message. */
type MaybeBeside = { readonly beside?: true };

/** A press of a check-in of the instant `since` (ms), with the numbers that were typed on it, by idea. */
export type OnCheckIn = MaybeBeside & { readonly since?: number; readonly numbers?: Readonly<Record<IdeaId, string>> };

/** Without its needed fields, a verb shows the form that asks for them. */
export type CycleAction =
  | (OnIdea & OnCheckIn & WrittenPlan & { readonly verb: "start" })
  | (OnIdea & OnCheckIn & { readonly verb: "test-done" })
  | (OnIdea & MaybeBeside & WrittenCheck & { readonly verb: "show-checking" })
  | (OnIdea & WrittenCheck & { readonly verb: "adopt" })
  | (OnIdea & WrittenCheck & WrittenPlan & { readonly verb: "adjust" })
  /** `share`: by *Stop and share the lesson*. */
  | (OnIdea & MaybeBeside & WrittenCheck & { readonly verb: "stop-idea"; readonly lesson?: string; readonly share?: true })
  | (OnIdea & MaybeBeside & { readonly verb: "answer-idea"; readonly solved?: boolean; readonly reason?: string })
  | (OnIdea & MaybeBeside & { readonly verb: "reopen"; readonly reason?: string })
  /** *Done* of older cards, and `done #42` without a result. */
  | (OnIdea & { readonly verb: "finish-form" })
  | (OnIdea & { readonly verb: "finish-idea"; readonly result: string })
  /** `step`: the end that it undoes; older cards do not say it. */
  | (OnIdea & { readonly verb: "undo-end"; readonly step?: string })
  /** `beside`: its card also asks the weekly question, and stays as it is. */
  | (OnIdea & OnCheckIn & Pick<InPost, "board"> & { readonly verb: "on-track" })
  /** *Save number* on a check-in. */
  | (OnIdea & OnCheckIn & { readonly verb: "save-number" })
  /** *Count something*: the first press shows the form; `isSent`: the form was sent. `again`: *Undo* of an end. */
  | (OnIdea &
      MaybeBeside & {
        readonly verb: "count";
        readonly counts?: string;
        readonly number?: string;
        readonly isSent?: true;
        readonly again?: true;
      })
  | (OnIdea & { readonly verb: "end-count" })
  /** The press that shows the form has neither; `isSent`: the form was sent, whose line may be empty. */
  | (OnIdea & { readonly verb: "need-help"; readonly line?: string; readonly isSent?: true })
  /** *Why does this happen?*: without `place` it shows the causes so far; with it, `text` is the next cause, after so many. */
  | (OnIdea & MaybeBeside & { readonly verb: "ask-why"; readonly place?: number; readonly text?: string })
  /** *Undo* of the last cause. `mark` stands for its text. */
  | (OnIdea & { readonly verb: "drop-why"; readonly place: number; readonly mark: string })
  /** Shows a lead's card on an owner who has given no sign, or who has called for `help`. */
  | (OnIdea & { readonly verb: "show-quiet"; readonly help?: true })
  /** `person`: the owner of whom the card speaks; older cards name nobody. */
  | (OnIdea & { readonly verb: "ask-again"; readonly person?: PersonId })
  /** `person` is missing on the press that shows the form. */
  | (OnIdea & { readonly verb: "new-owner"; readonly person?: string; readonly due?: string })
  /** The *Undo* of older cards. */
  | (OnIdea & { readonly verb: "reopen-idea" });
