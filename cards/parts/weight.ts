import type { IColumnSet } from "@microsoft/teams.cards";
import type { Weight } from "../../src/domain/action/digest.ts";
import { type Effect, type Effort, effects, efforts } from "../../src/domain/idea/idea.ts";
import type { IdeaView } from "../../src/domain/idea/view.ts";
import type { Words } from "../../src/language/index.ts";
import { choiceInput } from "./inputs.ts";

/** An idea's guesses of effort and effect, in words: "small effort, much effect"; "" where nobody has said any. */
export const weightText = ({ effort, effect }: Pick<IdeaView, "effort" | "effect">, { weight }: Words): string =>
  [...(effort ? [weight.effortIs[effort]] : []), ...(effect ? [weight.effectIs[effect]] : [])].join(", ");

/** Effort and effect side by side. A guess that the idea has can be taken away. */
export const weightInputs = (written: Weight, was: Weight, { weight }: Words): IColumnSet => {
  const none = (had: string | undefined) => (had === undefined ? [] : [{ id: "none", name: weight.none }]);
  const effortChoices = [...efforts.map((id: Effort) => ({ id, name: weight.efforts[id] })), ...none(was.effort)];
  const effectChoices = [...effects.map((id: Effect) => ({ id, name: weight.effects[id] })), ...none(was.effect)];
  return {
    type: "ColumnSet",
    columns: [
      choiceInput("effort", weight.effort, effortChoices, { hint: weight.choose, value: written.effort }),
      choiceInput("effect", weight.effect, effectChoices, { hint: weight.choose, value: written.effect }),
    ].map((input) => ({ type: "Column", width: "stretch", items: [input] })),
  };
};
