import type { ShownTurnout } from "../../src/domain/overview/turnout.ts";
import type { Words } from "../../src/language/index.ts";

const signs = { exactly: "", "at-least": "≥", "less-than": "<" } as const;

/** How many have answered, of how many: `6/8`, `≥12/28` or `<5/8`. */
export const turnoutText = ({ is, answered, asked }: ShownTurnout, { format: { number } }: Words): string =>
  [`${signs[is]}${number(answered)}`, ...(asked === undefined ? [] : [number(asked)])].join("/");
