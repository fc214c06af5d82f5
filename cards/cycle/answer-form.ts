import { z } from "zod";
import { longestReason } from "../../src/domain/idea/idea.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { choiceInput, textInput } from "../parts/inputs.ts";
import { aTextIfAny, beside, ideaInTeam } from "../parts/shapes.ts";
import { heading, line, refusalLine } from "../parts/text.ts";

export const render: Renderers<"answer-form"> = {
  "answer-form": ({ team, idea, solved, reason, problem }, words) => ({
    summary: words.answer.title,
    card: card(
      [
        kicker(team),
        heading(words.answer.title, { spacing: "None" }),
        ideaBox(idea, words),
        refusalLine(problem, words),
        line(words.answer.what),
        choiceInput(
          "solved",
          words.answer.choice,
          [
            { id: "yes", name: words.answer.solved },
            { id: "no", name: words.answer.notNow },
          ],
          {
            expanded: true,
            missing: words.refusals["answer-needed"](),
            value: solved === undefined ? undefined : solved ? "yes" : "no",
          },
        ),
        textInput("reason", words.own.why, {
          longest: longestReason,
          hint: words.answer.reasonHint,
          value: reason,
          missing: words.refusals["reason-needed"](),
        }),
      ],
      [button(words.buttons.answer, { verb: "answer-idea", team: team.id, idea: idea.id }, { style: "positive" })],
    ),
  }),
};

/** A choice of two. One that is neither counts as none. */
const yesOrNo = z
  .enum(["yes", "no"])
  .optional()
  .catch(undefined)
  .transform((chosen) => (chosen === undefined ? undefined : chosen === "yes"));

export const read: Readers<"answer-idea"> = {
  "answer-idea": z
    .object({ verb: z.literal("answer-idea"), ...ideaInTeam, solved: yesOrNo, reason: aTextIfAny(longestReason), ...beside })
    .transform(({ solved, ...sent }) => ({ ...sent, ...(solved === undefined ? {} : { solved }) })),
};
