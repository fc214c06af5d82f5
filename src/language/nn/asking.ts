import type { AskingWords } from "../en/asking.ts";

export const asking: AskingWords = {
  noted: {
    sentBeside: { below: "Du finn det nedanfor, i ei ny melding.", chat: "Du finn det i vår eigen chat." },
    nothing: "Takk. Notert: ingenting denne veka.",
    later: (when) => `Eg spør deg igjen ${when}.`,
    askingNow: (team, when, again) =>
      again
        ? `Eg spør dei i ${team} som ikkje har fått spørsmålet enno. Oppsummeringa kjem ${when}.`
        : `Eg spør ${team} no. Oppsummeringa kjem ${when}.`,
    notWeekly: "Elles spør eg ingen her: Spør teamet kvar veke er slått av i Innstillingar.",
    clockMoved: (when, what) =>
      `No er det ${when}.${what.length > 0 ? ` Står for tur: ${what.join(", ")}.` : " Ikkje noko meir står for tur."}`,
    nextPrompt: (when) => `Neste spørsmål kjem ${when}.`,
    anyTime: "Du kan skrive til meg når som helst.",
  },
};
