import { z } from "zod";
import { longestReason } from "../../src/domain/idea/idea.ts";
import { changeDateButton, giveBackButton } from "../owning/owner-buttons.ts";
import { button, buttons } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { countBox, countChart } from "../parts/count.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { aLineIfAny, aTextIfAny, beside, gatheringNumbers, ideaInTeam, longestNumber, onCheckIn } from "../parts/shapes.ts";
import { heading, line, refusalLine, small } from "../parts/text.ts";

/** The inputs of the checking card, which its other buttons and the forms behind them carry on. */
export const check = {
  result: aTextIfAny(longestReason),
  minutes: aLineIfAny(longestNumber),
  people: aLineIfAny(longestNumber),
};

export const render: Renderers<"checking"> = {
  checking: ({ team, idea, written, owns, problem, ...more }, words) => {
    const sent = { team: team.id, idea: idea.id };
    const { title, what, helped, helpedHint, minutes, people, guess } = words.check;
    const number = (id: "minutes" | "people", label: string) =>
      textInput(id, label, { longest: longestNumber, oneLine: true, value: written[id] });
    return {
      summary: title,
      card: card([
        kicker(team),
        heading(title, { spacing: "None" }),
        ideaBox(idea, words, { owner: true }),
        idea.reach === "new-ground" ? line(words.check.wasNewGround, { spacing: "Small", weight: "Bolder" }) : undefined,
        countBox(more, words),
        countChart(more, words),
        refusalLine(problem, words),
        // It is not required here: the other two ends need no answer.
        textInput("result", helped, { longest: longestReason, hint: helpedHint, value: written.result }),
        small(what, { spacing: "None" }),
        line(guess, { spacing: "Medium" }),
        number("minutes", minutes),
        number("people", people),
        buttons(
          [
            button(words.buttons.adopt, { verb: "adopt", ...sent }, { style: "positive" }),
            owns ? button(words.buttons.adjust, { verb: "adjust", ...sent }) : undefined,
          ],
          { spacing: "Medium" },
        ),
        buttons([button(words.buttons.stopAndShare, { verb: "stop-idea", share: true, ...sent })], { spacing: "Small" }),
        owns ? buttons([changeDateButton(sent, words), giveBackButton(sent, words)], { spacing: "Small" }) : undefined,
      ]),
    };
  },
};

export const read: Readers<"test-done" | "show-checking" | "adopt"> = {
  "test-done": gatheringNumbers(z.object({ verb: z.literal("test-done"), ...ideaInTeam, ...onCheckIn })),

  "show-checking": z.object({ verb: z.literal("show-checking"), ...ideaInTeam, ...check, ...beside }),

  adopt: z.object({ verb: z.literal("adopt"), ...ideaInTeam, ...check }),
};
