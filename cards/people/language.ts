import { wordsOf } from "../../src/language/index.ts";
import type { Renderers } from "../parts/card.ts";
import { sentence } from "../parts/sentence.ts";

export const render: Renderers<"language-set" | "which-language"> = {
  "language-set": ({ language }) => sentence(wordsOf(language).languageSet),

  "which-language": (_message, words) => sentence(words.whichLanguage),
};
