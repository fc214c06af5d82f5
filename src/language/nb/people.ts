import type { PeopleWords } from "../en/people.ts";
import { count, number } from "./shared.ts";

export const people: PeopleWords = {
  lead: {
    claim: (name, team) => `${name} sier at de leder ${team}. Stemmer det?`,
    claimOpenly:
      "Dette teamet har ingen teamleder nå. Når to av dere har trykket på knappen, er det avgjort; er dere bare to i teamet, er den andres trykk nok.",
    wanted: (team: string) => `Ingen leder ${team} lenger. Er det deg? Trykk på knappen, så bekrefter kolleger det.`,
    wantedOwner: (team: string) =>
      `Den siste teamlederen i ${team} har sluttet. Du har ansvaret for en idé der, så jeg spør deg først: leder du teamet nå? Andre bekrefter det.`,
    half: (name: string, team: string, more: number) =>
      `Takk. ${count(more, { one: "person til må", other: "personer til må" })} bekrefte at ${name} leder ${team}.`,
    claimTitle: "Hvem leder teamet?",
    what: "En teamleder ser utkastet før oppsummeringen går ut, og kan endre dager og tider. Gnist viser aldri hvem som skrev hva.",
    asked: (team) => `Takk. Jeg har bedt noen som kan bekrefte at du leder ${team}, om et ja.`,
    youNow: (team) => `Nå leder du ${team}.`,
    youAlready: (team) => `Du leder allerede ${team}.`,
    now: (name, team) => `${name} leder nå ${team}.`,
    already: (name, team) => `${name} leder allerede ${team}.`,
    not: (name, team) => `Notert: ${name} leder ikke ${team}.`,
    largeTitle: (size) => `Skal jeg spørre alle ${number(size)}?`,
    large: (team, when) =>
      `${team} er et stort team, så jeg venter på ditt ja. Hvis du trykker Spør alle, går det første spørsmålet ut ${when}.`,
    largeAgreed: (team, when) => `Alle i ${team} får spørsmålet ${when}.`,
  },
  unclear: {
    oneMeant: (phrase) => `Mente du ${phrase}?`,
    severalMeant: "Mente du noe av dette?",
    questionOrIdea: "Er dette et spørsmål til meg, eller en idé til teamet ditt?",
    noAnswer: "Jeg kan bare svare på litt. Det er ikke lagret som en idé.",
    thanked: "Takk selv! Jeg er her når noe er i veien.",
  },
  whoSees: {
    title: "Hvem ser dette",
    promise:
      "Gnist viser aldri hvem som skrev hva, med mindre du selv velger å vise navnet ditt. IT-avdelingen hos arbeidsgiveren din kan søke i Teams-chatter.",
    names: {
      team: "Teamet ditt",
      leads: "Teamledere",
      admins: "Administratorer",
      record: "Noen kan be om innsyn",
      kept: "Gnist vet",
      owner: "Hvis du tar en idé,",
      channel: "I en kanal",
      back: "Hvis du ombestemmer deg,",
    },
    team: (when) =>
      `ser linja di i neste oppsummering${when === undefined ? "" : `, ${when}`}: uten navnet ditt, med mindre du krysser av for Vis navnet mitt. En teamleder kan la den vente; da får du vite hvorfor.`,
    rests:
      "er arkivert i Teams, så jeg hviler. Når teamet er gjenopprettet, får det se linja di: uten navnet ditt, med mindre du krysser av for Vis navnet mitt.",
    rows: {
      leads: "kan se den tidligere, i utkastet, også da uten navnet ditt. De ser hvor mange som har svart, ikke hvem.",
      admins: "ser tall og innstillinger, ingen svar.",
      record: "i det teamet publiserer.",
      kept: "hvem som har skrevet en linje, slik at den personen får vite hvordan det går, og kan endre den. De som drifter Gnist, har tilgang til det som er lagret.",
      owner: "står navnet ditt på den som ansvarlig.",
      channel: "ser alle det du skriver til meg der, med navnet ditt. Skriv heller til meg i vår egen chat.",
      back: "trykk Trekk tilbake på kvitteringen, eller skriv trekk tilbake. Linja blir borte fra Gnist, og fra innlegget til teamet hvis jeg kan endre det. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
    },
  },
};
