import type { TeamId } from "../ids.ts";
import type { PersonId } from "../people/person.ts";

export type TeamsAction =
  | { readonly verb: "claim-lead"; readonly team: TeamId }
  | { readonly verb: "confirm-lead"; readonly team: TeamId; readonly person: PersonId }
  | { readonly verb: "refuse-lead"; readonly team: TeamId; readonly person: PersonId }
  | { readonly verb: "agree-large-team"; readonly team: TeamId };
