import { type Log, type Row, type Rows, traceOf } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { readMarker, sayMarker } from "./moving.ts";
import { decode, encode } from "./record.ts";
import { under } from "./under.ts";

/** An instance says this often (ms) that it runs; after this long without a word (ms), by the clock of this machine, it seems to be dead. */
const beatMs = 30_000;
const silentMs = 90_000;

/** An instance that runs says a word within this time, ms. */
export const listenMs = beatMs + 5_000;

/** Leftovers of a crashed instance are deleted after this long, ms. Azure refuses calls of a machine whose clock is off by a quarter of it. */
const forgetMs = 3_600_000;

const partition = "alive";

/**
 * Says, for as long as an instance runs, that it does, so that nobody moves the store under it: an Azure account, unlike a file, does not know who uses it.
 * @param moved is called once if the store is being moved all the same, for example because this machine slept: the instance must stop.
 * @returns what ends it. @throws StoreFault
 */
export const keepAlive = async (
  { rows, log }: { readonly rows: Rows; readonly log: Log },
  instance: string,
  moved: (say: string) => void,
): Promise<() => Promise<void>> => {
  const key = `instance|${instance}`;
  const logFault = (fault: unknown) => log.warn("instance-not-announced", traceOf(fault));
  const beat = async (): Promise<void> => {
    await rows.commit(partition, [{ do: "put", key, values: encode(rowKinds.alive, { at: Date.now() }) }]);
  };
  const beatAgain = async (): Promise<void> => {
    await beat();
    const marker = await readMarker(rows);
    if (!marker) return;
    clearInterval(timer);
    moved(sayMarker(marker));
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

const readAll = async (rows: Rows): Promise<readonly (Row & { readonly silentForMs: number })[]> =>
  (await rows.list(partition, under("instance"))).map((row) => ({
    ...row,
    silentForMs: Date.now() - decode(rowKinds.alive, partition, row).at,
  }));

/** Deletes what instances left that crashed. One that was only asleep writes its own again. */
const forgetSilent = async (rows: Rows): Promise<void> => {
  const silent = (await readAll(rows)).filter(({ silentForMs }) => silentForMs >= forgetMs);
  for (const { key } of silent) await rows.commit(partition, [{ do: "delete", key }]);
};

/** The instances that seem to be dead, by the tags of what they last said. */
export type Silent = ReadonlyMap<string, string>;

/**
 * Counts the instances that run on the store. `forMs`: how long (ms) until all of them seem to be dead, if none says a word any more.
 * @param before those that seemed to be dead when nobody knew yet whether their clocks are right: who has said a word since then runs. @throws StoreFault
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
