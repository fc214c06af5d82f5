import type { Renderers } from "../parts/card.ts";
import { teamName } from "../parts/names.ts";
import { sentence } from "../parts/sentence.ts";

export const render: Renderers<"nothing-to-post"> = {
  "nothing-to-post": ({ team, textsWait, nextPromptAt }, words) =>
    sentence(
      [
        words.digest.nothing(teamName(team, words)),
        ...(textsWait ? [words.digest.textsWait] : []),
        ...(nextPromptAt === undefined ? [] : [words.noted.nextPrompt(words.format.at(nextPromptAt, team.zone))]),
      ].join(" "),
    ),
};
