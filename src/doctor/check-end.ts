/** The end of one check: in order, all is well; a thing that will harm; a thing that harms now; and a thing that nobody has looked at, with the reason. */
export type CheckEnd =
  | { readonly is: "ok"; readonly say: string }
  | { readonly is: "warning" | "broken"; readonly say: string; readonly why: string; readonly mend: readonly string[] }
  | { readonly is: "not checked"; readonly say: string };

/** One check of the doctor. `group` is the heading under which it is printed. */
export type Check = {
  readonly id: string;
  readonly group: string;
  /** The longest time (ms) that it may take. */
  readonly limitMs: number;
  readonly run: (signal: AbortSignal) => Promise<CheckEnd>;
};

export const ok = (say: string): CheckEnd => ({ is: "ok", say });
export const notChecked = (say: string): CheckEnd => ({ is: "not checked", say });
export const broken = (say: string, why: string, ...mend: readonly string[]): CheckEnd => ({ is: "broken", say, why, mend });
export const warning = (say: string, why: string, ...mend: readonly string[]): CheckEnd => ({ is: "warning", say, why, mend });
