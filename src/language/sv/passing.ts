import type { PassingWords } from "../en/passing.ts";

export const passing: PassingWords = {
  passing: {
    here: (team) => `Den här kanalen är nu för samordnarna: idéer som andra team skickar vidare till ${team} kommer hit.`,
    hereWhat: (team) =>
      `Teamledare i andra team kan välja ${team} under Samordnare i sina inställningar. Alla i det här teamet är samordnare.`,
    notWeekly: "Jag frågar inte längre teamet varje vecka: en teamledare kan slå på Fråga teamet varje vecka igen i Inställningar.",
    move: "Vill du byta kanal, skriv samordnare här i den nya. Vill du inte ta emot fler idéer, tryck på Ångra.",
    weekly: "Jag frågar teamet varje vecka igen.",
    ended: (team) => `${team} tar inte emot fler idéer från andra team. Det som redan har skickats vidare kan ni fortfarande svara på.`,
    passOnTitle: "Skicka den vidare?",
    passOnWhat: (to) =>
      `Jag publicerar den i samordnarnas kanal i ${to}. De ser inte vem som har skrivit den. Båda teamen kan läsa ditt skäl.`,
    reason: "Skäl",
    passOnHint: "Vi kan inte ändra det här avtalet själva",
    passedOn: (to) => `Skickad vidare till ${to}. Samordnarna där hittar den i sin kanal.`,
    nobodyTitle: "Ingen att skicka den vidare till",
    nobody:
      "Teamet har inga samordnare att skicka idéer vidare till, så inget har ändrats. Välj dem i Inställningar, under Fler inställningar.",
    post: (team) => `${team} skickar det här vidare till er`,
    why: (team) => `Varför ${team} skickar den vidare`,
    waits: "Ingen har tagit den än.",
    takeTitle: "Vi tar den",
    takeWhat: (team) => `${team} ser kontaktpersonen och datumet tills ni svarar.`,
    contact: "Kontaktperson",
    answerBy: "Svar senast",
    answer: "Svar",
    weDo: "Vi gör det",
    weDoNot: "Vi gör det inte",
    answerHint: "Det nya avtalet börjar i maj",
    answerWhat: (team) => `${team} och de som står bakom idén kan läsa ert svar och skälet.`,
    sendBackTitle: "Skicka tillbaka den?",
    sendBackWhat: (team) => `${team} får tillbaka den, och alla där kan läsa ditt skäl.`,
    sendBackHint: "Det här får ni bestämma själva",
    back: (what, team) => `${what} gick tillbaka till ${team}.`,
    withdrawn: (what, team) => `${what} från ${team} har tagits tillbaka.`,
    anIdea: "En idé",
    troubleTitle: "Samordnarna har inte fått den",
    trouble: (to) =>
      `Jag kunde inte publicera den här hos samordnarna i ${to}. Be dem kontrollera att jag finns kvar i deras kanal, eller skriva samordnare här i en annan. Tryck sedan på Publicera den.`,
    goneTitle: "Samordnarna tar inte emot fler idéer",
    gone: (to) =>
      `${to} tar inte längre emot idéer från andra team, så den här kan bli utan svar. Tryck på Skicka tillbaka så har teamet den igen.`,
    doubtfulTitle: "Kom den fram till samordnarna?",
    doubtful: (to) => `Jag vet inte om den här kom fram till samordnarna i ${to}. Fråga dem. Om de inte ser den, tryck på Publicera den.`,
  },
};
