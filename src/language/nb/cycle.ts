import type { JobName } from "../../domain/job.ts";
import type { CycleWords } from "../en/cycle.ts";

const due = {
  "start-round": "spørsmålet",
  "ask-again": "spørsmålet igjen, til den som ba om det",
  "remind-round": "påminnelsen",
  "send-draft": "utkastet til lederne",
  "post-digest": "oppsummeringen",
  "forget-typed": "å glemme hvilken melding som ble en idé",
  "end-request": "ingen har sagt ja ennå: en idé trenger en ansvarlig igjen",
  "remind-doubtful": "påminnelsen til en som kanskje ikke fikk spørsmålet",
  "ask-left-out": "spørsmålet til dem et annet team ikke har spurt",
  "free-ideas": "ideer der den ansvarlige har sluttet",
  "read-team": "å lese hvem som er med i et team",
};

const jobs: Record<JobName, string> = {
  ...due,
  "welcome-team": "velkomsten til et team",
  "catch-up": "det som ble endret mens et team hvilte",
  "find-lead": "å lete etter en ny teamleder",
  "tell-claim": "å spørre hvem som leder et team",
  "ask-members": "å spørre alle",
  "send-test": "testen til en teamleder",
  "answered-elsewhere": "et svar for et annet team",
  "draft-to-lead": "utkastet til en teamleder",
  "renew-posts": "en idé i innleggene",
  "renew-post": "en publisert oppsummering",
  "ask-owner": "å spørre noen om å ta ansvar for en idé",
  "plan-with-owner": "planen med en ansvarlig",
  "tell-author": "beskjed om en idé",
  "tell-held": "beskjed om det som måtte vente",
  "take-words-back": "å ta en tilbaketrukket idé ut av meldinger",
  "renew-drafts": "et utkast i chatten til en leder",
  "tell-leads": "beskjed til teamlederne",
  "tell-lead": "beskjed til en teamleder",
  "tell-status": "status for alle team",
};

export const cycle: CycleWords = { due, jobs };
