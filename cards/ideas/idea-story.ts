import { z } from "zod";
import { cut } from "../../src/domain/words.ts";
import { checkButton, ownerButtons, stopButton } from "../owning/owner-buttons.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { ideaInTeam } from "../parts/shapes.ts";
import { line, run, subheading } from "../parts/text.ts";

export const render: Renderers<"idea-story"> = {
  "idea-story": ({ team, idea, steps, may }, words) => {
    const sent = { team: team.id, idea: idea.id };
    const ended = idea.result ?? idea.lesson;
    return {
      summary: words.story,
      card: card([
        kicker(team, words.age(idea.ageDays)),
        ideaBox(idea, words, { owner: true }),
        ended ? line(cut(ended, 600), { spacing: "Medium" }) : undefined,
        steps.length > 0 ? subheading(words.story, { size: "Default" }) : undefined,
        ...steps
          .slice(-12)
          .map((step) =>
            line(
              [
                run(words.stages[step.stage], { weight: "Bolder", size: "Small" }),
                run(
                  ` · ${[words.format.day(step.at, team.zone, step.otherYear), ...(step.who ? [cut(step.who, 60)] : []), ...(step.why ? [cut(step.why, 200)] : [])].join(" · ")}`,
                  { size: "Small", isSubtle: true },
                ),
              ],
              { spacing: "Small" },
            ),
          ),
        ...rowsOf([
          may.join ? button(words.buttons.meToo, { verb: "add-voice", ...sent }) : undefined,
          may.own ? button(words.buttons.takeOrAsk, { verb: "take-or-ask", ...sent }, { dialog: true }) : undefined,
          ...(may.plan ? ownerButtons(team, idea, words) : []),
          may.end && idea.stage === "checking" ? checkButton(sent, words) : undefined,
          may.end ? stopButton(sent, words) : undefined,
          may.answer ? button(words.buttons.answer, { verb: "answer-idea", ...sent }) : undefined,
          may.reopen ? button(words.buttons.reopen, { verb: "reopen", ...sent }) : undefined,
        ]),
      ]),
    };
  },
};

export const read: Readers<"show-story"> = { "show-story": z.object({ verb: z.literal("show-story"), ...ideaInTeam }) };
