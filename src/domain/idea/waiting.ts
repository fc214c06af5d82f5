import { z } from "zod";
import { questions } from "../asking/question.ts";
import { costs } from "./idea.ts";

/**
 * A text without a trace that waits until it is shown with others. `waited`: the digests that went out without it, and `last` the latest of them. `group`: the fewest
 * people with whom its author was told that it is shown. `anyway`: its author wants it shown in a smaller group.
 */
export const waitingShape = z.object({
  person: z.string(),
  friction: z.string(),
  proposal: z.string().exactOptional(),
  cost: z.literal(costs).exactOptional(),
  kind: z.string().exactOptional(),
  question: z.enum(questions).exactOptional(),
  waited: z.number(),
  group: z.number().exactOptional(),
  last: z.string().exactOptional(),
  anyway: z.literal(true).exactOptional(),
});

export type WaitingText = Readonly<z.infer<typeof waitingShape>>;

/** Digests after which a text waits for long, and its author may have it shown anyway. */
const longWait = 2;

export const waitsForLong = ({ waited }: Pick<WaitingText, "waited">): boolean => waited >= longWait;

/** The fewest people with whom a text is shown: a lead who lowers the team's number breaks no promise that was made before. */
export const groupFor = ({ group = 0 }: Pick<WaitingText, "group">, smallestGroup: number): number => Math.max(group, smallestGroup);

/** The waiting texts that may be shown now: those that enough people wrote together, and those whose authors do not want to wait for others. */
export const groupOf = <W extends Pick<WaitingText, "person" | "anyway" | "group">>(
  waiting: readonly W[],
  smallestGroup: number,
): readonly W[] => {
  const people = new Set(waiting.map(({ person }) => person)).size;
  const together = waiting.filter((text) => people >= groupFor(text, smallestGroup));
  // Without the texts that wait for more people, too few may be left for the others.
  const left = together.length < waiting.length ? groupOf(together, smallestGroup) : together;
  return waiting.filter((text) => text.anyway || left.includes(text));
};
