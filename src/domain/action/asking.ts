import type { TeamId } from "../ids.ts";

export type AskingAction =
  | { readonly verb: "answer-nothing"; readonly team: TeamId; readonly round?: string }
  | { readonly verb: "ask-later"; readonly team: TeamId; readonly round: string };
