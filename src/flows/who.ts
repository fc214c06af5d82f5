import type { Message } from "../domain/message.ts";
import { isPresent, type Member, type PersonId } from "../domain/person.ts";
import type { Team, TeamId } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { readMember } from "../store/people.ts";
import { readTeam, type StoredTeam } from "../store/teams.ts";
import { refuse, type Scene } from "./flow.ts";

export const leadsTeam = (team: Team, person: PersonId): boolean => team.leads.includes(person);

type Found = { readonly team: Team; readonly others: readonly Team[] } | { readonly refusal: Message };

/**
 * The team a person means: the channel's, or in their chat the one they are in (`leads`: lead). Of several it is asked which, unless the flow can
 * do with the first by name (`member`).
 */
export const knownTeam = async (scene: Scene, ports: Ports, as: "member" | "leads" | "only"): Promise<Found> => {
  if (scene.place.kind === "channel") {
    const [stored, member] = await Promise.all([
      readTeam(ports.rows, scene.place.team),
      readMember(ports.rows, scene.place.team, scene.who.person),
    ]);
    if (!stored || stored.team.removedAt !== undefined) return { refusal: refuse("no-team") };
    if (!isMember(stored.team, scene.who.person, member)) return { refusal: refuse("not-in-team") };
    return { team: stored.team, others: [] };
  }
  const teams = await teamsOf(scene, ports);
  const wanted = as === "leads" ? teams.filter((team) => leadsTeam(team, scene.who.person)) : teams;
  const [team, ...others] = wanted;
  if (!team) return { refusal: refuse(teams.length > 0 ? "not-a-lead" : "no-team") };
  if (as !== "member" && others.length > 0) return { refusal: refuse("which-team", wanted.map((one) => one.name).join(", ")) };
  return { team, others };
};

/** The teams a person is in, by name; those that Gnist was removed from are not among them. */
export const teamsOf = async (scene: Scene, { rows }: Ports): Promise<readonly Team[]> => {
  const { person } = scene.who;
  const { teams } = await scene.person();
  const found = await Promise.all(teams.map((team) => Promise.all([readTeam(rows, team), readMember(rows, team, person)])));
  return found
    .flatMap(([stored, member]) =>
      stored && stored.team.removedAt === undefined && isMember(stored.team, person, member) ? [stored.team] : [],
    )
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
};

/** Is this one of the team's people? A lead whom no roster has shown yet is. */
export const isMember = (team: Team, person: PersonId, member: Member | undefined) =>
  member ? isPresent(member) : leadsTeam(team, person);

type Pressed = StoredTeam | { readonly refusal: Message };

/** The team that a pressed card names, where the presser is one of its members. */
export const pressedTeam = async (id: TeamId, scene: Scene, { rows }: Ports): Promise<Pressed> => {
  const [stored, member] = await Promise.all([readTeam(rows, id), readMember(rows, id, scene.who.person)]);
  if (!stored || stored.team.removedAt !== undefined) return { refusal: refuse("team-removed") };
  if (!isMember(stored.team, scene.who.person, member)) return { refusal: refuse("not-in-team") };
  return stored;
};

/** The same, for a team's settings: its leads, and admins. */
export const settledTeam = async (id: TeamId, scene: Scene, ports: Ports): Promise<Pressed> => {
  if (!scene.isAdmin) return ledTeam(id, scene, ports);
  const stored = await readTeam(ports.rows, id);
  return stored && stored.team.removedAt === undefined ? stored : { refusal: refuse("team-removed") };
};

/** The same, for what only leads may do. */
export const ledTeam = async (id: TeamId, scene: Scene, ports: Ports): Promise<Pressed> => {
  const found = await pressedTeam(id, scene, ports);
  return "team" in found && !leadsTeam(found.team, scene.who.person) ? { refusal: refuse("not-a-lead") } : found;
};

/** May this person look at every team of the tenant: an admin, or where none is named on a local machine, who leads a team. */
export const isOverseer = async (scene: Scene, ports: Ports): Promise<boolean> =>
  scene.isAdmin || (scene.leadsAreAdmins && (await teamsOf(scene, ports)).some((team) => leadsTeam(team, scene.who.person)));

/** The same, for a look at how a team stands: its leads, and who may look at all of them. */
export const overseenTeam = async (id: TeamId, scene: Scene, ports: Ports): Promise<Pressed> => {
  const led = scene.isAdmin ? undefined : await ledTeam(id, scene, ports);
  if (led && (!("refusal" in led) || !(await isOverseer(scene, ports)))) return led;
  const stored = await readTeam(ports.rows, id);
  const isThere = stored?.team.removedAt === undefined && stored?.team.tenantId === scene.place.address.tenantId;
  return stored && isThere ? stored : { refusal: refuse("team-removed") };
};
