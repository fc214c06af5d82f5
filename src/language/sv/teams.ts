import type { TeamsWords } from "../en/teams.ts";

export const teams: TeamsWords = {
  welcome: {
    title: "Hej, jag heter Gnist",
    added: (addedBy, team) => `${addedBy ?? "Någon"} har lagt till mig i ${team}.`,
    what: "En gång i veckan frågar jag var och en av er, i er egen chatt, vad som var i vägen. En rad räcker.",
    after: "Här ser ni sedan vad som kom upp, och väljer tillsammans vad ni vill prova.",
    secret:
      "Gnist visar aldrig vem som skrev vad, om du inte själv väljer att visa ditt namn. Din arbetsgivares it-avdelning kan söka i Teams-chattar.",
    firstPrompt: "Första frågan",
    firstDigest: "Första sammanfattningen",
    zone: "Tidszon",
    leads: "Teamledare",
    noLead: "Ingen än",
    large: "Det här är ett stort team, så jag väntar tills en teamledare säger till.",
    personWhat: (team) =>
      `En gång i veckan frågar jag vad som var i vägen${team ? ` i ${team}` : ""}. En rad räcker. Ditt team ser det, utan ditt namn.`,
    stop: "Det första dygnet frågar jag ingen i teamet, om inte en teamledare skriver fråga nu. Vill du inte få frågan, skriv pausa till mig i din egen chatt.",
    personQuiet: (when) => `Jag frågar dig inte före ${when}, om inte en teamledare skriver fråga nu.`,
    personStop: "Vill du inte få frågan, tryck på Pausa eller skriv pausa.",
    personAnyTime: "Är något i vägen just nu? Skriv det bara här.",
    noTeam: "Jag är inte med i något av dina team än. Lägg till mig i ett team i Teams så kan vi börja.",
    help: "Skriv hjälp så ser du vad jag kan.",
    local: "Körs på den här datorn. Skriv nästa för att hoppa till nästa sak som ska hända.",
  },
};
