import { dateOf } from "../domain/cadence.ts";
import { teamView } from "../domain/digest.ts";
import type { Message } from "../domain/message.ts";
import { isPresent } from "../domain/person.ts";
import type { Ports } from "../ports.ts";
import { readMember } from "../store/people.ts";
import { changeTeam } from "../store/teams.ts";
import { type ActionFlow, afterStoringMs, refuse } from "./flow.ts";
import { leadsTeam, ledTeam, pressedTeam } from "./who.ts";

/** *I lead this team*: who added Gnist, or another lead, confirms with one press. A team without a lead takes the first who says so. */
export const claimLead: ActionFlow<"claim-lead"> = async (action, scene, ports) => {
  const found = await pressedTeam(action.team, scene, ports);
  if ("refusal" in found) return found.refusal;
  const { team } = found;
  const { person } = scene.who;
  if (leadsTeam(team, person)) return { say: "lead-now", team: teamView(team), name: "", already: true };
  if (team.leads.length === 0) return makeLead(team.id, person, ports);
  await ports.jobs.put(
    { job: "tell-leads", team: team.id, news: "lead-claimed", person, once: `${person}|${dateOf(ports.clock.now(), team.settings.zone)}` },
    afterStoringMs,
  );
  return { say: "lead-asked", team: teamView(team) };
};

const makeLead = async (id: string, person: string, ports: Ports): Promise<Message> => {
  const [team, member] = await Promise.all([
    changeTeam(ports.rows, id, (stored) =>
      leadsTeam(stored, person) ? undefined : { team: { ...stored, leads: [...stored.leads, person] } },
    ),
    readMember(ports.rows, id, person),
  ]);
  return team ? { say: "lead-now", team: teamView(team), name: member?.name ?? "", already: false } : refuse("no-team");
};

export const confirmLead: ActionFlow<"confirm-lead"> = async (action, scene, ports) => {
  const [found, member] = await Promise.all([ledTeam(action.team, scene, ports), readMember(ports.rows, action.team, action.person)]);
  if ("refusal" in found) return found.refusal;
  if (!member || !isPresent(member)) return refuse("no-such-member");
  return makeLead(action.team, action.person, ports);
};

export const refuseLead: ActionFlow<"refuse-lead"> = async (action, scene, ports) => {
  const [found, member] = await Promise.all([ledTeam(action.team, scene, ports), readMember(ports.rows, action.team, action.person)]);
  return "refusal" in found ? found.refusal : { say: "lead-not", team: teamView(found.team), name: member?.name ?? "" };
};

/** A lead lets the clock ask everybody in a large team. */
export const agreeLargeTeam: ActionFlow<"agree-large-team"> = async (action, scene, ports) => {
  const found = await ledTeam(action.team, scene, ports);
  if ("refusal" in found) return found.refusal;
  const team = await changeTeam(ports.rows, found.team.id, (stored) =>
    stored.largeTeamAgreed ? undefined : { team: { ...stored, largeTeamAgreed: true } },
  );
  return { say: "large-agreed", team: teamView(found.team), nextPromptAt: team?.nextPromptAt ?? found.team.nextPromptAt ?? 0 };
};
