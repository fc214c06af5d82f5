import { z } from "zod";
import type { WrittenIn } from "../../src/domain/action/people.ts";
import { cut, isSeveralWords } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { sentence } from "../parts/sentence.ts";
import { aText, teamId } from "../parts/shapes.ts";
import { capital, harmless, heading, line, small } from "../parts/text.ts";

/** The button *It's an idea*; a single word is never offered as an idea. */
const itIsAnIdea = (text: string, where: WrittenIn, words: Words) =>
  isSeveralWords(text) ? button(words.buttons.isIdea, { verb: "say-words", text, idea: true, ...where }) : undefined;

/** The place of a message's words, for the buttons that say them. */
const placeOf = (team: WrittenIn["team"], channel: WrittenIn["channel"]): WrittenIn => ({
  ...(team === undefined ? {} : { team }),
  ...(channel === undefined ? {} : { channel }),
});

export const render: Renderers<"did-you-mean" | "question-or-idea" | "thanked"> = {
  "did-you-mean": ({ text, near, team, channel }, words) => {
    const place = placeOf(team, channel);
    const [only = "", ...others] = near;
    const title = others.length > 0 ? words.unclear.severalMeant : words.unclear.oneMeant(harmless(cut(only, 40)));
    return {
      summary: title,
      card: card([
        line(title, { size: "Medium", weight: "Bolder" }),
        small(cut(text, 200), { spacing: "Small" }),
        ...rowsOf([
          ...near.map((meant) => button(harmless(capital(cut(meant, 40))), { verb: "say-words", text: meant, ...place })),
          itIsAnIdea(text, place, words),
        ]),
      ]),
    };
  },

  "question-or-idea": ({ text, team, channel }, words) => ({
    summary: words.unclear.questionOrIdea,
    card: card([
      heading(words.unclear.questionOrIdea, { size: "Medium" }),
      small(cut(text, 200), { spacing: "Small" }),
      line(words.unclear.noAnswer, { spacing: "Small" }),
      ...rowsOf([
        button(words.help.title, { verb: "say-words", text: words.commands.help[0] }),
        button(words.buttons.whoSees, { verb: "who-sees-this", ...placeOf(team, undefined) }),
        itIsAnIdea(text, placeOf(team, channel), words),
      ]),
    ]),
  }),

  thanked: (_message, words) => sentence(words.unclear.thanked),
};

export const read: Readers<"say-words"> = {
  "say-words": z.object({
    verb: z.literal("say-words"),
    text: aText(20_000),
    idea: z.literal(true).exactOptional(),
    team: teamId.exactOptional(),
    channel: z.string().max(200).exactOptional(),
  }),
};
