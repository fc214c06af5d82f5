import { hasAnswer, mergeAnswer, readAsk } from "../../store/ask.ts";
import { choseTeam } from "../../store/claims.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import type { JobFlow } from "../flow.ts";
import { weekAsked } from "./last-asked.ts";

/**
 * Notes that a person whom this team asked has answered for another team: this team does not ask them any more, and they count there. The job does not say with
 * what: a text without a trace has the job of any other idea.
 */
export const answeredElsewhere: JobFlow<"answered-elsewhere"> = async (job, { rows, clock }) => {
  const [stored, ask] = await Promise.all([readTeam(rows, job.team), readAsk(rows, job.team, job.round, job.person)]);
  const week = stored && ask?.atOwnTime ? weekAsked(ask, stored.team.settings.zone) : job.round;
  await choseTeam(rows, job.person, week, job.to);
  if (ask && !hasAnswer(ask)) await rows.commit(teamPartition(job.team), [mergeAnswer(job.round, job.person, "elsewhere", clock.now())]);
  return undefined;
};
