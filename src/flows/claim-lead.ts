import { dateOf } from "../domain/cadence.ts";
import { teamView } from "../domain/digest.ts";
import type { Message } from "../domain/message.ts";
import type { Member, PersonId } from "../domain/person.ts";
import type { Ports } from "../ports.ts";
import { readMember } from "../store/people.ts";
import { changeTeam } from "../store/teams.ts";
import { type Answer, afterStoringMs, refuse } from "./flow.ts";
import type { Turn } from "./right.ts";
import { leadsTeam } from "./who.ts";

/** *I lead this team*: the person who added Gnist, or another lead, confirms with one press. A team without a lead takes the first who says so. */
export const claimLead = async (_action: unknown, { team, who, leads, now, ports }: Turn): Promise<Answer> => {
  if (leads) return { say: "lead-now", team: teamView(team), name: await nameOf(team.id, who, ports), already: true };
  if (team.leads.length === 0) return makeLead(team.id, who, ports);
  await ports.jobs.put(
    { job: "tell-leads", team: team.id, news: "lead-claimed", person: who, once: `${who}|${dateOf(now, team.settings.zone)}` },
    afterStoringMs,
  );
  return { say: "lead-asked", team: teamView(team) };
};

const nameOf = async (team: string, person: PersonId, ports: Ports) => (await readMember(ports.rows, team, person))?.name ?? "";

const makeLead = async (id: string, person: PersonId, ports: Ports): Promise<Message> => {
  const [team, name] = await Promise.all([
    changeTeam(ports.rows, id, (stored) =>
      leadsTeam(stored, person) ? undefined : { team: { ...stored, leads: [...stored.leads, person] } },
    ),
    nameOf(id, person, ports),
  ]);
  return team ? { say: "lead-now", team: teamView(team), name, already: false } : refuse("no-team");
};

type Claimed = { readonly team: string; readonly person: PersonId };

/** The member who said that they lead the team. */
export const readClaimer = ({ team, person }: Claimed, ports: Ports): Promise<Member | undefined> => readMember(ports.rows, team, person);

export const confirmLead = async ({ person }: Claimed, { team, ports }: Turn, claimer: Member | undefined): Promise<Answer> =>
  claimer ? makeLead(team.id, person, ports) : refuse("no-such-member");

export const refuseLead = async (_action: unknown, { team }: Turn, claimer: Member | undefined): Promise<Answer> => ({
  say: "lead-not",
  team: teamView(team),
  name: claimer?.name ?? "",
});

/** A lead lets the clock ask everybody in a large team. */
export const agreeLargeTeam = async (_action: unknown, { team: found, ports }: Turn): Promise<Answer> => {
  const team = await changeTeam(ports.rows, found.id, (stored) =>
    stored.largeTeamAgreed ? undefined : { team: { ...stored, largeTeamAgreed: true } },
  );
  return { say: "large-agreed", team: teamView(found), nextPromptAt: team?.nextPromptAt ?? found.nextPromptAt ?? 0 };
};
