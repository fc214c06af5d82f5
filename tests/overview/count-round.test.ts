import { describe, expect, test } from "vitest";
import { type AskFacts, countRound } from "../../src/domain/overview/count-round.ts";
import { jobsSetAside } from "../../src/domain/overview/set-aside.ts";
import { stopOf, teamStatus } from "../../src/domain/overview/team-health.ts";
import { tenantStatus } from "../../src/domain/overview/tenant-sum.ts";
import type { Member } from "../../src/domain/people/person.ts";
import type { Team } from "../../src/domain/teams/team.ts";

const now = Date.parse("2026-11-26T12:01:00Z");
const second = 1_000;

const open = { id: "2026-W48", digestAt: now + 3_600_000, state: "open" } as const;
const closed = { ...open, state: "closed" } as const;
const planning = { ...open, state: "planning" } as const;

const member = (person: string, more: Partial<Member> = {}): Member => ({
  person,
  teamsId: `29:${person}`,
  name: person,
  standing: "member",
  ...more,
});

const ask = (person: string, more: Partial<AskFacts> = {}): AskFacts => ({ person, ...more });

const nobody = { asked: 0, answered: 0, doubtful: 0, toAsk: 0, notReached: {} };

describe("a round is counted", () => {
  test("by what became of each question, whatever was answered", () => {
    const asks = [
      ask("a", { delivery: "sent" }),
      ask("b", { delivery: "sent", answer: "idea" }),
      ask("c", { delivery: "doubtful", answer: "nothing" }),
      ask("d", { delivery: "doubtful" }),
      ask("e", { delivery: "doubtful", answer: "later" }),
      ask("f"),
      ask("g", { delivery: "intent" }),
      ask("h", { delivery: "again" }),
      ask("i", { delivery: "sent", answer: "elsewhere" }),
      ask("j", { delivery: "refused", why: "gone" }),
      ask("k", { delivery: "cancelled", why: "left" }),
      ask("l", { delivery: "cancelled", why: "late" }),
      ask("m", { delivery: "refused", why: "blocked", answer: "idea" }),
      ask("n", { delivery: "again", answer: "idea" }),
      ask("o", { answer: "elsewhere" }),
    ];
    const everybody = asks.map(({ person }) => member(person));
    expect(countRound({ round: open, asks, members: everybody, excepted: [] }, now)).toEqual({
      asked: 4,
      answered: 2,
      doubtful: 3,
      toAsk: 3,
      notReached: { blocked: 1, refused: 1, elsewhere: 1, left: 1, late: 1 },
    });
  });

  test("with those who have no question, but for guests and who left before it", () => {
    const members = [
      ...["p1", "p2", "p3", "p4", "p5"].map((person) => member(person, { pausedUntil: now + 1 })),
      member("blocked", { unreachable: "blocked" }),
      member("excepted"),
      member("elsewhere", { inSeveralTeams: true }),
      ...["n1", "n2", "n3", "n4", "n5"].map((person) => member(person)),
      member("guest", { standing: "guest" }),
      member("gone", { standing: "left" }),
    ];
    const unasked = { asks: [], members, excepted: ["excepted"] };
    expect(countRound({ ...unasked, round: open }, now).notReached).toEqual({
      paused: 5,
      blocked: 1,
      excepted: 1,
      elsewhere: 1,
      joined: 5,
    });
    expect(countRound({ ...unasked, round: planning }, now)).toMatchObject({ toAsk: 6 });
  });

  test("with who was too late for its digest", () => {
    expect(countRound({ round: closed, asks: [ask("a"), ask("b", { delivery: "again" })], members: [], excepted: [] }, now)).toEqual({
      ...nobody,
      notReached: { late: 2 },
    });
  });
});

const team: Team = {
  id: "nQ7_x-2a",
  tenantId: "t",
  serviceUrl: "",
  teamsId: "19:a",
  name: "North clinic",
  channelId: "19:a",
  channels: [],
  addedAt: 0,
  leads: ["lead"],
  openRounds: [],
  largeTeamAgreed: false,
  toldNothing: false,
  settings: {
    zone: "Europe/Stockholm",
    language: "en",
    prompt: { weekday: 4, time: "13:00" },
    everyWeeks: 1,
    digest: { weekday: 2, time: "13:00" },
    notAsked: [],
    daysToDue: 14,
  },
};

describe("the end of a round that is being sent", () => {
  const left = Array.from({ length: 100 }, (_, at) => ask(`left-${at}`));
  const sent = (count: number, from: number, stepMs: number) =>
    Array.from({ length: count }, (_, at) => ask(`sent-${at}`, { delivery: "sent", sentAt: from + at * stepMs }));
  const endsIn = (asks: readonly AskFacts[], stop?: { why: "throttled"; until: number }) => {
    const { round } = teamStatus(team, { round: open, asks: [...asks, ...left], members: [] }, stop, now, false);
    return ((round?.sending?.endsAt ?? Number.NaN) - now) / second;
  };

  test("is reckoned at fifty a second before anything was sent", () => {
    expect(endsIn([])).toBeCloseTo(2);
  });

  test("follows the pace that is seen", () => {
    expect(endsIn(sent(200, now - 20 * second, 100))).toBeCloseTo(10);
  });

  test("comes after a stop, which says nothing of the pace", () => {
    expect(endsIn(sent(201, now - 80 * second, 100), { why: "throttled", until: now + 30 * second })).toBeCloseTo(30 + 9.95, 1);
  });

  test("is not put off by what was sent on another day", () => {
    expect(endsIn(sent(100, now - 86_400 * second, 20))).toBeCloseTo(2);
  });
});

test("a stop is over when its time is", () => {
  const pace = { nextAt: 0, perSecond: 49, changedAt: 0, until: now + 1, why: "outage", strikes: 0, doubts: 0 } as const;
  expect(stopOf(pace, now)).toEqual({ why: "outage", until: now + 1 });
  expect(stopOf(pace, now + 1)).toBeUndefined();
  expect(stopOf(undefined, now)).toBeUndefined();
});

test("all teams together: sums of their rounds, and the first five that are not well", () => {
  const line = (name: string, people: number) => ({
    line: {
      team: { id: name, name, zone: "UTC" },
      health: people > 0 ? ({ how: "not-reached", people } as const) : ({ how: "well" } as const),
    },
    round: { week: "2026-W48", counts: { ...nobody, asked: 2, notReached: { blocked: people } } },
  });
  const status = tenantStatus([line("a", 1), line("b", 0), ...["c", "d", "e", "f", "g"].map((name) => line(name, 2))]);
  expect(status).toMatchObject({ teams: 7, counts: { asked: 14, notReached: { blocked: 11 } }, moreTroubled: 1 });
  expect(status.troubled.map(({ team }) => team.name)).toEqual(["c", "d", "e", "f", "g"]);
});

describe("what was set aside", () => {
  test.each([
    ["BadRow: a row member cannot be read: name is not as expected (invalid_type)", "damaged"],
    ["at is not as expected (invalid_type)", "damaged"],
    ["open is not JSON", "damaged"],
    ["its form is of no version, not version 1", "damaged"],
    ["BadRow: a row idea cannot be read: its form is version 2, not version 1", "other-version"],
    ["Unstorable: a text is too long", "unstorable"],
    ["not a job: Invalid input", "not-a-job"],
    ["not a job: not JSON in Base64", "not-a-job"],
    ["not what was set aside by Gnist", "not-a-job"],
    ['SyntaxError: "{"friction":"The printer"" is not valid JSON', "fault"],
    ["TypeError", "fault"],
    ["", "fault"],
  ])("has a reason that every language has words for: %s", (reason, why) => {
    expect(jobsSetAside([{ reason, job: "no job" }], "t", new Map())).toEqual([{ why }]);
  });

  test("is of the tenant's own teams, or of nobody", () => {
    const poisoned = [
      { reason: "a", job: { job: "read-team", team: "ours" } },
      { reason: "b", job: { job: "read-team", team: "theirs" } },
      { reason: "c", job: { job: "tell-status", tenant: "t" } },
      { reason: "d", job: { job: "tell-status", tenant: "other" } },
      { reason: "e", job: { job: "of a newer Gnist", team: "ours" } },
    ];
    expect(jobsSetAside(poisoned, "t", new Map([["ours", "North clinic"]]))).toEqual([
      { job: "read-team", team: "North clinic", why: "fault" },
      { job: "tell-status", why: "fault" },
      { team: "North clinic", why: "fault" },
    ]);
  });
});
