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
    now: (name, team) => `${name} leder nu ${team}.`,
    already: (name, team) => `${name} leder redan ${team}.`,
    not: (name, team) => `Noterat: ${name} leder inte ${team}.`,
    largeTitle: (size) => `Ska jag fråga alla ${number(size)}?`,
    large: (team, when) =>
      `${team} är ett stort team, så jag väntar på ditt ja. Om du trycker på Fråga alla går den första frågan ut ${when}.`,
    largeAgreed: (team, when) => `Alla i ${team} får frågan ${when}.`,
  },
};
