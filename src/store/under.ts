import type { Range } from "../ports.ts";

/** The range of all rows whose key begins with `prefix` and a bar. */
export const under = (prefix: string): Range => ({ from: `${prefix}|`, to: `${prefix}}` });
