import type { RoundQuestion } from "../../domain/asking/question.ts";
import type { Cost, KnownKind, Stage } from "../../domain/idea/idea.ts";
import type { NewsReader } from "../../domain/message/ideas.ts";
import type { IdeasWords } from "../en/ideas.ts";
import { count, date, number, voices } from "./shared.ts";

const kinds: Record<KnownKind, string> = {
  tools: "Verktyg och it",
  routines: "Rutiner och pappersarbete",
  information: "Information",
  together: "Samarbete",
  rules: "Regler och inköp",
  premises: "Lokaler och utrustning",
  served: "De vi är till för",
  other: "Annat",
};

const questions: Record<RoundQuestion, { round: string; anyTime: string; another: string; placeholder: string }> = {
  friction: {
    round: "Har något gnisslat i vardagen den här veckan?",
    anyTime: "Vad gnisslar i vardagen?",
    another: "Vad gnisslar mer?",
    placeholder: "Jag skriver samma nummer på tre ställen …",
  },
  success: {
    round: "Vad fungerade så bra att vi borde göra mer av det?",
    anyTime: "Vad fungerar så bra att vi borde göra mer av det?",
    another: "Vad mer fungerar så bra?",
    placeholder: "Det korta mötet när passet börjar …",
  },
  users: {
    round: "Vad blev krångligt för dem vi är till för?",
    anyTime: "Vad är krångligt för dem vi är till för?",
    another: "Vad mer är krångligt för dem vi är till för?",
    placeholder: "De hittar inte rätt ingång …",
  },
  paperwork: {
    round: "Vad gjorde du två gånger, eller utan att någon behövde det?",
    anyTime: "Vad gör du två gånger, eller utan att någon behöver det?",
    another: "Vad mer gör du två gånger, eller utan att någon behöver det?",
    placeholder: "En rapport som ingen läser …",
  },
};

const costs: Record<Cost, string> = {
  5: "Några minuter i veckan",
  30: "Ungefär en halvtimme i veckan",
  120: "Ett par timmar i veckan",
  240: "En halv dag i veckan",
  480: "En dag i veckan eller mer",
};

const stages: Record<Stage, string> = {
  new: "Ny",
  planned: "Planerad",
  testing: "Testas",
  checking: "Följs upp",
  adopted: "Klar",
  stopped: "Avslutad",
  merged: "Ihopslagen med en annan",
  held: "Väntar",
  "passed-on": "Skickad vidare",
  withdrawn: "Tillbakatagen",
  worth: "Värt att göra mer av",
};

const age = (days: number) =>
  days < 1
    ? "visad i dag"
    : days < 14
      ? `visad för ${count(days, { one: "dag", other: "dagar" })} sedan`
      : `visad för ${count(Math.round(days / 7), { one: "vecka", other: "veckor" })} sedan`;

const ideaOf: Record<NewsReader, string> = {
  author: "Din idé",
  owner: "Idén du ansvarar för",
  asked: "Idén du blev tillfrågad om",
  voice: "En idé du stöder",
};

export const ideas: IdeasWords = {
  kinds,
  costs,
  stages,
  age,
  receipt: {
    saved: "Sparat. Tack!",
    changed: "Ändrat. Tack!",
    proposal: "Vad som skulle göra det lättare",
    moreOfIt: "Vad som skulle hjälpa oss att göra mer av det",
    worth: "Sparat som något värt att göra mer av.",
    next: (when, named) =>
      `Ditt team ser det ${when === undefined ? "i nästa sammanfattning" : `på ${when}`}, ${named ? "med" : "utan"} ditt namn. Jag hör av mig när något händer.`,
    rests: (named) =>
      `Ditt team är arkiverat i Teams, så jag vilar. När det har återställts får teamet se din idé, ${named ? "med" : "utan"} ditt namn. Jag hör av mig när något händer.`,
    shown: (number, post) => {
      const where = `${number === undefined ? "Den" : `Den är #${number} och`} finns med i sammanfattningen.`;
      const change = {
        fixed: "Det inlägget kan jag inte ändra.",
        "on-its-way": "Inlägget är på väg: en ändring syns där när det är på plats, om jag kan ändra det.",
        rests: "En ändring syns där när teamet har återställts i Teams.",
      };
      return `${where} ${post ? change[post] : "En ändring syns där också."} Jag hör av mig när något händer.`;
    },
    stands: (stage) => `Status: ${stage}`,
    second: "Din andra text är inte sparad än. Tryck på Skriv en till om du vill skicka den också:",
    closes: "Du kan stänga det här nu. Vill du ändra eller ta tillbaka det senare skriver du mina idéer i vår chatt.",
    withdrawnRecorded:
      "Tillbakatagen. Den är borta från teamets inlägg. Teamets arkivkopia har den kvar till nästa export. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
    recordKeeps: "Bara teamets arkivkopia har den kvar till nästa export.",
    withdrawnPosted: {
      gone: "Tillbakatagen. Den är borta från Gnist och från teamets inlägg. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
      "leads-asked":
        "Tillbakatagen. Den är borta från Gnist. Jag kan inte ändra teamets inlägg som visar den, så jag ber teamledarna ta bort inlägget. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
      stays:
        "Tillbakatagen. Den är borta från Gnist. Jag kan inte ändra teamets inlägg som visar den: det finns kvar tills någon tar bort det. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
      "on-its-way":
        "Tillbakatagen. Den är borta från Gnist. Teamets inlägg är på väg: jag tar bort den även där, och om jag inte kan det ber jag teamledarna ta bort inlägget. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
      rests:
        "Tillbakatagen. Den är borta från Gnist. Teamets inlägg visar den tills teamet återställs i Teams. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
    },
    withdrawn:
      "Tillbakatagen. Den är borta från Gnist, och inget inlägg i teamet visar den. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
  },
  news: {
    why: "Varför",
    owner: "Ansvarig",
    owned: (reader, name) =>
      reader === "owner"
        ? `${name || "En kollega"} har tagit över idén du ansvarade för`
        : `${name || "En kollega"} har tagit ${reader === "author" ? "din idé" : "en idé du stöder"}`,
    tried: (reader, name) => `${name || "En kollega"} provar ${reader === "author" ? "din idé" : "en idé du stöder"}`,
    declined: (reader) => `${ideaOf[reader]} behöver en ansvarig igen`,
    done: (reader) => `${ideaOf[reader]} är klar`,
    testing: (reader) => `${ideaOf[reader]} testas nu`,
    checking: (reader) => `${ideaOf[reader]} har testats`,
    again: (reader) => `${ideaOf[reader]} justeras och testas igen`,
    stopped: (reader) => `${ideaOf[reader]} avslutades`,
    answered: (reader) => `${ideaOf[reader]} har fått svar`,
    undone: (reader) => `${ideaOf[reader]} är öppen igen`,
    reopened: (reader) => `${ideaOf[reader]} tas upp igen`,
    "passed-on": (reader) => `${ideaOf[reader]} har skickats vidare`,
    promised: (reader) => `${ideaOf[reader]} kommer att få svar`,
    "sent-back": (reader) => `${ideaOf[reader]} är tillbaka i teamet`,
    merged: (reader) => `${ideaOf[reader]} är nu en del av en annan`,
    unmerged: (reader) => `${ideaOf[reader]} står för sig själv igen`,
    joined: () => "En annan idé säger samma sak som din",
    parted: () => "En idé som var en del av din står för sig själv igen",
    held: (reader) => `${ideaOf[reader]} får vänta`,
    "put-back": (reader) => `${ideaOf[reader]} behöver inte vänta längre`,
    restored: (reader) => `${ideaOf[reader]} är tillbaka`,
    withdrawn: (reader) => `${reader ? ideaOf[reader] : "Den här idén"} har tagits tillbaka`,
    summary: "Nytt om en idé",
    lesson: "Vad vi lärde oss",
    several: (n) => `Nytt om ${count(n, { one: "idé", other: "idéer" })}`,
    readOn: (number) => `Skriv #${number} för att se vad som har hänt.`,
    promisedWhat: (contact, due, otherYear) => `${contact} svarar senast ${date(due, otherYear)}.`,
    heldWhat: "Den är inte med i sammanfattningen. Den finns kvar, och teamledaren kan ta med den igen.",
    declinedWhat: "Kollegan som hade tagit den har den inte längre. Den är fortfarande öppen.",
    undoneWhat: "Den var inte öppen längre, men någon har ångrat det.",
    checkingWhat: "Nu bestämmer den ansvariga: införa den, testa igen eller avsluta.",
    mergedWhat: "De säger samma sak. Din röst räknas där, och du får veta hur det går.",
    joinedWhat: "Den är en del av din nu, och rösterna räknas ihop.",
    putBackWhat: "Teamet kan se den nu.",
    restoredWhat: "Den som skrev den hade tagit tillbaka den men har ångrat sig.",
    withdrawnWhat: "Den som skrev den har tagit tillbaka den. Du behöver inte göra något mer.",
    thanks: (n) => (n === 1 ? "En kollega säger tack" : `${number(n)} kollegor säger tack`),
    muted: "Du får inga fler nyheter om den här idén",
    mutedWhat: "Det gäller vad som än händer med den. Med Se vad som hände ser du alltid hur det har gått.",
    unmuted: "Okej, du får nyheter om idén igen.",
  },
  form: {
    questions,
    focusNow: "Här är vi",
    focusGoal: "Hit vill vi",
    edit: "Ändra din idé",
    offer: "Ska jag spara det här som en idé?",
    saveAsFriction: "Spara som gnissel",
    colleaguesWords: "Det här kan vara en kollegas ord. Skriv om problemet, inte om personen.",
    reminder: "En kort påminnelse, den enda. En rad räcker.",
    again: "Du bad mig komma tillbaka. En rad räcker.",
    test: "Ett test, bara för dig. Så här ser det ut för ditt team. Om du skickar sparas det som en riktig idé.",
    first: (addedBy, team, when) =>
      `${addedBy ? `${addedBy} har lagt till mig` : "Jag har lagts till"} i ${team}. Ditt team ser din rad${when ? ` på ${when}` : ""}, utan ditt namn; det teamet publicerar kan begäras ut som allmän handling. Inga namn på patienter eller kollegor. Pausa stoppar frågorna.`,
    label: "En rad eller två räcker",
    empty: "Skriv en rad, eller tryck på Inget den här veckan.",
    emptyAnyTime: "Skriv en rad först.",
    proposal: "Vad skulle göra det lättare?",
    moreOfIt: "Vad skulle hjälpa oss att göra mer av det?",
    cost: "Vad det kostar mig",
    kind: "Vad det handlar om",
    skip: "Hoppa över om du vill",
    showName: "Visa mitt namn",
    withoutTrace: "Utan spår",
    traceWhat: (people) =>
      `Visas tillsammans med andras, när ${count(people, { one: "person har", other: "personer har" })} skrivit så här. Sedan leder inget i Gnist till dig, och du får inga nyheter.`,
    traceAlways: (people) =>
      `Teamet ser det tillsammans med andras, när ${count(people, { one: "person har", other: "personer har" })} skrivit. Sedan leder inget i Gnist till dig.`,
    team: "Team",
    chooseTeam: "Välj ett team",
    moreTeams: "För ett annat team: skriv idé i det teamets kanal.",
    seen: (when, named) =>
      `Ditt team ser det på ${when}, ${named ? "med ditt namn så länge Visa mitt namn är ikryssat" : "utan ditt namn om du inte väljer att visa det"}.`,
    rests: (named) =>
      `Ditt team är arkiverat i Teams, så jag vilar. När det har återställts får teamet se din idé, ${named ? "med ditt namn så länge Visa mitt namn är ikryssat" : "utan ditt namn om du inte väljer att visa det"}.`,
    noNames: "Inga namn på patienter, brukare eller kollegor.",
    untilExported: "Det som teamet publicerar sparas tills det exporteras, även om du tar tillbaka det.",
    problems: {
      empty: (button) => `Skriv en rad först och tryck på ${button} igen.`,
      "too-long": (button) => `Det här är för långt för mig: högst 2 000 tecken. Korta det och tryck på ${button} igen.`,
      "not-saved": (button) => `Kanske inte sparat än. Tryck på ${button} igen: det sparas bara en gång.`,
      "not-storable": () => "Inte sparat: jag kan inte spara den här texten. Skriv den på ett annat sätt.",
      "no-trace": (button) =>
        `Ditt team tar inte emot texter utan spår. Inget är sparat. Tryck på ${button} för att skicka den på vanligt sätt.`,
    },
    onlyBeginning: "Bara början får plats här.",
  },
  withoutTrace: {
    waits: (people, when) =>
      `Teamet ser det tillsammans med andras, när ${count(people, { one: "person har", other: "personer har" })} skrivit utan spår${when === undefined ? "" : `, tidigast ${when}`}. Från och med då leder inget i Gnist till dig.`,
    stillWaits: "Inget har hänt än: det väntar fortfarande.",
    quiet: "Inget mer har hänt än.",
    worked: "Teamet ser det tillsammans med andra texter om det som fungerade.",
    isLong: "Två frågeomgångar är över, och det väntar fortfarande.",
    anyway: (when) =>
      `Teamet ser det ${when === undefined ? "i nästa sammanfattning" : when}, hur få andra det än är. Ju färre de är, desto lättare är det att gissa vem som skrev det.`,
    shown: (number) => `Teamet har fått se det: det är #${number}. En ändring syns i inlägget om jag kan ändra det.`,
    key: "Det här kortet är enda vägen tillbaka till texten, så behåll det. Du får inga nyheter om den.",
    closes: "Inget kan ta dig tillbaka till texten när du har stängt det här.",
    asked: "En teamledare frågar:",
    yourAnswer: "Ditt svar:",
    lineNeeded: "Skriv en rad först, och tryck sedan på Svara igen.",
  },
  askAuthor: {
    what: "Jag frågar den som skrev, om jag når hen, och ingen får se vem det är. Den som skrev väljer själv att svara eller inte. Det går att ställa en fråga om varje idé.",
    input: "Fråga",
    hint: "Vilka dagar händer det?",
    asks: "Jag frågar den som skrev, om jag når hen. Om du får ett svar kommer det här.",
    askedBefore: "Den som skrev har redan fått en fråga om den här idén, och det kan bara vara en.",
    waits: "Om ett svar kommer står det här.",
    answerBelow: "Svaret står i ett eget meddelande i vår chatt.",
    question: "Fråga till den som skrev",
    answer: "Svar",
    answered: "Den som skrev svarar:",
    answeredBy: (name) => `${name} svarar:`,
    wantsToHelp: (name) => `${name} vill hjälpa till`,
    answerCame: "Ett svar på din fråga",
    leadsAlone: "Bara teamledare läser svaret.",
    looks: "Ingen vet vem som skrev den här, så jag säger inte till någon. Den som skrev ser din fråga om hen tittar vad som har hänt.",
    ask: "Din teamledare frågar om din idé:",
    toYou: "Frågan till dig",
    shows: "Det här visar ditt namn för din teamledare.",
    sent: {
      hidden: "Skickat utan ditt namn.",
      named: "Skickat med ditt namn.",
      help: "Skickat med ditt namn: du vill hjälpa till.",
    },
  },
  forColleague: {
    kicker: "För en kollega",
    title: "Vad gnisslar för din kollega?",
    kept: "Sparat utan avsändare: ingen får veta hur det går.",
    seen: (when) => `Ditt team ser det ${when === undefined ? "i nästa sammanfattning" : `på ${when}`}.`,
    shown: (number) => `Den är #${number} och finns med i sammanfattningen.`,
    rests: "Ditt team är arkiverat i Teams, så jag vilar. När det har återställts får teamet se det.",
    noAuthor: "Jag sparar ingen avsändare, så ingen får veta hur det går.",
    moreTeams: "För ett annat team: skriv idé för en kollega i det teamets kanal.",
  },
  mine: {
    title: "Mina idéer",
    none: "Du har inga idéer här än. Är något i vägen? Skriv det bara.",
    unlisted: "Texter utan spår står inte här. Kvittot är enda vägen tillbaka till en sådan text.",
  },
  story: "Det här har hänt",
  steps: {
    take: "Fick en ansvarig",
    tried: "Provas",
    start: "Testet började",
    testDone: "Testad",
    adjust: (cycle) => `Justerad, test ${cycle}`,
    answeredYes: "Svar: vi gör det",
    answeredNo: "Svar: inte nu",
    free: "Behöver en ansvarig igen",
    passOn: "Skickad vidare",
    sendBack: "Tillbaka i teamet",
    reopen: "Togs upp igen",
  },
  same: {
    title: "Vilken idé säger samma sak?",
    as: "Samma sak som",
    choose: "Välj en idé",
    nearly: (n) => (n === 1 ? "En kollega har sagt nästan samma sak:" : `${number(n)} kollegor har sagt nästan samma sak:`),
    nearlyYours: "Du har själv sagt nästan samma sak:",
    shared: (words) => `Gemensamt: ${words}`,
    another: "Välj en annan idé",
    ask: "Har en kollega sagt samma sak? Lägg din röst där.",
    what: "Din idé blir en del av den. Din röst räknas där, och du får veta hur det går. Du kan ångra det.",
    whatForLeads:
      "Den blir en del av den andra, och rösterna räknas där. Den som skrev den får veta det, om jag når hen. Du kan ångra det.",
    none: "Teamet har inte fått se någon annan öppen idé.",
    merged: "Nu är de en idé",
    partOf: "En del av",
    joined: "Hör ihop med:",
    mergedYours: "Din röst räknas där, och du får veta hur det går.",
    mergedWhat: "Rösterna räknas där. Den som skrev idén får veta det, och hur det går, om jag når hen.",
    unmerged: "Den står för sig själv igen",
    unmergedWhat: "Rösterna räknas för sig igen.",
  },
  thanks: {
    noted:
      "Noterat. De som står bakom resultatet får ditt tack, om jag når dem, med nyheterna efter nästa sammanfattning, som ett antal och utan ditt namn.",
    notedWorth:
      "Noterat. Den som skrev det får ditt tack, om jag når hen, med nyheterna efter nästa sammanfattning, som ett antal och utan ditt namn.",
    already: "Ditt tack räknas redan.",
  },
  voice: {
    added: (n) => `Din röst är räknad. ${voices(n)} nu.`,
    already: (n) => `Din röst är redan räknad. ${voices(n)} hittills.`,
    back: (n) => `Din röst är tillbakatagen. ${voices(n)} nu.`,
  },
  offerDropped: "Okej, jag har inte sparat det.",
};
