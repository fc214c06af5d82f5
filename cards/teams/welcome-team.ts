import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button } from "../parts/buttons.ts";
import { box, card, type Renderers } from "../parts/card.ts";
import { teamName } from "../parts/names.ts";
import { fact, heading, line } from "../parts/text.ts";

const planned = (at: number | undefined, zone: string, words: Words) =>
  at === undefined ? words.settings.none : words.format.at(at, zone);

export const render: Renderers<"welcome-team"> = {
  "welcome-team": ({ team, addedBy, leads, nextPromptAt, nextDigestAt, large }, words) => ({
    summary: words.welcome.title,
    card: card(
      [
        heading(words.welcome.title),
        line(words.welcome.added(addedBy ? cut(addedBy, 60) : undefined, teamName(team, words)), { spacing: "Small" }),
        line(`${words.welcome.what} ${words.welcome.after}`, { spacing: "Small" }),
        line(words.welcome.secret, { spacing: "Medium", weight: "Bolder" }),
        line(words.welcome.stop, { spacing: "Small" }),
        box(
          [
            large ? line(words.welcome.large) : fact(words.welcome.firstPrompt, planned(nextPromptAt, team.zone, words)),
            large || nextDigestAt === undefined ? undefined : fact(words.welcome.firstDigest, words.format.at(nextDigestAt, team.zone)),
            fact(words.welcome.zone, team.zone.replaceAll("_", " ")),
            fact(words.welcome.leads, cut(leads.filter((name) => name !== "").join(", "), 120) || words.welcome.noLead),
          ],
          { style: "emphasis", spacing: "Medium" },
        ),
      ],
      [
        button(words.buttons.leadThis, { verb: "claim-lead", team: team.id }),
        button(words.buttons.changeTimes, { verb: "show-settings", team: team.id, group: "when" }, { dialog: true }),
      ],
    ),
  }),
};
