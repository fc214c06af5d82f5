import { z } from "zod";
import { cut } from "../../src/domain/words.ts";
import { button, buttons } from "../parts/buttons.ts";
import { box, card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { titleRuns } from "../parts/idea.ts";
import { lists, mostPressable } from "../parts/lists.ts";
import { capital, heading, line, run, small } from "../parts/text.ts";

export const render: Renderers<"my-actions"> = {
  "my-actions": ({ actions }, words) => ({
    summary: words.lookUp.myActions,
    card: fitting(lists, (mostListed) =>
      card([
        heading(words.lookUp.myActions),
        actions.length === 0 ? line(words.lookUp.noActions, { spacing: "Small" }) : undefined,
        ...actions
          .slice(0, mostListed)
          .map(({ team, idea }, at) =>
            box(
              [
                line(titleRuns(idea)),
                line(
                  [
                    ...(idea.owner?.due
                      ? [
                          run(capital(words.by(idea.owner.due, idea.owner.otherYear)), { size: "Small", weight: "Bolder" }),
                          run(" · ", { size: "Small" }),
                        ]
                      : []),
                    run(`${words.age(idea.ageDays)} · ${cut(team.name, 60)}`, { size: "Small", isSubtle: true }),
                  ],
                  { spacing: "None" },
                ),
                idea.owner?.test
                  ? line(capital(words.firstTest(cut(idea.owner.test, 200))), { size: "Small", spacing: "None" })
                  : undefined,
                at < mostPressable
                  ? buttons([button(words.buttons.done, { verb: "finish-form", team: team.id, idea: idea.id })], { spacing: "Small" })
                  : undefined,
              ],
              { separator: true, spacing: "Medium" },
            ),
          ),
        actions.length > mostListed ? small(words.lookUp.moreIdeas(actions.length - mostListed)) : undefined,
      ]),
    ),
  }),
};

export const read: Readers<"show-my-actions"> = {
  "show-my-actions": z.object({ verb: z.literal("show-my-actions") }),
};
