import type { IdeaId } from "../idea/idea.ts";
import type { TeamId } from "../ids.ts";

/** The lines of a result as a lead leaves them for other teams. `test` may be empty. */
export type WrittenSpread = { readonly title: string; readonly test: string; readonly result: string };

/** A lead's answer to a tip. `idea` is the open one of their own team, and `tip` names the tip in it. */
type OnTip = { readonly team: TeamId; readonly idea: IdeaId; readonly tip: string };

export type SpreadAction =
  /** *Offer to other teams*, which first shows what they read. `beside`: the pressed card is still needed. */
  | { readonly verb: "spread-form"; readonly team: TeamId; readonly idea: IdeaId; readonly beside?: true }
  | (WrittenSpread & { readonly verb: "spread-idea"; readonly team: TeamId; readonly idea: IdeaId })
  | { readonly verb: "undo-spread"; readonly team: TeamId; readonly idea: IdeaId }
  | (OnTip & { readonly verb: "try-tip" })
  | (OnTip & { readonly verb: "refuse-tip" })
  | (OnTip & { readonly verb: "undo-refusal" });
