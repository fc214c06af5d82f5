import { describe, expect, test } from "vitest";
import { mostBytes } from "../../cards/blocks.ts";
import { render } from "../../cards/index.ts";
import type { Message } from "../../src/domain/message.ts";
import { sizeOf, typed } from "../cards/check-card.ts";
import type { Filled } from "../world/cards.ts";
import type { Person } from "../world/people.ts";
import { expectSay, startWorld } from "./world.ts";

const colleagues = Array.from({ length: 299 }, (_, at) => `Colleague ${at + 1}`);

/** A team of 300 people, in which so many have written an idea. */
const largeTeam = async (ideas = 0) => {
  const world = await startWorld(["Sara Lind", ...colleagues]);
  await world.added();
  for (const name of colleagues.slice(0, ideas)) await world.person(name).write(`idea of ${name}`);
  return { world, sara: world.person("Sara Lind"), omar: world.person("Colleague 2") };
};

const inputOf = (message: Message, id: string) => typed(render(message, "en").card, "Input.").find((input) => input.id === id);
const choicesOf = (message: Message, id: string) => (inputOf(message, id)?.choices ?? []) as readonly { title: string; value: string }[];
const searchOf = (message: Message, id: string) => inputOf(message, id)?.["choices.data"];
const fits = (message: Message) => expect(sizeOf(render(message, "en").card)).toBeLessThan(mostBytes);

const organisation = { type: "Data.Query", dataset: "graph.microsoft.com/users" };
const channel = { type: "Data.Query", dataset: "graph.microsoft.com/users?scope=currentContext" };

/** Sends a form of theirs with somebody picked whom the team does not have. */
const picksStranger = (person: Person, title: string, filled: Filled & { readonly in?: string }, input: string) =>
  person.sendsByHand({ ...person.wouldSend(title, filled), [input]: "entra-Somebody else" }, filled.in ? { in: filled.in } : {});

describe("a lead of a team with 200 new ideas", () => {
  const forms: readonly { readonly title: string; readonly say: string; readonly wrong: Filled; readonly right: Filled }[] = [
    {
      title: "Hold back",
      say: "hold-form",
      wrong: { "Why (the author sees this)": " " },
      right: { "Why (the author sees this)": "A name" },
    },
    {
      title: "Propose owner",
      say: "propose-form",
      wrong: { Who: "Colleague 7", "Ready by": "2020-01-01" },
      right: { Who: "Colleague 299" },
    },
    { title: "Edit title", say: "title-form", wrong: { "New title": " " }, right: { "New title": "Shorter" } },
  ];

  test.each(forms)("turns to the last of them and presses $title", async ({ title, say, wrong, right }) => {
    const { sara } = await largeTeam(200);
    await sara.writes("digest");
    const seen: { title: string; value: string }[] = [];
    for (let page = 1; page <= 8; page++) {
      const shown = await sara.presses(page === 1 ? title : "Next");
      fits(shown);
      expect(shown).toMatchObject({ say, page: page - 1, pages: 8 });
      seen.push(...choicesOf(shown, "idea"));
    }
    expect(new Set(seen.map(({ value }) => value)).size).toBe(200);
    const last = seen.at(-1);
    const again = await sara.presses(title, { "Which idea?": last?.title ?? "", ...wrong });
    expect(again).toMatchObject({ say, page: 7, idea: last?.value });
    expectSay(await sara.presses(title, right), "draft");
  });
});

describe("in a team of 300 people", () => {
  const withDigest = async () => {
    const team = await largeTeam(1);
    await team.sara.writes("digest now");
    return team;
  };
  const inChannel = { in: "channel" } as const;

  test("anybody in it can be chosen as an owner: with Teams' people picker who is not on the card", async () => {
    const { world, omar } = await withDigest();
    const form = await omar.presses("Assign", inChannel);
    fits(form);
    expect(choicesOf(form, "person").map(({ title }) => title)).not.toContain("Colleague 299");
    expect(searchOf(form, "person")).toEqual(channel);
    await omar.presses("Assign", { ...inChannel, Who: "Colleague 299" });
    expect(world.person("Colleague 299").got("owner-request")).toHaveLength(1);
  });

  test("whoever is picked and is not in it brings the form back", async () => {
    const { omar } = await withDigest();
    await omar.presses("Assign", inChannel);
    const again = await picksStranger(omar, "Assign", { ...inChannel, Who: "Colleague 7" }, "person");
    expect(again).toMatchObject({ say: "assign-form", problem: "no-such-member" });
  });

  test("the people picker of one's own chat looks through everybody at work, for nobody else is in the chat", async () => {
    const { sara } = await withDigest();
    for (const form of [await sara.writes("assign #1"), await sara.writes("assign #1", inChannel)])
      expect(searchOf(form, "person")).toEqual(organisation);
  });
});
