import type { Clock, Rows } from "../ports.ts";
import { rowKinds } from "../store/kinds.ts";
import { decode, encode } from "../store/record.ts";

/** Every answer waits beside its time limit, so this is made of plain callbacks: Node's own makes an error with its stack for each wait that is stopped. */
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

/** Local mode's clock: real time, and as far ahead of it as `next` has moved it. How far is kept in the store, over restarts and for every instance. */
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
