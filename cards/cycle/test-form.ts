import { z } from "zod";
import { button } from "../parts/buttons.ts";
import { card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { dateInput } from "../parts/inputs.ts";
import { mostOffered, plan, planSent, reachInput, testInputs } from "../parts/plan-inputs.ts";
import { gatheringNumbers, ideaInTeam, onCheckIn } from "../parts/shapes.ts";
import { heading, line, refusalLine } from "../parts/text.ts";
import { check } from "./checking.ts";

export const render: Renderers<"test-form"> = {
  "test-form": (form, words) => {
    const { team, idea, checked, problem } = form;
    const sent = { team: team.id, idea: idea.id, ...planSent(form) };
    const begin = checked ? ({ verb: "adjust", ...sent, ...checked } as const) : ({ verb: "start", ...sent } as const);
    const title = checked ? words.test.again : words.test.start;
    return {
      summary: title,
      // Every button carries on the inputs of the checking card.
      card: fitting(mostOffered, (most) =>
        card(
          [
            kicker(team),
            heading(title, { spacing: "None" }),
            ideaBox(idea, words),
            refusalLine(problem, words),
            line(checked ? words.test.againWhat : words.test.startWhat),
            dateInput("due", words.own.due, form.due, words.own.badDate),
            ...testInputs(form, begin, words.plan.pick, words, most),
            ...reachInput(form, words),
          ],
          [
            button(checked ? words.buttons.adjust : words.buttons.started, begin, { style: "positive" }),
            checked
              ? button(words.buttons.back, { verb: "show-checking", team: team.id, idea: idea.id, ...checked }, { inputs: "none" })
              : button(words.buttons.back, { verb: "show-my-actions" }, { inputs: "none" }),
          ],
        ),
      ),
    };
  },
};

export const read: Readers<"start" | "adjust"> = {
  start: gatheringNumbers(z.object({ verb: z.literal("start"), ...ideaInTeam, ...plan, ...onCheckIn })),

  adjust: z.object({ verb: z.literal("adjust"), ...ideaInTeam, ...plan, ...check }),
};
