import { z } from "zod";
import { longestReason } from "../../src/domain/idea/idea.ts";
import { cut } from "../../src/domain/words.ts";
import { button, buttons, toggle } from "../parts/buttons.ts";
import { box, card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { dateInput, textInput } from "../parts/inputs.ts";
import { plan, planSent, testInputs } from "../parts/plan-inputs.ts";
import { aText, choice, ideaInTeam } from "../parts/shapes.ts";
import { heading, line, refusalLine } from "../parts/text.ts";

export const render: Renderers<"owner-request" | "declined"> = {
  // *Not me* replaces the first view by the reason, so that a reader sees one small form at a time.
  "owner-request": (form, words) => {
    const { team, idea, askedBy, problem } = form;
    const refuses = problem === "reason-needed";
    const sent = { team: team.id, idea: idea.id };
    const accept = { verb: "accept-idea", ...sent, ...planSent(form) } as const;
    return {
      summary: words.own.request,
      card: card([
        kicker(team),
        heading(words.own.request, { spacing: "None" }),
        line([...(askedBy ? [words.own.askedBy(cut(askedBy, 60))] : []), words.own.free].join(" "), { spacing: "Small" }),
        ideaBox(idea, words),
        refusalLine(problem, words),
        box(
          [
            dateInput("due", words.own.due, form.due),
            ...testInputs(form, accept, words.plan.takeWith, words),
            buttons([button(words.buttons.take, accept, { style: "positive" }), toggle(words.buttons.notMe, ["yes", "no"])]),
          ],
          { id: "yes", isVisible: !refuses },
        ),
        box(
          [
            line(words.own.whyNot),
            textInput("reason", words.own.why, { longest: longestReason, hint: words.own.whyHint }),
            buttons([button(words.buttons.notMe, { verb: "decline-idea", ...sent }), toggle(words.buttons.back, ["yes", "no"])]),
          ],
          { id: "no", isVisible: refuses },
        ),
      ]),
    };
  },

  declined: ({ team, idea }, words) => ({
    summary: words.own.declined,
    card: card([
      kicker(team),
      line(words.own.declined, { spacing: "Small", weight: "Bolder" }),
      line(cut(idea.title, 140), { isSubtle: true }),
    ]),
  }),
};

export const read: Readers<"accept-idea" | "decline-idea"> = {
  "accept-idea": z.object({ verb: z.literal("accept-idea"), ...ideaInTeam, ...plan, due: choice, test: aText(longestReason) }),

  "decline-idea": z.object({ verb: z.literal("decline-idea"), ...ideaInTeam, reason: aText(longestReason) }),
};
