import type { CommandName, CommandPhrases } from "../domain/commands.ts";
import type { Cost, Kind, Stage } from "../domain/idea.ts";
import type { JobName } from "../domain/job.ts";
import type { NewsReader, RefusalReason } from "../domain/message.ts";
import type { PaceStop } from "../domain/pace.ts";
import type { NotReached } from "../domain/status.ts";
import { formatOf } from "./format.ts";
import type { Words } from "./words.ts";

const { weekday, day, time, date, nameOf, week, number, count } = formatOf("sv-SE");

const commands: CommandPhrases = {
  help: ["hjälp", "hej", "hejsan", "kommandon"],
  idea: ["idé", "ny idé"],
  "my-ideas": ["mina idéer", "mina ideer"],
  "my-actions": ["mina uppgifter", "det jag har tagit"],
  prompt: ["fråga mig"],
  "prompt-now": ["fråga nu", "fråga teamet nu"],
  digest: ["sammanfattning", "sammanfattningen"],
  "digest-now": ["sammanfattning nu", "publicera nu"],
  "digest-here": ["sammanfattning här", "publicera här"],
  pause: ["pausa", "paus"],
  resume: ["fortsätt", "återuppta"],
  language: ["språk"],
  settings: ["inställningar"],
  status: ["status", "läget"],
  teams: ["team", "alla team"],
  nothing: ["inget", "inget denna vecka", "inget den här veckan", "ingenting"],
  tomorrow: ["i morgon", "imorgon", "fråga mig i morgon"],
  withdraw: ["ta tillbaka", "ångra"],
  "me-too": ["jag med", "jag också"],
  take: ["ta", "jag tar", "jag tar den"],
  "not-me": ["inte jag"],
  assign: ["föreslå", "fråga någon", "tilldela"],
  done: ["klar", "klart", "färdig"],
  next: ["nästa"],
  until: ["till", "till och med", "tills"],
  weeks: ["vecka", "veckor"],
  self: ["svenska", "swedish", "svensk"],
};

const kinds: Record<Kind, string> = {
  tools: "Verktyg och it",
  routines: "Rutiner och pappersarbete",
  information: "Information",
  together: "Samarbete",
  rules: "Regler och inköp",
  premises: "Lokaler och utrustning",
  served: "De vi är till för",
  other: "Annat",
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
};

const refusals: Record<RefusalReason, (about?: string) => string> = {
  "not-in-team": () => "Du är inte med i det teamet, så jag kan inte göra det här. Be någon i teamet.",
  "not-a-lead": () => "Det här kan bara teamledare göra. Be din teamledare, eller tryck på Jag leder teamet i välkomstinlägget.",
  "not-an-admin": () =>
    "Bara administratörer kan se alla team. De anges där Gnist ställs in. Skriv status om du vill se ett team som du leder.",
  "not-the-owner": () => "Det kan bara den göra som ansvarar för den här, eller en teamledare.",
  "request-over": () => "Ingen väntar på svar om den här längre, så du behöver inte göra något.",
  "not-your-idea": () => "Den här idén kan du inte ändra. Du kan skriva en ny: skriv den bara här.",
  "not-asked": () => "Ingen fråga väntade på dig. Skriv fråga mig så får du formuläret.",
  "no-team": () => "Jag känner inte ditt team än. Be någon lägga till Gnist i teamet i Teams och skriv sedan till mig igen.",
  "no-such-idea": (about) => `Jag hittar inte ${about ?? "den idén"}. Skriv mina idéer eller sammanfattning så ser du numren.`,
  "no-such-member": (about) =>
    about
      ? `Jag hittar ingen som heter ${about} i teamet. Skriv namnet så som det står i Teams.`
      : "Den du valde är inte med i teamet. Välj någon som är det.",
  "several-members": (about) => `Fler än en passar${about ? `: ${about}` : ""}. Skriv hela namnet.`,
  "already-owned": (about) => `${about || "En kollega"} ansvarar redan för den här. Tryck på Jag med om du håller med.`,
  "already-asked": () =>
    "Någon har redan fått frågan och har tre arbetsdagar på sig att svara. Du kan ta den själv; bara en teamledare kan fråga någon annan nu.",
  "needs-owner": () => "Ingen ansvarar för den här än. Ta den först, eller fråga någon.",
  "idea-closed": () => "Den här är inte öppen nu, så inget ändrades. Är det fortfarande i vägen? Skriv det till mig som en ny idé.",
  "reason-needed": () => "Skriv några ord om varför. Tryck sedan på knappen igen.",
  "title-needed": () => "Skriv en rubrik först. Tryck sedan på knappen igen.",
  "result-needed": () => "Skriv en rad om hur det gick. Tryck sedan på Spara igen.",
  "bad-date": () => "Jag kan inte läsa det datumet. Välj en dag, eller skriv den som 2026-12-24.",
  "past-date": () => "Den dagen är för tidig. Välj en senare.",
  "far-date": () => "Den dagen ligger mer än två år bort. Välj en tidigare.",
  "bad-pause": () =>
    "En paus är minst en vecka och högst två år. Skriv pausa 2 veckor, eller bara pausa, så väntar jag tills du skriver fortsätt.",
  "bad-settings": () => "Något i inställningarna stämmer inte. Titta på dagar och tider och tryck på Spara igen.",
  "stale-form": () => "Formuläret är för gammalt. Skriv hjälp så får du ett nytt.",
  "foreign-card": () => "Jag känner inte igen kortet: det är inte mitt. Skriv hjälp så visar jag vad jag kan göra.",
  "too-long": (about) => `Texten är för lång: högst ${about ?? "färre"} tecken. Ingenting är sparat. Korta den och skicka igen.`,
  "unknown-command": () => "Det där förstod jag inte. Skriv hjälp så ser du vad jag kan.",
  "not-saved": () => "Inte sparat än. Försök igen om en stund.",
  "not-storable": () =>
    "Jag kan inte spara det här, och det hjälper inte att försöka igen. Skriv på ett annat sätt, eller säg till den som driver Gnist.",
  unreadable: () => "Jag kan inte läsa det som finns sparat om det här teamet. Säg till den som driver Gnist.",
  "chat-only": () => "Skriv det till mig i vår egen chatt.",
  "channel-only": () => "Skriv det i teamets kanal och nämn mig.",
  "nothing-to-post": () => "Det finns inget nytt att publicera. Skriv fråga nu så frågar jag teamet.",
  "no-digest": () => "Det finns ingen sammanfattning än. Den första kommer några dagar efter den första frågan.",
  "team-archived": (about) => `${about || "Teamet"} är arkiverat i Teams, så jag vilar. Jag fortsätter av mig själv när det återställs.`,
  "team-removed": () => "Gnist är borttaget från teamet. Lägg till det igen om ni vill fortsätta: inget har gått förlorat.",
};

const does: Partial<Record<CommandName, string>> = {
  idea: "skriv en idé när som helst",
  "my-ideas": "vad som hände med dina idéer",
  "my-actions": "det du har tagit dig an",
  prompt: "få frågan nu",
  digest: "den senaste sammanfattningen",
  pause: "sluta fråga mig ett tag",
  language: "byt mitt språk",
};
const leadDoes: Partial<Record<CommandName, string>> = {
  "prompt-now": "fråga teamet nu",
  digest: "utkastet till nästa sammanfattning",
  "digest-now": "publicera sammanfattningen nu",
  "digest-here": "i en kanal: publicera här framöver",
  settings: "dagar, tider och personer",
  status: "vilka som har fått frågan, och vilka inte",
};
const adminDoes: Partial<Record<CommandName, string>> = {
  status: "hur det går i alla team tillsammans",
  teams: "varje team, och hur det går",
};

const due = {
  "start-round": "frågan",
  "ask-again": "frågan igen, till den som bad om det",
  "remind-round": "påminnelsen",
  "send-draft": "utkastet till ledarna",
  "post-digest": "sammanfattningen",
  "forget-typed": "glömma vilket meddelande som blev en idé",
  "end-request": "ingen har sagt ja än: en idé behöver en ansvarig igen",
  "remind-doubtful": "påminnelsen till någon som kanske inte fick frågan",
  "ask-left-out": "frågan till dem som ett annat team inte har frågat",
  "free-ideas": "idéer vars ansvariga har lämnat",
  "read-team": "läsa vilka som är med i ett team",
};
const jobs: Record<JobName, string> = {
  ...due,
  "welcome-team": "välkomsten till ett team",
  "catch-up": "det som ändrades medan ett team vilade",
  "find-lead": "söka en ny teamledare",
  "tell-claim": "fråga vem som leder ett team",
  "ask-members": "fråga alla",
  "send-test": "en teamledares test",
  "answered-elsewhere": "ett svar för ett annat team",
  "draft-to-lead": "utkastet till en teamledare",
  "refresh-idea": "en idé i inläggen",
  "refresh-digest": "en publicerad sammanfattning",
  "ask-owner": "fråga någon om att ansvara för en idé",
  "plan-with-owner": "planen med en ansvarig",
  "tell-author": "besked om en idé",
  "tell-held": "besked om det som fick vänta",
  "take-words-back": "att ta bort en tillbakatagen idé ur meddelanden",
  "refresh-drafts": "ett utkast i en ledares chatt",
  "tell-leads": "besked till teamledarna",
  "tell-lead": "besked till en teamledare",
  "tell-status": "läget i alla team",
};

const notReached: Record<NotReached, { readonly people: (n: number) => string; readonly what: string }> = {
  blocked: {
    people: (n) => `${count(n, "person", "personer")} har blockerat mig`,
    what: "Säg till teamet: den som vill ha frågan skriver ett ord till mig. Då når jag fram igen.",
  },
  "not-installed": {
    people: (n) => `${count(n, "person", "personer")} har inte mig i sitt Teams`,
    what: "It-avdelningen kan installera Gnist för alla i teamet. Då når jag fram.",
  },
  refused: {
    people: (n) => `Teams tog inte emot frågan till ${count(n, "person", "personer")}`,
    what: "Jag försöker igen nästa gång. Fortsätter det, säg till den som driver Gnist.",
  },
  late: {
    people: (n) => `Sammanfattningen kom innan ${count(n, "person", "personer")} hann få frågan`,
    what: "De får nästa fråga.",
  },
  joined: { people: (n) => `${number(n)} kom med eller kom tillbaka efteråt`, what: "" },
  paused: { people: (n) => `${number(n)} har pausat`, what: "" },
  excepted: { people: (n) => `${number(n)} ska inte få frågan, enligt inställningarna`, what: "" },
  elsewhere: { people: (n) => `${number(n)} får frågan i ett annat team den veckan`, what: "" },
  left: { people: (n) => `${number(n)} lämnade teamet innan`, what: "" },
};

const stops: Record<PaceStop, { readonly title: string; readonly what: (when: string) => string }> = {
  throttled: {
    title: "Teams ber mig sakta ner",
    what: (when) => `Jag fortsätter av mig själv ungefär kl. ${when}. Ingen behöver göra något.`,
  },
  outage: {
    title: "Teams svarar inte",
    what: (when) =>
      `Jag försöker igen ungefär kl. ${when}, och ingen får frågan två gånger. Håller det i sig kan en administratör titta på Tjänststatus i administrationscentret för Microsoft 365.`,
  },
  "not-registered": {
    title: "Microsoft känner inte till boten",
    what: (when) =>
      `Jag når ingen. En administratör behöver titta på boten i Azure: finns den, och stämmer dess app-id? Jag försöker igen ungefär kl. ${when}.`,
  },
  disabled: {
    title: "Gnist är avstängd i Teams",
    what: (when) =>
      `Jag når ingen. En administratör behöver tillåta appen Gnist i administrationscentret för Teams. Jag försöker igen ungefär kl. ${when}.`,
  },
  "no-permission": {
    title: "Gnist saknar en behörighet i Teams",
    what: (when) =>
      `Jag når ingen. En administratör behöver godkänna behörigheterna för appen Gnist i administrationscentret för Teams. Jag försöker igen ungefär kl. ${when}.`,
  },
};

const at = (ms: number, zone: string) => `${day(ms, zone)} kl. ${time(ms, zone)}`;
const voices = (n: number) => count(n, "röst", "röster");
const age = (days: number) =>
  days < 1 ? "sedan i dag" : days < 14 ? `i ${count(days, "dag", "dagar")}` : `i ${count(Math.round(days / 7), "vecka", "veckor")}`;

const ideaOf: Record<NewsReader, string> = {
  author: "Din idé",
  owner: "Idén du ansvarar för",
  asked: "Idén du fick frågan om",
  voice: "En idé du stöder",
};

export const sv: Words = {
  language: "sv",
  commands,
  kinds,
  costs,
  stages,
  refusals,
  format: { weekday, day, date, nameOf, at, time, number },
  week: (round) => `vecka ${week(round)}`,
  voices,
  age: (days) => `öppen ${age(days)}`,
  by: (due, otherYear) => `klart ${date(due, otherYear)}`,
  firstTest: (test) => `första test: ${test}`,
  needsOwner: "Behöver en ansvarig",
  somebodyAsked: "Någon är tillfrågad",
  from: (name) => `från ${name}`,
  andMore: (n) => `och ${number(n)} till`,
  dash: "–",

  buttons: {
    addAnother: "Skriv en till",
    addMore: "Lägg till mer",
    allIdeas: "Alla idéer",
    allTeams: "Alla team",
    askEverybody: "Fråga alla",
    assign: "Föreslå",
    back: "Tillbaka",
    changeTimes: "Ändra tider",
    choose: "Välj",
    done: "Klart",
    edit: "Ändra",
    editTitle: "Ändra rubrik",
    holdBack: "Låt vänta",
    isThere: "Den finns där",
    leadNo: "Nej",
    leadThis: "Jag leder teamet",
    leadYes: "Ja, det stämmer",
    meToo: "Jag med",
    takeVoiceBack: "Ta tillbaka min röst",
    more: "Fler inställningar",
    myActions: "Mina uppgifter",
    myIdeas: "Mina idéer",
    newer: "Föregående",
    newest: "Nyaste",
    nothing: "Inget denna vecka",
    notMe: "Inte jag",
    older: "Nästa",
    open: "Öppna",
    pause: "Pausa",
    postIt: "Publicera den",
    postNow: "Publicera nu",
    proposeOwner: "Föreslå ansvarig",
    refresh: "Uppdatera",
    release: "Ta med igen",
    resume: "Fortsätt",
    save: "Spara",
    send: "Skicka",
    sendTest: "Skicka ett test till mig",
    settings: "Inställningar",
    take: "Jag tar den",
    teamList: "Listan med team",
    tomorrow: "Fråga mig i morgon",
    undo: "Ångra",
    weeks: (n) => count(n, "vecka", "veckor"),
    withdraw: "Ta tillbaka",
    writeIdea: "Skriv en idé",
  },

  form: {
    question: "Har något gnisslat i vardagen den här veckan?",
    anyTime: "Vad gnisslar i vardagen?",
    another: "Vad gnisslar mer?",
    edit: "Ändra din idé",
    offer: "Ska jag spara det här som en idé?",
    reminder: "En kort påminnelse, den enda. En rad räcker.",
    again: "Du bad mig komma tillbaka. En rad räcker.",
    test: "Ett test, bara för dig. Det här får ditt team. Om du skickar sparas det som en riktig idé.",
    first: (addedBy, team) =>
      `${addedBy ? `${addedBy} har lagt till mig` : "Jag har lagts till"} i ${team}. En gång i veckan frågar jag vad som är i vägen på jobbet. Vill du slippa: tryck på Pausa eller skriv pausa.`,
    label: "En rad eller två räcker",
    placeholder: "Jag skriver samma nummer på tre ställen …",
    empty: "Skriv en rad, eller tryck på Inget denna vecka",
    emptyAnyTime: "Skriv en rad först",
    proposal: "Vad skulle göra det lättare?",
    cost: "Vad det kostar mig",
    kind: "Vad det handlar om",
    skip: "Hoppa över om du vill",
    showName: "Visa mitt namn",
    team: "Team",
    chooseTeam: "Välj ett team",
    moreTeams: "För ett annat team: skriv idé i det teamets kanal.",
    seen: (when) => `Ditt team ser det på ${when}, utan ditt namn.`,
    rests: "Ditt team är arkiverat i Teams, så jag vilar. När teamet har återställts får det se din idé, utan ditt namn.",
    noNames: "Inga namn på patienter, brukare eller kollegor.",
    problems: {
      empty: "Skriv en rad först och tryck på Skicka igen.",
      "too-long": "Det här är för långt för mig: högst 2 000 tecken. Korta det och tryck på Skicka igen.",
      "not-saved": "Inte sparat än, tryck på Skicka igen",
      "not-storable": "Inte sparat: jag kan inte spara den här texten. Ändra den",
    },
    onlyBeginning: "Bara början får plats här.",
  },

  receipt: {
    saved: "Sparat. Tack!",
    changed: "Ändrat. Tack!",
    proposal: "Vad som skulle göra det lättare",
    next: (when, named) => `Ditt team ser det på ${when}, ${named ? "med" : "utan"} ditt namn. Jag hör av mig när något händer.`,
    rests: (named) =>
      `Ditt team är arkiverat i Teams, så jag vilar. När teamet har återställts får det se din idé, ${named ? "med" : "utan"} ditt namn. Jag hör av mig när något händer.`,
    shown: (number, isFixed) =>
      `${number === undefined ? "Den" : `Den har nummer #${number} och`} finns i sammanfattningen. ${isFixed ? "Det inlägget kan jag inte ändra." : "En ändring syns där också."} Jag hör av mig när något händer.`,
    stands: (stage) => `Läge: ${stage}`,
    second: "Din andra text är inte sparad än. Tryck på Skriv en till om du vill skicka den också:",
    withdrawnBut: {
      "leads-asked":
        "Tillbakatagen. Den är borta från Gnist. Jag kan inte ändra teamets inlägg som visar den, så jag har bett teamledarna ta bort inlägget. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
      stays:
        "Tillbakatagen. Den är borta från Gnist. Jag kan inte ändra teamets inlägg som visar den: det finns kvar tills någon tar bort det. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
      "on-its-way":
        "Tillbakatagen. Den är borta från Gnist. Teamets inlägg är på väg: jag tar bort den även där, och om jag inte kan det ber jag teamledarna ta bort inlägget. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
      rests:
        "Tillbakatagen. Den är borta från Gnist. Teamets inlägg visar den tills teamet återställs i Teams. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
    },
    withdrawn:
      "Tillbakatagen. Den är borta från Gnist och från teamets inlägg. Kopior som någon har gjort, och det Teams självt sparar, finns kvar.",
  },

  noted: {
    nothing: "Skönt att höra. Noterat: inget den här veckan.",
    later: (when) => `Jag frågar dig igen ${when}.`,
    pausedUntil: (when) => `Jag frågar dig inte förrän ${when}.`,
    paused: "Jag frågar dig inte förrän du trycker på Fortsätt.",
    howLong: "Hur länge? Du kan skriva till mig när som helst.",
    resumed: "Kul att du är tillbaka. Nu frågar jag dig igen.",
    nextPrompt: (when) => `Nästa fråga kommer ${when}.`,
    anyTime: "Du kan skriva till mig när som helst.",
  },

  welcome: {
    title: "Hej, jag heter Gnist",
    added: (addedBy, team) => `${addedBy ?? "Någon"} har lagt till mig i ${team}.`,
    what: "En gång i veckan frågar jag var och en av er, i er egen chatt, vad som var i vägen. En rad räcker.",
    after: "Här ser ni sedan vad som kom upp, och väljer tillsammans vad ni vill prova.",
    secret:
      "Gnist visar aldrig vem som skrev vad, om du inte själv väljer att visa ditt namn. Din arbetsgivares it-avdelning kan söka i Teams-chattar.",
    firstPrompt: "Första frågan",
    firstDigest: "Första sammanfattningen",
    zone: "Tidszon",
    leads: "Teamledare",
    noLead: "Ingen än",
    large: "Det här är ett stort team, så jag väntar tills en teamledare säger till.",
    personWhat: (team) =>
      `En gång i veckan frågar jag vad som var i vägen${team ? ` i ${team}` : ""}. En rad räcker. Ditt team ser det, utan ditt namn.`,
    personAnyTime: "Är något i vägen just nu? Skriv det bara här.",
    noTeam: "Jag är inte med i något av dina team än. Lägg till mig i ett team i Teams så kan vi börja.",
    help: "Skriv hjälp så ser du vad jag kan.",
    local: "Körs på den här datorn. Skriv nästa för att hoppa till nästa sak som ska hända.",
  },

  lead: {
    claim: (name, team) => `${name} säger sig leda ${team}. Stämmer det?`,
    claimOpenly:
      "Det här teamet har ingen teamledare nu. När två av er har tryckt på knappen är det klart; är ni bara två i teamet räcker det att den andra trycker.",
    wanted: (team: string) => `Ingen leder ${team} längre. Är det du? Tryck på knappen, så bekräftar kollegor det.`,
    wantedOwner: (team: string) =>
      `Den sista teamledaren i ${team} har slutat. Du ansvarar för en idé där, så jag frågar dig först: leder du teamet nu? Andra bekräftar det.`,
    half: (name: string, team: string, more: number) =>
      `Tack. ${count(more, "person till behöver", "personer till behöver")} bekräfta att ${name} leder ${team}.`,
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

  draft: {
    title: "Utkast till sammanfattningen",
    posts: (when) => `Går ut av sig själv ${when}.`,
    waits: "Det väntar på dig: tryck på Publicera nu när du är klar.",
    only: "Bara teamledare ser utkastet.",
    held: "Väntar",
    posted: (when) => `Publicerat ${when}.`,
    holdTitle: "Låt en idé vänta",
    holdWhat: "Den tas inte med i sammanfattningen. Den som skrev får veta varför.",
    holdReason: "Varför (den som skrev ser det)",
    proposeTitle: "Föreslå en ansvarig",
    proposeWhat: "Jag frågar personen. Inget visas förrän det är ett ja.",
    titleTitle: "Ändra en rubrik",
    titleWhat: "Kortare eller tydligare. De egna orden finns kvar.",
    newTitle: "Ny rubrik",
    idea: "Vilken idé?",
    chooseIdea: "Välj en idé",
    posting: (channel) => `Sammanfattningen är på väg till ${channel || "kanalen"}.`,
  },

  digest: {
    title: "Det här var i vägen, och det här gör vi åt det",
    answered: "svarade",
    newIdeas: (n) => (n === 1 ? "ny idé" : "nya idéer"),
    finishedCount: "klara",
    voiceWord: (n) => (n === 1 ? "röst" : "röster"),
    top: "Flest röster",
    alsoNew: "Också nytt",
    open: "På gång",
    finished: "Klart",
    stopped: "Avslutat, och det här lärde vi oss",
    next: (when) => `Nästa fråga kommer ${when}. Du kan skriva till mig när som helst.`,
    anyTime: "Du kan skriva till mig när som helst.",
    summary: (team, week) => `${team}: sammanfattningen för ${week}`,
    all: "Alla idéer",
    page: (page, pages) => `Sida ${number(page)} av ${number(pages)}`,
    none: "Inga öppna idéer just nu.",
    sayIt: "Du kan också skriva, till exempel: jag med #42, eller ta #42.",
    here: (team) => `Från och med nu publicerar jag sammanfattningen för ${team} här.`,
    nextDigest: (when) => `Nästa kommer ${when}.`,
    nothing: (team) => `Inget nytt från ${team} den här gången, så det blir ingen sammanfattning.`,
    doubtfulTitle: "Kom sammanfattningen fram?",
    doubtful: (channel) => `Jag vet inte om sammanfattningen kom fram till ${channel || "kanalen"}. Titta gärna efter där.`,
    settled: {
      there: (already) =>
        already
          ? "Någon har redan sagt att sammanfattningen finns där. Jag låter den vara."
          : "Bra, sammanfattningen finns där. Jag låter den vara.",
      posting: "Sammanfattningen är redan på väg igen. Den kommer en gång.",
      posted: (channel) => `Sammanfattningen finns redan i ${channel || "kanalen"}. Inget publicerades två gånger.`,
    },
    staysTitle: "Ta bort ett inlägg",
    stays: (number, week, channel) =>
      `${number === undefined ? "En idé" : `#${number}`} har tagits tillbaka. Jag kan inte ändra sammanfattningen för ${week} som visar den. Ta bort det inlägget i ${channel || "kanalen"}: tills dess står texten kvar där.`,
    trouble: (team, channel) =>
      `Jag kunde inte publicera sammanfattningen för ${team}. Kontrollera att jag är kvar i ${channel || "kanalen"} och skriv sammanfattning nu, eller sammanfattning här i en annan kanal.`,
  },

  own: {
    assignTitle: "Vem skulle kunna ta den här?",
    assignWhat: "Jag frågar i personens egen chatt. Inget namn visas förrän det är ett ja.",
    who: "Vem",
    chooseWho: "Välj en kollega",
    searchWho: "Alla får inte plats i listan. Skriv ett namn i den så hittar du de andra.",
    due: "Klart senast",
    badDate: "Välj en dag",
    test: "Det minsta som är värt att prova",
    testHint: "Prova i ett rum i en vecka",
    asked: (name) => `Jag har frågat ${name}. Blir det ett ja syns det i sammanfattningen.`,
    notReached: (name) => `Jag når inte ${name} i chatten. Säg till personligen: i teamets inlägg går det att trycka på Jag tar den.`,
    request: "Vill du ta den här?",
    askedBy: (name) => `${name} tänkte på dig.`,
    free: "Det är fritt att säga nej.",
    why: "Varför inte? Teamledaren ser det",
    whyHint: "Hinner inte före semestern",
    plan: "Den här är din",
    planWhat: "När vill du vara klar, och vad är det minsta att prova först?",
    owned: "Bra. Den här är din.",
    ownedWhat: "Små steg räknas. Tryck på Klart när du vet hur det gick.",
    declined: "Tack för att du svarade. Bara teamledare ser ditt svar.",
    gaveBack: "Du har lämnat den ifrån dig. Teamet ser att den behöver en ansvarig igen; bara teamledare ser varför.",
    finishTitle: "Hur gick det?",
    finishWhat: "En rad räcker. Om det inte fungerade är det också värt att veta.",
    result: "Hur det gick",
    resultHint: "Brickorna skrivs ut på fredagar. Det sparar oss en halvtimme i veckan.",
    finished: "Klart. Bra jobbat!",
    finishedWhat: "Teamet ser det i nästa sammanfattning. De som står bakom idén får veta det nu.",
    reopened: "Ångrat. Den är öppen igen.",
    left: "Ingen ansvarar för den här längre",
    leftWhat: "Den som ansvarade är inte med i teamet nu. Du kan fråga någon annan.",
    refused: (name) => `${name} kan inte ta den här`,
    refusedWhat: "Bara teamledare ser det här. Du kan fråga någon annan.",
    reason: (reason) => `Orsak: ${reason}`,
  },

  news: {
    owned: (reader) => `Någon har tagit ${reader === "author" ? "din idé" : "en idé du stöder"}`,
    declined: (reader) => `${ideaOf[reader]} behöver en ansvarig igen`,
    done: (reader) => `${ideaOf[reader]} är klar`,
    reopened: (reader) => `${ideaOf[reader]} är öppen igen`,
    held: (reader) => `${ideaOf[reader]} får vänta`,
    "put-back": (reader) => `${ideaOf[reader]} behöver inte vänta längre`,
    restored: (reader) => `${ideaOf[reader]} finns igen`,
    withdrawn: (reader) => `${reader ? ideaOf[reader] : "Den här idén"} har tagits tillbaka`,
    summary: "Nytt om en idé",
    heldWhat: "Den är inte med i sammanfattningen. Den finns kvar, och teamledaren kan ta med den igen.",
    declinedWhat: "Kollegan som hade tagit den kan inte fortsätta. Den är fortfarande öppen.",
    reopenedWhat: "Den var klar, och det har ångrats.",
    putBackWhat: "Teamet kan se den nu.",
    restoredWhat: "Den som skrev den hade tagit tillbaka den, och har ångrat sig.",
    withdrawnWhat: "Den som skrev den har tagit tillbaka den. Du behöver inte göra något mer.",
  },

  lookUp: {
    whichTeam: "Vilket team menar du?",
    moreTeams: "För ett annat team: skriv det här i det teamets kanal.",
    myIdeas: "Mina idéer",
    noIdeas: "Du har inga idéer här än. Är något i vägen? Skriv det bara.",
    myActions: "Mina uppgifter",
    noActions: "Du har inte tagit dig an något. Tryck på Jag tar den i sammanfattningen när något lockar.",
    moreIdeas: (n) => `${count(n, "äldre visas", "äldre visas")} inte.`,
    help: "Det här kan jag",
    helpWhat: "Är något i vägen? Skriv det bara här, en rad räcker.",
    does,
    leadDoes,
    adminDoes,
    forLeads: "För teamledare",
    forAdmins: "För administratörer",
    aboutOne: "Om en idé, med dess nummer:",
    aboutOneSay: ["jag med #42", "ta #42", "föreslå #42 Sara", "klar #42", "#42"],
    local: "Körs på den här datorn: nästa hoppar till nästa sak som ska hända.",
    story: "Det här har hänt",
  },

  settings: {
    title: "Inställningar",
    nextPrompt: "Nästa fråga",
    nextDigest: "Nästa sammanfattning",
    none: "inte planerad",
    saved: "Sparat.",
    testSent: "Jag har skickat frågan till dig i vår egen chatt.",
    problems: {
      "bad-settings": "Något stämmer inte. Titta på dagar och tider och tryck på Spara igen.",
      "no-lead": "Teamet behöver minst en teamledare. Välj en och tryck på Spara igen.",
      "no-such-member": "Någon du valde är inte med i teamet, så jag tog bort den personen. Titta en gång till och tryck på Spara igen.",
      "too-many": "Jag kan ha högst 1 000 personer i en lista. Ta bort några och tryck på Spara igen.",
    },
    promptDay: "Frågan: dag",
    promptTime: "Frågan: tid",
    every: "Hur ofta",
    everyWeeks: { 1: "Varje vecka", 2: "Varannan vecka", 4: "Var fjärde vecka" },
    digestDay: "Sammanfattningen: dag",
    digestTime: "Sammanfattningen: tid",
    reminderDay: "Påminnelsen: dag",
    reminderTime: "Påminnelsen: tid",
    noReminder: "Ingen påminnelse",
    draft: "Utkast till teamledarna",
    draftHours: (hours) => (hours === 0 ? "Inget utkast" : `${count(hours, "timme", "timmar")} före sammanfattningen`),
    daysToDue: "Dagar att bli klar på, om ingen väljer datum",
    badDays: "Välj 1 till 365 dagar",
    language: "Språk i kanalen",
    zone: "Tidszon",
    channel: "Kanal för sammanfattningen",
    presentChannel: "Kanalen som används nu",
    moreChannels: "För en annan kanal: skriv publicera här i den.",
    peoplePage: (page, pages) => `Personer: sida ${number(page)} av ${number(pages)}. Tryck på Spara innan du bläddrar.`,
    leads: "Teamledare",
    notAsked: "Personer som inte får frågan",
    required: "Välj något",
  },

  due,
  jobs,

  status: {
    title: "Så går det",
    summary: (team) => `Så går det: ${team}`,
    notYet: "Jag har inte frågat det här teamet än.",
    noneYet: "Jag har inte frågat något team än.",
    asked: (answered, asked) => `${number(answered)} av ${number(asked)} har svarat`,
    answered: "har svarat",
    waiting: "inget svar än",
    notReachedCount: "nåddes inte",
    sending: (done, of) => `Får frågan nu: ${number(done)} av ${number(of)}`,
    sendingTeams: (teams, done, of) => `${number(teams)} team får frågan nu: ${number(done)} av ${count(of, "person", "personer")}`,
    stoppedTeams: (teams, done, of) =>
      `Stannade i ${number(teams)} team: ${number(done)} av ${count(of, "person", "personer")} har fått frågan`,
    stoppedAt: (done, of) => `Stannade vid ${number(done)} av ${number(of)}`,
    ends: (when) => `Klart ungefär kl. ${when}.`,
    everybody: "Frågan nådde alla.",
    notAsked: "Får inte frågan den här gången",
    doubtful: (n) => `Jag vet inte om den nådde ${count(n, "person", "personer")}`,
    doubtfulWhat: (reminded) =>
      `Jag frågar inte två gånger. De får ${reminded ? "påminnelsen" : "nästa fråga"} och kan skriva till mig när som helst.`,
    nextPrompt: "Nästa fråga",
    digest: "Sammanfattning",
    digestRefused: (channel, leads) =>
      leads
        ? `Jag kunde inte publicera sammanfattningen i ${channel || "kanalen"}. Kontrollera att jag är kvar där, eller skriv sammanfattning här i en annan kanal. Tryck sedan på Publicera den.`
        : `Jag kunde inte publicera sammanfattningen i ${channel || "kanalen"}. Jag har sagt till teamledarna, som kan publicera den igen.`,
    digestDoubtful: (channel) =>
      `Jag vet inte om sammanfattningen kom fram till ${channel || "kanalen"}. Jag har bett teamledarna titta efter.`,
    waits: (size) => `Det här är ett stort team: ${number(size)} personer. Jag väntar på ett ja från en teamledare innan jag frågar.`,
    archived: "Det här teamet är arkiverat i Teams, så jag vilar. Jag fortsätter av mig själv när det återställs.",
    noLead: "Ingen leder det här teamet. Tryck på Jag leder teamet i välkomstinlägget.",
    teams: (n) => `${number(n)} team`,
    allTeams: "Alla team",
    myTeams: "Dina team",
    troubled: "Team att titta på",
    allWell: "Allt är bra i alla team.",
    rows: {
      idea: "en idé",
      person: "en person i teamet",
      round: "en omgång",
      question: "en fråga till någon",
      digest: "en publicerad sammanfattning",
      message: "ett meddelande",
      row: "något som är sparat",
    },
    setAside: "Det här kunde jag inte göra eller läsa",
    setAsideWhat: "Jag har lagt det åt sidan, så att inget annat väntar på det. Den som driver Gnist hittar mer om det i loggen.",
    unknownJob: "något som inte går att läsa",
    counting: (teams) => `Jag räknar ihop ${number(teams)} team. Svaret kommer här om en liten stund.`,
    countingLater: (teams) => `Jag räknar ihop ${number(teams)} team och svarar här så snart Teams tar emot meddelanden igen.`,
    next: "Nästa",
    neverAsked: "inte frågat än",
    health: {
      well: "Allt bra",
      "not-reached": (n) => `${count(n, "person", "personer")} nåddes inte`,
      "digest-refused": "Sammanfattningen är inte publicerad",
      "digest-doubtful": "Sammanfattningen kom kanske inte fram",
      "waits-for-lead": "Väntar på ett ja från en teamledare (stort team)",
      archived: "Arkiverat i Teams: vilar",
      "no-lead": "Ingen leder det",
      "set-aside": "Jag har lagt något åt sidan. Öppna för att se vad.",
      unreadable: "Jag kan inte läsa det som finns sparat. Säg till den som driver Gnist.",
    },
    notReached,
    stops,
  },

  said: {
    askingNow: (team, when, again) =>
      again
        ? `Jag frågar dem i ${team} som inte har fått frågan än. Sammanfattningen kommer ${when}.`
        : `Jag frågar ${team} nu. Sammanfattningen kommer ${when}.`,
    voiceAdded: (n) => `Din röst är räknad. ${voices(n)} nu.`,
    voiceAlready: (n) => `Din röst är redan räknad. ${voices(n)} hittills.`,
    voiceBack: (n) => `Din röst är tillbakatagen. ${voices(n)} nu.`,
    languageSet: "Nu talar jag svenska med dig.",
    whichLanguage: "Vilket språk? Skriv språk svenska, språk norska eller språk engelska.",
    clockMoved: (when, what) => `Nu är det ${when}.${what ? ` På tur: ${what}.` : " Inget mer är på tur."}`,
  },
};
