import type { CycleWords } from "../en/cycle.ts";
import { count, number } from "./shared.ts";

const minutesOf = (n: number) => count(n, { one: "minutt", other: "minutt" });
const peopleOf = (n: number) => count(n, { one: "person", other: "personar" });

const inNews = "Eg fortel det til dei som står bak ideen, kl. 15:00 på ein arbeidsdag.";

export const cycle: CycleWords = {
  test: {
    start: "Start testen",
    startWhat: "Kva er det minste du kan prøve, og når vil du vite korleis det gjekk?",
    again: "Test igjen",
    againWhat: "Kva prøver du denne gongen, og når vil du vite korleis det gjekk?",
  },
  check: {
    title: "Korleis gjekk det?",
    what: "Teamet kan lese det du skriv her.",
    wasNewGround: "Dette var ny mark: det du lærte, er resultatet.",
    helped: "Hjelpte det?",
    helpedHint: "Ja. Kveldsvakta finn nøklane med ein gong.",
    minutes: "Minutt i veka, per person",
    people: "Kor mange personar",
    guess: "Sparer det tid? Eit overslag er nok. Lat det stå tomt om du ikkje veit.",
  },
  stop: {
    title: "Avslutte denne?",
    what: "Kva lærte de? Teamet kan lese det. Ein lærdom er like mykje verd som eit resultat.",
    lesson: "Lærdom",
    lessonHint: "Etikettane losnar på kjølerommet.",
  },
  answer: {
    title: "Svar på ideen",
    what: "Teamet og dei som står bak ideen, kan lese svaret, og ideen er ikkje lenger open.",
    choice: "Svaret ditt",
    solved: "Det er løyst",
    notNow: "Ikkje no",
    reasonHint: "Det nye systemet kjem i mars.",
  },
  reopen: {
    title: "Ta opp ideen igjen?",
    what: "Kvifor? Teamet og dei som står bak ideen, kan lese dette.",
  },
  finish: {
    title: "Korleis gjekk det?",
    what: "Éi linje er nok. Om det ikkje verka, er det òg verdt å vite.",
    result: "Korleis det gjekk",
    resultHint: "Korta blir skrivne ut på fredagar. Det sparer oss ein halvtime i veka.",
    done: "Ferdig. Godt jobba!",
    stopped: "Avslutta. Takk for at du deler det du lærte.",
    answered: "Svaret er lagra. Takk.",
    doneWhat: `${inNews} Teamet ser det i neste oppsummering.`,
    undone: "Angra. Ideen er open igjen.",
    reopened: "Ideen er open igjen.",
    reopenedWhat: inNews,
    effect: (minutes, people) => {
      if (!minutes) return people ? `Hjelper ${peopleOf(people)}` : "";
      return `Sparer ${minutesOf(minutes)} i veka per person${!people ? "" : `, for ${peopleOf(people)}`}`;
    },
  },
  checkIn: {
    title: "Korleis går det?",
    intro: "Dette har du teke på deg. Eitt trykk per idé er nok.",
    nudge: "Eg har ikkje høyrt noko om dette sidan eg spurde. Eitt trykk er nok. Sei gjerne frå om det står stille: det hjelper òg.",
    again: "Ein teamleiar lurer på korleis det går med denne. Eitt trykk er nok.",
    noted: "Notert: det går bra.",
    numberNoted: (n) => `Notert: ${n}.`,
    helpNoted: "Notert: du treng hjelp.",
    more: (n) => `Og ${number(n)} til. Trykk Oppgåvene mine for å sjå alle.`,
  },
  callForHelp: {
    title: "Treng du hjelp?",
    what: "Teamleiarane får linja di. Dei kan hjelpe, finne ein ny ansvarleg eller sende ideen vidare.",
    line: "Kva ville hjelpe?",
    lineHint: "Nokon som kan etikettskrivaren",
    willTell: (day) => `Eg seier frå til teamleiarane på ${day} om at du treng hjelp.`,
    asked: "Eg har sagt frå til teamleiarane om at du treng hjelp.",
    alone:
      "Du er den einaste teamleiaren, så det er ingen andre å seie frå til. Med Ny ansvarleg kan du spørje ein kollega. Fram til kollegaen seier ja, er ideen framleis din.",
    noLead: "Ingen leier dette teamet, så det er ingen å seie frå til. Nokon i teamet kan trykke Eg leier teamet i velkomstinnlegget.",
    summary: "Ein ansvarleg treng hjelp",
    needs: (name) => `${name} treng hjelp`,
    whatLeads: "Ta ein prat, spør nokon andre om å ta den, eller send ideen vidare.",
  },
  whys: {
    title: "Kvifor skjer dette?",
    because: "Fordi:",
    first: "Kva er årsaka?",
    next: "Og kvifor er det slik?",
    hint: "Alle skriv ut måndag morgon",
    stop: "Du kan stoppe når årsaka er noko du kan gjere noko med. Høgst fem årsaker.",
    full: "Fem årsaker er nok. Start med den siste, eller med den du kan gjere noko med.",
    seen: "Berre du og teamleiarane ser dette. Det følgjer ideen, så ein ny ansvarleg ser det òg.",
  },
  count: {
    title: "Tel noko",
    what: "Kva tel du?",
    hint: "Gonger skrivaren hengde seg opp denne veka",
    now: "Tal no",
    when: "Eg spør om talet når eg spør korleis det går. Eitt eller to tal før testen viser kva testen endrar.",
    other: "Vil du telje noko anna? Trykk Slutt å telje først, så byrjar teljinga på nytt.",
    seen: "Berre du og teamleiarane ser dette. Det følgjer ideen, så ein ny ansvarleg ser det òg og kan endre det.",
    did: { saved: "Lagra.", ended: "Eg spør ikkje om noko tal lenger." },
    none: "Ingen tal enno.",
    before: "Før testen",
    since: "Sidan då",
    medians: (before, since) => {
      if (before === undefined) return `Sidan testen byrja: ${since}.`;
      return `Før testen: ${before}.${since === undefined ? "" : ` Sidan då: ${since}.`}`;
    },
  },
  quiet: {
    summary: "Ein idé står stille",
    title: (name) => `Ikkje noko svar frå ${name}`,
    what: "Eg har ikkje høyrt noko om denne sidan eg spurde korleis det går. Det kan vere gode grunnar: ta ein prat, eller vel nedanfor.",
    askedAgain: (name) => `Eg har spurt ${name} igjen. Kjem det ikkje noko svar på to arbeidsdagar, seier eg frå.`,
    willAsk: (name, day) => `Eg spør ${name} igjen på ${day}. Kjem det ikkje noko svar på to arbeidsdagar etter det, seier eg frå.`,
    notReached: (name) => `Eg kan ikkje spørje ${name} akkurat no. Ta ein prat, eller vel nedanfor.`,
    answered: (name) => `${name} har svart`,
    otherOwner: (name) => `${name} har ansvaret no`,
  },
  newOwner: {
    title: "Spør ein ny ansvarleg",
    what: "Eg spør i personen sin eigen chat. Det er heilt greitt å seie nei. Fram til nokon seier ja, blir ansvaret der det er.",
  },
};
