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
    now: (name, team) => `${name} leder nå ${team}.`,
    already: (name, team) => `${name} leder allerede ${team}.`,
    not: (name, team) => `Notert: ${name} leder ikke ${team}.`,
    largeTitle: (size) => `Skal jeg spørre alle ${number(size)}?`,
    large: (team, when) =>
      `${team} er et stort team, så jeg venter på ditt ja. Hvis du trykker Spør alle, går det første spørsmålet ut ${when}.`,
    largeAgreed: (team, when) => `Alle i ${team} får spørsmålet ${when}.`,
  },
};
