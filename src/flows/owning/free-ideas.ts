import { isOpen } from "../../domain/idea/idea.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { hourApart } from "../../domain/teams/roster.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readIdeas } from "../../store/idea.ts";
import { readGone } from "../../store/member.ts";
import { readTeam } from "../../store/team.ts";
import type { JobFlow } from "../flow.ts";
import { happen } from "../ideas/happen.ts";
import { readRoster } from "../teams/read-roster.ts";

/**
 * Frees the ideas of owners who are no longer members, and tells the leads. An event that named the owner is enough. Where only a roster lacked them, or showed
 * them as guests, Gnist reads it once more an hour later (`at`), because they may be back.
 */
export const freeIdeas: JobFlow<"free-ideas"> = async (job, ports) => {
  if (job.at !== undefined) {
    const read = await readRoster(job.team, ports);
    if ("no" in read) return read.no;
  }
  const stored = await readTeam(ports.rows, job.team);
  if (!stored || stored.team.removedAt !== undefined) return undefined;
  const { team } = stored;
  const owned = (await readIdeas(ports.rows, team.id)).filter(({ idea }) => idea.owner !== undefined && isOpen(idea));
  const owners = new Set(owned.flatMap(({ idea }) => idea.owner ?? []));
  const now = ports.clock.now();
  for (const person of owners) {
    if (!(await hasLeft(team, person, job.at !== undefined, ports))) continue;
    for (const one of owned.filter(({ idea }) => idea.owner === person))
      await happen({ team, ports, now }, { stored: one }, { event: "owner-left", person });
  }
  return undefined;
};

/** @param isSure the roster was read a second time */
const hasLeft = async (team: Team, person: PersonId, isSure: boolean, { rows, clock }: Ports): Promise<boolean> => {
  const gone = team.leads.includes(person) ? undefined : await readGone(rows, team.id, person);
  if (gone?.standing !== "left") return gone !== undefined && isSure;
  return gone.saidLeftAt !== undefined || clock.now() - gone.leftAt >= hourApart;
};
