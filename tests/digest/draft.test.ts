import { beforeEach, describe, expect, test } from "vitest";
import { buttonsOf } from "../world/cards.ts";
import { nextRound, thisRound } from "../world/moments.ts";
import { type Person, viewOf } from "../world/people.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await pia.answers("Nobody orders gloves");
  await jonas.answers("Too many forms");
  await world.moveTo(thisRound.draft);
});

const forms = { on: "Too many forms" };

const ideaRow = async (title: string) => {
  const rows = await world.ports.rows.list(`team|${teamId}`, { from: "idea|", to: "idea}" });
  return rows.find(({ values }) => values.friction === title);
};

/** Pia leads beside Sara. */
const twoLeads = async () => {
  await pia.presses("I lead this team", { in: "channel" });
  await sara.presses("Yes, they lead");
  await pia.writes("draft");
};

describe("the draft", () => {
  test("comes to the lead, who holds an idea back with a reason, and its author alone hears why", async () => {
    expect(sara.got("draft")[0]?.digest.freshCount).toBe(3);
    // The lead's card in the hands of somebody else.
    expect(await omar.sendsByHand(sara.wouldSend("Change", forms))).toMatchObject({ why: "not-a-lead" });
    expectSay(await sara.presses("Change", forms), "change-form");
    const again = expectSay(await sara.presses("Hold back", { Title: "Forms", Person: "Pia Holm" }), "change-form");
    expect(again).toMatchObject({ problem: "reason-needed", written: { title: "Forms", person: pia.id } });
    const reason = "We change them in January";
    const after = expectSay(await sara.presses("Hold back", { Reason: reason }), "draft");
    expect([after.digest.freshCount, after.held.length]).toEqual([2, 1]);
    expect(jonas.news()).toEqual([]);
    await world.moveTo(thisRound.digest);
    expect(world.inTeam("digest")[0]?.digest.freshCount).toBe(2);
    await world.toNews();
    expect(jonas.news()).toMatchObject([{ news: "held", reason }]);
  });

  test("answers every button of a form left open until it was posted: it is posted, and nothing is changed", async () => {
    const shown = () =>
      world
        .inTeam("digest")[0]
        ?.digest.top.map(({ title }) => title)
        .sort();
    await twoLeads();
    for (const lead of [sara, pia]) await lead.presses("Change", forms);
    const sent = [sara.wouldSend("Save", { Title: "Forms", Person: "Pia Holm" }), sara.wouldSend("Hold back", { Reason: "A name" })];
    await pia.presses("Hold back", { Reason: "A name" });
    expectSay(await sara.presses("Save", { Title: "Forms" }), "change-form");
    sent.push(sara.wouldSend("Put back"));
    await sara.presses("Put back");
    await world.moveTo(thisRound.digest);
    const before = [await ideaRow("Too many forms"), shown()];
    for (const button of sent) expect(await sara.sendsByHand(button)).toMatchObject({ say: "draft-posted", isPressed: true });
    expect([await ideaRow("Too many forms"), shown()]).toEqual(before);
    expect(pia.got("owner-request")).toEqual([]);
  });

  test("has Post now at the top too where it is longer than a phone shows", async () => {
    const titles = (message: Parameters<typeof viewOf>[0]) => buttonsOf(viewOf(message, "en").card ?? {}).map(({ title }) => title);
    const [long] = sara.got("draft");
    expect(long && titles(long)).toEqual(["Post now", ...[1, 2, 3].flatMap(() => ["Change", "Small effort"]), "Post now"]);
    await world.moveTo(nextRound.question);
    const short = await sara.writes("draft");
    expect(titles(short)[0]).not.toBe("Post now");
  });

  test("is a word of its own: digest shows the latest one to leads too, and who leads no team hears why there is no draft", async () => {
    expect(await sara.writes("digest")).toMatchObject({ why: "no-digest" });
    expect(await omar.writes("draft")).toMatchObject({ say: "refusal", why: "not-a-lead" });
    for (const word of ["draft", "utkast", "/Draft", "utkastet"]) expectSay(await sara.writes(word), "draft");
    // In the channel a draft would be there for all to read.
    expectSay(await sara.writes("draft", { in: "channel" }), "draft");
    expect(sara.sees({ in: "channel" }).map(({ message }) => message.say)).not.toContain("draft");
    await world.moveTo(thisRound.digest);
    for (const reader of [sara, omar]) expect(expectSay(await reader.writes("digest"), "digest").digest.id).toBe(thisRound.id);
    expect(await sara.writes("draft")).toMatchObject({ why: "nothing-to-post" });
  });
});

describe("the form of one idea", () => {
  test("is filled in, and what was not changed is not written", async () => {
    const before = await ideaRow("Too many forms");
    expect(await sara.presses("Change", forms)).toMatchObject({ written: { title: "Too many forms", person: "", reason: "" } });
    expectSay(await sara.presses("Save"), "draft");
    expect(await ideaRow("Too many forms")).toEqual(before);
    expect(world.logged.filter(({ event }) => event === "renew-post")).toEqual([]);
  });

  test("saves title and owner at once, and keeps the author's own words", async () => {
    const saved = expectSay(
      await sara.changes("Too many forms", "Save", { Title: "Forms", Person: "Pia Holm", Date: "2026-12-18" }),
      "draft",
    );
    expect(saved.digest.top.find(({ title }) => title === "Forms")).toMatchObject({ ownerAsked: true });
    expect(pia.got("owner-request")).toMatchObject([{ due: "2026-12-18", idea: { title: "Forms" } }]);
    expect((await ideaRow("Too many forms"))?.values).toMatchObject({ editedTitle: "Forms" });
  });

  test("leaves a title as another lead has made it meanwhile, in whatever order they save", async () => {
    await twoLeads();
    await sara.presses("Change", forms);
    await pia.changes("Too many forms", "Save", { Title: "Forms" });
    const saved = expectSay(await sara.presses("Save", { Person: "Omar Haddad" }), "draft");
    expect(saved.digest.top.map(({ title }) => title)).toContain("Forms");
    expect(omar.got("owner-request")).toHaveLength(1);
  });

  test("is saved by two leads at the same moment, and has what both changed", async () => {
    await twoLeads();
    for (const lead of [sara, pia]) await lead.presses("Change", forms);
    await Promise.all([sara.press("Save", { Title: "Forms" }), pia.press("Save", { Person: "Omar Haddad" })]);
    await world.settle();
    expect((await ideaRow("Too many forms"))?.values).toMatchObject({ editedTitle: "Forms", askedOwner: omar.id });
  });

  test("asks nobody twice where its answer was lost and it is saved again", async () => {
    await sara.presses("Change", forms);
    const save = sara.wouldSend("Save", { Title: "Forms", Person: "Pia Holm" });
    for (let times = 0; times < 2; times++) expectSay(await sara.sendsByHand(save), "draft");
    expect(pia.got("owner-request")).toHaveLength(1);
  });

  test("changes the title alone where the person has been asked already, until the same day", async () => {
    const asked = { Person: "Pia Holm", Date: "2026-12-18" };
    await sara.changes("Too many forms", "Save", asked);
    const saved = expectSay(await sara.changes("Too many forms", "Save", { Title: "Forms", ...asked }), "draft");
    expect(saved.digest.top.map(({ title }) => title)).toContain("Forms");
    expect(pia.got("owner-request")).toHaveLength(1);
    expect(await world.ports.rows.list(`team|${teamId}`, { from: "request|", to: "request}" })).toHaveLength(1);
  });

  test("comes back with all that was typed where one thing cannot be, and nothing is written", async () => {
    const before = await ideaRow("Too many forms");
    await sara.presses("Change", forms);
    const title = "Forms";
    expect(await sara.presses("Save", { Title: title, Date: "2026-12-30" })).toMatchObject({
      problem: "person-needed",
      written: { title },
    });
    expect(await sara.presses("Save", { Person: "Pia Holm", Date: "2020-01-01" })).toMatchObject({
      problem: "past-date",
      written: { title },
    });
    expect(await sara.sendsByHand({ ...sara.wouldSend("Save"), title: " " })).toMatchObject({ problem: "title-needed" });
    expect(await ideaRow("Too many forms")).toEqual(before);
    expect(pia.got("owner-request")).toEqual([]);
  });

  test.each(["down", "slow"] as const)(
    "comes back with all that was typed where the store is %s, and saves once when it is well again",
    async (how) => {
      await sara.presses("Change", forms);
      const left = { Title: "Forms", Person: "Pia Holm", Date: "2026-12-18", Reason: "A name" };
      const written = { title: "Forms", person: pia.id, due: "2026-12-18", reason: "A name" };
      world.storeIs(how);
      expect(await sara.press("Save", left)).toMatchObject({ say: "change-form", problem: "not-saved", written });
      expect(await sara.press("Hold back")).toMatchObject({ say: "change-form", problem: "not-saved", written });
      world.storeIs("well");
      const saved = expectSay(await sara.presses("Save"), "draft");
      expect(saved.digest.top.find(({ title }) => title === "Forms")).toMatchObject({ ownerAsked: true });
      expect(pia.got("owner-request")).toMatchObject([{ due: "2026-12-18", idea: { title: "Forms" } }]);
    },
  );

  test("of an idea that somebody takes meanwhile comes back, and says so", async () => {
    await world.moveTo(thisRound.digest);
    await omar.writes("idea The lamps flicker");
    await sara.writes("draft");
    await sara.presses("Change", forms);
    await jonas.presses("Take or ask", { in: "channel", ...forms });
    await jonas.presses("I'll take it", { in: "channel" });
    const again = await sara.presses("Save", { Title: "Forms", Person: "Pia Holm" });
    expect(again).toMatchObject({ say: "change-form", problem: "already-owned", written: { title: "Forms" } });
    expect((await ideaRow("Too many forms"))?.values.editedTitle).toBeUndefined();
  });

  test("of an idea that another lead holds back meanwhile says so, and offers to put it back", async () => {
    await twoLeads();
    for (const lead of [sara, pia]) await lead.presses("Change", forms);
    await pia.presses("Hold back", { Reason: "A name" });
    const again = await sara.presses("Save", { Title: "Forms" });
    expect(again).toMatchObject({ say: "change-form", problem: "idea-closed", idea: { stage: "held" } });
    expect((await ideaRow("Too many forms"))?.values.editedTitle).toBeUndefined();
    expect(expectSay(await sara.presses("Put back"), "draft").held).toEqual([]);
  });

  test("of an idea that its author withdraws at the moment of *Save* shows no word of it", async () => {
    await sara.presses("Change", forms);
    const { idea } = expectSay(sara.sees().at(-1)?.message, "change-form");
    const { rows } = world.ports;
    const { commit } = rows;
    const afterJonas: typeof commit = async (partition, changes) => {
      Object.assign(rows, { commit });
      await jonas.sendsByHand({ verb: "withdraw-idea", team: teamId, idea: idea.id });
      return commit(partition, changes);
    };
    Object.assign(rows, { commit: afterJonas });
    expect(await sara.press("Save", { Title: "Forms" })).toMatchObject({ say: "refusal", why: "idea-closed" });
  });

  test("tells a lead that the colleague they propose cannot be reached in chat", async () => {
    await pia.takesGnistAway();
    await world.settle();
    expect(await sara.changes("Too many forms", "Save", { Person: "Pia Holm" })).toMatchObject({ say: "draft", notReached: "Pia Holm" });
  });
});

describe("an older draft, laid out otherwise", () => {
  test.each(["hold-form", "propose-form", "title-form"])("leads from %s to the draft as it is now", async (verb) => {
    expect(await omar.sendsByHand({ verb, team: teamId })).toMatchObject({ why: "not-a-lead" });
    expect(expectSay(await sara.sendsByHand({ verb, team: teamId, page: 3 }), "draft").digest.freshCount).toBe(3);
  });

  test("has forms that still do what they say", async () => {
    const { idea } = expectSay(await sara.presses("Change", forms), "change-form");
    const about = { team: teamId, idea: idea.id };
    const held = { verb: "hold-idea", ...about, reason: "A name" };
    expect(expectSay(await sara.sendsByHand({ verb: "edit-title", ...about, title: "Forms" }), "draft").digest.freshCount).toBe(3);
    expectSay(await sara.sendsByHand({ verb: "propose-owner", ...about, person: pia.id, due: "2026-12-18" }), "draft");
    expect(pia.got("owner-request")).toMatchObject([{ due: "2026-12-18", idea: { title: "Forms" } }]);
    expect(expectSay(await sara.sendsByHand(held), "draft").held).toHaveLength(1);
    expect(expectSay(await sara.sendsByHand({ verb: "release-idea", ...about }), "draft").held).toEqual([]);
  });
});
