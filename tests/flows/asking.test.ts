import { beforeEach, describe, expect, test } from "vitest";
import { expectSay, personId, startWorld, teamId, tenantId } from "./world.ts";

const thursday = "2026-11-26T12:00:00Z";
const reminder = "2026-11-30T09:00:00Z";

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
    secret: form.secret,
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
    for (let times = 0; times < 2; times++) await world.put({ job: "ask-members", team: teamId, round: "2026-W48" });
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

  test("a reminder that is so late that the digest is due too is not sent", async () => {
    await world.moveTo(thursday);
    await world.moveTo("2026-12-01T13:00:00Z");
    expect(world.got("Jonas Berg", "idea-form").map(({ why }) => why)).toEqual(["prompt"]);
  });

  test("whose question came late is not reminded of it minutes after", async () => {
    const until = Date.parse("2026-11-30T08:57:00Z");
    world.trouble.set("a:Omar Haddad", {
      outcome: "later",
      cause: "throttled",
      told: true,
      afterMs: until - Date.parse(thursday),
      detail: "429",
    });
    await world.moveTo(thursday);
    world.trouble.clear();
    await world.moveTo("2026-11-30T08:58:00Z");
    expect(world.got("Omar Haddad", "idea-form").map(({ why }) => why)).toEqual(["prompt"]);
    await world.moveTo(reminder);
    expect(world.got("Jonas Berg", "idea-form").map(({ why }) => why)).toEqual(["prompt", "reminder"]);
    expect(world.got("Omar Haddad", "idea-form").map(({ why }) => why)).toEqual(["prompt"]);
  });

  test("a second prompt now asks those too who had paused at the first and have resumed", async () => {
    await world.writes("Omar Haddad", "help");
    world.trouble.set("a:Omar Haddad", { outcome: "later", cause: "again", afterMs: 60_000, detail: "412" });
    await world.writes("Sara Lind", "prompt now");
    await world.writes("Omar Haddad", "pause");
    world.trouble.clear();
    await world.moveTo(world.now() + 120_000);
    expect(world.got("Omar Haddad", "idea-form")).toHaveLength(0);
    await world.writes("Omar Haddad", "resume");
    await world.writes("Sara Lind", "prompt now");
    expect(world.got("Omar Haddad", "idea-form")).toHaveLength(1);
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
    const asked = (name: string) => world.posted.find((one) => one.to === `a:${name}` && one.message.say === "idea-form")?.language;
    expect(["Pia Holm", "Omar Haddad", "Jonas Berg"].map(asked)).toEqual(["sv", "en", "en"]);
    expectSay(await world.writes("Pia Holm", "mina idéer"), "my-ideas");
  });

  test("who has blocked Gnist costs one try and is asked again after they write", async () => {
    world.trouble.set("a:Omar Haddad", { outcome: "refused", why: "blocked", detail: "403" });
    await world.moveTo(thursday);
    await world.moveTo("2026-12-03T12:00:00Z");
    world.trouble.clear();
    await world.writes("Omar Haddad", "help");
    await world.moveTo("2026-12-10T12:00:00Z");
    expect(world.got("Omar Haddad", "idea-form").filter(({ why }) => why === "prompt")).toHaveLength(1);
  });

  test("a doubtful question is never sent again", async () => {
    world.trouble.set("a:Omar Haddad", { outcome: "doubtful", detail: "502" });
    await world.moveTo(thursday);
    world.trouble.clear();
    await world.put({ job: "ask-members", team: teamId, round: "2026-W48" });
    await world.settle();
    expect(world.got("Omar Haddad", "idea-form")).toHaveLength(0);
  });

  describe("a doubtful question", () => {
    const withoutReminders = async () => {
      const { written } = expectSay(await world.writes("Sara Lind", "settings"), "settings");
      const form = { ...written, leads: written.leads.join(","), notAsked: "", reminderWeekday: 0 };
      expectSay(await world.presses("Sara Lind", { verb: "save-settings", team: teamId, ...form }), "settings");
    };
    const reminders = (name: string) => world.got(name, "idea-form").filter(({ why }) => why === "reminder").length;
    beforeEach(async () => {
      await withoutReminders();
      world.trouble.set("a:Omar Haddad", { outcome: "doubtful", detail: "502" });
      await world.moveTo(thursday);
      world.trouble.clear();
    });

    test("is followed by the reminder four working hours later, also where reminders are off, and by that alone", async () => {
      await world.moveTo("2026-11-26T15:59:00Z");
      expect(reminders("Omar Haddad")).toBe(0);
      // Thursday 13:00 to 17:00 in Stockholm.
      await world.moveTo("2026-11-26T16:00:30Z");
      expect([reminders("Omar Haddad"), reminders("Jonas Berg")]).toEqual([1, 0]);
      await world.moveTo("2026-12-01T07:00:00Z");
      expect(reminders("Omar Haddad")).toBe(1);
    });

    test("that was wanted for tomorrow is settled likewise", async () => {
      await world.presses("Pia Holm", { verb: "ask-later", team: teamId, round: "2026-W48" });
      world.trouble.set("a:Pia Holm", { outcome: "doubtful", detail: "502" });
      await world.moveTo("2026-11-27T07:00:30Z");
      world.trouble.clear();
      await world.moveTo("2026-11-27T10:59:00Z");
      expect(reminders("Pia Holm")).toBe(0);
      await world.moveTo("2026-11-27T11:01:00Z");
      expect(reminders("Pia Holm")).toBe(1);
    });

    test("that was answered had arrived: nothing more is sent", async () => {
      await world.presses("Omar Haddad", { verb: "answer-nothing", team: teamId, round: "2026-W48" });
      await world.moveTo("2026-12-01T07:00:00Z");
      expect(reminders("Omar Haddad")).toBe(0);
    });
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

  test("what Teams says of a message is kept though it breaks in the middle of an emoji, and the round goes on", async () => {
    world.trouble.set("a:Omar Haddad", { outcome: "doubtful", detail: `${"x".repeat(199)}😀 \ud83d` });
    await world.moveTo(thursday);
    expect(await world.ports.jobs.poisoned()).toEqual([]);
    expect(world.got("Pia Holm", "idea-form")).toHaveLength(1);
  });

  test("an empty or too long text comes back with what was typed", async () => {
    await world.moveTo(thursday);
    expect(expectSay(await send("Omar Haddad", "   "), "idea-form").problem).toBe("empty");
    const long = expectSay(await send("Omar Haddad", "x".repeat(2_001)), "idea-form");
    expect([long.problem, long.written?.friction?.length]).toEqual(["too-long", 2_001]);
    expectSay(await send("Omar Haddad", "x".repeat(2_000)), "receipt");
  });

  test("a text that is too long is told how long it may be, wherever it comes from", async () => {
    await world.moveTo(thursday);
    expect(await send("Omar Haddad", "x".repeat(20_001))).toEqual({ say: "refusal", why: "too-long", about: "2000" });
    expect(expectSay(await world.writes("Omar Haddad", `idea ${"x".repeat(2_001)}`), "idea-form").problem).toBe("too-long");
    expect(expectSay(await world.writes("Omar Haddad", "many words ".repeat(200).trim()), "idea-form").problem).toBe("too-long");
    expect(expectSay(await world.writes("Omar Haddad", "many words"), "idea-form").problem).toBeUndefined();
    const { idea } = expectSay(await send("Omar Haddad", "The printer is slow"), "receipt");
    const hold = { verb: "hold-idea", team: teamId, idea };
    expect(await world.presses("Sara Lind", { ...hold, reason: "x".repeat(501) })).toEqual({
      say: "refusal",
      why: "too-long",
      about: "500",
    });
    expect(await world.writes("Sara Lind", `done #1 ${"x".repeat(501)}`)).toEqual({ say: "refusal", why: "too-long", about: "500" });
    expectSay(await world.presses("Sara Lind", { ...hold, reason: "😀".repeat(500) }), "draft");
  });

  test("2,000 characters are counted as people see them", async () => {
    await world.moveTo(thursday);
    expect(expectSay(await send("Omar Haddad", "😀".repeat(2_001)), "idea-form").problem).toBe("too-long");
    const { written } = expectSay(await send("Omar Haddad", `${"x".repeat(118)}👍🏽👍🏽👍🏽${"e\u0301".repeat(1_800)}`), "receipt");
    expect(written.friction).toBe(`${"x".repeat(118)}👍🏽👍🏽👍🏽${"é".repeat(1_800)}`);
    const [mine] = expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas").ideas;
    expect(mine?.idea.title).toBe(`${"x".repeat(118)}👍🏽…`);
  });

  test("a form that is sent is kept well-formed and on plain lines, and an invisible one is empty", async () => {
    await world.moveTo(thursday);
    expect(expectSay(await send("Omar Haddad", "\u200b\u2028 \u00ad"), "idea-form").problem).toBe("empty");
    const { written } = expectSay(await send("Omar Haddad", "first\vsecond\rthird\u2028fourth\u0085\ud83d"), "receipt");
    expect(written.friction).toBe("first\nsecond\nthird\nfourth\n\ufffd");
  });

  test("a card that is not Gnist's is not called too old", async () => {
    expect(await world.presses("Omar Haddad", { choice: 1 })).toEqual({ say: "refusal", why: "foreign-card" });
  });

  test("somebody from outside the team cannot answer, and a forged form is refused in a sentence", async () => {
    await world.moveTo(thursday);
    const form = world.got("Omar Haddad", "idea-form")[0];
    const stranger = await world.presses("Eve Evil", {
      verb: "submit-idea",
      team: teamId,
      secret: form?.secret,
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
    for (const activity of ["t1", "t1"]) {
      await world.receive({
        happened: "wrote",
        who: { person: personId("Omar Haddad"), teamsId: "29:Omar Haddad", entraId: "entra-Omar Haddad", name: "Omar Haddad" },
        place: { kind: "chat", address: { tenantId, serviceUrl: "s", conversationId: "a:Omar Haddad" } },
        text: "idea Twice told",
        activity,
      });
    }
    expect(again).toBeGreaterThan(0);
    const { ideas } = expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas");
    expect(ideas.map(({ idea }) => idea.title).sort()).toEqual(["The printer is slow", "Twice told"]);
  });
});
