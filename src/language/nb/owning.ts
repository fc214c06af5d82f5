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
};
