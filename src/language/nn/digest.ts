import type { DigestWords } from "../en/digest.ts";
import { count, number, plural } from "./shared.ts";

export const digest: DigestWords = {
  digest: {
    title: "Dette var i vegen, og dette gjer vi med det",
    titleWorth: "Dette fungerer, og dette er på gang",
    answered: "svarte",
    newIdeas: (n) => plural(n, { one: "ny idé", other: "nye idear" }),
    finishedCount: "ferdige",
    quick: "Raske betringar",
    top: "Nytt denne veka",
    alsoNew: "Også nytt",
    worth: "Verdt å gjere meir av",
    open: "På gang",
    finished: "Ferdig",
    stopped: "Avslutta, og dette lærte vi",
    passed: "Sendt vidare",
    of: (shown, all) => `${number(shown)} av ${number(all)}`,
    noAnswerDate: "Ingen dato for svaret enno",
    answerBy: (date, contact) => (contact ? `${contact} svarer innan ${date}` : `Svar innan ${date}`),
    answerLate: (date, contact) => `Svaret er forseinka: det skulle ha kome ${date}${contact ? `, frå ${contact}` : ""}`,
    next: (when) => `Neste spørsmål kjem ${when}. Du kan skrive til meg når som helst.`,
    anyTime: "Du kan skrive til meg når som helst.",
    summary: (team, week) => `${team}: oppsummeringa for ${week}`,
    all: "Alle idear",
    page: (page, pages) => `Side ${number(page)} av ${number(pages)}`,
    none: "Ingen opne idear akkurat no.",
    sayIt: "Du kan også skrive, til dømes: eg òg #42, eller ta #42.",
    here: (team) => `Frå no av publiserer eg oppsummeringa for ${team} her.`,
    nextDigest: (when) => `Den neste kjem ${when}.`,
    nothing: (team) => `Ikkje noko nytt frå ${team} denne gongen, så det blir inga oppsummering.`,
    doubtfulTitle: "Kom oppsummeringa fram?",
    doubtful: (week, channel) => `Eg veit ikkje om oppsummeringa for ${week} kom fram til ${channel || "kanalen"}. Sjå gjerne etter der.`,
    settled: {
      there: (already) =>
        already ? "Nokon har allereie sagt at oppsummeringa er der. Eg lèt ho vere." : "Fint, oppsummeringa er der. Eg lèt ho vere.",
      posting: "Oppsummeringa er allereie på veg igjen. Ho kjem éin gong.",
      posted: (channel) => `Oppsummeringa er allereie i ${channel || "kanalen"}. Ingenting blei publisert to gonger.`,
    },
    staysTitle: "Slett eit innlegg",
    stays: (number, week, channel) =>
      `${number === undefined ? "Ein idé" : `#${number}`} er trekt tilbake. Eg kan ikkje endre oppsummeringa for ${week} som viser han. Slett det innlegget i ${channel || "kanalen"}: fram til då står teksten der.`,
    troubleTitle: "Oppsummeringa blei ikkje publisert",
    trouble: (week, channel) =>
      `Eg fekk ikkje publisert oppsummeringa for ${week}. Sjekk at eg framleis er i ${channel || "kanalen"}, eller skriv oppsummering her i ein annan kanal. Trykk så Publiser den.`,
  },
  draft: {
    title: "Utkast til oppsummeringa",
    posts: (when) => `Blir publisert automatisk ${when}.`,
    waits: "Det ventar på deg: trykk Publiser no når du er klar.",
    only: "Berre teamleiarar ser utkastet.",
    quick: (n) => `Raske betringar: ${number(n)}`,
    smallEffort: "Liten innsats",
    howMuch: "Liten innsats. Kor stor effekt?",
    held: "Ventar",
    coach: {
      "first-answer": (n, weeks) =>
        `${count(n, { one: "idé har", other: "idear har" })} venta i ${count(weeks, { one: "veke", other: "veker" })} på det første svaret ditt.`,
      quiet: (n, weeks) =>
        `${count(n, { one: "ansvarleg", other: "ansvarlege" })} har ikkje svart på ${count(weeks, { one: "veke", other: "veker" })}.`,
      help: (n) => plural(n, { one: "Ein ansvarleg har bede deg om hjelp.", other: `${number(n)} ansvarlege har bede deg om hjelp.` }),
      late: (n) =>
        plural(n, {
          one: "Svaret på ein idé som blei send vidare, er forseinka.",
          other: `Svara på ${number(n)} idear som blei sende vidare, er forseinka.`,
        }),
    },
    posted: (when) => `Publisert ${when}.`,
    already: (when) => `Allereie publisert, ${when}. Ingenting blei publisert eller endra no.`,
    over: "Dette er eit gammalt utkast. Ingenting blei publisert eller endra no.",
    nothing: "Ingenting blei publisert denne gongen: det var ikkje noko nytt.",
    others: "Endre kva idé du vil",
    early: {
      title: "Publisere oppsummeringa no?",
      half: "Færre enn halvparten av dei som har fått spørsmålet, har svart så langt.",
      fewer: (few, asked) => `Færre enn ${number(few)} av dei ${number(asked)} som har fått spørsmålet, har svart så langt.`,
      count: (answered, asked) => `${number(answered)} av dei ${number(asked)} som har fått spørsmålet, har svart så langt.`,
      later: "Idear som kjem seinare, blir med i neste oppsummering.",
    },
    change: {
      title: "Endre ein idé",
      newTitle: "Tittel",
      titleWhat: "Kortare eller tydelegare. Dei opphavlege orda blir tekne vare på.",
      owner: "Foreslå ein ansvarleg",
      person: "Person",
      date: "Dato",
      ownerWhat: "Eg spør i personen sin eigen chat. Ikkje noko namn blir vist før svaret er ja.",
      reason: "Grunngiving",
      holdWhat: (hasAuthor) =>
        `Ideen blir ikkje med i oppsummeringa. ${hasAuthor ? "Den som skreiv, får lese grunngivinga etter oppsummeringa." : "Ingen avsendar er lagra."}`,
      isHeld: "Han ventar og er ikkje med i noka oppsummering før du tek han med igjen.",
      unsaved: "Nokon har sett ideen på vent, så ingenting blei lagra.",
    },
    idea: "Kva idé?",
    chooseIdea: "Vel ein idé",
    posting: (channel) => `Oppsummeringa er på veg til ${channel || "kanalen"}.`,
  },
};
