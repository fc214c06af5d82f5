import type { PersonId } from "../../domain/people/person.ts";
import type { Ports } from "../../ports.ts";
import { mergeAnswer } from "../../store/ask.ts";
import { teamPartition } from "../../store/team.ts";

/** Notes an answer that is not an idea. False where the person was not asked in that round. */
export const noteAnswer = async (
  ports: Ports,
  team: string,
  round: string,
  person: PersonId,
  answer: "nothing" | "later",
  askAgainAt?: number,
): Promise<boolean> =>
  (await ports.rows.commit(teamPartition(team), [mergeAnswer(round, person, answer, ports.clock.now(), askAgainAt)])) === "done";
