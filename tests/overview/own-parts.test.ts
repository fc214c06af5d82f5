import { beforeEach, describe, expect, test } from "vitest";
import type { Message } from "../../src/domain/message/index.ts";
import type { Finding } from "../../src/domain/overview/findings.ts";
import { answer } from "../../src/entry/answer.ts";
import { ownParts } from "../../src/entry/own-parts.ts";
import { recent } from "../../src/entry/recent.ts";
import { type Jobs, type Ports, type Rows, StoreFault } from "../../src/ports.ts";
import { tenantPartition } from "../../src/store/tenant.ts";
import { openClock, openTime } from "../faults/time.ts";
import { aTeam, startWorld, tenantId, type World } from "../world/world.ts";

/** As in azure/call-azure.ts: a call to a silent part ends then. */
const callMs = 2_200;
/** Teams waits 5 s, and a usual answer has 3.5 s of them. */
const answerMs = 3_500;
/** One way to a part that is well. */
const wayMs = 15;

type How = "well" | "down" | "silent";

/** Ports in virtual time, with a store and a queue that answer, refuse or are silent. The admin is Ada Min. */
const broken = (world: World, how: { readonly store?: How; readonly queue?: How; readonly disk?: How; readonly slowMs?: number }) => {
  const time = openTime(world.now());
  const stop = new AbortController();
  const clock = openClock(time, { name: "one", state: "up", held: [] }, { everyMs: [], stop: stop.signal });
  const called = async <T>(is: How | undefined, work: () => Promise<T>, ms = 2 * wayMs): Promise<T> => {
    await clock.wait(is === "silent" ? callMs : is === "down" ? 2 * wayMs : ms);
    if (is === "silent" || is === "down") throw new StoreFault(is);
    return work();
  };
  const { rows, jobs } = world.ports;
  const through = <P extends object>(port: P, is: How | undefined, ms?: number): P =>
    new Proxy(port, {
      get:
        (target, name) =>
        (...given: unknown[]) =>
          called(is, () => Reflect.apply(Reflect.get(target, name) as () => Promise<unknown>, target, given), ms),
    });
  const works = (is: How | undefined, ms?: number) => called(is, async () => true, ms).catch(() => false);
  const storage = {
    check: () => ({ store: works(how.store, how.slowMs), queue: works(how.queue) }),
    space: () => (how.disk === "silent" ? new Promise<never>(() => undefined) : Promise.resolve({ freeBytes: 1e12, fileBytes: 1 })),
  };
  const ports: Ports = {
    ...world.ports,
    rows: through<Rows>(rows, how.store, how.slowMs),
    jobs: through<Jobs>(jobs, how.queue),
    clock,
    findings: ownParts({ storage, clock, offMs: () => undefined, hasUrl: true }),
  };
  const ada = world.person("Ada Min");
  return {
    /** Writes `status` as Ada. @returns the answer, and the time (ms) it took */
    status: async (): Promise<{ readonly said: Message | undefined; readonly ms: number }> => {
      const begun = time.now();
      const settings = {
        local: false,
        zone: "Europe/Stockholm",
        admins: [(ada.who.entraId ?? "").toLowerCase()],
        people: recent<never>(clock.now, 0, 1, () => false),
        teams: recent<never>(clock.now, 0, 1, () => false),
      };
      const written = { happened: "wrote", who: ada.who, place: ada.chat, text: "status", activity: "1764158400000" } as const;
      let ended: { readonly said: Message | undefined; readonly ms: number } | undefined;
      const answering = answer(written, ports, settings).then((reply) => {
        ended = { said: reply?.message, ms: time.now() - begun };
      });
      for (let at = begun; ended === undefined && at < begun + 60_000; at += 1_000) await time.run(at);
      await answering;
      return ended ?? { said: undefined, ms: Number.POSITIVE_INFINITY };
    },
  };
};

const findingsIn = (said: Message | undefined): readonly Finding[] | undefined => (said && "findings" in said ? said.findings : undefined);

describe("an admin who writes status while a part is broken is told so within the time of an answer", () => {
  let world: World;
  beforeEach(async () => {
    ({ world } = await aTeam());
    world.expectTrouble();
  });

  /** Adds ids to the tenant's list of teams; these teams have no other rows. */
  const moreTeams = (many: number) =>
    world.ports.rows.commit(
      tenantPartition(tenantId),
      Array.from({ length: many }, (_, at) => ({ do: "put", key: `team|gone-${at}`, values: { v: 1, name: `Gone ${at}` } }) as const),
    );

  test.each(["down", "silent"] as const)("the queue is %s: of one team, of many, and of more than are counted at once", async (queue) => {
    for (const [more, say] of [
      [0, "team-status"],
      [1, "tenant-status"],
      [70, "own-parts"],
    ] as const) {
      if (more > 0) await moreTeams(more);
      const { said, ms } = await broken(world, { queue }).status();
      expect([said?.say, findingsIn(said)]).toEqual([say, [{ finding: "queue-down" }]]);
      expect(ms).toBeLessThan(answerMs - 200);
    }
  });

  test("the queue is silent, and the store too slow to count in time", async () => {
    await moreTeams(59);
    const { said, ms } = await broken(world, { queue: "silent", slowMs: 600 }).status();
    expect([said?.say, findingsIn(said)]).toEqual(["own-parts", [{ finding: "queue-down" }]]);
    expect(ms).toBeLessThan(answerMs);
  });

  test("the store is so slow that nothing can be counted in time", async () => {
    for (const more of [0, 5]) {
      if (more > 0) await moreTeams(more);
      const { said, ms } = await broken(world, { slowMs: 2_000 }).status();
      expect([said?.say, findingsIn(said)]).toEqual(["own-parts", [{ finding: "store-down" }]]);
      expect(ms).toBeLessThan(answerMs - 200);
    }
  });

  test.each(["down", "silent"] as const)("the store is %s", async (store) => {
    const { said, ms } = await broken(world, { store }).status();
    expect([said?.say, findingsIn(said)]).toEqual(["own-parts", [{ finding: "store-down" }]]);
    expect(ms).toBeLessThan(answerMs - 200);
  });

  test("the disk cannot be asked, which keeps nothing else from them", async () => {
    const { said, ms } = await broken(world, { disk: "silent" }).status();
    expect([said?.say, findingsIn(said)]).toEqual(["team-status", []]);
    expect(ms).toBeLessThan(answerMs - 200);
  });
});

test("an admin who writes status before Gnist is in a team sees what is wrong with its parts, and that it is in none", async () => {
  const world = await startWorld();
  const well = await broken(world, {}).status();
  expect(well.said).toEqual({ say: "own-parts", teams: "none", findings: [] });
  world.expectTrouble();
  const { said, ms } = await broken(world, { queue: "silent" }).status();
  expect(said).toEqual({ say: "own-parts", teams: "none", findings: [{ finding: "queue-down" }] });
  expect(ms).toBeLessThan(answerMs - 200);
});
