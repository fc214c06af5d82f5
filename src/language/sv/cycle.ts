import type { CycleWords } from "../en/cycle.ts";

export const cycle: CycleWords = {
  finish: {
    title: "Hur gick det?",
    what: "En rad räcker. Om det inte fungerade är det också värt att veta.",
    result: "Hur det gick",
    resultHint: "Brickorna skrivs ut på fredagar. Det sparar oss en halvtimme i veckan.",
    done: "Klart. Bra jobbat!",
    doneWhat: "Teamet ser det i nästa sammanfattning. De som står bakom idén får veta det nu.",
    reopened: "Ångrat. Den är öppen igen.",
  },
};
