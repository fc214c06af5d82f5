import type { DigestWords } from "../en/digest.ts";
import { number, plural } from "./shared.ts";

export const digest: DigestWords = {
  digest: {
    title: "Dette var i veien, og dette gjør vi med det",
    answered: "svarte",
    newIdeas: (n) => plural(n, { one: "ny idé", other: "nye ideer" }),
    finishedCount: "ferdige",
    voiceWord: (n) => plural(n, { one: "stemme", other: "stemmer" }),
    top: "Nytt denne uka",
    alsoNew: "Også nytt",
    open: "På gang",
    finished: "Ferdig",
    stopped: "Avsluttet, og dette lærte vi",
    next: (when) => `Neste spørsmål kommer ${when}. Du kan skrive til meg når som helst.`,
    anyTime: "Du kan skrive til meg når som helst.",
    summary: (team, week) => `${team}: oppsummeringen for ${week}`,
    all: "Alle ideer",
    page: (page, pages) => `Side ${number(page)} av ${number(pages)}`,
    none: "Ingen åpne ideer akkurat nå.",
    sayIt: "Du kan også skrive, for eksempel: jeg også #42, eller ta #42.",
    here: (team) => `Fra nå av publiserer jeg oppsummeringen for ${team} her.`,
    nextDigest: (when) => `Den neste kommer ${when}.`,
    nothing: (team) => `Ikke noe nytt fra ${team} denne gangen, så det blir ingen oppsummering.`,
    doubtfulTitle: "Kom oppsummeringen fram?",
    doubtful: (week, channel) => `Jeg vet ikke om oppsummeringen for ${week} kom fram til ${channel || "kanalen"}. Se gjerne etter der.`,
    settled: {
      there: (already) =>
        already ? "Noen har allerede sagt at oppsummeringen er der. Jeg lar den være." : "Fint, oppsummeringen er der. Jeg lar den være.",
      posting: "Oppsummeringen er allerede på vei igjen. Den kommer én gang.",
      posted: (channel) => `Oppsummeringen er allerede i ${channel || "kanalen"}. Ingenting ble publisert to ganger.`,
    },
    staysTitle: "Slett et innlegg",
    stays: (number, week, channel) =>
      `${number === undefined ? "En idé" : `#${number}`} er trukket tilbake. Jeg kan ikke endre oppsummeringen for ${week} som viser den. Slett det innlegget i ${channel || "kanalen"}: til da står teksten der.`,
    troubleTitle: "Oppsummeringen ble ikke publisert",
    trouble: (week, channel) =>
      `Jeg fikk ikke publisert oppsummeringen for ${week}. Sjekk at jeg fortsatt er i ${channel || "kanalen"}, eller skriv oppsummering her i en annen kanal. Trykk så Publiser den.`,
  },
};
