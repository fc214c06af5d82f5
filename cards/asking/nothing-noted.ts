import { z } from "zod";
import { where } from "../ideas/idea-form.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { secret } from "../parts/shapes.ts";
import { heading, line } from "../parts/text.ts";

export const render: Renderers<"nothing-noted"> = {
  "nothing-noted": ({ team, nextPromptAt }, words) => ({
    summary: words.noted.nothing,
    card: card(
      [
        kicker(team),
        heading(words.noted.nothing, { spacing: "None", size: "Medium" }),
        line(
          [
            ...(nextPromptAt === undefined ? [] : [words.noted.nextPrompt(words.format.at(nextPromptAt, team.zone))]),
            words.noted.anyTime,
          ].join(" "),
          { spacing: "Small" },
        ),
      ],
      [button(words.buttons.writeIdea, { verb: "add-another", team: team.id })],
    ),
  }),
};

export const read: Readers<"answer-nothing"> = {
  "answer-nothing": z.object({ verb: z.literal("answer-nothing"), ...where, secret: secret.exactOptional() }),
};
