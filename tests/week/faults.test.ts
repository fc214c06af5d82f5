import { describe, expect, test } from "vitest";
import { teamIdOf } from "../../src/domain/ids.ts";
import { readAsks } from "../../src/store/ask.ts";
import { openInFolder } from "../sqlite/folders.ts";
import { startTeamsStub, type TeamsStub } from "../teams-stub/stub.ts";
import { question } from "../world/words.ts";
import { type Instance, startInstance } from "./gnist-process.ts";

const names = Array.from({ length: 150 }, (_, at) => `Person ${at}`);

describe.concurrent("an instance that is lost in the middle of a round", () => {
  /** One instance asks 150 people at Teams' pace; others come when it is in trouble. */
  const inRound = async (act: (world: Awaited<ReturnType<typeof startRound>>) => Promise<void>) => {
    const store = await openInFolder();
    const stub = await startTeamsStub();
    const started: Instance[] = [];
    try {
      await act(await startRound(store, stub, started));
    } finally {
      for (const one of started) await one.kill();
      await stub.stop();
      await store.stop();
    }
  };

  const startRound = async ({ folder, storage }: Awaited<ReturnType<typeof openInFolder>>, stub: TeamsStub, started: Instance[]) => {
    const start = async () => {
      const instance = await startInstance({ GNIST_DATA_DIR: folder });
      started.push(instance);
      stub.bots([instance.url]);
      return instance;
    };
    const first = await start();
    stub.trouble.limits(true);
    stub.trouble.latency(40);
    const team = stub.addTeam({ name: "North clinic", members: names });
    await stub.installs(team, { by: "Person 0" });
    await stub.until((ledger) => ledger.some(({ words }) => words.includes("Hello, I am Gnist")), 30_000);
    await stub.person("Person 0").writes("prompt now");
    const prompts = () => stub.ledger.filter(({ words, ...entry }) => entry.do === "post" && words.includes(question));
    await stub.until(() => prompts().length >= 40, 30_000);

    const { rows } = storage;
    const stored = async () => {
      const id = teamIdOf(team.tenantId, team.id);
      const [round] = await rows.list(`team|${id}`, { from: "round|", to: "round}" });
      return readAsks(rows, id, round?.key.slice("round|".length) ?? "");
    };
    return {
      stub,
      first,
      start,
      prompts,
      /** Freezes the first instance. One that is frozen within a commit holds the file's lock, so that nobody could go on before it thaws. */
      freeze: async (): Promise<void> => {
        for (;;) {
          first.signal("SIGSTOP");
          const isFree = await rows.commit("test", [{ do: "put", key: "free", values: {} }]).then(
            () => true,
            () => false,
          );
          if (isFree) return;
          first.signal("SIGCONT");
          await new Promise((next) => setTimeout(next, 100));
        }
      },
      /** Waits until no question is left that was not tried, and none is on its way. */
      isSettled: async (): Promise<{ readonly sent: number; readonly doubtful: number }> => {
        for (;;) {
          const asks = await stored();
          const count = (...states: readonly (string | undefined)[]) => asks.filter(({ delivery }) => states.includes(delivery)).length;
          const open = count(undefined, "intent", "again");
          if (asks.length === names.length && open === 0) return { sent: count("sent"), doubtful: count("doubtful") };
          await new Promise((next) => setTimeout(next, 500));
        }
      },
      /** The most times that somebody was asked, and how many were asked once. */
      asked: () => {
        const times = names.map((name) => prompts().filter(({ person }) => person?.key === name).length);
        return { most: Math.max(...times), once: times.filter((one) => one === 1).length };
      },
    };
  };

  test("killed: another one goes on within a minute, nobody is asked twice, and only what was in flight is in doubt", () =>
    inRound(async ({ first, start, stub, prompts, isSettled, asked }) => {
      await first.kill();
      const lostAt = Date.now();
      const before = prompts().length;
      await start();
      await stub.until(() => prompts().length > before + 5, 60_000);
      expect(Date.now() - lostAt).toBeLessThan(60_000);
      const { sent, doubtful } = await isSettled();
      expect([asked().most, sent + doubtful]).toEqual([1, names.length]);
      expect(asked().once).toBeGreaterThanOrEqual(sent);
      expect(doubtful).toBeLessThanOrEqual(40);
    }));

  test("frozen beyond its lease and thawed: another one has gone on, and what it does late asks nobody twice", () =>
    inRound(async ({ first, freeze, start, isSettled, asked }) => {
      await freeze();
      await start();
      await isSettled();
      first.signal("SIGCONT");
      // It is done with what it had in hand when it has ended in order.
      expect(await first.stop()).toBe(0);
      const { sent, doubtful } = await isSettled();
      expect([asked().most, sent + doubtful]).toEqual([1, names.length]);
      expect(asked().once).toBeGreaterThanOrEqual(sent);
    }));

  test("told to end: it says that it is not ready, ends in order, nothing is in doubt, and another one goes on at once", () =>
    inRound(async ({ first, start, stub, prompts, isSettled, asked }) => {
      const url = first.url.replace("/api/messages", "/health/ready");
      const ended = first.stop();
      const ready = await fetch(url).then(
        ({ status }) => status,
        () => "closed" as const,
      );
      expect([503, "closed"]).toContain(ready);
      expect(await ended).toBe(0);
      const before = prompts().length;
      expect(before).toBeLessThan(names.length);
      await start();
      await stub.until(() => prompts().length > before, 60_000);
      expect([await isSettled(), asked()]).toEqual([
        { sent: names.length, doubtful: 0 },
        { most: 1, once: names.length },
      ]);
    }));
});
