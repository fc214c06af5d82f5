import { z } from "zod";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { ideaInTeam, weight } from "../parts/shapes.ts";
import { heading, small } from "../parts/text.ts";
import { weightInputs } from "../parts/weight.ts";

export const render: Renderers<"weigh-form"> = {
  "weigh-form": ({ team, idea }, words) => {
    const was = { ...(idea.effort ? { effort: idea.effort } : {}), ...(idea.effect ? { effect: idea.effect } : {}) };
    return {
      summary: words.weight.title,
      card: card(
        [
          kicker(team),
          heading(words.weight.title, { spacing: "None" }),
          ideaBox(idea, words, { owner: true }),
          weightInputs(was, was, words),
          small(words.weight.what, { spacing: "Small" }),
        ],
        [
          button(words.buttons.save, { verb: "weigh", team: team.id, idea: idea.id, was }, { style: "positive" }),
          button(words.buttons.back, { verb: "show-my-actions" }, { inputs: "none" }),
        ],
      ),
    };
  },
};

export const read: Readers<"weigh-form" | "weigh"> = {
  "weigh-form": z.object({ verb: z.literal("weigh-form"), ...ideaInTeam }),

  weigh: z.object({
    verb: z.literal("weigh"),
    ...ideaInTeam,
    ...weight,
    was: z.object(weight),
  }),
};
