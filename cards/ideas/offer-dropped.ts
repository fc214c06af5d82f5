import { card, type Renderers } from "../parts/card.ts";
import { heading, line } from "../parts/text.ts";

export const render: Renderers<"offer-dropped"> = {
  "offer-dropped": (_message, words) => ({
    summary: words.offerDropped,
    card: card([heading(words.offerDropped, { size: "Medium" }), line(words.noted.anyTime, { spacing: "Small" })]),
  }),
};
