import { describe, expect, test } from "vitest";
import type { IdeaView } from "../../src/domain/idea/view.ts";
import { agendaOf, divide, hardestFirst, leaderOf, meetingMinutes } from "../../src/domain/review/agenda.ts";
import { monthAfter } from "../../src/domain/review/month.ts";
import type { ReviewView } from "../../src/domain/review/review.ts";
import { seeded } from "../world/chance.ts";
import { roundAfter, thisRound } from "../world/moments.ts";
import { aTeam, expectSay } from "../world/world.ts";

const idea = (number: number, voices: number, ageDays: number, more: Partial<IdeaView> = {}): IdeaView => ({
  id: `idea-${number}`.padEnd(22, "-"),
  number,
  title: `Idea ${number}`,
  voices,
  stage: "new",
  ageDays,
  ownerAsked: false,
  ...more,
});

const review: ReviewView = {
  team: { id: "team1234", name: "North clinic", zone: "Europe/Stockholm" },
  month: "2026-12",
  worked: [idea(9, 1, 3, { stage: "adopted", result: "No queue" })],
  moreWorked: 0,
  improve: [],
  moreImprove: 0,
  problems: [],
  actions: [],
  moreActions: 0,
  learned: [],
};

describe("the minutes of an agenda", () => {
  test("are at least one for each point, and come to the length of the meeting", () => {
    const random = seeded(3);
    for (let round = 0; round < 2_000; round++) {
      const parts = Array.from({ length: random.between(1, 12) }, () => random.between(1, 9));
      const minutes = random.between(parts.length, 90);
      const divided = divide(minutes, parts);
      expect(divided.reduce((sum, one) => sum + one, 0)).toBe(minutes);
      expect(Math.min(...divided)).toBeGreaterThanOrEqual(1);
      for (const [at, part] of parts.entries())
        for (const [other, less] of parts.entries()) if (part > less) expect(divided[at] ?? 0).toBeGreaterThanOrEqual(divided[other] ?? 0);
    }
  });

  test.each(meetingMinutes)("are %d in all, whatever there is to say", (minutes) => {
    const open = Array.from({ length: 9 }, (_, at) => idea(at, at, 7 * at));
    for (const given of [open, []]) {
      const { points } = agendaOf(review, { minutes, served: given.slice(0, 3), open: given, leader: undefined, example: undefined });
      expect(points.reduce((sum, point) => sum + point.minutes, 0)).toBe(minutes);
    }
  });
});

test("the hardest idea comes first: voices times weeks, and of equal ones the lower number", () => {
  const ideas = [idea(1, 2, 0), idea(2, 1, 30), idea(3, 1, 30), idea(4, 9, 3, { stage: "adopted" }), idea(5, 3, 14)];
  expect(hardestFirst(ideas).map(({ number }) => number)).toEqual([5, 2, 3, 1]);
});

test("an agenda begins with a question and the voices of those the team serves, and ends with a question", () => {
  const served = idea(1, 1, 7, { kind: "served" });
  const hard = idea(2, 8, 30);
  const { points } = agendaOf(review, { minutes: 30, served: [served], open: [served, hard], leader: undefined, example: undefined });
  expect(points.map(({ what }) => what)).toEqual(["check-in", "served", "hard", "example", "check-out"]);
  expect(points).toMatchObject([
    {},
    { ideas: [{ number: 1 }] },
    { idea: { number: 2 } },
    { example: { isOther: false, result: "No queue" } },
    {},
  ]);
});

const member = (person: string, more = {}) => ({ person, name: person, standing: "member", teamsId: person, ...more }) as const;

test("the turn to lead goes round the members, month by month, and passes over guests, those who left, and those whom a lead excepts", () => {
  const gone = [member("e", { standing: "left" as const }), member("f", { standing: "guest" as const })];
  const members = [member("d"), member("a"), member("c"), member("b"), ...gone];
  const months = Array.from({ length: 6 }, (_, at) => monthAfter("2026-11", at));
  const turns = months.map((month) => leaderOf(members, month, ["d"])?.person);
  expect(new Set(turns)).toEqual(new Set(["a", "b", "c"]));
  expect(turns.every((one, at) => at === 0 || one !== turns[at - 1])).toBe(true);
  expect(leaderOf(members.toReversed(), "2026-11", ["d"])).toEqual(leaderOf(members, "2026-11", ["d"]));
  expect(leaderOf([], "2026-11", [])).toBeUndefined();
});

test("nobody learns from the turns of all months who has paused Gnist, or blocked it", () => {
  const months = Array.from({ length: 12 }, (_, at) => monthAfter("2026-11", at));
  const turnsOf = (more: object) => months.map((month) => leaderOf([member("a"), member("b", more), member("c")], month, [])?.person);
  expect(turnsOf({ pausedUntil: Number.MAX_SAFE_INTEGER })).toEqual(turnsOf({}));
  expect(turnsOf({ unreachable: "blocked" })).toEqual(turnsOf({}));
});

test("an agenda says nothing of a leader whose name Teams has left out", () => {
  const given = { minutes: 30, served: [], open: [], example: undefined } as const;
  expect(agendaOf(review, { ...given, leader: "" })).toEqual(agendaOf(review, { ...given, leader: undefined }));
});

describe("a lead's agenda", () => {
  test("comes beside the review, in three lengths", async () => {
    const { world, sara, omar, pia, jonas } = await aTeam();
    await world.moveTo(thisRound.question);
    await omar.presses("Add details");
    await omar.answers("Patients wait in the corridor", { "What it is about": "Those we serve" });
    await pia.answers("The lift is broken");
    await world.moveTo(thisRound.digest);
    await jonas.presses("Me too", { in: "channel", on: "The lift is broken" });
    await sara.writes("review");
    await sara.presses("Agenda");
    const { agenda } = expectSay(sara.sees().at(-1)?.message, "agenda");
    expect(agenda).toMatchObject({ minutes: 30, month: "2026-12" });
    expect(agenda.points).toMatchObject([
      { what: "check-in" },
      { what: "served", ideas: [{ title: "Patients wait in the corridor" }] },
      { what: "hard", idea: { title: "The lift is broken" } },
      { what: "check-out" },
    ]);
    expect(["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg"]).toContain(agenda.leader);
    expect(expectSay(await sara.presses("60 minutes"), "agenda").agenda.minutes).toBe(60);
    expect(expectSay(await sara.presses("15 minutes"), "agenda").agenda.minutes).toBe(15);
  });

  test("tells of no idea in which round it was written: an answer to the question on those we serve stands there by its kind alone", async () => {
    const { world, sara, omar, pia } = await aTeam();
    await world.moveTo(roundAfter(0).question);
    await sara.sets({ Questions: "Take turns" });
    for (const weeks of [1, 2]) await world.moveTo(roundAfter(weeks).question);
    await world.moveTo(roundAfter(2).digest);
    // The digest of the next round shows both.
    expect(await omar.answers("The corridor is cold")).toMatchObject({ question: "users" });
    await pia.writes("idea The lift is broken");
    await world.moveTo(roundAfter(3).question);
    await world.moveTo(roundAfter(3).digest);
    await sara.writes("review");
    await sara.presses("Agenda");
    const { agenda } = expectSay(sara.sees().at(-1)?.message, "agenda");
    expect(agenda.points.find(({ what }) => what === "served")).toMatchObject({ ideas: [] });
  });

  test("gives the result of another team as its example, in the lines that its lead offered, until they are taken back", async () => {
    const { world, sara, omar, pia } = await aTeam();
    await world.addsTeam("South clinic", ["Kim Ek", "Nina Ny"]);
    const [kim, nina] = [world.person("Kim Ek"), world.person("Nina Ny")];
    await world.moveTo(thisRound.question);
    await omar.answers("The label printer jams every morning");
    await nina.answers("The label printer jams every morning");
    await world.moveTo(thisRound.digest);
    await pia.writes("take #1");
    await pia.presses("Save", { "Smallest test": "Clean it on Sundays" });
    await pia.writes("test done #1");
    await pia.presses("Adopt", { "Did it help?": "No jam for two weeks. Pia cleans it." });
    await sara.writes("#1");
    await sara.presses("Offer to other teams");
    await sara.presses("Offer to other teams", { "Did it help?": "No jam for two weeks." });
    await world.settle();
    await kim.writes("review");
    await kim.presses("Agenda");
    const { agenda } = expectSay(kim.sees().at(-1)?.message, "agenda");
    expect(agenda.points.find(({ what }) => what === "example")).toMatchObject({
      example: { isOther: true, result: "No jam for two weeks." },
    });
    const shown = () => JSON.stringify(kim.sees().map(({ card }) => card));
    expect(shown()).toContain("From another team");
    expect(shown()).not.toContain("Pia");
    expect(shown()).not.toContain("North clinic");
    await sara.presses("Undo");
    await world.settle();
    expect(shown()).not.toContain("No jam for two weeks");
    expect(kim.sees().map(({ message }) => message.say)).toContain("agenda");
  });
});
