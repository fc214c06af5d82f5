import { z } from "zod";
import { longestReason } from "../../src/domain/idea/idea.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { aText, ideaInTeam } from "../parts/shapes.ts";
import { heading, refusalLine, small } from "../parts/text.ts";

export const render: Renderers<"finish-form"> = {
  "finish-form": ({ team, idea, problem }, words) => ({
    summary: words.finish.title,
    card: card(
      [
        kicker(team),
        heading(words.finish.title, { spacing: "None" }),
        ideaBox(idea, words),
        refusalLine(problem, words),
        textInput("result", words.finish.result, {
          longest: longestReason,
          hint: words.finish.resultHint,
          missing: words.refusals["result-needed"](),
        }),
        small(words.finish.what),
      ],
      [
        button(words.buttons.save, { verb: "finish-idea", team: team.id, idea: idea.id }, { style: "positive" }),
        button(words.buttons.back, { verb: "show-my-actions" }, { inputs: "none" }),
      ],
    ),
  }),
};

export const read: Readers<"finish-form" | "finish-idea"> = {
  "finish-form": z.object({ verb: z.literal("finish-form"), ...ideaInTeam }),

  "finish-idea": z.object({ verb: z.literal("finish-idea"), ...ideaInTeam, result: aText(longestReason) }),
};
