import { cut } from "../../src/domain/words.ts";
import type { Renderers } from "../parts/card.ts";
import { sentence } from "../parts/sentence.ts";

export const render: Renderers<"nothing-to-post"> = {
  "nothing-to-post": ({ team, nextPromptAt }, words) =>
    sentence(
      [
        words.digest.nothing(cut(team.name, 60)),
        ...(nextPromptAt === undefined ? [] : [words.noted.nextPrompt(words.format.at(nextPromptAt, team.zone))]),
      ].join(" "),
    ),
};
