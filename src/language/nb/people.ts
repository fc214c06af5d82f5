import type { CommandName } from "../../domain/commands.ts";
import type { PeopleWords } from "../en/people.ts";
import { count, list } from "./shared.ts";

const does: Partial<Record<CommandName, string>> = {
  idea: "skriv en idé når som helst",
  "idea-for-colleague": "lagre det en kollega sier, uten avsender",
  "my-ideas": "hva som har skjedd med ideene dine",
  "my-actions": "det du har påtatt deg",
  prompt: "få spørsmålet nå",
  digest: "den siste oppsummeringen",
  pause: "ingen spørsmål, så lenge du vil",
  resume: "spør meg igjen",
  "who-sees-this": "hvem som leser det du skriver",
  language: "bytt språket mitt",
  "my-data": "alt Gnist har om meg",
  "delete-my-data": "slett det Gnist har om meg",
};

const leadDoes: Partial<Record<CommandName, string>> = {
  "prompt-now": "spør teamet nå",
  draft: "utkastet til neste oppsummering",
  "digest-now": "publiser oppsummeringen nå",
  "digest-here": "i en kanal: publiser her framover",
  "coordinators-here": "i en kanal: ta imot ideer fra andre team her",
  substitute: "med navn og dag, for eksempel stedfortreder Omar til fredag: den som leder for deg",
  settings: "dager, tider og personer",
  status: "hvor mange som har svart, og hvem jeg ikke nådde",
};

const adminDoes: Partial<Record<CommandName, string>> = {
  status: "hvordan det går i alle team til sammen",
  teams: "alle team, ett om gangen",
  defaults: "innstillinger som nye team begynner med, og samme endring i mange team",
};

export const people: PeopleWords = {
  unclear: {
    oneMeant: (phrase) => `Mente du ${phrase}?`,
    severalMeant: "Mente du noe av dette?",
    questionOrIdea: "Er dette et spørsmål til meg, eller en idé til teamet ditt?",
    noAnswer: "Jeg kan bare svare på noen få ting. Det er ikke lagret som en idé.",
    thanked: "Takk selv! Jeg er her når noe er i veien.",
  },
  personal: {
    notSent: "Ingenting er sendt ennå",
    details: {
      "swedish-number": "et svensk personnummer",
      "norwegian-number": "et norsk fødselsnummer",
      "danish-number": "et dansk personnummer (CPR)",
      "finnish-number": "et finsk personnummer",
      phone: "et telefonnummer",
      email: "en e-postadresse",
    },
    found: (details) => `Det ser ut til å stå ${list(details)} her.`,
    why: "Hører det til noen, er det best å ta det bort. Hvis ikke er det bare å sende.",
    open: "Endre i feltet. Trykk så på Send.",
    text: "Det du skrev",
  },
  whoSees: {
    title: "Hvem ser dette",
    promise:
      "Gnist viser aldri hvem som skrev hva, med mindre du selv velger å vise navnet ditt. IT-avdelingen hos arbeidsgiveren din kan søke i Teams-chatter.",
    names: {
      team: "Teamet ditt",
      leads: "Teamledere",
      moment: "Når du sender,",
      admins: "Administratorer",
      record: "Noen kan be om innsyn",
      kept: "Gnist vet",
      trace: "Uten spor:",
      owner: "Hvis du tar en idé,",
      channel: "I en kanal",
      back: "Hvis du ombestemmer deg,",
      whistle: "For kritikkverdige forhold",
    },
    team: (when) =>
      `ser linja di i neste oppsummering${when === undefined ? "" : `, ${when}`}: uten navnet ditt, med mindre du krysser av for Vis navnet mitt. En teamleder kan la den vente; da får du vite hvorfor.`,
    rests:
      "er arkivert i Teams, så jeg hviler. Når det er gjenopprettet, får teamet se linja di: uten navnet ditt, med mindre du krysser av for Vis navnet mitt.",
    always: {
      leads:
        "ser den samtidig med teamet. De ser hvor mange som har svart, ikke hvem. De kan stille ett spørsmål om den, og det finner du med Hva har skjedd? på kvitteringen.",
      back: "trykk Trekk tilbake på kvitteringen, som er den eneste veien tilbake til linja. Linja blir borte fra Gnist, og fra innlegget til teamet hvis jeg kan endre det. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
    },
    rows: {
      leads:
        "kan se den tidligere, i utkastet, også da uten navnet ditt. De ser hvor mange som har svart, ikke hvem. De kan stille deg ett spørsmål gjennom meg, uten å se hvem du er.",
      moment: "kan teamledere lese linja i utkastet med en gang. Den som vet når du sendte den, kan skjønne at den er din.",
      admins: "ser tall og innstillinger, ingen svar.",
      record: "i det teamet publiserer.",
      kept: "hvem som har skrevet en linje, slik at den som skrev, får vite hvordan det går og kan endre linja. De som drifter Gnist, har tilgang til det som er lagret.",
      trace: (people) =>
        `til teamet har fått se teksten, kan de som drifter Gnist finne ut hvem som skrev den; en sikkerhetskopi fra før det kan ha det lenger. Den venter til ${count(people, { one: "person har", other: "personer har" })} skrevet slik. Etter det fører ingenting i Gnist til den som skrev.`,
      owner: "står navnet ditt på den som ansvarlig.",
      channel: "ser alle det du skriver til meg der, med navnet ditt. Skriv heller til meg i vår egen chat.",
      back: "trykk Trekk tilbake på kvitteringen, eller skriv trekk tilbake. Linja blir borte fra Gnist, og fra innlegget til teamet hvis jeg kan endre det. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
      whistle:
        "har arbeidsgiveren din en egen kanal. Gjelder det noe alvorlig eller ulovlig, trykk på knappen her under. Gnist er ikke en del av den kanalen.",
    },
  },
  help: {
    title: "Dette kan jeg",
    what: "Er noe i veien? Bare skriv det her, én linje er nok.",
    does,
    leadDoes,
    adminDoes,
    forLeads: "For teamledere",
    forAdmins: "For administratorer",
    aboutOne: "Om en idé, med nummeret:",
    aboutOneSay: ["jeg også #42", "ta #42", "spør #42 Sara", "ikke jeg #42", "test ferdig #42", "ferdig #42", "avslutt #42", "#42"],
    local: "Kjører på denne maskinen: neste hopper til neste ting som skal skje.",
  },
  whichTeam: {
    title: "Hvilket team mener du?",
    more: "For et annet team: skriv dette i kanalen til det teamet.",
  },
  stopWhich: {
    title: (n) => `Mener du en pause, eller idé #${n}?`,
    what: "Ingenting er endret ennå.",
  },
  pause: {
    until: (when) => `Gnist er satt på pause. Jeg spør deg ikke før ${when}.`,
    open: "Gnist er satt på pause. Jeg spør deg ikke før du skriver fortsett.",
    howLong: "Hvor lenge? Nyheter om ideene dine kommer likevel, og du kan skrive til meg når som helst.",
    stillNews: "Nyheter om ideene dine kommer likevel, og du kan skrive til meg når som helst.",
    resumed: "Fint at du er tilbake. Nå spør jeg deg igjen.",
  },
  myData: {
    soon: "Jeg samler det jeg har om deg. Det kommer her i chatten.",
    title: "Dette har Gnist om deg",
    what: "Dette er alt som fører til deg. Skriv slett mine data hvis du vil ha det slettet.",
    end: "Det var alt.",
    untilResume: "du skriver fortsett",
    facts: {
      name: "Navn",
      teamsId: "ID-en din i Teams",
      chatId: "Chatten vår i Teams",
      serviceUrl: "Teams sin adresse til chatten vår",
      language: "Språk du har valgt",
      seenLanguage: "Språket i Teams hos deg",
      inSeveralTeams: "I flere team med Gnist",
      pausedUntil: "På pause til",
      unreachable: "Jeg når deg ikke",
      offeredLess: "Spurt om du vil ha færre spørsmål, uke",
      askedSince: "Første spørsmål, uke",
      saidLeftAt: "Gikk ut av teamet, ifølge Teams",
      leftAt: "Gikk ut av teamet",
      newsOff: "Ingen nyheter om ideer",
      askDay: "Dag for spørsmålet ditt",
      askTime: "Tid for spørsmålet ditt",
      workingDays: "Arbeidsdagene dine",
      askEvery: "Hvor ofte",
    },
    groups: {
      you: "Deg",
      roles: "Roller og innstillinger som nevner deg",
      ideas: "Ideene dine",
      owned: "Det du har tatt på deg",
      steps: "Steg du har tatt, med begrunnelsene du skrev",
      requests: "Forespørsler om å ta en idé, til deg eller fra deg",
      questions: "Spørsmål og svar mellom ledere og forfattere",
      voices: "Stemmene dine",
      thanks: "Takkene dine",
      answered: "Spørsmål du har svart på",
      asked: "Spørsmål du ikke har svart på",
      changes: "Innstillinger du har endret",
      sent: "Notater om meldinger til deg",
      planned: "Planlagt arbeid som nevner deg",
      notes: "Notater som gjør at du ikke får noe to ganger",
    },
  },
  deleteData: {
    title: "Skal jeg slette det jeg har om deg?",
    what: "Navnet ditt, chatten med meg, svarene og valgene dine forsvinner, og det gjør også ideer som teamet ikke har sett, og begrunnelser du har skrevet. Stemmene dine teller fortsatt, uten navn. Det du har tatt på deg, går tilbake til teamet.",
    ideas: "Hva med ideer som teamet har sett?",
    forGood: "Dette kan ikke angres.",
    deleting: "Jeg sletter det jeg har om deg",
    becomes: { deleted: "Ideene dine forsvinner også.", kept: "Ideer som teamet har sett, blir stående uten navnet ditt." },
    soon: "Det tar noen minutter, og lenger der det er mange team. Jeg sender deg ikke mer, bortsett fra én melding når det er ferdig.",
    untold: "Det tar noen minutter, og lenger der det er mange team. Jeg sender deg ikke mer.",
    deleted: "Det jeg hadde om deg, er slettet",
    became: { deleted: "Ideene dine er også borte.", kept: "Ideer som teamet hadde sett, står fortsatt der, uten navnet ditt." },
    left: "Denne chatten blir værende i Teams, og det gjør også kopier som andre har laget. De som drifter Gnist, kan ha sikkerhetskopier fra før.",
    again: "Jeg beholder én kode som ikke avslører hvem du er, så jeg ikke spør deg igjen. Skriv fortsett hvis du vil være med igjen.",
  },
  languageSet: "Nå skriver jeg bokmål til deg.",
  whichLanguage: "Hvilket språk? Skriv språk bokmål, språk nynorsk, språk svensk, språk dansk, språk finsk eller språk engelsk.",
};
