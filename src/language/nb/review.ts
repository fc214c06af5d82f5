import type { ReviewWords } from "../en/review.ts";

export const review: ReviewWords = {
  draft: {
    title: "Utkast til oppsummeringen",
    posts: (when) => `Går ut av seg selv ${when}.`,
    waits: "Det venter på deg: trykk Publiser nå når du er klar.",
    only: "Bare teamledere ser utkastet.",
    held: "Venter",
    posted: (when) => `Publisert ${when}.`,
    holdTitle: "La en idé vente",
    holdWhat: "Den blir ikke med i oppsummeringen. Den som skrev, får vite hvorfor.",
    holdReason: "Hvorfor (den som skrev, ser dette)",
    proposeTitle: "Foreslå en ansvarlig",
    proposeWhat: "Jeg spør personen. Ingenting vises før svaret er ja.",
    titleTitle: "Endre en tittel",
    titleWhat: "Kortere eller tydeligere. De opprinnelige ordene blir tatt vare på.",
    newTitle: "Ny tittel",
    idea: "Hvilken idé?",
    chooseIdea: "Velg en idé",
    posting: (channel) => `Oppsummeringen er på vei til ${channel || "kanalen"}.`,
  },
};
