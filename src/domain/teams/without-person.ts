import { omit } from "../omit.ts";
import type { PersonId } from "../people/person.ts";
import type { Team } from "./team.ts";

/** The team without a person of whom nothing is to be kept: not as lead, substitute or proposed owner, nor as the one who added Gnist. */
export const teamWithout = (team: Team, ids: readonly PersonId[]): Team => {
  const isOther = (person: PersonId) => !ids.includes(person);
  const { settings, addedBy, substitutes, missingLeads, claims, leadWanted, leads } = team;
  const { kindOwners, notAsked } = settings;
  return {
    ...omit(team, "addedBy", "substitutes", "missingLeads", "claims", "leadWanted"),
    ...(addedBy !== undefined && isOther(addedBy) ? { addedBy } : {}),
    ...(substitutes ? { substitutes: substitutes.filter(({ lead, person }) => isOther(lead) && isOther(person)) } : {}),
    ...(missingLeads ? { missingLeads: missingLeads.filter(({ person }) => isOther(person)) } : {}),
    ...(claims
      ? {
          claims: claims
            .filter(({ person }) => isOther(person))
            .map(({ person, confirmedBy }) => ({ person, confirmedBy: confirmedBy.filter(isOther) })),
        }
      : {}),
    ...(leadWanted && !ids.some((id) => leadWanted.once.includes(id)) ? { leadWanted } : {}),
    leads: leads.filter(isOther),
    settings: {
      ...omit(settings, "kindOwners"),
      notAsked: notAsked.filter(isOther),
      ...(kindOwners ? { kindOwners: Object.fromEntries(Object.entries(kindOwners).filter(([, owner]) => isOther(owner))) } : {}),
    },
  };
};
