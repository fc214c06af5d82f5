import type { TeamView } from "../../src/domain/idea/view.ts";
import type { Words } from "../../src/language/index.ts";
import { button } from "../parts/buttons.ts";
import { card, type Renderers } from "../parts/card.ts";
import { teamName } from "../parts/names.ts";
import { heading, line, small } from "../parts/text.ts";

const stopping = ({ zone }: TeamView, quietUntil: number | undefined, { welcome, format }: Words): string =>
  [...(quietUntil === undefined ? [] : [welcome.personQuiet(format.at(quietUntil, zone))]), welcome.personStop].join(" ");

export const render: Renderers<"welcome-person"> = {
  "welcome-person": ({ team, quietUntil, local }, words) => ({
    summary: words.welcome.title,
    card: card(
      [
        heading(words.welcome.title),
        line(team ? words.welcome.personWhat(teamName(team, words)) : words.welcome.noTeam, { spacing: "Small" }),
        team ? line(words.welcome.personAnyTime, { spacing: "Small", weight: "Bolder" }) : undefined,
        team ? line(stopping(team, quietUntil, words), { spacing: "Small" }) : undefined,
        small(words.welcome.help),
        local ? small(words.welcome.local, { spacing: "Small" }) : undefined,
      ],
      team ? [button(words.buttons.writeIdea, { verb: "add-another", team: team.id }), button(words.buttons.pause, { verb: "pause" })] : [],
    ),
  }),
};
