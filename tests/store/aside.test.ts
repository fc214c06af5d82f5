import { beforeEach, describe, expect, test } from "vitest";
import type { Job } from "../../src/domain/job.ts";
import { type Change, type Ports, Unstorable } from "../../src/ports.ts";
import { putDue, readDueJobs } from "../../src/store/due.ts";
import { readRound } from "../../src/store/round.ts";
import { changeTeam, readTeam } from "../../src/store/team.ts";
import { day, hour, minute, nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, generalChannel, teamId, type World } from "../world/world.ts";

/*
 * Rows that cannot be read, and changes that the store will never make: each is set aside with its reason, `status` names it to leads and admins, and nothing
 * else of the team waits behind it.
 */

const partition = `team|${teamId}`;

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  world.expectTrouble();
  await world.moveTo(thisRound.question);
});

const answers = async (person: Person, friction: string) => expectSay(await person.answers(friction), "receipt");

/** The lead gives an idea another title in the draft. */
const entitles = async (idea: string, title: string) => {
  await sara.writes("draft");
  expectSay(await sara.changes(idea, "Save", { Title: title }), "draft");
};

const spoil = async (key: string, values: Change extends infer C ? (C extends { values: infer V } ? V : never) : never) =>
  expect(await world.ports.rows.commit(partition, [{ do: "merge", key, values }])).toBe("done");

const setAside = async (person = sara) => expectSay(await person.writes("status"), "team-status").status.setAside;

describe("a row of the team that cannot be read", () => {
  test("an idea of a later version keeps no digest waiting, and is named to the lead", async () => {
    const spoilt = await answers(pia, "The label printer jams");
    const other = await answers(jonas, "Two forms for one thing");
    await spoil(`idea|${spoilt.idea}`, { v: 2 });
    await world.moveTo(thisRound.draft);
    expect(
      sara
        .got("draft")
        .at(-1)
        ?.digest.top.map(({ id }) => id),
    ).toEqual([other.idea]);
    await world.moveTo(thisRound.digest);
    expect(
      world
        .inTeam("digest")
        .at(-1)
        ?.digest.top.map(({ id }) => id),
    ).toEqual([other.idea]);
    expect(await setAside()).toEqual([{ row: "idea", why: "other-version" }]);
    const kept = await world.ports.rows.get(partition, `aside|idea|${spoilt.idea}`);
    expect(kept?.values).toMatchObject({ v: 2, friction: "The label printer jams" });
  });

  test("a stage that nobody knows, a name that is a number and a list that is no list: each leaves the others alone", async () => {
    const { idea } = await answers(pia, "The label printer jams");
    await spoil(`idea|${idea}`, { stage: "dreamt-of" });
    await spoil(`member|${omar.id}`, { name: 7 });
    expect(expectSay(await jonas.writes("my ideas"), "my-ideas").ideas).toEqual([]);
    await world.moveTo(nextRound.question);
    // The roster has made the member's row anew: all four are asked.
    expect([sara, omar, pia, jonas].map((person) => person.got("idea-form").filter(({ round }) => round === nextRound.id).length)).toEqual([
      1, 1, 1, 1,
    ]);
    expect((await setAside()).map(({ row }) => row).sort()).toEqual(["idea", "person"]);
  });

  test("a round or a digest that cannot be read ends with itself: the next one goes its way", async () => {
    await answers(pia, "The label printer jams");
    await spoil(`round|${thisRound.id}`, { state: "dancing" });
    await world.moveTo(thisRound.digest);
    await world.moveTo(nextRound.question);
    await answers(jonas, "Two forms for one thing");
    await world.moveTo(nextRound.digest);
    expect(world.inTeam("digest").at(-1)?.digest.freshCount).toBe(2);
    await spoil(`digest|${nextRound.id}`, { open: "not json" });
    await world.moveTo(roundAfter(2).question);
    await answers(omar, "No chairs");
    await world.moveTo(roundAfter(2).digest);
    expect(world.inTeam("digest").at(-1)?.digest.week).toBe(roundAfter(2).id);
    expect((await setAside()).map(({ row }) => row).sort()).toEqual(["digest", "round"]);
  });

  test("a round that was set aside keeps no lead's digest waiting, and its team forgets it", async () => {
    const { idea } = await answers(pia, "The label printer jams");
    await spoil(`round|${thisRound.id}`, { state: "dancing" });
    expect(await setAside()).toHaveLength(1);
    world.storeIs("well", 500);
    await sara.posts();
    expect(
      world
        .inTeam("digest")
        .at(-1)
        ?.digest.top.map(({ id }) => id),
    ).toEqual([idea]);
    expect((await readTeam(world.ports.rows, teamId))?.team.openRounds).toEqual([]);
  });

  test.each(["unseen", "set aside"])("a team goes though a round of it cannot be read: %s", async (how) => {
    await spoil(`round|${thisRound.id}`, { state: "dancing" });
    if (how === "set aside") await setAside();
    world.storeIs("well", 500);
    await world.receive({ happened: "removed-from-team", place: world.inChannel });
    expect((await readTeam(world.ports.rows, teamId))?.team).toMatchObject({ removedAt: world.now(), openRounds: [] });
  });

  test.each(["unseen", "set aside"])("a team that is archived rests though a round of it cannot be read: %s", async (how) => {
    await spoil(`round|${thisRound.id}`, { state: "dancing" });
    if (how === "set aside") await setAside();
    world.storeIs("well", 500);
    await world.receive({ happened: "team-archived", place: world.inChannel });
    expect((await readTeam(world.ports.rows, teamId))?.team).toMatchObject({ archivedAt: world.now(), openRounds: [] });
  });

  test("so does one of which only a refused post tells that it is archived", async () => {
    await spoil(`round|${thisRound.id}`, { state: "dancing" });
    world.trouble.set(generalChannel, { outcome: "refused", why: "archived", detail: "403 Archived" });
    await world.put({ job: "tell-claim", team: teamId, person: pia.id, once: "today" });
    await world.settle();
    expect((await readTeam(world.ports.rows, teamId))?.team).toMatchObject({ archivedAt: expect.any(Number), openRounds: [] });
  });

  test("a digest with nothing to say forgets such a round too", async () => {
    await spoil(`round|${thisRound.id}`, { state: "dancing" });
    await setAside();
    world.storeIs("well", 500);
    await world.put({ job: "post-digest", team: teamId, digest: thisRound.id, by: sara.id });
    await world.settle();
    expect((await readTeam(world.ports.rows, teamId))?.team.openRounds).toEqual([]);
  });

  test.each(["open", "closed"])("a question that was set aside is not asked again in its round, which is %s", async (state) => {
    if (state === "closed") {
      await answers(jonas, "Two forms for one thing");
      await world.moveTo(thisRound.question + day);
      await sara.posts();
    }
    await spoil(`asked|${thisRound.id}|${pia.id}`, { v: 2 });
    expect(await setAside()).toHaveLength(1);
    await sara.writes("prompt now");
    expect([sara, omar, pia, jonas].map((person) => person.got("idea-form").length)).toEqual([1, 1, 1, 1]);
    expect((await readRound(world.ports.rows, teamId, thisRound.id))?.state).toBe(state);
  });

  test("ideas go on being numbered after the row of numbers was set aside, and no number is given twice", async () => {
    await answers(pia, "The label printer jams");
    await answers(jonas, "Two forms for one thing");
    await world.moveTo(thisRound.digest);
    await spoil("numbers", { next: "many" });
    const last = world.inTeam("digest")[0]?.digest.top.find(({ number }) => number === 2)?.id;
    await spoil(`idea|${last}`, { v: 2 });
    await spoil("number|2", { v: 2 });
    expectSay(await pia.writes("#2"), "refusal");
    await world.moveTo(nextRound.question);
    await answers(omar, "No chairs");
    world.storeIs("well", 1_000);
    await world.moveTo(nextRound.digest);
    const shown = world.inTeam("digest").at(-1)?.digest.top ?? [];
    expect(shown.find(({ title }) => title === "No chairs")?.number).toBe(3);
    expect((await setAside()).map(({ row }) => row).sort()).toEqual(["idea", "idea", "row"]);
  });

  test("a second Send from the card of such an idea gets its words back on a fresh form", async () => {
    const { idea } = await answers(pia, "The label printer jams");
    await spoil(`idea|${idea}`, { v: 2 });
    const again = expectSay(await pia.onAnotherDevice().answers("It jams again"), "idea-form");
    expect([again.why, again.written?.friction]).toEqual(["another", "It jams again"]);
    expect(await setAside()).toHaveLength(1);
  });

  test("a reason is kept short, however much of the row cannot be read", async () => {
    await answers(pia, "The label printer jams");
    await world.moveTo(thisRound.digest);
    const [digest] = await world.ports.rows.list(partition, { from: "digest|", to: "digest}" });
    await spoil(digest?.key ?? "", { open: JSON.stringify(Array.from({ length: 1_200 }, (_, at) => at)) });
    const [only, ...others] = await setAside();
    expect([only, others]).toEqual([{ row: "digest", why: "damaged" }, []]);
    const told = world.logged.find(({ event }) => event === "row-set-aside")?.facts.why;
    expect(String(told).length).toBeLessThanOrEqual(200);
  });

  test("a row that says everything with its key is also of one version alone", async () => {
    await answers(pia, "The label printer jams");
    const [mine] = await world.ports.rows.list(partition, { from: "mine|", to: "mine}" });
    await spoil(mine?.key ?? "", { v: 2 });
    expect(expectSay(await pia.writes("my ideas"), "my-ideas").ideas).toEqual([]);
    expect(await setAside()).toEqual([{ row: "idea", why: "other-version" }]);
  });

  test("a row of a later release, which has begun to use the store, is neither damaged nor set aside", async () => {
    const { idea } = await answers(pia, "The label printer jams");
    await spoil(`idea|${idea}`, { v: 2 });
    await world.ports.rows.commit("release", [{ do: "put", key: "release", values: { v: 2, form: 2, by: "9.8.7" } }]);
    expect(await sara.writes("my ideas")).toMatchObject({ say: "my-ideas" });
    expect(await pia.writes("my ideas")).toEqual({ say: "refusal", why: "not-saved" });
    expect((await world.ports.rows.get(partition, `idea|${idea}`))?.values.v).toBe(2);
    expect(world.logged.map(({ event }) => event)).not.toContain("row-set-aside");
    expect(JSON.stringify(world.logged.filter(({ event }) => event === "answer-ended").at(-1))).toContain("was written by Gnist 9.8.7");
  });

  test("the team's own row stays where it is, since nothing means anything without it", async () => {
    await spoil("team", { leads: "perhaps" });
    expect(await sara.writes("status")).toEqual({ say: "refusal", why: "unreadable" });
    expect(await world.ports.rows.get(partition, "team")).toBeDefined();
  });
});

test("a profile that cannot be read keeps nobody from their first word, nor from taking Gnist away", async () => {
  const person = `person|${pia.id}`;
  const spoilProfile = () => world.ports.rows.commit(person, [{ do: "put", key: "profile", values: { v: 2 } }]);
  await spoilProfile();
  expect((await pia.writes("my ideas"))?.say).toBe("my-ideas");
  await spoilProfile();
  await pia.takesGnistAway();
  expect(await world.ports.rows.get(person, "profile")).toMatchObject({ values: { v: 1 } });
});

test("what the clock can no longer bring about is named to the team that waits for it", async () => {
  await answers(pia, "The label printer jams");
  const due = (await readDueJobs(world.ports.rows, roundAfter(4).question)).due.find(({ job }) => job.job === "post-digest");
  const at = new Date(due?.at ?? 0).toISOString();
  for (let shard = 0; shard < 8; shard++) {
    const [row] = await world.ports.rows.list(`due|${shard}`, { from: `${at}|${teamId}|post-digest`, to: `${at}|${teamId}|post-digest}` });
    if (row) await world.ports.rows.commit(`due|${shard}`, [{ do: "merge", key: row.key, values: { v: 2 } }]);
  }
  await world.moveTo(thisRound.digest);
  expect(await setAside()).toEqual([{ job: "post-digest", why: "other-version" }]);
});

test("a team sees its own job that was set aside behind any number of jobs of other teams", async () => {
  for (let at = 0; at < 40; at++) await world.put({ job: "read-team", team: `OTHER${at}` });
  for (const one of await world.ports.jobs.take("people", 32, minute)) await one.poison("a fault");
  for (const one of await world.ports.jobs.take("people", 32, minute)) await one.poison("a fault");
  await answers(pia, "The label printer jams");
  await entitles("The label printer jams", "a title that goes too far");
  refuses(world.ports, "a title that goes too far");
  await world.moveTo(thisRound.digest);
  expect(await setAside()).toEqual([{ job: "post-digest", why: "unstorable" }]);
});

/** Makes the store refuse every change that holds these words, as Azure refuses what it cannot hold. */
const refuses = (ports: Ports, words: string) => {
  const { commit } = ports.rows;
  Object.assign(ports.rows, {
    commit: (where: string, changes: readonly Change[]) =>
      JSON.stringify(changes).includes(words) ? Promise.reject(new Unstorable("a text is too long")) : commit(where, changes),
  });
};

describe("a change that the store will never make", () => {
  test("is said at once to who waits, with their words, and never as an outage", async () => {
    refuses(world.ports, "unstorable words");
    const { secret } = pia.got("idea-form")[0] ?? {};
    const back = expectSay(await pia.presses("Send", { [line]: "unstorable words" }), "idea-form");
    expect([back.problem, back.written?.friction, back.secret]).toEqual(["not-storable", "unstorable words", secret]);
    const typed = expectSay(await pia.writes("idea unstorable words"), "idea-form");
    expect([typed.problem, typed.written?.friction]).toEqual(["not-storable", "unstorable words"]);
  });

  test("keeps a due row where it is that cannot be set aside, and the clock goes on with all others", async () => {
    const key = "2026-11-20T00:00:00.000Z|".padEnd(511, "x");
    expect(await world.ports.rows.commit("due|0", [{ do: "insert", key, values: { v: 2 } }])).toBe("done");
    await world.moveTo(nextRound.question);
    expect(omar.got("idea-form").at(-1)?.round).toBe(nextRound.id);
    expect(await world.ports.rows.get("due|0", key)).toBeDefined();
    expect(
      world.logged.find(({ event, facts }) => event === "due-row-ended" && String(facts.fault).includes("a store takes 1 to 511")),
    ).toBeDefined();
  });

  test("keeps no other job of the clock from its queue", async () => {
    const at = thisRound.question + 19 * hour;
    const person = pia.id;
    await putDue(world.ports.rows, { at, team: teamId, job: { job: "ask-again", team: teamId, round: thisRound.id, person, at } });
    const { put } = world.ports.jobs;
    Object.assign(world.ports.jobs, {
      put: (job: Job, afterMs?: number) =>
        job.job === "ask-again" ? Promise.reject(new Unstorable("it is too large")) : put(job, afterMs),
    });
    await world.moveTo(nextRound.question);
    expect(omar.got("idea-form").at(-1)?.round).toBe(nextRound.id);
    expect(world.logged.find(({ event, facts }) => event === "due-row-ended" && facts.job === "ask-again")?.facts.fault).toContain(
      "too large",
    );
  });

  test("sets a job aside at its first try, with its reason, and the team's other jobs go on", async () => {
    await answers(pia, "The label printer jams");
    await answers(jonas, "Two forms for one thing");
    await entitles("The label printer jams", "a title that goes too far");
    refuses(world.ports, "a title that goes too far");
    await world.moveTo(thisRound.digest);
    expect(world.inTeam("digest")).toEqual([]);
    expect(await setAside()).toEqual([{ job: "post-digest", why: "unstorable" }]);
    world.makeAdmin("Ada Min");
    expect(await setAside(world.person("Ada Min"))).toHaveLength(1);
    await world.moveTo(nextRound.question);
    expect(omar.got("idea-form").at(-1)?.round).toBe(nextRound.id);
  });
});

test("a team that shall change together with a row that is not there ends with a fault", async () => {
  world.storeIs("well", 50);
  const gone = { do: "merge", key: "round|2026-W01", values: { v: 1 } } as const;
  await expect(changeTeam(world.ports.rows, teamId, (team) => ({ team, also: [gone] }))).rejects.toThrow("is not there");
});

test("two jobs of one person at one moment are two due rows, and one job written twice is one", async () => {
  const at = thisRound.question + 19 * hour;
  const person = pia.id;
  const ask = (round: string) => ({ at, team: teamId, job: { job: "ask-again", team: teamId, round, person, at } as const });
  for (const due of [ask("2026-W47"), ask(thisRound.id), ask(thisRound.id)]) await putDue(world.ports.rows, due);
  await putDue(world.ports.rows, { at, team: teamId, job: { job: "remind-doubtful", team: teamId, round: thisRound.id, person, at } });
  await putDue(world.ports.rows, {
    at,
    team: teamId,
    job: { job: "ask-again", team: teamId, round: thisRound.id, person: jonas.id, at },
  });
  const { due } = await readDueJobs(world.ports.rows, at);
  expect(due.map(({ job }) => `${job.job} ${"round" in job ? job.round : ""}`).sort()).toEqual([
    "ask-again 2026-W47",
    "ask-again 2026-W48",
    "ask-again 2026-W48",
    "remind-doubtful 2026-W48",
  ]);
});
