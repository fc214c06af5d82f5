import type { TeamId } from "../../domain/ids.ts";
import type { Ports } from "../../ports.ts";
import { type Ask, mergeAnswer } from "../../store/ask.ts";
import { teamPartition } from "../../store/team.ts";

/** Stores an answer that is not an idea. False where there is no such question, or it has changed since it was read (`tag`). */
export const noteAnswer = async (
  ports: Ports,
  team: TeamId,
  { round, person }: Ask,
  answer: "nothing" | "later",
  { askAgainAt, tag }: { readonly askAgainAt?: number; readonly tag?: string } = {},
): Promise<boolean> => {
  const noted = mergeAnswer(round, person, answer, ports.clock.now(), askAgainAt);
  return (await ports.rows.commit(teamPartition(team), [{ ...noted, ...(tag ? { tag } : {}) }])) === "done";
};
