import type { RecordsWords } from "../en/records.ts";

export const records: RecordsWords = {
  files: {
    kinds: {
      "team-export": {
        title: "Teamets dokumenter",
        has: [
          "Det, der er lagt op: idéerne, som teamet har set, deres trin, hvert opslag med dets versioner, referater og tal.",
          "For sig selv ligger det, der kun er skrevet: idéer, som intet opslag har vist endnu, uden tid og uden rækkefølge.",
          "Læs mig-filen forklarer filer og kolonner og siger, hvem der har bestemt, hvor længe de gemmes.",
        ],
        lacks:
          "Ikke med: navne på dem, der skrev, hvis de ikke har valgt at vise dem; tekster uden spor, der venter; nogen, der er spurgt om at tage en idé og ikke har sagt ja.",
      },
      "measures-export": {
        title: "Tal for alle teams",
        has: ["Antal for hver uge, for teams med mindst fem personer. Mindre teams tælles sammen."],
        lacks: "Ikke med: ord fra idéer, navne eller noget om én person.",
      },
    },
    anyone: "Alle, der har linket, kan hente filen. Det virker i 15 minutter, og én gang.",
    made: "Jeg laver filen, når du henter den, og gemmer ingen kopi.",
    asks: "Teams spørger dig i næste besked, om jeg må lægge filen i dit OneDrive. Størrelsen, der vises, er et gæt.",
    get: "Hent filen",
    coming: "Jeg laver filen. Den kommer her, når den ligger i dit OneDrive.",
    declined: "Du sagde nej, så der blev ikke lavet en fil.",
    sent: "Filen ligger i dit OneDrive.",
    failed: {
      over: "Filen kan ikke hentes længere: tiden er gået, eller du må ikke få den længere. Bed om den igen.",
      "too-large": "Filen er for stor til at gå gennem Teams. Dem, der driver Gnist, kan angive en adresse til download (GNIST_URL).",
      "not-taken": "Dit OneDrive tog ikke imod filen. Bed om den igen.",
    },
    page: {
      download: "Download",
      until: (time: string) => `Linket virker til ${time}, og én gang.`,
      gone: {
        title: "Filen er her ikke",
        what: "Linket er for gammelt, allerede brugt eller ikke helt. Bed Gnist om filen igen, i din chat.",
      },
      busy: { title: "Vent et øjeblik", what: "Der laves mange filer lige nu. Gå tilbage, vent et minut, og tryk på Download igen." },
    },
  },
};
