import type { WrittenSpread } from "../action/spread.ts";
import type { SpreadLines } from "../idea/spread.ts";
import type { IdeaView, TeamView } from "../idea/view.ts";
import type { RefusalReason } from "./refusal.ts";

type AboutIdea = { readonly team: TeamView; readonly idea: IdeaView };

export type SpreadMessage =
  /** *Offer to other teams*: the lines that others read, for the lead to change. */
  | (AboutIdea & { readonly say: "spread-form"; readonly written: WrittenSpread; readonly problem?: RefusalReason })
  /** The result is offered to other teams. */
  | (AboutIdea & { readonly say: "spread"; readonly lines: SpreadLines })
  /** *Undo*: the offer is taken back. */
  | (AboutIdea & { readonly say: "spread-back" })
  /**
   * The result of another team, for leads whose idea is like it. `shared`: the words of their own idea that it has too. `did`: a lead of this team tries it, or
   * it is not for them. `owner`: the person who owns the idea already.
   */
  | (AboutIdea & {
      readonly say: "tip";
      readonly tip: string;
      readonly lines: SpreadLines;
      readonly shared: readonly string[];
      readonly did?: "tried" | "refused";
      readonly owner?: string;
    })
  /** Stands in place of a tip that the other team has taken back. */
  | { readonly say: "tip-over"; readonly team: TeamView };
