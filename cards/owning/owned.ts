import { z } from "zod";
import { button, buttons, rowsOf } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { ideaInPost } from "../parts/shapes.ts";
import { heading, line } from "../parts/text.ts";
import { countButton, ownerButtons, weighButton, whyButton } from "./owner-buttons.ts";

export const render: Renderers<"owned"> = {
  owned: ({ team, idea, did }, words) => {
    const sent = { team: team.id, idea: idea.id };
    const said = did ? words.own.did[did] : words.own.owned;
    return {
      summary: said,
      card: card([
        kicker(team),
        heading(said, { spacing: "None", color: "Good" }),
        ideaBox(idea, words, { owner: true }),
        line(words.own.ownedWhat(idea.stage), { spacing: "Medium" }),
        idea.reach === "new-ground" ? line(words.plan.isNewGround, { spacing: "Small" }) : undefined,
        ...rowsOf(ownerButtons(team, idea, words)),
        // A phone has no room for its title beside another.
        buttons([whyButton(sent, words), weighButton(sent, words)], { spacing: "Small" }),
        buttons([countButton(sent, words), button(words.buttons.myActions, { verb: "show-my-actions" })], {
          spacing: "Small",
        }),
      ]),
    };
  },
};

export const read: Readers<"take-idea" | "try-idea"> = {
  "take-idea": z.object({ verb: z.literal("take-idea"), ...ideaInPost }),

  "try-idea": z.object({ verb: z.literal("try-idea"), ...ideaInPost }),
};
