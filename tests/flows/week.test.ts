import { beforeEach, describe, expect, test } from "vitest";
import { untilResumed } from "../../src/domain/person.ts";
import { expectSay, generalChannel, monday, personId, startWorld, teamId } from "./world.ts";

const hour = 3_600_000;
const thursday = "2026-11-26T12:00:00Z";
const reminder = "2026-11-30T09:00:00Z";
const draft = "2026-12-01T08:00:00Z";
const digest = "2026-12-01T12:00:00Z";

let world: Awaited<ReturnType<typeof startWorld>>;
beforeEach(async () => {
  world = await startWorld();
  await world.added("Sara Lind");
});

/** What the Send button of the last question sends, with what is typed. */
const send = (name: string, friction: string, more: Record<string, unknown> = {}) => {
  const form = world.got(name, "idea-form").at(-1);
  if (!form) throw new Error(`${name} has no question`);
  return world.presses(name, {
    verb: "submit-idea",
    team: teamId,
    nonce: form.nonce,
    ...(form.round ? { round: form.round } : {}),
    friction,
    ...more,
  });
};

describe("Gnist is added to a team", () => {
  test("there is one welcome, in the chosen channel, however often Teams tells it", async () => {
    await world.added("Sara Lind");
    await world.added("Omar Haddad");
    expect(world.inTeam("welcome-team")).toHaveLength(1);
    expect(world.inTeam("welcome-team")[0]).toMatchObject({
      addedBy: "Sara Lind",
      leads: ["Sara Lind"],
      nextPromptAt: Date.parse(thursday),
      large: false,
    });
  });

  test("nobody is asked in the first day, though the question's time passes", async () => {
    const late = await startWorld();
    await late.moveTo("2026-11-26T09:00:00Z");
    await late.added("Sara Lind");
    await late.moveTo("2026-11-26T13:00:00Z");
    expect(late.got("Omar Haddad", "idea-form")).toHaveLength(0);
    await late.moveTo("2026-12-03T12:00:00Z");
    expect(late.got("Omar Haddad", "idea-form")).toHaveLength(1);
  });

  test("a team of more than 100 waits until a lead says go, and the lead is told once", async () => {
    const big = await startWorld(Array.from({ length: 101 }, (_, at) => `Person ${at}`));
    await big.added("Person 0");
    expect(big.inTeam("welcome-team")[0]?.large).toBe(true);
    await big.moveTo(thursday);
    expect(big.got("Person 7", "idea-form")).toHaveLength(0);
    await big.moveTo("2026-12-03T12:00:00Z");
    expect(big.got("Person 0", "large-team")).toHaveLength(1);
    expectSay(await big.presses("Person 0", { verb: "agree-large-team", team: teamId }), "large-agreed");
    await big.moveTo("2026-12-10T12:00:00Z");
    expect(big.got("Person 7", "idea-form")).toHaveLength(1);
  });

  test("somebody else leads: the adder confirms with one press", async () => {
    expectSay(await world.presses("Omar Haddad", { verb: "claim-lead", team: teamId }, "channel"), "lead-asked");
    expect(world.got("Sara Lind", "lead-claim")[0]).toMatchObject({ name: "Omar Haddad" });
    await world.presses("Sara Lind", { verb: "confirm-lead", team: teamId, person: personId("Omar Haddad") });
    expectSay(await world.writes("Omar Haddad", "settings"), "settings");
  });

  test("taken away, nothing is sent; added again, its history is there", async () => {
    await world.writes("Omar Haddad", "idea The printer is slow");
    await world.receive({ happened: "removed-from-team", place: world.inChannel });
    await world.moveTo(thursday);
    expect(world.got("Omar Haddad", "idea-form")).toHaveLength(0);
    await world.added("Pia Holm");
    expect(world.inTeam("welcome-team")).toHaveLength(2);
    expect(expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas").ideas).toHaveLength(1);
  });
});

describe("the clock asks", () => {
  test("each member once, guests and those who left never, and a newcomer in the round after they came", async () => {
    world.join("Gus Guest", true);
    await world.moveTo(thursday);
    expect(world.got("Omar Haddad", "idea-form")).toHaveLength(1);
    expect(world.got("Omar Haddad", "idea-form")[0]).toMatchObject({ why: "prompt", round: "2026-W48", first: { addedBy: "Sara Lind" } });
    expect(world.got("Gus Guest", "idea-form")).toHaveLength(0);
    world.join("Nina Ny");
    world.roster.splice(
      world.roster.findIndex(({ name }) => name === "Pia Holm"),
      1,
    );
    await world.moveTo("2026-12-03T12:00:00Z");
    expect(world.got("Nina Ny", "idea-form").filter(({ why }) => why === "prompt")).toHaveLength(1);
    expect(world.got("Pia Holm", "idea-form").filter(({ why }) => why === "prompt")).toHaveLength(1);
    expect(world.got("Omar Haddad", "idea-form").at(-1)?.first).toBeUndefined();
  });

  test("a job that runs twice asks once", async () => {
    await world.moveTo(thursday);
    for (const person of ["Sara Lind", "Omar Haddad"])
      await world.put({ job: "ask-member", team: teamId, round: "2026-W48", person: personId(person) });
    await world.put({ job: "start-round", team: teamId, at: Date.parse(thursday) });
    await world.settle();
    expect(world.got("Omar Haddad", "idea-form")).toHaveLength(1);
  });

  test("the reminder goes to those who have not answered, once", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    await world.presses("Pia Holm", { verb: "answer-nothing", team: teamId, round: "2026-W48" });
    await world.moveTo(reminder);
    const reminded = (name: string) => world.got(name, "idea-form").filter(({ why }) => why === "reminder").length;
    expect(["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg"].map(reminded)).toEqual([1, 0, 0, 1]);
  });

  test("prompt now brings the round forward, the clock then skips it, and a second one asks only those not asked", async () => {
    expect(expectSay(await world.writes("Sara Lind", "prompt now"), "asking-now").digestAt).toBe(Date.parse("2026-11-24T12:00:00Z"));
    world.join("Nina Ny");
    expectSay(await world.writes("Sara Lind", "prompt now"), "asking-now");
    expect(["Omar Haddad", "Nina Ny"].map((name) => world.got(name, "idea-form").length)).toEqual([1, 1]);
    await world.moveTo("2026-11-26T13:00:00Z");
    expect(world.got("Omar Haddad", "idea-form")).toHaveLength(1);
    await world.moveTo("2026-12-03T12:00:00Z");
    expect(world.got("Omar Haddad", "idea-form").filter(({ why }) => why === "prompt")).toHaveLength(2);
  });

  test("only a lead may ask the team now", async () => {
    expect(await world.writes("Omar Haddad", "prompt now")).toMatchObject({ say: "refusal", why: "not-a-lead" });
  });

  test("who pauses is not asked, until the date they gave", async () => {
    expectSay(await world.writes("Omar Haddad", "pause 2 weeks"), "paused");
    expectSay(await world.writes("Pia Holm", "pause"), "paused");
    await world.moveTo(thursday);
    expect(world.got("Omar Haddad", "idea-form")).toHaveLength(0);
    await world.moveTo("2026-12-10T12:00:00Z");
    expect(world.got("Omar Haddad", "idea-form").length).toBeGreaterThan(0);
    expect(world.got("Pia Holm", "idea-form")).toHaveLength(0);
    expectSay(await world.writes("Pia Holm", "resume"), "resumed");
    await world.moveTo("2026-12-17T12:00:00Z");
    expect(world.got("Pia Holm", "idea-form").length).toBeGreaterThan(0);
    expect(untilResumed).toBeGreaterThan(monday);
  });

  test("ask me tomorrow asks at eight on the next working day", async () => {
    await world.moveTo(thursday);
    expect(expectSay(await world.presses("Omar Haddad", { verb: "ask-later", team: teamId, round: "2026-W48" }), "later-noted").at).toBe(
      Date.parse("2026-11-27T07:00:00Z"),
    );
    await world.moveTo("2026-11-27T07:00:00Z");
    expect(world.got("Omar Haddad", "idea-form").map(({ why }) => why)).toEqual(["prompt", "again"]);
  });

  test("each person is asked in the language they chose, the others in the one their Teams uses or their team's", async () => {
    expect(await world.writes("Pia Holm", "language svenska")).toEqual({ say: "language-set", language: "sv" });
    await world.writes("Omar Haddad", "help");
    await world.moveTo(thursday);
    const asked = (name: string) => world.posted.find((one) => one.to === `chat:29:${name}` && one.message.say === "idea-form")?.language;
    expect(["Pia Holm", "Omar Haddad", "Jonas Berg"].map(asked)).toEqual(["sv", "en", "en"]);
    expectSay(await world.writes("Pia Holm", "mina idéer"), "my-ideas");
  });

  test("who has blocked Gnist costs one try and is asked again after they write", async () => {
    world.trouble.set("chat:29:Omar Haddad", { outcome: "refused", why: "blocked", detail: "403" });
    await world.moveTo(thursday);
    await world.moveTo("2026-12-03T12:00:00Z");
    world.trouble.clear();
    await world.writes("Omar Haddad", "help");
    await world.moveTo("2026-12-10T12:00:00Z");
    expect(world.got("Omar Haddad", "idea-form").filter(({ why }) => why === "prompt")).toHaveLength(1);
  });

  test("a doubtful question is never sent again", async () => {
    world.trouble.set("chat:29:Omar Haddad", { outcome: "doubtful", detail: "502" });
    await world.moveTo(thursday);
    world.trouble.clear();
    await world.put({ job: "ask-member", team: teamId, round: "2026-W48", person: personId("Omar Haddad") });
    await world.settle();
    expect(world.got("Omar Haddad", "idea-form")).toHaveLength(0);
  });
});

describe("answering", () => {
  test("a second Send from the same card returns the first receipt and offers the new text", async () => {
    await world.moveTo(thursday);
    expect(expectSay(await send("Omar Haddad", "The printer is slow"), "receipt").offered).toBeUndefined();
    expect(expectSay(await send("Omar Haddad", "The printer is slow"), "receipt").offered).toBeUndefined();
    const second = expectSay(await send("Omar Haddad", "Nobody orders gloves"), "receipt");
    expect(second.written.friction).toBe("The printer is slow");
    expect(second.offered?.friction).toBe("Nobody orders gloves");
    expect(expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas").ideas).toHaveLength(1);
  });

  test("an empty or too long text comes back with what was typed", async () => {
    await world.moveTo(thursday);
    expect(expectSay(await send("Omar Haddad", "   "), "idea-form").problem).toBe("empty");
    const long = expectSay(await send("Omar Haddad", "x".repeat(2_001)), "idea-form");
    expect([long.problem, long.written?.friction?.length]).toEqual(["too-long", 2_001]);
    expectSay(await send("Omar Haddad", "x".repeat(2_000)), "receipt");
  });

  test("somebody from outside the team cannot answer, and a forged form is refused in a sentence", async () => {
    await world.moveTo(thursday);
    const form = world.got("Omar Haddad", "idea-form")[0];
    const stranger = await world.presses("Eve Evil", {
      verb: "submit-idea",
      team: teamId,
      nonce: form?.nonce,
      round: "2026-W48",
      friction: "Mine",
    });
    expect(stranger).toMatchObject({ say: "refusal", why: "not-in-team" });
    expect(await world.presses("Omar Haddad", { verb: "submit-idea", team: "no such team" })).toMatchObject({
      say: "refusal",
      why: "stale-form",
    });
    expect(await world.presses("Omar Haddad", { verb: "launch-missiles" })).toMatchObject({ say: "refusal", why: "stale-form" });
  });

  test("another's idea can be neither edited nor withdrawn", async () => {
    const idea = expectSay(await world.writes("Omar Haddad", "idea The printer is slow"), "receipt").idea;
    for (const verb of ["edit-idea", "withdraw-idea"])
      expect(await world.presses("Pia Holm", { verb, team: teamId, idea })).toMatchObject({ why: "not-your-idea" });
  });

  test("what is withdrawn is gone from the store, and Undo brings it back", async () => {
    const receipt = expectSay(await world.writes("Omar Haddad", "idea The printer is slow"), "receipt");
    const withdrawn = expectSay(
      await world.presses("Omar Haddad", { verb: "withdraw-idea", team: teamId, idea: receipt.idea }),
      "withdrawn",
    );
    const rows = await world.ports.rows.list(`team|${teamId}`, { from: "idea", to: "idea~" });
    expect(JSON.stringify(rows)).not.toContain("printer");
    expectSay(
      await world.presses("Omar Haddad", { verb: "restore-idea", team: teamId, idea: receipt.idea, written: withdrawn.written }),
      "receipt",
    );
    expect(expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas").ideas[0]?.idea.title).toBe("The printer is slow");
  });

  test("two words or more that are no command are offered back as an idea; one word is not understood", async () => {
    const offer = expectSay(await world.writes("Omar Haddad", "the printer is slow again"), "idea-form");
    expect([offer.why, offer.written?.friction]).toEqual(["offer", "the printer is slow again"]);
    expect(await world.writes("Omar Haddad", "xyzzy")).toMatchObject({ say: "refusal", why: "unknown-command" });
  });

  test("the same typed message delivered twice saves one idea", async () => {
    await world.writes("Omar Haddad", "idea The printer is slow");
    const again = world.now();
    for (const sentAt of ["t1", "t1"]) {
      await world.receive({
        happened: "wrote",
        who: { person: personId("Omar Haddad"), teamsId: "29:Omar Haddad", entraId: "entra-Omar Haddad", name: "Omar Haddad" },
        place: { kind: "chat", address: { tenantId: "t", serviceUrl: "s", conversationId: "chat:29:Omar Haddad" } },
        text: "idea Twice told",
        sentAt,
      });
    }
    expect(again).toBeGreaterThan(0);
    const { ideas } = expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas");
    expect(ideas.map(({ idea }) => idea.title).sort()).toEqual(["The printer is slow", "Twice told"]);
  });
});

describe("the digest", () => {
  const askedAndAnswered = async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    await send("Pia Holm", "Nobody orders gloves", { kind: "routines", showName: "true" });
    await send("Jonas Berg", "Too many forms");
  };

  test("the lead gets a draft, holds one back with a reason, and its author alone hears why", async () => {
    await askedAndAnswered();
    await world.moveTo(draft);
    const card = world.got("Sara Lind", "draft")[0];
    expect(card?.digest.freshCount).toBe(3);
    const forms = card?.digest.top.find(({ title }) => title === "Too many forms");
    expect(await world.presses("Omar Haddad", { verb: "hold-form", team: teamId })).toMatchObject({ why: "not-a-lead" });
    expectSay(await world.presses("Sara Lind", { verb: "hold-idea", team: teamId, idea: forms?.id, reason: "" }), "hold-form");
    const after = expectSay(
      await world.presses("Sara Lind", { verb: "hold-idea", team: teamId, idea: forms?.id, reason: "We change them in January" }),
      "draft",
    );
    expect([after.digest.freshCount, after.held.length]).toEqual([2, 1]);
    expect(world.got("Jonas Berg", "author-news")).toMatchObject([{ news: "held", reason: "We change them in January" }]);
    await world.moveTo(digest);
    expect(world.inTeam("digest")[0]?.digest.freshCount).toBe(2);
  });

  test("it posts itself at its time, once, with numbers and without names, but for who chose to show theirs", async () => {
    await askedAndAnswered();
    await world.moveTo(digest);
    await world.put({ job: "post-digest", team: teamId, round: "2026-W48", at: Date.parse(digest) });
    await world.settle();
    expect(world.inTeam("digest")).toHaveLength(1);
    const view = world.inTeam("digest")[0]?.digest;
    expect(view?.turnout).toEqual({ asked: 4, answered: 3 });
    expect(view?.top.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
    expect(view?.top.flatMap(({ authorName }) => authorName ?? [])).toEqual(["Pia Holm"]);
    expect(JSON.stringify(view)).not.toContain("Omar");
  });

  test("post now posts at once, and the clock then posts no second one", async () => {
    await askedAndAnswered();
    await world.moveTo(draft);
    const card = world.got("Sara Lind", "draft")[0];
    for (const _ of [1, 2]) await world.presses("Sara Lind", { verb: "post-now", team: teamId, nonce: card?.nonce });
    await world.moveTo(digest);
    expect(world.inTeam("digest")).toHaveLength(1);
  });

  test("when there is nothing to say the lead is told once, and no digest is posted", async () => {
    for (const week of [thursday, "2026-12-03T12:00:00Z", "2026-12-10T12:00:00Z", "2026-12-17T12:00:00Z"])
      await world.moveTo(Date.parse(week));
    await world.moveTo("2026-12-23T12:00:00Z");
    expect(world.inTeam("digest")).toHaveLength(0);
    expect(world.got("Sara Lind", "nothing-to-post")).toHaveLength(1);
  });

  test("an edit and a withdrawal after the digest change the post, and an old question still counts in the next digest", async () => {
    await askedAndAnswered();
    await world.moveTo(digest);
    const mine = expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas").ideas[0]?.idea;
    await world.presses("Omar Haddad", { verb: "save-idea", team: teamId, idea: mine?.id, friction: "The label printer is slow" });
    expect(JSON.stringify(world.inTeam("digest"))).toContain("The label printer is slow");
    await world.presses("Omar Haddad", { verb: "withdraw-idea", team: teamId, idea: mine?.id });
    expect(JSON.stringify(world.inTeam("digest"))).not.toContain("printer");
    await world.moveTo(Date.parse(digest) + hour);
    expectSay(await send("Sara Lind", "An answer that came late"), "receipt");
    await world.moveTo("2026-12-03T12:00:00Z");
    await world.moveTo("2026-12-08T12:00:00Z");
    expect(
      world
        .inTeam("digest")
        .at(-1)
        ?.digest.top.map(({ title }) => title),
    ).toEqual(["An answer that came late"]);
  });

  test("a digest that Teams refuses is told to the lead, and posted in another channel when asked", async () => {
    await askedAndAnswered();
    world.trouble.set(generalChannel, { outcome: "refused", why: "gone", detail: "404" });
    await world.moveTo(digest);
    expect(world.got("Sara Lind", "digest-trouble")).toHaveLength(1);
    world.trouble.clear();
    expectSay(await world.writes("Sara Lind", "digest now"), "posting");
    expect(world.inTeam("digest")).toHaveLength(1);
  });

  test("me too counts each person once, and everybody sees it", async () => {
    await askedAndAnswered();
    await world.moveTo(digest);
    const one = world.inTeam("digest")[0]?.digest;
    const forms = one?.top.find(({ title }) => title === "Too many forms");
    for (const name of ["Omar Haddad", "Omar Haddad", "Jonas Berg"])
      await world.presses(name, { verb: "add-voice", team: teamId, idea: forms?.id, digest: one?.id }, "channel");
    expect(world.inTeam("digest")[0]?.digest.top.find(({ id }) => id === forms?.id)?.voices).toBe(2);
    expect(await world.presses("Eve Evil", { verb: "add-voice", team: teamId, idea: forms?.id }, "channel")).toMatchObject({
      why: "not-in-team",
    });
  });
});

describe("owning", () => {
  const posted = async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    await world.moveTo(digest);
    return world.inTeam("digest")[0]?.digest.top[0];
  };

  test("until somebody accepts the team reads that somebody was asked, and no name; then the author hears who owns it", async () => {
    const idea = await posted();
    // As Teams' people picker sends it, by the Entra id.
    const found = { verb: "assign-owner", team: teamId, idea: idea?.id, person: "entra-Jonas Berg", due: "2026-12-18" };
    expectSay(await world.presses("Pia Holm", found), "owner-asked");
    expectSay(await world.writes("Pia Holm", "assign #1 jonas"), "owner-asked");
    expect(world.inTeam("digest")[0]?.digest.top[0]).toMatchObject({ ownerAsked: true });
    expect(JSON.stringify(world.inTeam("digest"))).not.toContain("Jonas");
    expect(world.got("Jonas Berg", "owner-request").length).toBeGreaterThan(0);
    expect(
      await world.presses("Sara Lind", { verb: "accept-idea", team: teamId, idea: idea?.id, due: "2026-12-18", test: "" }),
    ).toMatchObject({ why: "not-the-owner" });
    const owned = expectSay(
      await world.presses("Jonas Berg", {
        verb: "accept-idea",
        team: teamId,
        idea: idea?.id,
        due: "2026-12-18",
        test: "One room, one week",
      }),
      "owned",
    );
    expect(owned.idea.owner).toEqual({ name: "Jonas Berg", due: "2026-12-18", test: "One room, one week" });
    expect(world.inTeam("digest")[0]?.digest.top[0]?.owner?.name).toBe("Jonas Berg");
    expect(world.got("Omar Haddad", "author-news")).toMatchObject([{ news: "owned", mine: true }]);
  });

  test("a no needs a reason, which the lead alone sees; the author hears that it stays open", async () => {
    const idea = await posted();
    await world.writes("Sara Lind", "assign #1 Jonas Berg");
    expect(
      expectSay(await world.presses("Jonas Berg", { verb: "decline-idea", team: teamId, idea: idea?.id, reason: " " }), "owner-request")
        .problem,
    ).toBe("reason-needed");
    expectSay(
      await world.presses("Jonas Berg", { verb: "decline-idea", team: teamId, idea: idea?.id, reason: "I am on leave" }),
      "declined",
    );
    expect(world.got("Sara Lind", "owner-refused")).toMatchObject([{ name: "Jonas Berg", reason: "I am on leave" }]);
    expect(JSON.stringify(world.got("Omar Haddad", "author-news"))).not.toMatch(/Jonas|leave/);
    expect(world.got("Omar Haddad", "author-news")[0]?.news).toBe("declined");
    expect(world.inTeam("digest")[0]?.digest.top[0]).toMatchObject({ ownerAsked: false });
  });

  test("I'll take it takes at once, the chat asks for date and test, and nobody can take it after", async () => {
    const idea = await posted();
    const post = expectSay(
      await world.presses("Jonas Berg", { verb: "take-idea", team: teamId, idea: idea?.id, digest: "2026-W48" }, "channel"),
      "digest",
    );
    expect(post.digest.top[0]?.owner?.due).toBe("2026-12-15");
    expect(world.got("Jonas Berg", "owner-plan")).toHaveLength(1);
    expect(await world.presses("Pia Holm", { verb: "take-idea", team: teamId, idea: idea?.id }, "channel")).toMatchObject({
      why: "already-owned",
      about: "Jonas Berg",
    });
  });

  test("done tells the author, and the next digest shows what came of it", async () => {
    await posted();
    await world.writes("Jonas Berg", "take #1");
    expect(await world.writes("Pia Holm", "done #1 fixed")).toMatchObject({ why: "not-the-owner" });
    expectSay(await world.writes("Jonas Berg", "done #1"), "finish-form");
    expectSay(await world.writes("Jonas Berg", "done #1 a new printer came"), "finished");
    expect(world.got("Omar Haddad", "author-news").map(({ news }) => news)).toEqual(["owned", "done"]);
    await world.moveTo("2026-12-08T12:00:00Z");
    expect(world.inTeam("digest").at(-1)?.digest.finished).toMatchObject([{ number: 1, result: "a new printer came" }]);
  });

  test("a number that nobody has, and a name that fits two, are answered in a sentence", async () => {
    await posted();
    expect(await world.writes("Pia Holm", "take #99")).toMatchObject({ why: "no-such-idea", about: "#99" });
    world.join("Jonas Lund");
    await world.put({ job: "read-team", team: teamId });
    await world.settle();
    expect(await world.writes("Pia Holm", "assign #1 Jonas")).toMatchObject({ why: "several-members" });
    expectSay(await world.writes("Pia Holm", "#1"), "idea-story");
  });
});

describe("settings", () => {
  test("a changed time moves what is due, also for the round that is open", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    const shown = expectSay(await world.writes("Sara Lind", "settings"), "settings");
    const saved = expectSay(
      await world.presses("Sara Lind", {
        verb: "save-settings",
        team: teamId,
        ...shown.written,
        promptWeekday: "3",
        promptTime: "09:00",
        digestWeekday: "1",
        digestTime: "15:00",
        everyWeeks: "1",
        reminderWeekday: "0",
        draftHours: "0",
        daysToDue: "7",
        leads: shown.written.leads.join(","),
        notAsked: personId("Pia Holm"),
      }),
      "settings",
    );
    expect([saved.saved, saved.nextPromptAt, saved.nextDigestAt]).toEqual([
      true,
      Date.parse("2026-12-02T08:00:00Z"),
      Date.parse("2026-11-30T14:00:00Z"),
    ]);
    await world.moveTo("2026-11-30T14:00:00Z");
    expect(world.inTeam("digest")).toHaveLength(1);
    await world.moveTo("2026-12-02T08:00:00Z");
    expect(world.got("Omar Haddad", "idea-form").at(-1)?.round).toBe("2026-W49");
    expect(world.got("Pia Holm", "idea-form").some(({ round }) => round === "2026-W49")).toBe(false);
    await world.moveTo("2026-12-03T13:00:00Z");
    expect(world.got("Omar Haddad", "idea-form").filter(({ round }) => round === "2026-W49")).toHaveLength(1);
  });

  test("a member who is no lead cannot open them, and a lead gets the question as a test", async () => {
    expect(await world.presses("Omar Haddad", { verb: "show-settings", team: teamId }, "channel")).toMatchObject({ why: "not-a-lead" });
    expectSay(await world.presses("Sara Lind", { verb: "send-test", team: teamId }), "settings");
    expect(world.got("Sara Lind", "idea-form").map(({ why }) => why)).toEqual(["test"]);
  });
});

describe("what a fresh reader asked", () => {
  test("withdrawing and taking it back leaves an idea where it stood, and its story names no author", async () => {
    await world.moveTo(thursday);
    const receipt = expectSay(await send("Omar Haddad", "The printer is slow"), "receipt");
    const withdrawn = expectSay(
      await world.presses("Omar Haddad", { verb: "withdraw-idea", team: teamId, idea: receipt.idea }),
      "withdrawn",
    );
    await world.presses("Omar Haddad", { verb: "restore-idea", team: teamId, idea: receipt.idea, written: withdrawn.written });
    await world.moveTo(digest);
    expect(JSON.stringify(await world.writes("Pia Holm", "#1"))).not.toContain("Omar");
    await world.writes("Omar Haddad", "idea Too many forms");
    const forms = expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas").ideas.find(
      ({ idea }) => idea.title === "Too many forms",
    )?.idea.id;
    await world.presses("Sara Lind", { verb: "hold-idea", team: teamId, idea: forms, reason: "Later" });
    const again = expectSay(await world.presses("Omar Haddad", { verb: "withdraw-idea", team: teamId, idea: forms }), "withdrawn");
    await world.presses("Omar Haddad", { verb: "restore-idea", team: teamId, idea: forms, written: again.written });
    const held = expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas").ideas.find(({ idea }) => idea.id === forms);
    expect(held?.idea.stage).toBe("held");
  });

  test("what is withdrawn goes from every post that shows it", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    await world.moveTo(digest);
    for (const [ask, post] of [
      ["2026-12-03T12:00:00Z", "2026-12-08T12:00:00Z"],
      ["2026-12-10T12:00:00Z", "2026-12-15T12:00:00Z"],
    ] as const) {
      await world.moveTo(ask);
      await send("Pia Holm", `News of ${ask}`);
      await world.moveTo(post);
    }
    expect(world.inTeam("digest")).toHaveLength(3);
    const mine = expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas").ideas[0]?.idea.id;
    await world.presses("Omar Haddad", { verb: "withdraw-idea", team: teamId, idea: mine });
    expect(JSON.stringify(world.inTeam("digest"))).not.toContain("printer");
  });

  test("a round that was asked shortly before a digest keeps its own digest", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    await world.moveTo("2026-12-01T09:30:00Z");
    expect(expectSay(await world.writes("Sara Lind", "prompt now"), "asking-now").digestAt).toBe(Date.parse("2026-12-08T12:00:00Z"));
    await world.moveTo(digest);
    expect(world.inTeam("digest")).toHaveLength(1);
    expectSay(await send("Pia Holm", "Nobody orders gloves"), "receipt");
    await world.moveTo("2026-12-08T12:00:00Z");
    expect(world.inTeam("digest").at(-1)?.digest).toMatchObject({ week: "2026-W49", turnout: { asked: 4, answered: 1 } });
  });

  test("an instance whose clock is five minutes behind posts what another has found due", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    await world.moveTo(Date.parse(digest) - 5 * 60_000);
    await world.put({ job: "post-digest", team: teamId, round: "2026-W48", at: Date.parse(digest) });
    await world.settle();
    expect(world.inTeam("digest")).toHaveLength(1);
  });

  test("a lead who left may do nothing more, and the first who says so leads", async () => {
    world.roster.splice(
      world.roster.findIndex(({ name }) => name === "Sara Lind"),
      1,
    );
    await world.moveTo(thursday);
    expect(await world.presses("Sara Lind", { verb: "show-draft", team: teamId })).toMatchObject({ why: "not-in-team" });
    expect(await world.presses("Omar Haddad", { verb: "claim-lead", team: teamId }, "channel")).toMatchObject({
      say: "lead-now",
      already: false,
    });
  });

  test("settings that change while a round is being asked do not stop the clock", async () => {
    const shown = expectSay(await world.writes("Sara Lind", "settings"), "settings").written;
    const later = { verb: "save-settings", team: teamId, ...shown, leads: shown.leads.join(","), notAsked: "", promptTime: "15:00" };
    const { channel } = world.ports;
    const { roster } = channel;
    let saved = false;
    Object.assign(channel, {
      roster: async (...given: Parameters<typeof roster>) => {
        if (!saved) {
          saved = true;
          await world.press("Sara Lind", later);
        }
        return roster(...given);
      },
    });
    await world.moveTo(thursday);
    await world.moveTo("2026-12-03T14:00:00Z");
    expect(world.got("Omar Haddad", "idea-form").filter(({ why }) => why === "prompt").length).toBe(2);
  });

  test("an owner who presses I'll take it again keeps the date that was agreed", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    await world.moveTo(digest);
    const idea = world.inTeam("digest")[0]?.digest.top[0]?.id;
    await world.writes("Jonas Berg", "take #1");
    await world.presses("Jonas Berg", { verb: "plan-idea", team: teamId, idea, due: "2027-03-01", test: "" });
    await world.writes("Jonas Berg", "take #1");
    expect(expectSay(await world.writes("Jonas Berg", "my actions"), "my-actions").actions[0]?.idea.owner?.due).toBe("2027-03-01");
    expect(world.got("Jonas Berg", "owner-plan")).toHaveLength(1);
  });

  test("a digest that may not have arrived is posted again when a lead says so", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    world.trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
    await world.moveTo(digest);
    expect(world.got("Sara Lind", "digest-trouble")).toMatchObject([{ doubtful: true }]);
    world.trouble.clear();
    await world.writes("Sara Lind", "digest now");
    expect(world.inTeam("digest")).toHaveLength(1);
  });
});
