import { beforeEach, describe, expect, test } from "vitest";
import { personIdOf } from "../../src/domain/ids.ts";
import type { RosterMember } from "../../src/domain/teams/roster.ts";
import { readTeam } from "../../src/store/team.ts";
import { hour, minute, nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, generalChannel, startWorld, teamId, tenantId, type World } from "../world/world.ts";

/* A roster from Teams is checked before it takes anything away. */

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
});

const team = async () => (await readTeam(world.ports.rows, teamId))?.team;
const leads = async () => (await team())?.leads;
const standing = async (kind: "member" | "guest" | "left") =>
  (await world.ports.rows.list(`team|${teamId}`, { from: `${kind}|`, to: `${kind}}` })).map(({ values }) => String(values.name)).sort();
const everybody = ["Jonas Berg", "Omar Haddad", "Pia Holm", "Sara Lind"];

const read = async () => {
  await world.put({ job: "read-team", team: teamId });
  await world.settle();
};

const without = (...names: readonly string[]) =>
  void world.roster.splice(0, world.roster.length, ...world.roster.filter(({ name }) => !names.includes(name)));
const saysLeft = (name: string) =>
  world.receive({ happened: "team-changed", place: world.inChannel, left: [{ teamsId: `29:${name}`, entraId: `entra-${name}` }] });
const asked = (person: Person) => person.got("idea-form").filter(({ why }) => why === "prompt").length;
const logged = (event: string) => world.logged.filter((line) => line.event === event).map(({ facts }) => facts);

/** Every reading of the roster, and what each page of it said. */
const countReadings = () => {
  const { roster } = world.ports.channel;
  const pages: (string | undefined)[] = [];
  Object.assign(world.ports.channel, {
    roster: (...given: Parameters<typeof roster>) => {
      pages.push(given[1]);
      return roster(...given);
    },
  });
  return pages;
};

describe("a roster that lacks more than half of the team", () => {
  test("marks nobody as left and takes no lead, is read again after a minute, and is forgotten when the team is back", async () => {
    const before = [...world.roster];
    world.roster.length = 0;
    await read();
    expect([await standing("member"), await leads()]).toEqual([everybody, [sara.id]]);
    expect(logged("roster-doubted")).toEqual([{ team: teamId, why: "shrunk", known: 4, read: 0 }]);
    const pages = countReadings();
    world.roster.push(...before);
    await world.moveTo(world.now() + minute);
    expect(pages).toHaveLength(1);
    expect((await team())?.shrunkAt).toBeUndefined();
  });

  test("is believed when a later round still finds it so, and not before", async () => {
    without("Sara Lind", "Pia Holm", "Jonas Berg");
    await read();
    await world.moveTo(world.now() + minute);
    await read();
    expect(await standing("member")).toEqual(everybody);
    await world.moveTo(thisRound.question);
    expect([await standing("member"), await standing("left"), await leads()]).toEqual([
      ["Omar Haddad"],
      ["Jonas Berg", "Pia Holm", "Sara Lind"],
      [],
    ]);
    expect(asked(pia)).toBe(0);
  });

  test("that comes with the round asks everybody whom the team knows", async () => {
    without("Pia Holm", "Jonas Berg", "Omar Haddad");
    await world.moveTo(thisRound.question);
    expect([jonas, omar, pia, sara].map(asked)).toEqual([1, 1, 1, 1]);
  });

  test("and is empty is never believed", async () => {
    world.roster.length = 0;
    await world.moveTo(thisRound.question);
    await world.moveTo(nextRound.question);
    expect([[jonas, omar, pia, sara].map(asked), await standing("left"), await leads()]).toEqual([[2, 2, 2, 2], [], [sara.id]]);
  });

  test("is believed at once of those of whom events have said so", async () => {
    without("Sara Lind", "Pia Holm", "Jonas Berg");
    for (const name of ["Sara Lind", "Pia Holm", "Jonas Berg"]) await saysLeft(name);
    await world.moveTo(world.now() + minute);
    expect([await standing("member"), await leads()]).toEqual([["Omar Haddad"], []]);
  });
});

describe("a roster that makes guests of more than half of the team", () => {
  const guests = (...names: readonly string[]) =>
    void world.roster.splice(0, world.roster.length, ...world.roster.map((one) => ({ ...one, isGuest: names.includes(one.name) })));

  test("makes a guest of nobody and takes no lead, and is forgotten when they are members again", async () => {
    guests(...everybody);
    await read();
    expect([await standing("member"), await standing("guest"), await leads()]).toEqual([everybody, [], [sara.id]]);
    expect(logged("roster-doubted")).toEqual([{ team: teamId, why: "shrunk", known: 4, read: 4 }]);
    guests();
    await world.moveTo(world.now() + minute);
    expect((await team())?.shrunkAt).toBeUndefined();
  });

  test("is believed when a later round still finds it so", async () => {
    guests("Sara Lind", "Pia Holm", "Jonas Berg");
    await read();
    expect(await standing("guest")).toEqual([]);
    await world.moveTo(thisRound.question);
    expect([await standing("member"), await standing("guest"), await leads()]).toEqual([
      ["Omar Haddad"],
      ["Jonas Berg", "Pia Holm", "Sara Lind"],
      [],
    ]);
  });

  test("one of a few is believed at once", async () => {
    guests("Pia Holm");
    await read();
    expect([await standing("guest"), logged("roster-doubted")]).toEqual([["Pia Holm"], []]);
  });
});

test("a week is not used up where the roster shows nobody: the question waits for people, and for no longer than six hours", async () => {
  const fresh = await startWorld([]);
  await fresh.added("Sara Lind");
  await fresh.moveTo(thisRound.question);
  const begun = async () => (await fresh.ports.rows.get(`team|${teamId}`, `round|${thisRound.id}`)) !== undefined;
  expect(await begun()).toBe(false);
  fresh.join("Sara Lind");
  fresh.join("Omar Haddad");
  await fresh.moveTo(fresh.now() + 5 * minute);
  expect([await begun(), fresh.person("Omar Haddad").got("idea-form").length]).toEqual([true, 1]);

  const empty = await startWorld([]);
  await empty.added("Sara Lind");
  await empty.moveTo(thisRound.question);
  for (let passed = 0; passed < 7 * hour; passed += 30 * minute) await empty.moveTo(empty.now() + 30 * minute);
  expect((await readTeam(empty.ports.rows, teamId))?.team.nextPromptAt).toBe(nextRound.question);
});

describe("a lead", () => {
  test("who is missing from one roster stays a lead, and a member", async () => {
    const member = world.roster.find(({ name }) => name === sara.name);
    without("Sara Lind");
    await read();
    expect([await leads(), await standing("member")]).toEqual([[sara.id], everybody]);
    if (member) world.roster.push(member);
    await read();
    without("Sara Lind");
    await world.moveTo(world.now() + 2 * hour);
    await read();
    expect(await leads()).toEqual([sara.id]);
  });

  test("who is missing from two rosters an hour apart has left, and the second reading comes by itself", async () => {
    without("Sara Lind");
    await read();
    await world.moveTo(world.now() + 30 * minute);
    await read();
    expect(await leads()).toEqual([sara.id]);
    await world.moveTo(world.now() + 31 * minute);
    expect([await leads(), await standing("left")]).toEqual([[], ["Sara Lind"]]);
  });

  test("of whom an event says that they left has left with the first reading that lacks them, and stays where it still shows them", async () => {
    await saysLeft("Sara Lind");
    await world.moveTo(world.now() + minute);
    expect(await leads()).toEqual([sara.id]);
    without("Sara Lind");
    await saysLeft("Sara Lind");
    await world.moveTo(world.now() + minute);
    expect([await leads(), await standing("left")]).toEqual([[], ["Sara Lind"]]);
  });
});

describe("a reading", () => {
  const page = (members: readonly RosterMember[], next?: string) => ({ got: { members, ...(next === undefined ? {} : { next }) } });

  test.each<[string, (asked: number, from?: string) => ReturnType<typeof page>]>([
    ["whose next page is itself", (_, from) => page(world.roster.slice(0, 2), from ?? "first")],
    ["whose pages repeat under new names", (asked) => page(world.roster.slice(0, 2), `page ${asked}`)],
    ["whose pages are empty and never end", (asked) => page([], `page ${asked}`)],
  ])("%s ends, and marks nobody as left", async (_, answer) => {
    let calls = 0;
    const people = [...world.roster];
    Object.assign(world.ports.channel, {
      roster: async (_to: unknown, from?: string) => {
        calls += 1;
        if (calls > 2_000) throw new Error("it goes on and on");
        return answer(calls, from);
      },
    });
    await read();
    expect(await standing("member")).toEqual(everybody);
    expect(logged("roster-doubted").map(({ why }) => why)).toEqual(["cut"]);
    expect(people).toHaveLength(4);
    expect(calls).toBeLessThanOrEqual(700);
  });

  test("with somebody who cannot be made out marks nobody as left but those of whom an event says so", async () => {
    const { roster } = world.ports.channel;
    const everyone = [...world.roster];
    const unread = async (...given: Parameters<typeof roster>) => {
      const read = await roster(...given);
      return "got" in read ? { got: { ...read.got, unread: 1 } } : read;
    };
    Object.assign(world.ports.channel, { roster: unread });
    without("Pia Holm");
    await read();
    expect([await standing("member"), logged("roster-doubted")]).toEqual([everybody, [{ team: teamId, why: "unread", known: 4, read: 3 }]]);
    without("Sara Lind");
    await world.moveTo(world.now() + 2 * hour);
    await read();
    expect(await leads()).toEqual([sara.id]);
    await saysLeft("Pia Holm");
    await world.moveTo(world.now() + minute);
    expect(await standing("left")).toEqual(["Pia Holm"]);
    Object.assign(world.ports.channel, { roster });
    world.roster.splice(0, 9, ...everyone);
    await read();
    expect([await standing("member"), await leads()]).toEqual([everybody, [sara.id]]);
  });

  test("of channels that are named twice keeps each once, and one of none keeps those that were known", async () => {
    const channels = [
      { id: "19:a", name: "General" },
      { id: "19:a", name: "General" },
      { id: "19:b", name: "Night" },
    ];
    Object.assign(world.ports.channel, { channels: async () => ({ got: channels }) });
    await read();
    expect((await team())?.channels.map(({ name }) => name)).toEqual(["General", "Night"]);
    channels.length = 0;
    await read();
    expect((await team())?.channels.map(({ name }) => name)).toEqual(["General", "Night"]);
  });

  test("of more channels than a row can hold keeps as many as it can, and that of the digest", async () => {
    const all = Array.from({ length: 600 }, (_, at) => ({ id: `19:${String(at).padStart(200, "0")}`, name: '"'.repeat(50) }));
    all.push({ id: generalChannel, name: "General" });
    Object.assign(world.ports.channel, { channels: async () => ({ got: all }) });
    await read();
    const kept = (await team())?.channels ?? [];
    expect(kept.length).toBeGreaterThan(80);
    expect(kept.map(({ name }) => name)).toContain("General");
    expect(logged("job-ended").filter(({ outcome }) => outcome === "failed")).toEqual([]);
  });

  test("serves all events of half a minute", async () => {
    const pages = countReadings();
    for (let at = 0; at < 200; at++) {
      world.join(`Member ${at}`);
      await world.receive({ happened: "team-changed", place: world.inChannel });
    }
    await world.moveTo(world.now() + minute);
    // One reading, of five pages.
    expect([await standing("member").then(({ length }) => length), pages.length]).toEqual([204, 5]);
  });
});

describe("a person", () => {
  const reveal = (change: (member: RosterMember) => RosterMember) =>
    void world.roster.splice(0, world.roster.length, ...world.roster.map(change));
  const nameless = ({ entraId: _, ...member }: RosterMember): RosterMember => member;
  const withoutId = ({ teamsId, name }: Person) => ({ person: personIdOf(tenantId, { teamsId }), teamsId, name });

  test("is the same in capitals, and so is the tenant", () => {
    const [entraId, teamsId] = ["aaaaaaaa-0000-4000-8000-00000000000a", "29:aB"];
    expect(personIdOf(tenantId.toUpperCase(), { teamsId, entraId: entraId.toUpperCase() })).toBe(
      personIdOf(tenantId, { teamsId, entraId }),
    );
    expect(personIdOf(tenantId, { teamsId: "29:Ab" })).not.toBe(personIdOf(tenantId, { teamsId }));
  });

  test("stays who they are in a roster without Entra ids, and in one with them again", async () => {
    await world.moveTo(thisRound.question);
    const known = world.roster.map(({ entraId }) => entraId);
    reveal(nameless);
    await world.moveTo(nextRound.question);
    reveal((member) => ({ ...member, entraId: known[world.roster.indexOf(member)] ?? "" }));
    await world.moveTo(roundAfter(2).question);
    expect([await standing("member"), await standing("left"), await leads()]).toEqual([everybody, [], [sara.id]]);
    expect([jonas, omar, pia, sara].map(asked)).toEqual([3, 3, 3, 3]);
  });

  test("whose name is not told keeps the one that was known", async () => {
    reveal((member) => ({ ...member, name: "" }));
    await read();
    expect(await standing("member")).toEqual(everybody);
  });

  test.each([false, true])("who stands in one roster as a member and as a guest (%s first) is what they were", async (first) => {
    const known = world.roster.find(({ name }) => name === omar.name);
    const fresh = world.join("Nina Ny");
    if (!known) throw new Error("nobody");
    const others = world.roster.filter((one) => one !== known && one !== fresh);
    const both = [first, !first].flatMap((isGuest) => [known, fresh].map((one) => ({ ...one, isGuest })));
    world.roster.splice(0, world.roster.length, ...others, ...both);
    await read();
    expect([await standing("member"), await standing("guest")]).toEqual([everybody, ["Nina Ny"]]);
  });

  test.each([false, true])(
    "whom a roster shows twice, as two of Teams' ids (the new one first: %s), stays who they were",
    async (first) => {
      const known = world.roster.find(({ name }) => name === omar.name);
      if (!known) throw new Error("nobody");
      world.roster[first ? "unshift" : "push"]({ ...known, teamsId: "29:Another", name: "Another" });
      await read();
      expect([await standing("member"), await standing("left")]).toEqual([everybody, []]);
      await world.moveTo(thisRound.question);
      expect([asked(omar), world.posted.filter(({ message }) => message.say === "idea-form").length]).toEqual([1, 4]);
    },
  );

  test("is known by Teams' own id in a message without an Entra id", async () => {
    const said = await world.receive({
      happened: "wrote",
      who: withoutId(omar),
      place: omar.chat,
      text: "idea no object id",
      activity: "7",
    });
    expectSay(said?.message, "receipt");
    expect(expectSay(await omar.writes("my ideas"), "my-ideas").ideas).toHaveLength(1);
  });

  test("whom the first roster names without an Entra id is themselves, where they have been heard with it", async () => {
    const fresh = await startWorld();
    fresh.roster.splice(0, fresh.roster.length, ...fresh.roster.map(nameless));
    await fresh.added("Sara Lind");
    const rows = await fresh.ports.rows.list(`team|${teamId}`, { from: "member|", to: "member}" });
    expect(rows.find(({ values }) => values.name === "Sara Lind")?.key).toBe(`member|${sara.id}`);
    expect(expectSay(await fresh.person("Sara Lind").writes("settings"), "settings").written.leads).toEqual([sara.id]);
  });

  test("who was known by Teams' own id alone is themselves when Teams tells their Entra id, with what they chose, and is asked once", async () => {
    const fresh = await startWorld();
    const whole = [...fresh.roster];
    fresh.roster.splice(0, fresh.roster.length, ...whole.map(nameless));
    await fresh.receive({ happened: "added-to-team", who: withoutId(sara), place: fresh.inChannel });
    await fresh.settle();
    await fresh.receive({
      happened: "wrote",
      who: withoutId(omar),
      place: omar.chat,
      text: "pause",
      activity: "8",
    });
    await fresh.settle();
    fresh.roster.splice(0, fresh.roster.length, ...whole);
    await fresh.moveTo(thisRound.question);
    const rows = await fresh.ports.rows.list(`team|${teamId}`, { from: "member|", to: "member}" });
    expect(rows.map(({ key }) => key).sort()).toEqual([jonas, omar, pia, sara].map(({ id }) => `member|${id}`).sort());
    expect((await readTeam(fresh.ports.rows, teamId))?.team).toMatchObject({
      leads: [sara.id],
      addedBy: sara.id,
    });
    expect(everybody.map((name) => fresh.person(name).got("idea-form").length)).toEqual([1, 0, 1, 1]);
  });
});
