import { longestReadyTest } from "../../../src/domain/idea/idea.ts";
import type { SpreadLines } from "../../../src/domain/idea/spread.ts";
import type { SpreadMessage } from "../../../src/domain/message/spread.ts";
import { type Full, type LargestOf, many, type Parts, secret } from "./parts.ts";

export const spread = ({ idea, line, name, reason, team, title }: Parts): LargestOf<SpreadMessage["say"]> => {
  const spreadLines: Full<SpreadLines> = { title, test: line(longestReadyTest), result: reason };
  return {
    "spread-form": [{ say: "spread-form", team, idea: idea(0), written: spreadLines, problem: "title-needed" }],
    spread: [{ say: "spread", team, idea: idea(0), lines: spreadLines }],
    "spread-back": [{ say: "spread-back", team, idea: idea(0) }],
    tip: [
      { say: "tip", team, idea: idea(0), tip: secret, lines: spreadLines, shared: many(3, () => line(60)), did: "tried", owner: name },
      { say: "tip", team, idea: idea(0), tip: secret, lines: spreadLines, shared: many(3, () => line(60)) },
      { say: "tip", team, idea: idea(0), tip: secret, lines: spreadLines, shared: [], did: "refused" },
    ],
    "tip-over": [{ say: "tip-over", team }],
  };
};
