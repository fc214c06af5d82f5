import type { NotReached } from "../../domain/overview/count-round.ts";
import type { PaceStop } from "../../domain/pace.ts";
import type { OverviewWords } from "../en/overview.ts";
import { count, decimal, list, number, plural } from "./shared.ts";

const notReached: Record<NotReached, { readonly people: (n: number) => string; readonly what: string }> = {
  blocked: {
    people: (n) => `${count(n, { one: "person", other: "personar" })} hadde blokkert meg då eg spurde`,
    what: "Sei frå til teamet: den som vil ha spørsmålet, skriv eit ord til meg. Då når eg fram igjen.",
  },
  "not-installed": {
    people: (n) => `${count(n, { one: "person", other: "personar" })} hadde ikkje Gnist i Teams då eg spurde`,
    what: "IT-avdelinga kan installere Gnist for alle i teamet. Då når eg fram.",
  },
  refused: {
    people: (n) => `Teams tok ikkje imot spørsmålet til ${count(n, { one: "person", other: "personar" })}`,
    what: "Eg prøver igjen neste gong. Om det held fram, sei frå til den som driftar Gnist.",
  },
  late: {
    people: (n) => `Oppsummeringa kom før ${count(n, { one: "person", other: "personar" })} rakk å få spørsmålet`,
    what: "Dei får neste spørsmål.",
  },
  joined: { people: (n) => `${number(n)} blei med eller kom tilbake etter at spørsmålet blei sendt`, what: "" },
  paused: { people: (n) => `${number(n)} har teke pause`, what: "" },
  excepted: { people: (n) => `${number(n)} skal ikkje få spørsmålet, ifølgje innstillingane`, what: "" },
  elsewhere: { people: (n) => `${number(n)} får spørsmålet i eit anna team den veka`, what: "" },
  left: { people: (n) => `${number(n)} gjekk ut av teamet før spørsmålet kom`, what: "" },
};

const stops: Record<PaceStop, { readonly title: string; readonly what: (when: string) => string }> = {
  throttled: {
    title: "Teams ber meg ta det rolegare",
    what: (when) => `Eg held fram av meg sjølv om lag kl. ${when}. Ingen treng å gjere noko.`,
  },
  outage: {
    title: "Teams svarer ikkje",
    what: (when) =>
      `Eg prøver igjen om lag kl. ${when}, og ingen får spørsmålet to gonger. Om det varer, kan ein administrator sjå på Tenestetilstand i administrasjonssenteret for Microsoft 365.`,
  },
  "not-registered": {
    title: "Microsoft kjenner ikkje til boten",
    what: (when) =>
      `Eg når ingen. Ein administrator må sjå på boten i Azure: finst han, og stemmer app-ID-en? Eg prøver igjen om lag kl. ${when}.`,
  },
  disabled: {
    title: "Gnist er slått av i Teams",
    what: (when) =>
      `Eg når ingen. Ein administrator må tillate appen Gnist i administrasjonssenteret for Teams. Eg prøver igjen om lag kl. ${when}.`,
  },
  "no-permission": {
    title: "Gnist manglar eit løyve i Teams",
    what: (when) =>
      `Eg når ingen. Ein administrator må godkjenne løyva til appen Gnist i administrasjonssenteret for Teams. Eg prøver igjen om lag kl. ${when}.`,
  },
};

export const overview: OverviewWords = {
  status: {
    title: "Slik går det no",
    summary: (team) => `Slik går det no: ${team}`,
    notYet: "Eg har ikkje spurt dette teamet enno.",
    noneYet: "Eg har ikkje spurt noko team enno.",
    answered: "har svart",
    notReachedCount: "nådde eg ikkje",
    sending: (done, of) => `Får spørsmålet no: ${number(done)} av ${number(of)}`,
    sendingTeams: (teams, done, of) =>
      `${number(teams)} team får spørsmålet no: ${number(done)} av ${count(of, { one: "person", other: "personar" })}`,
    stoppedTeams: (teams, done, of) =>
      `Stoppa i ${number(teams)} team: ${number(done)} av ${count(of, { one: "person", other: "personar" })} har fått spørsmålet`,
    stoppedAt: (done, of) => `Stoppa ved ${number(done)} av ${number(of)}`,
    ends: (when) => `Ferdig om lag kl. ${when}.`,
    everybody: "Spørsmålet nådde alle eg har spurt.",
    notAsked: "Får ikkje spørsmålet denne gongen",
    doubtful: (n) => `Eg veit ikkje om spørsmålet nådde ${count(n, { one: "person", other: "personar" })}`,
    unconfirmed: (n) => `Teams sa ikkje om spørsmålet kom fram til ${count(n, { one: "person", other: "personar" })}`,
    unconfirmedWhat: "Den som ikkje har fått spørsmålet, kan skrive til meg: spør meg.",
    doubtfulWhat: (reminded) =>
      `Eg spør ikkje to gonger. Dei får ${reminded ? "påminninga" : "neste spørsmål"} og kan skrive til meg når som helst.`,
    nextPrompt: "Neste spørsmål",
    digest: "Oppsummering",
    digestRefused: (channel, leads) =>
      leads
        ? `Eg fekk ikkje publisert oppsummeringa i ${channel || "kanalen"}. Sjekk at eg framleis er der, eller skriv oppsummering her i ein annan kanal. Trykk så Publiser den.`
        : `Eg fekk ikkje publisert oppsummeringa i ${channel || "kanalen"}. Eg har sagt frå til teamleiarane, som kan publisere ho igjen.`,
    digestDoubtful: (channel) => `Eg veit ikkje om oppsummeringa kom fram til ${channel || "kanalen"}. Eg har bede teamleiarane sjå etter.`,
    waits: (size) => `Dette er eit stort team: ${number(size)} personar. Eg ventar på ja frå ein teamleiar før eg spør.`,
    archived: "Dette teamet er arkivert i Teams, så eg kviler. Eg held fram av meg sjølv når det blir gjenoppretta.",
    noLead: "Ingen leier dette teamet. Nokon i teamet kan trykke Eg leier teamet i velkomstinnlegget.",
    teams: (n) => `${number(n)} team`,
    allTeams: "Alle team",
    myTeams: "Teama dine",
    troubled: "Team å følgje opp",
    allWell: "Alt er bra i alle team.",
    rows: {
      idea: "ein idé",
      person: "ein person i teamet",
      round: "ein runde",
      question: "eit spørsmål til nokon",
      digest: "ei publisert oppsummering",
      message: "ei melding",
      row: "noko som er lagra",
    },
    setAside: "Dette kunne eg ikkje gjere eller lese",
    asideWhy: {
      "other-version": "Ein annan versjon av Gnist har skrive det.",
      damaged: "Noko av det som er lagra, er skadd.",
      unstorable: "Lagringa tek ikkje imot det.",
      "not-a-job": "Det går ikkje an å sjå kva det var.",
      fault: "Det gjekk gale gong på gong, på grunn av ein feil i Gnist.",
    },
    setAsideWhat: "Eg har lagt det til side, slik at ingenting anna må vente på det. Den som driftar Gnist, finn meir om det i loggen.",
    unknownJob: "noko som ikkje kan lesast",
    counting: (teams) => `Eg hentar tal frå ${number(teams)} team. Svaret kjem her om litt.`,
    countingLater: (teams) => `Eg hentar tal frå ${number(teams)} team og svarer her så snart Teams tek imot meldingar igjen.`,
    next: "Neste",
    neverAsked: "ikkje spurt enno",
    health: {
      well: "Alt bra",
      "not-reached": (n) => `Nådde ikkje ${count(n, { one: "person", other: "personar" })}`,
      "digest-refused": "Oppsummeringa er ikkje publisert",
      "digest-doubtful": "Oppsummeringa kom kanskje ikkje fram",
      "waits-for-lead": "Ventar på ja frå ein teamleiar (stort team)",
      archived: "Arkivert i Teams: kviler",
      "no-lead": "Ingen leier det",
      "set-aside": "Eg har lagt noko til side. Opne for å sjå kva.",
      unreadable: "Eg kan ikkje lese det som er lagra om det. Sei frå til den som driftar Gnist.",
    },
    notReached,
    stops,
    parts: {
      title: "Gnist sine eigne delar",
      work: "Delane i Gnist verkar.",
      doctor: "IT finn meir med npm run doctor.",
      daysOffEnd: {
        what: (places, year) =>
          `Eg kjenner fridagane i ${list(places)} berre til slutten av ${year}. Etter det spør eg folk også på fridagar.`,
        mend: "Installer ein nyare versjon av Gnist før det.",
      },
      diskLow: {
        what: (free, needed) => `Disken har ${number(free)} MB att, og eg treng ${number(needed)} MB.`,
        mend: "Rydd plass på disken, eller flytt lageret til ein større.",
      },
      storeDown: { what: "Eg kan ikkje lagre noko akkurat no.", mend: "Sjå på disken, eller på lagringskontoen." },
      queueDown: {
        what: "Arbeidskøen min svarar ikkje, så spørsmål og nyhende kan kome seint.",
        mend: "Sjå på køane i lagringskontoen.",
      },
      noUrl: {
        what: "Eg veit ikkje mi eiga adresse, så filer kjem via OneDrive.",
        mend: "Set GNIST_URL til adressa som folk når meg på.",
      },
      clockOff: {
        what: (minutes) =>
          `Klokka på maskina mi går ${count(minutes, { one: "minutt", other: "minutt" })} feil. Ved meir enn fem kjem eg ikkje inn i Teams.`,
        mend: "Still klokka etter ein tidsserver.",
      },
      alone: {
        none: "Eg er ikkje med i noko team enno. Legg meg til i eit team i Teams, og skriv status igjen.",
        "not-counted": "Eg kunne ikkje hente tala frå teama akkurat no. Skriv status igjen om ei stund.",
      },
      testMessage: "Dette er ein test frå IT-avdelinga: Gnist kan skrive til deg i Teams. Du treng ikkje gjere noko.",
    },
  },
  numbers: {
    title: "Tal",
    allTitle: "Tal for alle team",
    rounds: (n) => plural(n, { one: "den siste runden", other: `dei siste ${number(n)} rundane` }),
    until: (week) => `12 veker, til og med ${week}`,
    none: "Det er ingen tal enno. Dei første kjem når ei oppsummering har avslutta ein runde.",
    noneAcross: "Det er ingen tal enno. Ei veke blir telt når ho er over.",
    how: "Slik blir det telt",
    week: "Veke",
    of: (n, of) => `${number(n)} av ${number(of)}`,
    days: (n) => `${decimal(n)} ${plural(n, { one: "dag", other: "dagar" })}`,
    median: (days) => `${days} (median)`,
    labels: {
      answered: "Har svart",
      ideas: "Nye idear",
      kinds: "Etter type",
      owned: "Med ansvarleg innan 14 dagar",
      toAnswer: "Til første svar",
      toDecision: "Til avgjerd",
      toResult: "Til resultat",
      adopted: "Ferdige",
      solved: "Løyst i teamet",
      passedOn: "Sende vidare",
      stopped: "Avslutta med ein lærdom",
      minutes: "Sparte minutt i veka",
    },
    counted: {
      answered:
        "Dei som fekk spørsmålet, og dei av dei som sende ei linje eller trykte Ingenting denne veka. Færre enn fem blir aldri viste nøyaktig.",
      ideas: "Idear som ei oppsummering viste for første gong.",
      kinds: "Typen som den som skreiv, valde. Eigne typar i teamet, og idear utan type, tel som anna.",
      owned:
        "Av ideane som blei 14 dagar gamle, rekna frå oppsummeringa som viste dei, eller fekk ein slutt før det: dei som hadde ein ansvarleg då. Idear som då var svara på, sende vidare, haldne tilbake eller slegne saman, tel ikkje med, og heller ikkje det som alt fungerer.",
      toAnswer:
        "Frå oppsummeringa som viste ideen, til det første steget nokon tok med han. Eit steg av den som skreiv, blir halde utanfor berre når personen viser namnet sitt: elles ville talet fortelje kven som skreiv ideen.",
      toDecision: "Til nokon tok ideen, han blei send vidare, eller han fekk ein slutt.",
      toResult: "Til ideen for første gong blei ferdig eller avslutta. Medianen har like mange idear under seg som over seg.",
      adopted: "Idear som blei ferdige. Ein idé som blir teken opp igjen og blir ferdig på nytt, tel igjen.",
      solved: "Av dei ferdige: dei som ikkje var hos koordinatorane.",
      passedOn: "Idear som ein teamleiar sende vidare til koordinatorane.",
      stopped: "Idear som blei avslutta, eller fekk svar om kvifor ingenting blir gjort.",
      minutes:
        "Det dei ansvarlege anslår når ideen er ferdig: minutt i veka for éin person, gonger talet på personar. Utan eit tal tel éin person.",
    },
    asThen:
      "Kvar runde blir telt éin gong, når oppsummeringa avsluttar han. Det som blir angra, endra eller trekt tilbake seinare, blir ståande slik det var då.",
    fiveUp:
      "Ein runde står under namnet til teamet når teamet har minst fem personar. Rundar i mindre team blir telte saman, og berre i veker då dei har minst fem personar til saman. Ei veke blir telt når ho er over.",
    stepsTitle: "Så langt har teama kome",
    steps: { asked: "Har fått spørsmålet", answered: "Har svart", idea: "Første idé", result: "Første resultat" },
    stepsHow: "Svart: fem har svart i éin runde, eller ei oppsummering har vist ein idé. Resultat: ein idé blei ferdig eller avslutta.",
    teamsOf: (n, of) => `${number(n)} av ${number(of)} team`,
    small: (teams, ideas, ended) =>
      `${count(teams, { one: "lite team", other: "små team til saman" })}: ${count(ideas, { one: "idé", other: "idear" })}, ${number(ended)} med resultat`,
    line: (ideas, adopted, stopped) =>
      `${count(ideas, { one: "idé", other: "idear" })} · ${number(adopted)} ferdige · ${number(stopped)} avslutta`,
    saves: (minutes) => `${number(minutes)} sparte minutt i veka`,
    unnamed: (n) => `${number(n)} team på denne sida: enno ingen runde med minst fem personar.`,
  },
};
