import { z } from "zod";
import { cut } from "../../src/domain/words.ts";
import { button, buttons } from "../parts/buttons.ts";
import { card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { aText, teamId } from "../parts/shapes.ts";
import { mostTeams, teamInput } from "../parts/team-input.ts";
import { capital, harmless, heading, small } from "../parts/text.ts";

/** Most teams offered as buttons; more are offered in a list. */
const mostTeamButtons = 5;

export const render: Renderers<"which-team"> = {
  "which-team": ({ teams, text }, words) => ({
    summary: words.whichTeam.title,
    card: fitting(mostTeams, (most) =>
      card([
        heading(words.whichTeam.title, { size: "Medium" }),
        small(cut(text, 200), { spacing: "Small" }),
        ...(teams.length <= mostTeamButtons
          ? [
              buttons(
                teams.map(({ id, name }) =>
                  button(harmless(cut(name, 40) || capital(words.theTeam)), { verb: "choose-team", team: id, text }),
                ),
                { spacing: "Medium" },
              ),
            ]
          : [
              teamInput("team", teams, most, { hint: words.form.chooseTeam }, words),
              teams.length > most ? small(words.whichTeam.more, { spacing: "None" }) : undefined,
              buttons([button(words.buttons.choose, { verb: "choose-team", text }, { style: "positive" })]),
            ]),
      ]),
    ),
  }),
};

export const read: Readers<"choose-team"> = {
  "choose-team": z.object({ verb: z.literal("choose-team"), team: teamId, text: aText(20_000) }),
};
