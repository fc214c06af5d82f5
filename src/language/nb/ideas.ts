import type { RoundQuestion } from "../../domain/asking/question.ts";
import type { Cost, KnownKind, Stage } from "../../domain/idea/idea.ts";
import type { NewsReader } from "../../domain/message/ideas.ts";
import type { IdeasWords } from "../en/ideas.ts";
import { count, date, number, voices } from "./shared.ts";

const kinds: Record<KnownKind, string> = {
  tools: "Verktøy og IT",
  routines: "Rutiner og papirarbeid",
  information: "Informasjon",
  together: "Samarbeid",
  rules: "Regler og innkjøp",
  premises: "Lokaler og utstyr",
  served: "De vi er til for",
  other: "Annet",
};

const questions: Record<RoundQuestion, { round: string; anyTime: string; another: string; placeholder: string }> = {
  friction: {
    round: "Opplevde du noe plunder og heft denne uka?",
    anyTime: "Hva gir plunder og heft?",
    another: "Hva mer gir plunder og heft?",
    placeholder: "Jeg skriver samme nummer tre steder …",
  },
  success: {
    round: "Hva fungerte så godt at vi bør gjøre mer av det?",
    anyTime: "Hva fungerer så godt at vi bør gjøre mer av det?",
    another: "Hva mer fungerer så godt?",
    placeholder: "Det korte møtet når vakta begynner …",
  },
  users: {
    round: "Hva ble tungvint for dem vi er til for?",
    anyTime: "Hva er tungvint for dem vi er til for?",
    another: "Hva mer er tungvint for dem vi er til for?",
    placeholder: "De finner ikke riktig inngang …",
  },
  paperwork: {
    round: "Hva gjorde du to ganger, eller uten at noen trengte det?",
    anyTime: "Hva gjør du to ganger, eller uten at noen trenger det?",
    another: "Hva mer gjør du to ganger, eller uten at noen trenger det?",
    placeholder: "En rapport som ingen leser …",
  },
};

const costs: Record<Cost, string> = {
  5: "Noen minutter i uka",
  30: "Omtrent en halvtime i uka",
  120: "Et par timer i uka",
  240: "En halv dag i uka",
  480: "En dag i uka eller mer",
};

const stages: Record<Stage, string> = {
  new: "Ny",
  planned: "Planlagt",
  testing: "Prøves ut",
  checking: "Følges opp",
  adopted: "Ferdig",
  stopped: "Avsluttet",
  merged: "Slått sammen med en annen",
  held: "Venter",
  "passed-on": "Sendt videre",
  withdrawn: "Trukket tilbake",
  worth: "Verdt å gjøre mer av",
};

const age = (days: number) =>
  days < 1
    ? "vist i dag"
    : days < 14
      ? `vist for ${count(days, { one: "dag", other: "dager" })} siden`
      : `vist for ${count(Math.round(days / 7), { one: "uke", other: "uker" })} siden`;

const ideaOf: Record<NewsReader, string> = {
  author: "Ideen din",
  owner: "Ideen du har ansvaret for,",
  asked: "Ideen du ble spurt om,",
  voice: "En idé du støtter,",
};

export const ideas: IdeasWords = {
  kinds,
  costs,
  stages,
  age,
  receipt: {
    saved: "Lagret. Takk!",
    changed: "Endret. Takk!",
    proposal: "Hva som ville gjort det lettere",
    moreOfIt: "Hva som ville hjelpe oss å gjøre mer av det",
    worth: "Lagret som noe det er verdt å gjøre mer av.",
    next: (when, named) =>
      `Teamet ditt ser det ${when === undefined ? "i neste oppsummering" : `på ${when}`}, ${named ? "med" : "uten"} navnet ditt. Jeg sier fra når noe skjer.`,
    rests: (named) =>
      `Teamet ditt er arkivert i Teams, så jeg hviler. Når det er gjenopprettet, får teamet se ideen din, ${named ? "med" : "uten"} navnet ditt. Jeg sier fra når noe skjer.`,
    shown: (number, post) => {
      const where = `${number === undefined ? "Den" : `Den er #${number} og`} står i oppsummeringen.`;
      const change = {
        fixed: "Det innlegget kan jeg ikke endre.",
        "on-its-way": "Innlegget er på vei: en endring vises der når det er på plass, hvis jeg kan endre det.",
        rests: "En endring vises der når teamet er gjenopprettet i Teams.",
      };
      return `${where} ${post ? change[post] : "En endring vises der også."} Jeg sier fra når noe skjer.`;
    },
    stands: (stage) => `Status: ${stage}`,
    second: "Den andre teksten din er ikke lagret ennå. Trykk Skriv en til hvis du vil sende den også:",
    closes: "Du kan lukke dette nå. Vil du endre eller trekke det tilbake senere, skriver du mine ideer i chatten vår.",
    withdrawnRecorded:
      "Trukket tilbake. Den er borte fra innlegget til teamet. Arkivkopien til teamet har den til neste eksport. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
    recordKeeps: "Bare arkivkopien til teamet har den til neste eksport.",
    withdrawnPosted: {
      gone: "Trukket tilbake. Den er borte fra Gnist og fra innlegget til teamet. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
      "leads-asked":
        "Trukket tilbake. Den er borte fra Gnist. Jeg kan ikke endre innlegget til teamet som viser den, så jeg ber teamlederne slette innlegget. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
      stays:
        "Trukket tilbake. Den er borte fra Gnist. Jeg kan ikke endre innlegget til teamet som viser den: det blir stående til noen sletter det. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
      "on-its-way":
        "Trukket tilbake. Den er borte fra Gnist. Innlegget til teamet er på vei: jeg tar den bort der også, og hvis jeg ikke kan det, ber jeg teamlederne slette innlegget. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
      rests:
        "Trukket tilbake. Den er borte fra Gnist. Innlegget til teamet viser den til teamet gjenopprettes i Teams. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
    },
    withdrawn:
      "Trukket tilbake. Den er borte fra Gnist, og ingen av innleggene til teamet viser den. Kopier som noen har laget, og det Teams selv lagrer, blir værende.",
  },
  news: {
    why: "Hvorfor",
    owner: "Ansvarlig",
    owned: (reader, name) =>
      reader === "owner"
        ? `${name || "En kollega"} har tatt over ideen du hadde ansvaret for`
        : `${name || "En kollega"} har tatt ${reader === "author" ? "ideen din" : "en idé du støtter"}`,
    tried: (reader, name) => `${name || "En kollega"} prøver ${reader === "author" ? "ideen din" : "en idé du støtter"}`,
    declined: (reader) => `${ideaOf[reader]} trenger en ansvarlig igjen`,
    done: (reader) => `${ideaOf[reader]} er ferdig`,
    testing: (reader) => `${ideaOf[reader]} testes nå`,
    checking: (reader) => `${ideaOf[reader]} er testet`,
    again: (reader) => `${ideaOf[reader]} justeres og testes igjen`,
    stopped: (reader) => `${ideaOf[reader]} er avsluttet`,
    answered: (reader) => `${ideaOf[reader]} har fått svar`,
    undone: (reader) => `${ideaOf[reader]} er åpen igjen`,
    reopened: (reader) => `${ideaOf[reader]} tas opp igjen`,
    "passed-on": (reader) => `${ideaOf[reader]} er sendt videre`,
    promised: (reader) => `${ideaOf[reader]} kommer til å få svar`,
    "sent-back": (reader) => `${ideaOf[reader]} er tilbake i teamet`,
    merged: (reader) => `${ideaOf[reader]} er nå en del av en annen`,
    unmerged: (reader) => `${ideaOf[reader]} står for seg selv igjen`,
    joined: () => "En annen idé sier det samme som din",
    parted: () => "En idé som var en del av din, står for seg selv igjen",
    held: (reader) => `${ideaOf[reader]} må vente litt`,
    "put-back": (reader) => `${ideaOf[reader]} trenger ikke vente lenger`,
    restored: (reader) => `${ideaOf[reader]} er tilbake`,
    withdrawn: (reader) => `${reader ? ideaOf[reader] : "Denne ideen"} er trukket tilbake`,
    summary: "Nytt om en idé",
    lesson: "Hva vi lærte",
    several: (n) => `Nytt om ${count(n, { one: "idé", other: "ideer" })}`,
    readOn: (number) => `Skriv #${number} for å se hva som har skjedd.`,
    promisedWhat: (contact, due, otherYear) => `${contact} svarer innen ${date(due, otherYear)}.`,
    heldWhat: "Den er ikke med i oppsummeringen. Den er tatt vare på, og teamlederen kan ta den med igjen.",
    declinedWhat: "Kollegaen som hadde tatt den, har den ikke lenger. Den er fortsatt åpen.",
    undoneWhat: "Den var ikke åpen lenger, men noen har angret det.",
    checkingWhat: "Nå bestemmer den ansvarlige: ta den i bruk, teste igjen eller avslutte.",
    mergedWhat: "De sier det samme. Stemmen din teller der, og du får vite hvordan det går.",
    joinedWhat: "Den er en del av din nå, og stemmene telles sammen.",
    putBackWhat: "Teamet kan se den nå.",
    restoredWhat: "Den som skrev den, hadde trukket den tilbake, men har ombestemt seg.",
    withdrawnWhat: "Den som skrev den, har trukket den tilbake. Du trenger ikke gjøre noe mer.",
    thanks: (n) => (n === 1 ? "En kollega sier takk" : `${number(n)} kolleger sier takk`),
    muted: "Du får ikke flere nyheter om denne ideen",
    mutedWhat: "Det gjelder uansett hva som skjer med den. Under Hva har skjedd? ser du alltid hvordan det har gått.",
    unmuted: "Greit, du får nyheter om ideen igjen.",
  },
  form: {
    questions,
    focusNow: "Her er vi",
    focusGoal: "Hit vil vi",
    edit: "Endre ideen din",
    offer: "Skal jeg lagre dette som en idé?",
    saveAsFriction: "Lagre som plunder og heft",
    colleaguesWords: "Dette kan være en kollegas ord. Skriv om problemet, ikke om personen.",
    reminder: "En kort påminnelse, den eneste. Én linje er nok.",
    again: "Du ba meg komme tilbake. Én linje er nok.",
    test: "En test, bare for deg. Slik ser det ut for teamet ditt. Hvis du sender, lagres det som en ekte idé.",
    first: (addedBy, team, when) =>
      `${addedBy ? `${addedBy} har lagt meg til` : "Jeg er lagt til"} i ${team}. Teamet ditt ser linja di${when ? ` på ${when}` : ""}, uten navnet ditt; det teamet publiserer, kan andre be om innsyn i. Ingen navn på pasienter eller kolleger. Pause stopper spørsmålene.`,
    label: "En linje eller to er nok",
    empty: "Skriv en linje, eller trykk Ingenting denne uka.",
    emptyAnyTime: "Skriv en linje først.",
    proposal: "Hva ville gjort det lettere?",
    moreOfIt: "Hva ville hjelpe oss å gjøre mer av det?",
    cost: "Hva det koster meg",
    kind: "Hva det handler om",
    skip: "Hopp over hvis du vil",
    showName: "Vis navnet mitt",
    withoutTrace: "Uten spor",
    traceWhat: (people) =>
      `Vises sammen med andres, når ${count(people, { one: "person har", other: "personer har" })} skrevet slik. Da fører ingenting i Gnist til deg, og du får ingen nyheter.`,
    traceAlways: (people) =>
      `Teamet ser det sammen med andres, når ${count(people, { one: "person har", other: "personer har" })} skrevet. Da fører ingenting i Gnist til deg.`,
    team: "Team",
    chooseTeam: "Velg et team",
    moreTeams: "For et annet team: skriv idé i kanalen til det teamet.",
    seen: (when, named) =>
      `Teamet ditt ser det på ${when}, ${named ? "med navnet ditt så lenge Vis navnet mitt er krysset av" : "uten navnet ditt med mindre du velger å vise det"}.`,
    rests: (named) =>
      `Teamet ditt er arkivert i Teams, så jeg hviler. Når det er gjenopprettet, får teamet se ideen din, ${named ? "med navnet ditt så lenge Vis navnet mitt er krysset av" : "uten navnet ditt med mindre du velger å vise det"}.`,
    noNames: "Ingen navn på pasienter, brukere eller kolleger.",
    untilExported: "Det teamet publiserer, blir lagret til det er eksportert, også om du trekker det tilbake.",
    problems: {
      empty: (button) => `Skriv en linje først, og trykk ${button} igjen.`,
      "too-long": (button) => `Dette er for langt for meg: høyst 2 000 tegn. Kort det ned, og trykk ${button} igjen.`,
      "not-saved": (button) => `Kanskje ikke lagret ennå. Trykk ${button} igjen: det lagres bare én gang.`,
      "not-storable": () => "Ikke lagret: jeg kan ikke lagre denne teksten. Skriv den på en annen måte.",
      "no-trace": (button) =>
        `Teamet ditt tar ikke imot tekster uten spor. Ingenting er lagret. Trykk på ${button} for å sende den på vanlig måte.`,
    },
    onlyBeginning: "Bare begynnelsen får plass her.",
  },
  withoutTrace: {
    waits: (people, when) =>
      `Teamet ser det sammen med andres, når ${count(people, { one: "person har", other: "personer har" })} skrevet uten spor${when === undefined ? "" : `, tidligst ${when}`}. Fra da av fører ingenting i Gnist til deg.`,
    stillWaits: "Ingenting har skjedd ennå: det venter fortsatt.",
    quiet: "Ingenting mer har skjedd ennå.",
    worked: "Teamet ser det sammen med andre tekster om det som fungerte.",
    isLong: "To spørsmålsrunder er over, og det venter fortsatt.",
    anyway: (when) =>
      `Teamet ser det ${when === undefined ? "i neste oppsummering" : when}, uansett hvor få andre det er. Jo færre det er, desto lettere er det å gjette hvem som skrev det.`,
    shown: (number) => `Teamet har fått se det: det er #${number}. En endring vises i innlegget hvis jeg kan endre det.`,
    key: "Dette kortet er den eneste veien tilbake til teksten, så ta vare på det. Du får ingen nyheter om den.",
    closes: "Ingenting kan ta deg tilbake til teksten når du har lukket dette.",
    asked: "En teamleder spør:",
    yourAnswer: "Svaret ditt:",
    lineNeeded: "Skriv en linje først, og trykk så på Svar igjen.",
  },
  askAuthor: {
    what: "Jeg spør den som skrev, hvis jeg når vedkommende, og ingen får se hvem det er. Den som skrev, avgjør selv om det kommer et svar. Det går an å stille ett spørsmål om hver idé.",
    input: "Spørsmål",
    hint: "Hvilke dager skjer det?",
    asks: "Jeg spør den som skrev, hvis jeg når vedkommende. Hvis du får svar, kommer det her.",
    askedBefore: "Den som skrev, har allerede fått et spørsmål om denne ideen, og det kan bare være ett.",
    waits: "Hvis det kommer et svar, står det her.",
    answerBelow: "Svaret står i en egen melding i chatten vår.",
    question: "Spørsmål til den som skrev",
    answer: "Svar",
    answered: "Den som skrev, svarer:",
    answeredBy: (name) => `${name} svarer:`,
    wantsToHelp: (name) => `${name} vil hjelpe til`,
    answerCame: "Et svar på spørsmålet ditt",
    leadsAlone: "Bare teamledere leser svaret.",
    looks:
      "Ingen vet hvem som skrev denne, så jeg sier ikke fra til noen. Den som skrev, ser spørsmålet ditt hvis vedkommende ser etter hva som har skjedd.",
    ask: "Teamlederen din spør om ideen din:",
    toYou: "Spørsmålet til deg",
    shows: "Dette viser navnet ditt til teamlederen din.",
    sent: {
      hidden: "Sendt uten navnet ditt.",
      named: "Sendt med navnet ditt.",
      help: "Sendt med navnet ditt: du vil hjelpe til.",
    },
  },
  forColleague: {
    kicker: "For en kollega",
    title: "Hva gir plunder og heft for kollegaen din?",
    kept: "Lagret uten avsender: ingen får vite hvordan det går.",
    seen: (when) => `Teamet ditt ser det ${when === undefined ? "i neste oppsummering" : `på ${when}`}.`,
    shown: (number) => `Den er #${number} og står i oppsummeringen.`,
    rests: "Teamet ditt er arkivert i Teams, så jeg hviler. Når det er gjenopprettet, får teamet se det.",
    noAuthor: "Jeg lagrer ingen avsender, så ingen får vite hvordan det går.",
    moreTeams: "For et annet team: skriv idé for en kollega i kanalen til det teamet.",
  },
  mine: {
    title: "Mine ideer",
    none: "Du har ingen ideer her ennå. Er noe i veien? Bare skriv det.",
    unlisted: "Tekster uten spor står ikke her. Kvitteringen er den eneste veien tilbake til en slik tekst.",
  },
  story: "Dette har skjedd",
  steps: {
    take: "Fikk en ansvarlig",
    tried: "Prøves",
    start: "Testen begynte",
    testDone: "Testet",
    adjust: (cycle) => `Justert, test ${cycle}`,
    answeredYes: "Svar: vi gjør det",
    answeredNo: "Svar: ikke nå",
    free: "Trenger en ansvarlig igjen",
    passOn: "Sendt videre",
    sendBack: "Tilbake i teamet",
    reopen: "Tatt opp igjen",
  },
  same: {
    title: "Hvilken idé sier det samme?",
    as: "Samme sak som",
    choose: "Velg en idé",
    nearly: (n) => (n === 1 ? "En kollega har sagt nesten det samme:" : `${number(n)} kolleger har sagt nesten det samme:`),
    nearlyYours: "Du har selv sagt nesten det samme:",
    shared: (words) => `Felles: ${words}`,
    another: "Velg en annen idé",
    ask: "Har en kollega sagt det samme? Legg stemmen din der.",
    what: "Ideen din blir en del av den. Stemmen din teller der, og du får vite hvordan det går. Du kan angre det.",
    whatForLeads:
      "Den blir en del av den andre, og stemmene teller der. Den som skrev den, får vite det, hvis jeg når vedkommende. Du kan angre det.",
    none: "Teamet har ikke fått se noen annen åpen idé.",
    merged: "Nå er de én idé",
    partOf: "En del av",
    joined: "Hører sammen med:",
    mergedYours: "Stemmen din teller der, og du får vite hvordan det går.",
    mergedWhat: "Stemmene teller der. Den som skrev ideen, får vite det, og hvordan det går, hvis jeg når vedkommende.",
    unmerged: "Den står for seg selv igjen",
    unmergedWhat: "Stemmene teller for seg igjen.",
  },
  thanks: {
    noted:
      "Notert. De som står bak resultatet, får takken din, hvis jeg når dem, med nyhetene etter neste oppsummering, som et antall og uten navnet ditt.",
    notedWorth:
      "Notert. Den som skrev det, får takken din, hvis jeg når vedkommende, med nyhetene etter neste oppsummering, som et antall og uten navnet ditt.",
    already: "Takken din teller allerede.",
  },
  voice: {
    added: (n) => `Stemmen din er telt. ${voices(n)} nå.`,
    already: (n) => `Stemmen din er allerede telt. ${voices(n)} så langt.`,
    back: (n) => `Stemmen din er trukket tilbake. ${voices(n)} nå.`,
  },
  offerDropped: "Greit, jeg har ikke lagret det.",
};
