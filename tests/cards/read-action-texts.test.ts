import { describe, expect, test } from "vitest";
import { notRead, readAction, render } from "../../cards/index.ts";
import { typed } from "./check-card.ts";
import { fixturesIn, ids } from "./fixtures.ts";

const { team, secret } = ids;

test("Words that are read again for the team that was chosen are normalised as a message is", () => {
  expect(readAction({ verb: "choose-team", team, text: " idea a\u2028b\u202e " })).toMatchObject({ text: "idea a\nb" });
});

describe("Whatever is typed on a card", async () => {
  const fixtures = await fixturesIn("en");
  /** Each button of each card, with the inputs that are sent with it. */
  const forms = fixtures.flatMap(({ name, message }) => {
    const { card } = render(message, "en");
    if (!card) return [];
    const inputs = typed(card, "Input.").map(({ id, type, value, choices }) => {
      const [first] = (choices ?? []) as readonly { readonly value: string }[];
      return {
        id: String(id),
        isText: type === "Input.Text" && !["daysToDue", "otherZone", "number"].includes(String(id).replace(/^(number)-.*/, "$1")),
        value: String(value ?? first?.value ?? ""),
      };
    });
    return typed(card, "Action.Execute")
      .filter(({ associatedInputs }) => associatedInputs !== "none")
      .map(({ data }) => ({ name, data: data as Readonly<Record<string, unknown>>, inputs }));
  });
  const sentWith = ({ data, inputs }: (typeof forms)[number], text: string) => ({
    ...data,
    ...Object.fromEntries(inputs.map(({ id, isText, value }) => [id, isText ? text : value])),
  });
  // An owner's press of a check-in sends the inputs of the weekly question on it, and reads none of them.
  const withText = forms.filter(({ data, inputs }) => !("since" in data) && inputs.some(({ isText }) => isText));

  test("is normalised as a message is", () => {
    const read = withText.map((form) =>
      JSON.stringify(readAction(sentWith(form, ' <at id="0">one</at>\u2028t\u200bwo\u0085th\u00adree\v\ud83d '))),
    );
    expect(read.length).toBeGreaterThan(10);
    const texts = read.filter((action) => action.includes("three"));
    expect(texts.length).toBeGreaterThan(10);
    for (const action of texts) expect(action).toMatch(/"one(?:\\n| )two(?:\\n| )three(?:\\n| )\ufffd"/);
    for (const action of read) expect(action).not.toMatch(/[\u0085\u00ad\u200b\u2028]|\\u|\\v|<at/);
  });

  test("and is far too long is named so, with the length that people are told", () => {
    const told = withText.map((form) => {
      const sent = sentWith(form, "x".repeat(20_001));
      expect(readAction(sent)).toBeUndefined();
      return notRead(sent);
    });
    expect(new Set(told.map(({ why, about }) => `${why} ${about}`))).toEqual(
      new Set(["too-long 2000", "too-long 500", "too-long 120", "too-long 80"]),
    );
  });

  test("counts as people see it: 500 emoji are a reason, 501 are too long", () => {
    const reason = (text: string) => ({ verb: "hold-idea", team, idea: secret, reason: text });
    expect(readAction(reason("😀".repeat(500)))).toMatchObject({ reason: "😀".repeat(500) });
    expect(notRead(reason("😀".repeat(501)))).toEqual({ say: "refusal", why: "too-long", about: "500" });
  });
});
