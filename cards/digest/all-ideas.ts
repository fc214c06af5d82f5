import { z } from "zod";
import { isLiving, isWorth } from "../../src/domain/idea/idea.ts";
import type { IdeaView } from "../../src/domain/idea/view.ts";
import { cut } from "../../src/domain/words.ts";
import { button, buttons } from "../parts/buttons.ts";
import { card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { choiceInput } from "../parts/inputs.ts";
import { digestId, teamId, wholeNumber } from "../parts/shapes.ts";
import { heading, line, small, subheading } from "../parts/text.ts";
import { listedIdea } from "./body.ts";

export const render: Renderers<"all-ideas"> = {
  "all-ideas": ({ team, digest, ideas, page, pages }, words) => {
    const [worth, others] = [ideas.filter(isWorth), ideas.filter((idea) => !isWorth(idea))];
    const living = ideas.filter(isLiving);
    const sent = { team: team.id, ...(digest ? { digest } : {}) };
    const turn = (title: string, to: number) => button(title, { verb: "all-ideas", ...sent, page: to }, { inputs: "none" });
    const listed = (longest: number) => (idea: IdeaView) => listedIdea({ ...idea, title: cut(idea.title, longest) }, words, true);
    const choices = (longest: number) =>
      living.map((idea) => ({ id: idea.id, name: `${idea.number === undefined ? "" : `#${idea.number} `}${cut(idea.title, longest)}` }));
    const actions = [
      page > 0 ? turn(words.buttons.newer, page - 1) : undefined,
      page < pages - 1 ? turn(words.buttons.older, page + 1) : undefined,
      digest ? button(words.buttons.back, { verb: "show-digest", team: team.id, digest }, { inputs: "none" }) : undefined,
    ];
    return {
      summary: words.digest.all,
      card: fitting([140, 90, 60, 40, 25, 15], (longest) =>
        card(
          [
            kicker(team, ...(pages > 1 ? [words.digest.page(page + 1, pages)] : [])),
            heading(words.digest.all, { spacing: "None" }),
            ideas.length === 0 ? line(words.digest.none, { spacing: "Small" }) : undefined,
            ...others.flatMap(listed(longest)),
            worth.length > 0 ? subheading(words.digest.worth) : undefined,
            ...worth.flatMap(listed(longest)),
            living.length > 0
              ? choiceInput("idea", words.draft.idea, choices(Math.min(60, longest)), {
                  hint: words.draft.chooseIdea,
                  missing: words.draft.chooseIdea,
                })
              : undefined,
            living.length > 0
              ? buttons(
                  [
                    button(words.buttons.meToo, { verb: "add-voice", ...sent }),
                    button(words.buttons.takeOrAsk, { verb: "take-or-ask", ...sent }),
                  ],
                  { spacing: "Small" },
                )
              : undefined,
            living.length > 0 ? small(words.digest.sayIt) : undefined,
          ],
          actions,
        ),
      ),
    };
  },
};

export const read: Readers<"all-ideas"> = {
  "all-ideas": z.object({
    verb: z.literal("all-ideas"),
    team: teamId,
    digest: digestId.exactOptional(),
    page: wholeNumber.refine((page) => page >= 0 && page <= 1000),
  }),
};
