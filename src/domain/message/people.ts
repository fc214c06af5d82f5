import type { Choice, Shown, TeamView } from "../idea/view.ts";
import type { Language } from "../language.ts";

export type PeopleMessage =
  | { readonly say: "welcome-person"; readonly team?: TeamView; readonly local: boolean }
  /** `otherYear`: the pause ends in another year than this one. */
  | { readonly say: "paused"; readonly until?: number; readonly otherYear?: boolean; readonly zone: string }
  | { readonly say: "resumed"; readonly team?: TeamView; readonly nextPromptAt?: number }
  /** `team`: the only one that can be meant, with the time at which it sees what is sent now. */
  | (Shown & { readonly say: "who-sees-this"; readonly team?: TeamView })
  /** Several teams could be meant by what was written. */
  | { readonly say: "which-team"; readonly text: string; readonly teams: readonly Choice[] }
  | { readonly say: "help"; readonly lead: boolean; readonly admin: boolean; readonly local: boolean; readonly team?: TeamView }
  | { readonly say: "language-set"; readonly language: Language }
  | { readonly say: "which-language" };
