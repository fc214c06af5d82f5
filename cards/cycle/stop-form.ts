import { z } from "zod";
import { longestReason } from "../../src/domain/idea/idea.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { aTextIfAny, beside, ideaInTeam } from "../parts/shapes.ts";
import { heading, line, refusalLine } from "../parts/text.ts";
import { check } from "./checking.ts";

export const render: Renderers<"stop-form"> = {
  "stop-form": ({ team, idea, lesson, checked, owns, problem }, words) => {
    const sent = { team: team.id, idea: idea.id };
    const myActions = owns ? button(words.buttons.back, { verb: "show-my-actions" }, { inputs: "none" }) : undefined;
    return {
      summary: words.stop.title,
      card: card(
        [
          kicker(team),
          heading(words.stop.title, { spacing: "None" }),
          ideaBox(idea, words, { owner: true }),
          refusalLine(problem, words),
          line(words.stop.what),
          textInput("lesson", words.stop.lesson, {
            longest: longestReason,
            hint: words.stop.lessonHint,
            value: lesson,
            missing: words.refusals["lesson-needed"](),
          }),
        ],
        checked
          ? [
              button(words.buttons.stopAndShare, { verb: "stop-idea", share: true, ...sent, ...checked }),
              button(words.buttons.back, { verb: "show-checking", ...sent, ...checked }, { inputs: "none" }),
            ]
          : [button(words.buttons.stop, { verb: "stop-idea", ...sent }), myActions],
      ),
    };
  },
};

export const read: Readers<"stop-idea"> = {
  "stop-idea": z.object({
    verb: z.literal("stop-idea"),
    ...ideaInTeam,
    lesson: aTextIfAny(longestReason),
    share: z.literal(true).exactOptional(),
    ...check,
    ...beside,
  }),
};
