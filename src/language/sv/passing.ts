import type { PassingWords } from "../en/passing.ts";

export const passing: PassingWords = {
  passing: {
    here: (team) => `Den här kanalen är nu för samordnarna: idéer som andra team skickar vidare till ${team} kommer hit.`,
    hereWhat: (team) => `Ledare i andra team kan välja ${team} under Samordnare i sina inställningar. Alla i det här teamet är samordnare.`,
    notWeekly: "Jag frågar inte längre teamet varje vecka: en teamledare kan slå på Fråga teamet varje vecka igen i Inställningar.",
    move: "Vill du byta kanal, skriv samordnare här i den andra. Ångra avslutar det.",
    weekly: "Jag frågar teamet varje vecka igen.",
    ended: (team) => `${team} tar inte emot fler idéer från andra team. Det som redan har skickats vidare går fortfarande att svara på.`,
  },
};
