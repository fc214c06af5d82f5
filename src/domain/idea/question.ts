import { z } from "zod";
import { type Idea, isLiving } from "./idea.ts";

/** The ways in which an author answers: without their name, with it, or as somebody who wants to help, which shows it too. */
export const answerWays = ["hidden", "named", "help"] as const;
export type AnswerWay = (typeof answerWays)[number];

/** The stored question to an author. It does not say who they are: `by` is the lead who asks. `id` is random, and names it on the author's card. */
export const questionShape = z.object({
  id: z.string(),
  by: z.string(),
  at: z.number(),
  text: z.string(),
  answer: z
    .object({ how: z.enum(answerWays), text: z.string(), at: z.number() })
    .readonly()
    .exactOptional(),
});
export type QuestionToAuthor = Readonly<z.infer<typeof questionShape>>;

/** May a lead ask the author about it? */
export const mayAskAuthor = (idea: Pick<Idea, "stage">): boolean => isLiving(idea) || idea.stage === "held";
