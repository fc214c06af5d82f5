import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { postedResults } from "../../src/flows/records/posted-results.ts";
import { resultsRoute } from "../../src/http/results.ts";
import { putAddress } from "../../src/store/address.ts";
import { closeDoor, forget, logged, open } from "../http/door.ts";
import { storedIn } from "../people/erased.ts";
import { day, minute, nextRound, thisRound, week } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { everyRow } from "../world/rows.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia } = await aTeam());
});

const makesAddress = async (): Promise<string> => {
  const said = expectSay(await sara.sendsByHand({ verb: "make-address", team: teamId }), "results-address");
  expect(JSON.stringify(render(said, "en").card)).toContain(`/teams/${said.token}/posted.json`);
  return said.token ?? "";
};

/** Omar's idea with his name is done by Pia, and Pia's is stopped; the digest tells both. A third waits. */
const aRoundOfResults = async () => {
  await world.moveTo(thisRound.question);
  await omar.presses("Add details");
  await omar.answers("The printer is slow", { "Show my name": "true" });
  await pia.answers("The door is heavy");
  await world.moveTo(thisRound.digest);
  const numberOf = (title: string) => world.inTeam("digest")[0]?.digest.top.find((one) => one.title === title)?.number ?? 0;
  const [printer, door] = [numberOf("The printer is slow"), numberOf("The door is heavy")];
  await pia.writes(`take #${printer}`);
  await sara.writes(`take #${door}`);
  await sara.writes(`stop #${door} Doors are the landlord's`);
  await pia.writes(`done #${printer} A new tray`);
  await world.moveTo(nextRound.question);
  await omar.answers("The lamp is dark");
  await world.moveTo(nextRound.digest);
  return { printer, door };
};

describe("the posted results of a team", () => {
  test("have an address that a lead can copy as it stands on the card", async () => {
    const url = "https://gnist.example.org";
    const said = expectSay(await sara.sendsByHand({ verb: "make-address", team: teamId }), "results-address");
    const shown = JSON.stringify(render({ ...said, url }, "en").card);
    expect(shown).toContain(`"${url}/teams/${said.token}/posted.json"`);
    expect(shown).not.toContain("Put the address of your Gnist server before it.");
  });

  test("are the finished ideas as the digest told them, by number and without names, and nothing that is only written", async () => {
    const { printer, door } = await aRoundOfResults();
    await omar.writes("idea Nobody has seen this");
    const token = await makesAddress();
    const read = await postedResults(token, world.ports);
    const posted = "2026-12-08";
    expect(read?.team).toBe("North clinic");
    expect(read?.results.toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0))).toEqual(
      [
        { number: printer, title: "The printer is slow", kind: "other", stage: "adopted", result: "A new tray", cycle: 1, posted },
        { number: door, title: "The door is heavy", kind: "other", stage: "stopped", lesson: "Doors are the landlord's", cycle: 1, posted },
      ].toSorted((one, other) => one.number - other.number),
    );
    expect(JSON.stringify(read)).not.toMatch(/Omar|Pia|Sara|lamp|Nobody/);
  });

  test("stay, under the day of the digest that told them, when later ends take their place in its post", async () => {
    await world.moveTo(thisRound.question);
    const titles = Array.from({ length: 7 }, (_, at) => `Lamp ${at} is dark`);
    for (const title of titles) await omar.writes(`idea ${title}`);
    await world.moveTo(thisRound.digest);
    const ends = async (from: number, to: number) => {
      for (let number = from; number <= to; number += 1) {
        await pia.writes(`take #${number}`);
        await pia.writes(`done #${number} A new bulb`);
      }
    };
    await ends(1, 4);
    await world.moveTo(nextRound.question);
    await world.moveTo(nextRound.digest);
    await ends(5, 6);
    const read = await postedResults(await makesAddress(), world.ports);
    const told = read?.results.map(({ number = 0, posted }) => [number, posted] as const).toSorted(([one], [other]) => one - other);
    expect(told).toEqual([1, 2, 3, 4, 5, 6].map((number) => [number, "2026-12-08"]));
  });

  test("leave out an idea that a lead has opened again", async () => {
    const { printer, door } = await aRoundOfResults();
    await world.moveTo(nextRound.digest + week);
    await sara.writes(`#${printer}`);
    await sara.presses("Reopen");
    await sara.presses("Reopen", { Reason: "It is slow again" });
    const read = await postedResults(await makesAddress(), world.ports);
    expect(read?.results.map(({ number }) => number)).toEqual([door]);
  });

  test("lose the words that their author has deleted", async () => {
    const { printer } = await aRoundOfResults();
    const token = await makesAddress();
    await omar.writes("delete my data");
    await omar.presses("Delete my ideas too");
    await world.moveTo(nextRound.digest + day);
    const read = await postedResults(token, world.ports);
    expect(read?.results.filter((one) => one.number === printer && "title" in one)).toEqual([]);
    expect(read?.results.length).toBeGreaterThan(0);
    expect(JSON.stringify(read)).not.toContain("printer");
    expect(JSON.stringify(read)).not.toContain("A new tray");
  });

  test("are nowhere once the address is replaced or revoked, and the store has no token", async () => {
    await aRoundOfResults();
    const first = await makesAddress();
    const second = await makesAddress();
    expect(await postedResults(first, world.ports)).toBeUndefined();
    expect(await postedResults(second, world.ports)).toBeDefined();
    expect(await storedIn(world)).not.toContain(second);
    await sara.sendsByHand({ verb: "revoke-address", team: teamId });
    expect(await postedResults(second, world.ports)).toBeUndefined();
    expect(await postedResults("", world.ports)).toBeUndefined();
    expect(JSON.stringify(world.logged)).not.toContain(second);
  });

  test("have one address, and one index, where two leads make one at once", async () => {
    const tokens = ["a".repeat(22), "b".repeat(22)];
    await Promise.all(tokens.map((token) => putAddress(world.ports.rows, teamId, token, world.now())));
    const found = await Promise.all(tokens.map((token) => postedResults(token, world.ports)));
    expect(found.filter((one) => one !== undefined)).toHaveLength(1);
    expect((await everyRow(world)).filter(({ partition }) => partition.startsWith("address|"))).toHaveLength(1);
  });

  test("end with the team, and no index is left", async () => {
    await aRoundOfResults();
    const token = await makesAddress();
    await world.receive({ happened: "removed-from-team", place: world.inChannel });
    await world.moveTo(world.now() + minute);
    expect(await postedResults(token, world.ports)).toBeUndefined();
    await world.moveTo(world.now() + 6 * week);
    expect(await storedIn(world)).not.toContain("address|");
  });
});

describe("the door of posted results", () => {
  const token = "abcdefghijklmnopqrstuv";
  const opened = (now?: () => number) =>
    open({ more: [resultsRoute(async (one) => (one === token ? { team: "T", results: [] } : undefined), now)] });
  beforeEach(forget);
  afterEach(closeDoor);

  test("answers in JSON that nobody else keeps, and with nothing new to one who has it", async () => {
    const url = await opened();
    const got = await fetch(`${url}/teams/${token}/posted.json`);
    expect([got.status, got.headers.get("content-type"), got.headers.get("cache-control")]).toEqual([
      200,
      "application/json; charset=utf-8",
      "private, max-age=60",
    ]);
    expect(await got.json()).toEqual({ team: "T", results: [] });
    const etag = got.headers.get("etag") ?? "";
    // A proxy that compresses an answer makes its tag a weak one; a cache may send several.
    for (const known of [etag, `W/${etag}`, `"older", ${etag}`, "*"]) {
      const again = await fetch(`${url}/teams/${token}/posted.json`, { headers: { "if-none-match": known } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    const other = await fetch(`${url}/teams/${token}/posted.json`, { headers: { "if-none-match": '"older"' } });
    expect(other.status).toBe(200);
  });

  test("has nothing at any other token, logs none, and slows one who asks too often", async () => {
    let now = 0;
    const url = await opened(() => now);
    for (const other of ["abcdefghijklmnopqrstuw", "short", "a'b"]) {
      const got = await fetch(`${url}/teams/${other}/posted.json`);
      expect([got.status, got.headers.get("content-type")]).toEqual([404, "application/json; charset=utf-8"]);
    }
    expect(JSON.stringify(logged)).not.toContain("abcdefghijklmnopqrstu");
    const ask = async () => (await fetch(`${url}/teams/${token}/posted.json`)).status;
    for (let times = 0; times < 60; times += 1) expect(await ask()).toBe(200);
    expect(await ask()).toBe(429);
    now += minute;
    expect(await ask()).toBe(200);
  });

  test("reads nothing for one who asks too often", async () => {
    let reads = 0;
    const read = async () => {
      reads += 1;
      return { team: "T", results: [] };
    };
    const url = await open({ more: [resultsRoute(read, () => 0)] });
    for (let times = 0; times < 70; times += 1) await fetch(`${url}/teams/${token}/posted.json`);
    expect(reads).toBe(60);
  });
});
