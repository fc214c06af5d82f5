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
  less: {
    offer: "Dei tre siste spørsmåla fekk ikkje svar, og det er heilt greitt. Skal eg spørje deg sjeldnare? Eg fortel ingen kva du vel.",
    every: { 2: "Annankvar veke", 4: "Kvar fjerde veke" },
    asNow: "Som no",
    noted: {
      1: "Eg spør deg kvar gong teamet får spørsmålet.",
      2: "Eg spør deg høgst annankvar veke.",
      4: "Eg spør deg høgst kvar fjerde veke.",
    },
  },
};
