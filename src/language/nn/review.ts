import type { ReviewWords } from "../en/review.ts";
import { count, number } from "./shared.ts";

export const review: ReviewWords = {
  review: {
    heading: (month) => `Gjennomgang av ${month}`,
    summary: (team, month) => `${team}: gjennomgang av ${month}`,
    only: "Berre teamleiarar ser dette, til ein av dykk publiserer det.",
    soFar: "Månaden er ikkje over enno. Gjennomgangen kan publiserast frå og med neste månad.",
    worked: "Dette fungerte: gjer meir av det",
    improve: "Dette vil vi forbetre",
    problems: "Desse problema hadde vi",
    actions: "Tiltak",
    learned: "Dette lærte vi",
    why: {
      stopped: "Avslutta",
      late: (date) => `Ikkje ferdig enno: datoen var ${date}`,
      "answer-late": (date) => `Sendt vidare: svaret skulle ha kome ${date}`,
      waits: (days) => `Ingen ansvarleg enno, etter ${count(days, { one: "dag", other: "dagar" })}`,
    },
    columns: { what: "Kva", who: "Kven", when: "Innan" },
    noDate: "ingen dato",
    answered: (turnout) => `${turnout} svarte`,
    rounds: (counts) => `Rundar som blei avslutta i månaden: ${counts}`,
    channel: "Publiser i",
    words: "Våre eigne ord øvst (valfritt)",
    posting: {
      posting: (channel) => `Gjennomgangen blir publisert i ${channel || "kanalen"}.`,
      posted: (channel, when) => `Gjennomgangen er i ${channel || "kanalen"}${when ? `, sidan ${when}` : ""}.`,
      refused: (channel) =>
        `Eg kunne ikkje publisere gjennomgangen i ${channel || "kanalen"}. Sjekk at eg framleis er der, eller vel ein annan kanal.`,
      doubtful: (channel) =>
        `Eg veit ikkje om gjennomgangen kom fram til ${channel || "kanalen"}. Sjå gjerne etter der. Publiser på nytt berre om han ikkje er der.`,
    },
    stays: (number, month, channel) =>
      `${number === undefined ? "Ein idé" : `#${number}`} er trekt tilbake. Eg kan ikkje endre gjennomgangen av ${month} som viser han. Slett det innlegget i ${channel || "kanalen"}: fram til då står teksten der.`,
    file: (team, month) => `Gjennomgang ${month} ${team}`,
    fileStays: "Ei Word-fil blir verande som ho er: det som blir endra eller trekt tilbake seinare, står framleis i henne.",
    buttons: { agenda: "Agenda", word: "Word", minutes: (n) => `${number(n)} minutt` },
  },
  agenda: {
    heading: (month) => `Agenda: ${month}`,
    minutes: (n) => `${number(n)} min`,
    leads: (name) => `${name} leier møtet denne gongen. Turen går på rundgang i teamet, og de kan byte.`,
    rule: "Det vanskelegaste punktet kjem først: det med flest stemmer, gonger vekene det har vore kjent.",
    points: {
      "check-in": "Innsjekk",
      served: "Stemmer frå dei vi er til for",
      hard: "Det vanskelegaste først",
      actions: "Tiltak",
      worked: "Dette fungerer: gjer meir av det",
      example: "Eit døme å prøve",
      "check-out": "Utsjekk",
    },
    servedAsk: "Kva har dei vi er til for, fortalt oss sidan sist?",
    hardAsk: "Kva er det minste vi kan prøve, kven tek det, og til når?",
    actionsAsk: (n) => `${count(n, { one: "tiltak", other: "tiltak" })} i gjennomgangen. Kva er ferdig, og kva har stoppa opp?`,
    workedAsk: "Korleis gjer vi meir av det?",
    other: "Frå eit anna team",
    own: "Frå vårt eige team",
    checkIn: [
      "Kva fekk deg til å smile på jobb denne månaden?",
      "Med eitt ord: korleis kjem du til dette møtet?",
      "Kven har hjelpt deg i det siste, og med kva?",
      "Kva gjekk betre enn du trudde?",
      "Kva vil du ha meir av på jobb?",
      "Kva gler du deg til?",
    ],
    checkOut: [
      "Kva tek du med deg frå i dag?",
      "Med eitt ord: korleis går du frå dette møtet?",
      "Kva gjer du annleis i morgon?",
      "Kva var det nyttigaste vi sa?",
      "Kven vil du takke?",
      "Kva skal vi gjere betre neste gong?",
    ],
  },
};
