import type { SpreadWords } from "../en/spread.ts";

export const spread: SpreadWords = {
  spread: {
    formTitle: "Tilby resultatet til andre team?",
    formWhat:
      "Teamleiarar i andre team som har ein liknande open idé, les desse linjene slik du lèt dei stå. Dei ser ikkje kva team det er, eller kva nokon heiter: ta bort namn frå teksten òg.",
    tried: "Prøvd:",
    done: "Tilbode til andre team",
    doneWhat:
      "Teamleiarar i andre team som har ein liknande open idé, får linjene på ein arbeidsdag, om teamet deira tek imot resultat frå andre. Eit team får høgst to i veka, så det kan ta litt tid.",
    back: "Tilbodet er trekt tilbake",
    backWhat: "Ingen får det lenger, og eg tek orda ut av chattane der dei står. Ein test som eit team alt har valt, blir hos det teamet.",
  },
  tip: {
    title: "Eit anna team har løyst noko liknande",
    shared: (words) => `Felles: ${words}`,
    theirs: "Frå eit anna team",
    seen: "Eg seier ikkje kva team det er, og ingenting om ideen dykkar går til dei.",
    tried: "De prøver det",
    triedWhat: "Det står først blant testane som den som tek ideen, kan velje.",
    owned: (name) => `${name} har ansvaret for denne. Vis linjene til ${name}.`,
    refused: "Ikkje for dykk: det gjeld alle teamleiarane hos dykk.",
    over: "Det andre teamet har trekt resultatet sitt tilbake, så teksten er borte herifrå.",
  },
};
