import { z } from "zod";
import { dayMs } from "../asking/local-time.ts";
import { rests, spreads, type Team } from "../teams/team.ts";
import { cut, fits } from "../words.ts";
import { type Idea, longestReadyTest } from "./idea.ts";

/** The lines of an adopted result that other teams read, as a lead left them. `test`: what was tried. */
export const spreadLinesShape = z.object({ title: z.string(), test: z.string().exactOptional(), result: z.string() }).readonly();
export type SpreadLines = z.infer<typeof spreadLinesShape>;

/** The most tips that a team gets within a week; further ones wait for their turn. */
export const mostTips = 2;
export const tipsWithinMs = 7 * dayMs;

/** The age (ms) at which an offer goes to no further team. */
export const longestSpreadMs = 8 * tipsWithinMs;

/** Can the leads of this team get tips now? */
export const takesTips = (team: Team): boolean => !rests(team) && spreads(team) && team.leads.length > 0;

/** Can a tip help this idea: is it open, with its test still to begin? */
export const isToTry = ({ stage }: Pick<Idea, "stage">): boolean => stage === "new" || stage === "planned";

/** Is an idea still the result that was offered at an instant (ms)? It is none where its end was undone, also where it has ended anew since. */
export const isResultOf = ({ stage, finishedAt = 0 }: Idea, offeredAt: number): boolean => stage === "adopted" && finishedAt <= offeredAt;

/** A tip as the ready test of an idea: what the other team tried or, where it does not say so, what came of it. */
export const readyTestOf = ({ test, result }: SpreadLines): string => {
  const [line = ""] = (test ?? result).split("\n", 1);
  return fits(line, longestReadyTest) ? line : cut(line, longestReadyTest);
};
