import type { TeamId } from "../domain/ids.ts";
import { defaultLanguage, type Language } from "../domain/language.ts";
import { isPresent, type Member, type PersonId } from "../domain/people/person.ts";
import { leadsTeam } from "../domain/teams/substitute.ts";
import { isOffice, type Team } from "../domain/teams/team.ts";
import type { Ports } from "../ports.ts";
import { readMember } from "../store/member.ts";
import { languageOfPerson } from "../store/person.ts";
import { readTeam, type StoredTeam } from "../store/team.ts";
import { type Outcome, refuse, type Scene } from "./flow.ts";

/** Is this person a member of the team? A lead whom no roster has shown yet is one. */
export const isMember = (team: Team, person: PersonId, member: Member | undefined) =>
  member ? isPresent(member) : team.leads.includes(person);

/**
 * Rule for the team that a person's words mean in their own chat.
 * - `any`: the first of their teams by name. `led-first`: the first that they lead, or else the first by name.
 * - `one`: Gnist asks which. `led`: Gnist asks which of those they lead.
 * - `ever`: as `one`; a person who is in no team is asked about the teams they have left.
 */
export type Meant = "any" | "led-first" | "one" | "led" | "ever";

/** The only team that words can mean, before anything is read about it: the channel's, the chosen one, or the only one that the person is in. */
export const onlyTeam = async (scene: Scene): Promise<TeamId | undefined> => {
  if (scene.where.kind === "channel") return scene.where.team;
  if (scene.chosen !== undefined) return scene.chosen;
  const { teams } = await scene.person();
  return teams.length === 1 ? teams[0] : undefined;
};

/** Finds the team that a person means by a command: the channel's, or in their chat one they are in, by the rule `meant`. */
export const meantTeam = async (
  scene: Scene,
  ports: Ports,
  meant: Meant,
): Promise<Outcome<TeamStanding & { readonly others: readonly Team[] }>> => {
  const { person } = scene.who;
  if (scene.where.kind === "channel") {
    const found = await standingIn(scene.where.team, person, ports);
    if (!found || (!found.isMember && meant !== "ever"))
      return { no: refuse((await readTeam(ports.rows, scene.where.team)) ? "not-in-team" : "no-team") };
    return meant === "led" && !leadsTeam(found.team, person, ports.clock.now())
      ? { no: refuse("not-a-lead") }
      : { got: { ...found, others: [] } };
  }
  const now = await theirTeams(scene, ports);
  const teams = meant === "ever" && now.length === 0 ? await teamsLeft(scene, ports) : now;
  const led = teams.filter(({ team }) => leadsTeam(team, person, ports.clock.now()));
  const possible = meant === "led" ? led : meant === "led-first" ? [...new Set([...led, ...teams])] : teams;
  const wanted = scene.chosen === undefined ? nearest(possible, scene) : possible.filter(({ team }) => team.id === scene.chosen);
  const [first, ...others] = wanted;
  if (!first)
    return { no: refuse(teams.length > 0 ? (scene.chosen && possible.length > 0 ? "not-in-team" : "not-a-lead") : await whyNone(scene)) };
  if (meant !== "any" && meant !== "led-first" && others.length > 0)
    return { no: { say: "which-team", text: scene.text, teams: wanted.map(({ team }) => ({ id: team.id, name: team.name })) } };
  return { got: { ...first, others: others.map(({ team }) => team) } };
};

/** Of these teams the one whose channel has the message that the person saves, if it is among them. */
const nearest = (teams: readonly TeamStanding[], { where }: Scene): readonly TeamStanding[] => {
  const near = teams.filter(({ team }) => where.kind === "elsewhere" && team.id === where.near);
  return near.length > 0 ? near : teams;
};

/** Why Gnist can do nothing for a person who is in no team: they have left their teams (or are guests there), or Gnist was in none of them. */
export const whyNone = async (scene: Scene): Promise<"no-team" | "not-in-team"> =>
  (await scene.person()).left.length > 0 ? "not-in-team" : "no-team";

/** A team, and whether the person is a member of it. */
export type TeamStanding = StoredTeam & { readonly isMember: boolean };

/** Reads a person's standing in a team; undefined where Gnist is not in the team. */
const standingIn = async (id: TeamId, person: PersonId, { rows }: Ports): Promise<TeamStanding | undefined> => {
  const [stored, member] = await Promise.all([readTeam(rows, id), readMember(rows, id, person)]);
  return stored && stored.team.removedAt === undefined ? { ...stored, isMember: isMember(stored.team, person, member) } : undefined;
};

/** The teams that a person is in, by name, without those that Gnist was removed from. */
const theirTeams = async (scene: Scene, ports: Ports): Promise<readonly TeamStanding[]> =>
  (await standingsIn((await scene.person()).teams, scene, ports)).filter(({ isMember }) => isMember);

const teamsLeft = async (scene: Scene, ports: Ports): Promise<readonly TeamStanding[]> =>
  standingsIn((await scene.person()).left, scene, ports);

const standingsIn = async (teams: readonly TeamId[], scene: Scene, ports: Ports): Promise<readonly TeamStanding[]> => {
  const found = await Promise.all(teams.map((team) => standingIn(team, scene.who.person, ports)));
  return found
    .flatMap((standing) => standing ?? [])
    .filter(({ team }) => team.tenantId === scene.tenant)
    .sort((a, b) => a.team.name.localeCompare(b.team.name, undefined, { numeric: true }));
};

/** The teams that a person is or was in: the ideas they wrote there are still theirs. */
export const teamsEverOf = async (scene: Scene, ports: Ports): Promise<readonly Team[]> => {
  const { teams, left } = await scene.person();
  return (await standingsIn([...teams, ...left], scene, ports)).map(({ team }) => team);
};

export const teamsOf = async (scene: Scene, ports: Ports): Promise<readonly Team[]> =>
  (await theirTeams(scene, ports)).map(({ team }) => team);

/** Reads something of each team that a person is in, or `ever` was in, beside the teams themselves. */
export const everyTeam = async <T>(which: "now" | "ever", scene: Scene, ports: Ports, read: (team: string) => Promise<T>) => {
  const person = await scene.person();
  const [ids, reading] =
    which === "now" ? [person.teams, teamsOf(scene, ports)] : [[...person.teams, ...person.left], teamsEverOf(scene, ports)];
  const [teams, found] = await Promise.all([reading, Promise.all(ids.map(async (id) => [id, await read(id)] as const))]);
  const byTeam = new Map(found);
  return teams.flatMap((team) => {
    const found = byTeam.get(team.id);
    return found === undefined ? [] : [{ team, found }];
  });
};

/** Does this person count as an admin, because none is configured in local mode and they lead a team? Their substitute leads that team alone. */
export const isLeadAsAdmin = (scene: Scene, teams: readonly Team[]): boolean =>
  scene.leadsAreAdmins && teams.some((team) => team.leads.includes(scene.who.person));

/** May this person look at the numbers of all teams: an admin, or a coordinator, who is a member of a team that takes ideas from others? */
export const mayLookAcross = (scene: Scene, teams: readonly Team[]): boolean =>
  scene.isAdmin || isLeadAsAdmin(scene, teams) || teams.some(isOffice);

/** May this person look at every team of the tenant? */
export const maySeeEveryTeam = async (scene: Scene, ports: Ports): Promise<boolean> =>
  scene.isAdmin || (scene.leadsAreAdmins && isLeadAsAdmin(scene, await teamsOf(scene, ports)));

/** Finds the language of a reply: the person's own choice, else that of their Teams, else their team's. */
export const languageFor = async (scene: Scene, ports: Ports): Promise<Language> => {
  const { profile, teams } = await scene.person();
  const own = profile.language ?? scene.who.language ?? languageOfPerson(profile);
  if (own) return own;
  const first = scene.where.kind === "channel" ? scene.where.team : teams[0];
  return (first && (await readTeam(ports.rows, first))?.team.settings.language) || defaultLanguage;
};
