import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inDialog, type Rendered, render } from "../../cards/index.ts";
import { type Language, languages } from "../../src/domain/language.ts";
import type { Message } from "../../src/domain/message/index.ts";
import type { RefusalReason } from "../../src/domain/message/refusal.ts";
import { wordsOf } from "../../src/language/index.ts";
import { wholeLanguages } from "../language/whole-languages.ts";
import { all, complaintsOf, deadButtonsOf, typed } from "./check-card.ts";
import { fixture, fixturesIn } from "./fixtures.ts";
import { legend, readingOf } from "./reading.ts";
import { refusalReasons } from "./refusal-reasons.ts";
import { says } from "./variants.ts";

/** A message has a body and a summary. */
const saysSomething = (rendered: Rendered): void => {
  expect(rendered.card ?? rendered.text, "card or text").toBeTruthy();
  expect(rendered.summary.length, "length of the summary").toBeGreaterThan(2);
  expect(rendered.summary.length, "length of the summary").toBeLessThan(300);
};

type Card = NonNullable<Rendered["card"]>;

/** A card is without fault. Its size is the business of size.test.ts. */
const isSound = (card: Card): void => {
  expect(complaintsOf(card), "complaints of Microsoft's own reader").toEqual([]);
};

/** A bar has at most six buttons, each with another title. */
const hasShortBars = (card: Card): void => {
  for (const bar of [card, ...typed(card, "ActionSet")] as const) {
    const actions = "actions" in bar && Array.isArray(bar.actions) ? bar.actions : [];
    expect(actions.length, "buttons in a bar").toBeLessThanOrEqual(6);
    expect(new Set(actions.map((action: { title?: string }) => action.title)).size, "titles in a bar").toBe(actions.length);
  }
};

/** Every input has a label, and every required one says what is missing. */
const labelsInputs = (card: Card): void => {
  for (const input of typed(card, "Input.")) {
    expect(input.type === "Input.Toggle" ? input.title : input.label, `label of ${String(input.id)}`).toBeTruthy();
    if (input.isRequired) expect(input.errorMessage, `error message of ${String(input.id)}`).toBeTruthy();
  }
  const inputs = typed(card, "Input.").map(({ id }) => id);
  expect(new Set(inputs).size, "ids of inputs").toBe(inputs.length);
};

/** A card fits a narrow phone. */
const isNarrow = (card: Card): void => {
  for (const { columns } of typed(card, "ColumnSet")) {
    expect(Array.isArray(columns) && columns.length, "columns side by side").toBeLessThanOrEqual(3);
    for (const { width } of columns as { width: unknown }[]) expect(["auto", "stretch", "48px"], "width of a column").toContain(width);
  }
};

/** Gnist can read each button's press, and both forms of a button have equal titles and data. */
const hasReadableButtons = (card: Card): void => {
  expect(deadButtonsOf(card), "buttons that are not understood").toEqual([]);
  for (const { verb, title, data, fallback } of typed(card, "Action.Execute")) {
    expect(fallback, String(verb)).toMatchObject({ type: "Action.Submit", title });
    const { msteams: _dialog, ...same } = (fallback as { data: Record<string, unknown> }).data;
    expect(same, String(verb)).toEqual(data);
  }
};

/** In a dialog a card has `Action.Submit` only. */
const isOldInDialog = (card: Card): void => {
  const dialog = inDialog(card);
  expect(typed(dialog, "Action.Execute"), "new buttons in a dialog").toEqual([]);
  expect(
    all(dialog).filter((one) => "msteams" in one && one.type !== "AdaptiveCard"),
    "dialogs that a dialog opens",
  ).toEqual([]);
};

const rules = [isSound, hasShortBars, labelsInputs, isNarrow, hasReadableButtons, isOldInDialog];

describe.each(wholeLanguages)("In %s", async (language) => {
  const fixtures = await fixturesIn(language);

  // One test per card, not per rule: 2,400 more tests would cost more time than the rules themselves.
  test.each(fixtures)("$name keeps every rule for cards, and looks as agreed", async ({ name, message }) => {
    const rendered = render(message, language);
    saysSomething(rendered);
    if (rendered.card) for (const rule of rules) rule(rendered.card);
    if (language === "en") await expect(`${JSON.stringify(rendered, null, 2)}\n`).toMatchFileSnapshot(`snapshots/en/${name}.json`);
  });

  test("All that people read is as agreed, in one file for a translator", async () => {
    const read = fixtures.map(({ name, message }) => readingOf(name, message, render(message, language)));
    await expect([legend, ...read].join("\n")).toMatchFileSnapshot(`${language}.txt`);
    if (wordsOf(language).format.time(0, "UTC").includes(":")) return;
    // Only a field for a time has the colon with which Teams reads it.
    expect(read.flatMap((one) => one.split("\n").filter((line) => /\b\d\d:\d\d\b/.test(line) && !line.includes("✎")))).toEqual([]);
  });

  test("A hundred people with ordinary names can all be chosen in the settings", () => {
    const members = Array.from({ length: 100 }, (_, at) => ({ id: `person-${at}`.padEnd(22, "-"), name: `Sara Lindqvist ${at + 1}` }));
    const { card } = render({ ...fixture(fixtures, "settings-who", "settings"), members }, language);
    const [leads] = typed(card, "Input.ChoiceSet").filter(({ id }) => id === "leads");
    expect(leads?.choices).toHaveLength(100);
  });

  test("A prompt's summary is the question and nothing that anybody wrote", () => {
    for (const name of ["idea-form", "idea-form-reminder", "idea-form-not-saved", "idea-form-offer"]) {
      const message = fixture(fixtures, name, "idea-form");
      expect(render(message, language).summary).not.toContain(message.written?.friction ?? "§");
    }
  });
});

test("What Finland's Swedish says otherwise is as agreed, in a file of these sentences alone", async () => {
  const linesOf = (name: string, message: Message, language: Language) => readingOf(name, message, render(message, language)).split("\n");
  const said = (await fixturesIn("sv")).flatMap(({ name, message }) => {
    // Its clock times are the business of format.test.ts.
    const withoutTimes = (line: string | undefined) => line?.replaceAll(/\b\d\d[.:]\d\d\b/g, "");
    const swedish = linesOf(name, message, "sv");
    return linesOf(name, message, "sv-FI").flatMap((line, at) =>
      withoutTimes(line) === withoutTimes(swedish[at]) ? [] : [`- ${swedish[at]}\n+ ${line}`],
    );
  });
  await expect(`${[...new Set(said)].join("\n")}\n`).toMatchFileSnapshot("sv-FI.txt");
});

/** Reasons shown on a returned form and never as a message of their own, and one that only `teams/` uses. */
const saidElsewhere: readonly RefusalReason[] = [
  "idea-needed",
  "reason-needed",
  "title-needed",
  "person-needed",
  "result-needed",
  "plan-needed",
  "check-needed",
  "bad-numbers",
  "lesson-needed",
  "answer-needed",
  "line-needed",
  "whys-changed",
  "count-needed",
  "bad-count",
  "not-sent",
];

test("Every kind of message is said by a flow on some journey, so that each card is seen as people get it", async () => {
  const said = new Set((await fixturesIn("en")).filter(({ isDerived }) => !isDerived).map(({ message }) => message.say));
  expect(says.filter((say) => !said.has(say))).toEqual([]);
});

test("Every reason to refuse is said", async () => {
  const said = new Set((await fixturesIn("en")).flatMap(({ message }) => (message.say === "refusal" ? [message.why] : [])));
  expect(refusalReasons.filter((why) => !said.has(why))).toEqual(saidElsewhere);
});

test.each(wholeLanguages)("The journeys say as much in %s as in English", async (language) => {
  const names = (await fixturesIn(language)).map(({ name }) => name);
  expect(names).toEqual((await fixturesIn("en")).map(({ name }) => name));
});

test("No snapshot is left of what is not said, nor of a language that Gnist does not speak", async () => {
  const names = (await fixturesIn("en")).map(({ name }) => `${name}.json`);
  expect(readdirSync(join(import.meta.dirname, "snapshots", "en")).filter((file) => !names.includes(file))).toEqual([]);
  const texts = languages.map((language) => `${language}.txt`);
  const others = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".txt") && !texts.includes(file));
  expect(others).toEqual([]);
});
