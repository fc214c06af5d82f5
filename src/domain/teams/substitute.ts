import { dateOf, isOfOtherYear } from "../asking/local-time.ts";
import type { PersonId } from "../people/person.ts";
import type { Substitution, Team } from "./team.ts";

/** The substitutions that hold at an instant: each until the end of its date, in the team's zone. */
const substitutionsAt = ({ substitutes = [], leads, settings }: Team, now: number): readonly Substitution[] => {
  if (substitutes.length === 0) return substitutes;
  const today = dateOf(now, settings.zone);
  return substitutes.filter(({ lead, until }) => today <= until && leads.includes(lead));
};

/** The people with a lead's rights in the team: its leads, and their substitutes. */
export const leadersOf = (team: Team, now: number): readonly PersonId[] => [
  ...team.leads,
  ...substitutionsAt(team, now).map(({ person }) => person),
];

/** Has this person a lead's rights in the team, as one of its leads or as the substitute of one? */
export const leadsTeam = (team: Team, person: PersonId, now: number): boolean => leadersOf(team, now).includes(person);

/** The substitution of a lead that holds at an instant. */
export const substitutionOf = (team: Team, lead: PersonId, now: number): Substitution | undefined =>
  substitutionsAt(team, now).find((one) => one.lead === lead);

/** A substitute and their last day, as somebody wants them. */
export type StandIn = Pick<Substitution, "person" | "until">;

/** The team with this substitute for a lead, or with none for them. @param id of the substitution, if it is a new one */
export const withStandIn = (team: Team, lead: PersonId, wanted: StandIn | undefined, id: string, now: number): Team => {
  const present = substitutionOf(team, lead, now);
  if (present?.person === wanted?.person && present?.until === wanted?.until) return team;
  const others = substitutionsAt(team, now).filter((one) => one.lead !== lead);
  return { ...team, substitutes: [...others, ...(wanted ? [{ id, lead, ...wanted }] : [])] };
};

/** The last day of a substitution, as a message tells it. */
export const lastDay = (until: string, team: Team, now: number): { readonly until: string; readonly otherYear?: true } => ({
  until,
  ...(isOfOtherYear(until, now, team.settings.zone) ? { otherYear: true } : {}),
});
