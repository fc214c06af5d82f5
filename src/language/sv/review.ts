import type { ReviewWords } from "../en/review.ts";
import { count, number } from "./shared.ts";

export const review: ReviewWords = {
  review: {
    heading: (month) => `Genomgång av ${month}`,
    summary: (team, month) => `${team}: genomgång av ${month}`,
    only: "Bara teamledare ser det här, tills någon av er publicerar det.",
    soFar: "Månaden är inte slut än. Genomgången kan publiceras från och med nästa månad.",
    worked: "Det här fungerade: gör mer av det",
    improve: "Det här vill vi förbättra",
    problems: "De här problemen hade vi",
    actions: "Åtgärder",
    learned: "Det här lärde vi oss",
    why: {
      stopped: "Avslutad",
      late: (date) => `Inte klar än: datumet var ${date}`,
      "answer-late": (date) => `Skickad vidare: svaret skulle ha kommit ${date}`,
      waits: (days) => `Ingen ansvarig än, efter ${count(days, { one: "dag", other: "dagar" })}`,
    },
    columns: { what: "Vad", who: "Vem", when: "Senast" },
    noDate: "inget datum",
    answered: (turnout) => `${turnout} svarade`,
    rounds: (counts) => `Omgångar som avslutades under månaden: ${counts}`,
    channel: "Publicera i",
    words: "Våra egna ord överst (frivilligt)",
    posting: {
      posting: (channel) => `Den publiceras i ${channel || "kanalen"}.`,
      posted: (channel, when) => `Den finns i ${channel || "kanalen"}${when ? ` sedan ${when}` : ""}.`,
      refused: (channel) =>
        `Jag kunde inte publicera den i ${channel || "kanalen"}. Se efter att jag är kvar där, eller välj en annan kanal.`,
      doubtful: (channel) =>
        `Jag vet inte om den kom fram till ${channel || "kanalen"}. Titta gärna efter där. Publicera den igen bara om den inte finns.`,
    },
    stays: (number, month, channel) =>
      `${number === undefined ? "En idé" : `#${number}`} har tagits tillbaka. Jag kan inte ändra genomgången av ${month} som visar den. Ta bort det inlägget i ${channel || "kanalen"}: tills dess står texten kvar där.`,
    file: (team, month) => `Genomgång ${month} ${team}`,
    fileStays: "En Word-fil förblir som den är: det som ändras eller tas tillbaka senare står kvar i den.",
    buttons: { agenda: "Dagordning", word: "Word", minutes: (n) => `${number(n)} minuter` },
  },
  agenda: {
    heading: (month) => `Dagordning: ${month}`,
    minutes: (n) => `${number(n)} min`,
    leads: (name) => `${name} leder mötet den här gången. Turen går runt i teamet, och ni kan byta.`,
    rule: "Den svåraste punkten kommer först: den med flest röster, gånger de veckor den har varit känd.",
    points: {
      "check-in": "Incheckning",
      served: "Röster från dem vi är till för",
      hard: "Det svåraste först",
      actions: "Åtgärder",
      worked: "Det här fungerar: gör mer av det",
      example: "Ett exempel att pröva",
      "check-out": "Utcheckning",
    },
    servedAsk: "Vad har de vi är till för sagt till oss sedan sist?",
    hardAsk: "Vad är det minsta vi kan pröva, vem tar det, och till när?",
    actionsAsk: (n) => `${count(n, { one: "åtgärd", other: "åtgärder" })} i genomgången. Vad är klart, och vad har fastnat?`,
    workedAsk: "Hur gör vi mer av det?",
    other: "Från ett annat team",
    own: "Från vårt eget team",
    checkIn: [
      "Vad fick dig att le på jobbet den här månaden?",
      "Med ett ord: hur kommer du till det här mötet?",
      "Vem har hjälpt dig på sistone, och med vad?",
      "Vad gick bättre än du trodde?",
      "Vad vill du ha mer av på jobbet?",
      "Vad ser du fram emot?",
    ],
    checkOut: [
      "Vad tar du med dig från i dag?",
      "Med ett ord: hur går du från det här mötet?",
      "Vad gör du annorlunda i morgon?",
      "Vad var det mest användbara vi sa?",
      "Vem vill du tacka?",
      "Vad ska vi göra bättre nästa gång?",
    ],
  },
};
