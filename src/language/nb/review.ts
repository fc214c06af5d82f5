import type { ReviewWords } from "../en/review.ts";
import { count, number } from "./shared.ts";

export const review: ReviewWords = {
  review: {
    heading: (month) => `Gjennomgang av ${month}`,
    summary: (team, month) => `${team}: gjennomgang av ${month}`,
    only: "Bare teamledere ser dette, til en av dere publiserer det.",
    soFar: "Måneden er ikke over ennå. Gjennomgangen kan publiseres fra og med neste måned.",
    worked: "Dette fungerte: gjør mer av det",
    improve: "Dette vil vi forbedre",
    problems: "Disse problemene hadde vi",
    actions: "Tiltak",
    learned: "Dette lærte vi",
    why: {
      stopped: "Avsluttet",
      late: (date) => `Ikke ferdig ennå: datoen var ${date}`,
      "answer-late": (date) => `Sendt videre: svaret skulle ha kommet ${date}`,
      waits: (days) => `Ingen ansvarlig ennå, etter ${count(days, { one: "dag", other: "dager" })}`,
    },
    columns: { what: "Hva", who: "Hvem", when: "Innen" },
    noDate: "ingen dato",
    answered: (turnout) => `${turnout} svarte`,
    rounds: (counts) => `Runder som ble avsluttet i måneden: ${counts}`,
    channel: "Publiser i",
    words: "Våre egne ord øverst (valgfritt)",
    posting: {
      posting: (channel) => `Den blir publisert i ${channel || "kanalen"}.`,
      posted: (channel, when) => `Den er i ${channel || "kanalen"}${when ? `, siden ${when}` : ""}.`,
      refused: (channel) =>
        `Jeg kunne ikke publisere den i ${channel || "kanalen"}. Sjekk at jeg fortsatt er der, eller velg en annen kanal.`,
      doubtful: (channel) =>
        `Jeg vet ikke om den kom fram til ${channel || "kanalen"}. Se gjerne etter der. Publiser den igjen bare hvis den ikke er der.`,
    },
    stays: (number, month, channel) =>
      `${number === undefined ? "En idé" : `#${number}`} er trukket tilbake. Jeg kan ikke endre gjennomgangen av ${month} som viser den. Slett det innlegget i ${channel || "kanalen"}: inntil da står teksten der.`,
    file: (team, month) => `Gjennomgang ${month} ${team}`,
    fileStays: "En Word-fil forblir som den er: det som endres eller trekkes tilbake senere, står fortsatt i den.",
    buttons: { agenda: "Agenda", word: "Word", minutes: (n) => `${number(n)} minutter` },
  },
  agenda: {
    heading: (month) => `Agenda: ${month}`,
    minutes: (n) => `${number(n)} min`,
    leads: (name) => `${name} leder møtet denne gangen. Turen går på rundgang i teamet, og dere kan bytte.`,
    rule: "Det vanskeligste punktet kommer først: det med flest stemmer, ganger ukene det har vært kjent.",
    points: {
      "check-in": "Innsjekk",
      served: "Stemmer fra dem vi er til for",
      hard: "Det vanskeligste først",
      actions: "Tiltak",
      worked: "Dette fungerer: gjør mer av det",
      example: "Et eksempel å prøve",
      "check-out": "Utsjekk",
    },
    servedAsk: "Hva har de vi er til for, fortalt oss siden sist?",
    hardAsk: "Hva er det minste vi kan prøve, hvem tar det, og til når?",
    actionsAsk: (n) => `${count(n, { one: "tiltak", other: "tiltak" })} i gjennomgangen. Hva er ferdig, og hva har stoppet opp?`,
    workedAsk: "Hvordan gjør vi mer av det?",
    other: "Fra et annet team",
    own: "Fra vårt eget team",
    checkIn: [
      "Hva fikk deg til å smile på jobb denne måneden?",
      "Med ett ord: hvordan kommer du til dette møtet?",
      "Hvem har hjulpet deg i det siste, og med hva?",
      "Hva gikk bedre enn du trodde?",
      "Hva vil du ha mer av på jobb?",
      "Hva gleder du deg til?",
    ],
    checkOut: [
      "Hva tar du med deg fra i dag?",
      "Med ett ord: hvordan går du fra dette møtet?",
      "Hva gjør du annerledes i morgen?",
      "Hva var det nyttigste vi sa?",
      "Hvem vil du takke?",
      "Hva skal vi gjøre bedre neste gang?",
    ],
  },
};
