import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { languages } from "../../src/domain/language.ts";
import type { RefusalReason } from "../../src/domain/message.ts";
import { collect } from "./collect.ts";
import { fixturesIn } from "./fixtures.ts";
import { refusalReasons } from "./largest.ts";
import { says } from "./variants.ts";

/** Reasons that stand on a form that comes back, and are no message of their own. */
const onFormsAlone: readonly RefusalReason[] = ["title-needed", "result-needed"];

test("Every kind of message is said by a flow on some journey, so that each card is seen as people get it", async () => {
  const said = new Set([...(await collect("en")).values()].map(({ say }) => say));
  expect(says.filter((say) => !said.has(say))).toEqual([]);
});

test("Every reason to refuse is said", () => {
  const said = new Set(fixturesIn("en").flatMap(({ message }) => (message.say === "refusal" ? [message.why] : [])));
  expect(refusalReasons.filter((why) => !said.has(why))).toEqual(onFormsAlone);
});

test.each(languages)("The journeys say as much in %s as in English, and no snapshot is left of what they do not say", (language) => {
  const names = fixturesIn(language).map(({ name }) => name);
  expect(names).toEqual(fixturesIn("en").map(({ name }) => name));
  const kept = readdirSync(join(import.meta.dirname, "snapshots", language)).map((file) => file.replace(/\.json$/, ""));
  expect(kept.filter((name) => !names.includes(name))).toEqual([]);
});
