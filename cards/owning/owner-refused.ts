import { newOwnerButton } from "../cycle/new-owner.ts";
import { button } from "../parts/buttons.ts";
import { card, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker, reasonBox, storyButton } from "../parts/idea.ts";
import { personName } from "../parts/names.ts";
import { capital, line, small } from "../parts/text.ts";

export const render: Renderers<"owner-refused"> = {
  "owner-refused": ({ team, idea, name, reason, owned }, words) => ({
    summary: words.news.summary,
    card: card(
      [
        kicker(team),
        line(capital((owned ? words.own.gaveItBack : words.own.refused)(personName(name, words))), {
          spacing: "None",
          size: "Large",
          weight: "Bolder",
        }),
        reason ? reasonBox(words.news.why, reason) : undefined,
        ideaBox(idea, words),
        small(idea.owner && !owned ? words.own.ownerStays : words.own.refusedWhat),
      ],
      [
        // The person who said no was to follow an owner, who stays.
        idea.owner && !owned
          ? newOwnerButton(team, idea, words)
          : button(words.buttons.takeOrAsk, { verb: "take-or-ask", team: team.id, idea: idea.id }),
        storyButton(team, idea, words),
      ],
    ),
  }),
};
