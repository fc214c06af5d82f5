import { beforeEach, describe, expect, test } from "vitest";
import { day, hour, minute, nextRound, roundAfter, thisRound, week } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let nina: Person;
let south: string;

// Sara and Omar are in both teams, Pia and Jonas in the north alone, Nina in the south alone.
beforeEach(async () => {
  ({ world, sara, omar, pia } = await aTeam());
  south = await world.addsTeam("South clinic", ["Sara Lind", "Omar Haddad", "Nina Ny"]);
  nina = world.person("Nina Ny");
});

/** Tuesday of the week in which both ask on Thursday. */
const tuesday = thisRound.digest - week;
const prompts = (person: Person) => person.got("idea-form").filter(({ why }) => why === "prompt");
const askedIn = (team: string) => world.ports.rows.list(`team|${team}`, { from: `asked|${thisRound.id}|`, to: `asked|${thisRound.id}}` });

/** Numbers of a round's rows that count as asked and as answered. */
const counts = async (team: string) => {
  const counted = (await askedIn(team)).filter(({ values }) => values.answer !== "elsewhere");
  return [counted.length, counted.filter(({ values }) => values.answer === "idea").length];
};

test("somebody in two teams is asked once a week, and may choose the team on the card", async () => {
  await world.moveTo(thisRound.question);
  expect([sara, omar, pia, nina].map((person) => prompts(person).length)).toEqual([1, 1, 1, 1]);
  expect(
    prompts(omar)[0]
      ?.teams?.map(({ name }) => name)
      .sort(),
  ).toEqual(["North clinic", "South clinic"]);
  expect(prompts(pia)[0]?.teams).toBeUndefined();
  await world.moveTo(nextRound.question);
  expect(prompts(omar)).toHaveLength(2);
});

test("they count as asked in the chosen team only, and are reminded by neither", async () => {
  await world.moveTo(thisRound.question);
  const own = prompts(omar)[0]?.team.id ?? "";
  const [other, name] = own === teamId ? [south, "South clinic"] : [teamId, "North clinic"];
  const before = { own: await counts(own), other: await counts(other) };
  expect(expectSay(await omar.answers("The printer is slow", { Team: name }), "receipt").team.id).toBe(other);
  expect(await counts(own)).toEqual([(before.own[0] ?? 0) - 1, before.own[1]]);
  expect(await counts(other)).toEqual([(before.other[0] ?? 0) + 1, (before.other[1] ?? 0) + 1]);
  await world.moveTo(thisRound.reminder);
  expect(omar.got("idea-form").filter(({ why }) => why === "reminder")).toHaveLength(0);
});

describe("a form that comes back", () => {
  const theirs = async () => {
    await world.moveTo(thisRound.question);
    const own = prompts(omar)[0]?.team.id ?? "";
    return own === teamId ? ([south, "South clinic"] as const) : ([teamId, "North clinic"] as const);
  };
  const reminders = async () => {
    await world.moveTo(thisRound.reminder);
    return omar.got("idea-form").filter(({ why }) => why === "reminder");
  };

  test("from a store that is away is for the team that was chosen, and the one that asked does not remind", async () => {
    const [other, Team] = await theirs();
    world.storeIs("down");
    for (const filled of [{ Team }, {}])
      expect(expectSay(await omar.press("Send", { "A line or two is enough": "Slow", ...filled }), "idea-form").team.id).toBe(other);
    world.storeIs("well");
    expect(expectSay(await omar.presses("Send"), "receipt").team.id).toBe(other);
    expect(await reminders()).toEqual([]);
  });

  test("because it is empty still offers the teams, and the one that asked does not remind", async () => {
    const [other, Team] = await theirs();
    expect(expectSay(await omar.answers(" ", { Team }), "idea-form").teams).toHaveLength(2);
    expect(expectSay(await omar.answers("Slow"), "receipt").team.id).toBe(other);
    expect(await reminders()).toEqual([]);
  });
});

test("a team that asks later in the same week neither asks them again nor leaves them out where they chose it", async () => {
  await world.moveTo(tuesday);
  await sara.writes("prompt now", { in: "channel" });
  expect(prompts(omar)).toHaveLength(1);
  expect(prompts(nina)).toHaveLength(0);
  expectSay(await omar.answers("The printer is slow", { Team: "South clinic" }), "receipt");
  await world.moveTo(thisRound.question);
  expect(prompts(omar)).toHaveLength(1);
  expect(prompts(nina)).toHaveLength(1);
  const rows = await askedIn(south);
  expect(rows.find(({ key }) => key.endsWith(omar.id))?.values).toMatchObject({ answer: "idea" });
});

test("the same card sent for one team and then for the other is stored once", async () => {
  await world.moveTo(thisRound.question);
  const first = expectSay(await omar.answers("The printer is slow", { Team: "South clinic" }), "receipt");
  const second = expectSay(await omar.onAnotherDevice().answers("Nobody orders gloves", { Team: "North clinic" }), "receipt");
  expect(second).toMatchObject({ idea: first.idea, team: { id: south }, offered: { friction: "Nobody orders gloves" } });
  expect(expectSay(await omar.writes("my ideas"), "my-ideas").ideas).toHaveLength(1);
});

test("who joins a second team later is asked once a week from then on", async () => {
  await world.moveTo(thisRound.question);
  const west = await world.addsTeam("West clinic", ["Pia Holm", "Nina Ny"]);
  expect(west).not.toBe(south);
  await world.moveTo(nextRound.question);
  await world.moveTo(roundAfter(2).question);
  expect([pia, nina].map((person) => prompts(person).length)).toEqual([3, 3]);
});

describe("a team that has claimed somebody's week and does not ask them", () => {
  /** The team that has claimed Omar's week, or will; Sara is in both teams too. */
  const claiming = async () => {
    const row = await world.ports.rows.get(`person|${omar.id}`, `week|${thisRound.id}`);
    return String(row?.values.team);
  };
  const remove = async (team: string) => {
    const place = team === teamId ? world.inChannel : world.channelNamed("South clinic");
    await world.receive({ happened: "removed-from-team", place });
  };
  const held = { outcome: "later", afterMs: 6 * hour, cause: "throttled", detail: "429" } as const;

  test("because it was removed meanwhile has no claim: the other team that starts later asks them", async () => {
    await world.put({ job: "start-round", team: south, at: thisRound.question, by: sara.id });
    world.trouble.set(omar.chatId, held);
    await world.moveTo(tuesday);
    expect(await claiming()).toBe(south);
    await remove(south);
    world.trouble.clear();
    await world.moveTo(thisRound.question);
    await world.moveTo(thisRound.question + 8 * hour);
    expect(prompts(omar).map(({ team }) => team.id)).toEqual([teamId]);
  });

  test("though both began at once is followed by the other after four hours, and never asks them as well", async () => {
    world.trouble.set(omar.chatId, held);
    await world.moveTo(thisRound.question);
    const first = await claiming();
    await remove(first);
    world.trouble.clear();
    await world.moveTo(thisRound.question + 4 * hour + 5 * minute);
    await world.moveTo(thisRound.question + day);
    expect(prompts(omar).map(({ team }) => team.id)).toEqual([first === teamId ? south : teamId]);
    expect([prompts(sara).length, prompts(nina).length + prompts(pia).length]).toEqual([1, 2]);
  });

  test("and then would is kept from it", async () => {
    world.trouble.set(omar.chatId, held);
    await world.moveTo(thisRound.question);
    const first = await claiming();
    await world.moveTo(thisRound.question + 4 * hour + 5 * minute);
    world.trouble.clear();
    await world.moveTo(thisRound.question + day);
    expect(prompts(omar)).toHaveLength(1);
    expect(prompts(omar)[0]?.team.id).not.toBe(first);
  });
});

test("a command with words without an end is told so: asked which team is meant, each button would hold them", async () => {
  for (const text of [`withdraw #1 ${"x".repeat(501)}`, `me too #1 ${"x".repeat(501)}`])
    expect(await omar.writes(text)).toEqual({ say: "refusal", why: "too-long", about: "500" });
});

describe("a card that was sent for a team which does not take it", () => {
  const north = "North clinic";
  const choose = (Team: string) => omar.onAnotherDevice().answers("The printer is slow", { Team });
  const goneFrom = async (name: string, teamsTeamId: string) => {
    const members = world.rosters.get(teamsTeamId)?.members ?? [];
    members.splice(
      members.findIndex((member) => member.name === omar.name),
      1,
    );
    await world.put({ job: "read-team", team: name === north ? teamId : south });
    await world.settle();
  };

  test.each(["of the round", "that was asked for"])("%s, because Gnist was removed from it, can be sent for another", async (which) => {
    await world.moveTo(thisRound.question);
    if (which === "that was asked for") await omar.writes("idea");
    await world.receive({ happened: "removed-from-team", place: world.channelNamed("South clinic") });
    expect(await choose("South clinic")).toMatchObject({ why: "team-removed" });
    expect(expectSay(await choose(north), "receipt").team.id).toBe(teamId);
  });

  test.each(["of the round", "that was asked for"])(
    "%s, because they have left it, can be sent for another, whichever was the card's own",
    async (which) => {
      await world.moveTo(thisRound.question);
      if (which === "that was asked for") await omar.writes("idea");
      await goneFrom(north, world.inChannel.teamsTeamId);
      expect(await choose(north)).toMatchObject({ why: "not-in-team" });
      expect(expectSay(await choose("South clinic"), "receipt").team.id).toBe(south);
    },
  );

  test("and was pressed twice at once, or with a store that failed in between, can be sent for another", async () => {
    await world.moveTo(thisRound.question);
    await goneFrom(north, world.inChannel.teamsTeamId);
    await Promise.all([choose(north), choose(north)]);
    for (const calls of [1, 2, 3]) {
      world.storeIs("well", calls);
      await omar.onAnotherDevice().press("Send", { "A line or two is enough": "The printer is slow", Team: north });
      await new Promise((next) => setImmediate(next));
      world.storeIs("well");
    }
    expect(expectSay(await choose("South clinic"), "receipt").team.id).toBe(south);
    expect(expectSay(await choose(north), "receipt").team.id).toBe(south);
  });
});
