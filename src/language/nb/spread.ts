import type { SpreadWords } from "../en/spread.ts";

export const spread: SpreadWords = {
  spread: {
    formTitle: "Tilby den til andre team?",
    formWhat:
      "Teamledere i andre team som har en lignende åpen idé, leser disse linjene slik du lar dem stå. De ser ikke hvilket team det er, eller hva noen heter: ta bort navn fra teksten også.",
    tried: "Prøvd:",
    done: "Tilbudt til andre team",
    doneWhat:
      "Teamledere i andre team som har en lignende åpen idé, får linjene på en arbeidsdag, hvis teamet deres tar imot resultater fra andre. Et team får høyst to i uka, så det kan ta litt tid.",
    back: "Tilbudet er trukket tilbake",
    backWhat:
      "Ingen får det lenger, og jeg tar ordene ut av chattene der de står. En test som et team allerede har valgt, blir hos det teamet.",
  },
  tip: {
    title: "Et annet team har løst noe lignende",
    shared: (words) => `Felles: ${words}`,
    theirs: "Fra et annet team",
    seen: "Jeg sier ikke hvilket team det er, og ingenting om ideen deres går til dem.",
    tried: "Dere prøver det",
    triedWhat: "Det står først blant testene som den som tar ideen, kan velge.",
    owned: (name) => `${name} har ansvaret for denne. Vis linjene til ${name}.`,
    refused: "Ikke for dere: det gjelder alle teamlederne hos dere.",
    over: "Det andre teamet har trukket resultatet sitt tilbake, så teksten er borte herfra.",
  },
};
