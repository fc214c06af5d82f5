import { describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import type { Spoken } from "../../src/domain/language.ts";
import { audience } from "../../src/domain/message/audience.ts";
import type { Message, Say } from "../../src/domain/message/index.ts";
import { beginning, normalise } from "../../src/domain/words.ts";
import { bodiesOf } from "../cards/bodies.ts";
import { largest } from "../cards/largest.ts";
import { isPlain } from "../world/cards.ts";
import { cardIn } from "./bodies.ts";
import { drawnAlone, judged, mark } from "./judge.ts";
import { outputs, type Shown, shows } from "./outputs.ts";
import { hostileTexts } from "./texts.ts";

/*
 * Every output, with each hostile text in all places of it: what people wrote is shown as they wrote it, and does nothing. tests/cards/largest.ts makes the
 * messages with all their parts, and Microsoft's renderer judges their cards.
 */

/** Lists as short as tell one member from the next. */
const shortened = <T>(value: T): T => {
  if (Array.isArray(value)) return value.slice(0, 2).map(shortened) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one)])) as T;
};

type Messages = Readonly<Record<Say, readonly Message[]>>;
const messagesWith = (text: string): Messages => shortened(largest((longest) => beginning(normalise(text), longest), "en"));

const says = Object.keys(outputs) as readonly Say[];

const allOf = (messages: Messages, text: string, spoken: Spoken = "en", some: readonly Say[] = says) => {
  const drawn = drawnAlone();
  const found: Partial<Record<Say, readonly Shown[]>> = {};
  const wrong: string[] = [];
  for (const say of some) {
    const each = messages[say].map((message) => judged(say, render(message, spoken), text, drawn));
    found[say] = shows.filter((one) => each.some((judged) => judged.found.has(one)));
    wrong.push(...each.flatMap((judged) => judged.wrong));
  }
  return { found, wrong };
};

test("The list of outputs says where each message shows what people wrote", () => {
  // A text of two lines differs from the ready test of the same text, which is one line.
  const [one, two] = [`${mark} and some plain words`, `${mark} and\nsome plain words`].map((text) => allOf(messagesWith(text), text).found);
  const found = Object.fromEntries(
    says.map((say) => [say, shows.filter((where) => [one, two].some((each) => each?.[say]?.includes(where)))]),
  );
  expect(found).toEqual(outputs);
});

describe("Every output shows a hostile text as it was written, and it does nothing", () => {
  test.each(Object.entries(hostileTexts))("%s", (_name, text) => {
    const messages = messagesWith(text);
    const { found, wrong } = allOf(messages, text);
    expect(wrong).toEqual([]);
    const unlisted = says.flatMap((say) =>
      (found[say] ?? []).filter((where) => !outputs[say].includes(where)).map((where) => `${say}: ${where}`),
    );
    expect(unlisted).toEqual([]);
    // A choice or a button may be cut before the word by which the text is found, or show a text only where another is not equal to it.
    const missing = says.flatMap((say) => outputs[say].filter((where) => !found[say]?.includes(where)).map((where) => `${say}: ${where}`));
    expect(missing.filter((one) => !/: (choice|button)$/.test(one))).toEqual([]);
  });
});

/** Text of one line that has all at once. */
const everything = `${mark} <at>Sara</at> \${x} {{DATE(2020-01-01T00:00:00Z)}} [x](https://evil.example) **b** <b>i</b>`;

/** The kinds of elements of a card, as they stand in each other. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (!isPlain(value)) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === "type" ? one : shapeOf(one)]));
};

/** A plain text with as many characters, words and lines. */
const plainLike = (text: string): string => normalise(text).replace(/\S/gu, "x").replace("xxxx", mark);

test.each([hostileTexts["JSON of a card"], hostileTexts["a whole card"], hostileTexts["a table"], everything])(
  "No text makes an element of a card: %s",
  (text = "") => {
    const [messages, alike] = [messagesWith(text), messagesWith(plainLike(text))];
    const shapesIn = (all: Messages) => says.map((say) => [say, all[say].map((one) => shapeOf(render(one, "en").card))]);
    expect(shapesIn(messages)).toEqual(shapesIn(alike));
  },
);

test("A post in two languages does nothing either", () => {
  const both = says.filter((say) => audience[say] === "team");
  expect(allOf(messagesWith(everything), everything, ["fi", "sv"], both).wrong).toEqual([]);
});

test("Every request and every answer that carries a message says no more than the card", async () => {
  const wrong: string[] = [];
  const drawn = drawnAlone();
  for (const [say, messages] of Object.entries(messagesWith(everything))) {
    for (const message of messages) {
      for (const [way, body] of await bodiesOf(message, render(message, "en"))) {
        const json = JSON.stringify(body);
        if (json.includes('"entities"')) wrong.push(`${say} ${way}: has entities`);
        if (/"textFormat":"(?!plain)/.test(json)) wrong.push(`${say} ${way}: has another format of text`);
        const card = cardIn(json);
        if (card) wrong.push(...judged(`${say} ${way}`, { card: card as never, summary: "" }, everything, drawn).wrong);
      }
    }
  }
  expect(wrong).toEqual([]);
});
