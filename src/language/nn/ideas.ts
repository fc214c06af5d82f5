import type { RoundQuestion } from "../../domain/asking/question.ts";
import type { Cost, KnownKind, Stage } from "../../domain/idea/idea.ts";
import type { NewsReader } from "../../domain/message/ideas.ts";
import type { IdeasWords } from "../en/ideas.ts";
import { count, date, number, voices } from "./shared.ts";

const kinds: Record<KnownKind, string> = {
  tools: "Verktøy og IT",
  routines: "Rutinar og papirarbeid",
  information: "Informasjon",
  together: "Samarbeid",
  rules: "Reglar og innkjøp",
  premises: "Lokale og utstyr",
  served: "Dei vi er til for",
  other: "Anna",
};

const questions: Record<RoundQuestion, { round: string; anyTime: string; another: string; placeholder: string }> = {
  friction: {
    round: "Opplevde du noko plunder og heft denne veka?",
    anyTime: "Kva gir plunder og heft?",
    another: "Kva meir gir plunder og heft?",
    placeholder: "Eg skriv same nummeret tre stader …",
  },
  success: {
    round: "Kva fungerte så godt at vi bør gjere meir av det?",
    anyTime: "Kva fungerer så godt at vi bør gjere meir av det?",
    another: "Kva meir fungerer så godt?",
    placeholder: "Det korte møtet når vakta byrjar …",
  },
  users: {
    round: "Kva blei tungvint for dei vi er til for?",
    anyTime: "Kva er tungvint for dei vi er til for?",
    another: "Kva meir er tungvint for dei vi er til for?",
    placeholder: "Dei finn ikkje rett inngang …",
  },
  paperwork: {
    round: "Kva gjorde du to gonger, eller utan at nokon trong det?",
    anyTime: "Kva gjer du to gonger, eller utan at nokon treng det?",
    another: "Kva meir gjer du to gonger, eller utan at nokon treng det?",
    placeholder: "Ein rapport som ingen les …",
  },
};

const costs: Record<Cost, string> = {
  5: "Nokre minutt i veka",
  30: "Om lag ein halvtime i veka",
  120: "Eit par timar i veka",
  240: "Ein halv dag i veka",
  480: "Ein dag i veka eller meir",
};

const stages: Record<Stage, string> = {
  new: "Ny",
  planned: "Planlagd",
  testing: "Blir prøvd ut",
  checking: "Blir følgd opp",
  adopted: "Ferdig",
  stopped: "Avslutta",
  merged: "Slått saman med ein annan",
  held: "Ventar",
  "passed-on": "Sendt vidare",
  withdrawn: "Trekt tilbake",
  worth: "Verdt å gjere meir av",
};

const age = (days: number) =>
  days < 1
    ? "vist i dag"
    : days < 14
      ? `vist for ${count(days, { one: "dag", other: "dagar" })} sidan`
      : `vist for ${count(Math.round(days / 7), { one: "veke", other: "veker" })} sidan`;

const ideaOf: Record<NewsReader, string> = {
  author: "Ideen din",
  owner: "Ideen du har ansvaret for,",
  asked: "Ideen du blei spurd om,",
  voice: "Ein idé du støttar,",
};

export const ideas: IdeasWords = {
  kinds,
  costs,
  stages,
  age,
  receipt: {
    saved: "Lagra. Takk!",
    changed: "Endra. Takk!",
    proposal: "Kva som ville gjort det lettare",
    moreOfIt: "Kva som ville hjelpe oss å gjere meir av det",
    worth: "Lagra som noko det er verdt å gjere meir av.",
    next: (when, named) =>
      `Teamet ditt ser det ${when === undefined ? "i neste oppsummering" : `på ${when}`}, ${named ? "med" : "utan"} namnet ditt. Eg seier frå når noko skjer.`,
    rests: (named) =>
      `Teamet ditt er arkivert i Teams, så eg kviler. Når det er gjenoppretta, får teamet sjå ideen din, ${named ? "med" : "utan"} namnet ditt. Eg seier frå når noko skjer.`,
    shown: (number, post) => {
      const where = `${number === undefined ? "Ideen" : `Ideen er #${number} og`} står i oppsummeringa.`;
      const change = {
        fixed: "Det innlegget kan eg ikkje endre.",
        "on-its-way": "Innlegget er på veg: ei endring blir vist der når det er på plass, om eg kan endre det.",
        rests: "Ei endring blir vist der når teamet er gjenoppretta i Teams.",
      };
      return `${where} ${post ? change[post] : "Ei endring blir vist der òg."} Eg seier frå når noko skjer.`;
    },
    stands: (stage) => `Status: ${stage}`,
    closes: "Du kan lukke dette no. Vil du endre eller trekkje det tilbake seinare, skriv du ideane mine i chatten vår.",
    second: "Den andre teksten din er ikkje lagra enno. Trykk Ein til om du vil sende han òg:",
    withdrawnRecorded:
      "Trekt tilbake. Ideen er borte frå innlegget til teamet. Arkivkopien til teamet har han til neste eksport. Kopiar som nokon har laga, og det Teams sjølv lagrar, blir verande.",
    recordKeeps: "Berre arkivkopien til teamet har ideen til neste eksport.",
    withdrawnPosted: {
      gone: "Trekt tilbake. Ideen er borte frå Gnist og frå innlegget til teamet. Kopiar som nokon har laga, og det Teams sjølv lagrar, blir verande.",
      "leads-asked":
        "Trekt tilbake. Ideen er borte frå Gnist. Eg kan ikkje endre innlegget til teamet som viser han, så eg ber teamleiarane slette innlegget. Kopiar som nokon har laga, og det Teams sjølv lagrar, blir verande.",
      stays:
        "Trekt tilbake. Ideen er borte frå Gnist. Eg kan ikkje endre innlegget til teamet som viser han: det blir ståande til nokon slettar det. Kopiar som nokon har laga, og det Teams sjølv lagrar, blir verande.",
      "on-its-way":
        "Trekt tilbake. Ideen er borte frå Gnist. Innlegget til teamet er på veg: eg tek ideen bort der òg, og om eg ikkje kan det, ber eg teamleiarane slette innlegget. Kopiar som nokon har laga, og det Teams sjølv lagrar, blir verande.",
      rests:
        "Trekt tilbake. Ideen er borte frå Gnist. Innlegget til teamet viser han til teamet blir gjenoppretta i Teams. Kopiar som nokon har laga, og det Teams sjølv lagrar, blir verande.",
    },
    withdrawn:
      "Trekt tilbake. Ideen er borte frå Gnist, og ingen av innlegga til teamet viser han. Kopiar som nokon har laga, og det Teams sjølv lagrar, blir verande.",
  },
  news: {
    why: "Kvifor",
    owner: "Ansvarleg",
    owned: (reader, name) =>
      reader === "owner"
        ? `${name || "Ein kollega"} har teke over ideen du hadde ansvaret for`
        : `${name || "Ein kollega"} har teke ${reader === "author" ? "ideen din" : "ein idé du støttar"}`,
    tried: (reader, name) => `${name || "Ein kollega"} prøver ${reader === "author" ? "ideen din" : "ein idé du støttar"}`,
    declined: (reader) => `${ideaOf[reader]} treng ein ansvarleg igjen`,
    done: (reader) => `${ideaOf[reader]} er ferdig`,
    testing: (reader) => `${ideaOf[reader]} blir testa no`,
    checking: (reader) => `${ideaOf[reader]} er testa`,
    again: (reader) => `${ideaOf[reader]} blir justert og testa igjen`,
    stopped: (reader) => `${ideaOf[reader]} er avslutta`,
    answered: (reader) => `${ideaOf[reader]} har fått svar`,
    undone: (reader) => `${ideaOf[reader]} er open igjen`,
    reopened: (reader) => `${ideaOf[reader]} blir teken opp igjen`,
    "passed-on": (reader) => `${ideaOf[reader]} er send vidare`,
    promised: (reader) => `${ideaOf[reader]} kjem til å få svar`,
    "sent-back": (reader) => `${ideaOf[reader]} er tilbake i teamet`,
    merged: (reader) => `${ideaOf[reader]} er no ein del av ein annan`,
    unmerged: (reader) => `${ideaOf[reader]} står for seg sjølv igjen`,
    joined: () => "Ein annan idé seier det same som din",
    parted: () => "Ein idé som var ein del av din, står for seg sjølv igjen",
    held: (reader) => `${ideaOf[reader]} må vente litt`,
    "put-back": (reader) => `${ideaOf[reader]} treng ikkje vente lenger`,
    restored: (reader) => `${ideaOf[reader]} er tilbake`,
    withdrawn: (reader) => `${reader ? ideaOf[reader] : "Denne ideen"} er trekt tilbake`,
    summary: "Nytt om ein idé",
    lesson: "Kva vi lærte",
    several: (n) => `Nytt om ${count(n, { one: "idé", other: "idear" })}`,
    readOn: (number) => `Skriv #${number} for å sjå kva som har skjedd.`,
    promisedWhat: (contact, due, otherYear) => `${contact} svarer innan ${date(due, otherYear)}.`,
    heldWhat: "Han er ikkje med i oppsummeringa. Han er teken vare på, og teamleiaren kan ta han med igjen.",
    declinedWhat: "Kollegaen som hadde teke ideen, har han ikkje lenger. Han er framleis open.",
    undoneWhat: "Ideen var ikkje open lenger, men nokon har angra det.",
    checkingWhat: "No avgjer den ansvarlege: ta i bruk, teste igjen eller avslutte.",
    mergedWhat: "Dei seier det same. Stemma di tel der, og du får vite korleis det går.",
    joinedWhat: "Han er ein del av din no, og stemmene tel saman.",
    putBackWhat: "Teamet kan sjå ideen no.",
    restoredWhat: "Den som skreiv ideen, hadde trekt han tilbake, men har ombestemt seg.",
    withdrawnWhat: "Den som skreiv ideen, har trekt han tilbake. Du treng ikkje gjere noko meir.",
    thanks: (n) => (n === 1 ? "Ein kollega seier takk" : `${number(n)} kollegaer seier takk`),
    muted: "Du får ikkje fleire nyhende om denne ideen",
    mutedWhat: "Det gjeld uansett kva som skjer med ideen. Under Kva har skjedd? ser du alltid korleis det har gått.",
    unmuted: "Greitt, du får nyhende om ideen igjen.",
  },
  form: {
    questions,
    focusNow: "Her er vi",
    focusGoal: "Hit vil vi",
    edit: "Endre ideen din",
    offer: "Skal eg lagre dette som ein idé?",
    saveAsFriction: "Lagre som plunder og heft",
    colleaguesWords: "Dette kan vere orda til ein kollega. Skriv om problemet, ikkje om personen.",
    reminder: "Ei kort påminning, den einaste. Éi linje er nok.",
    again: "Du bad meg kome tilbake. Éi linje er nok.",
    test: "Ein test, berre for deg. Slik ser det ut for teamet ditt. Om du sender, blir det lagra som ein ekte idé.",
    first: (addedBy, team, when) =>
      `${addedBy ? `${addedBy} har lagt meg til` : "Eg er lagd til"} i ${team}. Teamet ditt ser linja di${when ? ` på ${when}` : ""}, utan namnet ditt; det teamet publiserer, kan andre be om innsyn i. Ingen namn på pasientar eller kollegaer. Pause stoppar spørsmåla.`,
    label: "Ei linje eller to er nok",
    empty: "Skriv ei linje, eller trykk Ingenting denne veka.",
    emptyAnyTime: "Skriv ei linje først.",
    proposal: "Kva ville gjort det lettare?",
    moreOfIt: "Kva ville hjelpe oss å gjere meir av det?",
    cost: "Kva det kostar meg",
    kind: "Kva det handlar om",
    skip: "Hopp over om du vil",
    showName: "Vis namnet mitt",
    withoutTrace: "Utan spor",
    traceWhat: (people) =>
      `Blir vist saman med andre sine, når ${count(people, { one: "person har", other: "personar har" })} skrive slik. Då fører ingenting i Gnist til deg, og du får ingen nyhende.`,
    traceAlways: (people) =>
      `Teamet ser det saman med andre sine, når ${count(people, { one: "person har", other: "personar har" })} skrive. Då fører ingenting i Gnist til deg.`,
    team: "Team",
    chooseTeam: "Vel eit team",
    moreTeams: "For eit anna team: skriv idé i kanalen til det teamet.",
    seen: (when, named) =>
      `Teamet ditt ser det på ${when}, ${named ? "med namnet ditt så lenge Vis namnet mitt er kryssa av" : "utan namnet ditt med mindre du vel å vise det"}.`,
    rests: (named) =>
      `Teamet ditt er arkivert i Teams, så eg kviler. Når det er gjenoppretta, får teamet sjå ideen din, ${named ? "med namnet ditt så lenge Vis namnet mitt er kryssa av" : "utan namnet ditt med mindre du vel å vise det"}.`,
    noNames: "Ingen namn på pasientar, brukarar eller kollegaer.",
    untilExported: "Det teamet publiserer, blir lagra til det er eksportert, også om du trekkjer det tilbake.",
    problems: {
      empty: (button) => `Skriv ei linje først, og trykk ${button} igjen.`,
      "too-long": (button) => `Dette er for langt for meg: høgst 2 000 teikn. Kort det ned, og trykk ${button} igjen.`,
      "not-saved": (button) => `Kanskje ikkje lagra enno. Trykk ${button} igjen: det blir lagra berre éin gong.`,
      "not-storable": () => "Ikkje lagra: eg kan ikkje lagre denne teksten. Skriv han på ein annan måte.",
      "no-trace": (button) =>
        `Teamet ditt tek ikkje imot tekstar utan spor. Ingenting er lagra. Trykk på ${button} for å sende han på vanleg måte.`,
    },
    onlyBeginning: "Berre starten får plass her.",
  },
  withoutTrace: {
    waits: (people, when) =>
      `Teamet ser det saman med andre sine, når ${count(people, { one: "person har", other: "personar har" })} skrive utan spor${when === undefined ? "" : `, tidlegast ${when}`}. Frå då av fører ingenting i Gnist til deg.`,
    stillWaits: "Ingenting har skjedd enno: det ventar framleis.",
    quiet: "Ingenting meir har skjedd enno.",
    worked: "Teamet ser det saman med andre tekstar om det som fungerte.",
    isLong: "To spørsmålsrundar er over, og det ventar framleis.",
    anyway: (when) =>
      `Teamet ser det ${when === undefined ? "i neste oppsummering" : when}, same kor få andre det er. Jo færre det er, desto lettare er det å gjette kven som skreiv det.`,
    shown: (number) => `Teamet har fått sjå det: det er #${number}. Ei endring viser i innlegget om eg kan endre det.`,
    key: "Dette kortet er den einaste vegen attende til teksten, så ta vare på det. Du får ingen nyhende om han.",
    closes: "Ingenting kan ta deg attende til teksten når du har lukka dette.",
    asked: "Ein teamleiar spør:",
    yourAnswer: "Svaret ditt:",
    lineNeeded: "Skriv ei linje først, og trykk så på Svar igjen.",
  },
  askAuthor: {
    what: "Eg spør den som skreiv, om eg når vedkomande, og ingen får sjå kven det er. Den som skreiv, avgjer sjølv om det kjem eit svar. Det går an å stille eitt spørsmål om kvar idé.",
    input: "Spørsmål",
    hint: "Kva dagar skjer det?",
    asks: "Eg spør den som skreiv, om eg når vedkomande. Om du får svar, kjem det her.",
    askedBefore: "Den som skreiv, har allereie fått eit spørsmål om denne ideen, og det kan berre vere eitt.",
    waits: "Om det kjem eit svar, står det her.",
    answerBelow: "Svaret står i ei eiga melding i chatten vår.",
    question: "Spørsmål til den som skreiv",
    answer: "Svar",
    answered: "Den som skreiv, svarer:",
    answeredBy: (name) => `${name} svarer:`,
    wantsToHelp: (name) => `${name} vil hjelpe til`,
    answerCame: "Eit svar på spørsmålet ditt",
    leadsAlone: "Berre teamleiarar les svaret.",
    looks:
      "Ingen veit kven som skreiv denne, så eg seier ikkje frå til nokon. Den som skreiv, ser spørsmålet ditt om vedkomande ser etter kva som har hendt.",
    ask: "Teamleiaren din spør om ideen din:",
    toYou: "Spørsmålet til deg",
    shows: "Dette viser namnet ditt til teamleiaren din.",
    sent: {
      hidden: "Sendt utan namnet ditt.",
      named: "Sendt med namnet ditt.",
      help: "Sendt med namnet ditt: du vil hjelpe til.",
    },
  },
  forColleague: {
    kicker: "For ein kollega",
    title: "Kva gir plunder og heft for kollegaen din?",
    kept: "Lagra utan avsendar: ingen får vite korleis det går.",
    seen: (when) => `Teamet ditt ser det ${when === undefined ? "i neste oppsummering" : `på ${when}`}.`,
    shown: (number) => `Ideen er #${number} og står i oppsummeringa.`,
    rests: "Teamet ditt er arkivert i Teams, så eg kviler. Når det er gjenoppretta, får teamet sjå det.",
    noAuthor: "Eg lagrar ingen avsendar, så ingen får vite korleis det går.",
    moreTeams: "For eit anna team: skriv idé for ein kollega i kanalen til det teamet.",
  },
  mine: {
    title: "Ideane mine",
    none: "Du har ingen idear her enno. Er noko i vegen? Berre skriv det.",
    unlisted: "Tekstar utan spor står ikkje her. Kvitteringa er den einaste vegen tilbake til ein slik tekst.",
  },
  story: "Dette har skjedd",
  steps: {
    take: "Fekk ein ansvarleg",
    tried: "Blir prøvd",
    start: "Testen byrja",
    testDone: "Testa",
    adjust: (cycle) => `Justert, test ${cycle}`,
    answeredYes: "Svar: vi gjer det",
    answeredNo: "Svar: ikkje no",
    free: "Treng ein ansvarleg igjen",
    passOn: "Sendt vidare",
    sendBack: "Tilbake i teamet",
    reopen: "Teken opp igjen",
  },
  same: {
    title: "Kva idé seier det same?",
    as: "Same sak som",
    choose: "Vel ein idé",
    nearly: (n) => (n === 1 ? "Ein kollega har sagt nesten det same:" : `${number(n)} kollegaer har sagt nesten det same:`),
    nearlyYours: "Du har sjølv sagt nesten det same:",
    shared: (words) => `Felles: ${words}`,
    another: "Vel ein annan idé",
    ask: "Har ein kollega sagt det same? Legg stemma di der.",
    what: "Ideen din blir ein del av den andre. Stemma di tel der, og du får vite korleis det går. Du kan angre det.",
    whatForLeads:
      "Ideen blir ein del av den andre, og stemmene tel der. Den som skreiv han, får vite det, om eg når vedkomande. Du kan angre det.",
    none: "Teamet har ikkje fått sjå nokon annan open idé.",
    merged: "No er dei éin idé",
    partOf: "Ein del av",
    joined: "Høyrer saman med:",
    mergedYours: "Stemma di tel der, og du får vite korleis det går.",
    mergedWhat: "Stemmene tel der. Den som skreiv ideen, får vite det, og korleis det går, om eg når vedkomande.",
    unmerged: "Ideen står for seg sjølv igjen",
    unmergedWhat: "Stemmene tel for seg igjen.",
  },
  thanks: {
    noted:
      "Notert. Dei som står bak resultatet, får takken din, om eg når dei, med nyhenda etter neste oppsummering, som eit tal og utan namnet ditt.",
    notedWorth:
      "Notert. Den som skreiv det, får takken din, om eg når vedkomande, med nyhenda etter neste oppsummering, som eit tal og utan namnet ditt.",
    already: "Takken din er allereie med.",
  },
  voice: {
    added: (n) => `Stemma di er med. ${voices(n)} no.`,
    already: (n) => `Stemma di er allereie med. ${voices(n)} så langt.`,
    back: (n) => `Stemma di er trekt tilbake. ${voices(n)} no.`,
  },
  offerDropped: "Greitt, eg har ikkje lagra det.",
};
