import { z } from "zod";
import { button } from "../parts/buttons.ts";
import { card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { capital, heading, small } from "../parts/text.ts";
import { detailLevels, pageOfTeams, stopBox, teamRow } from "./parts.ts";

export const render: Renderers<"teams"> = {
  teams: ({ whose, teams, count, page, pages, stop, zone }, words) => {
    const own = words.status;
    const title = whose === "mine" ? own.myTeams : own.allTeams;
    return {
      summary: title,
      card: fitting(detailLevels, (detail) =>
        card(
          [
            small([capital(own.teams(count)), ...(pages > 1 ? [words.digest.page(page + 1, pages)] : [])].join(" · ")),
            heading(title, { spacing: "None" }),
            stopBox(stop, zone, words),
            ...teams.map((one) => teamRow(one, words, page, detail)),
          ],
          [
            page > 0 ? button(words.buttons.newer, { verb: "show-teams", page: page - 1 }) : undefined,
            page < pages - 1 ? button(words.buttons.older, { verb: "show-teams", page: page + 1 }) : undefined,
          ],
        ),
      ),
    };
  },
};

export const read: Readers<"show-teams"> = {
  "show-teams": z.object({ verb: z.literal("show-teams"), page: pageOfTeams }),
};
