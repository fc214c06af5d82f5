import type { PassingWords } from "../en/passing.ts";

export const passing: PassingWords = {
  passing: {
    here: (team) => `Denne kanalen er nå for koordinatorene: ideer som andre team sender videre til ${team}, kommer hit.`,
    hereWhat: (team) =>
      `Teamledere i andre team kan velge ${team} under Koordinatorer i innstillingene sine. Alle i dette teamet er koordinatorer.`,
    notWeekly: "Jeg spør ikke lenger teamet hver uke: en teamleder kan slå på Spør teamet hver uke igjen i Innstillinger.",
    move: "Vil du bytte kanal, skriv koordinatorer her i den nye. Vil du ikke ta imot flere ideer, trykk Angre.",
    weekly: "Jeg spør teamet hver uke igjen.",
    ended: (team) => `${team} tar ikke imot flere ideer fra andre team. Det som allerede er sendt videre, kan dere fortsatt svare på.`,
    passOnTitle: "Sende den videre?",
    passOnWhat: (to) =>
      `Jeg publiserer den i kanalen til koordinatorene i ${to}. De ser ikke hvem som har skrevet den. Begge teamene kan lese begrunnelsen din.`,
    reason: "Begrunnelse",
    passOnHint: "Vi kan ikke endre denne avtalen selv",
    passedOn: (to) => `Sendt videre til ${to}. Koordinatorene der finner den i kanalen sin.`,
    nobodyTitle: "Ingen å sende den videre til",
    nobody:
      "Teamet har ingen koordinatorer å sende ideer videre til, så ingenting er endret. Velg dem i Innstillinger, under Flere innstillinger.",
    post: (team) => `${team} sender denne videre til dere`,
    why: (team) => `Hvorfor ${team} sender den videre`,
    waits: "Ingen har tatt den ennå.",
    takeTitle: "Vi tar den",
    takeWhat: (team) => `${team} ser kontaktpersonen og datoen til dere svarer.`,
    contact: "Kontaktperson",
    answerBy: "Svar innen",
    answer: "Svar",
    weDo: "Vi gjør det",
    weDoNot: "Vi gjør det ikke",
    answerHint: "Den nye avtalen begynner i mai",
    answerWhat: (team) => `${team} og de som står bak ideen, kan lese svaret og begrunnelsen.`,
    sendBackTitle: "Sende den tilbake?",
    sendBackWhat: (team) => `${team} får den tilbake, og alle der kan lese begrunnelsen din.`,
    sendBackHint: "Dette kan dere bestemme selv",
    back: (what, team) => `${what} gikk tilbake til ${team}.`,
    withdrawn: (what, team) => `${what} fra ${team} er trukket tilbake.`,
    anIdea: "En idé",
    troubleTitle: "Koordinatorene har ikke fått den",
    trouble: (to) =>
      `Jeg fikk ikke publisert denne hos koordinatorene i ${to}. Be dem sjekke at jeg fortsatt er i kanalen deres, eller skrive koordinatorer her i en annen. Trykk så Publiser den.`,
    goneTitle: "Koordinatorene tar ikke imot flere ideer",
    gone: (to) =>
      `${to} tar ikke lenger imot ideer fra andre team, så denne kan bli stående uten svar. Trykk Send tilbake, så har teamet den igjen.`,
    doubtfulTitle: "Kom den fram til koordinatorene?",
    doubtful: (to) => `Jeg vet ikke om denne kom fram til koordinatorene i ${to}. Spør dem. Trykk Publiser den hvis de ikke ser den.`,
  },
};
