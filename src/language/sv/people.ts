import type { PeopleWords } from "../en/people.ts";
import { count, number } from "./shared.ts";

export const people: PeopleWords = {
  lead: {
    claim: (name, team) => `${name} säger sig leda ${team}. Stämmer det?`,
    claimOpenly:
      "Det här teamet har ingen teamledare nu. När två av er har tryckt på knappen är det klart; är ni bara två i teamet räcker det att den andra trycker.",
    wanted: (team: string) => `Ingen leder ${team} längre. Är det du? Tryck på knappen, så bekräftar kollegor det.`,
    wantedOwner: (team: string) =>
      `Den sista teamledaren i ${team} har slutat. Du ansvarar för en idé där, så jag frågar dig först: leder du teamet nu? Andra bekräftar det.`,
    half: (name: string, team: string, more: number) =>
      `Tack. ${count(more, { one: "person till behöver", other: "personer till behöver" })} bekräfta att ${name} leder ${team}.`,
    claimTitle: "Vem leder teamet?",
    what: "En teamledare ser utkastet innan sammanfattningen går ut och kan ändra dagar och tider. Gnist visar aldrig vem som skrev vad.",
    asked: (team) => `Tack. Jag har bett någon som kan bekräfta att du leder ${team} om ett ja.`,
    youNow: (team) => `Nu leder du ${team}.`,
    youAlready: (team) => `Du leder redan ${team}.`,
    now: (name, team) => `${name} leder nu ${team}.`,
    already: (name, team) => `${name} leder redan ${team}.`,
    not: (name, team) => `Noterat: ${name} leder inte ${team}.`,
    largeTitle: (size) => `Ska jag fråga alla ${number(size)}?`,
    large: (team, when) =>
      `${team} är ett stort team, så jag väntar på ditt ja. Om du trycker på Fråga alla går den första frågan ut ${when}.`,
    largeAgreed: (team, when) => `Alla i ${team} får frågan ${when}.`,
  },
  unclear: {
    oneMeant: (phrase) => `Menade du ${phrase}?`,
    severalMeant: "Menade du något av det här?",
    questionOrIdea: "Är det här en fråga till mig, eller en idé till ditt team?",
    noAnswer: "Jag kan bara svara på lite. Det är inte sparat som en idé.",
    thanked: "Tack själv! Jag finns här när något är i vägen.",
  },
  whoSees: {
    title: "Vem ser det här",
    promise:
      "Gnist visar aldrig vem som skrev vad, om du inte själv väljer att visa ditt namn. Din arbetsgivares it-avdelning kan söka i Teams-chattar.",
    names: {
      team: "Ditt team",
      leads: "Teamledare",
      admins: "Administratörer",
      record: "Det teamet publicerar",
      kept: "Gnist vet",
      owner: "Om du tar en idé",
      channel: "I en kanal",
      back: "Om du ångrar dig:",
    },
    team: (when) =>
      `ser din rad i nästa sammanfattning${when === undefined ? "" : `, ${when}`}: utan ditt namn, om du inte kryssar i Visa mitt namn. En teamledare kan låta den vänta; då får du veta varför.`,
    rests:
      "är arkiverat i Teams, så jag vilar. När teamet har återställts får det se din rad: utan ditt namn, om du inte kryssar i Visa mitt namn.",
    rows: {
      leads: "kan se den tidigare, i utkastet, också då utan ditt namn. De ser hur många som har svarat, inte vilka.",
      admins: "ser siffror och inställningar, inga svar.",
      record: "kan begäras ut som allmän handling.",
      kept: "vem som har skrivit en rad, så att den personen får veta hur det går och kan ändra den. De som driver Gnist kan komma åt det som sparas.",
      owner: "står ditt namn på den som ansvarig.",
      channel: "ser alla vad du skriver till mig där, med ditt namn. Skriv hellre till mig i vår egen chatt.",
      back: "tryck på Ta tillbaka på kvittot, eller skriv ta tillbaka. Raden försvinner från Gnist, och från teamets inlägg om jag kan ändra det. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
    },
  },
};
