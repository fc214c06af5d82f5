import { button } from "../parts/buttons.ts";
import { card, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker, storyButton } from "../parts/idea.ts";
import { heading, line } from "../parts/text.ts";

export const render: Renderers<"owner-left"> = {
  "owner-left": ({ team, idea }, words) => ({
    summary: words.news.summary,
    card: card(
      [
        kicker(team),
        heading(words.own.left, { spacing: "None", size: "Medium" }),
        line(words.own.leftWhat, { spacing: "Small" }),
        ideaBox(idea, words),
      ],
      [button(words.buttons.takeOrAsk, { verb: "take-or-ask", team: team.id, idea: idea.id }), storyButton(team, idea, words)],
    ),
  }),
};
