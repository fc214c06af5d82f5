import type { WrittenSettings } from "../../src/domain/action/settings.ts";
import { monthChoices } from "../../src/domain/teams/months-kept.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "../parts/card.ts";
import { choiceInput, onOffInput } from "../parts/inputs.ts";
import { onOff, wholeNumber } from "../parts/shapes.ts";
import { small } from "../parts/text.ts";

/**
 * The months for which ideas are kept, what happens then, and whether they begin with an export.
 * @param written the choices of now: the number is always offered
 * @param most no larger number is offered
 */
export const monthsInputs = (
  { monthsKept: months, keepUntilExported }: Partial<Pick<WrittenSettings, "monthsKept" | "keepUntilExported">>,
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
    onOffInput("keepUntilExported", own.keepUntilExported, own.keepsUntilExported, false, keepUntilExported),
    small(own.untilExportedWhat, { spacing: "None" }),
  ];
};

/** Cards of an earlier version have no such input. */
export const monthsShapes = { monthsKept: wholeNumber.exactOptional(), keepUntilExported: onOff };
