import type { NamedPeople } from "../../domain/action/settings.ts";
import { personIdOf } from "../../domain/ids.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";

/** People among whom a form may name one. */
export type Among = { has(person: PersonId): boolean };

/** The person that Teams' people picker means, which sends the Entra id of anybody at work. */
export const pickedPerson = (tenantId: string, picked: string): PersonId => personIdOf(tenantId, { entraId: picked, teamsId: picked });

/** The one of these people that a form names: our own lists send our ids. */
export const pickedOf = (tenantId: string, wanted: string, people: Among): PersonId | undefined =>
  [wanted, pickedPerson(tenantId, wanted)].find((person) => people.has(person));

/** A form need not ask for people. */
type NamedOnForm = Partial<NamedPeople>;

/** The people whom the settings of a team name. */
const namedIn = ({ leads, settings: { notAsked } }: Team): NamedPeople => ({ leads, notAsked });

/** The people whom the settings of a team name after a save: those the form took out go, those it added come, and all others stay as they are. */
export const namedAfter = (team: Team, written: NamedOnForm, before: NamedOnForm | undefined, members: Among): NamedPeople => {
  const stored = namedIn(team);
  const named = (list: keyof NamedPeople) => {
    const chosen = written[list];
    if (!chosen) return stored[list];
    const shown = before?.[list] ?? stored[list];
    const picked = chosen.flatMap((one) => pickedOf(team.tenantId, one, members) ?? []);
    const isOnForm = new Set([...chosen, ...picked]);
    const kept = stored[list].filter((person) => isOnForm.has(person) || !shown.includes(person));
    return [...new Set([...kept, ...picked.filter((person) => !shown.includes(person))])];
  };
  return { leads: named("leads"), notAsked: named("notAsked") };
};

/** Does a form name somebody who is not in the team? A person who stood on the form and has left since is no stranger. */
export const namesStranger = (team: Team, written: NamedOnForm, before: NamedOnForm | undefined, members: Among): boolean => {
  const { leads = [], notAsked = [] } = before ?? namedIn(team);
  const shown = new Set([...leads, ...notAsked]);
  return [...(written.leads ?? []), ...(written.notAsked ?? [])].some(
    (one) => !shown.has(one) && pickedOf(team.tenantId, one, members) === undefined,
  );
};

/** Does an old form, which does not tell whom it showed, name other people than are stored? */
export const namesOthers = (team: Team, written: NamedOnForm): boolean => {
  const stored = namedIn(team);
  const differs = (list: keyof NamedPeople) => [...(written[list] ?? stored[list])].sort().join() !== [...stored[list]].sort().join();
  return differs("leads") || differs("notAsked");
};
