import type { Whys } from "../../src/domain/idea/view.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { box, type Element } from "./card.ts";
import { line, run, small } from "./text.ts";

/** The causes of an idea in order, one a line. */
export const whyLines = (whys: readonly string[], longest: number, words: Words): readonly Element[] =>
  whys.map((why) => line([run(`${words.whys.because} `, { size: "Small", isSubtle: true }), run(cut(why, longest))], { spacing: "Small" }));

/** The causes on a card of a lead, or in the story. Without any there is no box. @param longest characters of each */
export const whysBox = ({ whys }: Whys, words: Words, longest = 300): Element | undefined =>
  whys && box([small(words.whys.title), ...whyLines(whys, longest, words)], { spacing: "Medium" });
