import type { NotReached } from "../../domain/overview/count-round.ts";
import type { PaceStop } from "../../domain/pace.ts";
import type { OverviewWords } from "../en/overview.ts";
import { count, decimal, list, number, plural } from "./shared.ts";

const notReached: Record<NotReached, { readonly people: (n: number) => string; readonly what: string }> = {
  blocked: {
    people: (n) => `${count(n, { one: "person", other: "personer" })} hade blockerat mig när jag frågade`,
    what: "Säg till teamet: den som vill ha frågan skriver ett ord till mig. Då når jag fram igen.",
  },
  "not-installed": {
    people: (n) => `${count(n, { one: "person", other: "personer" })} hade inte Gnist i Teams när jag frågade`,
    what: "It-avdelningen kan installera Gnist för alla i teamet. Då når jag fram.",
  },
  refused: {
    people: (n) => `Teams tog inte emot frågan till ${count(n, { one: "person", other: "personer" })}`,
    what: "Jag försöker igen nästa gång. Om det fortsätter, säg till den som sköter Gnist.",
  },
  late: {
    people: (n) => `Sammanfattningen kom innan ${count(n, { one: "person", other: "personer" })} hann få frågan`,
    what: "De får nästa fråga.",
  },
  joined: { people: (n) => `${number(n)} gick med eller kom tillbaka efter att frågan skickades`, what: "" },
  paused: { people: (n) => `${number(n)} har pausat`, what: "" },
  excepted: { people: (n) => `${number(n)} ska inte få frågan, enligt inställningarna`, what: "" },
  elsewhere: { people: (n) => `${number(n)} får frågan i ett annat team den veckan`, what: "" },
  left: { people: (n) => `${number(n)} lämnade teamet innan frågan kom`, what: "" },
};

const stops: Record<PaceStop, { readonly title: string; readonly what: (when: string) => string }> = {
  throttled: {
    title: "Teams ber mig sakta ner",
    what: (when) => `Jag fortsätter av mig själv ungefär kl. ${when}. Ingen behöver göra något.`,
  },
  outage: {
    title: "Teams svarar inte",
    what: (when) =>
      `Jag försöker igen ungefär kl. ${when}, och ingen får frågan två gånger. Om det håller i sig kan en administratör titta på Tjänststatus i administrationscentret för Microsoft 365.`,
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

export const overview: OverviewWords = {
  status: {
    title: "Så här går det",
    summary: (team) => `Så här går det: ${team}`,
    notYet: "Jag har inte frågat det här teamet än.",
    noneYet: "Jag har inte frågat något team än.",
    answered: "har svarat",
    notReachedCount: "nåddes inte",
    sending: (done, of) => `Får frågan nu: ${number(done)} av ${number(of)}`,
    sendingTeams: (teams, done, of) =>
      `${number(teams)} team får frågan nu: ${number(done)} av ${count(of, { one: "person", other: "personer" })}`,
    stoppedTeams: (teams, done, of) =>
      `Stannade i ${number(teams)} team: ${number(done)} av ${count(of, { one: "person", other: "personer" })} har fått frågan`,
    stoppedAt: (done, of) => `Stannade vid ${number(done)} av ${number(of)}`,
    ends: (when) => `Klart ungefär kl. ${when}.`,
    everybody: "Frågan nådde alla som jag har frågat.",
    notAsked: "Får inte frågan den här gången",
    doubtful: (n) => `Jag vet inte om frågan nådde ${count(n, { one: "person", other: "personer" })}`,
    unconfirmed: (n) => `Teams sa inte om frågan kom fram till ${count(n, { one: "person", other: "personer" })}`,
    unconfirmedWhat: "Den som inte har fått frågan kan skriva till mig: fråga mig.",
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
    noLead: "Ingen leder det här teamet. Någon i teamet kan trycka på Jag leder teamet i välkomstinlägget.",
    teams: (n) => `${number(n)} team`,
    allTeams: "Alla team",
    myTeams: "Dina team",
    troubled: "Team att följa upp",
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
    asideWhy: {
      "other-version": "En annan version av Gnist har skrivit det.",
      damaged: "En del av det som är sparat är skadat.",
      unstorable: "Lagringen tar inte emot det.",
      "not-a-job": "Det går inte att se vad det var.",
      fault: "Det misslyckades gång på gång, på grund av ett fel i Gnist.",
    },
    setAsideWhat: "Jag har lagt det åt sidan, så att inget annat behöver vänta på det. Den som sköter Gnist hittar mer om det i loggen.",
    unknownJob: "något som inte går att läsa",
    counting: (teams) => `Jag sammanställer siffror från ${number(teams)} team. Svaret kommer här om en liten stund.`,
    countingLater: (teams) =>
      `Jag sammanställer siffror från ${number(teams)} team och svarar här så snart Teams tar emot meddelanden igen.`,
    next: "Nästa",
    neverAsked: "inte frågat än",
    health: {
      well: "Allt bra",
      "not-reached": (n) => `${count(n, { one: "person", other: "personer" })} nåddes inte`,
      "digest-refused": "Sammanfattningen är inte publicerad",
      "digest-doubtful": "Sammanfattningen kom kanske inte fram",
      "waits-for-lead": "Väntar på ett ja från en teamledare (stort team)",
      archived: "Arkiverat i Teams: vilar",
      "no-lead": "Ingen leder det",
      "set-aside": "Jag har lagt något åt sidan. Öppna för att se vad.",
      unreadable: "Jag kan inte läsa det som finns sparat. Säg till den som sköter Gnist.",
    },
    notReached,
    stops,
    parts: {
      title: "Gnists egna delar",
      work: "Gnists delar fungerar.",
      doctor: "IT får veta mer med npm run doctor.",
      daysOffEnd: {
        what: (places, year) =>
          `Jag känner till de lediga dagarna i ${list(places)} bara till slutet av ${year}. Sedan frågar jag folk även på lediga dagar.`,
        mend: "Installera en nyare version av Gnist innan dess.",
      },
      diskLow: {
        what: (free, needed) => `Disken har ${number(free)} MB kvar, och jag behöver ${number(needed)} MB.`,
        mend: "Frigör plats på disken, eller flytta lagringen till en större.",
      },
      storeDown: { what: "Jag kan inte spara något just nu.", mend: "Titta på disken, eller på lagringskontot." },
      queueDown: {
        what: "Min arbetskö svarar inte, så frågor och nyheter kan bli sena.",
        mend: "Titta på köerna i lagringskontot.",
      },
      noUrl: {
        what: "Jag vet inte min egen adress, så filer kommer via OneDrive.",
        mend: "Sätt GNIST_URL till adressen som folk når mig på.",
      },
      clockOff: {
        what: (minutes) =>
          `Klockan på min dator går ${count(minutes, { one: "minut", other: "minuter" })} fel. Vid mer än fem kommer jag inte in i Teams.`,
        mend: "Ställ klockan efter en tidsserver.",
      },
      alone: {
        none: "Jag är inte med i något team än. Lägg till mig i ett team i Teams och skriv sedan status igen.",
        "not-counted": "Jag kunde inte sammanställa siffrorna från teamen just nu. Skriv status igen om en stund.",
      },
      testMessage: "Det här är ett test från er IT: Gnist kan skriva till dig i Teams. Du behöver inte göra något.",
    },
  },
  numbers: {
    title: "Siffror",
    allTitle: "Siffror för alla team",
    rounds: (n) => plural(n, { one: "den senaste omgången", other: `de senaste ${number(n)} omgångarna` }),
    until: (week) => `12 veckor, till och med ${week}`,
    none: "Det finns inga siffror än. De första kommer när en sammanfattning har avslutat en omgång.",
    noneAcross: "Det finns inga siffror än. En vecka räknas när den är slut.",
    how: "Så räknas det",
    week: "Vecka",
    of: (n, of) => `${number(n)} av ${number(of)}`,
    days: (n) => `${decimal(n)} ${plural(n, { one: "dag", other: "dagar" })}`,
    median: (days) => `${days} (median)`,
    labels: {
      answered: "Har svarat",
      ideas: "Nya idéer",
      kinds: "Efter slag",
      owned: "Med ansvarig inom 14 dagar",
      toAnswer: "Till första svaret",
      toDecision: "Till beslut",
      toResult: "Till resultat",
      adopted: "Klara",
      solved: "Lösta i teamet",
      passedOn: "Skickade vidare",
      stopped: "Avslutade med en lärdom",
      minutes: "Sparade minuter i veckan",
    },
    counted: {
      answered:
        "De som fick frågan, och de av dem som skickade en rad eller tryckte på Inget den här veckan. Färre än fem visas aldrig exakt.",
      ideas: "Idéer som en sammanfattning visade för första gången.",
      kinds: "Det slag som den som skrev valde. Teamets egna slag, och idéer utan slag, räknas som annat.",
      owned:
        "Av idéerna som blev 14 dagar gamla, räknat från sammanfattningen som visade dem, eller fick ett slut före det: de som hade en ansvarig då. Idéer som då var besvarade, skickade vidare, hållna tillbaka eller ihopslagna räknas inte med, och inte heller det som redan fungerar.",
      toAnswer:
        "Från sammanfattningen som visade den till det första steget som någon tog med den. Ett steg av den som skrev räknas bort bara om personen visar sitt namn: annars skulle siffran avslöja vem som skrev idén.",
      toDecision: "Tills någon tog idén, den skickades vidare eller den fick ett slut.",
      toResult: "Tills idén första gången blev klar eller avslutades. Medianen har lika många idéer under sig som över sig.",
      adopted: "Idéer som blev klara. En idé som tas upp igen och blir klar på nytt räknas igen.",
      solved: "Av de klara: de som inte var hos samordnarna.",
      passedOn: "Idéer som en teamledare skickade vidare till samordnarna.",
      stopped: "Idéer som avslutades, eller fick ett svar om varför inget görs.",
      minutes:
        "Det som de ansvariga uppskattar när idén är klar: minuter i veckan för en person, gånger antalet personer. Utan antal räknas en person.",
    },
    asThen:
      "Varje omgång räknas en gång, när dess sammanfattning avslutar den. Det som ångras, ändras eller tas tillbaka senare räknas kvar som det var då.",
    fiveUp:
      "En omgång står under teamets namn om teamet har minst fem personer. Omgångar i mindre team räknas tillsammans, och bara veckor då de har minst fem personer tillsammans. En vecka räknas när den är slut.",
    stepsTitle: "Så långt har teamen kommit",
    steps: { asked: "Har fått frågan", answered: "Har svarat", idea: "Första idén", result: "Första resultatet" },
    stepsHow: "Svarat: fem har svarat i en omgång, eller en sammanfattning har visat en idé. Resultat: en idé blev klar eller avslutades.",
    teamsOf: (n, of) => `${number(n)} av ${number(of)} team`,
    small: (teams, ideas, ended) =>
      `${count(teams, { one: "litet team", other: "små team tillsammans" })}: ${count(ideas, { one: "idé", other: "idéer" })}, ${number(ended)} med resultat`,
    line: (ideas, adopted, stopped) =>
      `${count(ideas, { one: "idé", other: "idéer" })} · ${number(adopted)} klara · ${number(stopped)} avslutade`,
    saves: (minutes) => `${number(minutes)} sparade minuter i veckan`,
    unnamed: (n) => `${number(n)} team på den här sidan: ännu ingen omgång med minst fem personer.`,
  },
};
