import type { Renderers } from "../parts/card.ts";
import { sentence } from "../parts/sentence.ts";

export const render: Renderers<"sent-beside"> = {
  "sent-beside": ({ where }, words) => sentence(words.noted.sentBeside[where]),
};
