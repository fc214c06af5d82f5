import { z } from "zod";
import { longestReason } from "../../src/domain/idea/idea.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker, titleRuns } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { aTextIfAny, ideaInTeam } from "../parts/shapes.ts";
import { heading, line, refusalLine } from "../parts/text.ts";

export const render: Renderers<"give-back-form" | "given-back"> = {
  "give-back-form": ({ team, idea, problem }, words) => ({
    summary: words.own.giveBackTitle,
    card: card(
      [
        kicker(team),
        heading(words.own.giveBackTitle, { spacing: "None" }),
        ideaBox(idea, words, { owner: true }),
        refusalLine(problem, words),
        line(words.own.giveBackWhy),
        textInput("reason", words.own.why, {
          longest: longestReason,
          hint: words.own.whyHint,
          missing: words.refusals["reason-needed"](),
        }),
      ],
      [
        button(words.buttons.giveBack, { verb: "give-back", team: team.id, idea: idea.id }),
        button(words.buttons.back, { verb: "show-my-actions" }, { inputs: "none" }),
      ],
    ),
  }),

  "given-back": ({ team, idea, due, test, withReason }, words) => {
    const said = [words.own.gaveBack, ...(withReason ? [words.own.gaveBackWhy] : [])].join(" ");
    return {
      summary: said,
      card: card(
        [kicker(team), line(said, { spacing: "Small", weight: "Bolder" }), line(titleRuns(idea, "Default"))],
        [button(words.buttons.undo, { verb: "accept-idea", team: team.id, idea: idea.id, due, ...(test ? { test } : {}) })],
      ),
    };
  },
};

export const read: Readers<"give-back"> = {
  "give-back": z.object({
    verb: z.literal("give-back"),
    ...ideaInTeam,
    reason: aTextIfAny(longestReason),
    beside: z.literal(true).exactOptional(),
  }),
};
