import type { RecordsWords } from "../en/records.ts";
import { number } from "./shared.ts";

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
      "review-word": {
        title: "Gennemgangen som Word",
        has: ["Månedens gennemgang og mødets dagsorden, med overskrifter og en tabel over handlingerne."],
        lacks:
          "Det, der ændres eller trækkes tilbage senere, står stadig i filen. Ikke med: navne på dem, der skrev, medmindre de har valgt at vise dem.",
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
  export: {
    made: (when: string) => `Lavet af Gnist ${when}, da en teamleder hentede den.`,
    why: "Det er teamets dokumenter om forbedringer i hverdagen: til eget brug, til arkivet og til den, der beder om aktindsigt.",
    apart:
      "Det, der er lagt op for teamet, ligger i mappen posted; det kan man sandsynligvis få aktindsigt i. Det, der kun er skrevet, og som kun teamledere har set, ligger i mappen written. Se på dem hver for sig, før noget gives ud.",
    kept: (months: number) => `Gnist gemmer idéer og opslag i ${number(months)} måneder efter det seneste, der skete.`,
    untilExported: "De gemmes, til de er eksporteret.",
    by: (role: string) => `Den indstilling er valgt af ${role}.`,
    byGnist: "Det er Gnists egen indstilling: ingen har valgt en anden tid.",
    csv: "CSV-filer har semikolon og UTF-8. En apostrof først i en celle hindrer regnearket i at køre den; fjern én for at få teksten. JSON-filerne har det samme uden den.",
    version: (version: number, date: string) => `Version ${number(version)}, ${date}`,
    files: {
      ideas: "Idéer, som opslag har vist teamet, i tilfældig rækkefølge.",
      steps: "Deres historie, som alle i teamet må læse den.",
      posts:
        "Hvert opslag, som det stod i kanalen, med alle versioner: det, der blev ændret eller taget tilbage senere, er en version for sig.",
      measures: "Antal for hver runde.",
      written:
        "Idéer, som intet opslag har vist, og idéer, som en teamleder holder tilbage: i tilfældig rækkefølge, uden navn på den, der skrev, og uden tid.",
      checksums: "SHA-256 for hver anden fil. Kontrollér sådan: sha256sum -c checksums.txt",
      allTeams: "Alle teams samlet, over tolv uger.",
      teams: "Hvert team med mindst fem personer, over tolv uger, aldrig rangordnet.",
    },
    columns: {
      number: "idéens korte nummer i teamet",
      title: "titlen, som teamet læser den",
      proposal: "hvad den, der skrev, foreslår",
      kind: "emnet",
      stage: "hvor den står, med Gnists egne navne for trinnet",
      voices: "personer bag den",
      author: "den, der skrev, kun hvis personen valgte at vise sit navn",
      owner: "personen, der tog den",
      shown: "dagen for opslaget, der først viste den",
      due: "datoen, som den ansvarlige eller en teamleder har sat",
      test: "den mindste prøve",
      effort: "ventet arbejde: small (lidt), some (noget) eller big (meget)",
      effect: "ventet effekt: little (lille), some (nogen) eller much (stor)",
      reach: "improve: finjusterer det, der gøres; new-ground: et forsøg, der gerne må mislykkes",
      result: "hvad der kom ud af den",
      lesson: "hvad teamet lærte, da den blev stoppet",
      minutes: "minutter om ugen, som den sparer for én person, ifølge den ansvarlige",
      people: "hvor mange der sparer dem",
      contact: "koordinatoren, der lovede et svar",
      answer_by: "datoen for svaret",
      date: "dagen for trinnet; ingen ligger før opslaget, der først viste idéen",
      event: "hvad der skete, med Gnists eget navn",
      reason: "grunden, som teamet må læse; for en idé, der holdes tilbage, teamlederens grund",
      week: "rundens ISO-uge",
      asked: "personer, der fik spørgsmålet",
      answered: "personer, der svarede",
      answered_is: "exactly (præcist), at-least (mindst) eller less-than (færre end): antal under fem er aldrig præcise",
      ideas: "nye idéer",
      ended: "idéer, der blev afsluttet",
      teams: "teams, der har Gnist",
      team: "teamet",
      until: "den sidste af de tolv uger, der tælles",
      adopted: "idéer, der blev indført",
      stopped: "idéer, der blev stoppet med en lære",
      solved: "indførte idéer, som teamet selv løste",
      passed_on: "idéer, der blev sendt videre til koordinatorer",
    },
  },
};
