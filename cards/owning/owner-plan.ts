import { z } from "zod";
import { longestReason } from "../../src/domain/idea/idea.ts";
import { button, buttons } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { dateInput } from "../parts/inputs.ts";
import { plan, planSent, reachInput, testInputs } from "../parts/plan-inputs.ts";
import { aText, choice, ideaInTeam } from "../parts/shapes.ts";
import { heading, line, refusalLine } from "../parts/text.ts";
import { giveBackButton } from "./owner-buttons.ts";

export const render: Renderers<"owner-plan"> = {
  "owner-plan": (form, words) => {
    const { team, idea, problem } = form;
    const sent = { team: team.id, idea: idea.id };
    const plan = { verb: "plan-idea", ...sent, ...planSent(form) } as const;
    return {
      summary: words.own.plan,
      card: card([
        kicker(team),
        heading(words.own.plan, { spacing: "None" }),
        ideaBox(idea, words),
        refusalLine(problem, words),
        line(words.own.planWhat),
        dateInput("due", words.own.due, form.due, words.own.badDate),
        ...testInputs(form, plan, words.plan.pick, words),
        ...reachInput(form, words),
        buttons([button(words.buttons.save, plan, { style: "positive" })], { spacing: "Medium" }),
        // *Change date* saves the date above it, so it sends the whole form; the typed test is saved too.
        buttons([button(words.buttons.changeDate, plan), giveBackButton(sent, words)], { spacing: "Small" }),
      ]),
    };
  },
};

export const read: Readers<"plan-idea"> = {
  "plan-idea": z.object({ verb: z.literal("plan-idea"), ...ideaInTeam, ...plan, due: choice, test: aText(longestReason) }),
};
