import type { SpreadWords } from "../en/spread.ts";

export const spread: SpreadWords = {
  spread: {
    formTitle: "Tilbyd den til andre teams?",
    formWhat:
      "Teamledere i andre teams, der har en åben idé som denne, læser disse linjer, som du lader dem stå. De ser ikke, hvilket team det er, eller hvad nogen hedder: fjern også navne fra teksten.",
    tried: "Prøvet:",
    done: "Tilbudt til andre teams",
    doneWhat:
      "Teamledere i andre teams, der har en åben idé som denne, får linjerne på en arbejdsdag, hvis deres team tager imod resultater fra andre. Et team får højst to om ugen, så det kan tage lidt tid.",
    back: "Tilbuddet er trukket tilbage",
    backWhat:
      "Ingen får det længere, og jeg fjerner ordene fra de chats, hvor de står. En test, som et team allerede har valgt, bliver hos det team.",
  },
  tip: {
    title: "Et andet team har løst noget lignende",
    shared: (words) => `Fælles: ${words}`,
    theirs: "Fra et andet team",
    seen: "Jeg siger ikke, hvilket team det er, og intet om jeres idé går til dem.",
    tried: "I prøver det",
    triedWhat: "Det står først blandt de test, som den, der tager idéen, kan vælge.",
    owned: (name) => `${name} er tovholder på den her. Vis linjerne til ${name}.`,
    refused: "Ikke for jer: det gælder alle teamledere hos jer.",
    over: "Det andet team har trukket sit resultat tilbage, så teksten er væk herfra.",
  },
};
