import type { TeamId } from "../ids.ts";

export type PeopleAction =
  | { readonly verb: "pause"; readonly weeks?: number }
  | { readonly verb: "resume" }
  | { readonly verb: "who-sees-this" }
  /** The team that is meant by what was written: the words are read again, for it. */
  | { readonly verb: "choose-team"; readonly team: TeamId; readonly text: string };
