import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Unstorable } from "../../src/ports.ts";
import { type Journey, members, startJourney } from "../cards/journey.ts";
import { ends, owners, withdrawals } from "../cards/journeys/owning.ts";
import { twoWeeks } from "../cards/journeys/weeks.ts";
import { wrongWith } from "../world/log.ts";
import { thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { tracesIn } from "../world/traces.ts";
import { aTeam, personId, teamId, type World } from "../world/world.ts";

/* A line of the log holds no text, no name and no id of a person, whatever fails. */

const people = ["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg"];
const quoting = () =>
  new SyntaxError(`Unexpected token, "Sara Lind\n at the printer: 29:Omar Haddad ${personId("Omar Haddad")}" is not JSON`);

describe.each([
  ["two weeks", twoWeeks],
  ["owners who are asked, and give back", owners],
  ["ideas that end, or are held back", ends],
  ["posts that Gnist cannot change", withdrawals],
] as const)("%s leave a log", (_, play) => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney("en", () => {});
    await play(journey);
  });

  test("in which every line is in the table of events", () => {
    expect(journey.logged.length).toBeGreaterThan(40);
    expect(journey.logged.flatMap((line) => wrongWith(line) ?? [])).toEqual([]);
  });

  test("in which answers, jobs and due rows say how they ended", () => {
    const ends = (event: string) => journey.logged.filter((line) => line.event === event).map(({ level, facts }) => ({ level, ...facts }));
    expect(ends("answer-ended").length).toBeGreaterThan(5);
    for (const one of ends("answer-ended")) expect(one).toMatchObject({ level: "info", outcome: "done" });
    expect(ends("job-ended").length).toBeGreaterThan(20);
    for (const one of ends("job-ended")) expect(one).toMatchObject({ level: "info", outcome: expect.stringMatching(/^(done|later)$/) });
    expect(ends("due-row-ended").length).toBeGreaterThan(3);
    for (const one of ends("due-row-ended")) expect(one).toMatchObject({ level: "info", outcome: "done" });
  });

  test("without a secret, a token, an address, a name, a text, or the id of a person, an idea, a form, or what somebody wrote", () => {
    const { titles, test, ...texts } = journey.text;
    const said = [
      ...titles,
      test,
      ...Object.values(texts).filter((text) => typeof text === "string"),
      ...members.flatMap((name) => [name, ...name.split(" ")]),
    ];
    const lines = journey.logged.map((line) => JSON.stringify(line));
    expect(tracesIn(lines, said)).toEqual([]);
    // The search finds one line among all that leaves a trace.
    const [who = "", text = ""] = [said.at(-1), said[0]];
    const left = [who, text, personId(who), "29:someone", "sara.lind@north.example", "Bearer eyJhbGciOiJSUzI1NiJ9.e30.x"];
    for (const trace of left) {
      const line = { level: "warn", event: "reply-not-sent", facts: { outcome: "refused", detail: `403 ${trace}` } };
      expect(tracesIn([...lines, JSON.stringify(line)], said)).not.toEqual([]);
    }
  });
});

let world: World;
let omar: Person;
beforeEach(async () => {
  ({ world, omar } = await aTeam());
  world.expectTrouble();
  await world.moveTo(thisRound.question);
});

const saysNothingOfAnybody = () => {
  const lines = JSON.stringify(world.logged);
  for (const word of [...people, ...people.map(personId), "29:Omar", "entra-", "printer"]) expect(lines).not.toContain(word);
};

test("a job that fails in words of others is logged with its kind and its place", async () => {
  const { post } = world.ports.channel;
  Object.assign(world.ports.channel, {
    post: async () => {
      throw quoting();
    },
  });
  await omar.writes("idea The printer is slow");
  await world.put({ job: "tell-leads", team: teamId, news: "nothing-to-post", once: "now" });
  await world.settle();
  expect(world.logged.filter(({ facts }) => facts.outcome === "failed")).toMatchObject([
    { level: "error", event: "job-ended", facts: { fault: "SyntaxError", job: "tell-lead", attempt: 1 } },
  ]);
  Object.assign(world.ports.channel, { post });
  saysNothingOfAnybody();
});

test("what is learned on the way and fails in words of others is logged with its kind", async () => {
  const { rows } = world.ports;
  const list: typeof rows.list = async (...given) => {
    if (given[0].startsWith("person|")) throw quoting();
    return rows.list(...given);
  };
  Object.assign(world.ports, { rows: { get: rows.get, commit: rows.commit, list } });
  await expect(omar.write("idea The printer is slow")).rejects.toThrow(SyntaxError);
  expect(world.logged.filter(({ event }) => event === "person-not-remembered")).toMatchObject([{ facts: { fault: "SyntaxError" } }]);
  saysNothingOfAnybody();
});

test("a job that can never be done is logged as set aside, with its attempt", async () => {
  const { jobs } = world.ports;
  await world.put({ job: "tell-leads", team: teamId, news: "nothing-to-post", once: "now" });
  const { put } = jobs;
  Object.assign(jobs, {
    put: async () => {
      throw new Unstorable("too large");
    },
  });
  await world.settle();
  Object.assign(jobs, { put });
  expect(world.logged.filter(({ level }) => level === "error")).toMatchObject([
    { event: "job-ended", facts: { outcome: "set-aside", job: "tell-leads", attempt: 1, fault: "Unstorable: too large" } },
  ]);
});
