import { describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import type { Language } from "../../src/domain/language.ts";
import type { Message } from "../../src/domain/message/index.ts";
import { wholeLanguages } from "../language/whole-languages.ts";
import { seeded } from "../world/chance.ts";
import { all, type Plain } from "./check-card.ts";
import { fixturesIn } from "./fixtures.ts";

/* A name may not be known: a roster had none, its row is gone, or Teams has not told it yet. No sentence has a gap then. */

const named = ["name", "authorName", "addedBy", "askedBy", "who", "channel", "channelName"];
const lists = ["leads", "names"];

/** A message without some of its names. */
const nameless = (value: unknown, isGone: () => boolean, key = ""): unknown => {
  if (Array.isArray(value))
    return value.map((one) => (typeof one === "string" && lists.includes(key) && isGone() ? "" : nameless(one, isGone, key)));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      // An idea to choose from is called by its title.
      Object.entries(value).map(([name, one]) => [name, key === "ideas" && name === "name" ? one : nameless(one, isGone, name)]),
    );
  return typeof value === "string" && named.includes(key) && isGone() ? "" : value;
};

/** Whole lines of a card, and what its buttons and choices are called. */
const linesOf = (element: Plain): readonly string[] => {
  if (element.type === "RichTextBlock") return [(element.inlines as readonly { readonly text: string }[]).map(({ text }) => text).join("")];
  if (element.type === "TextBlock") return [String(element.text)];
  if (element.type === "Input.ChoiceSet") return (element.choices as readonly { readonly title: string }[]).map(({ title }) => title);
  return typeof element.title === "string" ? [element.title] : [];
};

/** A sentence that lacks one of its words. The number of an idea stands apart from its title. */
const gap = /^$|^[\s,·]|[\s,·]$|(?<!#\d+) {2}|\s[.,?!](?:\s|$)|, ,|undefined/;

const gapsIn = (message: Message, language: Language): readonly string[] => {
  const { card, text, summary } = render(message, language);
  return [summary, ...(text === undefined ? [] : [text]), ...(card ? all(card).flatMap(linesOf) : [])].filter((line) => gap.test(line));
};

describe.each(wholeLanguages)("In %s no sentence lacks a word", async (language) => {
  const fixtures = await fixturesIn(language);

  test.each(fixtures)("$name", ({ message }) => {
    expect(gapsIn(message, language), "with its names").toEqual([]);
    expect(gapsIn(nameless(message, () => true) as Message, language), "without any").toEqual([]);
    const random = seeded(7);
    for (let round = 0; round < 5; round++)
      expect(gapsIn(nameless(message, () => random.fraction() < 0.5) as Message, language), "without some").toEqual([]);
  });
});
