import { isPresent, type PersonId } from "../../domain/people/person.ts";
import { substitutionOf } from "../../domain/teams/substitute.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readMember } from "../../store/member.ts";

/** Finds the person who gets a lead's cards now: the lead, or their substitute, if that one is in the team and can be reached. */
export const cardsGoTo = async (team: Team, lead: PersonId, { rows, clock }: Ports): Promise<PersonId> => {
  const substitution = substitutionOf(team, lead, clock.now());
  const member = substitution && (await readMember(rows, team.id, substitution.person));
  return member && isPresent(member) && !member.unreachable ? member.person : lead;
};
