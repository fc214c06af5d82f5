import type { Pace } from "../ports.ts";

/** No pace at all: every call may be made at once. For tests and benches. */
export const freePace: Pace = {
  slot: async () => ({ probe: false, near: async () => undefined, ready: async () => true, end: async () => undefined }),
};
