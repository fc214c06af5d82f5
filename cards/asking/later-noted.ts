import { z } from "zod";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { instant, round, secret, teamId } from "../parts/shapes.ts";
import { heading } from "../parts/text.ts";

export const render: Renderers<"later-noted"> = {
  "later-noted": ({ team, at }, words) => {
    const text = words.noted.later(words.format.at(at, team.zone));
    return {
      summary: text,
      card: card(
        [kicker(team), heading(text, { spacing: "None", size: "Medium" })],
        [button(words.buttons.writeIdea, { verb: "add-another", team: team.id })],
      ),
    };
  },
};

export const read: Readers<"ask-later"> = {
  "ask-later": z.object({
    verb: z.literal("ask-later"),
    team: teamId,
    round,
    checkIn: instant.exactOptional(),
    secret: secret.exactOptional(),
  }),
};
