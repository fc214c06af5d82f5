import type { AskingMessage } from "../../../src/domain/message/asking.ts";
import { instant, type LargestOf, type Parts } from "./parts.ts";

export const asking = ({ team, zone }: Parts): LargestOf<AskingMessage["say"]> => ({
  "sent-beside": [{ say: "sent-beside", where: "below" }],
  "nothing-noted": [{ say: "nothing-noted", team, nextPromptAt: instant }],
  "less-noted": [{ say: "less-noted", every: 4, next: { at: instant, zone } }],
  "later-noted": [{ say: "later-noted", team, at: instant }],
  "asking-now": [{ say: "asking-now", team, digestAt: instant, again: true, notWeekly: true }],
  "clock-moved": [{ say: "clock-moved", at: instant, zone, what: ["remind-doubtful", "end-request", "send-news"] }],
});
