import type { TeamsWords } from "../en/teams.ts";
import { count, number } from "./shared.ts";

export const teams: TeamsWords = {
  welcome: {
    title: "Hej, jeg hedder Gnist",
    added: (addedBy, team) => `${addedBy ?? "Nogen"} har føjet mig til ${team}.`,
    what: "En gang om ugen spørger jeg hver af jer, i en egen chat, hvad der gav bøvl. En linje er nok.",
    after: "Her ser I så, hvad der kom op, og vælger sammen, hvad I vil prøve.",
    secret:
      "Gnist viser aldrig, hvem der skrev hvad, medmindre du selv vælger at vise dit navn. It-afdelingen på din arbejdsplads kan søge i chats i Teams.",
    firstPrompt: "Første spørgsmål",
    firstDigest: "Første opsummering",
    zone: "Tidszone",
    leads: "Teamleder",
    noLead: "Ingen endnu",
    large: "Det er et stort team, så jeg venter, til en teamleder siger til.",
    personWhat: (team) =>
      `En gang om ugen spørger jeg, hvad der gav bøvl${team ? ` i ${team}` : ""}. En linje er nok. Dit team ser den, uden dit navn, medmindre du vælger at vise det.`,
    stop: "Det første døgn spørger jeg ingen i teamet, medmindre en teamleder skriver spørg nu. Vil du ikke spørges, så skriv pause til mig i vores egen chat.",
    personQuiet: (when) => `Jeg spørger dig ikke før ${when}, medmindre en teamleder skriver spørg nu.`,
    personStop: "Vil du ikke spørges, så tryk på Pause, eller skriv pause.",
    personAnyTime: "Er der noget, der giver bøvl lige nu? Skriv det bare her.",
    noTeam: "Jeg er ikke med i nogen af dine teams endnu. Føj mig til et team i Teams, så kan vi begynde.",
    help: "Skriv hjælp, så kan du se, hvad jeg kan.",
    local: "Kører på denne maskine. Skriv næste for at hoppe til det næste, der skal ske.",
  },
  lead: {
    claim: (name, team) => `${name} har meldt sig som teamleder i ${team}. Passer det?`,
    claimOpenly:
      "Teamet har ingen teamleder nu. Det er afgjort, når to af jer har trykket på Ja, det passer. Er I kun to i teamet, er det nok, at den anden trykker.",
    wanted: (team: string) => `Ingen leder ${team} længere. Er det dig? Tryk på knappen. Hvis nogen skal bekræfte det, spørger jeg dem.`,
    wantedOwner: (team: string) =>
      `Den sidste teamleder i ${team} er ikke med længere. Du er tovholder på en idé dér, så jeg spørger dig først: leder du teamet nu? Tryk i så fald på knappen. Hvis nogen skal bekræfte det, spørger jeg dem.`,
    half: (name: string, team: string, more: number) =>
      `Tak. ${count(more, { one: "person mere skal", other: "personer mere skal" })} bekræfte, at ${name} leder ${team}.`,
    claimTitle: "Hvem leder teamet?",
    what: "En teamleder ser udkastet, før opsummeringen bliver lagt op, og kan ændre dage og tider. Gnist viser aldrig, hvem der skrev hvad.",
    willAsk: (team, day) => `Tak. På ${day} spørger jeg nogen, der kan bekræfte, at du leder ${team}.`,
    asked: (team) => `Tak. Jeg har spurgt nogen, der kan bekræfte, at du leder ${team}.`,
    youNow: (team) => `Nu leder du ${team}.`,
    youAlready: (team) => `Du leder allerede ${team}.`,
    now: (name, team) => `${name} leder nu ${team}.`,
    already: (name, team) => `${name} leder allerede ${team}.`,
    not: (name, team) => `Noteret: ${name} leder ikke ${team}.`,
    largeTitle: (size) => `Skal jeg spørge alle ${number(size)}?`,
    large: (team, when) =>
      `${team} er et stort team, så jeg venter på dit ja. Hvis du trykker på Spørg alle, sender jeg det første spørgsmål ${when}.`,
    largeAgreed: (team, when) => `Alle i ${team} får spørgsmålet ${when}.`,
  },
  substitute: {
    set: (name, until) => `${name} er stedfortræder for dig til og med ${until}.`,
    tells: "Jeg siger det til din stedfortræder.",
    tellsOn: (day) => `Jeg siger det til din stedfortræder på ${day}.`,
    setWhat: "Udkastet og andre kort til teamledere går til din stedfortræder i stedet for til dig.",
    notReached: (name) =>
      `Jeg kan ikke få fat i ${name} i chatten. Sig det gerne selv. Indtil jeg får fat i din stedfortræder, kommer kortene til teamledere stadig til dig.`,
    keeps: "Du kan stadig gøre alt selv. Skriv udkast for at se udkastet.",
    ended: (name) => `${name} er ikke stedfortræder for dig. Kortene til teamledere kommer til dig.`,
    left: (name, team) => `${name} er ikke længere i ${team} og er ikke stedfortræder for dig. Kortene til teamledere kommer til dig igen.`,
    title: (name) => `Du er stedfortræder for ${name}`,
    until: (until) => `Til og med ${until}.`,
    what: "Indtil da kommer udkastet og andre kort til teamledere til dig, og du kan det, en teamleder kan.",
    cannot: (name) => `Passer det ikke? Sig det til ${name}.`,
    over: (name) => `Du er ikke længere stedfortræder for ${name}.`,
  },
};
