import type { RecordsWords } from "../en/records.ts";

export const records: RecordsWords = {
  files: {
    kinds: {
      "team-export": {
        title: "Teamets dokumenter",
        has: [
          "Det som er publisert: ideene som teamet har sett, stegene deres, hvert innlegg med versjonene sine, referater og tall.",
          "For seg selv ligger det som bare er skrevet: ideer som ingen innlegg har vist ennå, uten tid og uten rekkefølge.",
          "Les meg-filen forklarer filer og kolonner, og sier hvem som har bestemt hvor lenge de lagres.",
        ],
        lacks:
          "Ikke med: navn på dem som skrev, hvis de ikke har valgt å vise dem; tekster uten spor som venter; noen som er spurt om å ta en idé og ikke har sagt ja.",
      },
      "measures-export": {
        title: "Tall for alle team",
        has: ["Antall for hver uke, for team med minst fem personer. Mindre team telles sammen."],
        lacks: "Ikke med: ord fra ideer, navn eller noe om én person.",
      },
    },
    anyone: "Alle som har lenken, kan hente filen. Den virker i 15 minutter, og én gang.",
    made: "Jeg lager filen når du henter den, og lagrer ingen kopi.",
    asks: "Teams spør deg i neste melding om jeg kan legge filen i OneDrive-en din. Størrelsen som vises, er en gjetning.",
    get: "Hent filen",
    coming: "Jeg lager filen. Den kommer hit når den ligger i OneDrive-en din.",
    declined: "Du sa nei, så ingen fil ble laget.",
    sent: "Filen ligger i OneDrive-en din.",
    failed: {
      over: "Filen kan ikke hentes lenger: tiden er ute, eller så kan du ikke få den lenger. Be om den igjen.",
      "too-large": "Filen er for stor til å gå gjennom Teams. De som drifter Gnist, kan oppgi en adresse for nedlasting (GNIST_URL).",
      "not-taken": "OneDrive-en din tok ikke imot filen. Be om den igjen.",
    },
    page: {
      download: "Last ned",
      until: (time: string) => `Lenken virker til ${time}, og én gang.`,
      gone: {
        title: "Filen er ikke her",
        what: "Lenken er for gammel, allerede brukt eller ikke hel. Be Gnist om filen igjen, i chatten din.",
      },
      busy: { title: "Vent et øyeblikk", what: "Mange filer lages akkurat nå. Gå tilbake, vent et minutt og trykk på Last ned igjen." },
    },
  },
};
