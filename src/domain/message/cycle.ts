import type { WrittenCheck } from "../action/cycle.ts";
import type { IdeaView, TeamView } from "../idea/view.ts";
import type { RefusalReason } from "./refusal.ts";

type OfIdea = { readonly team: TeamView; readonly idea: IdeaView };
type Form = OfIdea & { readonly problem?: RefusalReason };

export type CycleMessage =
  /** Asks for smallest test and date: of the first test, or of the next one, which keeps what was `checked`. */
  | (Form & { readonly say: "test-form"; readonly due: string; readonly test?: string; readonly checked?: WrittenCheck })
  /** `owns`: the reader owns the idea, and may test again. */
  | (Form & { readonly say: "checking"; readonly written: WrittenCheck; readonly owns: boolean })
  /** `checked`: opened by *Stop and share the lesson*, with what was typed on the checking card. */
  | (Form & { readonly say: "stop-form"; readonly lesson?: string; readonly checked?: WrittenCheck; readonly owns: boolean })
  | (Form & { readonly say: "answer-form"; readonly solved?: boolean; readonly reason?: string })
  | (Form & { readonly say: "reopen-form" })
  | (Form & { readonly say: "finish-form" })
  /** An idea has ended. `answered`: by a lead's answer. */
  | (OfIdea & { readonly say: "finished"; readonly answered?: true })
  /** An idea that had ended is open again. `undone`: by *Undo*, which takes the end back. `owns`: its owner did it. */
  | (OfIdea & { readonly say: "reopened"; readonly undone?: true; readonly owns?: true });
