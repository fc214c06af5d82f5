import type { Pace } from "../ports.ts";

/** A rate limiter without a limit, for tests and benches: every call may be made at once. */
export const freePace: Pace = {
  slot: async () => ({ probe: false, near: async () => undefined, ready: async () => true, end: async () => undefined }),
};
