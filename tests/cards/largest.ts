import type { Language } from "../../src/domain/language.ts";
import type { Say } from "../../src/domain/message/index.ts";
import type { RefusalReason } from "../../src/domain/message/refusal.ts";
import type { Fill } from "./fills.ts";
import { asking } from "./largest/asking.ts";
import { cycle } from "./largest/cycle.ts";
import { defaults } from "./largest/defaults.ts";
import { digest } from "./largest/digest.ts";
import { ideas } from "./largest/ideas.ts";
import { overview } from "./largest/overview.ts";
import { owning } from "./largest/owning.ts";
import { type LargestOf, partsOf } from "./largest/parts.ts";
import { people } from "./largest/people.ts";
import { records } from "./largest/records.ts";
import { review } from "./largest/review.ts";
import { settings } from "./largest/settings.ts";
import { spread } from "./largest/spread.ts";
import { teams } from "./largest/teams.ts";
import { refusalReasons } from "./refusal-reasons.ts";

/** Every message at the largest size that a flow can make, with texts of the largest allowed length. */
export const largest = (fill: Fill, language: Language): LargestOf<Say> => {
  const parts = partsOf(fill, language);
  const refusal = (why: RefusalReason) => ({ say: "refusal", why, about: parts.reason }) as const;
  return {
    ...teams(parts),
    ...people(parts),
    ...asking(parts),
    ...ideas(parts),
    ...digest(parts),
    ...review(parts),
    ...owning(parts),
    ...cycle(parts),
    ...spread(parts),
    ...review(parts),
    ...overview(parts),
    ...records(parts),
    ...settings(parts),
    ...defaults(parts),
    refusal: [refusal("no-such-idea"), ...refusalReasons.map(refusal)],
  };
};
