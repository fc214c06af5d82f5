import { z } from "zod";
import { longestReason } from "../../src/domain/idea/idea.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { aTextIfAny, beside, ideaInTeam } from "../parts/shapes.ts";
import { heading, line, refusalLine } from "../parts/text.ts";

export const render: Renderers<"reopen-form"> = {
  "reopen-form": ({ team, idea, problem }, words) => ({
    summary: words.reopen.title,
    card: card(
      [
        kicker(team),
        heading(words.reopen.title, { spacing: "None" }),
        ideaBox(idea, words, { owner: true }),
        refusalLine(problem, words),
        line(words.reopen.what),
        textInput("reason", words.own.why, { longest: longestReason, missing: words.refusals["reason-needed"]() }),
      ],
      [button(words.buttons.reopen, { verb: "reopen", team: team.id, idea: idea.id }, { style: "positive" })],
    ),
  }),
};

export const read: Readers<"reopen"> = {
  reopen: z.object({ verb: z.literal("reopen"), ...ideaInTeam, reason: aTextIfAny(longestReason), ...beside }),
};
