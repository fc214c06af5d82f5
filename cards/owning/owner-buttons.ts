import type { Words } from "../../src/language/index.ts";
import { button } from "../parts/buttons.ts";
import type { Button } from "../parts/card.ts";

type OwnersIdea = { readonly team: string; readonly idea: string };

/** Buttons on every card of an owner: an owner can always move the date or give the idea back. */
export const ownerButtons = (sent: OwnersIdea, words: Words): readonly Button[] => [
  button(words.buttons.changeDate, { verb: "date-form", ...sent }, { inputs: "none" }),
  giveBackButton(sent, words),
];

export const giveBackButton = (sent: OwnersIdea, words: Words): Button =>
  button(words.buttons.giveBack, { verb: "give-back", ...sent }, { inputs: "none" });
