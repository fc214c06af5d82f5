import { z } from "zod";
import { button } from "../parts/buttons.ts";
import { card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { dateInput } from "../parts/inputs.ts";
import { mostListed, peopleInput } from "../parts/people-input.ts";
import { choice, ideaInTeam, teamId } from "../parts/shapes.ts";
import { pageOfIdeas, whichIdeaForm } from "./which-idea.ts";

export const render: Renderers<"propose-form"> = {
  // The draft stands in a lead's own chat, and so does this.
  "propose-form": (message, words) => ({
    summary: words.draft.proposeTitle,
    card: fitting(mostListed, (most) =>
      card(
        whichIdeaForm(message, words.draft.proposeTitle, words.draft.proposeWhat, words, [
          ...peopleInput(
            "person",
            words.own.who,
            { others: message.members, most },
            { search: "organisation", hint: words.own.chooseWho, missing: words.own.chooseWho },
            words,
          ),
          dateInput("due", words.own.due, message.due, words.own.badDate),
        ]),
        [
          button(words.buttons.proposeOwner, { verb: "propose-owner", team: message.team.id }, { style: "positive" }),
          button(words.buttons.back, { verb: "show-draft", team: message.team.id }, { inputs: "none" }),
        ],
      ),
    ),
  }),
};

export const read: Readers<"propose-form" | "propose-owner"> = {
  "propose-form": z.object({ verb: z.literal("propose-form"), team: teamId, page: pageOfIdeas }),

  "propose-owner": z.object({ verb: z.literal("propose-owner"), ...ideaInTeam, person: choice, due: choice }),
};
