import { beforeEach, describe, expect, test } from "vitest";
import { hour, minute, nextRound, roundAfter, second, thisRound, week } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
});

const forms = (person: Person) => person.got("idea-form");
const whys = (person: Person) => forms(person).map(({ why }) => why);
const prompts = (person: Person) => whys(person).filter((why) => why === "prompt").length;
const reminders = (person: Person) => whys(person).filter((why) => why === "reminder").length;
/** Friday, 08:00 in Stockholm. */
const nextMorning = thisRound.question + 19 * hour;

describe("the clock asks", () => {
  test("each member once, guests and those who left never, and a newcomer in the round after they came", async () => {
    world.join("Gus Guest", true);
    const [gus, nina] = [world.person("Gus Guest"), world.person("Nina Ny")];
    await world.moveTo(thisRound.question);
    expect(forms(omar)).toMatchObject([{ why: "prompt", round: thisRound.id, first: { addedBy: "Sara Lind" } }]);
    expect(forms(gus)).toHaveLength(0);
    world.join(nina.name);
    world.roster.splice(
      world.roster.findIndex(({ name }) => name === pia.name),
      1,
    );
    await world.moveTo(nextRound.question);
    expect([nina, pia].map(prompts)).toEqual([1, 1]);
    expect(forms(omar).at(-1)?.first).toBeUndefined();
  });

  test("a job that runs twice asks once", async () => {
    await world.moveTo(thisRound.question);
    for (let times = 0; times < 2; times++) await world.put({ job: "ask-members", team: teamId, round: thisRound.id });
    await world.put({ job: "start-round", team: teamId, at: thisRound.question });
    await world.settle();
    expect(forms(omar)).toHaveLength(1);
  });

  test("the reminder goes to those who have not answered, once", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await pia.presses("Nothing this week");
    await world.moveTo(thisRound.reminder);
    expect([sara, omar, pia, jonas].map(reminders)).toEqual([1, 0, 0, 1]);
  });

  test("a reminder that is so late that the digest is due too is not sent", async () => {
    await world.moveTo(thisRound.question);
    await world.moveTo(thisRound.digest + hour);
    expect(whys(jonas)).toEqual(["prompt"]);
  });

  test("whose question came late is not reminded of it minutes after", async () => {
    const until = thisRound.reminder - 3 * minute;
    const later = { outcome: "later", cause: "throttled", told: true, afterMs: until - thisRound.question, detail: "429" } as const;
    world.trouble.set(omar.chatId, later);
    await world.moveTo(thisRound.question);
    world.trouble.clear();
    await world.moveTo(until + minute);
    expect(whys(omar)).toEqual(["prompt"]);
    await world.moveTo(thisRound.reminder);
    expect([whys(jonas), whys(omar)]).toEqual([["prompt", "reminder"], ["prompt"]]);
  });

  test("a second prompt now asks those too who had paused at the first and have resumed", async () => {
    await omar.writes("help");
    world.trouble.set(omar.chatId, { outcome: "later", cause: "again", afterMs: minute, detail: "412" });
    await sara.writes("prompt now");
    await omar.writes("pause");
    world.trouble.clear();
    await world.moveTo(world.now() + 2 * minute);
    expect(forms(omar)).toHaveLength(0);
    await omar.presses("Undo");
    await sara.writes("prompt now");
    expect(forms(omar)).toHaveLength(1);
  });

  test("prompt now brings the round forward, the clock then skips it, and a second one asks only those not asked", async () => {
    expect(expectSay(await sara.writes("prompt now"), "asking-now").digestAt).toBe(thisRound.digest - week);
    const nina = world.person("Nina Ny");
    world.join(nina.name);
    expectSay(await sara.writes("prompt now"), "asking-now");
    expect([omar, nina].map((person) => forms(person).length)).toEqual([1, 1]);
    await world.moveTo(thisRound.question + hour);
    expect(forms(omar)).toHaveLength(1);
    await world.moveTo(nextRound.question);
    expect(prompts(omar)).toBe(2);
  });

  test("prompt now asks nobody on a day off, and says so", async () => {
    await sara.sets({ "Days off": "Norway" });
    await world.moveTo(Date.parse("2026-12-24T09:00+01:00"));
    const before = forms(omar).length;
    expect(await sara.writes("prompt now")).toMatchObject({ say: "refusal", why: "day-off" });
    await world.moveTo(Date.parse("2026-12-28T12:00+01:00"));
    expect(forms(omar).slice(before)).toEqual([]);
  });

  test("only a lead may ask the team now", async () => {
    expect(await omar.writes("prompt now")).toMatchObject({ say: "refusal", why: "not-a-lead" });
  });

  test("whose question Teams took only on a day off gets the next round's, and never two in a week", async () => {
    await sara.sets({ "First day": "2026-11-27" });
    world.trouble.set(omar.chatId, { outcome: "later", cause: "throttled", told: true, afterMs: 20 * hour, detail: "429" });
    await world.moveTo(thisRound.question);
    world.trouble.clear();
    await world.moveTo(thisRound.question + 20 * hour);
    await world.moveTo(nextRound.question - hour);
    expect(prompts(omar)).toBe(0);
    await world.moveTo(nextRound.question);
    expect([omar, pia].map(prompts)).toEqual([1, 2]);
  });

  test("nobody in a week in which Gnist was down until a day off, and tells no lead of a round of nobody", async () => {
    await sara.sets({ "First day": "2026-11-27" });
    await world.moveTo(thisRound.question - minute);
    await world.moveTo(thisRound.question + 20 * hour);
    expect(expectSay(await sara.writes("settings"), "settings").nextPromptAt).toBe(nextRound.question);
    await world.moveTo(thisRound.digest + minute);
    await world.moveTo(nextRound.question);
    expect([sara.got("nothing-to-post").length, ...[sara, omar, pia].map(prompts)]).toEqual([0, 1, 1, 1]);
  });

  test("who pauses is not asked, until the date they gave", async () => {
    expectSay(await omar.writes("pause"), "paused");
    expectSay(await omar.presses("2 weeks"), "paused");
    expectSay(await pia.writes("pause"), "paused");
    await world.moveTo(thisRound.question);
    expect(forms(omar)).toHaveLength(0);
    await world.moveTo(roundAfter(2).question);
    expect(forms(omar).length).toBeGreaterThan(0);
    expect(forms(pia)).toHaveLength(0);
    expectSay(await pia.writes("resume"), "resumed");
    await world.moveTo(roundAfter(3).question);
    expect(forms(pia).length).toBeGreaterThan(0);
  });

  test("ask me tomorrow asks at eight on the next working day", async () => {
    await world.moveTo(thisRound.question);
    expect(expectSay(await omar.presses("Ask me tomorrow"), "later-noted").at).toBe(nextMorning);
    await world.moveTo(nextMorning);
    expect(whys(omar)).toEqual(["prompt", "again"]);
  });

  test("each person is asked in the language they chose, the others in the one their Teams uses or their team's", async () => {
    expect(await pia.writes("language svenska")).toEqual({ say: "language-set", language: "sv" });
    await omar.writes("help");
    await world.moveTo(thisRound.question);
    const asked = ({ chatId }: Person) => world.posted.find((one) => one.to === chatId && one.message.say === "idea-form")?.language;
    expect([pia, omar, jonas].map(asked)).toEqual(["sv", "en", "en"]);
    expectSay(await pia.presses("Inget den här veckan"), "nothing-noted");
    expectSay(await pia.writes("mina idéer"), "my-ideas");
  });

  test("who has blocked Gnist costs one try and is asked again after they write", async () => {
    world.trouble.set(omar.chatId, { outcome: "refused", why: "blocked", detail: "403" });
    await world.moveTo(thisRound.question);
    await world.moveTo(nextRound.question);
    world.trouble.clear();
    await omar.writes("help");
    await world.moveTo(roundAfter(2).question);
    expect(prompts(omar)).toBe(1);
  });

  test("what Teams says of a message is kept though it breaks in the middle of an emoji, and the round goes on", async () => {
    world.trouble.set(omar.chatId, { outcome: "doubtful", detail: `${"x".repeat(199)}😀 \ud83d` });
    await world.moveTo(thisRound.question);
    expect(await world.ports.jobs.poisoned()).toEqual([]);
    expect(forms(pia)).toHaveLength(1);
  });
});

describe("a doubtful question", () => {
  const doubtful = { outcome: "doubtful", detail: "502" } as const;

  test("is never sent again", async () => {
    world.trouble.set(omar.chatId, doubtful);
    await world.moveTo(thisRound.question);
    world.trouble.clear();
    await world.put({ job: "ask-members", team: teamId, round: thisRound.id });
    await world.settle();
    expect(forms(omar)).toHaveLength(0);
  });

  describe("where reminders are off", () => {
    beforeEach(async () => {
      expectSay(await sara.sets({ "Reminder: day": "No reminder" }), "settings");
      world.trouble.set(omar.chatId, { ...doubtful, arrives: true });
      await world.moveTo(thisRound.question);
      world.trouble.clear();
    });

    test("is followed by the reminder four working hours later, and by that alone", async () => {
      await world.moveTo(thisRound.question + 4 * hour - minute);
      expect(reminders(omar)).toBe(0);
      // Thursday 13:00 to 17:00 in Stockholm.
      await world.moveTo(thisRound.question + 4 * hour + 30 * second);
      expect([omar, jonas].map(reminders)).toEqual([1, 0]);
      await world.moveTo(thisRound.draft - hour);
      expect(reminders(omar)).toBe(1);
    });

    test("that was wanted for tomorrow is settled likewise", async () => {
      await pia.presses("Ask me tomorrow");
      world.trouble.set(pia.chatId, doubtful);
      await world.moveTo(nextMorning + 30 * second);
      world.trouble.clear();
      await world.moveTo(nextMorning + 4 * hour - minute);
      expect(reminders(pia)).toBe(0);
      await world.moveTo(nextMorning + 4 * hour + minute);
      expect(reminders(pia)).toBe(1);
    });

    test("that was answered had arrived: nothing more is sent", async () => {
      await omar.presses("Nothing this week");
      await world.moveTo(thisRound.draft - hour);
      expect(reminders(omar)).toBe(0);
    });
  });
});
