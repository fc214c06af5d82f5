import type { Renderers } from "../parts/card.ts";
import { teamName } from "../parts/names.ts";
import { sentence } from "../parts/sentence.ts";

export const render: Renderers<"asking-now"> = {
  "asking-now": ({ team, digestAt, again, notWeekly }, words) =>
    sentence(
      [
        words.noted.askingNow(teamName(team, words), words.format.at(digestAt, team.zone), again),
        ...(notWeekly ? [words.noted.notWeekly] : []),
      ].join(" "),
    ),
};
