import type { ReviewWords } from "../en/review.ts";
import { number } from "./shared.ts";

export const review: ReviewWords = {
  draft: {
    title: "Utkast til oppsummeringen",
    posts: (when) => `Går ut av seg selv ${when}.`,
    waits: "Det venter på deg: trykk Publiser nå når du er klar.",
    only: "Bare teamledere ser utkastet.",
    held: "Venter",
    posted: (when) => `Publisert ${when}.`,
    already: (when) => `Allerede publisert, ${when}. Ingenting ble publisert eller endret nå.`,
    over: "Dette er et gammelt utkast. Ingenting ble publisert eller endret nå.",
    nothing: "Ingenting ble publisert denne gangen: det var ikke noe nytt.",
    others: "Endre hvilken som helst idé",
    early: {
      title: "Publisere oppsummeringen nå?",
      half: "Færre enn halvparten av dem som har fått spørsmålet, har svart så langt.",
      fewer: (few, asked) => `Færre enn ${number(few)} av de ${number(asked)} som har fått spørsmålet, har svart så langt.`,
      count: (answered, asked) => `${number(answered)} av de ${number(asked)} som har fått spørsmålet, har svart så langt.`,
      later: "Ideer som kommer senere, blir med i neste oppsummering.",
    },
    change: {
      title: "Endre en idé",
      newTitle: "Tittel",
      titleWhat: "Kortere eller tydeligere. De opprinnelige ordene blir tatt vare på.",
      owner: "Foreslå en ansvarlig",
      person: "Person",
      date: "Dato",
      ownerWhat: "Jeg spør i personens egen chat. Ingen navn vises før svaret er ja.",
      reason: "Begrunnelse",
      holdWhat: "Den blir ikke med i oppsummeringen. Den som skrev, får lese begrunnelsen når oppsummeringen har gått ut.",
      isHeld: "Den venter og er ikke med i noen oppsummering før du tar den med igjen.",
    },
    idea: "Hvilken idé?",
    chooseIdea: "Velg en idé",
    posting: (channel) => `Oppsummeringen er på vei til ${channel || "kanalen"}.`,
  },
};
