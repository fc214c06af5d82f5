import { z } from "zod";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { ideaInPost } from "../parts/shapes.ts";
import { heading, line } from "../parts/text.ts";

export const render: Renderers<"owned"> = {
  owned: ({ team, idea }, words) => ({
    summary: words.own.owned,
    card: card(
      [
        kicker(team),
        heading(words.own.owned, { spacing: "None", color: "Good" }),
        ideaBox(idea, words, { owner: true }),
        line(words.own.ownedWhat, { spacing: "Medium" }),
      ],
      [
        button(words.buttons.done, { verb: "finish-form", team: team.id, idea: idea.id }),
        button(words.buttons.myActions, { verb: "show-my-actions" }),
      ],
    ),
  }),
};

export const read: Readers<"take-idea"> = {
  "take-idea": z.object({ verb: z.literal("take-idea"), ...ideaInPost }),
};
