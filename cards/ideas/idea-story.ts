import { z } from "zod";
import { cut } from "../../src/domain/words.ts";
import { ownerButtons } from "../owning/owner-buttons.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { ideaInTeam } from "../parts/shapes.ts";
import { line, run, subheading } from "../parts/text.ts";

export const render: Renderers<"idea-story"> = {
  "idea-story": ({ team, idea, steps, may }, words) => {
    const sent = { team: team.id, idea: idea.id };
    return {
      summary: words.story,
      card: card([
        kicker(team, words.age(idea.ageDays)),
        ideaBox(idea, words, { owner: true }),
        idea.result ? line(cut(idea.result, 600), { spacing: "Medium" }) : undefined,
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
          may.finish ? button(words.buttons.done, { verb: "finish-form", ...sent }) : undefined,
          ...(may.plan ? ownerButtons(sent, words) : []),
        ]),
      ]),
    };
  },
};

export const read: Readers<"show-story"> = { "show-story": z.object({ verb: z.literal("show-story"), ...ideaInTeam }) };
