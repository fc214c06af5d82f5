import type { NotReached } from "../../domain/overview/count-round.ts";
import type { PaceStop } from "../../domain/pace.ts";
import type { OverviewWords } from "../en/overview.ts";
import { count, decimal, list, number, plural } from "./shared.ts";

const teamsOf = (n: number) => count(n, { one: "team", other: "teams" });
const peopleOf = (n: number) => count(n, { one: "person", other: "personer" });

const notReached: Record<NotReached, { readonly people: (n: number) => string; readonly what: string }> = {
  blocked: {
    people: (n) => `${peopleOf(n)} havde blokeret mig, da jeg spurgte`,
    what: "Sig til teamet: den, der vil have spørgsmålet, skriver et ord til mig. Så kan jeg få fat i dem igen.",
  },
  "not-installed": {
    people: (n) => `${peopleOf(n)} havde ikke Gnist i Teams, da jeg spurgte`,
    what: "It-afdelingen kan installere Gnist for alle i teamet. Så kan jeg få fat i dem.",
  },
  refused: {
    people: (n) => `Teams tog ikke imod spørgsmålet til ${peopleOf(n)}`,
    what: "Jeg prøver igen næste gang. Hvis det bliver ved, så sig til hos dem, der driver Gnist.",
  },
  late: {
    people: (n) => `Opsummeringen kom, før ${peopleOf(n)} nåede at få spørgsmålet`,
    what: "De får det næste spørgsmål.",
  },
  joined: { people: (n) => `${number(n)} kom med eller kom tilbage, efter at spørgsmålet blev sendt`, what: "" },
  paused: { people: (n) => `${number(n)} holder pause`, what: "" },
  excepted: { people: (n) => `${number(n)} skal ikke spørges, siger indstillingerne`, what: "" },
  elsewhere: { people: (n) => `${number(n)} bliver spurgt i et andet team den uge`, what: "" },
  left: { people: (n) => `${number(n)} forlod teamet, før spørgsmålet kom`, what: "" },
};

const stops: Record<PaceStop, { readonly title: string; readonly what: (when: string) => string }> = {
  throttled: {
    title: "Teams beder mig om at sætte farten ned",
    what: (when) => `Jeg fortsætter af mig selv cirka kl. ${when}. Ingen skal gøre noget.`,
  },
  outage: {
    title: "Teams svarer ikke",
    what: (when) =>
      `Jeg prøver igen cirka kl. ${when}, og ingen bliver spurgt to gange. Hvis det bliver ved, kan en administrator se på Tjenestetilstand i Microsoft 365 Administration.`,
  },
  "not-registered": {
    title: "Microsoft kender ikke botten",
    what: (when) =>
      `Jeg kan ikke få fat i nogen. En administrator skal se på botten i Azure: findes den, og er app-id'et rigtigt? Jeg prøver igen cirka kl. ${when}.`,
  },
  disabled: {
    title: "Gnist er slået fra i Teams",
    what: (when) =>
      `Jeg kan ikke få fat i nogen. En administrator skal tillade appen Gnist i Teams Administration. Jeg prøver igen cirka kl. ${when}.`,
  },
  "no-permission": {
    title: "Gnist mangler en tilladelse i Teams",
    what: (when) =>
      `Jeg kan ikke få fat i nogen. En administrator skal godkende tilladelserne til appen Gnist i Teams Administration. Jeg prøver igen cirka kl. ${when}.`,
  },
};

export const overview: OverviewWords = {
  status: {
    title: "Sådan går det",
    summary: (team) => `Sådan går det: ${team}`,
    notYet: "Jeg har ikke spurgt teamet endnu.",
    noneYet: "Jeg har ikke spurgt noget team endnu.",
    answered: "har svaret",
    notReachedCount: "fik jeg ikke fat i",
    sending: (done, of) => `Bliver spurgt nu: ${number(done)} af ${number(of)}`,
    sendingTeams: (teams, done, of) => `${teamsOf(teams)} bliver spurgt nu: ${number(done)} af ${peopleOf(of)}`,
    stoppedTeams: (teams, done, of) => `Stoppet i ${teamsOf(teams)}: ${number(done)} af ${peopleOf(of)} er spurgt`,
    stoppedAt: (done, of) => `Stoppet ved ${number(done)} af ${number(of)}`,
    ends: (when) => `Færdig cirka kl. ${when}.`,
    everybody: "Spørgsmålet nåede frem til alle, jeg har spurgt.",
    notAsked: "Bliver ikke spurgt denne gang",
    doubtful: (n) => `Jeg ved ikke, om spørgsmålet nåede frem til ${peopleOf(n)}`,
    unconfirmed: (n) => `Teams sagde ikke, om spørgsmålet kom frem til ${peopleOf(n)}`,
    unconfirmedWhat: "Den, der ikke har fået spørgsmålet, kan skrive til mig: spørg mig.",
    doubtfulWhat: (reminded) =>
      `Jeg spørger ikke to gange. De får ${reminded ? "påmindelsen" : "det næste spørgsmål"} og kan skrive til mig når som helst.`,
    nextPrompt: "Næste spørgsmål",
    digest: "Opsummering",
    digestRefused: (channel, leads) =>
      leads
        ? `Jeg kunne ikke lægge opsummeringen op i ${channel || "kanalen"}. Tjek, at jeg stadig er der, eller skriv opsummering her i en anden kanal. Tryk så på Læg den op.`
        : `Jeg kunne ikke lægge opsummeringen op i ${channel || "kanalen"}. Jeg har sagt det til teamlederne, der kan lægge den op igen.`,
    digestDoubtful: (channel) =>
      `Jeg ved ikke, om opsummeringen kom frem til ${channel || "kanalen"}. Jeg har bedt teamlederne om at se efter.`,
    waits: (size) => `Det er et stort team: ${number(size)} personer. Jeg venter på et ja fra en teamleder, før jeg spørger.`,
    archived: "Teamet er arkiveret i Teams, så jeg hviler. Jeg går selv i gang igen, når det bliver gendannet.",
    noLead: "Ingen leder teamet. En i teamet kan trykke på Jeg leder teamet i velkomstopslaget.",
    teams: teamsOf,
    allTeams: "Alle teams",
    myTeams: "Dine teams",
    troubled: "Teams at se på",
    allWell: "Alt er godt i alle teams.",
    rows: {
      idea: "en idé",
      person: "en person i teamet",
      round: "en runde",
      question: "et spørgsmål til en",
      digest: "en opsummering, der er lagt op",
      message: "en besked",
      row: "noget, der er gemt",
    },
    setAside: "Det her kunne jeg ikke gøre eller læse",
    asideWhy: {
      "other-version": "En anden version af Gnist har skrevet det.",
      damaged: "Noget af det, der er gemt, er beskadiget.",
      unstorable: "Lageret tager ikke imod det.",
      "not-a-job": "Man kan ikke se, hvad det var.",
      fault: "Det gik galt igen og igen, på grund af en fejl i Gnist.",
    },
    setAsideWhat: "Jeg har lagt det til side, så intet andet skal vente på det. De, der driver Gnist, kan finde mere om det i loggen.",
    unknownJob: "noget, der ikke kan læses",
    counting: (teams) => `Jeg henter tal fra ${teamsOf(teams)}. Svaret kommer her om lidt.`,
    countingLater: (teams) => `Jeg henter tal fra ${teamsOf(teams)} og svarer her, så snart Teams tager imod beskeder igen.`,
    next: "Næste",
    neverAsked: "ikke spurgt endnu",
    health: {
      well: "Alt er godt",
      "not-reached": (n) => `${peopleOf(n)} fik jeg ikke fat i`,
      "digest-refused": "Opsummeringen er ikke lagt op",
      "digest-doubtful": "Opsummeringen kom måske ikke frem",
      "waits-for-lead": "Venter på et ja fra en teamleder (stort team)",
      archived: "Arkiveret i Teams: hviler",
      "no-lead": "Ingen leder det",
      "set-aside": "Jeg har lagt noget til side. Åbn for at se hvad.",
      unreadable: "Jeg kan ikke læse det, der er gemt om det. Sig til hos dem, der driver Gnist.",
    },
    notReached,
    stops,
    parts: {
      title: "Gnists egne dele",
      work: "Gnists dele virker.",
      doctor: "IT finder mere med npm run doctor.",
      daysOffEnd: {
        what: (places, year) =>
          `Jeg kender kun fridagene i ${list(places)} til udgangen af ${year}. Derefter spørger jeg også folk på fridage.`,
        mend: "Installér en nyere version af Gnist inden da.",
      },
      diskLow: {
        what: (free, needed) => `Disken har ${number(free)} MB tilbage, og jeg har brug for ${number(needed)} MB.`,
        mend: "Gør plads på disken, eller flyt lageret til en større.",
      },
      storeDown: { what: "Jeg kan ikke gemme noget lige nu.", mend: "Se på disken eller på lagerkontoen." },
      queueDown: {
        what: "Min arbejdskø svarer ikke, så spørgsmål og nyheder kan komme for sent.",
        mend: "Se på køerne i lagerkontoen.",
      },
      noUrl: {
        what: "Jeg kender ikke min egen adresse, så filer kommer via OneDrive.",
        mend: "Sæt GNIST_URL til den adresse, som folk når mig på.",
      },
      clockOff: {
        what: (minutes) =>
          `Uret på min maskine går ${count(minutes, { one: "minut", other: "minutter" })} forkert. Ved mere end fem kommer jeg ikke ind i Teams.`,
        mend: "Stil uret efter en tidsserver.",
      },
      alone: {
        none: "Jeg er ikke med i noget team endnu. Føj mig til et team i Teams, og skriv status igen.",
        "not-counted": "Jeg kunne ikke hente tallene fra teamene lige nu. Skriv status igen om lidt.",
      },
      testMessage: "Dette er en test fra jeres it-afdeling: Gnist kan skrive til dig i Teams. Du behøver ikke gøre noget.",
    },
  },
  numbers: {
    title: "Tal",
    allTitle: "Tal for alle teams",
    rounds: (n) => plural(n, { one: "den seneste runde", other: `de seneste ${number(n)} runder` }),
    until: (week) => `12 uger, til og med ${week}`,
    none: "Der er ingen tal endnu. De første kommer, når en opsummering har afsluttet en runde.",
    noneAcross: "Der er ingen tal endnu. En uge tælles, når den er slut.",
    how: "Sådan tælles det",
    week: "Uge",
    of: (n, of) => `${number(n)} af ${number(of)}`,
    days: (n) => `${decimal(n)} ${plural(n, { one: "dag", other: "dage" })}`,
    median: (days) => `${days} (median)`,
    labels: {
      answered: "Har svaret",
      ideas: "Nye idéer",
      kinds: "Efter slags",
      owned: "Med ansvarlig inden 14 dage",
      toAnswer: "Til første svar",
      toDecision: "Til beslutning",
      toResult: "Til resultat",
      adopted: "Færdige",
      solved: "Løst i teamet",
      passedOn: "Sendt videre",
      stopped: "Afsluttet med en erfaring",
      minutes: "Sparede minutter om ugen",
    },
    counted: {
      answered:
        "Dem, der fik spørgsmålet, og dem af dem, der sendte en linje eller trykkede på Ingenting i denne uge. Færre end fem vises aldrig nøjagtigt.",
      ideas: "Idéer, som en opsummering viste for første gang.",
      kinds: "Den slags, som den, der skrev, valgte. Teamets egne slags og idéer uden slags tæller som andet.",
      owned:
        "Af de idéer, der blev 14 dage gamle, regnet fra den opsummering, der viste dem, eller fik en slutning før det: dem, der havde en ansvarlig da. Idéer, der da var besvaret, sendt videre, holdt tilbage eller slået sammen, tæller ikke med, og det gør det, der allerede virker, heller ikke.",
      toAnswer:
        "Fra den opsummering, der viste den, til det første skridt, nogen tog med den. Et skridt af den, der skrev, holdes kun udenfor, når personen viser sit navn: ellers ville tallet afsløre, hvem der skrev idéen.",
      toDecision: "Indtil nogen tog idéen, den blev sendt videre, eller den fik en slutning.",
      toResult: "Indtil idéen første gang blev færdig eller afsluttet. Medianen har lige så mange idéer under sig som over sig.",
      adopted: "Idéer, der blev færdige. En idé, der tages op igen og bliver færdig på ny, tæller igen.",
      solved: "Af de færdige: dem, der ikke var hos koordinatorerne.",
      passedOn: "Idéer, som en teamleder sendte videre til koordinatorerne.",
      stopped: "Idéer, der blev afsluttet eller fik svar om, hvorfor der ikke gøres noget.",
      minutes:
        "Det, de ansvarlige anslår, når idéen er færdig: minutter om ugen for én person gange antallet af personer. Uden et antal tæller én person.",
    },
    asThen:
      "Hver runde tælles én gang, når dens opsummering afslutter den. Det, der fortrydes, ændres eller trækkes tilbage senere, bliver stående, som det var da.",
    fiveUp:
      "En runde står under teamets navn, når teamet har mindst fem personer. Runder i mindre teams tælles sammen, og kun i uger, hvor de har mindst fem personer tilsammen. En uge tælles, når den er slut.",
    stepsTitle: "Så langt er teamene nået",
    steps: { asked: "Har fået spørgsmålet", answered: "Har svaret", idea: "Første idé", result: "Første resultat" },
    stepsHow: "Svaret: fem har svaret i én runde, eller en opsummering har vist en idé. Resultat: en idé blev færdig eller afsluttet.",
    teamsOf: (n, of) => `${number(n)} af ${teamsOf(of)}`,
    small: (teams, ideas, ended) =>
      `${count(teams, { one: "lille team", other: "små teams tilsammen" })}: ${count(ideas, { one: "idé", other: "idéer" })}, ${number(ended)} med resultat`,
    line: (ideas, adopted, stopped) =>
      `${count(ideas, { one: "idé", other: "idéer" })} · ${number(adopted)} færdige · ${number(stopped)} afsluttet`,
    saves: (minutes) => `${number(minutes)} sparede minutter om ugen`,
    unnamed: (n) => `${teamsOf(n)} på denne side: endnu ingen runde med mindst fem personer.`,
  },
};
