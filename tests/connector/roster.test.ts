import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sara, startWorld, teamId, tenant, type World } from "./world.ts";

/* The people and channels of a team, as Teams writes it and Gnist reads it. */

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.stop());
beforeEach(() => {
  world.connector.calls.length = 0;
  world.connector.fates.length = 0;
  world.connector.members.splice(0, Number.POSITIVE_INFINITY, []);
});

const roster = () => world.channel.roster(world.address(teamId));

test("names of people, team and channels come on one line, without what nobody sees", async () => {
  world.connector.members.splice(0, 1, [
    { id: "29:a", name: "Sara\u2028Lind\u200b" },
    { id: "29:b", name: "\u200b", givenName: "Per\u0085", surname: "\u202eBerg" },
  ]);
  expect(await roster()).toMatchObject({ got: { members: [{ name: "Sara Lind" }, { name: "Per Berg" }] } });
  world.connector.fates.push({ status: 200, body: { name: "North\r\nclinic\ud83d" } });
  expect(await world.channel.teamName(world.address(teamId))).toEqual({ got: "North clinic\ufffd" });
  world.connector.fates.push({
    status: 200,
    body: {
      conversations: [
        { id: "19:a", name: "Side\u2029door" },
        { id: "19:b", name: "\u2060" },
      ],
    },
  });
  expect(await world.channel.channels(world.address(teamId))).toEqual({
    got: [
      { id: "19:a", name: "Side door" },
      { id: "19:b", name: "General" },
    ],
  });
});

describe("the roster", () => {
  const person = (id: string, more: Record<string, unknown> = {}) => ({
    id,
    name: id,
    objectId: `e-${id}`,
    tenantId: tenant,
    userRole: "user",
    ...more,
  });

  test("comes in pages of 500", async () => {
    world.connector.members.splice(0, 1, [person("29:a")], [person("29:b")]);
    const first = await roster();
    expect(first).toEqual({ got: { members: [{ teamsId: "29:a", entraId: "e-29:a", name: "29:a", isGuest: false }], next: "1" } });
    expect(await world.channel.roster(world.address(teamId), "1")).toEqual({
      got: { members: [{ teamsId: "29:b", entraId: "e-29:b", name: "29:b", isGuest: false }] },
    });
    expect(world.connector.asked()[0]).toBe(`GET /v3/conversations/${teamId}/pagedmembers?pageSize=500`);
  });

  test("tells guests, leaves bots out, and makes do with what Teams gives", async () => {
    world.connector.members.splice(0, 1, [
      person("29:other-tenant", { tenantId: "22222222-2222-4222-8222-222222222222" }),
      person("29:external", { userPrincipalName: "anna_north.example#EXT#@south.example" }),
      person("29:anonymous", { userRole: "anonymous" }),
      person("29:in-capitals", { userRole: "Guest" }),
      person("28:bot"),
      person("29:bot-by-role", { userRole: "Bot" }),
      person("29:bare", {
        name: null,
        givenName: "Per",
        surname: "Berg",
        objectId: null,
        aadObjectId: "e",
        tenantId: null,
        userRole: null,
      }),
    ]);
    const read = await roster();
    expect("got" in read && read.got.members.map(({ teamsId, isGuest }) => [teamsId, isGuest])).toEqual([
      ["29:other-tenant", true],
      ["29:external", true],
      ["29:anonymous", true],
      ["29:in-capitals", true],
      ["29:bare", false],
    ]);
    expect("got" in read && read.got.members.at(-1)).toEqual({ teamsId: "29:bare", entraId: "e", name: "Per Berg", isGuest: false });
  });
});

test.each([
  ["in capitals", sara.aadObjectId.toUpperCase()],
  ["in braces", `{${sara.aadObjectId}}`],
  ["with spaces", ` ${sara.aadObjectId}\n`],
  ["without dashes", sara.aadObjectId.replaceAll("-", "")],
])("an Entra id %s is the same one", async (_, objectId) => {
  world.connector.members.splice(0, 1, [{ id: sara.id, name: sara.name, objectId }]);
  expect(await roster()).toEqual({ got: { members: [{ teamsId: sara.id, entraId: sara.aadObjectId, name: sara.name, isGuest: false }] } });
});

test.each(["00000000-0000-0000-0000-000000000000", "{}", "null", "undefined", " "])(
  "an Entra id %j, nobody's, is none",
  async (objectId) => {
    world.connector.members.splice(0, 1, [{ id: sara.id, name: sara.name, objectId, aadObjectId: "" }]);
    expect(await roster()).toEqual({ got: { members: [{ teamsId: sara.id, name: sara.name, isGuest: false }] } });
  },
);

test("an account that cannot be read is counted", async () => {
  world.connector.members.splice(0, 1, [{ id: sara.id, name: sara.name }, null, { name: "Omar" }, "Pia"] as never);
  expect(await roster()).toMatchObject({ got: { members: [{ teamsId: sara.id }], unread: 3 } });
});

test.each([tenant.toUpperCase(), `{${tenant}}`, " ", "00000000-0000-0000-0000-000000000000"])(
  "somebody whose tenant is written %j is no guest",
  async (tenantId) => {
    world.connector.members.splice(0, 1, [{ id: sara.id, name: sara.name, tenantId }]);
    expect(await roster()).toMatchObject({ got: { members: [{ isGuest: false }] } });
  },
);

test("a name has an end, and so has an id", async () => {
  const without = "x".repeat(100_000);
  world.connector.members.splice(0, 1, [{ id: sara.id, name: without }, { id: `29:${without}` }, { id: "" }, { id: "29:\ud83d" }]);
  expect(await roster()).toEqual({ got: { members: [{ teamsId: sara.id, name: "x".repeat(256), isGuest: false }], unread: 3 } });
  world.connector.fates.push({ status: 200, body: { name: without } });
  expect(await world.channel.teamName(world.address(teamId))).toEqual({ got: "x".repeat(256) });
  world.connector.fates.push({
    status: 200,
    body: {
      conversations: [
        { id: "19:a", name: without },
        { id: without, name: "b" },
      ],
    },
  });
  expect(await world.channel.channels(world.address(teamId))).toEqual({ got: [{ id: "19:a", name: "x".repeat(256) }] });
});
