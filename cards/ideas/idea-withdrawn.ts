import { button } from "../parts/buttons.ts";
import { card, type Renderers } from "../parts/card.ts";
import { ideaKicker } from "../parts/idea.ts";
import { capital, heading, line, small } from "../parts/text.ts";

export const render: Renderers<"idea-withdrawn"> = {
  "idea-withdrawn": ({ team, number, at }, words) => ({
    summary: words.news.summary,
    card: card(
      [
        ideaKicker(team, number),
        heading(words.news.withdrawn(undefined), { spacing: "None" }),
        line(words.news.withdrawnWhat, { spacing: "Small" }),
        at === undefined ? undefined : small(capital(words.format.day(at, team.zone, true)), { spacing: "Small" }),
      ],
      [button(words.buttons.allIdeas, { verb: "all-ideas", team: team.id, page: 0 })],
    ),
  }),
};
