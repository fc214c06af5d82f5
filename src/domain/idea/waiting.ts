import { z } from "zod";
import { questions } from "../asking/question.ts";
import { costs } from "./idea.ts";

/**
 * A text without a trace that waits until it is shown with others. `waited`: the rounds that ended without it, and `last` the latest of them. `group`: the fewest
 * people with whom its author was told that it is shown. `anyway`: it waits for nobody, because its author wants it so. `settled`: it waits for nobody, because its large group is being shown.
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
  settled: z.literal(true).exactOptional(),
});

export type WaitingText = Readonly<z.infer<typeof waitingShape>>;

/** For how long and for whom a text has waited, as the card keeps it that offers *Undo* of a withdrawal. */
export const waitsShape = waitingShape.pick({ waited: true, last: true, group: true, anyway: true });
export type Waits = Readonly<z.infer<typeof waitsShape>>;
export const waitsSoFar = ({ waited, last, group, anyway }: WaitingText): Waits => ({
  waited,
  ...(last === undefined ? {} : { last }),
  ...(group === undefined ? {} : { group }),
  ...(anyway === undefined ? {} : { anyway }),
});

/** Rounds after which a text waits for long, and its author may have it shown anyway. */
const longWait = 2;

export const waitsForLong = ({ waited }: Pick<WaitingText, "waited">): boolean => waited >= longWait;

/** The fewest people with whom a text is shown: a lead who lowers the team's number breaks no promise that was made before. */
export const groupFor = ({ group = 0 }: Pick<WaitingText, "group">, smallestGroup: number): number => Math.max(group, smallestGroup);

/** As much of a waiting text as tells whether it may be shown. */
type Grouped = Pick<WaitingText, "person" | "anyway" | "settled" | "group" | "question">;

/** Texts on what worked stand in a list of their own, which tells the rounds in which they can have been written: they have a group of their own too. */
const isOnWhatWorked = ({ question }: Grouped): boolean => question === "success";

/** The waiting texts that may be shown now: those that enough people wrote together, and those that wait for nobody. */
export const groupOf = <W extends Grouped>(waiting: readonly W[], smallestGroup: number): readonly W[] => {
  const alike = (worked: boolean) =>
    inGroup(
      waiting.filter((text) => isOnWhatWorked(text) === worked),
      smallestGroup,
    );
  const shown = [...alike(true), ...alike(false)];
  return waiting.filter((text) => text.anyway || text.settled || shown.includes(text));
};

const inGroup = <W extends Grouped>(waiting: readonly W[], smallestGroup: number): readonly W[] => {
  const people = new Set(waiting.map(({ person }) => person)).size;
  const together = waiting.filter((text) => people >= groupFor(text, smallestGroup));
  // Without the texts that wait for more people, too few may be left for the others.
  return together.length < waiting.length ? inGroup(together, smallestGroup) : together;
};
