import { teamView } from "../../domain/idea/view.ts";
import { roundNumbers, sumOf } from "../../domain/overview/measures.ts";
import { readMeasures } from "../../store/measures.ts";
import type { Answer } from "../flow.ts";
import type { Turn } from "../right.ts";
import { mayLookAcross, teamsOf } from "../who.ts";

const roundsShown = 12;

/** `numbers`: what the team's latest rounds come to. A round that is not closed yet is not in it, so that no answer moves a number. */
export const writeNumbers = async (_command: unknown, { team, scene, ports }: Turn): Promise<Answer> => {
  // One more, because the newest row may be that of a digest between two rounds, which waits for the next one.
  const [rows, teams] = await Promise.all([readMeasures(ports.rows, team.tenantId, team.id, roundsShown + 1), teamsOf(scene, ports)]);
  const rounds = rows
    .map(({ measures }) => measures)
    .filter(({ round }) => round !== undefined)
    .slice(0, roundsShown);
  return {
    say: "numbers",
    team: teamView(team),
    rounds: roundNumbers(rounds),
    sum: sumOf(rounds),
    ...(mayLookAcross(scene, teams) ? { mayLookAcross: true } : {}),
  };
};
