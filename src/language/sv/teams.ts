import type { TeamsWords } from "../en/teams.ts";
import { count, number } from "./shared.ts";

export const teams: TeamsWords = {
  welcome: {
    title: "Hej, jag heter Gnist",
    added: (addedBy, team) => `${addedBy ?? "Någon"} har lagt till mig i ${team}.`,
    what: "En gång i veckan frågar jag var och en av er, i en egen chatt, vad som var i vägen. En rad räcker.",
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
      `En gång i veckan frågar jag vad som var i vägen${team ? ` i ${team}` : ""}. En rad räcker. Ditt team ser det, utan ditt namn om du inte väljer att visa det.`,
    stop: "Det första dygnet frågar jag ingen i teamet, om inte en teamledare skriver fråga nu. Vill du inte få frågan, skriv pausa till mig i vår egen chatt.",
    personQuiet: (when) => `Jag frågar dig inte före ${when}, om inte en teamledare skriver fråga nu.`,
    personStop: "Vill du inte få frågan, tryck på Pausa eller skriv pausa.",
    personAnyTime: "Är något i vägen just nu? Skriv det bara här.",
    noTeam: "Jag är inte med i något av dina team än. Lägg till mig i ett team i Teams så kan vi börja.",
    help: "Skriv hjälp så ser du vad jag kan.",
    local: "Körs på den här datorn. Skriv nästa för att hoppa till nästa sak som ska hända.",
  },
  lead: {
    claim: (name, team) => `${name} säger att hen leder ${team}. Stämmer det?`,
    claimOpenly:
      "Det här teamet har ingen teamledare nu. Det är klart när två av er har tryckt på Ja, det stämmer. Är ni bara två i teamet räcker det att den andra trycker.",
    wanted: (team: string) => `Ingen leder ${team} längre. Är det du? Tryck på knappen. Om någon behöver bekräfta det frågar jag.`,
    wantedOwner: (team: string) =>
      `Den sista teamledaren i ${team} är inte med längre. Du ansvarar för en idé där, så jag frågar dig först: leder du teamet nu? Tryck i så fall på knappen. Om någon behöver bekräfta det frågar jag.`,
    half: (name: string, team: string, more: number) =>
      `Tack. ${count(more, { one: "person till behöver", other: "personer till behöver" })} bekräfta att ${name} leder ${team}.`,
    claimTitle: "Vem leder teamet?",
    what: "En teamledare ser utkastet innan sammanfattningen publiceras och kan ändra dagar och tider. Gnist visar aldrig vem som skrev vad.",
    willAsk: (team, day) => `Tack. På ${day} frågar jag någon som kan bekräfta att du leder ${team}.`,
    asked: (team) => `Tack. Jag har frågat någon som kan bekräfta att du leder ${team}.`,
    youNow: (team) => `Nu leder du ${team}.`,
    youAlready: (team) => `Du leder redan ${team}.`,
    now: (name, team) => `${name} leder nu ${team}.`,
    already: (name, team) => `${name} leder redan ${team}.`,
    not: (name, team) => `Noterat: ${name} leder inte ${team}.`,
    largeTitle: (size) => `Ska jag fråga alla ${number(size)}?`,
    large: (team, when) =>
      `${team} är ett stort team, så jag väntar på ditt ja. Om du trycker på Fråga alla skickar jag den första frågan ${when}.`,
    largeAgreed: (team, when) => `Alla i ${team} får frågan ${when}.`,
  },
  substitute: {
    set: (name, until) => `${name} ersätter dig till och med ${until}.`,
    tells: "Jag berättar det för ersättaren.",
    tellsOn: (day) => `Jag berättar det för ersättaren på ${day}.`,
    setWhat: "Utkastet och andra kort för teamledare går till ersättaren i stället för till dig.",
    notReached: (name) =>
      `Jag når inte ${name} i chatten. Säg gärna till själv. Tills jag når fram kommer korten för teamledare fortfarande till dig.`,
    keeps: "Du kan fortfarande göra allt själv. Skriv utkast för att se utkastet.",
    ended: (name) => `${name} ersätter dig inte. Korten för teamledare kommer till dig.`,
    left: (name, team) => `${name} är inte kvar i ${team} och ersätter dig inte längre. Korten för teamledare kommer till dig igen.`,
    title: (name) => `Du ersätter ${name}`,
    until: (until) => `Till och med ${until}.`,
    what: "Till dess får du utkastet och andra kort för teamledare, och du kan göra det som en teamledare kan.",
    cannot: (name) => `Passar det inte? Säg det till ${name}.`,
    over: (name) => `Du ersätter inte längre ${name}.`,
  },
};
