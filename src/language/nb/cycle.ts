import type { CycleWords } from "../en/cycle.ts";
import { count, number } from "./shared.ts";

const minutesOf = (n: number) => count(n, { one: "minutt", other: "minutter" });
const peopleOf = (n: number) => count(n, { one: "person", other: "personer" });

const inNews = "Jeg forteller det til dem som står bak ideen, kl. 15:00 på en arbeidsdag.";

export const cycle: CycleWords = {
  test: {
    start: "Begynn å teste",
    startWhat: "Hva er det minste du kan prøve, og når vil du vite hvordan det gikk?",
    again: "Test igjen",
    againWhat: "Hva prøver du denne gangen, og når vil du vite hvordan det gikk?",
  },
  check: {
    title: "Hvordan gikk det?",
    what: "Teamet kan lese det du skriver her.",
    wasNewGround: "Dette var ny mark: det du lærte, er resultatet.",
    helped: "Hjalp det?",
    helpedHint: "Ja. Kveldsvakta finner nøklene med en gang.",
    minutes: "Minutter i uka, per person",
    people: "Hvor mange personer",
    guess: "Sparer det tid? Et anslag er nok. La det stå tomt hvis du ikke vet.",
  },
  stop: {
    title: "Avslutte denne?",
    what: "Hva lærte dere? Teamet kan lese det. En lærdom er like mye verdt som et resultat.",
    lesson: "Lærdom",
    lessonHint: "Etikettene løsner på kjølerommet.",
  },
  answer: {
    title: "Svar på ideen",
    what: "Teamet og de som står bak ideen, kan lese svaret, og ideen er ikke lenger åpen.",
    choice: "Svaret ditt",
    solved: "Det er løst",
    notNow: "Ikke nå",
    reasonHint: "Det nye systemet kommer i mars.",
  },
  reopen: {
    title: "Ta den opp igjen?",
    what: "Hvorfor? Teamet og de som står bak ideen, kan lese dette.",
  },
  finish: {
    title: "Hvordan gikk det?",
    what: "Én linje er nok. Hvis det ikke virket, er det også verdt å vite.",
    result: "Hvordan det gikk",
    resultHint: "Kortene skrives ut på fredager. Det sparer oss en halvtime i uka.",
    done: "Ferdig. Godt jobbet!",
    stopped: "Avsluttet. Takk for at du deler det du lærte.",
    answered: "Svaret er lagret. Takk.",
    doneWhat: `${inNews} Teamet ser det i neste oppsummering.`,
    undone: "Angret. Den er åpen igjen.",
    reopened: "Den er åpen igjen.",
    reopenedWhat: inNews,
    effect: (minutes, people) => {
      if (!minutes) return people ? `Hjelper ${peopleOf(people)}` : "";
      return `Sparer ${minutesOf(minutes)} i uka per person${!people ? "" : `, for ${peopleOf(people)}`}`;
    },
  },
  checkIn: {
    title: "Hvordan går det?",
    intro: "Dette har du tatt på deg. Ett trykk per idé er nok.",
    nudge: "Jeg har ikke hørt noe om dette siden jeg spurte. Ett trykk er nok. Si gjerne fra om det står stille: det hjelper også.",
    again: "En teamleder lurer på hvordan det går med denne. Ett trykk er nok.",
    noted: "Notert: det går bra.",
    numberNoted: (n) => `Notert: ${n}.`,
    helpNoted: "Notert: du trenger hjelp.",
    more: (n) => `Og ${number(n)} til. Trykk Mine oppgaver for å se alle.`,
  },
  callForHelp: {
    title: "Trenger du hjelp?",
    what: "Teamlederne får linja di. De kan hjelpe, finne en ny ansvarlig eller sende ideen videre.",
    line: "Hva ville hjelpe?",
    lineHint: "Noen som kan etikettskriveren",
    willTell: (day) => `Jeg sier fra til teamlederne på ${day} om at du trenger hjelp.`,
    asked: "Jeg har sagt fra til teamlederne om at du trenger hjelp.",
    alone:
      "Du er den eneste teamlederen, så det er ingen andre å si fra til. Med Ny ansvarlig kan du spørre en kollega. Fram til kollegaen sier ja, er ideen fortsatt din.",
    noLead: "Ingen leder dette teamet, så det er ingen å si fra til. Noen i teamet kan trykke Jeg leder teamet i velkomstinnlegget.",
    summary: "En ansvarlig trenger hjelp",
    needs: (name) => `${name} trenger hjelp`,
    whatLeads: "Ta en prat, spør noen andre om å ta den, eller send den videre.",
  },
  whys: {
    title: "Hvorfor skjer dette?",
    because: "Fordi:",
    first: "Hva er årsaken?",
    next: "Og hvorfor er det slik?",
    hint: "Alle skriver ut mandag morgen",
    stop: "Du kan stoppe når årsaken er noe du kan gjøre noe med. Høyst fem årsaker.",
    full: "Fem årsaker er nok. Begynn med den siste, eller med den du kan gjøre noe med.",
    seen: "Bare du og teamlederne ser dette. Det følger ideen, så en ny ansvarlig ser det også.",
  },
  count: {
    title: "Tell noe",
    what: "Hva teller du?",
    hint: "Ganger skriveren hang seg opp denne uka",
    now: "Antall nå",
    when: "Jeg spør om antallet når jeg spør hvordan det går. Ett eller to tall før testen viser hva testen endrer.",
    other: "Vil du telle noe annet? Trykk Slutt å telle først, så begynner tellingen på nytt.",
    seen: "Bare du og teamlederne ser dette. Det følger ideen, så en ny ansvarlig ser det også og kan endre det.",
    did: { saved: "Lagret.", ended: "Jeg spør ikke om noe antall lenger." },
    none: "Ingen tall ennå.",
    before: "Før testen",
    since: "Siden da",
    medians: (before, since) => {
      if (before === undefined) return `Siden testen begynte: ${since}.`;
      return `Før testen: ${before}.${since === undefined ? "" : ` Siden da: ${since}.`}`;
    },
  },
  quiet: {
    summary: "En idé står stille",
    title: (name) => `Ikke noe svar fra ${name}`,
    what: "Jeg har ikke hørt noe om denne siden jeg spurte hvordan det går. Det kan være gode grunner: ta en prat, eller velg nedenfor.",
    askedAgain: (name) => `Jeg har spurt ${name} igjen. Kommer det ikke noe svar på to arbeidsdager, sier jeg fra.`,
    willAsk: (name, day) => `Jeg spør ${name} igjen på ${day}. Kommer det ikke noe svar på to arbeidsdager etter det, sier jeg fra.`,
    notReached: (name) => `Jeg kan ikke spørre ${name} akkurat nå. Ta en prat, eller velg nedenfor.`,
    answered: (name) => `${name} har svart`,
    otherOwner: (name) => `${name} har ansvaret nå`,
  },
  newOwner: {
    title: "Spør en ny ansvarlig",
    what: "Jeg spør i personens egen chat. Det er helt greit å si nei. Fram til noen sier ja, blir ansvaret der det er.",
  },
};
