import { z } from "zod";
import { longestTitle } from "../../src/domain/idea/idea.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { textInput } from "../parts/inputs.ts";
import { aLine, ideaInTeam, longId, teamId } from "../parts/shapes.ts";
import { pageOfIdeas, whichIdeaForm } from "./which-idea.ts";

export const render: Renderers<"title-form"> = {
  "title-form": (message, words) => ({
    summary: words.draft.titleTitle,
    card: card(
      whichIdeaForm(message, words.draft.titleTitle, words.draft.titleWhat, words, [
        textInput("title", words.draft.newTitle, {
          longest: longestTitle,
          oneLine: true,
          value: message.title,
          missing: words.refusals["title-needed"](),
        }),
      ]),
      [
        button(words.buttons.editTitle, { verb: "edit-title", team: message.team.id }, { style: "positive" }),
        button(words.buttons.back, { verb: "show-draft", team: message.team.id }, { inputs: "none" }),
      ],
    ),
  }),
};

export const read: Readers<"title-form" | "edit-title"> = {
  "title-form": z.object({ verb: z.literal("title-form"), team: teamId, idea: longId.exactOptional(), page: pageOfIdeas }),

  "edit-title": z.object({ verb: z.literal("edit-title"), ...ideaInTeam, title: aLine(longestTitle) }),
};
