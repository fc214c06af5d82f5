import { leadsTeam } from "../../domain/teams/substitute.ts";
import { isOffice } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readNumbers } from "../../store/idea.ts";
import type { Answer, Scene } from "../flow.ts";
import { says, type Turn } from "../right.ts";
import type { Route } from "../route.ts";
import { mayLookAcross, teamsOf } from "../who.ts";
import { offerFile } from "./offer-file.ts";

/** Bytes of an idea in the zip, with its steps, and of the rest: a guess, for the size that Teams shows before there is a file. */
const bytesOfIdea = 400;
const bytesOfRest = 10_000;

/** `export` of a lead: the record of their team. */
const exportTeam = async (_command: unknown, { team, scene, ports }: Turn): Promise<Answer> => {
  const [{ next }, teams] = await Promise.all([readNumbers(ports.rows, team.id), teamsOf(scene, ports)]);
  const across = mayLookAcross(scene, teams);
  const bytes = bytesOfRest + next * bytesOfIdea;
  return offerFile({ kind: "team-export", team, ending: "zip", bytes, ...(across ? { mayLookAcross: true } : {}) }, scene, ports);
};

/** The measures of all teams. */
export const exportAcross = async (_asked: unknown, scene: Scene, ports: Ports): Promise<Answer> => {
  const isCoordinator = (await teamsOf(scene, ports)).some(isOffice);
  return offerFile(
    { kind: "measures-export", ending: "zip", bytes: bytesOfRest, ...(isCoordinator ? {} : { asAdmin: true }) },
    scene,
    ports,
  );
};

/** For `export`: a lead means a team that they lead, and a coordinator or an admin, who leads none, all teams. */
export const exported: Route<{ readonly command: "export" }> = {
  right: "lead-or-across",
  run: async (command, scene, ports) => {
    const teams = await teamsOf(scene, ports);
    const meant = scene.where.kind === "channel" ? scene.where.team : scene.chosen;
    const now = ports.clock.now();
    const led = teams.filter((team) => leadsTeam(team, scene.who.person, now) && (meant === undefined || team.id === meant));
    if (led.length === 0 && mayLookAcross(scene, teams)) return exportAcross(command, scene, ports);
    return says.lead(exportTeam).run(command, scene, ports);
  },
};
