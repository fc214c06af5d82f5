import type { DigestWords } from "../en/digest.ts";
import { count, number, plural } from "./shared.ts";

export const digest: DigestWords = {
  digest: {
    title: "Dette var i veien, og dette gjør vi med det",
    titleWorth: "Dette fungerer, og dette er på gang",
    answered: "svarte",
    newIdeas: (n) => plural(n, { one: "ny idé", other: "nye ideer" }),
    finishedCount: "ferdige",
    quick: "Raske forbedringer",
    top: "Nytt denne uka",
    alsoNew: "Også nytt",
    worth: "Verdt å gjøre mer av",
    open: "På gang",
    finished: "Ferdig",
    stopped: "Avsluttet, og dette lærte vi",
    passed: "Sendt videre",
    of: (shown, all) => `${number(shown)} av ${number(all)}`,
    noAnswerDate: "Ingen dato for svaret ennå",
    answerBy: (date, contact) => (contact ? `${contact} svarer innen ${date}` : `Svar innen ${date}`),
    answerLate: (date, contact) => `Svaret er forsinket: det skulle ha kommet ${date}${contact ? `, fra ${contact}` : ""}`,
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
      `${number === undefined ? "En idé" : `#${number}`} er trukket tilbake. Jeg kan ikke endre oppsummeringen for ${week} som viser den. Slett det innlegget i ${channel || "kanalen"}: inntil da står teksten der.`,
    troubleTitle: "Oppsummeringen ble ikke publisert",
    trouble: (week, channel) =>
      `Jeg fikk ikke publisert oppsummeringen for ${week}. Sjekk at jeg fortsatt er i ${channel || "kanalen"}, eller skriv oppsummering her i en annen kanal. Trykk så Publiser den.`,
  },
  draft: {
    title: "Utkast til oppsummeringen",
    posts: (when) => `Publiseres automatisk ${when}.`,
    waits: "Det venter på deg: trykk Publiser nå når du er klar.",
    only: "Bare teamledere ser utkastet.",
    quick: (n) => `Raske forbedringer: ${number(n)}`,
    smallEffort: "Liten innsats",
    howMuch: "Liten innsats. Hvor stor effekt?",
    held: "Venter",
    coach: {
      "first-answer": (n, weeks) =>
        `${count(n, { one: "idé har", other: "ideer har" })} ventet i ${count(weeks, { one: "uke", other: "uker" })} på ditt første svar.`,
      quiet: (n, weeks) =>
        `${count(n, { one: "ansvarlig", other: "ansvarlige" })} har ikke svart på ${count(weeks, { one: "uke", other: "uker" })}.`,
      help: (n) => plural(n, { one: "En ansvarlig har bedt deg om hjelp.", other: `${number(n)} ansvarlige har bedt deg om hjelp.` }),
      late: (n) =>
        plural(n, {
          one: "Svaret på en idé som ble sendt videre, er forsinket.",
          other: `Svarene på ${number(n)} ideer som ble sendt videre, er forsinket.`,
        }),
    },
    posted: (when) => `Publisert ${when}.`,
    already: (when) => `Allerede publisert, ${when}. Ingenting ble publisert eller endret nå.`,
    over: "Dette er et gammelt utkast. Ingenting ble publisert eller endret nå.",
    nothing: "Ingenting ble publisert denne gangen: det var ikke noe nytt.",
    others: "Endre hvilken som helst idé",
    early: {
      title: "Publisere oppsummeringen nå?",
      half: "Færre enn halvparten av dem som har fått spørsmålet, har svart så langt.",
      fewer: (few, asked) => `Færre enn ${number(few)} av de ${number(asked)} som har fått spørsmålet, har svart så langt.`,
      count: (answered, asked) => `${number(answered)} av de ${number(asked)} som har fått spørsmålet, har svart så langt.`,
      later: "Ideer som kommer senere, blir med i neste oppsummering.",
    },
    change: {
      title: "Endre en idé",
      newTitle: "Tittel",
      titleWhat: "Kortere eller tydeligere. De opprinnelige ordene blir tatt vare på.",
      owner: "Foreslå en ansvarlig",
      person: "Person",
      date: "Dato",
      ownerWhat: "Jeg spør i personens egen chat. Ikke noe navn vises før svaret er ja.",
      reason: "Begrunnelse",
      holdWhat: (hasAuthor) =>
        `Den blir ikke med i oppsummeringen. ${hasAuthor ? "Den som skrev, får lese begrunnelsen etter oppsummeringen." : "Ingen avsender er lagret."}`,
      isHeld: "Den venter og er ikke med i noen oppsummering før du tar den med igjen.",
      unsaved: "Noen har latt ideen vente, så ingenting ble lagret.",
    },
    idea: "Hvilken idé?",
    chooseIdea: "Velg en idé",
    posting: (channel) => `Oppsummeringen er på vei til ${channel || "kanalen"}.`,
  },
};
