import { describe, expect, test } from "vitest";
import { inDialog, readAction, render } from "../../cards/index.ts";
import { languages } from "../../src/domain/language.ts";
import { all, complaintsOf, sizeOf, typed } from "./check-card.ts";
import { fixturesIn, largest, members, namedFixtures } from "./fixtures.ts";

const kilobytes = 1024;

describe.each(languages)("In %s", (language) => {
  describe.each(namedFixtures(language))("$name", ({ name, message }) => {
    const rendered = render(message, language);

    test("says something, and sums it up in a line", () => {
      expect(rendered.card ?? rendered.text).toBeTruthy();
      expect(rendered.summary.length).toBeGreaterThan(2);
      expect(rendered.summary.length).toBeLessThan(300);
    });

    test("looks as agreed", async () => {
      await expect(`${JSON.stringify(rendered, null, 2)}\n`).toMatchFileSnapshot(`snapshots/${language}/${name}.json`);
    });

    if (!rendered.card) return;
    const { card } = rendered;

    test("is a card without fault, small enough to send", () => {
      expect(complaintsOf(card)).toEqual([]);
      expect(sizeOf(card)).toBeLessThan(40 * kilobytes);
    });

    test("has at most six buttons in a bar", () => {
      for (const bar of [card, ...typed(card, "ActionSet")] as const) {
        const actions = "actions" in bar && Array.isArray(bar.actions) ? bar.actions : [];
        expect(actions.length).toBeLessThanOrEqual(6);
        expect(new Set(actions.map((action: { title?: string }) => action.title)).size).toBe(actions.length);
      }
    });

    test("labels every input, and says what is missing in every required one", () => {
      for (const input of typed(card, "Input.")) {
        expect(input.type === "Input.Toggle" ? input.title : input.label, `${String(input.id)}`).toBeTruthy();
        if (input.isRequired) expect(input.errorMessage, `${String(input.id)}`).toBeTruthy();
      }
      const inputs = typed(card, "Input.").map(({ id }) => id);
      expect(new Set(inputs).size).toBe(inputs.length);
    });

    test("fits a narrow phone", () => {
      for (const { columns } of typed(card, "ColumnSet")) {
        expect(Array.isArray(columns) && columns.length).toBeLessThanOrEqual(3);
        for (const { width } of columns as { width: unknown }[]) {
          expect(["auto", "stretch", "48px"]).toContain(width);
        }
      }
    });

    test("has buttons that are understood when pressed, in the new form and the old", () => {
      const inputs = Object.fromEntries(typed(card, "Input.").map((input) => [String(input.id), filled(input)]));
      for (const button of typed(card, "Action.Execute")) {
        const fallback = button.fallback as { type: string; title: string; data: Record<string, unknown> };
        expect(fallback).toMatchObject({ type: "Action.Submit", title: button.title });
        const { msteams: _dialog, ...same } = fallback.data;
        expect(same).toEqual(button.data);
        const sent = button.associatedInputs === "none" ? {} : inputs;
        const action = readAction({ ...(button.data as object), ...sent });
        expect(action, `${String(button.verb)} of ${name}`).toMatchObject({ verb: button.verb });
        expect(readAction({ ...fallback.data, ...sent })).toEqual(action);
      }
    });

    test("speaks only the older form in a dialog", () => {
      const dialog = inDialog(card);
      expect(typed(dialog, "Action.Execute")).toEqual([]);
      expect(all(dialog).filter((one) => "msteams" in one && one.type !== "AdaptiveCard")).toEqual([]);
    });
  });

  test.each(largest(language))("The largest $name is small enough to send", ({ message }) => {
    const { card } = render(message, language);
    expect(sizeOf(card)).toBeLessThan(40 * kilobytes);
    expect(complaintsOf(card)).toEqual([]);
  });

  test("A hundred people with ordinary names can all be chosen in the settings", () => {
    const plain = fixturesIn(language).settings[""];
    if (!plain) throw new Error("settings");
    const { card } = render({ ...plain, members: members(100) }, language);
    const [leads] = typed(card, "Input.ChoiceSet").filter(({ id }) => id === "leads");
    expect(leads?.choices).toHaveLength(100);
  });

  test("A prompt's summary is the question and nothing that anybody wrote", () => {
    const form = fixturesIn(language)["idea-form"];
    for (const variant of ["", "reminder", "not-saved", "offer"]) {
      const message = form[variant];
      if (!message) throw new Error(variant);
      expect(render(message, language).summary).not.toContain(message.written?.friction ?? "§");
    }
  });
});

/** What a person leaves in an input, or the first thing they can choose. */
const filled = (input: { readonly [key: string]: unknown }): string => {
  if (typeof input.value === "string") return input.value;
  const first = Array.isArray(input.choices) ? (input.choices[0] as { value: string } | undefined) : undefined;
  return input.isRequired && first ? first.value : input.isRequired ? "something" : "";
};
