import { z } from "zod";
import type { IdeaView, TeamView } from "../../src/domain/idea/view.ts";
import type { Words } from "../../src/language/index.ts";
import { button } from "../parts/buttons.ts";
import { type Button, card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { dateInput } from "../parts/inputs.ts";
import { mostListed, peopleInput } from "../parts/people-input.ts";
import { choice, ideaInTeam } from "../parts/shapes.ts";
import { heading, line, refusalLine } from "../parts/text.ts";

/** Opens the form for a new owner beside a lead's card. */
export const newOwnerButton = (team: TeamView, idea: Pick<IdeaView, "id">, words: Words): Button =>
  button(words.buttons.newOwner, { verb: "new-owner", team: team.id, idea: idea.id });

export const render: Renderers<"new-owner-form"> = {
  "new-owner-form": ({ team, idea, members, due, problem }, words) => ({
    summary: words.newOwner.title,
    card: fitting(mostListed, (most) =>
      card(
        [
          kicker(team),
          heading(words.newOwner.title, { spacing: "None" }),
          line(words.newOwner.what, { spacing: "Small" }),
          ideaBox(idea, words, { owner: true }),
          refusalLine(problem, words),
          ...peopleInput(
            "person",
            words.own.who,
            { others: members, most },
            { search: "organisation", hint: words.own.chooseWho, missing: words.own.chooseWho },
            words,
          ),
          dateInput("due", words.own.due, due, words.own.badDate),
        ],
        [button(words.buttons.ask, { verb: "new-owner", team: team.id, idea: idea.id }, { style: "positive" })],
      ),
    ),
  }),
};

export const read: Readers<"new-owner"> = {
  "new-owner": z.object({ verb: z.literal("new-owner"), ...ideaInTeam, person: choice.exactOptional(), due: choice.exactOptional() }),
};
