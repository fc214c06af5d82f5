import { type Log, traceOf } from "../ports.ts";
import { type SignInWay, signInMeaning } from "./sign-in-meaning.ts";

/** Shortest time (ms) between two lines, because each message that waits asks for a token again. */
const sayEveryMs = 60_000;

/** Makes a function that logs why a token for Teams was not given. */
export const signInTrouble = (way: SignInWay, log: Log): ((fault: unknown) => void) => {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (fault) => {
    if (performance.now() - saidAt < sayEveryMs) return;
    saidAt = performance.now();
    const { code, say, mend } = signInMeaning(fault, way);
    if (code === undefined) log.warn("token-not-given", { way, ...traceOf(fault) });
    else log.error("sign-in-refused", { way, code, say: `${say.charAt(0).toUpperCase()}${say.slice(1)}. ${mend}` });
  };
};
