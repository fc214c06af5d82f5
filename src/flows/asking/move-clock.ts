import { cut } from "../../domain/words.ts";
import type { Ports } from "../../ports.ts";
import { type Due, dropDue, nextDue, readDueJobs } from "../../store/due.ts";
import { readIdea } from "../../store/idea.ts";
import { readRound } from "../../store/round.ts";
import { readTeam } from "../../store/team.ts";
import { type CommandFlow, refuse } from "../flow.ts";

/** `next`, in local mode only: moves the clock to the next due row, so that a newcomer sees a whole week in two minutes. */
export const moveClock: CommandFlow<"next"> = async (_command, scene, ports) => {
  if (!scene.local || !ports.clock.hands) return refuse("unknown-command", cut(scene.text, 60));
  await ports.clock.hands.read();
  const found = await nextOfAll(ports);
  if (!found) return { say: "clock-moved", at: ports.clock.now(), zone: "UTC" };
  const { due, team } = found;
  await ports.clock.hands.moveTo(due.at);
  // Waits until the ticker has picked the due work up; otherwise a second `next` at once would skip it.
  for (let looks = 0; looks < 20 && (await readDueJobs(ports.rows, ports.clock.now())).due.length > 0; looks++) await ports.clock.wait(100);
  return { say: "clock-moved", at: due.at, zone: team.settings.zone, what: due.job.job };
};

/** Finds the next due row that still has something to do, in a team that Gnist is in, and drops those before it. */
const nextOfAll = async (ports: Ports) => {
  for (;;) {
    const due = await nextDue(ports.rows, ports.clock.now());
    if (!due) return undefined;
    const team = (await readTeam(ports.rows, due.team))?.team;
    if (team && team.removedAt === undefined && !(await isOver(due, ports))) return { due, team };
    await dropDue(ports.rows, due);
  }
};

/** Is nothing left to do: has the request ended early, or did a lead post the round's digest? */
const isOver = async ({ job }: Due, { rows }: Ports): Promise<boolean> => {
  if (job.job === "end-request") return (await readIdea(rows, job.team, job.idea))?.idea.request !== job.request;
  return "round" in job && job.round !== undefined && (await readRound(rows, job.team, job.round))?.state === "closed";
};
