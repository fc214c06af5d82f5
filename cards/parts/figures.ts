import type { IColumn } from "@microsoft/teams.cards";
import type { Element } from "./card.ts";
import { line, small } from "./text.ts";

/** A number and its label. */
type Figure = readonly [value: string, what: string];

/** Large numbers side by side, each above its label; missing ones are left out. A third of a phone's width holds six extra-large characters. */
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
