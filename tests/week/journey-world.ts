import { setTimeout as wait } from "node:timers/promises";
import type { Temporal } from "temporal-polyfill";
import { localClock } from "../../src/entry/clock.ts";
import type { Clock } from "../../src/ports.ts";
import { loadDriver } from "../../src/sqlite/driver.ts";
import { readComing } from "../../src/store/due.ts";
import { openInFolder } from "../sqlite/folders.ts";
import { startTeamsStub } from "../teams-stub/stub.ts";
import { type Instance, startInstance } from "./gnist-process.ts";
import { wallOf, zone } from "./journey-record.ts";

/** An instance learns of a new time within its tick, which is half a second. */
const learnsMs = 600;

export type JourneyWorld = Awaited<ReturnType<typeof openJourneyWorld>>;

/**
 * Two whole instances of Gnist on one store in a file, a stub of Teams, and a clock that is stepped by the row that `next` writes. The stub's clock is the same one,
 * so that its ledger has the time of each message. @param start the local weekday and time at which all begins
 */
export const openJourneyWorld = async (start: { readonly weekday: number; readonly time: string }) => {
  const { storage, folder, stop } = await openInFolder();
  const clock = (await localClock(storage.rows)) as Clock & { readonly hands: NonNullable<Clock["hands"]> };
  const now = wallOf(clock.now());
  const days = ((start.weekday - now.dayOfWeek + 7) % 7 || 7) + 7;
  const from = now.toPlainDate().add({ days }).toZonedDateTime({ timeZone: zone, plainTime: start.time });
  await clock.hands.moveTo(from.epochMilliseconds);

  const stub = await startTeamsStub({ now: clock.now });
  const database = loadDriver().open(`${folder}/gnist.sqlite`);
  database.exec("pragma busy_timeout = 2000");
  const hurry = database.prepare("update jobs set seen = 0 where tries = 0 and seen > ?");
  // Erasing looks again after a minute of real time, and nobody waits for it.
  const jobs = database.prepare(`select job from jobs where job not like '%"erase-person"%' limit 20`);
  const env = { GNIST_DATA_DIR: folder };
  let instances: Instance[] = await Promise.all([startInstance(env), startInstance(env)]);
  const serve = () => stub.bots(instances.map(({ url }) => url));
  serve();

  /** When the next due row is due. */
  const nextAt = async (): Promise<number> => (await readComing(storage.rows, 0)).at(0)?.at ?? Number.POSITIVE_INFINITY;

  /** Waits until no job and no due row is left to do. Jobs that wait for the write before them need not wait: each answer has come. */
  const settle = async (): Promise<void> => {
    for (const until = Date.now() + 30_000; ; ) {
      hurry.run(Date.now());
      const left = jobs.all() as { readonly job: string }[];
      if (left.length === 0 && (await nextAt()) > clock.now()) return;
      if (Date.now() > until)
        throw new Error(
          `not settled: ${instances.flatMap(({ lines }) => lines.slice(-12)).join("\n")}${left.map(({ job }) => job).join("\n")}\n${stub.dump()}`,
        );
      await wait(25);
    }
  };

  /** Moves the clock of all instances to a little before an instant, and waits until it has come. */
  const moveTo = async (at: number): Promise<void> => {
    await clock.hands.moveTo(at - learnsMs);
    await wait(Math.max(0, at - clock.now()) + 20);
    await settle();
  };

  return {
    stub,
    now: clock.now,
    settle,
    /** Goes to a local date and time; on the way it stops at every due row. */
    go: async (to: Temporal.ZonedDateTime): Promise<void> => {
      await settle();
      for (;;) {
        const next = await nextAt();
        if (next > to.epochMilliseconds) break;
        await moveTo(next);
      }
      if (clock.now() < to.epochMilliseconds) await moveTo(to.epochMilliseconds);
    },
    /** One instance ends in order while the other goes on, and a fresh one takes its place. */
    restartOne: async (): Promise<number | null> => {
      const [kept, old] = instances as [Instance, Instance];
      instances = [kept];
      serve();
      const [code, fresh] = await Promise.all([old.stop(), startInstance(env)]);
      instances = [fresh, kept];
      serve();
      return code;
    },
    /** One instance is killed, and a fresh one takes its place. */
    killOne: async (): Promise<void> => {
      const [kept, old] = instances as [Instance, Instance];
      const [fresh] = await Promise.all([startInstance(env), old.kill()]);
      instances = [fresh, kept];
      serve();
    },
    logs: () => instances.flatMap(({ lines }) => lines),
    close: async (): Promise<void> => {
      for (const one of instances) await one.kill();
      await stub.stop();
      database.close();
      await stop();
    },
  };
};
