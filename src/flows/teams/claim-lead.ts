import { dateOf } from "../../domain/asking/local-time.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { isPresent, type Member, type PersonId } from "../../domain/people/person.ts";
import { type Team, withLeads } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readMember } from "../../store/member.ts";
import { changeTeam } from "../../store/team.ts";
import { type Answer, afterStoringMs, refuse } from "../flow.ts";
import type { ClaimTurn, NamesClaim, Turn } from "../right.ts";
import { waitsUntil } from "../sending/working-days.ts";
import { noteForAdmins } from "../settings/note-changes.ts";
import { type Confirmers, confirmersOf } from "./confirmers.ts";

/** The most claims that a team without a lead keeps at once; the oldest is dropped. */
const mostClaims = 20;

/**
 * *I lead this team*: a lead confirms it with one press. Where the team has no lead who can be reached, the person who added Gnist confirms it, or an admin, or
 * two other members. The person who added Gnist, an admin, and the only member of the team need no confirmation.
 */
export const claimLead = async (_action: unknown, turn: Turn): Promise<Answer> => {
  const { team, who: person, scene, ports } = turn;
  if (team.leads.includes(person)) return { say: "you-lead", team: teamView(team), already: true };
  const confirmers = await confirmersOf(team, person, scene, ports);
  if (confirmers.isLed) return askLeads(team, person, ports);
  const needsNobody = person === team.addedBy || scene.isAdmin || ("needed" in confirmers && confirmers.needed === 0);
  if (needsNobody) {
    const made = await makeLead({ person, name: scene.who.name }, turn);
    return made.say === "lead-now" ? { say: "you-lead", team: made.team, already: made.already } : made;
  }
  const once = onceADay(team, person, ports);
  if ("people" in confirmers) {
    for (const to of confirmers.people) await ports.jobs.put({ job: "tell-claim", team: team.id, person, to, once }, afterStoringMs);
    return asked(team, ports);
  }
  // Gnist would ask in the channel, where nobody reads the claim while the team is archived.
  if (team.archivedAt !== undefined) return refuse("team-archived", team.name);
  await ports.jobs.put({ job: "tell-claim", team: team.id, person, once }, afterStoringMs);
  await changeTeam(ports.rows, team.id, (stored) => {
    const claims = stored.claims ?? [];
    if (claims.some((claim) => claim.person === person)) return undefined;
    return { team: { ...stored, claims: [...claims, { person, confirmedBy: [] }].slice(-mostClaims) } };
  });
  return asked(team, ports);
};

/** The answer to a member whose claim goes to the people who may confirm it, now or on the next working day. */
const asked = (team: Team, { clock }: Ports): Message => {
  const asksAt = waitsUntil(team, clock.now());
  return { say: "lead-asked", team: teamView(team), ...(asksAt === undefined ? {} : { asksAt }) };
};

const onceADay = (team: Team, person: PersonId, { clock }: Ports): string => `${person}|${dateOf(clock.now(), team.settings.zone)}`;

const askLeads = async (team: Team, person: PersonId, ports: Ports): Promise<Message> => {
  const once = onceADay(team, person, ports);
  await ports.jobs.put({ job: "tell-leads", team: team.id, news: "lead-claimed", person, once }, afterStoringMs);
  return asked(team, ports);
};

/**
 * @param turn the press that decides, with the team as it was then: where it has got another lead meanwhile, Gnist asks that lead instead
 */
const makeLead = async ({ person, name }: Pick<Member, "person" | "name">, turn: Turn): Promise<Message> => {
  const { team: seen, ports } = turn;
  let isDecided = true;
  const id = ports.chance.id();
  const team = await changeTeam(ports.rows, seen.id, async (stored) => {
    isDecided = stored.leads.every((lead) => seen.leads.includes(lead));
    if (!isDecided || stored.leads.includes(person)) return undefined;
    const team = withLeads(stored, [...stored.leads, person]);
    return { team, also: await noteForAdmins(stored, team, turn, id, ports) };
  });
  if (!team) return refuse("no-team");
  return isDecided ? { say: "lead-now", team: teamView(team), name, already: false } : askLeads(team, person, ports);
};

/** Reads the member who claims to lead the team. */
export const readClaimer = ({ team, person }: NamesClaim, ports: Ports): Promise<Member | undefined> =>
  readMember(ports.rows, team, person);

/** A person to whom a claim was shown confirms it. */
export const confirmLead = async (action: NamesClaim, turn: ClaimTurn, member: Member | undefined): Promise<Answer> => {
  const { team, who: presser, confirmers, ports } = turn;
  if (!member || !isPresent(member)) return refuse("no-such-member");
  if (team.leads.includes(action.person)) return { say: "lead-now", team: teamView(team), name: member.name, already: true };
  if (confirmers === "lead") return makeLead(member, turn);
  if ("needed" in confirmers) return countConfirmation(member, confirmers, turn);
  // Somebody else was quicker: the team has a lead, who decides.
  return confirmers.people.includes(presser) ? makeLead(member, turn) : askLeads(team, action.person, ports);
};

/** Counts the confirmation by a member of a team without a lead. A claim that was never made cannot be confirmed. */
const countConfirmation = async (
  { person, name }: Member,
  { others, needed }: Extract<Confirmers, { needed: number }>,
  turn: Turn,
): Promise<Message> => {
  const { team, who: presser, ports } = turn;
  const fresh = await changeTeam(ports.rows, team.id, (stored) => {
    const claim = stored.claims?.find((one) => one.person === person);
    if (!claim || claim.confirmedBy.includes(presser)) return undefined;
    const confirmed = { person, confirmedBy: [...claim.confirmedBy, presser] };
    return { team: { ...stored, claims: (stored.claims ?? []).map((one) => (one.person === person ? confirmed : one)) } };
  });
  const claim = fresh?.claims?.find((one) => one.person === person);
  if (!fresh || !claim) return refuse("not-a-lead");
  const more = needed - claim.confirmedBy.filter((one) => others.has(one)).length;
  return more > 0 ? { say: "lead-half", team: teamView(fresh), name, more } : makeLead({ person, name }, turn);
};

/** *No* to a claim: the claim is dropped, with the confirmations it already has. */
export const refuseLead = async ({ person }: NamesClaim, { team, ports }: Turn, claimer: Member | undefined): Promise<Answer> => {
  await changeTeam(ports.rows, team.id, (stored) => {
    const claims = stored.claims?.filter((claim) => claim.person !== person);
    return claims === undefined || claims.length === stored.claims?.length ? undefined : { team: { ...stored, claims } };
  });
  return claimer ? { say: "lead-not", team: teamView(team), name: claimer.name } : refuse("no-such-member");
};
