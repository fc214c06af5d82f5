import type { ReviewWords } from "../en/review.ts";
import { count, number } from "./shared.ts";

export const review: ReviewWords = {
  review: {
    heading: (month) => `Gennemgang af ${month}`,
    summary: (team, month) => `${team}: gennemgang af ${month}`,
    only: "Kun teamledere ser det her, indtil en af jer lægger det op.",
    soFar: "Måneden er ikke slut endnu. Gennemgangen kan lægges op fra og med næste måned.",
    worked: "Det virkede: gør mere af det",
    improve: "Det vil vi forbedre",
    problems: "De problemer havde vi",
    actions: "Handlinger",
    learned: "Det lærte vi",
    why: {
      stopped: "Afsluttet",
      late: (date) => `Ikke færdig endnu: datoen var ${date}`,
      "answer-late": (date) => `Sendt videre: svaret skulle være kommet ${date}`,
      waits: (days) => `Ingen tovholder endnu, efter ${count(days, { one: "dag", other: "dage" })}`,
    },
    columns: { what: "Hvad", who: "Hvem", when: "Senest" },
    noDate: "ingen dato",
    answered: (turnout) => `${turnout} svarede`,
    rounds: (counts) => `Runder, der sluttede i måneden: ${counts}`,
    channel: "Læg op i",
    words: "Vores egne ord øverst (valgfrit)",
    posting: {
      posting: (channel) => `Den bliver lagt op i ${channel || "kanalen"}.`,
      posted: (channel, when) => `Den er i ${channel || "kanalen"}${when ? ` siden ${when}` : ""}.`,
      refused: (channel) =>
        `Jeg kunne ikke lægge den op i ${channel || "kanalen"}. Se efter, om jeg stadig er der, eller vælg en anden kanal.`,
      doubtful: (channel) =>
        `Jeg ved ikke, om den kom frem til ${channel || "kanalen"}. Se gerne efter dér. Læg den kun op igen, hvis den ikke er der.`,
    },
    stays: (number, month, channel) =>
      `${number === undefined ? "En idé" : `#${number}`} er trukket tilbage. Jeg kan ikke ændre gennemgangen af ${month}, der viser den. Slet det opslag i ${channel || "kanalen"}: indtil da står teksten dér.`,
    file: (team, month) => `Gennemgang ${month} ${team}`,
    fileStays: "En Word-fil bliver, som den er: det, der ændres eller trækkes tilbage senere, står stadig i den.",
    buttons: { agenda: "Dagsorden", word: "Word", minutes: (n) => `${number(n)} minutter` },
  },
  agenda: {
    heading: (month) => `Dagsorden: ${month}`,
    minutes: (n) => `${number(n)} min`,
    leads: (name) => `${name} leder mødet denne gang. Turen går på skift i teamet, og I kan bytte.`,
    rule: "Det sværeste punkt kommer først: det med flest stemmer, gange de uger det har været kendt.",
    points: {
      "check-in": "Tjek ind",
      served: "Stemmer fra dem, vi er til for",
      hard: "Det sværeste først",
      actions: "Handlinger",
      worked: "Det virker: gør mere af det",
      example: "Et eksempel at prøve",
      "check-out": "Tjek ud",
    },
    servedAsk: "Hvad har dem, vi er til for, fortalt os siden sidst?",
    hardAsk: "Hvad er det mindste, vi kan prøve, hvem tager det, og hvornår?",
    actionsAsk: (n) => `${count(n, { one: "handling", other: "handlinger" })} i gennemgangen. Hvad er færdigt, og hvad er gået i stå?`,
    workedAsk: "Hvordan gør vi mere af det?",
    other: "Fra et andet team",
    own: "Fra vores eget team",
    checkIn: [
      "Hvad fik dig til at smile på arbejdet i denne måned?",
      "Med ét ord: hvordan kommer du til det her møde?",
      "Hvem har hjulpet dig for nylig, og med hvad?",
      "Hvad gik bedre, end du troede?",
      "Hvad vil du gerne have mere af på arbejdet?",
      "Hvad glæder du dig til?",
    ],
    checkOut: [
      "Hvad tager du med dig fra i dag?",
      "Med ét ord: hvordan går du fra det her møde?",
      "Hvad gør du anderledes i morgen?",
      "Hvad var det mest nyttige, vi sagde?",
      "Hvem vil du gerne takke?",
      "Hvad skal vi gøre bedre næste gang?",
    ],
  },
};
