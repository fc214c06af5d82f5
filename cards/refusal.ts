import { cut } from "../src/domain/words.ts";
import type { Renderers } from "./parts/card.ts";
import { sentence } from "./parts/sentence.ts";

export const render: Renderers<"refusal"> = {
  refusal: ({ why, about }, words) => sentence(words.refusals[why](about && cut(about, 200))),
};
