import { describe, expect, test } from "vitest";
import { endedId, fillYears } from "../store/years.ts";
import { expectSay, personId, rowsOnPage, startWorld, teamId } from "./world.ts";

/*
 * A press costs in year five what it costs in the first week: rows and pages that it reads, and calls that it makes, are counted with and without years behind
 * the team.
 */

const names = ["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg"];

/** A team whose first digest is posted and whose second draft is out, with so many ended ideas behind it. */
const startTeam = async (ended: number) => {
  const world = await startWorld(names);
  await world.added("Sara Lind");
  await fillYears(world.ports.rows, teamId, { ended, people: names.map(personId), until: world.now() });
  await world.moveTo("2026-11-26T12:00:00Z");
  const send = async (name: string, friction: string) => {
    const form = world.got(name, "idea-form").at(-1);
    await world.presses(name, { verb: "submit-idea", team: teamId, secret: form?.secret, round: form?.round, friction });
  };
  await send("Omar Haddad", "The printer is slow");
  await send("Pia Holm", "Nobody knows who orders gloves");
  await world.moveTo("2026-12-01T12:00:00Z");
  await world.moveTo("2026-12-03T12:00:00Z");
  await send("Jonas Berg", "The lamps flicker");
  await world.moveTo("2026-12-08T08:00:00Z");
  return world;
};

type World = Awaited<ReturnType<typeof startTeam>>;
type Cost = { readonly calls: number; readonly rows: number; readonly pages: number };

const costOf = async (world: World, act: () => Promise<unknown>): Promise<Cost> => {
  await world.settle();
  world.calls.length = 0;
  await act();
  await world.settle();
  const read = world.calls.filter(({ name }) => name === "get" || name === "list");
  return {
    // The clock's own looks at what is due come as often as time is moved.
    calls: world.calls.filter(({ partition, name }) => !partition.startsWith("due|") && name !== "take").length,
    rows: read.reduce((sum, { rows }) => sum + rows, 0),
    pages: read.reduce((sum, { rows }) => sum + Math.max(1, Math.ceil(rows / rowsOnPage)), 0),
  };
};

const about = (world: World) => {
  const [digest] = world.inTeam("digest");
  return { team: teamId, idea: digest?.digest.top[0]?.id, digest: digest?.digest.id };
};

/** What people do, with everything that follows from it. */
const acts: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  "Me too": (world) => world.press("Jonas Berg", { verb: "add-voice", ...about(world) }, "channel"),
  "Me too again": (world) => world.press("Omar Haddad", { verb: "add-voice", ...about(world) }, "channel"),
  "I'll take it": (world) => world.press("Jonas Berg", { verb: "take-idea", ...about(world) }, "channel"),
  Assign: (world) => world.press("Jonas Berg", { verb: "assign-form", ...about(world) }, "channel"),
  "All ideas": (world) => world.press("Jonas Berg", { verb: "all-ideas", team: teamId, page: 0 }, "channel"),
  "the digest again": (world) => world.press("Jonas Berg", { verb: "show-digest", team: teamId, digest: about(world).digest }, "channel"),
  Edit: (world) => world.press("Omar Haddad", { verb: "save-idea", ...about(world), friction: "Slower" }),
  Withdraw: (world) => world.press("Omar Haddad", { verb: "withdraw-idea", ...about(world) }),
  "a draft's title": (world) => {
    const idea = world.got("Sara Lind", "draft").at(-1)?.digest.top[0]?.id;
    return world.press("Sara Lind", { verb: "edit-title", team: teamId, idea, title: "Lamps" });
  },
  "the draft": (world) => world.press("Sara Lind", { verb: "show-draft", team: teamId }),
  settings: (world) => world.write("Sara Lind", "settings"),
  "my ideas": (world) => world.write("Omar Haddad", "my ideas"),
  "my actions": (world) => world.write("Omar Haddad", "my actions"),
  digest: (world) => world.write("Omar Haddad", "digest"),
  "#1": (world) => world.write("Jonas Berg", "#1"),
  "withdraw #1": (world) => world.write("Pia Holm", "withdraw #1"),
  "take #1": (world) => world.write("Jonas Berg", "take #1"),
  status: (world) => world.write("Sara Lind", "status"),
  "the next digest": (world) => world.moveTo("2026-12-08T12:00:00Z"),
  "the next question": async (world) => {
    await world.moveTo("2026-12-08T12:00:00Z");
    await world.moveTo("2026-12-10T12:00:00Z");
  },
};

/** Rows of a person's own list, of which one page is read however long it is. */
const mayGrow: Readonly<Record<string, Cost>> = { "my ideas": { calls: 80, rows: 60, pages: 80 } };

describe("costs as much with 3,000 ended ideas behind the team as with none", () => {
  test.each(Object.entries(acts))("%s", async (name, act) => {
    const [first, later] = await Promise.all([startTeam(0), startTeam(3_000)]);
    const [before, after] = [await costOf(first, () => act(first)), await costOf(later, () => act(later))];
    const most = mayGrow[name] ?? before;
    expect(after.calls).toBeLessThanOrEqual(most.calls);
    expect(after.rows).toBeLessThanOrEqual(most.rows);
    expect(after.pages).toBeLessThanOrEqual(most.pages);
    expect(before.calls).toBeGreaterThan(0);
  });
});

test("a press reads its idea, the post it was pressed on with its ideas and their people, the team and the person, and no list", async () => {
  const world = await startTeam(0);
  world.calls.length = 0;
  await world.press("Jonas Berg", { verb: "add-voice", ...about(world) }, "channel");
  const lists = world.calls.filter(({ name, partition }) => name === "list" && partition === `team|${teamId}`);
  expect(lists).toEqual([]);
});

test("my ideas come in pages, to the oldest and back", async () => {
  const world = await startTeam(200);
  const pages: string[][] = [];
  let page = expectSay((await world.write("Omar Haddad", "my ideas"))?.message, "my-ideas");
  for (;;) {
    pages.push(page.ideas.map(({ idea }) => idea.id));
    if (page.older === undefined) break;
    page = expectSay((await world.press("Omar Haddad", { verb: "show-my-ideas", after: page.older }))?.message, "my-ideas");
    expect(page.later).toBe(true);
  }
  expect(Math.max(...pages.map((ids) => ids.length))).toBe(10);
  const own = Array.from({ length: 200 }, (_, at) => endedId(199 - at)).filter((_, at) => (199 - at) % 4 === 1);
  expect(pages.flat().slice(1)).toEqual(own);
});
