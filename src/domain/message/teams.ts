import type { TeamView } from "../idea/view.ts";
import type { PersonId } from "../people/person.ts";
import type { StandIn } from "../teams/substitute.ts";

/** The last day of a substitution; `otherYear`: it is in another year than this one. */
type LastDay = { readonly until: string; readonly otherYear?: true };

export type TeamsMessage =
  | {
      readonly say: "welcome-team";
      readonly team: TeamView;
      readonly addedBy?: string;
      readonly leads: readonly string[];
      readonly nextPromptAt?: number;
      readonly nextDigestAt?: number;
      /** The team has more members than the clock asks without a lead's OK before its first round. */
      readonly large: boolean;
    }
  /** `openly`: Gnist asks in the channel, where two members confirm the claim. */
  | { readonly say: "lead-claim"; readonly team: TeamView; readonly person: PersonId; readonly name: string; readonly openly?: boolean }
  /** The last lead has left. `owns`: the reader owns an idea, and reads this in their own chat. */
  | { readonly say: "lead-wanted"; readonly team: TeamView; readonly owns: boolean }
  | { readonly say: "large-team"; readonly team: TeamView; readonly size: number; readonly nextPromptAt: number }
  /** `asksAt`: the question waits for a working day, until this instant. */
  | { readonly say: "lead-asked"; readonly team: TeamView; readonly asksAt?: number }
  /** The answer to a person who says that they lead a team: they do, and nobody needs to confirm it. */
  | { readonly say: "you-lead"; readonly team: TeamView; readonly already: boolean }
  | { readonly say: "lead-now"; readonly team: TeamView; readonly name: string; readonly already: boolean }
  /** A member has confirmed a claim, and `more` others have to. */
  | { readonly say: "lead-half"; readonly team: TeamView; readonly name: string; readonly more: number }
  | { readonly say: "lead-not"; readonly team: TeamView; readonly name: string }
  /**
   * The answer to a lead who has named a substitute. `before`: the one whom they replace, whom *Undo* brings back. `notReached`: Gnist cannot reach the
   * substitute, and sends the cards to the lead.
   */
  | (LastDay & {
      readonly say: "substitute-set";
      readonly team: TeamView;
      readonly person: PersonId;
      readonly name: string;
      readonly substitution: string;
      readonly before?: StandIn;
      readonly notReached?: true;
      /** The substitute is told on a working day, at this instant. */
      readonly tellsAt?: number;
    })
  /** The answer to a lead who has no substitute any more. */
  | { readonly say: "substitute-ended"; readonly team: TeamView; readonly name: string }
  /** To a lead: their substitute is not in the team any more. */
  | { readonly say: "substitute-left"; readonly team: TeamView; readonly name: string }
  /** To a substitute, with the name of the lead. */
  | (LastDay & { readonly say: "substitute"; readonly team: TeamView; readonly name: string })
  | { readonly say: "substitute-over"; readonly team: TeamView; readonly name: string }
  | { readonly say: "large-agreed"; readonly team: TeamView; readonly nextPromptAt: number };
