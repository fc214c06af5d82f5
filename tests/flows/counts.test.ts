import { describe, expect, test } from "vitest";
import type { Change, Row } from "../../src/ports.ts";
import { readIdeas } from "../../src/store/idea.ts";
import { minute, nextRound, thisRound } from "../world/moments.ts";
import { line } from "../world/words.ts";
import { expectSay, startWorld, teamId } from "../world/world.ts";

/*
 * Exact costs in calls and bytes. A test fails when a count changes, so that a change of cost is a decision.
 * The promises are in docs/operations.md, "Promises and their evidence".
 */

const names = Array.from({ length: 100 }, (_, at) => `Person ${at}`);

const startTeam = async () => {
  const world = await startWorld(names);
  await world.added("Person 0");
  await world.moveTo(thisRound.question);
  return world;
};

const friction = "The printer is slow";

test("an answer is stored by one call of the store, a repeated one costs two, and nothing is read before it", async () => {
  const world = await startTeam();
  const [first, known, unknown] = [world.person("Person 1"), world.person("Person 2"), world.person("Person 3")];
  // The person is known already: facts about a new person are read and stored in the background, after their answer is stored.
  for (let times = 0; times < 2; times++) await known.writes("help");
  // Somebody of the team has answered within the last seconds.
  await first.press("Send", { [line]: friction });
  world.calls.length = 0;
  await unknown.press("Send", { [line]: friction });
  expect(world.calls.find(({ partition }) => partition === `team|${teamId}`)?.name).toBe("commit");
  await world.settle();
  world.calls.length = 0;
  expectSay(await known.press("Send", { [line]: friction }), "receipt");
  expect(world.calls.map(({ name }) => name)).toEqual(["commit"]);
  world.calls.length = 0;
  expectSay(await known.onAnotherDevice().press("Send", { [line]: friction }), "receipt");
  expect(world.calls.map(({ name }) => name)).toEqual(["commit", "get"]);
});

test("a question costs 2.02 calls of the store, and one message of Teams", async () => {
  const world = await startTeam();
  await world.moveTo(nextRound.question - minute);
  const posted = world.posted.length;
  world.calls.length = 0;
  await world.moveTo(nextRound.question);
  const touchesAsk = (change: Change) => change.key.startsWith(`asked|${nextRound.id}|`);
  const writes = world.calls.filter(({ name, changes }) => name === "commit" && changes.some(touchesAsk));
  expect(writes.length / names.length).toBe(2.02);
  expect((world.posted.length - posted) / names.length).toBe(1);
  // The other calls are for the round itself: team, people, due rows. They are counted so that they do not grow unseen.
  const others = world.calls.length - writes.length;
  expect(others).toBeLessThanOrEqual(60);
});

/** Azure's own formula, https://learn.microsoft.com/azure/storage/tables/table-storage-overview and the blog post it refers to. */
const bytesOf = ({ key, values }: Row, partition: string): number =>
  4 +
  2 * (partition.length + key.length) +
  Object.entries(values).reduce(
    (sum, [name, value]) =>
      sum + 8 + 2 * name.length + (typeof value === "string" ? 2 * value.length + 4 : typeof value === "boolean" ? 1 : 8),
    0,
  );

describe("a member and week", () => {
  test("takes at most 350 bytes in the store, whether they answer, are reminded, or neither", async () => {
    const world = await startTeam();
    await world.person("Person 1").presses("Nothing this week");
    await world.moveTo(thisRound.reminder);
    const partition = `team|${teamId}`;
    const rows = await world.ports.rows.list(partition, { from: "", to: "~" });
    const ofPerson = (name: string) => rows.filter(({ key }) => key.includes(thisRound.id) && key.includes(world.person(name).id));
    const bytes = (name: string) => ofPerson(name).reduce((sum, row) => sum + bytesOf(row, partition), 0);
    expect([ofPerson("Person 1").length, ofPerson("Person 2").length]).toEqual([1, 1]);
    expect(bytes("Person 1")).toBeLessThanOrEqual(350);
    expect(bytes("Person 2")).toBeLessThanOrEqual(350);
  });
});

test("a digest reads each row of its team once, also where it has more new ideas than one transaction takes", async () => {
  const world = await startTeam();
  for (const name of names.slice(0, 90)) await world.person(name).answers(friction);
  await world.moveTo(thisRound.digest - minute);
  world.calls.length = 0;
  await world.moveTo(thisRound.digest);
  const ranges = world.calls.filter(({ name, range }) => name === "list" && range.startsWith("idea|"));
  expect(ranges).toHaveLength(1);
  expect(world.inTeam("digest")[0]?.digest.freshCount).toBe(90);
  const ideas = await readIdeas(world.ports.rows, teamId);
  const numbers = ideas.map(({ idea }) => idea.number ?? 0).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 90 }, (_, at) => at + 1));
});
