import { z } from "zod";
import { asKnownKind, longestReason, reaches } from "../../src/domain/idea/idea.ts";
import type { IdeaView } from "../../src/domain/idea/view.ts";
import { shardOf } from "../../src/domain/ids.ts";
import type { PlanForm } from "../../src/domain/message/owning.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons, type Sent } from "./buttons.ts";
import type { Element } from "./card.ts";
import { choiceInput, textInput } from "./inputs.ts";
import { aTextIfAny, choice } from "./shapes.ts";
import { line, run, small } from "./text.ts";

/** The most tests that a card offers, by detail level. */
export const mostOffered: readonly [number, ...number[]] = [3, 1];

/** The data of a button that sends a plan. */
type PlanSent = Extract<Sent, { readonly verb: "accept-idea" | "plan-idea" | "start" | "adjust" }>;

type ReadyTest = { readonly test: string; readonly tried?: "here" | "elsewhere" };

/**
 * The ready tests for an idea: that of another team, the team's own earlier ones, then some of Gnist's for its kind. The idea's id chooses among Gnist's, so that
 * ideas differ and a card that is renewed does not; the test that the idea has already is none of them.
 */
const readyTestsFor = (
  idea: Pick<IdeaView, "id" | "kind" | "owner">,
  { tip, earlier }: Pick<PlanForm, "tip" | "earlier">,
  words: Words,
): readonly ReadyTest[] => {
  const ours = words.readyTests[asKnownKind(idea.kind)];
  const first = shardOf(idea.id, ours.length);
  const others = [...ours.slice(first), ...ours.slice(0, first)].filter((test) => test !== tip && !earlier.includes(test));
  const all: readonly ReadyTest[] = [
    ...(tip === undefined ? [] : [{ test: tip, tried: "elsewhere" } as const]),
    ...earlier.map((test) => ({ test, tried: "here" }) as const),
    ...others.map((test) => ({ test })),
  ];
  return all.filter(({ test }) => test !== idea.owner?.test);
};

/** One ready test, beside its button: a phone would cut the sentence as the button's own title. */
const readyRow = ({ test, tried }: ReadyTest, sent: PlanSent, words: Words): Element => ({
  type: "ColumnSet",
  spacing: "Small",
  separator: true,
  columns: [
    {
      type: "Column",
      width: "stretch",
      verticalContentAlignment: "Center",
      items: [line([run(test), ...(tried ? [run(` · ${words.plan.tried[tried]}`, { size: "Small", isSubtle: true })] : [])])],
    },
    {
      type: "Column",
      width: "auto",
      verticalContentAlignment: "Center",
      items: [buttons([button(words.plan.useThis, { ...sent, ready: test }, { tooltip: test })])],
    },
  ],
});

/** The data that every button of a plan's form sends. */
export const planSent = ({ offered }: Pick<PlanForm, "offered">) => (offered === undefined ? {} : { offered });

/**
 * The smallest test: ready ones, each with one press, and one's own.
 * @param sent the data of the form's own button; with a ready test, it does the same in one press
 * @param pick the sentence above
 */
export const testInputs = (
  { idea, test, ...tests }: Pick<PlanForm, "test" | "tip" | "earlier"> & { readonly idea: IdeaView },
  sent: PlanSent,
  pick: string,
  words: Words,
  most = mostOffered[0],
): readonly Element[] => [
  line(pick, { spacing: "Medium", weight: "Bolder" }),
  ...readyTestsFor(idea, tests, words)
    .slice(0, most)
    .map((one) => readyRow(one, sent, words)),
  textInput("test", words.own.test, { longest: longestReason, hint: words.own.testHint, value: test }),
];

export const reachInput = (
  { idea, reach = idea.reach ?? "improve" }: Pick<PlanForm, "reach"> & { readonly idea: IdeaView },
  words: Words,
): readonly Element[] => [
  choiceInput(
    "reach",
    words.plan.reach,
    reaches.map((id) => ({ id, name: words.plan.reaches[id] })),
    { expanded: true, value: reach },
  ),
  small(words.plan.newGround, { spacing: "None" }),
];

/** The inputs of a plan as they come back. Older cards send neither a ready test nor a reach. */
export const plan = {
  due: choice.exactOptional(),
  test: aTextIfAny(longestReason),
  ready: aTextIfAny(longestReason),
  offered: choice.exactOptional(),
  reach: z.enum(reaches).exactOptional(),
};
