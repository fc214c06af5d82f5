import { dropDue, nextDue, readDueJobs } from "../../store/due.ts";
import { readTeam } from "../../store/team.ts";
import { type CommandFlow, refuse } from "../flow.ts";

/** `next`, in local mode only: moves the clock to the next thing that is due, so that a newcomer sees a whole week in two minutes. */
export const moveClock: CommandFlow<"next"> = async (_command, scene, ports) => {
  if (!scene.local || !ports.clock.hands) return refuse("unknown-command", "next");
  await ports.clock.hands.read();
  let due = await nextDue(ports.rows, ports.clock.now());
  let team = due && (await readTeam(ports.rows, due.team))?.team;
  // Due rows of a team that Gnist was removed from move nobody's clock.
  while (due && (!team || team.removedAt !== undefined)) {
    await dropDue(ports.rows, due);
    due = await nextDue(ports.rows, ports.clock.now());
    team = due && (await readTeam(ports.rows, due.team))?.team;
  }
  if (!due || !team) return { say: "clock-moved", at: ports.clock.now(), zone: "UTC" };
  await ports.clock.hands.moveTo(due.at);
  // Answered when the ticker has seen it, so that who writes it again at once does not pass one thing by on the way to the next.
  for (let looks = 0; looks < 20 && (await readDueJobs(ports.rows, ports.clock.now())).due.length > 0; looks++) await ports.clock.wait(100);
  return { say: "clock-moved", at: due.at, zone: team.settings.zone, what: due.job.job };
};
