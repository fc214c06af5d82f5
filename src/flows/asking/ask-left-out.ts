import { rests } from "../../domain/teams/team.ts";
import { readAsks } from "../../store/ask.ts";
import { readMembers } from "../../store/member.ts";
import { readRound } from "../../store/round.ts";
import { readTeam } from "../../store/team.ts";
import type { JobFlow } from "../flow.ts";
import { askedHere } from "./asked-here.ts";
import { planAsks } from "./start-round.ts";

/** Asks members whose week another of their teams has claimed and not used: that team was removed, archived or stopped, or its round is over. */
export const askLeftOut: JobFlow<"ask-left-out"> = async (job, ports) => {
  const { rows, clock, jobs, log } = ports;
  const [stored, round, asks, members] = await Promise.all([
    readTeam(rows, job.team),
    readRound(rows, job.team, job.round),
    readAsks(rows, job.team, job.round),
    readMembers(rows, job.team),
  ]);
  if (!stored || rests(stored.team) || !round || round.state === "closed") return undefined;
  const { team } = stored;
  const asked = new Set(asks.map(({ person }) => person));
  const left = members.filter(({ person, inSeveralTeams }) => inSeveralTeams && !asked.has(person));
  const now = clock.now();
  const { toAsk } = await askedHere(ports, {
    team,
    week: job.round,
    members: left,
    plannedAt: round.startedAt,
    now,
    asked,
    atLast: true,
  });
  if (toAsk.length === 0) return undefined;
  await planAsks(ports, team, round, toAsk);
  await jobs.put({ job: "ask-members", team: team.id, round: job.round });
  log.info("left-out-asked", { team: team.id, round: job.round, asked: toAsk.length });
  return undefined;
};
