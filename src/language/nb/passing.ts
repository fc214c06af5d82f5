import type { PassingWords } from "../en/passing.ts";

export const passing: PassingWords = {
  passing: {
    here: (team) => `Denne kanalen er nå for koordinatorene: ideer som andre team sender videre til ${team}, kommer hit.`,
    hereWhat: (team) =>
      `Ledere i andre team kan velge ${team} under Koordinatorer i innstillingene sine. Alle i dette teamet er koordinatorer.`,
    notWeekly: "Jeg spør ikke lenger teamet hver uke: en teamleder kan slå på Spør teamet hver uke igjen i Innstillinger.",
    move: "Vil du bytte kanal, skriv koordinatorer her i den andre. Angre avslutter det.",
    weekly: "Jeg spør teamet hver uke igjen.",
    ended: (team) => `${team} tar ikke imot flere ideer fra andre team. Det som allerede er sendt videre, kan fortsatt besvares.`,
  },
};
