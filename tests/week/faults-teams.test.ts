import { afterAll, describe, expect, test } from "vitest";
import { personIdOf, teamIdOf } from "../../src/domain/ids.ts";
import { StoreFault } from "../../src/ports.ts";
import { fault, type Trouble, type TroubleName } from "../teams-stub/trouble.ts";
import type { Person, Team } from "../teams-stub/world.ts";
import { line } from "../world/words.ts";
import { countStates, type FaultWorld, openFaultWorld, postsTo, promptsTo, stateOf, untilStored } from "./fault-world.ts";

/*
 * Three processes, four tenants, one minute of faults: each tenant has its own trouble, and all of it is played once. The tests below look at the
 * messages that the stub received, and at the rows that are left.
 */

const throttledForMs = 30_000;
const quickly = 60_000;
/** Teams delivers again what was not answered within this time. */
const teamsPatienceMs = 15_000;

const broken = (status: number, taken: boolean): Trouble => ({ taken, hears: fault(status, "ServiceError", "No answer from behind.") });

/** One person for each; nobody can know what became of their question. */
const ambiguous: readonly (TroubleName | Trouble)[] = [
  "takes-and-drops",
  "drops",
  ...[502, 503, 504, 408].flatMap((status) => [broken(status, true), broken(status, false)]),
];
const silences: readonly TroubleName[] = ["takes-and-never-answers", "never-answers", "takes-and-never-answers"];

const idOf = (person: Person) => personIdOf(person.tenantId, person);
/** As the round goes through them. */
const inOrder = ({ members }: Team): readonly Person[] => members.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
const namesOf = (team: string, count: number) => Array.from({ length: count }, (_, at) => `${team} ${at}`);

const addTeam = ({ stub }: FaultWorld, tenant: string, name: string, size: number) =>
  stub.addTeam({ name, tenant, members: namesOf(name, size) });

const settled = ["sent", "doubtful", "refused"];
const isSettled = (team: Team) => (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, one) => sum + one, 0) === team.members.length &&
  Object.keys(counts).every((state) => settled.includes(state));
const untilSettled = (world: FaultWorld, team: Team) =>
  untilStored(async () => countStates(await world.asksOf(team)), isSettled(team), 2 * quickly);

type Troubled = { readonly person: Person; readonly trouble: TroubleName | Trouble };

const playMinute = async () => {
  const world = await openFaultWorld(3);
  const { stub } = world;
  const north = addTeam(world, "north", "North", 60);
  const south = Array.from({ length: 4 }, (_, at) => addTeam(world, "south", `South ${at}`, 40));
  const west = addTeam(world, "west", "West", 24);
  const east = addTeam(world, "east", "East", 12);
  await world.installs(north, ...south, west, east);

  // Never five failures in a row, which would stop the tenant.
  const troubled: Troubled[] = [...ambiguous, ...silences].map((trouble, at) => {
    const person = inOrder(north)[2 + at * 4] as Person;
    stub.trouble.of(person, trouble);
    return { person, trouble };
  });
  // As many as there are calls under way to a tenant: all who come after them wait.
  const silent = inOrder(west).slice(0, 8);
  for (const person of silent) stub.trouble.of(person, "never-answers");
  stub.trouble.latency(30);

  await startAtOnce(world, east);
  const askNow = (team: Team) => stub.person(team.members[0] as Person).writes("prompt now");
  await askNow(west);
  for (const team of south) await askNow(team);
  const southern = south.flatMap(({ members }) => members);
  await stub.until(() => promptsTo(stub, southern).length >= 60, quickly);
  const calm = stub.trouble.always(
    { taken: false, hears: fault(429, "Throttled", "Too many requests.", { "retry-after": String(throttledForMs / 1000) }) },
    { on: ["post", "put", "open", "read"], tenantId: south[0]?.tenantId ?? "" },
  );
  const refusal = await stub.until(() => stub.calls.find(({ status }) => status === 429), quickly);
  const calmed = setTimeout(calm, refusal.at + throttledForMs - 500 - Date.now());
  await askNow(north);

  const author = inOrder(north)[0] as Person;
  const presses = await pressAgain(world, author);
  await untilSettled(world, north);
  await untilSettled(world, west);
  await untilSettled(world, east);
  for (const team of south) await untilSettled(world, team);
  clearTimeout(calmed);
  return { world, north, south, southern, west, east, silent, troubled, refusal, author, presses };
};

/** Queues more jobs to start one round than a process can hold, so that all processes start it at the same instant. */
const startAtOnce = async (world: FaultWorld, team: Team) => {
  const { jobs } = world.storage;
  const [lead] = team.members;
  const start = { job: "start-round", team: teamIdOf(team.tenantId, team.id), by: idOf(lead as Person) } as const;
  const putAll = async (tries: number): Promise<void> => {
    for (const one of world.running) one.signal("SIGSTOP");
    const fault = await Promise.all(Array.from({ length: 34 }, () => jobs.put(start))).then(
      () => undefined,
      (why: unknown) => why,
    );
    for (const one of world.running) one.signal("SIGCONT");
    // A process that is stopped in the middle of a commit keeps the file's lock: then nothing was put.
    if (fault instanceof StoreFault && tries > 1) return putAll(tries - 1);
    if (fault) throw fault;
  };
  await putAll(5);
  await world.stub.until(() => promptsTo(world.stub, team.members).length >= team.members.length, quickly);
};

/** One press, and then its activity again: with its own id once Teams' 15 s have gone by, and twice with new ones. */
const pressAgain = async ({ stub }: FaultWorld, author: Person) => {
  await stub.until(() => promptsTo(stub, [author]).length > 0, quickly);
  const first = await stub.person(author).presses("Send", { inputs: { [line]: "The queue at the printer" }, as: "execute" });
  const { activity } = first;
  if (!activity) throw new Error("nothing was sent");
  await new Promise((next) => setTimeout(next, teamsPatienceMs));
  const again = [await stub.deliver(activity)];
  for (const id of ["f:second-try", "f:third-try"]) again.push(await stub.deliver({ ...activity, id }));
  return { first, again };
};

/** The one play, started by the first test. */
let played: ReturnType<typeof playMinute> | undefined;
const minute = () => {
  played ??= playMinute();
  return played;
};

afterAll(async () => (await played)?.world.close());

describe("three processes in a bad minute of Teams", () => {
  test("1, 2: a connection that drops, and 502, 503, 504 and 408: asked at most once, doubtful within a second, told in the status", async () => {
    const { world, north, troubled } = await minute();
    const asks = await world.asksOf(north);
    for (const { person, trouble } of troubled.slice(0, ambiguous.length)) {
      const [call, ...more] = postsTo(world.stub, person);
      const ask = asks.find((one) => world.nameOf(one) === idOf(person));
      const took = typeof trouble === "string" ? trouble === "takes-and-drops" : trouble.taken;
      expect([more.length, promptsTo(world.stub, [person]).length, ask && stateOf(ask)]).toEqual([0, took ? 1 : 0, "doubtful"]);
      expect((ask?.storedAt ?? 0) - (call?.at ?? 0)).toBeLessThan(1_000);
    }
    const lead = world.stub.person(north.members[0] as Person);
    await lead.writes("status");
    const told = () =>
      lead.sees().find(({ words }) => new RegExp(`not say if it accepted the question to ${troubled.length} people`).test(words));
    expect(await world.stub.until(told, 10_000)).toBeDefined();
  });

  test("1, 2: everybody else of the tenant was asked once", async () => {
    const { world, north, troubled } = await minute();
    const others = north.members.filter((person) => troubled.every((one) => one.person !== person));
    expect(others.map((person) => promptsTo(world.stub, [person]).length)).toEqual(others.map(() => 1));
    expect(countStates(await world.asksOf(north))).toEqual({ sent: others.length, doubtful: troubled.length });
  });

  test("3: after a 429 no process calls that tenant for 30 s, another is asked meanwhile, and then everybody is asked once", async () => {
    const { world, south, southern, north, refusal } = await minute();
    const { stub } = world;
    const sinceRefusal = stub.calls.filter(({ call }) => call?.tenantId === south[0]?.tenantId).map(({ at }) => at - refusal.at);
    expect(sinceRefusal.filter((ms) => ms > 1_000 && ms < throttledForMs - 1_000)).toEqual([]);
    expect(Math.min(...sinceRefusal.filter((ms) => ms > 1_000))).toBeLessThan(throttledForMs + 5_000);
    const northern = promptsTo(stub, north.members).filter(({ at }) => at > refusal.at && at < refusal.at + throttledForMs / 2);
    expect(northern.length).toBeGreaterThanOrEqual(north.members.length - ambiguous.length - silences.length);
    expect(southern.map((person) => promptsTo(stub, [person]).length)).toEqual(southern.map(() => 1));
    for (const team of south) expect(countStates(await world.asksOf(team))).toEqual({ sent: team.members.length });
  });

  test("5: who is never answered is given up after 15 s, doubtful, and what waited behind goes on then", async () => {
    const { world, west, silent, north, troubled } = await minute();
    const { stub } = world;
    const asks = await world.asksOf(west);
    const posts = silent.map((person) => postsTo(stub, person));
    const tried = silent.filter((_, at) => posts[at]?.length === 1);
    expect(posts.every((all) => all.length <= 1)).toBe(true);
    for (const person of tried) {
      const ask = asks.find((one) => world.nameOf(one) === idOf(person));
      const givenUpAfterMs = (ask?.storedAt ?? 0) - (postsTo(stub, person)[0]?.at ?? 0);
      expect([ask && stateOf(ask), givenUpAfterMs > 14_000 && givenUpAfterMs < 17_000]).toEqual(["doubtful", true]);
    }
    expect(countStates(asks)).toEqual({ sent: west.members.length - silent.length, doubtful: silent.length });
    const others = west.members.filter((person) => !silent.includes(person));
    expect(others.map((person) => promptsTo(stub, [person]).length)).toEqual(others.map(() => 1));
    // In a tenant where most are answered, three silent ones hold nobody up.
    const answered = north.members.filter((person) => troubled.every((one) => one.person !== person));
    const times = promptsTo(stub, answered).map(({ at }) => at);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(12_000);
  });

  test("9: a wave that three processes start at the same instant asks everybody once, under one intent each", async () => {
    const { world, east } = await minute();
    expect(east.members.map((person) => [promptsTo(world.stub, [person]).length, postsTo(world.stub, person).length > 0])).toEqual(
      east.members.map(() => [1, true]),
    );
    expect(countStates(await world.asksOf(east))).toEqual({ sent: east.members.length });
    expect(await world.rowsOf(east, "round|")).toHaveLength(1);
  });

  test("14: the same press again, with its own id and with new ones, is one idea, and the same card each time", async () => {
    const { world, north, author, presses, troubled } = await minute();
    expect(presses.first.status).toBe(200);
    expect(presses.again.map(({ answer }) => answer)).toEqual(presses.again.map(() => ({ status: 200, body: presses.first.answer })));
    const ideas = (await world.rowsOf(north, "idea|")).filter(({ values }) => values.author === idOf(author));
    expect(ideas).toHaveLength(1);
    const { stub } = world;
    const lead = stub.person(north.members[0] as Person);
    await lead.writes("digest now");
    // Few have answered.
    await lead.presses("Post now", { as: "execute" });
    const digest = await stub.until(
      (ledger) =>
        ledger.find((entry) => entry.do === "post" && entry.place.kind === "channel" && entry.words.includes("The queue at the printer")),
      30_000,
    );
    expect(digest.words.split("The queue at the printer")).toHaveLength(2);
    // Nobody knows whether those in doubt have the question, so they do not count.
    expect(digest.words).toContain(`<5/${north.members.length - troubled.length}`);
  });
});
