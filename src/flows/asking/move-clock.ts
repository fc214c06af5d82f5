import type { Idea } from "../../domain/idea/idea.ts";
import type { RoundId, TeamId } from "../../domain/ids.ts";
import type { DueName } from "../../domain/job.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { cut } from "../../domain/words.ts";
import type { Ports, Rows } from "../../ports.ts";
import { readAsk } from "../../store/ask.ts";
import { type Due, readComing, readDueJobs } from "../../store/due.ts";
import { readIdea, readIdeas } from "../../store/idea.ts";
import { readNews } from "../../store/news.ts";
import { readRound } from "../../store/round.ts";
import { readTeam } from "../../store/team.ts";
import { isOwnedBy } from "../cycle/check-in.ts";
import { isQuiet } from "../cycle/nudge.ts";
import { type CommandFlow, refuse } from "../flow.ts";

/**
 * `next`, in local mode only: moves the clock to the next moment at which the person who writes it notices something, so that a newcomer sees a whole week in
 * two minutes. Work of earlier moments is done in passing.
 */
export const moveClock: CommandFlow<"next"> = async (_command, scene, ports) => {
  if (!scene.local || !ports.clock.hands) return refuse("unknown-command", cut(scene.text, 60));
  await ports.clock.hands.read();
  const moment = await nextMoment(scene.who.person, ports);
  if (!moment) return { say: "clock-moved", at: ports.clock.now(), zone: "UTC", what: [] };
  await ports.clock.hands.moveTo(moment.at);
  // Waits until the ticker has picked the due work up; otherwise a second `next` at once would skip it.
  for (let looks = 0; looks < 20 && (await readDueJobs(ports.rows, ports.clock.now())).due.length > 0; looks++) await ports.clock.wait(100);
  return { say: "clock-moved", ...moment };
};

type NextMoment = { readonly at: number; readonly zone: string; readonly what: readonly DueName[] };

const nextMoment = async (person: PersonId, ports: Ports): Promise<NextMoment | undefined> => {
  let found: NextMoment | undefined;
  for (const due of await readComing(ports.rows, ports.clock.now())) {
    if (found && due.at > found.at) return found;
    const team = (await readTeam(ports.rows, due.team))?.team;
    if (!team || team.removedAt !== undefined || !(await isNoticed(due, person, ports))) continue;
    const { job } = due.job;
    if (!found) found = { at: due.at, zone: team.settings.zone, what: [job] };
    else if (!found.what.includes(job)) found = { ...found, what: [...found.what, job] };
  }
  return found;
};

/** Jobs whose work nobody notices. */
const unseen: readonly DueName[] = ["forget-typed", "read-team", "ask-left-out", "free-ideas", "renew-drafts", "drop-old", "erase-alone"];

/** Is it work that this person notices, and that nothing has settled before? */
const isNoticed = async ({ job }: Due, person: PersonId, { rows }: Ports): Promise<boolean> => {
  if (unseen.includes(job.job)) return false;
  const owned = async (isMeant: (idea: Idea) => boolean) =>
    (await readIdeas(rows, job.team)).some(({ idea }) => idea.owner !== undefined && isOwnedBy(idea, idea.owner) && isMeant(idea));
  switch (job.job) {
    case "send-news":
      return job.person === person && (await readNews(rows, person)).length > 0;
    case "tell-lead":
      return job.lead === person;
    case "tell-substitute":
      return job.person === person;
    case "ask-owner": {
      const idea = (await readIdea(rows, job.team, job.idea))?.idea;
      return idea?.request === job.request && idea.askedOwner === person;
    }
    case "ask-person":
      return job.person === person && (await readAsk(rows, job.team, job.round, person))?.answer === undefined;
    case "ask-again":
    case "remind-doubtful":
      return job.person === person && (await isOpen(rows, job));
    case "check-in":
      return owned(() => true);
    case "nudge":
      return job.person === person && owned((idea) => idea.owner === person && isQuiet(idea, job.since));
    case "tell-quiet":
      return owned((idea) => idea.id === job.idea && idea.owner === job.person && isQuiet(idea, job.since));
    case "end-request":
      return (await readIdea(rows, job.team, job.idea))?.idea.request === job.request;
    case "remind-round":
    case "send-draft":
    case "post-digest":
      return job.round === undefined || (await isOpen(rows, { ...job, round: job.round }));
    default:
      return true;
  }
};

/** Is the digest of the round still to come? */
const isOpen = async (rows: Rows, { team, round }: { readonly team: TeamId; readonly round: RoundId }): Promise<boolean> =>
  (await readRound(rows, team, round))?.state !== "closed";
