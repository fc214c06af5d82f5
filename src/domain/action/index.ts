import type { AskingAction } from "./asking.ts";
import type { CycleAction } from "./cycle.ts";
import type { DefaultsAction } from "./defaults.ts";
import type { DigestAction } from "./digest.ts";
import type { IdeasAction } from "./ideas.ts";
import type { OverviewAction } from "./overview.ts";
import type { OwningAction } from "./owning.ts";
import type { PeopleAction } from "./people.ts";
import type { RecordsAction } from "./records.ts";
import type { ReviewAction } from "./review.ts";
import type { SettingsAction } from "./settings.ts";
import type { SpreadAction } from "./spread.ts";
import type { TeamsAction } from "./teams.ts";

/**
 * A pressed button with the fields of its form. `team`: the team that the press is about. `secret`: the random value of one form, which makes *Send*
 * idempotent: a second press changes nothing.
 */
export type Action =
  | TeamsAction
  | SettingsAction
  | DefaultsAction
  | IdeasAction
  | AskingAction
  | PeopleAction
  | DigestAction
  | OwningAction
  | CycleAction
  | SpreadAction
  | ReviewAction
  | OverviewAction
  | RecordsAction;

export type Verb = Action["verb"];
export type ActionOf<V extends Verb> = Extract<Action, { verb: V }>;
