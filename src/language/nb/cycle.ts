import type { CycleWords } from "../en/cycle.ts";

export const cycle: CycleWords = {
  finish: {
    title: "Hvordan gikk det?",
    what: "Én linje er nok. Hvis det ikke virket, er det også verdt å vite.",
    result: "Hvordan det gikk",
    resultHint: "Kortene skrives ut på fredager. Det sparer oss en halvtime i uka.",
    done: "Ferdig. Godt jobbet!",
    doneWhat: "Teamet ser det i neste oppsummering. De som står bak ideen, får vite det nå.",
    reopened: "Angret. Den er åpen igjen.",
  },
};
