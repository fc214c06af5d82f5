import type { RecordsWords } from "../en/records.ts";

export const records: RecordsWords = {
  files: {
    kinds: {
      "team-export": {
        title: "Dokumenta til teamet",
        has: [
          "Det som er publisert: ideane som teamet har sett, stega deira, kvart innlegg med versjonane sine, referat og tal.",
          "For seg sjølv ligg det som berre er skrive: idear som ingen innlegg har vist enno, utan tid og utan rekkjefølgje.",
          "Les meg-fila forklarer filer og kolonnar, og seier kven som har bestemt kor lenge dei blir lagra.",
        ],
        lacks:
          "Ikkje med: namn på dei som skreiv, om dei ikkje har valt å vise dei; tekstar utan spor som ventar; nokon som er spurd om å ta ein idé og ikkje har sagt ja.",
      },
      "measures-export": {
        title: "Tal for alle team",
        has: ["Tal for kvar veke, for team med minst fem personar. Mindre team blir talde saman."],
        lacks: "Ikkje med: ord frå idear, namn eller noko om éin person.",
      },
    },
    anyone: "Alle som har lenkja, kan hente fila. Ho verkar i 15 minutt, og éin gong.",
    made: "Eg lagar fila når du hentar ho, og lagrar ingen kopi.",
    asks: "Teams spør deg i neste melding om eg kan leggje fila i OneDrive-en din. Storleiken som blir vist, er ei gjetting.",
    get: "Hent fila",
    coming: "Eg lagar fila. Ho kjem hit når ho ligg i OneDrive-en din.",
    declined: "Du sa nei, så inga fil blei laga.",
    sent: "Fila ligg i OneDrive-en din.",
    failed: {
      over: "Fila kan ikkje hentast lenger: tida er ute, eller så kan du ikkje få ho lenger. Be om ho igjen.",
      "too-large": "Fila er for stor til å gå gjennom Teams. Dei som driftar Gnist, kan oppgi ei adresse for nedlasting (GNIST_URL).",
      "not-taken": "OneDrive-en din tok ikkje imot fila. Be om ho igjen.",
    },
    page: {
      download: "Last ned",
      until: (time: string) => `Lenkja verkar til ${time}, og éin gong.`,
      gone: {
        title: "Fila er ikkje her",
        what: "Lenkja er for gammal, alt brukt eller ikkje heil. Be Gnist om fila igjen, i chatten din.",
      },
      busy: { title: "Vent litt", what: "Mange filer blir laga akkurat no. Gå tilbake, vent eit minutt og trykk på Last ned igjen." },
    },
  },
};
