import type { AskingWords } from "../en/asking.ts";

export const asking: AskingWords = {
  noted: {
    sentBeside: { below: "Du hittar det nedanför, i ett nytt meddelande.", chat: "Du hittar det i vår egen chatt." },
    nothing: "Tack. Noterat: inget den här veckan.",
    later: (when) => `Jag frågar dig igen ${when}.`,
    askingNow: (team, when, again) =>
      again
        ? `Jag frågar dem i ${team} som inte har fått frågan än. Sammanfattningen kommer ${when}.`
        : `Jag frågar ${team} nu. Sammanfattningen kommer ${when}.`,
    notWeekly: "Annars frågar jag ingen här: Fråga teamet varje vecka är avstängt i Inställningar.",
    clockMoved: (when, what) => `Nu är det ${when}.${what.length > 0 ? ` Står på tur: ${what.join(", ")}.` : " Inget mer står på tur."}`,
    nextPrompt: (when) => `Nästa fråga kommer ${when}.`,
    anyTime: "Du kan skriva till mig när som helst.",
  },
  less: {
    offer:
      "De tre senaste frågorna fick inget svar, och det är helt okej. Ska jag fråga dig mer sällan? Jag berättar inte för någon vad du väljer.",
    every: { 2: "Varannan vecka", 4: "Var fjärde vecka" },
    asNow: "Som nu",
    noted: {
      1: "Jag frågar dig varje gång teamet får frågan.",
      2: "Jag frågar dig högst varannan vecka.",
      4: "Jag frågar dig högst var fjärde vecka.",
    },
  },
};
