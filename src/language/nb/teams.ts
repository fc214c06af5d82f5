import type { TeamsWords } from "../en/teams.ts";
import { count, number } from "./shared.ts";

export const teams: TeamsWords = {
  welcome: {
    title: "Hei, jeg heter Gnist",
    added: (addedBy, team) => `${addedBy ?? "Noen"} har lagt meg til i ${team}.`,
    what: "Én gang i uka spør jeg hver enkelt av dere, i egen chat, hva som var i veien. Én linje er nok.",
    after: "Her ser dere så hva som kom opp, og velger sammen hva dere vil prøve.",
    secret:
      "Gnist viser aldri hvem som skrev hva, med mindre du selv velger å vise navnet ditt. IT-avdelingen hos arbeidsgiveren din kan søke i Teams-chatter.",
    firstPrompt: "Første spørsmål",
    firstDigest: "Første oppsummering",
    zone: "Tidssone",
    leads: "Teamleder",
    noLead: "Ingen ennå",
    large: "Dette er et stort team, så jeg venter til en teamleder sier fra.",
    personWhat: (team) =>
      `Én gang i uka spør jeg hva som var i veien${team ? ` i ${team}` : ""}. Én linje er nok. Teamet ditt ser det, uten navnet ditt med mindre du velger å vise det.`,
    stop: "Det første døgnet spør jeg ingen i teamet, med mindre en teamleder skriver spør nå. Vil du ikke bli spurt, skriv pause til meg i vår egen chat.",
    personQuiet: (when) => `Jeg spør deg ikke før ${when}, med mindre en teamleder skriver spør nå.`,
    personStop: "Vil du ikke bli spurt, trykk Pause eller skriv pause.",
    personAnyTime: "Er noe i veien akkurat nå? Bare skriv det her.",
    noTeam: "Jeg er ikke med i noen av teamene dine ennå. Legg meg til i et team i Teams, så kan vi begynne.",
    help: "Skriv hjelp, så ser du hva jeg kan.",
    local: "Kjører på denne maskinen. Skriv neste for å hoppe til neste ting som skal skje.",
  },
  lead: {
    claim: (name, team) => `${name} sier at hen leder ${team}. Stemmer det?`,
    claimOpenly:
      "Dette teamet har ingen teamleder nå. Det er avgjort når to av dere har trykket Ja, det stemmer. Er dere bare to i teamet, holder det at den andre trykker.",
    wanted: (team: string) => `Ingen leder ${team} lenger. Er det deg? Trykk på knappen. Hvis noen må bekrefte det, spør jeg.`,
    wantedOwner: (team: string) =>
      `Den siste teamlederen i ${team} er ikke med lenger. Du har ansvaret for en idé der, så jeg spør deg først: leder du teamet nå? Trykk i så fall på knappen. Hvis noen må bekrefte det, spør jeg.`,
    half: (name: string, team: string, more: number) =>
      `Takk. ${count(more, { one: "person til må", other: "personer til må" })} bekrefte at ${name} leder ${team}.`,
    claimTitle: "Hvem leder teamet?",
    what: "En teamleder ser utkastet før oppsummeringen blir publisert, og kan endre dager og tider. Gnist viser aldri hvem som skrev hva.",
    willAsk: (team, day) => `Takk. På ${day} spør jeg noen som kan bekrefte at du leder ${team}.`,
    asked: (team) => `Takk. Jeg har spurt noen som kan bekrefte at du leder ${team}.`,
    youNow: (team) => `Nå leder du ${team}.`,
    youAlready: (team) => `Du leder allerede ${team}.`,
    now: (name, team) => `${name} leder nå ${team}.`,
    already: (name, team) => `${name} leder allerede ${team}.`,
    not: (name, team) => `Notert: ${name} leder ikke ${team}.`,
    largeTitle: (size) => `Skal jeg spørre alle ${number(size)}?`,
    large: (team, when) =>
      `${team} er et stort team, så jeg venter på ditt ja. Hvis du trykker Spør alle, sender jeg det første spørsmålet ${when}.`,
    largeAgreed: (team, when) => `Alle i ${team} får spørsmålet ${when}.`,
  },
  substitute: {
    set: (name, until) => `${name} er stedfortreder for deg til og med ${until}.`,
    tells: "Jeg sier fra til stedfortrederen.",
    tellsOn: (day) => `Jeg sier fra til stedfortrederen på ${day}.`,
    setWhat: "Utkastet og andre kort for teamledere går til stedfortrederen i stedet for til deg.",
    notReached: (name) =>
      `Jeg når ikke ${name} i chatten. Si gjerne fra selv. Så lenge jeg ikke når fram, kommer kortene for teamledere fortsatt til deg.`,
    keeps: "Du kan fortsatt gjøre alt selv. Skriv utkast for å se utkastet.",
    ended: (name) => `${name} er ikke stedfortreder for deg. Kortene for teamledere kommer til deg.`,
    left: (name, team) => `${name} er ikke lenger i ${team} og er ikke stedfortreder for deg. Kortene for teamledere kommer til deg igjen.`,
    title: (name) => `Du er stedfortreder for ${name}`,
    until: (until) => `Til og med ${until}.`,
    what: "Fram til da kommer utkastet og andre kort for teamledere til deg, og du kan gjøre det en teamleder kan.",
    cannot: (name) => `Passer det ikke? Si fra til ${name}.`,
    over: (name) => `Du er ikke lenger stedfortreder for ${name}.`,
  },
};
