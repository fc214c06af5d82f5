import { beforeEach, describe, expect, test } from "vitest";
import { namesApart, peopleWithout, withNames } from "../../src/domain/records/posted.ts";
import { blankCopies, insertVersion, putFirstCopy, standsChange } from "../../src/store/posted.ts";
import { teamPartition } from "../../src/store/team.ts";
import { isErased, storedIn } from "../people/erased.ts";
import { day, minute, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, generalChannel, teamId, type World } from "../world/world.ts";
import { copiesOf } from "./copies.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia } = await aTeam());
  await world.moveTo(thisRound.question);
  await omar.presses("Add details");
  await omar.answers("The printer is slow", { "Show my name": "true" });
  await pia.answers("The door is heavy");
});

const piaTakesIt = async () => {
  const number = world.inTeam("digest")[0]?.digest.top.find(({ title }) => title === "The printer is slow")?.number;
  expectSay(await pia.writes(`take #${number}`), "owned");
};

const inChannel = { in: "channel", on: "The printer is slow" } as const;

describe("a post in the channel", () => {
  test("is kept as it was posted, with its instant and its language", async () => {
    expect(await copiesOf(world)).toEqual([]);
    await world.moveTo(thisRound.digest);
    const [post] = world.inTeam("digest");
    expect(await copiesOf(world)).toEqual([
      {
        kind: "digest",
        post: thisRound.id,
        version: 1,
        at: expect.any(Number),
        spoken: "en",
        message: { say: "digest", digest: post?.digest },
      },
    ]);
    expect(JSON.stringify(post)).toContain("Omar Haddad");
    const [copy] = await copiesOf(world);
    expect(Math.abs((copy?.at ?? 0) - thisRound.digest)).toBeLessThan(minute);
  });

  test("becomes a version when a step changes it, and none for a count, the next day, or a job that runs again", async () => {
    await world.moveTo(thisRound.digest);
    await world.moveTo(thisRound.digest + day);
    await pia.presses("Me too", inChannel);
    await world.moveTo(thisRound.digest + day + minute);
    expect(await copiesOf(world)).toHaveLength(1);
    await piaTakesIt();
    await world.moveTo(thisRound.digest + day + 2 * minute);
    await world.ports.jobs.put({ job: "renew-post", team: teamId, digest: thisRound.id });
    await world.settle();
    const copies = await copiesOf(world);
    expect(copies.map(({ version }) => version)).toEqual([1, 2]);
    expect(JSON.stringify(copies[0]?.message)).not.toContain("Pia Holm");
    expect(JSON.stringify(copies[1]?.message)).toContain("Pia Holm");
  });

  test("that Teams refuses is not kept, and it is once Teams has it", async () => {
    world.trouble.set(generalChannel, { outcome: "refused", why: "blocked", detail: "403" });
    await world.moveTo(thisRound.digest);
    world.trouble.clear();
    expect(await copiesOf(world)).toEqual([]);
    expect(await world.ports.rows.list(teamPartition(teamId), { from: "posted|", to: "posted}" })).toEqual([]);
    await sara.presses("Post it");
    expect(await copiesOf(world)).toHaveLength(1);
  });

  test("of which nobody knows whether it is there is kept once a lead has found it, as it was posted, and once", async () => {
    world.trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
    await world.moveTo(thisRound.digest);
    world.trouble.clear();
    expect(await copiesOf(world)).toEqual([]);
    await pia.writes("take #1");
    await pia.writes("take #2");
    await sara.presses("It is there");
    await sara.onAnotherDevice().presses("It is there");
    await world.moveTo(thisRound.digest + minute);
    const [copy, ...more] = await copiesOf(world);
    expect(more).toEqual([]);
    expect(JSON.stringify(copy?.message)).toContain("The printer is slow");
    expect(JSON.stringify(copy?.message)).not.toContain("Pia Holm");
  });

  test("that a lead does not find is kept as it was posted again", async () => {
    world.trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
    await world.moveTo(thisRound.digest);
    world.trouble.clear();
    await sara.presses("Post it");
    const [post] = world.inTeam("digest");
    expect((await copiesOf(world)).map(({ message, version }) => [version, message])).toEqual([
      [1, { say: "digest", digest: post?.digest }],
    ]);
  });

  test("that lost its instance is kept once a lead has found it", async () => {
    world.expectTrouble();
    const { rows } = world.ports;
    const commit = rows.commit.bind(rows);
    // Teams has taken the post, and its outcome is never stored.
    rows.commit = async (partition, changes) => {
      if (changes.some(({ key, ...change }) => key === `digest|${thisRound.id}` && "values" in change && change.values.delivery === "sent"))
        throw new Error("the instance dies");
      return commit(partition, changes);
    };
    await world.moveTo(thisRound.digest);
    rows.commit = commit;
    await world.moveTo(thisRound.digest + 10 * minute);
    expect(world.inTeam("digest")).toHaveLength(1);
    expect(await copiesOf(world)).toEqual([]);
    await sara.presses("It is there");
    expect((await copiesOf(world)).map(({ message }) => message)).toEqual([{ say: "digest", digest: world.inTeam("digest")[0]?.digest }]);
  });
});

describe("words and names in copies", () => {
  test("go with the idea that its author withdraws, and the number and the date stay", async () => {
    await world.moveTo(thisRound.digest);
    await piaTakesIt();
    await world.moveTo(thisRound.digest + day);
    await omar.presses("Withdraw");
    await world.moveTo(thisRound.digest + day + minute);
    const copies = await copiesOf(world);
    expect(copies.length).toBeGreaterThan(2);
    const text = JSON.stringify(copies);
    expect(text).not.toContain("printer");
    expect(text).not.toContain("Omar Haddad");
    expect(text).toContain("The door is heavy");
    expect(copies[0]?.message).toMatchObject({
      digest: {
        top: expect.arrayContaining([expect.objectContaining({ title: "", number: expect.any(Number), withdrawnAt: expect.any(Number) })]),
      },
    });
    // An idea that left it is among those withdrawn in the last version.
    expect(copies.at(-1)?.message).toMatchObject({ digest: { withdrawn: [{ number: expect.any(Number), at: expect.any(Number) }] } });
    const stored = await storedIn(world);
    expect(stored).not.toContain("printer");
  });

  test("go with a person's data: the name alone, or their words too", async () => {
    await world.moveTo(thisRound.digest);
    await piaTakesIt();
    await world.moveTo(thisRound.digest + day);
    await isErased(world, pia);
    let text = JSON.stringify(await copiesOf(world));
    expect(text).not.toContain("Pia Holm");
    expect(text).toContain("The door is heavy");
    await isErased(world, omar, "Delete my ideas too");
    text = JSON.stringify(await copiesOf(world));
    expect(text).not.toContain("Omar Haddad");
    expect(text).not.toContain("printer");
  });

  test("stay as posted when a lead gives the idea another title", async () => {
    await world.moveTo(thisRound.digest);
    await world.moveTo(nextRound.question);
    await omar.answers("The lamp is dark");
    await world.moveTo(nextRound.draft);
    await sara.changes("The door is heavy", "Save", { Title: "Heavy doors" });
    await world.moveTo(nextRound.draft + minute);
    const texts = (await copiesOf(world)).map(({ message }) => JSON.stringify(message));
    expect(texts.map((text) => ["The door is heavy", "Heavy doors"].filter((title) => text.includes(`"${title}"`)))).toEqual([
      ["The door is heavy"],
      ["Heavy doors"],
    ]);
  });

  test("are found at any size of a message, and cut in no character", async () => {
    const { rows } = world.ports;
    const title = `${"👩‍👩‍👧‍👦".repeat(100)} Sara Lind ${"é".repeat(3)}`;
    const idea = (at: number, times: number) => ({
      id: `i${at}`,
      number: at,
      title: title.repeat(times),
      voices: 1,
      stage: "new",
      ownerAsked: false,
      authorName: "Sara Lind",
    });
    const digest = (times: number) => ({
      ...(world.inTeam("digest")[0]?.digest ?? {}),
      team: { id: teamId, name: "T", zone: "UTC" },
      top: Array.from({ length: 30 }, (_, at) => idea(at, times)),
    });
    for (const [kind, times] of [
      ["board", 4],
      ["review", 40],
    ] as const) {
      const message = { say: "digest", digest: digest(times) } as never;
      const post = { kind, post: "b", message, spoken: ["sv", "fi"] as const, names: new Map([["p1", "Sara Lind"]]) };
      expect(await rows.commit(teamPartition(teamId), [putFirstCopy(post, 5)])).toBe("done");
      expect(await rows.commit(teamPartition(teamId), [standsChange(post, 6)])).toBe("done");
      const copy = (await copiesOf(world)).find((one) => one.kind === kind);
      expect(copy).toMatchObject({ at: 6, spoken: ["sv", "fi"] });
      if (times === 4) expect(copy?.message).toEqual(message);
      else expect(JSON.stringify(copy?.message)).toContain("👩‍👩‍👧‍👦");
      await blankCopies(rows, teamId, post, "i7", 9);
      const blanked = (await copiesOf(world)).find((one) => one.kind === kind)?.message;
      expect(blanked).toMatchObject({
        digest: { top: expect.arrayContaining([expect.objectContaining({ id: "i7", title: "", withdrawnAt: 9 })]) },
      });
      expect(await rows.commit(teamPartition(teamId), [insertVersion(post, 2, 7)])).toBe("done");
      expect(await rows.commit(teamPartition(teamId), [insertVersion(post, 2, 7)])).toBe("exists");
    }
  });

  test("two people of one name are nobody once one of them is erased", () => {
    const message = { say: "digest", digest: { owner: "Anna Berg", passed: { contact: "Eva Ek" } } } as never;
    const apart = namesApart(
      message,
      new Map([
        ["p1", "Anna Berg"],
        ["p2", "Anna Berg"],
      ]),
    );
    expect(apart.json).not.toContain("Anna");
    expect(apart.json).not.toContain("Eva");
    expect(withNames(apart)).toEqual(message);
    const people = peopleWithout(apart.people, { ids: ["p2"], names: ["Anna Berg"] });
    expect(withNames({ ...apart, people })).toEqual({ say: "digest", digest: { owner: "", passed: { contact: "Eva Ek" } } });
    expect(JSON.stringify(peopleWithout(people, { ids: [], names: ["Eva Ek"] }))).not.toMatch(/Eva|Anna|p1|p2/);
  });
});
