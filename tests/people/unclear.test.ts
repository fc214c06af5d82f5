import { beforeEach, describe, expect, test } from "vitest";
import { thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

/* Words that are no command: nearly one, a question, thanks, or an idea. */

let world: World;
let omar: Person;
let pia: Person;
beforeEach(async () => {
  ({ world, omar, pia } = await aTeam());
  await world.moveTo(thisRound.question);
});

const ideasOfTeam = () => world.ports.rows.list(`team|${teamId}`, { from: "idea|", to: "idea}" });

test("a near miss is offered, and pressing it is as writing it right", async () => {
  expect(expectSay(await pia.writes("my idaes"), "did-you-mean").near).toEqual(["my ideas"]);
  expectSay(await pia.presses("My ideas"), "my-ideas");
});

test("a near miss with a number does what it says once it is pressed, and nothing before", async () => {
  await omar.answers("The printer jams");
  await world.moveTo(thisRound.digest);
  expectSay(await pia.writes("tkae #1"), "did-you-mean");
  expect((await omar.writes("#1")) as object).toMatchObject({ idea: { stage: "new" } });
  await pia.presses("Take #1");
  expect((await omar.writes("#1")) as object).toMatchObject({ idea: { stage: "planned" } });
});

test("a near miss of two words or more can be an idea all the same", async () => {
  await pia.writes("my idaes");
  const form = expectSay(await pia.presses("It is an idea"), "idea-form");
  expect([form.why, form.written?.friction]).toEqual(["offer", "my idaes"]);
});

test("one word that is nearly a command offers no idea", async () => {
  expect(expectSay(await pia.writes("hlep"), "did-you-mean").near).toEqual(["help"]);
  await expect(pia.presses("It is an idea")).rejects.toThrow();
  expectSay(await pia.presses("Help"), "help");
});

test("a question goes to nobody; its writer may make it an idea, and only Send saves it", async () => {
  const text = "Can we have a printer that works?";
  expectSay(await pia.writes(text), "question-or-idea");
  const form = expectSay(await pia.presses("It is an idea"), "idea-form");
  expect(form.written?.friction).toBe(text);
  expect(await ideasOfTeam()).toEqual([]);
});

test("a question leads to help and to who sees this", async () => {
  await pia.writes("how do I write to you");
  expectSay(await pia.presses("What I can do"), "help");
  await pia.writes("does my boss see my name?");
  await pia.presses("Who sees this");
  expect(pia.got("who-sees-this")).toHaveLength(1);
});

test.each(["I need help", "can you help me?", "what is this?", "Vad är det här?", "hva er dette?"])(
  "%s is answered with help",
  async (text) => {
    expectSay(await pia.writes(text), "help");
  },
);

test.each(["who sees this?", "Is this anonymous?", "Vem ser det här?", "hvem ser dette?", "Är det här anonymt?"])(
  "%s is answered, with the team and the day on which it sees what is written now",
  async (text) => {
    const said = expectSay(await pia.writes(text), "who-sees-this");
    expect([said.team?.name, said.digestAt]).toEqual(["North clinic", thisRound.digest]);
  },
);

test.each(["thanks", "Tack!", "takk", "ok", "👍🏽", "fint"])("%s gets a friendly word, and is no idea", async (text) => {
  expectSay(await pia.writes(text), "thanked");
  expect(await ideasOfTeam()).toEqual([]);
});

test("a word that nobody knows is answered in words, and more of them are offered as an idea", async () => {
  expect(await pia.writes("printer")).toMatchObject({ why: "unknown-command" });
  expect(expectSay(await pia.writes("printer jams"), "idea-form").why).toBe("offer");
});

test.each(["undo", "ångra", "angre"])("%s after a withdrawal says where the words still are, and withdraws nothing more", async (word) => {
  await pia.answers("The printer jams");
  await pia.writes("idea The door is heavy");
  await pia.writes("withdraw");
  expect(await pia.writes(word)).toMatchObject({ why: "undo-on-card" });
  expect(expectSay(await pia.writes("my ideas"), "my-ideas").ideas).toHaveLength(1);
  await pia.presses("Undo");
  expect(expectSay(await pia.writes("my ideas"), "my-ideas").ideas).toHaveLength(2);
});

test("words that are offered in a channel are for their writer alone, in their own chat", async () => {
  await pia.writes("my idaes", { in: "channel" });
  expectSay(await pia.presses("My ideas"), "my-ideas");
});

test("a near miss of digest here, written in a channel, leads to what it offers", async () => {
  const sara = world.person("Sara Lind");
  expectSay(await sara.writes("digst here", { in: "channel" }), "did-you-mean");
  expectSay(await sara.presses("Digest here"), "digest-here");
});

test("a word that works in a channel alone is not offered in a chat, where the text may be an idea", async () => {
  const form = expectSay(await world.person("Sara Lind").writes("digst here"), "idea-form");
  expect([form.why, form.written?.friction]).toEqual(["offer", "digst here"]);
});

describe("of two teams, the one in whose channel they were written is meant by", () => {
  let sara: Person;
  let south: string;
  beforeEach(async () => {
    sara = world.person("Sara Lind");
    south = await world.addsTeam("South clinic", ["Sara Lind", "Nina Ny"]);
  });

  test("a near miss", async () => {
    expectSay(await sara.writes("statsu", { in: "South clinic" }), "did-you-mean");
    expect(expectSay(await sara.presses("Status"), "team-status").status.team.id).toBe(south);
  });

  test("a near miss that is an idea all the same", async () => {
    expectSay(await sara.writes("my idaes", { in: "South clinic" }), "did-you-mean");
    const form = expectSay(await sara.presses("It is an idea"), "idea-form");
    expect([form.team.id, form.teams]).toEqual([south, undefined]);
  });

  test("a question", async () => {
    expectSay(await sara.writes("why is the printer so slow?", { in: "South clinic" }), "question-or-idea");
    const form = expectSay(await sara.presses("It is an idea"), "idea-form");
    expect([form.team.id, form.teams]).toEqual([south, undefined]);
  });

  test("who sees this, written or pressed", async () => {
    expect(expectSay(await sara.writes("who sees this?", { in: "South clinic" }), "who-sees-this").team?.id).toBe(south);
    await sara.writes("why is the printer so slow?", { in: "South clinic" });
    await sara.presses("Who sees this");
    expect(sara.got("who-sees-this").at(-1)?.team?.id).toBe(south);
  });
});

test("a card names no channel that the team does not have", async () => {
  const sara = world.person("Sara Lind");
  const channel = "19:of-another-team@thread.tacv2";
  const said = await sara.sendsByHand({ verb: "say-words", text: "digest here", team: teamId, channel });
  expect(said).toEqual({ say: "refusal", why: "channel-only" });
});
