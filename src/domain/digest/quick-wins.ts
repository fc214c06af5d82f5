import { type Idea, isQuickWin } from "../idea/idea.ts";

/** Sorts quick wins first. @param then sorts within each of the two */
export const quickWinsFirst =
  (then: (a: Idea, b: Idea) => number) =>
  (a: Idea, b: Idea): number =>
    Number(isQuickWin(b)) - Number(isQuickWin(a)) || then(a, b);
