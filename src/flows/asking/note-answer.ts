import type { TeamId } from "../../domain/ids.ts";
import type { Ports } from "../../ports.ts";
import { type Ask, mergeAnswer } from "../../store/ask.ts";
import { teamPartition } from "../../store/team.ts";

/** Notes the answer to a question that is not an idea. */
export const noteAnswer = async (
  ports: Ports,
  team: TeamId,
  { round, person }: Ask,
  answer: "nothing" | "later",
  askAgainAt?: number,
): Promise<void> => {
  await ports.rows.commit(teamPartition(team), [mergeAnswer(round, person, answer, ports.clock.now(), askAgainAt)]);
};
