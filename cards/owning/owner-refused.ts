import { cut } from "../../src/domain/words.ts";
import { button } from "../parts/buttons.ts";
import { card, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { line, small } from "../parts/text.ts";

export const render: Renderers<"owner-refused"> = {
  "owner-refused": ({ team, idea, name, reason }, words) => ({
    summary: words.news.summary,
    card: card(
      [
        kicker(team),
        line(words.own.refused(cut(name, 60)), { spacing: "None", size: "Large", weight: "Bolder" }),
        line(words.own.reason(cut(reason, 500)), { spacing: "Small" }),
        ideaBox(idea, words),
        small(words.own.refusedWhat),
      ],
      [
        button(words.buttons.assign, { verb: "assign-form", team: team.id, idea: idea.id }),
        button(words.buttons.take, { verb: "take-idea", team: team.id, idea: idea.id }),
      ],
    ),
  }),
};
