import type { RoundId, TeamId } from "../../domain/ids.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Ports } from "../../ports.ts";
import { hasAnswer, mergeAnswer, readAsk } from "../../store/ask.ts";
import { choseTeam } from "../../store/claims.ts";
import { readIdea } from "../../store/idea.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import type { JobFlow } from "../flow.ts";
import { weekAsked } from "./last-asked.ts";

/** Notes that a person whom this team asked has answered for another team: this team does not ask them any more, and they count there. */
export const answeredElsewhere: JobFlow<"answered-elsewhere"> = async (job, ports) => {
  const idea = await readIdea(ports.rows, job.to, job.idea);
  if (idea && idea.idea.author === job.person) await noteElsewhere(job, ports);
  return undefined;
};

type Elsewhere = { readonly team: TeamId; readonly round: RoundId; readonly person: PersonId; readonly to: TeamId };

/** Notes it in the rows of the person and of the team that asked. */
export const noteElsewhere = async (job: Elsewhere, { rows, clock }: Pick<Ports, "rows" | "clock">): Promise<void> => {
  const [stored, ask] = await Promise.all([readTeam(rows, job.team), readAsk(rows, job.team, job.round, job.person)]);
  const week = stored && ask?.atOwnTime ? weekAsked(ask, stored.team.settings.zone) : job.round;
  await choseTeam(rows, job.person, week, job.to);
  if (ask && !hasAnswer(ask)) await rows.commit(teamPartition(job.team), [mergeAnswer(job.round, job.person, "elsewhere", clock.now())]);
};
