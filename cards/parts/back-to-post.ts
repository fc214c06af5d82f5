import type { InPost } from "../../src/domain/action/digest.ts";
import type { Words } from "../../src/language/index.ts";
import { button } from "./buttons.ts";
import type { Button } from "./card.ts";

/** *Back* to the post whose button was pressed, if it was one. The form's inputs are not sent. */
export const backToPost = (team: string, { digest, board }: InPost, words: Words): Button | undefined => {
  if (board !== undefined) return button(words.buttons.back, { verb: "show-board", team, board }, { inputs: "none" });
  return digest === undefined ? undefined : button(words.buttons.back, { verb: "show-digest", team, digest }, { inputs: "none" });
};

/** The post, as the buttons of a form send it back. */
export const postOf = ({ digest, board }: InPost): InPost => ({ ...(digest ? { digest } : {}), ...(board ? { board } : {}) });
