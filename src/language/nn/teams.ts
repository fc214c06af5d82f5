import type { TeamsWords } from "../en/teams.ts";
import { count, number } from "./shared.ts";

export const teams: TeamsWords = {
  welcome: {
    title: "Hei, eg heiter Gnist",
    added: (addedBy, team) => `${addedBy ?? "Nokon"} har lagt meg til i ${team}.`,
    what: "Éin gong i veka spør eg kvar og ein av dykk, i eigen chat, kva som var i vegen. Éi linje er nok.",
    after: "Her ser de så kva som kom opp, og vel saman kva de vil prøve.",
    secret:
      "Gnist viser aldri kven som skreiv kva, med mindre du sjølv vel å vise namnet ditt. IT-avdelinga hos arbeidsgivaren din kan søkje i Teams-chattar.",
    firstPrompt: "Første spørsmål",
    firstDigest: "Første oppsummering",
    zone: "Tidssone",
    leads: "Teamleiar",
    noLead: "Ingen enno",
    large: "Dette er eit stort team, så eg ventar til ein teamleiar seier frå.",
    personWhat: (team) =>
      `Éin gong i veka spør eg kva som var i vegen${team ? ` i ${team}` : ""}. Éi linje er nok. Teamet ditt ser det, utan namnet ditt med mindre du vel å vise det.`,
    stop: "Det første døgnet spør eg ingen i teamet, med mindre ein teamleiar skriv spør no. Vil du ikkje bli spurd, skriv pause til meg i vår eigen chat.",
    personQuiet: (when) => `Eg spør deg ikkje før ${when}, med mindre ein teamleiar skriv spør no.`,
    personStop: "Vil du ikkje bli spurd, trykk Pause eller skriv pause.",
    personAnyTime: "Er noko i vegen akkurat no? Berre skriv det her.",
    noTeam: "Eg er ikkje med i nokon av teama dine enno. Legg meg til i eit team i Teams, så kan vi starte.",
    help: "Skriv hjelp, så ser du kva eg kan.",
    local: "Køyrer på denne maskina. Skriv neste for å hoppe til neste ting som skal skje.",
  },
  lead: {
    claim: (name, team) => `${name} seier at hen leier ${team}. Stemmer det?`,
    claimOpenly:
      "Dette teamet har ingen teamleiar no. Det er avgjort når to av dykk har trykt Ja, det stemmer. Er de berre to i teamet, held det at den andre trykker.",
    wanted: (team: string) => `Ingen leier ${team} lenger. Er det deg? Trykk på knappen. Om nokon må stadfeste det, spør eg.`,
    wantedOwner: (team: string) =>
      `Den siste teamleiaren i ${team} er ikkje med lenger. Du har ansvaret for ein idé der, så eg spør deg først: leier du teamet no? Trykk i så fall på knappen. Om nokon må stadfeste det, spør eg.`,
    half: (name: string, team: string, more: number) =>
      `Takk. ${count(more, { one: "person til må", other: "personar til må" })} stadfeste at ${name} leier ${team}.`,
    claimTitle: "Kven leier teamet?",
    what: "Ein teamleiar ser utkastet før oppsummeringa blir publisert, og kan endre dagar og tider. Gnist viser aldri kven som skreiv kva.",
    willAsk: (team, day) => `Takk. På ${day} spør eg nokon som kan stadfeste at du leier ${team}.`,
    asked: (team) => `Takk. Eg har spurt nokon som kan stadfeste at du leier ${team}.`,
    youNow: (team) => `No leier du ${team}.`,
    youAlready: (team) => `Du leier allereie ${team}.`,
    now: (name, team) => `${name} leier no ${team}.`,
    already: (name, team) => `${name} leier allereie ${team}.`,
    not: (name, team) => `Notert: ${name} leier ikkje ${team}.`,
    largeTitle: (size) => `Skal eg spørje alle ${number(size)}?`,
    large: (team, when) =>
      `${team} er eit stort team, så eg ventar på ja frå deg. Trykker du Spør alle, sender eg det første spørsmålet ${when}.`,
    largeAgreed: (team, when) => `Alle i ${team} får spørsmålet ${when}.`,
  },
  substitute: {
    set: (name, until) => `${name} er stadfortredar for deg til og med ${until}.`,
    tells: "Eg seier frå til stadfortredaren.",
    tellsOn: (day) => `Eg seier frå til stadfortredaren på ${day}.`,
    setWhat: "Utkastet og andre kort for teamleiarar går til stadfortredaren i staden for til deg.",
    notReached: (name) =>
      `Eg når ikkje ${name} i chatten. Sei gjerne frå sjølv. Så lenge eg ikkje når fram, kjem korta for teamleiarar framleis til deg.`,
    keeps: "Du kan framleis gjere alt sjølv. Skriv utkast for å sjå utkastet.",
    ended: (name) => `${name} er ikkje stadfortredar for deg. Korta for teamleiarar kjem til deg.`,
    left: (name, team) => `${name} er ikkje lenger i ${team} og er ikkje stadfortredar for deg. Korta for teamleiarar kjem til deg igjen.`,
    title: (name) => `Du er stadfortredar for ${name}`,
    until: (until) => `Til og med ${until}.`,
    what: "Fram til då kjem utkastet og andre kort for teamleiarar til deg, og du kan gjere det ein teamleiar kan.",
    cannot: (name) => `Passar det ikkje? Sei frå til ${name}.`,
    over: (name) => `Du er ikkje lenger stadfortredar for ${name}.`,
  },
};
