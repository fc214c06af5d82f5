import type { CycleWords } from "../en/cycle.ts";
import { count } from "./shared.ts";

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
      if (minutes === undefined) return `Hjelper ${peopleOf(people ?? 0)}`;
      return `Sparer ${minutesOf(minutes)} i uka per person${people === undefined ? "" : `, for ${peopleOf(people)}`}`;
    },
  },
};
