import type { AskingWords } from "../en/asking.ts";

export const asking: AskingWords = {
  form: {
    question: "Opplevde du noe plunder og heft denne uka?",
    anyTime: "Hva gir plunder og heft?",
    another: "Hva mer gir plunder og heft?",
    edit: "Endre ideen din",
    offer: "Skal jeg lagre dette som en idé?",
    reminder: "En kort påminnelse, den eneste. Én linje er nok.",
    again: "Du ba meg komme tilbake. Én linje er nok.",
    test: "En test, bare for deg. Dette får teamet ditt. Hvis du sender, lagres det som en ekte idé.",
    first: (addedBy, team, when) =>
      `${addedBy ? `${addedBy} har lagt meg til` : "Jeg er lagt til"} i ${team}. Teamet ditt ser linjen din${when ? ` på ${when}` : ""}, uten navnet ditt; det teamet legger ut, kan andre be om innsyn i. Ingen navn på pasienter eller kolleger. Pause stopper meg.`,
    label: "En linje eller to er nok",
    placeholder: "Jeg skriver samme nummer tre steder …",
    empty: "Skriv en linje, eller trykk Ingenting denne uka",
    emptyAnyTime: "Skriv en linje først",
    proposal: "Hva ville gjort det lettere?",
    cost: "Hva det koster meg",
    kind: "Hva det handler om",
    skip: "Hopp over hvis du vil",
    showName: "Vis navnet mitt",
    team: "Team",
    chooseTeam: "Velg et team",
    moreTeams: "For et annet team: skriv idé i kanalen til det teamet.",
    seen: (when, named) =>
      `Teamet ditt ser det på ${when}, ${named ? "med navnet ditt så lenge Vis navnet mitt er krysset av" : "uten navnet ditt med mindre du velger å vise det"}.`,
    rests: (named) =>
      `Teamet ditt er arkivert i Teams, så jeg hviler. Når teamet er gjenopprettet, får det se ideen din, ${named ? "med navnet ditt så lenge Vis navnet mitt er krysset av" : "uten navnet ditt med mindre du velger å vise det"}.`,
    noNames: "Ingen navn på pasienter, brukere eller kolleger.",
    problems: {
      empty: (button) => `Skriv en linje først, og trykk ${button} igjen.`,
      "too-long": (button) => `Dette er for langt for meg: høyst 2000 tegn. Kort det ned, og trykk ${button} igjen.`,
      "not-saved": (button) => `Kanskje ikke lagret ennå. Trykk ${button} igjen: det lagres bare én gang.`,
      "not-storable": () => "Ikke lagret: jeg kan ikke lagre denne teksten. Endre den",
    },
    onlyBeginning: "Bare begynnelsen får plass her.",
  },
  noted: {
    dropped: "Greit, jeg har ikke lagret det.",
    sentBeside: { below: "Du finner det nedenfor, i en ny melding.", chat: "Du finner det i vår egen chat." },
    nothing: "Godt å høre. Notert: ingenting denne uka.",
    later: (when) => `Jeg spør deg igjen ${when}.`,
    pausedUntil: (when) => `Gnist er satt på pause. Jeg spør deg ikke før ${when}.`,
    paused: "Gnist er satt på pause. Jeg spør deg ikke før du skriver fortsett.",
    howLong: "Hvor lenge? Nyheter om ideene dine kommer likevel, og du kan skrive til meg når som helst.",
    stillNews: "Nyheter om ideene dine kommer likevel, og du kan skrive til meg når som helst.",
    resumed: "Fint at du er tilbake. Nå spør jeg deg igjen.",
    nextPrompt: (when) => `Neste spørsmål kommer ${when}.`,
    anyTime: "Du kan skrive til meg når som helst.",
  },
};
