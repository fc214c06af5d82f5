import { expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { mostCardBytes } from "../../cards/parts/card.ts";
import { audience } from "../../src/domain/message/audience.ts";
import { complaintsOf, deadButtonsOf, sizeOf, typed } from "./check-card.ts";
import { checked, fills } from "./fills.ts";
import { fixturesIn } from "./fixtures.ts";
import { largest } from "./largest.ts";

const marks = /[\uFFF9-\uFFFB]/;

test("Each card that a channel reads can be said in two languages at once", async () => {
  const read = (await fixturesIn("en")).filter(({ message }) => audience[message.say] === "team");
  for (const { name, message } of read) {
    const one = render(message, "en");
    const two = render(message, ["en", "sv"]);
    expect(JSON.stringify(two), name).not.toMatch(marks);
    expect(two.card === undefined, name).toBe(one.card === undefined);
    if (!two.card) continue;
    expect(complaintsOf(two.card), name).toEqual([]);
    expect(deadButtonsOf(two.card), name).toEqual([]);
    for (const { actions } of typed(two.card, "ActionSet")) expect(actions, `${name}: a row of buttons`).toHaveLength(1);
  }
}, 60_000);

test("The largest posts in two languages can be sent", () => {
  for (const fill of [fills.words, fills.quotes].filter((one) => one !== undefined)) {
    const messages = largest(checked(fill), "en");
    for (const message of [...messages.digest, ...messages["passed-post"], ...messages["welcome-team"]])
      expect(sizeOf(render(message, ["sv", "nb"]).card ?? {})).toBeLessThan(mostCardBytes - 2_000);
  }
});
