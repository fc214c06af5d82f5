import type { IColumn } from "@microsoft/teams.cards";
import type { Element } from "./card.ts";
import { line, small } from "./text.ts";

/** A number, and the word for it. */
type Figure = readonly [value: string, what: string];

/** Numbers in large side by side, each over its word; left out where they are none. A third of a phone holds six large characters. */
export const figures = (all: readonly (Figure | false | "" | undefined)[]): Element => {
  const shown = all.filter((one) => one !== undefined && one !== false && one !== "");
  const size = shown.some(([value]) => value.length > 6) ? "Large" : "ExtraLarge";
  return {
    type: "ColumnSet",
    spacing: "Medium",
    columns: shown.map(
      ([value, what]): IColumn => ({
        type: "Column",
        width: "stretch",
        items: [line(value, { size, weight: "Bolder", color: "Accent", spacing: "None" }), small(what, { spacing: "None" })],
      }),
    ),
  };
};
