import { cut } from "../../src/domain/words.ts";
import type { Renderers } from "../parts/card.ts";
import { sentence } from "../parts/sentence.ts";

export const render: Renderers<"asking-now"> = {
  "asking-now": ({ team, digestAt, again }, words) =>
    sentence(words.said.askingNow(cut(team.name, 60), words.format.at(digestAt, team.zone), again)),
};
