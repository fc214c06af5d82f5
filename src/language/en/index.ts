import { asking } from "./asking.ts";
import { commands } from "./commands.ts";
import { cycle } from "./cycle.ts";
import { digest } from "./digest.ts";
import { ideas } from "./ideas.ts";
import { overview } from "./overview.ts";
import { owning } from "./owning.ts";
import { people } from "./people.ts";
import { readyTests } from "./ready-tests.ts";
import { records } from "./records.ts";
import { review } from "./review.ts";
import { settings } from "./settings.ts";
import { shared } from "./shared.ts";
import { spread } from "./spread.ts";
import { teams } from "./teams.ts";

export const en = {
  commands,
  readyTests,
  ...shared,
  ...teams,
  ...people,
  ...asking,
  ...ideas,
  ...owning,
  ...cycle,
  ...spread,
  ...digest,
  ...review,
  ...overview,
  ...records,
  ...settings,
};

/** Words of one language. English defines the type, so that the compiler requires each language to have every word. */
export type Words = typeof en;
