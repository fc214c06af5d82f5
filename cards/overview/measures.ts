import type { IToggleVisibilityAction } from "@microsoft/teams.cards";
import type { MeasureSum } from "../../src/domain/overview/measures.ts";
import type { Words } from "../../src/language/index.ts";
import { toggle } from "../parts/buttons.ts";
import type { Element } from "../parts/card.ts";
import { figures } from "../parts/figures.ts";
import { kindName } from "../parts/names.ts";
import { fact, small } from "../parts/text.ts";
import { turnoutText } from "../parts/turnout.ts";

type Label = keyof Words["numbers"]["counted"];

const shownAs = (sum: MeasureSum, words: Words): Readonly<Record<Label, string>> => {
  const { number } = words.format;
  const own = words.numbers;
  const median = (days: number | undefined) => (days === undefined ? words.dash : own.median(own.days(days)));
  return {
    answered: sum.turnout ? turnoutText(sum.turnout, words) : words.dash,
    ideas: number(sum.ideas),
    kinds: sum.ofKind.map(({ kind, ideas }) => `${kindName(kind, words)} ${number(ideas)}`).join(" · ") || words.dash,
    owned: own.of(sum.owned, sum.ripe),
    toAnswer: median(sum.toAnswer),
    toDecision: median(sum.toDecision),
    toResult: median(sum.toResult),
    adopted: number(sum.adopted),
    solved: number(sum.solved),
    passedOn: number(sum.passedOn),
    stopped: number(sum.stopped),
    minutes: number(sum.minutes),
  };
};

const order = [
  "answered",
  "ideas",
  "kinds",
  "owned",
  "toAnswer",
  "toDecision",
  "toResult",
  "adopted",
  "solved",
  "passedOn",
  "stopped",
  "minutes",
] as const satisfies readonly Label[];

const sentenceId = (what: Label | "then"): string => `how-${what}`;

const sentence = (text: string, what: Label | "then"): Element => small(text, { id: sentenceId(what), isVisible: false, spacing: "None" });

/** Every measure with its number, and the sentence that says how it is counted, which is hidden at first. @param more is said below them */
export const measureRows = (sum: MeasureSum, words: Words, more: readonly string[] = []): readonly Element[] => {
  const shown = shownAs(sum, words);
  const { labels, counted, asThen } = words.numbers;
  return [
    ...order.flatMap((what) => [fact(labels[what], shown[what]), sentence(counted[what], what)]),
    sentence([asThen, ...more].join(" "), "then"),
  ];
};

/** Shows these sentences, and hides them again. */
export const howCounted = (words: Words): IToggleVisibilityAction => toggle(words.numbers.how, [...order, "then" as const].map(sentenceId));

/** The three numbers that people look for first. */
export const mainFigures = ({ ideas, adopted, minutes }: MeasureSum, words: Words): Element => {
  const { number } = words.format;
  const { labels } = words.numbers;
  return figures([
    [number(ideas), labels.ideas],
    [number(adopted), labels.adopted],
    [number(minutes), labels.minutes],
  ]);
};

const longestBar = 6;

/** A bar of blocks, as long as a part of the most. The number beside it says as much. */
export const bar = (value: number, most: number): string =>
  value <= 0 ? "" : "▇".repeat(Math.max(1, Math.round((value / Math.max(value, most)) * longestBar)));
