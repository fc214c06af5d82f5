import type { TeamsWords } from "../en/teams.ts";

export const teams: TeamsWords = {
  welcome: {
    title: "Hei, jeg heter Gnist",
    added: (addedBy, team) => `${addedBy ?? "Noen"} har lagt meg til i ${team}.`,
    what: "Én gang i uka spør jeg hver av dere, i deres egen chat, hva som var i veien. Én linje er nok.",
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
      `Én gang i uka spør jeg hva som var i veien${team ? ` i ${team}` : ""}. Én linje er nok. Teamet ditt ser det, uten navnet ditt.`,
    stop: "Det første døgnet spør jeg ingen i teamet, med mindre en teamleder skriver spør nå. Vil du ikke bli spurt, skriv pause til meg i din egen chat.",
    personQuiet: (when) => `Jeg spør deg ikke før ${when}, med mindre en teamleder skriver spør nå.`,
    personStop: "Vil du ikke bli spurt, trykk Pause eller skriv pause.",
    personAnyTime: "Er noe i veien akkurat nå? Bare skriv det her.",
    noTeam: "Jeg er ikke med i noen av teamene dine ennå. Legg meg til i et team i Teams, så kan vi begynne.",
    help: "Skriv hjelp, så ser du hva jeg kan.",
    local: "Kjører på denne maskinen. Skriv neste for å hoppe til neste ting som skal skje.",
  },
};
