import { z } from "zod";
import { cut } from "../../src/domain/words.ts";
import { ownerButtons } from "../owning/owner-buttons.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { box, card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { ideaInTeam } from "../parts/shapes.ts";
import { heading, line } from "../parts/text.ts";

export const render: Renderers<"finished" | "reopened"> = {
  finished: ({ team, idea }, words) => ({
    summary: words.finish.done,
    card: card(
      [
        kicker(team),
        heading(words.finish.done, { spacing: "None", color: "Good" }),
        box(
          [line(cut(idea.title, 140), { weight: "Bolder" }), idea.result ? line(cut(idea.result, 600), { spacing: "Small" }) : undefined],
          {
            style: "good",
            spacing: "Medium",
          },
        ),
        line(words.finish.doneWhat, { spacing: "Medium" }),
      ],
      [
        button(words.buttons.undo, { verb: "undo-end", team: team.id, idea: idea.id }),
        button(words.buttons.myActions, { verb: "show-my-actions" }),
      ],
    ),
  }),

  reopened: ({ team, idea, owns }, words) => {
    const sent = { team: team.id, idea: idea.id };
    return {
      summary: words.finish.reopened,
      card: card([
        kicker(team),
        heading(words.finish.reopened, { spacing: "None", size: "Medium" }),
        ideaBox(idea, words, { owner: true }),
        ...rowsOf([
          button(words.buttons.done, { verb: "finish-form", ...sent }),
          button(words.buttons.myActions, { verb: "show-my-actions" }),
          ...(owns ? ownerButtons(sent, words) : []),
        ]),
      ]),
    };
  },
};

export const read: Readers<"undo-end" | "reopen-idea"> = {
  "undo-end": z.object({ verb: z.literal("undo-end"), ...ideaInTeam }),
  "reopen-idea": z.object({ verb: z.literal("reopen-idea"), ...ideaInTeam }),
};
