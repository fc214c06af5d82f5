import { z } from "zod";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { kicker, noted } from "../parts/idea.ts";
import { teamName } from "../parts/names.ts";
import { teamId } from "../parts/shapes.ts";
import { capital, line } from "../parts/text.ts";

export const render: Renderers<"coordinators-here" | "coordinators-ended"> = {
  "coordinators-here": ({ team, isAskedWeekly }, words) => {
    const own = words.passing;
    const name = teamName(team, words);
    return {
      summary: own.here(name),
      card: card(
        [
          kicker(team),
          line(own.here(name), { spacing: "Small", weight: "Bolder" }),
          line(own.hereWhat(name), { spacing: "Small" }),
          isAskedWeekly ? undefined : line(own.notWeekly, { spacing: "Small" }),
          line(own.move, { spacing: "Small" }),
        ],
        [
          button(words.buttons.undo, { verb: "end-coordinators", team: team.id }),
          button(words.buttons.settings, { verb: "show-settings", team: team.id }, { dialog: true }),
        ],
      ),
    };
  },

  "coordinators-ended": ({ team, isAskedWeekly }, words) =>
    noted(capital([words.passing.ended(teamName(team, words)), ...(isAskedWeekly ? [words.passing.weekly] : [])].join(" ")), team),
};

export const read: Readers<"end-coordinators"> = {
  "end-coordinators": z.object({ verb: z.literal("end-coordinators"), team: teamId }),
};
