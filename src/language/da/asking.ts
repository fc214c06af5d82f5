import type { AskingWords } from "../en/asking.ts";

export const asking: AskingWords = {
  noted: {
    sentBeside: { below: "Du finder det herunder, i en ny besked.", chat: "Du finder det i vores egen chat." },
    nothing: "Tak. Noteret: ingenting i denne uge.",
    later: (when) => `Jeg spørger dig igen ${when}.`,
    askingNow: (team, when, again) =>
      again
        ? `Jeg spørger dem i ${team}, der ikke har fået spørgsmålet endnu. Opsummeringen kommer ${when}.`
        : `Jeg spørger ${team} nu. Opsummeringen kommer ${when}.`,
    notWeekly: "Ellers spørger jeg ingen her: Spørg teamet hver uge er slået fra i Indstillinger.",
    clockMoved: (when, what) =>
      `Nu er det ${when}.${what.length > 0 ? ` Det står for tur: ${what.join(", ")}.` : " Der står ikke mere for tur."}`,
    nextPrompt: (when) => `Næste spørgsmål kommer ${when}.`,
    anyTime: "Du kan skrive til mig når som helst.",
  },
  less: {
    offer:
      "De seneste tre spørgsmål fik ikke svar, og det er helt i orden. Skal jeg spørge dig sjældnere? Jeg fortæller ingen, hvad du vælger.",
    every: { 2: "Hver anden uge", 4: "Hver fjerde uge" },
    asNow: "Som nu",
    noted: {
      1: "Jeg spørger dig, hver gang dit team bliver spurgt.",
      2: "Jeg spørger dig højst hver anden uge.",
      4: "Jeg spørger dig højst hver fjerde uge.",
    },
  },
};
