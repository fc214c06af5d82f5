import { card, type Renderers } from "../parts/card.ts";
import { heading, line } from "../parts/text.ts";

export const render: Renderers<"offer-dropped"> = {
  "offer-dropped": (_message, words) => ({
    summary: words.noted.dropped,
    card: card([heading(words.noted.dropped, { size: "Medium" }), line(words.noted.anyTime, { spacing: "Small" })]),
  }),
};
