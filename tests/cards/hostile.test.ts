import { describe, expect, test } from "vitest";
import { type Rendered, render } from "../../cards/index.ts";
import type { Message } from "../../src/domain/message/index.ts";
import { namedReasons } from "../../src/domain/overview/count-round.ts";
import { asideWhys } from "../../src/domain/overview/set-aside.ts";
import { paceStops } from "../../src/domain/pace.ts";
import { fileProblems } from "../../src/domain/records/file.ts";
import { wholeLanguages } from "../language/whole-languages.ts";
import { all, complaintsOf, type Plain } from "./check-card.ts";
import { fixturesIn } from "./fixtures.ts";

const mark = "EVIL";
const hostile = `${mark} [x](http://evil.example) **b** <at>Sara</at> \${x} {{DATE(2020-01-01T00:00:00Z)}} \u202Eabc`;

/** Words of people; everything else in a message is ours. */
const theirs = [
  "title",
  "proposal",
  "friction",
  "name",
  "authorName",
  "addedBy",
  "askedBy",
  "test",
  "result",
  "reason",
  "why",
  "who",
  "channel",
  "whys",
  "written",
  "counts",
  "label",
  "typed",
  "teamName",
];

const poisoned = (value: unknown, poison: () => string = () => hostile, key = ""): unknown => {
  if (Array.isArray(value))
    return value.map((one) => (key === "leads" || key === "names" || key === "earlier" ? poison() : poisoned(one, poison, key)));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, poisoned(v, poison, k)]));
  return typeof value === "string" && theirs.includes(key) && !reasons.includes(key + value) ? poison() : value;
};

/** `why` is a reason of ours on forms and refusals, where a tenant is stopped, and in `status`. */
const reasons = [
  "prompt",
  "reminder",
  "again",
  "asked-for",
  "another",
  "offer",
  "edit",
  "test",
  ...paceStops,
  ...namedReasons,
  ...asideWhys,
  ...fileProblems,
].map((why) => `why${why}`);

const markdown = (element: Plain): string =>
  element.type === "TextBlock" ? String(element.text) : "facts" in element ? JSON.stringify(element.facts) : "";

/** Texts of an element, without the inputs' own, which people can change. */
const shown = (element: Plain): string[] => {
  if (element.type === "TextRun") return [String(element.text)];
  if (element.type === "Input.ChoiceSet") return (element.choices as { title: string }[]).map(({ title }) => title);
  return ["title", "label", "errorMessage", "placeholder"].flatMap((key) =>
    typeof element[key] === "string" ? [String(element[key])] : [],
  );
};

const family = "👨‍👩‍👧‍👦";

// Texts of people are replaced, so that one language's messages serve for all.
const cases = (await fixturesIn("en")).filter(({ message }) => message.say !== "refusal");

describe("What people wrote is never cut in the middle of a character", () => {
  test.each(cases)("$name", ({ message }) => {
    const { card, text = "", summary } = render(poisoned(message, () => family.repeat(3_000)) as Message, "en");
    for (const shown of [text, summary, ...strings(card)]) {
      expect(shown.isWellFormed()).toBe(true);
      expect(shown.replaceAll(family, "")).not.toMatch(/[\u200D\p{Extended_Pictographic}]/u);
    }
  });

  const strings = (value: unknown): string[] => {
    if (typeof value === "string") return [value];
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
  };
});

/** Texts of people stay plain text in a message. */
const staysPlain = (message: Message, { card, text = "", summary }: Rendered): void => {
  expect(text).not.toMatch(/<\/?at>|\$\{|\{\{|\]\(|:\/\/|\u202E/);
  if (message.say === "idea-form") expect(summary).not.toContain(mark);
  if (!card) return;
  for (const element of all(card)) {
    expect(markdown(element)).not.toContain(mark);
    for (const text of shown(element)) expect(text).not.toMatch(/<\/?at>|\$\{|\{\{|\]\(|:\/\/|\u202E/);
  }
  expect(JSON.stringify(card)).not.toContain('"entities"');
  // A link leads where an admin has said, or to a page of Gnist's own.
  const links = all(card).flatMap(({ type, url }) => (type === "Action.OpenUrl" ? [url] : []));
  const ours = message.say === "who-sees-this" ? message.whistle : message.say === "file-offered" ? message.link : undefined;
  expect(links).toEqual(ours ? [ours] : []);
};

describe("What people wrote stays plain text", () => {
  test.each(cases)("$name", ({ message }) => {
    const rendered = render(poisoned(message) as Message, "en");
    staysPlain(message, rendered);
    if (rendered.card) expect(complaintsOf(rendered.card)).toEqual([]);
  });

  // Cards of all languages have the parts that the first one has, so that the words of each are left to try.
  test.each(wholeLanguages)("in %s", (language) => {
    const reached = cases.filter(({ message }) => {
      const rendered = render(poisoned(message) as Message, language);
      staysPlain(message, rendered);
      return JSON.stringify(rendered).includes(mark);
    });
    expect(reached.length).toBeGreaterThan(30);
  });
});
