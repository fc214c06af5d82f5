import { mostQuiet, quietIn } from "../../src/domain/settings/quiet.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "../parts/card.ts";
import { dateInput, sideBySide } from "../parts/inputs.ts";
import { choice } from "../parts/shapes.ts";
import { line, small } from "../parts/text.ts";

type QuietSetting = "quiet" | "quietForAll";

/** Quiet periods in words, one after another. */
export const quietInWords = (written: string, words: Words): string =>
  quietIn(written)
    .map(({ from, to }) => [from, to].filter((date, at) => at === 0 || date !== from).map((date) => words.format.date(date, true)))
    .map((dates) => dates.join(` ${words.dash} `))
    .join(", ") || words.settings.noQuiet;

const inputIds = (setting: QuietSetting, at: number) => [`${setting}${at}From`, `${setting}${at}To`] as const;

/** A first and a last day for each quiet period, with a free pair for one more. @param setting the team's own, or those of all teams */
export const quietInputs = (setting: QuietSetting, written: string, words: Words): readonly Element[] => {
  const own = words.settings;
  const periods = quietIn(written);
  const shown = Math.min(mostQuiet, periods.length + 1);
  return [
    line(setting === "quiet" ? own.quiet : own.quietForAll, { weight: "Bolder", spacing: "Medium" }),
    small(own.quietWhat, { spacing: "None" }),
    ...Array.from({ length: shown }, (_one, at) => {
      const [from, to] = inputIds(setting, at);
      const period = periods[at];
      return sideBySide(dateInput(from, own.quietFrom, period?.from ?? ""), dateInput(to, own.quietTo, period?.to ?? ""));
    }),
  ];
};

const date = choice.exactOptional();

/** The inputs of a team's quiet periods, and of those of all teams. Forms of an earlier version have none. */
export const quietShapes = {
  quiet: { quiet0From: date, quiet0To: date, quiet1From: date, quiet1To: date, quiet2From: date, quiet2To: date },
  quietForAll: {
    quietForAll0From: date,
    quietForAll0To: date,
    quietForAll1From: date,
    quietForAll1To: date,
    quietForAll2From: date,
    quietForAll2To: date,
  },
};

const namesOf = <S extends object>(shapes: S) => Object.keys(shapes) as (keyof S)[];
export const quietIds = { quiet: namesOf(quietShapes.quiet), quietForAll: namesOf(quietShapes.quietForAll) };

/** The quiet periods of a form's inputs, as one setting. Teams leaves inputs out that are empty. */
export const quietOf = (setting: QuietSetting, filled: Readonly<Record<string, unknown>>): string =>
  Array.from({ length: mostQuiet }, (_one, at) =>
    inputIds(setting, at)
      .map((id) => filled[id] ?? "")
      .join("/"),
  )
    .filter((period) => period !== "/")
    .join(" ");
