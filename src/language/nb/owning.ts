import type { OwningWords } from "../en/owning.ts";
import { date } from "./shared.ts";

export const owning: OwningWords = {
  by: (due, otherYear) => `ferdig innen ${date(due, otherYear)}`,
  was: (due, otherYear) => `datoen var ${date(due, otherYear)}`,
  firstTest: (test) => `første test: ${test}`,
  needsOwner: "Trenger en ansvarlig",
  somebodyAsked: "Noen er spurt",
  own: {
    takeOrAskTitle: "Ta den, eller spør noen",
    takeWhat: "Da er den din. Du kan gi den tilbake, de første ti minuttene uten å si hvorfor.",
    askTitle: "Spør en kollega",
    askWhat:
      "Jeg spør i personens egen chat. Det er helt greit å si nei, og ikke noe navn vises før svaret er ja. Datoen er når det kan være ferdig; den som tar den, kan velge en annen.",
    who: "Person",
    chooseWho: "Velg en kollega",
    searchWho: "Det er ikke plass til alle i lista. Skriv et navn i den, så finner du de andre.",
    due: "Dato",
    badDate: "Velg en dag",
    test: "Minste test",
    testHint: "Prøv på ett rom i én uke",
    willAsk: (name, day) => `Jeg spør ${name} på ${day}. Blir svaret ja, vises det i oppsummeringen.`,
    asked: (name) => `Jeg har spurt ${name}. Blir svaret ja, vises det i oppsummeringen.`,
    notReached: (name) =>
      `Jeg når ikke ${name} i chatten. Si fra til vedkommende selv: når ideen står i teamets innlegg, går det an å trykke Ta eller spør der.`,
    request: "Vil du ta denne?",
    askedBy: (name) => `${name} tenkte på deg.`,
    free: "Det er helt greit å si nei.",
    why: "Begrunnelse",
    whyNot: "Hvorfor ikke? Bare teamledere ser dette.",
    whyHint: "Rekker det ikke før ferien",
    plan: "Denne er din",
    planWhat: "Når vil du være ferdig, og hva er det minste å prøve først?",
    owned: "Bra. Denne er din.",
    did: {
      moved: "Datoen er endret.",
      started: "Bra. Testen har begynt.",
      adjusted: "Bra. Du tester den igjen.",
    },
    dateTitle: "Endre dato",
    ownedWhat: (stage) => {
      if (stage === "testing") return "Trykk Testen er ferdig når du vet hvordan det gikk.";
      return stage === "checking"
        ? "Trykk Hvordan gikk det? og fortell hva det ble til."
        : "Små steg teller. Trykk Har begynt når du begynner å teste.";
    },
    declined: "Takk for at du svarte. Bare teamledere ser svaret ditt.",
    giveBackTitle: "Gi den tilbake?",
    giveBackWhy: "Hvorfor? Bare teamledere ser dette.",
    gaveBack: "Du har gitt den tilbake. Den trenger en ansvarlig igjen.",
    gaveBackWhy: "Bare teamledere ser hvorfor.",
    left: "Ingen har ansvaret for denne lenger",
    leftWhat: "Den som hadde ansvaret, er ikke med i teamet nå. Du kan ta den, eller spørre noen.",
    refused: (name) => `${name} kan ikke ta denne`,
    gaveItBack: (name) => `${name} har gitt denne tilbake`,
    refusedWhat: "Bare teamledere ser dette. Du kan ta den, eller spørre noen andre.",
    ownerStays: "Bare teamledere ser dette. Ansvaret blir der det er; du kan spørre noen andre.",
    reason: (reason) => `Begrunnelse: ${reason}`,
  },
  actions: {
    title: "Mine oppgaver",
    none: "Du har ikke påtatt deg noe. Trykk Ta eller spør i oppsummeringen når noe frister.",
  },
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
