import { z } from "zod";
import { cut } from "../../src/domain/words.ts";
import { button } from "../parts/buttons.ts";
import { card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { dateInput } from "../parts/inputs.ts";
import { mostListed, peopleInput } from "../parts/people-input.ts";
import { choice, digestId, ideaInTeam } from "../parts/shapes.ts";
import { heading, line, refusalLine, small } from "../parts/text.ts";

export const render: Renderers<"assign-form" | "owner-asked"> = {
  "assign-form": ({ team, idea, digest, members, due, problem, inChannel }, words) => {
    const sent = { team: team.id, idea: idea.id, ...(digest ? { digest } : {}) };
    return {
      summary: words.own.assignTitle,
      card: fitting(mostListed, (most) =>
        card(
          [
            kicker(team),
            heading(words.own.assignTitle, { spacing: "None" }),
            ideaBox(idea, words),
            refusalLine(problem, words),
            ...peopleInput(
              "person",
              words.own.who,
              { others: members, most },
              { search: inChannel ? "channel" : "organisation", hint: words.own.chooseWho, missing: words.own.chooseWho },
              words,
            ),
            dateInput("due", words.own.due, due, words.own.badDate),
            small(words.own.assignWhat),
          ],
          [
            button(words.buttons.assign, { verb: "assign-owner", ...sent }, { style: "positive" }),
            digest ? button(words.buttons.back, { verb: "show-digest", team: team.id, digest }, { inputs: "none" }) : undefined,
          ],
        ),
      ),
    };
  },

  "owner-asked": ({ team, idea, name, notReached }, words) => {
    const said = (notReached ? words.own.notReached : words.own.asked)(cut(name, 60));
    return { summary: said, card: card([kicker(team), line(said, { spacing: "Small", weight: "Bolder" }), ideaBox(idea, words)]) };
  },
};

export const read: Readers<"assign-form" | "assign-owner"> = {
  "assign-form": z.object({ verb: z.literal("assign-form"), ...ideaInTeam, digest: digestId.exactOptional() }),

  "assign-owner": z.object({
    verb: z.literal("assign-owner"),
    ...ideaInTeam,
    digest: digestId.exactOptional(),
    person: choice,
    due: choice,
  }),
};
