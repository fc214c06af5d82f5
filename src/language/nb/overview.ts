import type { NotReached } from "../../domain/overview/count-round.ts";
import type { PaceStop } from "../../domain/pace.ts";
import type { OverviewWords } from "../en/overview.ts";
import { count, decimal, list, number, plural } from "./shared.ts";

const notReached: Record<NotReached, { readonly people: (n: number) => string; readonly what: string }> = {
  blocked: {
    people: (n) => `${count(n, { one: "person", other: "personer" })} hadde blokkert meg da jeg spurte`,
    what: "Si fra til teamet: den som vil ha spørsmålet, skriver et ord til meg. Da når jeg fram igjen.",
  },
  "not-installed": {
    people: (n) => `${count(n, { one: "person", other: "personer" })} hadde ikke Gnist i Teams da jeg spurte`,
    what: "IT-avdelingen kan installere Gnist for alle i teamet. Da når jeg fram.",
  },
  refused: {
    people: (n) => `Teams tok ikke imot spørsmålet til ${count(n, { one: "person", other: "personer" })}`,
    what: "Jeg prøver igjen neste gang. Hvis det fortsetter, si fra til den som drifter Gnist.",
  },
  late: {
    people: (n) => `Oppsummeringen kom før ${count(n, { one: "person", other: "personer" })} rakk å få spørsmålet`,
    what: "De får neste spørsmål.",
  },
  joined: { people: (n) => `${number(n)} ble med eller kom tilbake etter at spørsmålet ble sendt`, what: "" },
  paused: { people: (n) => `${number(n)} har tatt pause`, what: "" },
  excepted: { people: (n) => `${number(n)} skal ikke få spørsmålet, ifølge innstillingene`, what: "" },
  elsewhere: { people: (n) => `${number(n)} blir spurt i et annet team den uka`, what: "" },
  left: { people: (n) => `${number(n)} forlot teamet før spørsmålet kom`, what: "" },
};

const stops: Record<PaceStop, { readonly title: string; readonly what: (when: string) => string }> = {
  throttled: {
    title: "Teams ber meg ta det roligere",
    what: (when) => `Jeg fortsetter av meg selv omtrent kl. ${when}. Ingen trenger å gjøre noe.`,
  },
  outage: {
    title: "Teams svarer ikke",
    what: (when) =>
      `Jeg prøver igjen omtrent kl. ${when}, og ingen blir spurt to ganger. Hvis det varer, kan en administrator se på Tjenestetilstand i administrasjonssenteret for Microsoft 365.`,
  },
  "not-registered": {
    title: "Microsoft kjenner ikke til boten",
    what: (when) =>
      `Jeg når ingen. En administrator må se på boten i Azure: finnes den, og stemmer app-ID-en? Jeg prøver igjen omtrent kl. ${when}.`,
  },
  disabled: {
    title: "Gnist er slått av i Teams",
    what: (when) =>
      `Jeg når ingen. En administrator må tillate appen Gnist i administrasjonssenteret for Teams. Jeg prøver igjen omtrent kl. ${when}.`,
  },
  "no-permission": {
    title: "Gnist mangler en tillatelse i Teams",
    what: (when) =>
      `Jeg når ingen. En administrator må godkjenne tillatelsene til appen Gnist i administrasjonssenteret for Teams. Jeg prøver igjen omtrent kl. ${when}.`,
  },
};

export const overview: OverviewWords = {
  status: {
    title: "Slik går det nå",
    summary: (team) => `Slik går det nå: ${team}`,
    notYet: "Jeg har ikke spurt dette teamet ennå.",
    noneYet: "Jeg har ikke spurt noe team ennå.",
    answered: "har svart",
    notReachedCount: "ble ikke nådd",
    sending: (done, of) => `Blir spurt nå: ${number(done)} av ${number(of)}`,
    sendingTeams: (teams, done, of) =>
      `${number(teams)} team blir spurt nå: ${number(done)} av ${count(of, { one: "person", other: "personer" })}`,
    stoppedTeams: (teams, done, of) =>
      `Stoppet i ${number(teams)} team: ${number(done)} av ${count(of, { one: "person", other: "personer" })} er spurt`,
    stoppedAt: (done, of) => `Stoppet ved ${number(done)} av ${number(of)}`,
    ends: (when) => `Ferdig omtrent kl. ${when}.`,
    everybody: "Spørsmålet nådde alle jeg har spurt.",
    notAsked: "Blir ikke spurt denne gangen",
    doubtful: (n) => `Jeg vet ikke om spørsmålet nådde ${count(n, { one: "person", other: "personer" })}`,
    unconfirmed: (n) => `Teams sa ikke om spørsmålet kom fram til ${count(n, { one: "person", other: "personer" })}`,
    unconfirmedWhat: "Den som ikke har fått spørsmålet, kan skrive til meg: spør meg.",
    doubtfulWhat: (reminded) =>
      `Jeg spør ikke to ganger. De får ${reminded ? "påminnelsen" : "neste spørsmål"} og kan skrive til meg når som helst.`,
    nextPrompt: "Neste spørsmål",
    digest: "Oppsummering",
    digestRefused: (channel, leads) =>
      leads
        ? `Jeg fikk ikke publisert oppsummeringen i ${channel || "kanalen"}. Sjekk at jeg fortsatt er der, eller skriv oppsummering her i en annen kanal. Trykk så Publiser den.`
        : `Jeg fikk ikke publisert oppsummeringen i ${channel || "kanalen"}. Jeg har sagt fra til teamlederne, som kan publisere den igjen.`,
    digestDoubtful: (channel) => `Jeg vet ikke om oppsummeringen kom fram til ${channel || "kanalen"}. Jeg har bedt teamlederne se etter.`,
    waits: (size) => `Dette er et stort team: ${number(size)} personer. Jeg venter på et ja fra en teamleder før jeg spør.`,
    archived: "Dette teamet er arkivert i Teams, så jeg hviler. Jeg fortsetter av meg selv når det gjenopprettes.",
    noLead: "Ingen leder dette teamet. Noen i teamet kan trykke Jeg leder teamet i velkomstinnlegget.",
    teams: (n) => `${number(n)} team`,
    allTeams: "Alle team",
    myTeams: "Dine team",
    troubled: "Team å følge opp",
    allWell: "Alt er bra i alle team.",
    rows: {
      idea: "en idé",
      person: "en person i teamet",
      round: "en runde",
      question: "et spørsmål til noen",
      digest: "en publisert oppsummering",
      message: "en melding",
      row: "noe som er lagret",
    },
    setAside: "Dette kunne jeg ikke gjøre eller lese",
    asideWhy: {
      "other-version": "En annen versjon av Gnist har skrevet det.",
      damaged: "Noe av det som er lagret, er skadet.",
      unstorable: "Lagringen tar ikke imot det.",
      "not-a-job": "Det går ikke an å se hva det var.",
      fault: "Det gikk galt gang på gang, på grunn av en feil i Gnist.",
    },
    setAsideWhat: "Jeg har lagt det til side, slik at ingenting annet må vente på det. Den som drifter Gnist, finner mer om det i loggen.",
    unknownJob: "noe som ikke kan leses",
    counting: (teams) => `Jeg henter tall fra ${number(teams)} team. Svaret kommer her om litt.`,
    countingLater: (teams) => `Jeg henter tall fra ${number(teams)} team og svarer her så snart Teams tar imot meldinger igjen.`,
    next: "Neste",
    neverAsked: "ikke spurt ennå",
    health: {
      well: "Alt bra",
      "not-reached": (n) => `${count(n, { one: "person", other: "personer" })} ble ikke nådd`,
      "digest-refused": "Oppsummeringen er ikke publisert",
      "digest-doubtful": "Oppsummeringen kom kanskje ikke fram",
      "waits-for-lead": "Venter på et ja fra en teamleder (stort team)",
      archived: "Arkivert i Teams: hviler",
      "no-lead": "Ingen leder det",
      "set-aside": "Jeg har lagt noe til side. Åpne for å se hva.",
      unreadable: "Jeg kan ikke lese det som er lagret om det. Si fra til den som drifter Gnist.",
    },
    notReached,
    stops,
    parts: {
      title: "Gnists egne deler",
      work: "Delene i Gnist virker.",
      doctor: "IT finner mer med npm run doctor.",
      daysOffEnd: {
        what: (places, year) =>
          `Jeg kjenner fridagene i ${list(places)} bare til slutten av ${year}. Etter det spør jeg folk også på fridager.`,
        mend: "Installer en nyere versjon av Gnist før det.",
      },
      diskLow: {
        what: (free, needed) => `Disken har ${number(free)} MB igjen, og jeg trenger ${number(needed)} MB.`,
        mend: "Rydd plass på disken, eller flytt lageret til en større.",
      },
      storeDown: { what: "Jeg kan ikke lagre noe akkurat nå.", mend: "Se på disken, eller på lagringskontoen." },
      queueDown: {
        what: "Arbeidskøen min svarer ikke, så spørsmål og nyheter kan komme sent.",
        mend: "Se på køene i lagringskontoen.",
      },
      noUrl: {
        what: "Jeg vet ikke min egen adresse, så filer kommer via OneDrive.",
        mend: "Sett GNIST_URL til adressen som folk når meg på.",
      },
      clockOff: {
        what: (minutes) =>
          `Klokken på maskinen min går ${count(minutes, { one: "minutt", other: "minutter" })} feil. Ved mer enn fem kommer jeg ikke inn i Teams.`,
        mend: "Still klokken etter en tidsserver.",
      },
      alone: {
        none: "Jeg er ikke med i noe team ennå. Legg meg til i et team i Teams, og skriv status igjen.",
        "not-counted": "Jeg kunne ikke hente tallene fra teamene akkurat nå. Skriv status igjen om en stund.",
      },
      testMessage: "Dette er en test fra IT-avdelingen: Gnist kan skrive til deg i Teams. Du trenger ikke å gjøre noe.",
    },
  },
  numbers: {
    title: "Tall",
    allTitle: "Tall for alle team",
    rounds: (n) => plural(n, { one: "den siste runden", other: `de siste ${number(n)} rundene` }),
    until: (week) => `12 uker, til og med ${week}`,
    none: "Det er ingen tall ennå. De første kommer når en oppsummering har avsluttet en runde.",
    noneAcross: "Det er ingen tall ennå. En uke telles når den er over.",
    how: "Slik telles det",
    week: "Uke",
    of: (n, of) => `${number(n)} av ${number(of)}`,
    days: (n) => `${decimal(n)} ${plural(n, { one: "dag", other: "dager" })}`,
    median: (days) => `${days} (median)`,
    labels: {
      answered: "Har svart",
      ideas: "Nye ideer",
      kinds: "Etter type",
      owned: "Med ansvarlig innen 14 dager",
      toAnswer: "Til første svar",
      toDecision: "Til beslutning",
      toResult: "Til resultat",
      adopted: "Ferdige",
      solved: "Løst i teamet",
      passedOn: "Sendt videre",
      stopped: "Avsluttet med en lærdom",
      minutes: "Sparte minutter i uka",
    },
    counted: {
      answered:
        "De som fikk spørsmålet, og de av dem som sendte en linje eller trykket Ingenting denne uka. Færre enn fem vises aldri nøyaktig.",
      ideas: "Ideer som en oppsummering viste for første gang.",
      kinds: "Typen som den som skrev, valgte. Teamets egne typer, og ideer uten type, telles som annet.",
      owned:
        "Av ideene som ble 14 dager gamle, regnet fra oppsummeringen som viste dem, eller fikk en slutt før det: de som hadde en ansvarlig da. Ideer som da var besvart, sendt videre, holdt tilbake eller slått sammen, telles ikke med, og heller ikke det som alt fungerer.",
      toAnswer:
        "Fra oppsummeringen som viste den, til det første steget noen tok med den. Et steg av den som skrev, holdes utenfor bare når personen viser navnet sitt: ellers ville tallet fortelle hvem som skrev ideen.",
      toDecision: "Til noen tok ideen, den ble sendt videre, eller den fikk en slutt.",
      toResult: "Til ideen for første gang ble ferdig eller avsluttet. Medianen har like mange ideer under seg som over seg.",
      adopted: "Ideer som ble ferdige. En idé som tas opp igjen og blir ferdig på nytt, telles igjen.",
      solved: "Av de ferdige: de som ikke var hos koordinatorene.",
      passedOn: "Ideer som en teamleder sendte videre til koordinatorene.",
      stopped: "Ideer som ble avsluttet, eller fikk svar om hvorfor ingenting gjøres.",
      minutes:
        "Det de ansvarlige anslår når ideen er ferdig: minutter i uka for én person, ganger antall personer. Uten antall telles én person.",
    },
    asThen:
      "Hver runde telles én gang, når oppsummeringen avslutter den. Det som angres, endres eller trekkes tilbake senere, blir stående slik det var da.",
    fiveUp:
      "En runde står under teamets navn når teamet har minst fem personer. Runder i mindre team telles sammen, og bare i uker da de har minst fem personer til sammen. En uke telles når den er over.",
    stepsTitle: "Så langt har teamene kommet",
    steps: { asked: "Har fått spørsmålet", answered: "Har svart", idea: "Første idé", result: "Første resultat" },
    stepsHow: "Svart: fem har svart i én runde, eller en oppsummering har vist en idé. Resultat: en idé ble ferdig eller avsluttet.",
    teamsOf: (n, of) => `${number(n)} av ${number(of)} team`,
    small: (teams, ideas, ended) =>
      `${count(teams, { one: "lite team", other: "små team til sammen" })}: ${count(ideas, { one: "idé", other: "ideer" })}, ${number(ended)} med resultat`,
    line: (ideas, adopted, stopped) =>
      `${count(ideas, { one: "idé", other: "ideer" })} · ${number(adopted)} ferdige · ${number(stopped)} avsluttet`,
    saves: (minutes) => `${number(minutes)} sparte minutter i uka`,
    unnamed: (n) => `${number(n)} team på denne siden: ennå ingen runde med minst fem personer.`,
  },
};
