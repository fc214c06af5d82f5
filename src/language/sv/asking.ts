import type { AskingWords } from "../en/asking.ts";

export const asking: AskingWords = {
  form: {
    question: "Har något gnisslat i vardagen den här veckan?",
    anyTime: "Vad gnisslar i vardagen?",
    another: "Vad gnisslar mer?",
    edit: "Ändra din idé",
    offer: "Ska jag spara det här som en idé?",
    reminder: "En kort påminnelse, den enda. En rad räcker.",
    again: "Du bad mig komma tillbaka. En rad räcker.",
    test: "Ett test, bara för dig. Det här får ditt team. Om du skickar sparas det som en riktig idé.",
    first: (addedBy, team, when) =>
      `${addedBy ? `${addedBy} har lagt till mig` : "Jag har lagts till"} i ${team}. Ditt team ser din rad${when ? ` på ${when}` : ""}, utan ditt namn; det teamet publicerar kan begäras ut som allmän handling. Inga namn på patienter eller kollegor. Pausa stoppar mig.`,
    label: "En rad eller två räcker",
    placeholder: "Jag skriver samma nummer på tre ställen …",
    empty: "Skriv en rad, eller tryck på Inget denna vecka",
    emptyAnyTime: "Skriv en rad först",
    proposal: "Vad skulle göra det lättare?",
    cost: "Vad det kostar mig",
    kind: "Vad det handlar om",
    skip: "Hoppa över om du vill",
    showName: "Visa mitt namn",
    team: "Team",
    chooseTeam: "Välj ett team",
    moreTeams: "För ett annat team: skriv idé i det teamets kanal.",
    seen: (when, named) =>
      `Ditt team ser det på ${when}, ${named ? "med ditt namn så länge Visa mitt namn är ikryssat" : "utan ditt namn om du inte väljer att visa det"}.`,
    rests: (named) =>
      `Ditt team är arkiverat i Teams, så jag vilar. När teamet har återställts får det se din idé, ${named ? "med ditt namn så länge Visa mitt namn är ikryssat" : "utan ditt namn om du inte väljer att visa det"}.`,
    noNames: "Inga namn på patienter, brukare eller kollegor.",
    problems: {
      empty: (button) => `Skriv en rad först och tryck på ${button} igen.`,
      "too-long": (button) => `Det här är för långt för mig: högst 2 000 tecken. Korta det och tryck på ${button} igen.`,
      "not-saved": (button) => `Kanske inte sparat än. Tryck på ${button} igen: det sparas bara en gång.`,
      "not-storable": () => "Inte sparat: jag kan inte spara den här texten. Ändra den",
    },
    onlyBeginning: "Bara början får plats här.",
  },
  noted: {
    dropped: "Okej, jag har inte sparat det.",
    sentBeside: { below: "Du hittar det nedanför, i ett nytt meddelande.", chat: "Du hittar det i vår egen chatt." },
    nothing: "Skönt att höra. Noterat: inget den här veckan.",
    later: (when) => `Jag frågar dig igen ${when}.`,
    pausedUntil: (when) => `Gnist är pausad. Jag frågar dig inte förrän ${when}.`,
    paused: "Gnist är pausad. Jag frågar dig inte förrän du skriver fortsätt.",
    howLong: "Hur länge? Nyheter om dina idéer kommer ändå, och du kan skriva till mig när som helst.",
    stillNews: "Nyheter om dina idéer kommer ändå, och du kan skriva till mig när som helst.",
    resumed: "Kul att du är tillbaka. Nu frågar jag dig igen.",
    nextPrompt: (when) => `Nästa fråga kommer ${when}.`,
    anyTime: "Du kan skriva till mig när som helst.",
  },
};
