import type { RecordsWords } from "../en/records.ts";

export const records: RecordsWords = {
  files: {
    kinds: {
      "team-export": {
        title: "Teamets handlingar",
        has: [
          "Det som har publicerats: idéerna som teamet har sett, deras steg, varje inlägg med sina versioner, protokoll och siffror.",
          "För sig ligger det som bara är skrivet: idéer som inget inlägg har visat än, utan tid och utan ordning.",
          "Läs mig-filen förklarar filer och kolumner, och säger vem som har bestämt hur länge de sparas.",
        ],
        lacks:
          "Finns inte med: namn på dem som skrev, om de inte har valt att visa dem; texter utan spår som väntar; någon som har fått frågan att ta en idé och inte har sagt ja.",
      },
      "measures-export": {
        title: "Siffror för alla team",
        has: ["Antal för varje vecka, för team med minst fem personer. Mindre team räknas tillsammans."],
        lacks: "Finns inte med: ord ur idéer, namn eller något om en enskild person.",
      },
    },
    anyone: "Alla som har länken kan hämta filen. Den fungerar i 15 minuter, och en gång.",
    made: "Jag gör filen när du hämtar den, och sparar ingen kopia.",
    asks: "Teams frågar dig i nästa meddelande om jag får lägga filen i din OneDrive. Storleken som visas är en gissning.",
    get: "Hämta filen",
    coming: "Jag gör filen. Den kommer hit när den ligger i din OneDrive.",
    declined: "Du sa nej, så ingen fil gjordes.",
    sent: "Filen ligger i din OneDrive.",
    failed: {
      over: "Filen kan inte hämtas längre: tiden har gått ut, eller så får du inte ha den längre. Be om den igen.",
      "too-large": "Filen är för stor för att gå genom Teams. De som driver Gnist kan ange en adress för nedladdning (GNIST_URL).",
      "not-taken": "Din OneDrive tog inte emot filen. Be om den igen.",
    },
    page: {
      download: "Ladda ner",
      until: (time: string) => `Länken fungerar till ${time}, och en gång.`,
      gone: {
        title: "Filen finns inte här",
        what: "Länken är för gammal, redan använd eller inte hel. Be Gnist om filen igen, i din chatt.",
      },
      busy: { title: "Vänta ett ögonblick", what: "Många filer görs just nu. Gå tillbaka, vänta en minut och tryck på Ladda ner igen." },
    },
  },
};
