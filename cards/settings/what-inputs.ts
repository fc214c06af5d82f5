import type { WrittenSettings } from "../../src/domain/action/settings.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons } from "../parts/buttons.ts";
import type { Element } from "../parts/card.ts";
import { onOffInput, textInput } from "../parts/inputs.ts";
import { languageInputs } from "./language-inputs.ts";
import { monthsInputs } from "./months-input.ts";
import { questionsInput } from "./questions-input.ts";
import { traceInputs } from "./trace-inputs.ts";

/** Do results go between this team and others? */
export const spreadInput = ({ spread }: Partial<Pick<WrittenSettings, "spread">>, { settings: own }: Words): Element =>
  onOffInput("spread", own.spread, own.spreads, true, spread);

/** The language of the team's posts, what is usual for its ideas, its questions and its focus. */
export const whatInputs = (message: MessageOf<"settings">, words: Words): readonly Element[] => {
  const { team, written, mostMonths: most } = message;
  const own = words.settings;
  return [
    ...languageInputs(written, words),
    textInput("daysToDue", own.daysToDue, { longest: 3, oneLine: true, value: String(written.daysToDue), missing: own.badDays }),
    ...questionsInput(message, words),
    spreadInput(written, words),
    ...traceInputs(written, words),
    ...monthsInputs(written, most === undefined ? own.monthsWhat : `${own.monthsWhat} ${own.mostMonths(most)}`, words, most),
    buttons([
      button(words.ownKinds.open, { verb: "show-kinds", team: team.id }, { inputs: "none" }),
      button(words.resultsAddress.open, { verb: "show-address", team: team.id }, { inputs: "none" }),
    ]),
  ];
};
