import { describe, expect, test } from "vitest";
import { type Rendered, render } from "../../cards/index.ts";
import { mostCardBytes } from "../../cards/parts/card.ts";
import type { Language } from "../../src/domain/language.ts";
import type { Message, Say } from "../../src/domain/message/index.ts";
import { wholeLanguages } from "../language/whole-languages.ts";
import { bodiesOf } from "./bodies.ts";
import { complaintsOf, deadButtonsOf, sizeOf } from "./check-card.ts";
import { checked, fills } from "./fills.ts";
import { largest } from "./largest.ts";

const texts = Object.entries(fills).map(([name, fill]) => ({
  name,
  fill: checked(fill),
  made: new Map<Language, ReturnType<typeof largest>>(),
}));
const [words, ...others] = texts;
if (!words) throw new Error("there is no text to fill cards with");

/** The largest messages with one text of people, made once for each language. */
const filledWith = ({ fill, made }: (typeof texts)[number], language: Language) => {
  const messages = made.get(language) ?? largest(fill, language);
  made.set(language, messages);
  return messages;
};

const says = Object.keys(filledWith(words, "en")) as readonly Say[];

/** The largest of all ways to send a message, in bytes. */
const bytesOf = async (message: Message, shown: Rendered): Promise<number> => {
  const bodies = await bodiesOf(message, shown);
  expect(bodies).toHaveLength(7);
  return Math.max(...bodies.map(([, body]) => sizeOf(body ?? {})));
};

// Rendering takes most of the time, so that only the language with the longest words for a message tries every text of people.
describe("The largest card can be sent with all that surrounds it, whatever people's texts are made of", () => {
  test.each(says)("%s", async (name) => {
    const sizes = [];
    for (const language of wholeLanguages) {
      const each = await Promise.all(filledWith(words, language)[name].map((message) => bytesOf(message, render(message, language))));
      sizes.push({ language, bytes: Math.max(...each) });
    }
    for (const { language, bytes } of sizes) expect(bytes, `bytes in ${language}`).toBeLessThanOrEqual(mostCardBytes);
    const { language } = sizes.reduce((most, one) => (one.bytes > most.bytes ? one : most));
    for (const message of filledWith(words, language)[name]) {
      const { card } = render(message, language);
      expect(complaintsOf(card ?? {})).toEqual([]);
      expect(deadButtonsOf(card)).toEqual([]);
    }
    for (const text of others) {
      for (const message of filledWith(text, language)[name])
        expect(await bytesOf(message, render(message, language)), `bytes of ${text.name} in ${language}`).toBeLessThanOrEqual(
          mostCardBytes,
        );
    }
  });
});
