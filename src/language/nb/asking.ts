import type { AskingWords } from "../en/asking.ts";

export const asking: AskingWords = {
  noted: {
    sentBeside: { below: "Du finner det nedenfor, i en ny melding.", chat: "Du finner det i vår egen chat." },
    nothing: "Takk. Notert: ingenting denne uka.",
    later: (when) => `Jeg spør deg igjen ${when}.`,
    askingNow: (team, when, again) =>
      again
        ? `Jeg spør dem i ${team} som ikke har fått spørsmålet ennå. Oppsummeringen kommer ${when}.`
        : `Jeg spør ${team} nå. Oppsummeringen kommer ${when}.`,
    notWeekly: "Ellers spør jeg ingen her: Spør teamet hver uke er slått av i Innstillinger.",
    clockMoved: (when, what) =>
      `Nå er det ${when}.${what.length > 0 ? ` Står for tur: ${what.join(", ")}.` : " Ingenting mer står for tur."}`,
    nextPrompt: (when) => `Neste spørsmål kommer ${when}.`,
    anyTime: "Du kan skrive til meg når som helst.",
  },
  less: {
    offer:
      "De tre siste spørsmålene fikk ikke svar, og det er helt greit. Skal jeg spørre deg sjeldnere? Jeg forteller ingen hva du velger.",
    every: { 2: "Annenhver uke", 4: "Hver fjerde uke" },
    asNow: "Som nå",
    noted: {
      1: "Jeg spør deg hver gang teamet får spørsmålet.",
      2: "Jeg spør deg høyst annenhver uke.",
      4: "Jeg spør deg høyst hver fjerde uke.",
    },
  },
};
