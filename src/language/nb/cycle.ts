import type { CycleWords } from "../en/cycle.ts";
import { count, date, number } from "./shared.ts";

const minutesOf = (n: number) => count(n, { one: "minutt", other: "minutter" });
const peopleOf = (n: number) => count(n, { one: "person", other: "personer" });

const inNews = "De som står bak ideen, får vite det i neste beskjed, en arbeidsdag kl. 15.00.";

export const cycle: CycleWords = {
  test: {
    start: "Begynn testen",
    startWhat: "Hva er det minste å prøve, og når vil du vite hvordan det gikk?",
    again: "Test igjen",
    againWhat: "Hva prøver du denne gangen, og når vil du vite hvordan det gikk?",
  },
  check: {
    title: "Hvordan gikk det?",
    what: "Teamet kan lese det du skriver her.",
    helped: "Hjalp det?",
    helpedHint: "Ja. Kveldsvakta finner nøklene med en gang.",
    minutes: "Minutter i uka, per person",
    people: "Hvor mange personer",
    guess: "Sparer det tid? Et anslag er nok. La det stå tomt hvis du ikke vet.",
  },
  stop: {
    title: "Avslutte denne?",
    what: "Hva lærte du? Teamet leser det. En lærdom er like mye verdt som et resultat.",
    lesson: "Lærdom",
    lessonHint: "Etikettene fester seg ikke på kjølerommet.",
  },
  answer: {
    title: "Svar på ideen",
    what: "Teamet og de som står bak ideen, leser svaret, og ideen avsluttes.",
    choice: "Svaret ditt",
    solved: "Det er løst",
    notNow: "Ikke nå",
    reasonHint: "Det nye systemet kommer i mars.",
  },
  reopen: {
    title: "Ta den opp igjen?",
    what: "Hvorfor? Teamet og de som står bak ideen, leser dette.",
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
    intro: "Dette er ditt. Ett trykk på hver er nok.",
    nudge: "Jeg har ikke hørt noe om dette siden jeg spurte. Ett trykk er nok. Si gjerne fra om det står stille: det hjelper også.",
    again: "En teamleder lurer på hvordan det går med denne. Ett trykk er nok.",
    none: "Du har ikke noe åpent nå.",
    noted: "Notert: det går framover.",
    helpNoted: "Notert: du trenger hjelp.",
    wasDue: (due, otherYear) => `datoen var ${date(due, otherYear)}`,
    more: (n) => `Og ${number(n)} til. Trykk på Mine oppgaver for å se alle.`,
  },
  callForHelp: {
    title: "Trenger du hjelp?",
    what: "Teamlederne får linjen din. De kan hjelpe, finne en ny ansvarlig eller sende den videre.",
    line: "Hva ville hjelpe?",
    lineHint: "Noen som kan etikettskriveren",
    willTell: (day) => `Jeg sier fra til teamlederne på ${day} om at du trenger hjelp.`,
    asked: "Jeg har sagt fra til teamlederne om at du trenger hjelp.",
    alone: "Du er den eneste teamlederen, så det er ingen andre å si fra til. Med Gi tilbake blir ideen ledig igjen.",
    summary: "En ansvarlig trenger hjelp",
    needs: (name) => `${name} trenger hjelp`,
    whatLeads: "Ta en prat, eller spør noen andre om å ta den.",
  },
  quiet: {
    summary: "En idé står stille",
    title: (name) => `Ikke noe svar fra ${name}`,
    what: "Jeg har ikke hørt noe om denne siden jeg spurte hvordan det går. Det kan være gode grunner: ta en prat, eller velg nedenfor.",
    askedAgain: (name) => `Jeg har spurt ${name} igjen. Kommer det ikke noe svar på to arbeidsdager, sier jeg fra.`,
    answered: (name) => `${name} har svart`,
  },
  newOwner: {
    title: "Spør en ny ansvarlig",
    what: "Jeg spør i en egen chat, og det er lov å si nei. Til noen sier ja, er den ansvarlige der fortsatt.",
  },
};
