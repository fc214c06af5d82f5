import type { SpreadWords } from "../en/spread.ts";

export const spread: SpreadWords = {
  spread: {
    formTitle: "Erbjuda den till andra team?",
    formWhat:
      "Teamledare i andra team som har en liknande öppen idé läser de här raderna, så som du lämnar dem. De ser inte vilket team det är eller vad någon heter: ta bort namn ur texten också.",
    tried: "Provat:",
    done: "Erbjuden till andra team",
    doneWhat:
      "Teamledare i andra team som har en liknande öppen idé får raderna på en arbetsdag, om deras team tar emot resultat från andra. Ett team får högst två i veckan, så det kan dröja.",
    back: "Erbjudandet är tillbakataget",
    backWhat:
      "Ingen får det längre, och jag tar bort orden ur de chattar där de står. Ett test som ett team redan har valt blir kvar hos det teamet.",
  },
  tip: {
    title: "Ett annat team har löst något liknande",
    shared: (words) => `Gemensamt: ${words}`,
    theirs: "Från ett annat team",
    seen: "Jag säger inte vilket team det är, och inget om er idé går till dem.",
    tried: "Ni provar det",
    triedWhat: "Det står först bland de test som den som tar idén kan välja.",
    owned: (name) => `${name} ansvarar för den här. Visa raderna för ${name}.`,
    refused: "Inte för er: det gäller alla teamledare hos er.",
    over: "Det andra teamet har tagit tillbaka sitt resultat, så texten är borta härifrån.",
  },
};
