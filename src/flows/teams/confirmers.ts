import type { PersonId } from "../../domain/people/person.ts";
import { leadersOf } from "../../domain/teams/substitute.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readMembers } from "../../store/member.ts";
import { readPerson } from "../../store/person.ts";
import type { Scene } from "../flow.ts";

/** Confirmations that make a lead where no lead, no admin and not the person who added Gnist can give one; fewer where the team has fewer other members. */
const confirmations = 2;

/**
 * People who can confirm a claim, from the first of these groups that has anybody: the leads and their substitutes who can be reached (`isLed`); the person
 * who added Gnist; the admins; else `needed` of the `others`.
 */
export type Confirmers =
  | { readonly people: readonly PersonId[]; readonly isLed: boolean }
  | { readonly others: ReadonlySet<PersonId>; readonly needed: number; readonly isLed: false };

export const confirmersOf = async (team: Team, claimer: PersonId, scene: Scene, { rows, clock }: Ports): Promise<Confirmers> => {
  const members = await readMembers(rows, team.id);
  const reachable = new Set(members.filter(({ person, unreachable }) => person !== claimer && !unreachable).map(({ person }) => person));
  const leads = leadersOf(team, clock.now()).filter((lead) => reachable.has(lead));
  if (leads.length > 0) return { people: leads, isLed: true };
  if (team.addedBy !== undefined && reachable.has(team.addedBy)) return { people: [team.addedBy], isLed: false };
  const admins = await Promise.all(
    scene.admins.map(async (admin) => {
      const { profile } = await readPerson(rows, admin);
      return profile.chatId !== undefined && !profile.unreachable && admin !== claimer ? [admin] : [];
    }),
  );
  if (admins.flat().length > 0) return { people: admins.flat(), isLed: false };
  const others = new Set(members.map(({ person }) => person).filter((person) => person !== claimer));
  return { others, needed: Math.min(confirmations, others.size), isLed: false };
};

export const isAmong = (confirmers: Confirmers, person: PersonId): boolean =>
  "people" in confirmers ? confirmers.people.includes(person) : confirmers.others.has(person);
