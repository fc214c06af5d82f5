import { card, type Renderers } from "../parts/card.ts";
import { heading, line } from "../parts/text.ts";
import { findingRows } from "./parts.ts";

export const render: Renderers<"own-parts"> = {
  "own-parts": ({ teams, findings }, words) => {
    const { title, alone } = words.status.parts;
    return {
      summary: title,
      card: card([
        heading(words.status.title, { spacing: "None" }),
        line(alone[teams], { spacing: "Small" }),
        ...findingRows(findings, words),
      ]),
    };
  },
};
