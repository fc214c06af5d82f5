import type { AskingAction } from "./asking.ts";
import type { CycleAction } from "./cycle.ts";
import type { DigestAction } from "./digest.ts";
import type { IdeasAction } from "./ideas.ts";
import type { OverviewAction } from "./overview.ts";
import type { OwningAction } from "./owning.ts";
import type { PeopleAction } from "./people.ts";
import type { SettingsAction } from "./settings.ts";
import type { TeamsAction } from "./teams.ts";

/**
 * A pressed button with what stood in the form, in the order a week meets them. `team` is where it happens;
 * `secret` is the form's own, so that a second press of it changes nothing twice.
 */
export type Action =
  | TeamsAction
  | SettingsAction
  | IdeasAction
  | AskingAction
  | PeopleAction
  | DigestAction
  | OwningAction
  | CycleAction
  | OverviewAction;

export type Verb = Action["verb"];
export type ActionOf<V extends Verb> = Extract<Action, { verb: V }>;
