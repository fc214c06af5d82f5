import type { CommandName } from "../../domain/commands.ts";
import type { PeopleWords } from "../en/people.ts";
import { count, list } from "./shared.ts";

const does: Partial<Record<CommandName, string>> = {
  idea: "skriv ein idé når som helst",
  "idea-for-colleague": "lagre det ein kollega seier, utan avsendar",
  "my-ideas": "kva som har skjedd med ideane dine",
  "my-actions": "det du har teke på deg",
  prompt: "få spørsmålet no",
  digest: "den siste oppsummeringa",
  pause: "ingen spørsmål, så lenge du vil",
  resume: "spør meg igjen",
  "who-sees-this": "kven som les det du skriv",
  language: "byt språket mitt",
  "my-data": "alt Gnist har om meg",
  "delete-my-data": "slett det Gnist har om meg",
};

const leadDoes: Partial<Record<CommandName, string>> = {
  "prompt-now": "spør teamet no",
  draft: "utkastet til neste oppsummering",
  "digest-now": "publiser oppsummeringa no",
  "digest-here": "i ein kanal: publiser her frå no av",
  "coordinators-here": "i ein kanal: ta imot idear frå andre team her",
  substitute: "med namn og dag, til dømes stadfortredar Omar til fredag: den som leier for deg",
  settings: "dagar, tider og personar",
  status: "kor mange som har svart, og kven eg ikkje nådde",
};

const adminDoes: Partial<Record<CommandName, string>> = {
  status: "korleis det går i alle team til saman",
  teams: "alle team, eitt om gongen",
  defaults: "innstillingar som nye team startar med, og same endring i mange team",
};

export const people: PeopleWords = {
  unclear: {
    oneMeant: (phrase) => `Meinte du ${phrase}?`,
    severalMeant: "Meinte du noko av dette?",
    questionOrIdea: "Er dette eit spørsmål til meg, eller ein idé til teamet ditt?",
    noAnswer: "Eg kan berre svare på nokre få ting. Det er ikkje lagra som ein idé.",
    thanked: "Takk sjølv! Eg er her når noko er i vegen.",
  },
  personal: {
    notSent: "Ingenting er sendt enno",
    details: {
      "swedish-number": "eit svensk personnummer",
      "norwegian-number": "eit norsk fødselsnummer",
      "danish-number": "eit dansk personnummer (CPR)",
      "finnish-number": "eit finsk personnummer",
      phone: "eit telefonnummer",
      email: "ei e-postadresse",
    },
    found: (details) => `Det ser ut til å stå ${list(details)} her.`,
    why: "Høyrer det til nokon, er det best å ta det bort. Om ikkje er det berre å sende.",
    open: "Endre i feltet. Trykk så på Send.",
    text: "Det du skreiv",
  },
  whoSees: {
    title: "Kven ser dette",
    promise:
      "Gnist viser aldri kven som skreiv kva, med mindre du sjølv vel å vise namnet ditt. IT-avdelinga hos arbeidsgivaren din kan søkje i Teams-chattar.",
    names: {
      team: "Teamet ditt",
      leads: "Teamleiarar",
      moment: "Når du sender,",
      admins: "Administratorar",
      record: "Nokon kan be om innsyn",
      kept: "Gnist veit",
      trace: "Utan spor:",
      owner: "Om du tek ein idé,",
      channel: "I ein kanal",
      back: "Om du ombestemmer deg,",
      whistle: "For kritikkverdige forhold",
    },
    team: (when) =>
      `ser linja di i neste oppsummering${when === undefined ? "" : `, ${when}`}: utan namnet ditt, med mindre du kryssar av for Vis namnet mitt. Ein teamleiar kan setje ho på vent; då får du vite kvifor.`,
    rests:
      "er arkivert i Teams, så eg kviler. Når det er gjenoppretta, får teamet sjå linja di: utan namnet ditt, med mindre du kryssar av for Vis namnet mitt.",
    always: {
      leads:
        "ser ho samtidig med teamet. Dei ser kor mange som har svart, ikkje kven. Dei kan stille eitt spørsmål om ho, og det finn du med Kva har skjedd? på kvitteringa.",
      back: "trykk Trekk tilbake på kvitteringa, som er den einaste vegen tilbake til linja. Linja blir borte frå Gnist, og frå innlegget til teamet om eg kan endre det. Kopiar som nokon har laga, og det Teams sjølv lagrar, blir verande.",
    },
    rows: {
      leads:
        "kan sjå ho tidlegare, i utkastet, også då utan namnet ditt. Dei ser kor mange som har svart, ikkje kven. Dei kan stille deg eitt spørsmål gjennom meg, utan å sjå kven du er.",
      moment: "kan teamleiarar lese linja i utkastet med ein gong. Den som veit når du sende ho, kan skjøne at ho er di.",
      admins: "ser tal og innstillingar, ingen svar.",
      record: "i det teamet publiserer.",
      kept: "kven som har skrive ei linje, slik at den som skreiv, får vite korleis det går og kan endre linja. Dei som driftar Gnist, har tilgang til det som er lagra.",
      trace: (people) =>
        `til teamet har fått sjå teksten, kan dei som driftar Gnist finne ut kven som skreiv han; ein tryggingskopi frå før det kan ha det lenger. Han ventar til ${count(people, { one: "person har", other: "personar har" })} skrive slik. Etter det fører ingenting i Gnist til den som skreiv.`,
      owner: "står namnet ditt på han som ansvarleg.",
      channel: "ser alle det du skriv til meg der, med namnet ditt. Skriv heller til meg i vår eigen chat.",
      back: "trykk Trekk tilbake på kvitteringa, eller skriv trekk tilbake. Linja blir borte frå Gnist, og frå innlegget til teamet om eg kan endre det. Kopiar som nokon har laga, og det Teams sjølv lagrar, blir verande.",
      whistle:
        "har arbeidsgivaren din ein eigen kanal. Gjeld det noko alvorleg eller ulovleg, trykk på knappen her under. Gnist er ikkje ein del av den kanalen.",
    },
  },
  help: {
    title: "Dette kan eg",
    what: "Er noko i vegen? Berre skriv det her, éi linje er nok.",
    does,
    leadDoes,
    adminDoes,
    forLeads: "For teamleiarar",
    forAdmins: "For administratorar",
    aboutOne: "Om ein idé, med nummeret:",
    aboutOneSay: ["eg òg #42", "ta #42", "spør #42 Sara", "ikkje eg #42", "test ferdig #42", "ferdig #42", "avslutt #42", "#42"],
    local: "Køyrer på denne maskina: neste hoppar til neste ting som skal skje.",
  },
  whichTeam: {
    title: "Kva team meiner du?",
    more: "For eit anna team: skriv dette i kanalen til det teamet.",
  },
  stopWhich: {
    title: (n) => `Meiner du ein pause, eller idé #${n}?`,
    what: "Ingenting er endra enno.",
  },
  pause: {
    until: (when) => `Gnist er sett på pause. Eg spør deg ikkje før ${when}.`,
    open: "Gnist er sett på pause. Eg spør deg ikkje før du skriv hald fram.",
    howLong: "Kor lenge? Nyhende om ideane dine kjem likevel, og du kan skrive til meg når som helst.",
    stillNews: "Nyhende om ideane dine kjem likevel, og du kan skrive til meg når som helst.",
    resumed: "Fint at du er tilbake. No spør eg deg igjen.",
  },
  myData: {
    soon: "Eg samlar det eg har om deg. Det kjem her i chatten.",
    title: "Dette har Gnist om deg",
    what: "Dette er alt som fører til deg. Skriv slett dataa mine om du vil ha det sletta.",
    end: "Det var alt.",
    untilResume: "du skriv hald fram",
    facts: {
      name: "Namn",
      teamsId: "ID-en din i Teams",
      chatId: "Chatten vår i Teams",
      serviceUrl: "Teams si adresse til chatten vår",
      language: "Språk du har valt",
      seenLanguage: "Språket i Teams hos deg",
      inSeveralTeams: "I fleire team med Gnist",
      pausedUntil: "På pause til",
      unreachable: "Eg når deg ikkje",
      offeredLess: "Spurt om du vil ha færre spørsmål, veke",
      askedSince: "Første spørsmål, veke",
      saidLeftAt: "Gjekk ut av teamet, ifølgje Teams",
      leftAt: "Gjekk ut av teamet",
      newsOff: "Ingen nyheiter om idear",
      askDay: "Dag for spørsmålet ditt",
      askTime: "Tid for spørsmålet ditt",
      workingDays: "Arbeidsdagane dine",
      askEvery: "Kor ofte",
    },
    groups: {
      you: "Deg",
      roles: "Roller og innstillingar som nemner deg",
      ideas: "Ideane dine",
      owned: "Det du har teke på deg",
      steps: "Steg du har teke, med grunngjevingane du skreiv",
      requests: "Førespurnader om å ta ein idé, til deg eller frå deg",
      questions: "Spørsmål og svar mellom leiarar og forfattarar",
      voices: "Stemmene dine",
      thanks: "Takkane dine",
      answered: "Spørsmål du har svara på",
      asked: "Spørsmål du ikkje har svara på",
      changes: "Innstillingar du har endra",
      sent: "Notat om meldingar til deg",
      planned: "Planlagt arbeid som nemner deg",
      notes: "Notat som gjer at du ikkje får noko to gonger",
    },
  },
  deleteData: {
    title: "Skal eg slette det eg har om deg?",
    what: "Namnet ditt, chatten med meg, svara og vala dine forsvinn, og det gjer òg idear som teamet ikkje har sett, og grunngjevingar du har skrive. Stemmene dine tel framleis, utan namn. Det du har teke på deg, går tilbake til teamet.",
    ideas: "Kva med idear som teamet har sett?",
    forGood: "Dette kan ikkje angrast.",
    deleting: "Eg slettar det eg har om deg",
    becomes: { deleted: "Ideane dine forsvinn òg.", kept: "Idear som teamet har sett, blir ståande utan namnet ditt." },
    soon: "Det tek nokre minutt, og lenger der det er mange team. Eg sender deg ikkje meir, bortsett frå éi melding når det er ferdig.",
    untold: "Det tek nokre minutt, og lenger der det er mange team. Eg sender deg ikkje meir.",
    deleted: "Det eg hadde om deg, er sletta",
    became: { deleted: "Ideane dine er òg borte.", kept: "Idear som teamet hadde sett, står der framleis, utan namnet ditt." },
    left: "Denne chatten blir verande i Teams, og det gjer òg kopiar som andre har laga. Dei som driftar Gnist, kan ha tryggingskopiar frå før.",
    again: "Eg tek vare på éin kode som ikkje avslører kven du er, så eg ikkje spør deg igjen. Skriv hald fram om du vil vere med igjen.",
  },
  languageSet: "No skriv eg nynorsk til deg.",
  whichLanguage: "Kva språk? Skriv språk nynorsk, språk bokmål, språk svensk, språk dansk, språk finsk eller språk engelsk.",
};
