import type { Clock } from "../ports.ts";

/** An amount with its noun. @param what the noun, in the plural */
export const sayAmount = (amount: number, what: string): string =>
  `${amount.toLocaleString("en")} ${amount === 1 ? what.replace(/s$/, "") : what}`;

/**
 * Tells the operator how far a long work is, once a second and at its end.
 * @param done the verb, such as "Copied" @param what the noun, in the plural @param total their number, where it is known
 */
export const openProgress = (
  done: string,
  what: string,
  total: number | undefined,
  { now }: Pick<Clock, "now">,
  say: (line: string) => void,
) => {
  const begun = now();
  let passed = 0;
  let told = begun;
  const tell = (at: number): void => {
    told = at;
    const so = total
      ? `${passed.toLocaleString("en")} of ${sayAmount(total, what)} (${Math.floor((100 * passed) / total)} %)`
      : sayAmount(passed, what);
    say(`${done} ${so}, ${((at - begun) / 1_000).toFixed(1)} s`);
  };
  return {
    passed(): void {
      passed += 1;
      const at = now();
      if (at - told >= 1_000) tell(at);
    },
    end: (): void => tell(now()),
  };
};
