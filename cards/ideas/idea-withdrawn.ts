import { button } from "../parts/buttons.ts";
import { card, type Renderers } from "../parts/card.ts";
import { ideaKicker } from "../parts/idea.ts";
import { heading, line } from "../parts/text.ts";

export const render: Renderers<"idea-withdrawn"> = {
  "idea-withdrawn": ({ team, number }, words) => ({
    summary: words.news.summary,
    card: card(
      [
        ideaKicker(team, number),
        heading(words.news.withdrawn(undefined), { spacing: "None" }),
        line(words.news.withdrawnWhat, { spacing: "Small" }),
      ],
      [button(words.buttons.allIdeas, { verb: "all-ideas", team: team.id, page: 0 })],
    ),
  }),
};
