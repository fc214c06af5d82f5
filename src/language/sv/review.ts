import type { ReviewWords } from "../en/review.ts";

export const review: ReviewWords = {
  draft: {
    title: "Utkast till sammanfattningen",
    posts: (when) => `Går ut av sig själv ${when}.`,
    waits: "Det väntar på dig: tryck på Publicera nu när du är klar.",
    only: "Bara teamledare ser utkastet.",
    held: "Väntar",
    posted: (when) => `Publicerat ${when}.`,
    holdTitle: "Låt en idé vänta",
    holdWhat: "Den tas inte med i sammanfattningen. Den som skrev får veta varför.",
    holdReason: "Varför (den som skrev ser det)",
    proposeTitle: "Föreslå en ansvarig",
    proposeWhat: "Jag frågar personen. Inget visas förrän det är ett ja.",
    titleTitle: "Ändra en rubrik",
    titleWhat: "Kortare eller tydligare. De egna orden finns kvar.",
    newTitle: "Ny rubrik",
    idea: "Vilken idé?",
    chooseIdea: "Välj en idé",
    posting: (channel) => `Sammanfattningen är på väg till ${channel || "kanalen"}.`,
  },
};
