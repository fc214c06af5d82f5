import type { JobName } from "../../domain/job.ts";
import type { CycleWords } from "../en/cycle.ts";

const due = {
  "start-round": "frågan",
  "ask-again": "frågan igen, till den som bad om det",
  "remind-round": "påminnelsen",
  "send-draft": "utkastet till ledarna",
  "post-digest": "sammanfattningen",
  "forget-typed": "glömma vilket meddelande som blev en idé",
  "end-request": "ingen har sagt ja än: en idé behöver en ansvarig igen",
  "remind-doubtful": "påminnelsen till någon som kanske inte fick frågan",
  "ask-left-out": "frågan till dem som ett annat team inte har frågat",
  "free-ideas": "idéer vars ansvariga har lämnat",
  "read-team": "läsa vilka som är med i ett team",
};

const jobs: Record<JobName, string> = {
  ...due,
  "welcome-team": "välkomsten till ett team",
  "catch-up": "det som ändrades medan ett team vilade",
  "find-lead": "söka en ny teamledare",
  "tell-claim": "fråga vem som leder ett team",
  "ask-members": "fråga alla",
  "send-test": "en teamledares test",
  "answered-elsewhere": "ett svar för ett annat team",
  "draft-to-lead": "utkastet till en teamledare",
  "renew-posts": "en idé i inläggen",
  "renew-post": "en publicerad sammanfattning",
  "ask-owner": "fråga någon om att ansvara för en idé",
  "plan-with-owner": "planen med en ansvarig",
  "tell-author": "besked om en idé",
  "tell-held": "besked om det som fick vänta",
  "take-words-back": "att ta bort en tillbakatagen idé ur meddelanden",
  "renew-drafts": "ett utkast i en ledares chatt",
  "tell-leads": "besked till teamledarna",
  "tell-lead": "besked till en teamledare",
  "tell-status": "läget i alla team",
};

export const cycle: CycleWords = { due, jobs };
