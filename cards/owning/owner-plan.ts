import { z } from "zod";
import { longestReason } from "../../src/domain/idea/idea.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { dateInput, textInput } from "../parts/inputs.ts";
import { aText, choice, ideaInTeam } from "../parts/shapes.ts";
import { heading, line, refusalLine } from "../parts/text.ts";
import { giveBackButton } from "./owner-buttons.ts";

export const testInput = (words: Words, value?: string, missing?: string) =>
  textInput("test", words.own.test, {
    longest: longestReason,
    hint: words.own.testHint,
    value,
    ...(missing === undefined ? {} : { missing }),
  });

export const render: Renderers<"owner-plan"> = {
  "owner-plan": ({ team, idea, due, test, problem }, words) => {
    const sent = { team: team.id, idea: idea.id };
    return {
      summary: words.own.plan,
      card: card([
        kicker(team),
        heading(words.own.plan, { spacing: "None" }),
        ideaBox(idea, words),
        refusalLine(problem, words),
        line(words.own.planWhat),
        dateInput("due", words.own.due, due, words.own.badDate),
        testInput(words, test),
        buttons([button(words.buttons.save, { verb: "plan-idea", ...sent }, { style: "positive" })], { spacing: "Medium" }),
        // *Change date* saves the date above it, so it sends the whole form; the typed test is saved too.
        buttons([button(words.buttons.changeDate, { verb: "plan-idea", ...sent }), giveBackButton(sent, words)], { spacing: "Small" }),
      ]),
    };
  },
};

export const read: Readers<"plan-idea"> = {
  "plan-idea": z.object({ verb: z.literal("plan-idea"), ...ideaInTeam, due: choice, test: aText(longestReason) }),
};
