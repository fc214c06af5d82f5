import { type Log, type Row, type Rows, traceOf } from "../ports.ts";
import { sayIfLater } from "./form.ts";
import { rowKinds } from "./kinds.ts";
import { readMarker, sayMarker } from "./moving.ts";
import { decode, encode } from "./record.ts";
import { under } from "./under.ts";

/** Heartbeat: each instance writes one this often (ms). After `silentMs` without one, by the clock of this machine, the instance counts as dead. */
export const beatMs = 30_000;
const silentMs = 90_000;

/** A running instance writes a heartbeat within this time, ms. */
export const listenMs = beatMs + 5_000;

/** Age (ms) at which the heartbeat of a crashed instance is deleted. Azure refuses calls of a machine whose clock is off by a quarter of it. */
const forgetMs = 3_600_000;

const partition = "alive";

/**
 * Writes heartbeats while an instance runs, so that `npm run move-store` does not move the store under it: an Azure account, unlike a file, does not know who
 * uses it.
 * @param lost is called once if the store is being moved all the same, for example because this machine slept, or if a later release has begun to use it: the
 * instance must stop.
 * @returns a function that ends the heartbeats. @throws StoreFault
 */
export const keepAlive = async (
  { rows, log }: { readonly rows: Rows; readonly log: Log },
  instance: string,
  lost: (why: "store-moved" | "store-later", say: string) => void,
): Promise<() => Promise<void>> => {
  const key = `instance|${instance}`;
  const logFault = (fault: unknown) => log.warn("instance-not-announced", traceOf(fault));
  const beat = async (): Promise<void> => {
    await rows.commit(partition, [{ do: "put", key, values: encode(rowKinds.alive, { at: Date.now() }) }]);
  };
  const beatAgain = async (): Promise<void> => {
    await beat();
    // Before the marker, which a later release may write in a form of its own.
    const later = await sayIfLater(rows);
    const marker = later === undefined ? await readMarker(rows) : undefined;
    if (!marker && later === undefined) return;
    clearInterval(timer);
    if (marker) lost("store-moved", sayMarker(marker));
    else if (later !== undefined) lost("store-later", later);
  };
  await beat();
  let busy = forgetSilent(rows).catch(logFault);
  const timer = setInterval(() => {
    busy = beatAgain().catch(logFault);
  }, beatMs);
  return async () => {
    clearInterval(timer);
    await busy;
    await rows.commit(partition, [{ do: "delete", key }]).catch(logFault);
  };
};

/**
 * Looks as often as a heartbeat whether a later release has begun to use a store in a file, which needs no heartbeats: the system knows who has it open. A store
 * that cannot answer is told of by those who need it.
 * @param lost is called once if so: the instance must stop. @returns a function that ends the looks
 */
export const watchForm = (rows: Rows, lost: (why: "store-later", say: string) => void): (() => Promise<void>) => {
  const look = async (): Promise<void> => {
    const later = await sayIfLater(rows).catch(() => undefined);
    if (later === undefined) return;
    clearInterval(timer);
    lost("store-later", later);
  };
  let busy: Promise<void> | undefined;
  const timer = setInterval(() => {
    busy = look();
  }, beatMs);
  return async () => {
    clearInterval(timer);
    await busy;
  };
};

const readAll = async (rows: Rows): Promise<readonly (Row & { readonly silentForMs: number })[]> =>
  (await rows.list(partition, under("instance"))).map((row) => ({
    ...row,
    silentForMs: Date.now() - decode(rowKinds.alive, partition, row).at,
  }));

/** Deletes the heartbeats of crashed instances. An instance that was only asleep writes its own again. */
const forgetSilent = async (rows: Rows): Promise<void> => {
  const silent = (await readAll(rows)).filter(({ silentForMs }) => silentForMs >= forgetMs);
  for (const { key } of silent) await rows.commit(partition, [{ do: "delete", key }]);
};

/** Instances that seem to be dead: the key of each heartbeat, with the tag that it had. */
export type Silent = ReadonlyMap<string, string>;

/**
 * Counts the instances that run on the store. `forMs`: the time (ms) until all of them count as dead, if none writes again.
 * @param before instances that seemed to be dead before, though their clocks may be wrong: one that has written since then runs. @throws StoreFault
 */
export const readAlive = async (
  rows: Rows,
  before?: Silent,
): Promise<{ readonly instances: number; readonly forMs: number; readonly silent: Silent }> => {
  const all = await readAll(rows);
  const running = all.filter(({ key, tag, silentForMs }) => silentForMs < silentMs || (before !== undefined && before.get(key) !== tag));
  return {
    instances: running.length,
    forMs: Math.max(0, ...running.map(({ silentForMs }) => silentMs - silentForMs)),
    silent: new Map(all.filter((row) => !running.includes(row)).map(({ key, tag }) => [key, tag])),
  };
};
