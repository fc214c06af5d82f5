import { z } from "zod";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { kicker, noted } from "../parts/idea.ts";
import { teamName } from "../parts/names.ts";
import { teamId } from "../parts/shapes.ts";
import { capital, heading, line } from "../parts/text.ts";

export const render: Renderers<"large-team" | "large-agreed"> = {
  "large-team": ({ team, size, nextPromptAt }, words) => ({
    summary: words.lead.largeTitle(size),
    card: card(
      [
        kicker(team),
        heading(words.lead.largeTitle(size), { spacing: "None" }),
        line(capital(words.lead.large(teamName(team, words), words.format.at(nextPromptAt, team.zone))), { spacing: "Small" }),
      ],
      [
        button(words.buttons.askEverybody, { verb: "agree-large-team", team: team.id }, { style: "positive" }),
        button(words.buttons.changeTimes, { verb: "show-settings", team: team.id, group: "when" }),
      ],
    ),
  }),

  "large-agreed": ({ team, nextPromptAt }, words) =>
    noted(capital(words.lead.largeAgreed(teamName(team, words), words.format.at(nextPromptAt, team.zone))), team),
};

export const read: Readers<"agree-large-team"> = {
  "agree-large-team": z.object({ verb: z.literal("agree-large-team"), team: teamId }),
};
