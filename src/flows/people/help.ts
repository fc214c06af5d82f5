import { teamView } from "../../domain/idea/view.ts";
import { leadsTeam } from "../../domain/teams/substitute.ts";
import type { CommandFlow } from "../flow.ts";
import { isLeadAsAdmin, teamsOf } from "../who.ts";
import { pauseOf } from "./pause.ts";

export const help: CommandFlow<"help"> = async (_command, scene, ports) => {
  const teams = await teamsOf(scene, ports);
  const [team] = teams;
  // In a channel everybody reads the answer, and a pause is the person's own affair.
  const pause = scene.where.kind === "chat" ? await pauseOf(scene, ports) : undefined;
  const lead = teams.some((one) => leadsTeam(one, scene.who.person, ports.clock.now()));
  return {
    say: "help",
    lead,
    admin: scene.isAdmin || isLeadAsAdmin(scene, teams),
    local: scene.local,
    ...(team ? { team: teamView(team) } : {}),
    ...(pause ? { pause } : {}),
  };
};
