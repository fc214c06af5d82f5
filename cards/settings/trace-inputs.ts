import { z } from "zod";
import type { WrittenSettings } from "../../src/domain/action/settings.ts";
import { traceChoices } from "../../src/domain/teams/team.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "../parts/card.ts";
import { choiceInput, textInput } from "../parts/inputs.ts";
import { wholeNumber } from "../parts/shapes.ts";

type Chosen = Partial<Pick<WrittenSettings, "withoutTrace" | "smallestGroup">>;

/** May people write without a trace, and how many have to do so before their texts are shown? */
export const traceInputs = ({ withoutTrace = "choose", smallestGroup }: Chosen, { settings: own }: Words): readonly Element[] => [
  choiceInput(
    "withoutTrace",
    own.withoutTrace,
    traceChoices.map((choice) => ({ id: choice, name: own.traces[choice] })),
    { value: withoutTrace, missing: own.required },
  ),
  textInput("smallestGroup", own.smallestGroup, {
    longest: 3,
    oneLine: true,
    value: smallestGroup === undefined ? undefined : String(smallestGroup),
    missing: own.badGroup,
  }),
];

/** Cards of an earlier version have no such inputs. */
export const traceShapes = { withoutTrace: z.enum(traceChoices).exactOptional(), smallestGroup: wholeNumber.exactOptional() };
