import type { PersonId } from "../people/person.ts";
import { leadsTeam } from "../teams/substitute.ts";
import type { Team } from "../teams/team.ts";

/** Roles in which people act. An act without a person is one of Gnist's own, by a rule. */
export const actRoles = ["lead", "substitute", "admin", "coordinator", "member", "gnist"] as const;
export type ActRole = (typeof actRoles)[number];

/** Stands in an audit where a person stood whose data was erased. It is nobody's id. */
export const erased = "erased";

/** The role in which a person acts in a team. */
export const roleIn = (team: Team, person: PersonId | undefined, isAdmin: boolean, now: number): ActRole => {
  if (person === undefined) return "gnist";
  if (team.leads.includes(person)) return "lead";
  if (leadsTeam(team, person, now)) return "substitute";
  return isAdmin ? "admin" : "member";
};
