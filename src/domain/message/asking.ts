import type { TeamView } from "../idea/view.ts";
import type { DueName } from "../job.ts";

export type AskingMessage =
  | { readonly say: "nothing-noted"; readonly team: TeamView; readonly nextPromptAt?: number }
  | { readonly say: "later-noted"; readonly team: TeamView; readonly at: number }
  | { readonly say: "asking-now"; readonly team: TeamView; readonly digestAt: number; readonly again: boolean }
  | { readonly say: "clock-moved"; readonly at: number; readonly zone: string; readonly what?: DueName };
