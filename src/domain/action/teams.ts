import type { TeamId } from "../ids.ts";
import type { PersonId } from "../people/person.ts";
import type { StandIn } from "../teams/substitute.ts";

export type TeamsAction =
  | { readonly verb: "claim-lead"; readonly team: TeamId }
  | { readonly verb: "confirm-lead"; readonly team: TeamId; readonly person: PersonId }
  | { readonly verb: "refuse-lead"; readonly team: TeamId; readonly person: PersonId }
  | { readonly verb: "agree-large-team"; readonly team: TeamId }
  /** *Undo* of a substitution. `before`: the one that it replaced. */
  | {
      readonly verb: "undo-substitute";
      readonly team: TeamId;
      readonly substitution: string;
      readonly person: PersonId;
      readonly before?: StandIn;
    };
