import { beforeEach, describe, expect, test } from "vitest";
import { wordsOf } from "../../src/language/index.ts";
import type { Filled } from "../world/cards.ts";
import { day, hour, minute, nextRound, roundAfter, thisRound, week } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

const zone = "Europe/Stockholm";
const own = wordsOf("en").mySettings;

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
});

const chooses = async (person: Person, filled: Filled) => {
  await person.writes("my settings");
  if (own.workingDays in filled) await person.presses(own.workingDays);
  return expectSay(await person.presses("Save", filled), "my-settings");
};

const prompts = (person: Person) => person.got("idea-form").filter(({ why }) => why === "prompt");
const whys = (person: Person) => person.got("idea-form").map(({ why }) => why);

/** Moves to just before a moment, at which they have got `before` questions, and then past it. */
const asksAt = async (person: Person, at: number) => {
  const before = prompts(person).length;
  await world.moveTo(at - minute);
  expect(prompts(person)).toHaveLength(before);
  await world.moveTo(at + minute);
  expect(prompts(person)).toHaveLength(before + 1);
};

/** Friday of the first round at 08:00, and Wednesday after its digest at 13:00. */
const friday = thisRound.question + 19 * hour;
const wednesday = thisRound.digest + day;

describe("a person's own time", () => {
  test("is the next morning, the next day of theirs or their only working day, and the card says when it is", async () => {
    const told = await chooses(omar, { [own.askTime]: "08:00" });
    expect(told.next).toEqual({ at: friday, zone });
    expect((await chooses(pia, { [own.workingDays]: ["Saturday"], [own.askTime]: "10:00" })).next?.at).toBe(thisRound.question + 45 * hour);
    expect((await chooses(jonas, { [own.workingDays]: ["Wednesday"] })).next?.at).toBe(wednesday);
    await world.moveTo(thisRound.question);
    expect([sara, omar, pia, jonas].map((one) => prompts(one).length)).toEqual([1, 0, 0, 0]);
    expect(expectSay(await omar.writes("my settings"), "my-settings").next?.at).toBe(friday);
    await asksAt(omar, friday);
    // The answer counts in this round's digest.
    expect(prompts(omar)[0]?.digestAt).toBe(thisRound.digest);
    await omar.answers("The printer is slow");
    await asksAt(pia, thisRound.question + 45 * hour);
    // Nobody is reminded on a day off, nor of a question that is still to come.
    await world.moveTo(thisRound.reminder + minute);
    expect([omar, pia, jonas, sara].map(whys)).toEqual([["prompt"], ["prompt"], [], ["prompt", "reminder"]]);
    await world.moveTo(thisRound.digest);
    expect(world.inTeam("digest")[0]?.digest.turnout).toMatchObject({ asked: 3 });
    // The digest is posted: the answer goes to the next one.
    await asksAt(jonas, wednesday);
    const [late] = prompts(jonas);
    expect([late?.round, late?.digestAt, late?.mayWait]).toEqual([thisRound.id, nextRound.digest, undefined]);
    expectSay(await jonas.answers("The door is heavy"), "receipt");
    await world.moveTo(nextRound.question + hour);
    expect([sara, omar, pia, jonas].map((one) => prompts(one).length)).toEqual([2, 1, 1, 1]);
    await asksAt(omar, friday + week);
    await asksAt(jonas, wednesday + week);
  });

  test("can be changed while the question waits: to a sooner or a later day, once, and never twice in a week", async () => {
    await chooses(omar, { [own.askDay]: "Wednesday" });
    await chooses(pia, { [own.askTime]: "08:00" });
    await world.moveTo(thisRound.question + hour);
    // Sooner: on Saturday, by a new job; the old one finds nothing to do.
    expect((await chooses(omar, { [own.askDay]: "Saturday" })).next?.at).toBe(thisRound.question + 2 * day);
    // Later: the job of Friday puts it off, however often it runs.
    expect((await chooses(pia, { [own.askDay]: "Wednesday" })).next?.at).toBe(wednesday - 5 * hour);
    await world.moveTo(friday + minute);
    await world.put({ job: "ask-person", team: teamId, round: thisRound.id, person: pia.id, at: friday });
    await asksAt(omar, thisRound.question + 2 * day);
    await asksAt(pia, wednesday - 5 * hour);
    // Asked on Wednesday for the last round, they are not asked for the next one in the same week.
    expect((await chooses(pia, { [own.askDay]: own.asTeam, [own.askTime]: own.asTeam })).next?.at).toBe(roundAfter(2).question);
    await world.moveTo(nextRound.question + minute);
    expect([sara, omar, pia].map((one) => prompts(one).length)).toEqual([2, 1, 1]);
    await asksAt(pia, roundAfter(2).question);
  });

  test("is the same time in a new zone of the team, also where it lies sooner there", async () => {
    await chooses(omar, { [own.askDay]: "Wednesday", [own.askTime]: "08:00" });
    await world.moveTo(thisRound.question + hour);
    await sara.sets({ "Time zone": "Europe/Helsinki" });
    await asksAt(omar, wednesday - 6 * hour);
    expect(prompts(omar)[0]?.round).toBe(thisRound.id);
    await asksAt(omar, wednesday - 6 * hour + week);
  });

  test("is on no weekend where the person has chosen an hour alone", async () => {
    await sara.sets({ "Question: day": "Friday" });
    const mondayMorning = thisRound.digest - day - 5 * hour;
    expect((await chooses(omar, { [own.askTime]: "08:00" })).next?.at).toBe(mondayMorning);
    await asksAt(omar, mondayMorning);
  });

  test("comes at the team's new hour where it has none of its own, as My settings says", async () => {
    await chooses(omar, { [own.askDay]: "Friday" });
    await chooses(pia, { [own.askDay]: "Monday" });
    await chooses(jonas, { [own.workingDays]: ["Friday", "Saturday"], [own.askTime]: "16:00" });
    const told = async (person: Person) => expectSay(await person.writes("my settings"), "my-settings").next?.at;
    await world.moveTo(thisRound.question + hour);
    await sara.sets({ "Question: time": "10:00" });
    expect(await told(omar)).toBe(friday + 2 * hour);
    await asksAt(omar, friday + 2 * hour);
    // The hour that he gives up would still come on the Friday.
    await world.moveTo(friday + 7 * hour);
    expect((await chooses(jonas, { [own.askTime]: own.asTeam })).next?.at).toBe(friday + day + 2 * hour);
    await asksAt(jonas, friday + day + 2 * hour);
    await sara.sets({ "Question: time": "15:00" });
    const mondayAfternoon = friday + 3 * day + 7 * hour;
    expect(await told(pia)).toBe(mondayAfternoon);
    await asksAt(pia, mondayAfternoon);
  });

  test("is kept by prompt now, gives way to the next round, and asks nobody who has paused or has answered before", async () => {
    for (const one of [omar, pia, jonas]) await chooses(one, { [own.askDay]: "Wednesday" });
    await sara.writes("prompt now");
    await world.settle();
    expect([sara, omar].map((one) => prompts(one).length)).toEqual([1, 0]);
    expectSay(await pia.writes("idea The door is heavy"), "receipt");
    await jonas.writes("pause");
    const { status } = expectSay(await sara.writes("status"), "team-status");
    expect(status.round?.counts).toMatchObject({ asked: 2, toAsk: 0, notReached: {} });
    await world.moveTo(world.now() + 2 * day + 5 * hour);
    expect([omar, pia, jonas].map((one) => prompts(one).length)).toEqual([1, 0, 0]);
    // The lead brings the next round forward, before the Wednesday of the one before it.
    await world.moveTo(nextRound.question + minute);
    await world.moveTo(nextRound.question + 4 * day);
    await sara.writes("prompt now");
    await world.settle();
    await asksAt(omar, wednesday + week);
    expect(prompts(omar).at(-1)?.round).toBe(roundAfter(2).id);
  });

  test("asks once where instances begin a round twice, are cut off, or run a job again", async () => {
    await chooses(omar, { [own.askTime]: "08:00" });
    const { commit } = world.ports.rows;
    let isCut = false;
    world.expectTrouble();
    Object.assign(world.ports.rows, {
      commit: async (...[partition, changes]: Parameters<typeof commit>) => {
        // Between the due row and the question's row.
        if (!isCut && changes.some(({ key }) => key.startsWith(`asked|${thisRound.id}`))) {
          isCut = true;
          throw new Error("cut off");
        }
        return commit(partition, changes);
      },
    });
    await world.moveTo(thisRound.question);
    for (let times = 0; times < 2; times++) await world.put({ job: "start-round", team: teamId, at: thisRound.question });
    await world.moveTo(thisRound.question + hour);
    expect([isCut, prompts(omar).length, prompts(sara).length]).toEqual([true, 0, 1]);
    await asksAt(omar, friday);
    for (let times = 0; times < 2; times++)
      await world.put({ job: "ask-person", team: teamId, round: thisRound.id, person: omar.id, at: friday });
    await world.moveTo(friday + hour);
    expect(prompts(omar)).toHaveLength(1);
    // Gnist was down for a day: not in the middle of the night on which it runs again, nor on the weekend.
    await world.moveTo(nextRound.question + minute);
    await world.moveTo(friday + week + 15 * hour + day);
    expect(prompts(omar)).toHaveLength(1);
    await asksAt(omar, friday + week + 3 * day);
  });

  test("lets a person in two teams have one question a week, also on a day of theirs", async () => {
    const south = await world.addsTeam("South clinic", ["Nina Ny", "Omar Haddad"]);
    const nina = world.person("Nina Ny");
    await chooses(omar, { [own.workingDays]: ["Wednesday"] });
    // The south asks on Mondays, the north on Thursdays; both would come to Omar on the Wednesday between.
    await nina.sets({ "Question: day": "Monday" });
    await world.moveTo(thisRound.question);
    await world.moveTo(thisRound.reminder + 5 * hour);
    expect([nina, omar].map((one) => prompts(one).length)).toEqual([1, 0]);
    await asksAt(omar, wednesday);
    expectSay(await omar.answers("The printer is slow", { Team: "South clinic" }), "receipt");
    await world.moveTo(nextRound.question);
    await world.moveTo(nextRound.reminder + 5 * hour);
    await asksAt(omar, wednesday + week);
    expect(prompts(omar).map(({ team }) => team.id)).toEqual([teamId, teamId]);
    expect(south).not.toBe(teamId);
  });
});

test("less often is every 2 weeks at most, and no lead sees it", async () => {
  await world.moveTo(thisRound.question);
  const told = await chooses(omar, { [own.askEvery]: own.everyWeeks[2] });
  expect(told.next?.at).toBe(roundAfter(2).question);
  await chooses(pia, { [own.askEvery]: own.everyWeeks[4], [own.askDay]: "Friday" });
  for (let weeks = 1; weeks <= 6; weeks++) {
    await world.moveTo(roundAfter(weeks).question + minute);
    if (weeks === 1)
      expect(expectSay(await sara.writes("status"), "team-status").status.round?.counts).toMatchObject({ asked: 2, notReached: {} });
    await world.moveTo(roundAfter(weeks).question + day + minute);
  }
  expect(prompts(sara)).toHaveLength(7);
  expect(prompts(omar).map(({ round }) => round)).toEqual([0, 2, 4, 6].map((weeks) => roundAfter(weeks).id));
  expect(prompts(pia).map(({ round }) => round)).toEqual([0, 4].map((weeks) => roundAfter(weeks).id));
});

test("Ask me tomorrow, news and check-ins come on the person's own working days", async () => {
  await world.moveTo(thisRound.question);
  await chooses(omar, { [own.workingDays]: ["Thursday", "Saturday", "Sunday"] });
  const { at } = expectSay(await omar.presses("Ask me tomorrow", { on: "got in your way" }), "later-noted");
  expect(at).toBe(friday + day);
  await world.moveTo(at + minute);
  expect(whys(omar)).toEqual(["prompt", "again"]);
  await omar.answers("The printer jams");
  await world.moveTo(thisRound.digest + hour);
  await jonas.writes("take #1");
  await chooses(jonas, { [own.workingDays]: ["Wednesday"] });
  await world.moveTo(nextRound.question + hour);
  expect(omar.news()).toEqual([]);
  await world.moveTo(nextRound.question + 2 * hour + minute);
  expect(omar.news().map(({ news }) => news)).toEqual(["owned"]);
  await jonas.writes("test done #1");
  await world.moveTo(nextRound.question + 2 * day + 2 * hour + minute);
  expect(omar.news().map(({ news }) => news)).toEqual(["owned", "checking"]);
  // Monday's check-in waits for the owner's Wednesday, and its nudge for the one after.
  await world.moveTo(nextRound.reminder + minute);
  await world.moveTo(wednesday + week - 5 * hour - minute);
  expect(jonas.got("check-in")).toEqual([]);
  await world.moveTo(wednesday + week - 5 * hour + minute);
  expect(jonas.got("check-in").map(({ why }) => why)).toEqual(["round"]);
  await world.moveTo(wednesday + week + 2 * day + hour);
  expect(jonas.got("check-in")).toHaveLength(1);
});
