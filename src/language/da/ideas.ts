import type { RoundQuestion } from "../../domain/asking/question.ts";
import type { Cost, KnownKind, Stage } from "../../domain/idea/idea.ts";
import type { NewsReader } from "../../domain/message/ideas.ts";
import type { IdeasWords } from "../en/ideas.ts";
import { count, date, number, voices } from "./shared.ts";

const kinds: Record<KnownKind, string> = {
  tools: "It og værktøj",
  routines: "Rutiner og papirarbejde",
  information: "Information",
  together: "Samarbejde",
  rules: "Regler og indkøb",
  premises: "Lokaler og udstyr",
  served: "Dem, vi er til for",
  other: "Andet",
};

const questions: Record<RoundQuestion, { round: string; anyTime: string; another: string; placeholder: string }> = {
  friction: {
    round: "Hvad gav bøvl i denne uge?",
    anyTime: "Hvad giver bøvl?",
    another: "Hvad giver ellers bøvl?",
    placeholder: "Jeg skriver det samme nummer tre steder …",
  },
  success: {
    round: "Hvad fungerede så godt, at vi bør gøre mere af det?",
    anyTime: "Hvad fungerer så godt, at vi bør gøre mere af det?",
    another: "Hvad fungerer ellers så godt?",
    placeholder: "Det korte møde, når vagten begynder …",
  },
  users: {
    round: "Hvad var bøvlet for dem, vi er til for?",
    anyTime: "Hvad er bøvlet for dem, vi er til for?",
    another: "Hvad er ellers bøvlet for dem, vi er til for?",
    placeholder: "De kan ikke finde den rigtige indgang …",
  },
  paperwork: {
    round: "Hvad gjorde du to gange, eller uden at nogen havde brug for det?",
    anyTime: "Hvad gør du to gange, eller uden at nogen har brug for det?",
    another: "Hvad gør du ellers to gange, eller uden at nogen har brug for det?",
    placeholder: "En rapport, som ingen læser …",
  },
};

const costs: Record<Cost, string> = {
  5: "Nogle få minutter om ugen",
  30: "Cirka en halv time om ugen",
  120: "Et par timer om ugen",
  240: "En halv dag om ugen",
  480: "En dag om ugen eller mere",
};

const stages: Record<Stage, string> = {
  new: "Ny",
  planned: "Planlagt",
  testing: "Bliver testet",
  checking: "Bliver fulgt op",
  adopted: "Færdig",
  stopped: "Afsluttet",
  merged: "Lagt sammen med en anden",
  held: "Venter",
  "passed-on": "Sendt videre",
  withdrawn: "Trukket tilbage",
  worth: "Værd at gøre mere af",
};

const age = (days: number) =>
  days < 1
    ? "vist i dag"
    : days < 14
      ? `vist for ${count(days, { one: "dag", other: "dage" })} siden`
      : `vist for ${count(Math.round(days / 7), { one: "uge", other: "uger" })} siden`;

const ideaOf: Record<NewsReader, string> = {
  author: "Din idé",
  owner: "Idéen, du er tovholder på,",
  asked: "Idéen, du blev spurgt om,",
  voice: "En idé, du støtter,",
};

export const ideas: IdeasWords = {
  kinds,
  costs,
  stages,
  age,
  receipt: {
    saved: "Gemt. Tak!",
    changed: "Rettet. Tak!",
    proposal: "Hvad der ville gøre det lettere",
    moreOfIt: "Hvad der ville hjælpe os til at gøre mere af det",
    worth: "Gemt som noget, der er værd at gøre mere af.",
    next: (when, named) =>
      `Dit team ser den ${when === undefined ? "i den næste opsummering" : `på ${when}`}, ${named ? "med" : "uden"} dit navn. Jeg siger til, når der sker noget.`,
    rests: (named) =>
      `Dit team er arkiveret i Teams, så jeg hviler. Når det er gendannet, ser teamet din idé, ${named ? "med" : "uden"} dit navn. Jeg siger til, når der sker noget.`,
    shown: (number, post) => {
      const where = `${number === undefined ? "Den" : `Den er #${number} og`} står i opsummeringen.`;
      const change = {
        fixed: "Det opslag kan jeg ikke ændre.",
        "on-its-way": "Opslaget er på vej: en rettelse kan ses dér, når det er lagt op, hvis jeg kan ændre det.",
        rests: "En rettelse kan ses dér, når teamet er gendannet i Teams.",
      };
      return `${where} ${post ? change[post] : "En rettelse kan også ses dér."} Jeg siger til, når der sker noget.`;
    },
    closes: "Du kan lukke det her nu. Vil du rette eller trække det tilbage senere, så skriv mine idéer i vores chat.",
    stands: (stage) => `Status: ${stage}`,
    second: "Din anden tekst er ikke gemt endnu. Tryk på Skriv en til, hvis du også vil sende den:",
    withdrawnRecorded:
      "Trukket tilbage. Den er væk fra teamets opslag. Teamets arkivkopi har den til næste eksport. Kopier, som nogen har lavet, og det, Teams selv gemmer, bliver liggende.",
    recordKeeps: "Kun teamets arkivkopi har den til næste eksport.",
    withdrawnPosted: {
      gone: "Trukket tilbage. Den er væk fra Gnist og fra teamets opslag. Kopier, som nogen har lavet, og det, Teams selv gemmer, bliver liggende.",
      "leads-asked":
        "Trukket tilbage. Den er væk fra Gnist. Jeg kan ikke ændre teamets opslag, der viser den, så jeg beder teamlederne slette opslaget. Kopier, som nogen har lavet, og det, Teams selv gemmer, bliver liggende.",
      stays:
        "Trukket tilbage. Den er væk fra Gnist. Jeg kan ikke ændre teamets opslag, der viser den: det bliver stående, til nogen sletter det. Kopier, som nogen har lavet, og det, Teams selv gemmer, bliver liggende.",
      "on-its-way":
        "Trukket tilbage. Den er væk fra Gnist. Teamets opslag er på vej: jeg tager den ud også dér, og hvis jeg ikke kan, beder jeg teamlederne slette opslaget. Kopier, som nogen har lavet, og det, Teams selv gemmer, bliver liggende.",
      rests:
        "Trukket tilbage. Den er væk fra Gnist. Teamets opslag viser den, til teamet bliver gendannet i Teams. Kopier, som nogen har lavet, og det, Teams selv gemmer, bliver liggende.",
    },
    withdrawn:
      "Trukket tilbage. Den er væk fra Gnist, og ingen af teamets opslag viser den. Kopier, som nogen har lavet, og det, Teams selv gemmer, bliver liggende.",
  },
  news: {
    why: "Hvorfor",
    owner: "Tovholder",
    owned: (reader, name) =>
      reader === "owner"
        ? `${name || "En kollega"} har overtaget idéen, du var tovholder på`
        : `${name || "En kollega"} har taget ${reader === "author" ? "din idé" : "en idé, du støtter"}`,
    tried: (reader, name) => `${name || "En kollega"} prøver ${reader === "author" ? "din idé" : "en idé, du støtter"}`,
    declined: (reader) => `${ideaOf[reader]} mangler en tovholder igen`,
    done: (reader) => `${ideaOf[reader]} er færdig`,
    testing: (reader) => `${ideaOf[reader]} bliver testet nu`,
    checking: (reader) => `${ideaOf[reader]} er blevet testet`,
    again: (reader) => `${ideaOf[reader]} bliver justeret og testet igen`,
    stopped: (reader) => `${ideaOf[reader]} er afsluttet`,
    answered: (reader) => `${ideaOf[reader]} har fået svar`,
    undone: (reader) => `${ideaOf[reader]} er åben igen`,
    reopened: (reader) => `${ideaOf[reader]} er taget op igen`,
    "passed-on": (reader) => `${ideaOf[reader]} er sendt videre`,
    promised: (reader) => `${ideaOf[reader]} får et svar`,
    "sent-back": (reader) => `${ideaOf[reader]} er tilbage i teamet`,
    merged: (reader) => `${ideaOf[reader]} er nu en del af en anden`,
    unmerged: (reader) => `${ideaOf[reader]} står for sig selv igen`,
    joined: () => "En anden idé siger det samme som din",
    parted: () => "En idé, der var en del af din, står for sig selv igen",
    held: (reader) => `${ideaOf[reader]} må vente lidt`,
    "put-back": (reader) => `${ideaOf[reader]} skal ikke vente længere`,
    restored: (reader) => `${ideaOf[reader]} er tilbage`,
    withdrawn: (reader) => `${reader ? ideaOf[reader] : "Idéen"} er trukket tilbage`,
    summary: "Nyt om en idé",
    lesson: "Hvad vi lærte",
    several: (n) => `Nyt om ${count(n, { one: "idé", other: "idéer" })}`,
    readOn: (number) => `Skriv #${number} for at se, hvad der er sket.`,
    promisedWhat: (contact, due, otherYear) => `${contact} svarer senest ${date(due, otherYear)}.`,
    heldWhat: "Den er ikke med i opsummeringen. Den er gemt, og teamlederen kan tage den med igen.",
    declinedWhat: "Kollegaen, der havde taget den, har den ikke længere. Den er stadig åben.",
    undoneWhat: "Den var ikke åben længere, men nogen har fortrudt det.",
    checkingWhat: "Nu bestemmer tovholderen: tage den i brug, teste igen eller afslutte.",
    mergedWhat: "De siger det samme. Din stemme tæller dér, og du får at vide, hvordan det går.",
    joinedWhat: "Den er en del af din nu, og stemmerne tælles sammen.",
    putBackWhat: "Teamet kan se den nu.",
    restoredWhat: "Den, der skrev den, havde trukket den tilbage, men har ombestemt sig.",
    withdrawnWhat: "Den, der skrev den, har trukket den tilbage. Du skal ikke gøre mere.",
    thanks: (n) => (n === 1 ? "En kollega siger tak" : `${number(n)} kolleger siger tak`),
    muted: "Du får ikke mere nyt om den her idé",
    mutedWhat: "Det gælder, uanset hvad der sker med den. Under Hvad er der sket? kan du altid se, hvordan det er gået.",
    unmuted: "Okay, du får nyt om idéen igen.",
  },
  form: {
    questions,
    focusNow: "Her er vi",
    focusGoal: "Her vil vi hen",
    edit: "Ret din idé",
    offer: "Skal jeg gemme det som en idé?",
    reminder: "En kort påmindelse, den eneste. En linje er nok.",
    again: "Du bad mig komme igen. En linje er nok.",
    test: "En test, kun til dig. Sådan ser det ud for dit team. Hvis du sender, bliver det gemt som en rigtig idé.",
    first: (addedBy, team, when) =>
      `${addedBy ? `${addedBy} har føjet mig til` : "Jeg er føjet til"} ${team}. Dit team ser din linje${when ? ` på ${when}` : ""}, uden dit navn; andre kan søge aktindsigt i det, teamet lægger op. Ingen navne på patienter, borgere eller kolleger. Pause stopper spørgsmålene.`,
    label: "En linje eller to er nok",
    empty: "Skriv en linje, eller tryk på Ingenting i denne uge.",
    emptyAnyTime: "Skriv en linje først.",
    proposal: "Hvad ville gøre det lettere?",
    moreOfIt: "Hvad ville hjælpe os til at gøre mere af det?",
    cost: "Hvad det koster mig",
    kind: "Hvad det handler om",
    skip: "Spring over, hvis du vil",
    showName: "Vis mit navn",
    withoutTrace: "Uden spor",
    traceWhat: (people) =>
      `Vises sammen med andres, når ${count(people, { one: "person har", other: "personer har" })} skrevet på den måde. Så fører intet i Gnist til dig, og du får ingen nyheder.`,
    traceAlways: (people) =>
      `Teamet ser det sammen med andres, når ${count(people, { one: "person har", other: "personer har" })} skrevet. Så fører intet i Gnist til dig.`,
    team: "Team",
    chooseTeam: "Vælg et team",
    moreTeams: "Til et andet team: skriv idé i det teams kanal.",
    seen: (when, named) =>
      `Dit team ser den på ${when}, ${named ? "med dit navn, så længe der er kryds ved Vis mit navn" : "uden dit navn, medmindre du vælger at vise det"}.`,
    rests: (named) =>
      `Dit team er arkiveret i Teams, så jeg hviler. Når det er gendannet, ser teamet din idé, ${named ? "med dit navn, så længe der er kryds ved Vis mit navn" : "uden dit navn, medmindre du vælger at vise det"}.`,
    saveAsFriction: "Gem som bøvl",
    colleaguesWords: "Det her kan være en kollegas ord. Skriv om problemet, ikke om personen.",
    noNames: "Ingen navne på patienter, borgere eller kolleger.",
    untilExported: "Det, teamet lægger op, gemmes, til det er eksporteret, også hvis du trækker det tilbage.",
    problems: {
      empty: (button) => `Skriv en linje først, og tryk på ${button} igen.`,
      "too-long": (button) => `Det er for langt til mig: højst 2.000 tegn. Gør det kortere, og tryk på ${button} igen.`,
      "not-saved": (button) => `Måske ikke gemt endnu. Tryk på ${button} igen: det bliver kun gemt én gang.`,
      "not-storable": () => "Ikke gemt: jeg kan ikke gemme den tekst. Skriv det på en anden måde.",
      "no-trace": (button) =>
        `Dit team tager ikke imod tekster uden spor. Intet er gemt. Tryk på ${button} for at sende den på almindelig vis.`,
    },
    onlyBeginning: "Der er kun plads til begyndelsen her.",
  },
  withoutTrace: {
    waits: (people, when) =>
      `Teamet ser det sammen med andres, når ${count(people, { one: "person har", other: "personer har" })} skrevet uden spor${when === undefined ? "" : `, tidligst ${when}`}. Fra da af fører intet i Gnist til dig.`,
    stillWaits: "Der er ikke sket noget endnu: det venter stadig.",
    quiet: "Der er ikke sket mere endnu.",
    worked: "Teamet ser det sammen med andre tekster om det, der fungerede.",
    isLong: "To spørgerunder er slut, og det venter stadig.",
    anyway: (when) =>
      `Teamet ser det ${when === undefined ? "i næste opsummering" : when}, hvor få andre der end er. Jo færre der er, jo lettere er det at gætte, hvem der skrev det.`,
    shown: (number) => `Teamet har fået det at se: det er #${number}. En ændring ses i opslaget, hvis jeg kan ændre det.`,
    key: "Dette kort er den eneste vej tilbage til teksten, så behold det. Du får ingen nyheder om den.",
    closes: "Intet kan føre dig tilbage til teksten, når du har lukket dette.",
    asked: "En teamleder spørger:",
    yourAnswer: "Dit svar:",
    lineNeeded: "Skriv en linje først, og tryk så på Svar igen.",
  },
  askAuthor: {
    what: "Jeg spørger den, der skrev, hvis jeg kan få fat i vedkommende, og ingen får at se, hvem det er. Den, der skrev, bestemmer selv, om der kommer et svar. Man kan stille ét spørgsmål om hver idé.",
    input: "Spørgsmål",
    hint: "Hvilke dage sker det?",
    asks: "Jeg spørger den, der skrev, hvis jeg kan få fat i vedkommende. Hvis der kommer et svar, får du det her.",
    askedBefore: "Den, der skrev, har allerede fået et spørgsmål om den her idé, og der kan kun være ét.",
    waits: "Hvis der kommer et svar, står det her.",
    answerBelow: "Svaret står i en besked for sig i vores chat.",
    question: "Spørgsmål til den, der skrev",
    answer: "Svar",
    answered: "Den, der skrev, svarer:",
    answeredBy: (name) => `${name} svarer:`,
    wantsToHelp: (name) => `${name} vil gerne hjælpe`,
    answerCame: "Et svar på dit spørgsmål",
    leadsAlone: "Kun teamledere læser svaret.",
    looks:
      "Ingen ved, hvem der skrev denne, så jeg siger det ikke til nogen. Den, der skrev, ser dit spørgsmål, hvis vedkommende ser, hvad der er sket.",
    ask: "Din teamleder spørger om din idé:",
    toYou: "Spørgsmålet til dig",
    shows: "Det viser dit navn til din teamleder.",
    sent: {
      hidden: "Sendt uden dit navn.",
      named: "Sendt med dit navn.",
      help: "Sendt med dit navn: du vil gerne hjælpe.",
    },
  },
  forColleague: {
    kicker: "For en kollega",
    title: "Hvad giver din kollega bøvl?",
    kept: "Gemt uden afsender: ingen får at vide, hvordan det går.",
    seen: (when) => `Dit team ser det ${when === undefined ? "i den næste opsummering" : `på ${when}`}.`,
    shown: (number) => `Den er #${number} og står i opsummeringen.`,
    rests: "Dit team er arkiveret i Teams, så jeg hviler. Når det er gendannet, ser teamet det.",
    noAuthor: "Jeg gemmer ingen afsender, så ingen får at vide, hvordan det går.",
    moreTeams: "Til et andet team: skriv idé for en kollega i det teams kanal.",
  },
  mine: {
    title: "Mine idéer",
    none: "Du har ingen idéer her endnu. Er der noget, der giver bøvl? Skriv det bare.",
    unlisted: "Tekster uden spor står ikke her. Kvitteringen er den eneste vej tilbage til sådan en tekst.",
  },
  story: "Det er der sket",
  steps: {
    take: "Fik en tovholder",
    tried: "Bliver prøvet",
    start: "Testen begyndte",
    testDone: "Testet",
    adjust: (cycle) => `Justeret, test ${cycle}`,
    answeredYes: "Svar: vi gør det",
    answeredNo: "Svar: ikke nu",
    free: "Mangler en tovholder igen",
    passOn: "Sendt videre",
    sendBack: "Tilbage i teamet",
    reopen: "Taget op igen",
  },
  same: {
    title: "Hvilken idé siger det samme?",
    as: "Samme sag som",
    choose: "Vælg en idé",
    nearly: (n) => (n === 1 ? "En kollega har sagt næsten det samme:" : `${number(n)} kolleger har sagt næsten det samme:`),
    nearlyYours: "Du har selv sagt næsten det samme:",
    shared: (words) => `Fælles: ${words}`,
    another: "Vælg en anden idé",
    ask: "Har en kollega sagt det samme? Læg din stemme dér.",
    what: "Din idé bliver en del af den. Din stemme tæller dér, og du får at vide, hvordan det går. Du kan fortryde det.",
    whatForLeads:
      "Den bliver en del af den anden, og stemmerne tæller dér. Den, der skrev den, får det at vide, hvis jeg kan få fat i vedkommende. Du kan fortryde det.",
    none: "Teamet har ikke fået vist nogen anden åben idé.",
    merged: "Nu er de én idé",
    partOf: "En del af",
    joined: "Hører sammen med:",
    mergedYours: "Din stemme tæller dér, og du får at vide, hvordan det går.",
    mergedWhat: "Stemmerne tæller dér. Den, der skrev idéen, får det at vide, og hvordan det går, hvis jeg kan få fat i vedkommende.",
    unmerged: "Den står for sig selv igen",
    unmergedWhat: "Stemmerne tæller hver for sig igen.",
  },
  thanks: {
    noted:
      "Noteret. De, der står bag resultatet, får din tak, hvis jeg kan få fat i dem, sammen med nyt om idéen efter den næste opsummering, som et antal og uden dit navn.",
    notedWorth:
      "Noteret. Den, der skrev det, får din tak, hvis jeg kan få fat i vedkommende, sammen med nyt om idéen efter den næste opsummering, som et antal og uden dit navn.",
    already: "Din tak tæller allerede.",
  },
  voice: {
    added: (n) => `Din stemme er talt med. ${voices(n)} nu.`,
    already: (n) => `Din stemme er allerede talt med. ${voices(n)} indtil nu.`,
    back: (n) => `Din stemme er trukket tilbage. ${voices(n)} nu.`,
  },
  offerDropped: "Okay, jeg har ikke gemt det.",
};
