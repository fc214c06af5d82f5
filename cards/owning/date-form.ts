import { z } from "zod";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { dateInput } from "../parts/inputs.ts";
import { plan, planSent, reachInput } from "../parts/plan-inputs.ts";
import { choice, ideaInTeam } from "../parts/shapes.ts";
import { heading, refusalLine } from "../parts/text.ts";

export const render: Renderers<"date-form"> = {
  "date-form": ({ team, idea, due, problem, ...form }, words) => ({
    summary: words.own.dateTitle,
    card: card(
      [
        kicker(team),
        heading(words.own.dateTitle, { spacing: "None" }),
        ideaBox(idea, words, { owner: true }),
        refusalLine(problem, words),
        dateInput("due", words.own.due, due, words.own.badDate),
        ...reachInput({ idea }, words),
      ],
      [
        button(words.buttons.save, { verb: "change-date", team: team.id, idea: idea.id, ...planSent(form) }, { style: "positive" }),
        button(words.buttons.back, { verb: "show-my-actions" }, { inputs: "none" }),
      ],
    ),
  }),
};

export const read: Readers<"date-form" | "change-date"> = {
  "date-form": z.object({ verb: z.literal("date-form"), ...ideaInTeam, beside: z.literal(true).exactOptional() }),

  "change-date": z.object({ verb: z.literal("change-date"), ...ideaInTeam, due: choice, offered: plan.offered, reach: plan.reach }),
};
