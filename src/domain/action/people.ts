import type { TeamId } from "../ids.ts";

export type PeopleAction =
  | { readonly verb: "pause"; readonly weeks?: number }
  | { readonly verb: "resume" }
  | { readonly verb: "who-sees-this" }
  /** The team that is meant by what was written: the words are read again, for it. */
  | { readonly verb: "choose-team"; readonly team: TeamId; readonly text: string }
  /** Words that Gnist offered: they are read as if they were written; `idea`: as no command, but something for the team. */
  | { readonly verb: "say-words"; readonly text: string; readonly idea?: true };
