import { z } from "zod";
import { longestReason } from "../../src/domain/idea/idea.ts";
import { testInput } from "../owning/owner-plan.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { dateInput } from "../parts/inputs.ts";
import { aTextIfAny, beside, choice, ideaInTeam } from "../parts/shapes.ts";
import { heading, line, refusalLine } from "../parts/text.ts";
import { check } from "./checking.ts";

export const render: Renderers<"test-form"> = {
  "test-form": ({ team, idea, due, test, checked, problem }, words) => {
    const sent = { team: team.id, idea: idea.id };
    const title = checked ? words.test.again : words.test.start;
    return {
      summary: title,
      card: card(
        [
          kicker(team),
          heading(title, { spacing: "None" }),
          ideaBox(idea, words),
          refusalLine(problem, words),
          line(checked ? words.test.againWhat : words.test.startWhat),
          testInput(words, test, words.refusals["plan-needed"]()),
          dateInput("due", words.own.due, due, words.own.badDate),
        ],
        [
          checked
            ? button(words.buttons.adjust, { verb: "adjust", ...sent, ...checked }, { style: "positive" })
            : button(words.buttons.started, { verb: "start", ...sent }, { style: "positive" }),
          checked
            ? button(words.buttons.back, { verb: "show-checking", ...sent, ...checked }, { inputs: "none" })
            : button(words.buttons.back, { verb: "show-my-actions" }, { inputs: "none" }),
        ],
      ),
    };
  },
};

const plan = { due: choice.exactOptional(), test: aTextIfAny(longestReason) };

export const read: Readers<"start" | "adjust"> = {
  start: z.object({ verb: z.literal("start"), ...ideaInTeam, ...plan, ...beside }),

  adjust: z.object({ verb: z.literal("adjust"), ...ideaInTeam, ...plan, ...check }),
};
