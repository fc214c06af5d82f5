import type { ReviewWords } from "../en/review.ts";
import { number } from "./shared.ts";

export const review: ReviewWords = {
  draft: {
    title: "Utkast till sammanfattningen",
    posts: (when) => `Går ut av sig själv ${when}.`,
    waits: "Det väntar på dig: tryck på Publicera nu när du är klar.",
    only: "Bara teamledare ser utkastet.",
    held: "Väntar",
    posted: (when) => `Publicerat ${when}.`,
    already: (when) => `Redan publicerat, ${when}. Inget publicerades eller ändrades nu.`,
    over: "Det här är ett gammalt utkast. Inget publicerades eller ändrades nu.",
    nothing: "Inget publicerades den här gången: det fanns inget nytt.",
    others: "Ändra vilken idé som helst",
    early: {
      title: "Publicera sammanfattningen nu?",
      half: "Färre än hälften av dem som har fått frågan har svarat än så länge.",
      fewer: (few, asked) => `Färre än ${number(few)} av de ${number(asked)} som har fått frågan har svarat än så länge.`,
      count: (answered, asked) => `${number(answered)} av de ${number(asked)} som har fått frågan har svarat än så länge.`,
      later: "Idéer som kommer senare tas med i nästa sammanfattning.",
    },
    change: {
      title: "Ändra en idé",
      newTitle: "Rubrik",
      titleWhat: "Kortare eller tydligare. De egna orden finns kvar.",
      owner: "Föreslå en ansvarig",
      person: "Person",
      date: "Datum",
      ownerWhat: "Jag frågar i personens egen chatt. Inget namn visas förrän det är ett ja.",
      reason: "Anledning",
      holdWhat: "Den tas inte med i sammanfattningen. Den som skrev får läsa anledningen när sammanfattningen har gått ut.",
      isHeld: "Den får vänta och är inte med i någon sammanfattning förrän du tar med den igen.",
    },
    idea: "Vilken idé?",
    chooseIdea: "Välj en idé",
    posting: (channel) => `Sammanfattningen är på väg till ${channel || "kanalen"}.`,
  },
};
