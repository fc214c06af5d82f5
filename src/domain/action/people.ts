import type { TeamId } from "../ids.ts";

/**
 * The channel in which words were written, for an answer that comes in their writer's own chat. `channel` is missing where Gnist does not know it as one of the
 * team's, such as a private one.
 */
export type WrittenIn = { readonly team?: TeamId; readonly channel?: string };

/** The end of a person's ideas when Gnist deletes everything about them. */
export const keptIdeas = ["deleted", "kept"] as const;
export type KeptIdeas = (typeof keptIdeas)[number];

export type PeopleAction =
  | { readonly verb: "pause"; readonly weeks?: number; readonly team?: TeamId; readonly secret?: string }
  /** `until`: the end of the pause that was there before, which comes back. */
  | { readonly verb: "resume"; readonly until?: number }
  | { readonly verb: "who-sees-this"; readonly team?: TeamId }
  | { readonly verb: "delete-data"; readonly ideas: KeptIdeas }
  /** The team that is meant by what was written: the words are read again, for it. */
  | { readonly verb: "choose-team"; readonly team: TeamId; readonly text: string }
  /** Words that Gnist offered: they are read as if they were written there; `idea`: as no command, but something for the team. */
  | (WrittenIn & { readonly verb: "say-words"; readonly text: string; readonly idea?: true });
