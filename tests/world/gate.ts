import { type Change, StoreFault } from "../../src/ports.ts";

/** A call of the store or the queue, as far as tests count them; `rows`: how many were read. */
type StoreCall = {
  readonly name: string;
  readonly partition: string;
  readonly range: string;
  readonly changes: readonly Change[];
  rows: number;
};

/** Rows per page in Azure; a longer list needs more calls (https://learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination). */
export const rowsOnPage = 1_000;

const callOf = (name: string, [first, second]: readonly unknown[]): StoreCall => ({
  name,
  partition: typeof first === "string" ? first : "",
  range: typeof second === "object" && second !== null && "from" in second ? String(second.from) : "",
  changes: Array.isArray(second) ? second : [],
  rows: 0,
});

const rowsIn = (result: unknown): number => (Array.isArray(result) ? result.length : result === undefined ? 0 : 1);

/** A gate before every call to the store or the queue, where a test counts calls, delays them or makes them fail. */
export const openGate = () => {
  let pass: () => Promise<void> = async () => undefined;
  let isWaitedFor = true;
  const calls: StoreCall[] = [];
  return {
    /** Every call since the list was emptied. */
    calls,
    /** Whether callers wait for the store; if not, their time limits end at once. */
    isWaitedFor: () => isWaitedFor,
    through: <T extends object>(port: T): T =>
      new Proxy(port, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          if (typeof value !== "function") return value;
          return async (...given: unknown[]) => {
            const call = callOf(String(name), given);
            calls.push(call);
            await pass();
            const result: unknown = await Reflect.apply(value, target, given);
            call.rows = name === "get" || name === "list" ? rowsIn(result) : 0;
            // Each further page of a list counts as another wait.
            for (let read = rowsOnPage; read < call.rows; read += rowsOnPage) await pass();
            return result;
          };
        },
      }),
    /** The store gives no answer; `slow` lets nobody wait for it any longer. @param calls it answers this many calls first */
    storeIs(how: "well" | "down" | "slow", calls = Number.POSITIVE_INFINITY): void {
      isWaitedFor = how !== "slow";
      const down = () => Promise.reject(new StoreFault("down"));
      let left = calls;
      if (how === "well") pass = () => (left-- > 0 ? Promise.resolve() : down());
      else pass = how === "down" ? down : () => new Promise(() => undefined);
    },
    /** Number of sequential waits for the store; concurrent calls count as one. */
    async waitsIn(act: () => Promise<unknown>): Promise<number> {
      const waiting: (() => void)[] = [];
      pass = () => new Promise((go) => waiting.push(go));
      let ended = false;
      const acting = act().finally(() => {
        ended = true;
      });
      // The act may reject before the code below awaits it.
      acting.catch(() => undefined);
      let waits = 0;
      while (!ended) {
        for (let turns = 0; turns < 20 && waiting.length === 0; turns++) await new Promise((next) => setImmediate(next));
        // All waiting calls continue at once, as after equal times.
        await new Promise((next) => setImmediate(next));
        if (waiting.length > 0) waits += 1;
        for (const go of waiting.splice(0)) go();
        await new Promise((next) => setImmediate(next));
      }
      pass = async () => undefined;
      await acting;
      return waits;
    },
  };
};
