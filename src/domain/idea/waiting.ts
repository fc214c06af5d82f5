import { z } from "zod";
import { questions } from "../asking/question.ts";
import { costs } from "./idea.ts";

/**
 * A text without a trace that waits until it is shown with others. `waited`: the digests that went out without it, and `last` the latest of them. `anyway`: its author wants it shown in a smaller
 * group.
 */
export const waitingShape = z.object({
  person: z.string(),
  friction: z.string(),
  proposal: z.string().exactOptional(),
  cost: z.literal(costs).exactOptional(),
  kind: z.string().exactOptional(),
  question: z.enum(questions).exactOptional(),
  waited: z.number(),
  last: z.string().exactOptional(),
  anyway: z.literal(true).exactOptional(),
});

export type WaitingText = Readonly<z.infer<typeof waitingShape>>;

/** Digests after which a text waits for long, and its author may have it shown anyway. */
const longWait = 2;

export const waitsForLong = ({ waited }: Pick<WaitingText, "waited">): boolean => waited >= longWait;

/** The waiting texts that may be shown now: all of them where enough people wrote them, else those whose authors do not want to wait for others. */
export const groupOf = <W extends Pick<WaitingText, "person" | "anyway">>(waiting: readonly W[], smallestGroup: number): readonly W[] =>
  new Set(waiting.map(({ person }) => person)).size >= smallestGroup ? waiting : waiting.filter(({ anyway }) => anyway);
