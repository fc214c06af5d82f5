import { beforeEach, describe, expect, test } from "vitest";
import { hour, minute, nextRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeamWithDigest, expectSay, teamId, type World } from "../world/world.ts";

/* An idea whose owner is a member no more needs an owner again: at once where somebody wants to own it, and by itself as soon as that is sure. */

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeamWithDigest("The printer jams"));
  await jonas.writes("take #1");
});

const goes = ({ name }: Person) =>
  void world.roster.splice(
    world.roster.findIndex((member) => member.name === name),
    1,
  );
const comesBack = ({ name, teamsId, entraId }: Person) => void world.roster.push({ name, teamsId, entraId, isGuest: false });
/** An event tells that somebody has left, and the roster that is read after it lacks them. */
const leaves = async (person: Person) => {
  goes(person);
  const { teamsId, entraId } = person;
  await world.receive({ happened: "team-changed", place: world.inChannel, left: [{ teamsId, entraId }] });
  await world.moveTo(world.now() + minute);
};

/** The roster is read, and nobody has said that anybody left. */
const isRead = async () => {
  await world.receive({ happened: "team-changed", place: world.inChannel });
  await world.moveTo(world.now() + minute);
};

const becomesGuest = async ({ name }: Person) => {
  const at = world.roster.findIndex((member) => member.name === name);
  const before = world.roster[at];
  if (before) world.roster[at] = { ...before, isGuest: true };
  await isRead();
};

const shown = () => world.inTeam("digest").at(-1)?.digest.top[0];
const story = async () => expectSay(await pia.writes("#1"), "idea-story");
const heard = (person: Person) => person.news().map(({ news }) => news);

describe("by itself", () => {
  test("when an event names them: the post shows that it needs one, leads and author hear so, and anybody can take it", async () => {
    await leaves(jonas);
    expect(shown()).toMatchObject({ stage: "new", ownerAsked: false });
    expect(shown()?.owner).toBeUndefined();
    await world.toNews();
    expect([sara.got("owner-left").length, heard(omar)]).toEqual([1, ["owned", "declined"]]);
    await pia.presses("Take or ask", { in: "channel" });
    expectSay(await pia.presses("I'll take it", { in: "channel" }), "digest");
    expect(shown()?.owner?.name).toBe("Pia Holm");
    await world.toNews();
    expect(heard(omar)).toEqual(["owned", "declined", "owned"]);
  });

  test("an hour after they have become a guest, whose cards change nothing meanwhile", async () => {
    await becomesGuest(jonas);
    expect(shown()?.owner?.name).toBe("Jonas Berg");
    expect(await jonas.presses("Save", { Date: "2026-12-20" })).toMatchObject({ why: "not-in-team" });
    await world.moveTo(world.now() + hour + minute);
    expect(shown()?.owner).toBeUndefined();
    expectSay(await sara.presses("Take or ask", { on: "has no owner" }), "take-or-ask");
  });

  test("an hour later where one roster alone lacks them; not where they are back by then", async () => {
    goes(jonas);
    await isRead();
    expect([shown()?.owner?.name, sara.got("owner-left")]).toEqual(["Jonas Berg", []]);
    await world.moveTo(world.now() + hour + minute);
    expect([shown()?.owner, sara.got("owner-left").length]).toEqual([undefined, 1]);
    comesBack(jonas);
    await isRead();
    await jonas.writes("take #1");
    goes(jonas);
    await isRead();
    comesBack(jonas);
    await world.moveTo(world.now() + hour + minute);
    expect([shown()?.owner?.name, sara.got("owner-left").length]).toEqual(["Jonas Berg", 1]);
  });

  test("not before that hour because somebody else is said to have left", async () => {
    goes(jonas);
    await isRead();
    await leaves(pia);
    expect([shown()?.owner?.name, sara.got("owner-left")]).toEqual(["Jonas Berg", []]);
    await world.moveTo(world.now() + hour + minute);
    expect(sara.got("owner-left")).toHaveLength(1);
  });

  test("once, however often the roster is read after it, and with everything they owned", async () => {
    await world.moveTo(nextRound.question);
    await pia.answers("The door is heavy");
    await world.moveTo(nextRound.digest);
    await jonas.writes("take #2");
    await leaves(jonas);
    await isRead();
    await world.moveTo(world.now() + 2 * hour);
    expect(
      sara
        .got("owner-left")
        .map(({ idea }) => idea.number)
        .sort(),
    ).toEqual([1, 2]);
  });
});

describe("at once, before that is sure, when somebody wants to own it", () => {
  beforeEach(async () => {
    goes(jonas);
    await isRead();
    expect(shown()?.owner?.name).toBe("Jonas Berg");
  });

  test("it can be taken, and the author hears who has it now, once", async () => {
    expect(expectSay(await pia.writes("take #1"), "owned").idea.owner?.name).toBe("Pia Holm");
    await world.toNews();
    expect([shown()?.owner?.name, heard(omar), sara.got("owner-left")]).toEqual(["Pia Holm", ["owned", "declined", "owned"], []]);
    expect((await story()).steps.map(({ stage, who }) => `${stage} ${who ?? "-"}`)).toEqual([
      "planned Jonas Berg",
      "new -",
      "planned Pia Holm",
    ]);
    await world.moveTo(world.now() + 2 * hour);
    expect([shown()?.owner?.name, sara.got("owner-left")]).toEqual(["Pia Holm", []]);
  });

  test("somebody can be asked to own it, by a lead and by anybody", async () => {
    expectSay(await pia.writes("ask #1 Omar Haddad"), "owner-asked");
    expectSay(await sara.writes("ask #1 Pia Holm"), "owner-asked");
    expectSay(await pia.presses("I'll take it"), "owned");
    expect(shown()?.owner?.name).toBe("Pia Holm");
    // Nobody had to look for an owner.
    expect(sara.got("owner-left")).toEqual([]);
  });

  test("two take it at the same moment: one has it, and the other reads who", async () => {
    const said = await Promise.all([pia.write("take #1"), omar.write("take #1")]);
    await world.settle();
    expect(said.map(({ say }) => say).sort()).toEqual(["owned", "refusal"]);
    const [owner, other] = said[0]?.say === "owned" ? ["Pia Holm", said[1]] : ["Omar Haddad", said[0]];
    expect(other).toMatchObject({ why: "already-owned", about: owner });
    expect((await story()).steps).toHaveLength(3);
  });
});

describe("only when that is sure, whatever else happens to it", () => {
  const pressed: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["its author edits it", () => omar.presses("Edit").then(() => omar.presses("Save", { [line]: "The printer jams daily" }))],
    ["its author withdraws it and takes that back", () => omar.presses("Withdraw").then(() => omar.presses("Undo"))],
    ["a lead ends it and takes that back", () => sara.writes("done #1 a new one came").then(() => sara.presses("Undo"))],
  ];
  test.each(pressed)("%s: they own it still if a roster shows them again, and else no more", async (_what, act) => {
    goes(jonas);
    await isRead();
    await act();
    comesBack(jonas);
    await isRead();
    await world.moveTo(world.now() + hour + minute);
    expect([(await story()).idea.owner?.name, sara.got("owner-left")]).toEqual(["Jonas Berg", []]);
    goes(jonas);
    await isRead();
    await act();
    await world.moveTo(world.now() + hour + minute);
    expect([(await story()).idea.owner, sara.got("owner-left").length]).toEqual([undefined, 1]);
  });

  test("a guest since it was withdrawn owns it no more, an hour after it is back", async () => {
    await omar.presses("Withdraw");
    await becomesGuest(jonas);
    await world.moveTo(world.now() + hour + minute);
    await omar.presses("Undo");
    await world.moveTo(world.now() + hour + minute);
    expect([shown()?.stage, shown()?.owner, sara.got("owner-left").length]).toEqual(["new", undefined, 1]);
  });

  test("an event has named them: it is freed as soon as it comes back", async () => {
    await omar.presses("Withdraw");
    await leaves(jonas);
    await omar.presses("Undo");
    expect([shown()?.stage, shown()?.owner]).toEqual(["new", undefined]);
  });

  test("a lead ends nothing that nobody owns: somebody takes it first", async () => {
    await leaves(jonas);
    expect(await sara.writes("done #1 a new one came")).toMatchObject({ why: "needs-owner" });
    await sara.writes("take #1");
    expectSay(await sara.writes("done #1 a new one came"), "finished");
  });
});

test("an owner who comes back to what was freed owns it no more, and can take it again", async () => {
  await leaves(jonas);
  comesBack(jonas);
  await isRead();
  expect(await jonas.writes("done #1 fixed")).toMatchObject({ why: "not-the-owner" });
  expectSay(await jonas.writes("take #1"), "owned");
});

test("a store that fails while somebody leaves leaves no idea with them", async () => {
  goes(jonas);
  for (let calls = 3; calls < 60; calls += 4) {
    world.storeIs("well", calls);
    await world
      .receive({ happened: "team-changed", place: world.inChannel, left: [{ teamsId: jonas.teamsId, entraId: jonas.entraId }] })
      .catch(() => undefined);
    world.expectTrouble();
    await world.moveTo(world.now() + minute).catch(() => undefined);
    world.storeIs("well");
    await world.moveTo(world.now() + 3 * minute);
  }
  expect([shown()?.owner, sara.got("owner-left").length]).toEqual([undefined, 1]);
});

describe("New owner", () => {
  const asksPia = async () => {
    const idea = shown()?.id ?? "";
    await sara.sendsByHand({ verb: "new-owner", team: teamId, idea, person: pia.id, due: "2026-12-18" });
    expect(pia.got("owner-request")).toHaveLength(1);
  };

  test("leads are told that the owner has left, also while somebody has been asked to follow, and their card can ask somebody else", async () => {
    await asksPia();
    await leaves(jonas);
    await world.moveTo(world.now() + 2 * hour);
    expect([shown()?.owner, sara.got("owner-left").length]).toEqual([undefined, 1]);
    expectSay(await sara.presses("Take or ask"), "take-or-ask");
  });
});
