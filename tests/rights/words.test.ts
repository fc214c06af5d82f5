import { describe, expect, test } from "vitest";
import type { Command } from "../../src/domain/commands.ts";
import { commands } from "../../src/entry/commands.ts";
import type { Right } from "../../src/flows/route.ts";
import { en } from "../../src/language/en/index.ts";
import { idOf, inOrder, isRefused, type Kind, kinds, may, openWorld, owned, team, wanted } from "./world.ts";

/*
 * Every command, by every kind of person, through HTTP: in their own chat, by a mention in the channel, and for a team that they chose. The right of each is
 * stated here: a row of the routes page that names another one, or asks for less, fails.
 */

const { anIdea, presses, writes } = openWorld();

type Said = Exclude<Command["command"], "next"> | "offer";

/** The right of each command, and its words. `#` stands for the number of an idea. */
const words: { readonly [C in Said]: readonly [Right, string] } = {
  help: ["anyone", "help"],
  "who-sees-this": ["anyone", "who sees this"],
  idea: ["member", "idea the printer jams"],
  "idea-for-colleague": ["member", "idea for a colleague: the printer jams"],
  offer: ["member", "the printer jams"],
  "my-ideas": ["anyone", "my ideas"],
  "my-actions": ["anyone", "my actions"],
  prompt: ["member", "prompt"],
  "prompt-now": ["lead", "prompt now"],
  digest: ["member", "digest"],
  draft: ["lead", "draft"],
  "digest-now": ["lead", "digest now"],
  "digest-here": ["lead", "digest here"],
  board: ["lead", "board"],
  // Before the words by which the team becomes one of coordinators, whose members may look across all teams.
  export: ["lead-or-across", "export"],
  "coordinators-here": ["lead", "coordinators here"],
  "my-data": ["anyone", "my data"],
  "delete-my-data": ["anyone", "delete my data"],
  pause: ["anyone", "pause"],
  resume: ["anyone", "resume"],
  undo: ["anyone", "undo"],
  thanks: ["anyone", "thanks"],
  language: ["anyone", "language"],
  substitute: ["lead-alone", "substitute substitute until friday"],
  settings: ["member", "settings"],
  "my-settings": ["anyone", "my settings"],
  status: ["overseer", "status"],
  teams: ["admin", "teams"],
  numbers: ["member-or-across", "numbers"],
  review: ["lead", "review"],
  defaults: ["admin", "defaults"],
  nothing: ["member", "nothing"],
  tomorrow: ["member", "tomorrow"],
  withdraw: ["author", "withdraw #"],
  "me-too": ["member", "me too #"],
  thank: ["member", "thanks #"],
  take: ["member", "take #"],
  "not-me": ["asked", "not me # a reason"],
  ask: ["member", "ask # member"],
  "test-done": ["owner", "test done #"],
  stop: ["owner-or-lead", "stop # a reason"],
  done: ["owner-or-lead", "done # a reason"],
  "on-track": ["owner", "on track #"],
  "need-help": ["owner", "need help # a line"],
  story: ["member", "#"],
};
const names = Object.keys(words) as Said[];

/** People of another team, and of the office. */
const elsewhere: readonly Kind[] = ["other team", "coordinator", "office lead"];

/** Somebody of another team is answered in chat for that one; who leads it sees how it stands. */
const isForTheirOwn = (name: Said, kind: Kind) => {
  const [right] = words[name];
  const isLeads = right === "lead" || right === "lead-alone" || right === "overseer";
  return elsewhere.includes(kind) && right !== "admin" && !(kind === "coordinator" && isLeads);
};

/** Those with the right once the team is one of coordinators: then its members may look across all teams. */
const mayLater = (name: Said): readonly Kind[] => may[name === "export" ? "member-or-across" : words[name][0]];

type Way = (kind: Kind, text: string) => Promise<string>;

/** Every kind says it: those whom it is answered, and no others. */
const walk = async (name: Said, say: Way, allowed: readonly Kind[], number: number) => {
  const [right, text] = words[name];
  for (const kind of inOrder(allowed)) {
    const said = await say(kind, text.replace("#", `#${number}`));
    expect(said).not.toBe(en.refusals["unknown-command"]());
    expect([kind, isRefused(said, right) ? "refused" : "answered", said]).toEqual([
      kind,
      allowed.includes(kind) ? "answered" : "refused",
      said,
    ]);
  }
};

test("the routes page names the right of each command", () => {
  const named = Object.fromEntries(Object.entries(commands).map(([name, { right }]) => [name, right]));
  expect(named).toEqual({ ...Object.fromEntries(names.map((name) => [name, words[name][0]])), next: "anyone" });
});

describe("the command", () => {
  test.each(names)("%s in one's own chat works for those alone who have its right", async (name) => {
    const { number } = await anIdea(owned);
    const allowed = kinds.filter((kind) => may[words[name][0]].includes(kind) || isForTheirOwn(name, kind));
    await walk(name, (kind, text) => writes(kind, text, "chat"), allowed, number);
  });

  test.each(names)("%s in the channel works for those alone who have its right", async (name) => {
    const { number } = await anIdea(owned);
    await walk(name, (kind, text) => writes(kind, text, "channel"), may[words[name][0]], number);
  });

  test.each(names)("%s for a team that was chosen works for those alone who have its right", async (name) => {
    const { number } = await anIdea(owned);
    const choose: Way = (kind, text) => presses(kind, { verb: "choose-team", team, text });
    const allowed = kinds.filter(
      (kind) => mayLater(name).includes(kind) || (name === "status" && (kind === "other team" || kind === "office lead")),
    );
    await walk(name, choose, allowed, number);
  });

  test.each(names)("%s that a card offers for the team's channel works for those alone who have its right", async (name) => {
    const { number } = await anIdea(owned);
    const say: Way = (kind, text) => presses(kind, { verb: "say-words", text, team });
    await walk(name, say, mayLater(name), number);
  });

  test.each(["chat", "channel"] as const)("not-me works in the %s for whoever is asked to own an idea that nobody owns", async (place) => {
    const { number } = await anIdea(wanted);
    const others = place === "chat" ? elsewhere : [];
    await walk("not-me", (kind, text) => writes(kind, text, place), ["asked", ...others], number);
  });

  test.each(["chat", "channel"] as const)("withdraw works in the %s for an author who has left, or is a guest now", async (place) => {
    for (const kind of ["left", "guest"] as const) {
      const { number } = await anIdea({ ...owned, author: idOf(kind) });
      expect(await writes(kind, `withdraw #${number}`, place)).toBe("a card");
    }
  });

  test.each(["chat", "channel"] as const)(
    "next in the %s is a word like any other to everybody: this is not a local machine",
    async (place) => {
      for (const kind of kinds) expect(await writes(kind, "next", place)).toBe(en.refusals["unknown-command"]());
    },
  );
});
