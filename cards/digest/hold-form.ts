import { z } from "zod";
import { longestReason } from "../../src/domain/idea/idea.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { textInput } from "../parts/inputs.ts";
import { aText, ideaInTeam, teamId } from "../parts/shapes.ts";
import { pageOfIdeas, whichIdeaForm } from "./which-idea.ts";

export const render: Renderers<"hold-form"> = {
  "hold-form": (message, words) => ({
    summary: words.draft.holdTitle,
    card: card(
      whichIdeaForm(message, words.draft.holdTitle, words.draft.holdWhat, words, [
        textInput("reason", words.draft.holdReason, { longest: longestReason, missing: words.refusals["reason-needed"]() }),
      ]),
      [
        button(words.buttons.holdBack, { verb: "hold-idea", team: message.team.id }, { style: "positive" }),
        button(words.buttons.back, { verb: "show-draft", team: message.team.id }, { inputs: "none" }),
      ],
    ),
  }),
};

export const read: Readers<"hold-form" | "hold-idea"> = {
  "hold-form": z.object({ verb: z.literal("hold-form"), team: teamId, page: pageOfIdeas }),

  "hold-idea": z.object({ verb: z.literal("hold-idea"), ...ideaInTeam, reason: aText(longestReason) }),
};
