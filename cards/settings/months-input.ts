import { monthChoices } from "../../src/domain/teams/months-kept.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "../parts/card.ts";
import { choiceInput } from "../parts/inputs.ts";
import { wholeNumber } from "../parts/shapes.ts";
import { small } from "../parts/text.ts";

/**
 * The months for which ideas are kept, and what happens then.
 * @param months the number that is chosen now, which is always offered
 * @param most no larger number is offered
 */
export const monthsInputs = (
  months: number | undefined,
  what: string,
  { settings: own }: Words,
  most = Number.POSITIVE_INFINITY,
): readonly Element[] => {
  const offered = [...new Set([...monthChoices.filter((choice) => choice <= most), ...(months === undefined ? [] : [months])])];
  return [
    choiceInput(
      "monthsKept",
      own.monthsKept,
      offered.sort((one, other) => one - other).map((choice) => ({ id: String(choice), name: own.months(choice) })),
      { value: months === undefined ? undefined : String(months), missing: own.required },
    ),
    small(what, { spacing: "None" }),
  ];
};

/** Cards of an earlier version have no such input. */
export const monthsShapes = { monthsKept: wholeNumber.exactOptional() };
