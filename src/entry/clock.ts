import type { Clock, Rows } from "../ports.ts";
import { rowKinds } from "../store/kinds.ts";
import { decode, encode } from "../store/record.ts";

/** Waits by plain callbacks. Every answer starts a wait for its time limit and stops it; Node's own timer promise makes an error with its stack each time. */
const wait = (ms: number, stop?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      stop?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stop?.addEventListener("abort", end);
  });

export const realClock: Clock = { now: () => Date.now(), wait };

const partition = "clock";
const key = "ahead";

/**
 * Local mode's clock: real time, plus the offset (ms) by which `next` has moved it forward. The store keeps the offset, over restarts and for every instance.
 */
export const localClock = async (rows: Rows): Promise<Clock> => {
  let aheadMs = 0;
  const read = async () => {
    const row = await rows.get(partition, key);
    if (row) aheadMs = Math.max(aheadMs, decode(rowKinds.ahead, partition, row).ms);
  };
  await read();
  return {
    now: () => Date.now() + aheadMs,
    wait,
    hands: {
      read,
      moveTo: async (at) => {
        await read();
        const wanted = at - Date.now();
        if (wanted <= aheadMs) return;
        await rows.commit(partition, [{ do: "put", key, values: encode(rowKinds.ahead, { ms: wanted }) }]);
        aheadMs = wanted;
      },
    },
  };
};
