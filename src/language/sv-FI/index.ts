import { formatOf } from "../format.ts";
import { sv } from "../sv/index.ts";
import { saidOtherwise } from "../variety.ts";

const { day, time } = formatOf("sv-FI");

const promise =
  "Gnist visar aldrig vem som skrev vad, om du inte själv väljer att visa ditt namn. Din arbetsgivares dataförvaltning kan söka i Teams-chattar.";
const inNews = sv.finish.reopenedWhat.replace("15:00", "15.00");

/** Finland's Swedish: the words of Swedish, but for those that public work in Finland says otherwise. Its commands are those of Swedish. */
export const svFI = saidOtherwise(sv, {
  language: "sv-FI",
  commands: { self: ["finlandssvenska", "finlandssvensk", "svenska (finland)", "suomenruotsi", "finland swedish", "swedish (finland)"] },
  format: { day, time, at: (ms, zone) => `${day(ms, zone)} kl. ${time(ms, zone)}` },
  languageSet: "Från och med nu skriver jag till dig på finlandssvenska.",
  readyTests: {
    information: [
      sv.readyTests.information[0],
      sv.readyTests.information[1],
      "Säg det när varje skift börjar, i tre dagar.",
      sv.readyTests.information[3],
      sv.readyTests.information[4],
      sv.readyTests.information[5],
    ],
  },
  form: {
    questions: { success: { placeholder: "Det korta mötet när skiftet börjar …" } },
    first: (addedBy, team, when) =>
      `${addedBy ? `${addedBy} har lagt till mig` : "Jag har lagts till"} i ${team}. Ditt team ser din rad${when ? ` på ${when}` : ""}, utan ditt namn; det teamet publicerar kan begäras ut som offentlig handling. Inga namn på patienter eller kollegor. Pausa stoppar frågorna.`,
    noNames: "Inga namn på patienter, klienter eller kollegor.",
  },
  check: { helpedHint: "Ja. Kvällsskiftet hittar nycklarna direkt." },
  finish: { doneWhat: sv.finish.doneWhat.replace("15:00", "15.00"), reopenedWhat: inNews },
  welcome: { secret: promise },
  board: { rule: sv.board.rule.replace("allmän handling", "offentlig handling") },
  whoSees: { promise, rows: { record: "kan begäras ut som offentlig handling." } },
  pause: { resumed: "Roligt att du är tillbaka. Nu frågar jag dig igen." },
  status: { notReached: { "not-installed": { what: "Dataförvaltningen kan installera Gnist för alla i teamet. Då når jag fram." } } },
  mySettings: {
    newsWhat: "Högst ett meddelande per arbetsdag, kl. 15.00, och bara när något har hänt.",
    language: "Jag skriver till dig på finlandssvenska. Skriv språk om du vill ha ett annat.",
  },
  defaults: {
    whistle: "Länk till arbetsgivarens rapporteringskanal",
    link: { set: "Länken till rapporteringskanalen lades in.", removed: "Länken till rapporteringskanalen togs bort." },
  },
  defaultsButtons: { whistle: "Rapporteringskanal" },
});
