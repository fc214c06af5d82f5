import type { DigestWords } from "../en/digest.ts";
import { count, number, plural } from "./shared.ts";

export const digest: DigestWords = {
  digest: {
    title: "Det här var i vägen, och det här gör vi åt det",
    titleWorth: "Det här fungerar, och det här är på gång",
    answered: "svarade",
    newIdeas: (n) => plural(n, { one: "ny idé", other: "nya idéer" }),
    finishedCount: "klara",
    quick: "Snabba förbättringar",
    top: "Nytt den här veckan",
    alsoNew: "Också nytt",
    worth: "Värt att göra mer av",
    open: "På gång",
    finished: "Klart",
    stopped: "Avslutat, och det här lärde vi oss",
    passed: "Skickat vidare",
    withdrawn: (when) => `togs tillbaka av den som skrev den${when === undefined ? "" : `, ${when}`}`,
    of: (shown, all) => `${number(shown)} av ${number(all)}`,
    noAnswerDate: "Inget datum för svaret än",
    answerBy: (date, contact) => (contact ? `${contact} svarar senast ${date}` : `Svar senast ${date}`),
    answerLate: (date, contact) => `Svaret är försenat: det skulle ha kommit ${date}${contact ? `, från ${contact}` : ""}`,
    next: (when) => `Nästa fråga kommer ${when}. Du kan skriva till mig när som helst.`,
    anyTime: "Du kan skriva till mig när som helst.",
    summary: (team, week) => `${team}: sammanfattningen för ${week}`,
    all: "Alla idéer",
    page: (page, pages) => `Sida ${number(page)} av ${number(pages)}`,
    none: "Inga öppna idéer just nu.",
    sayIt: "Du kan också skriva, till exempel: jag med #42, eller ta #42.",
    here: (team) => `Från och med nu publicerar jag sammanfattningen för ${team} här.`,
    hereIsPrivate: "Bara kanalens medlemmar ser den här. Alla andra i teamet läser den genom att skriva sammanfattning till mig.",
    nextDigest: (when) => `Nästa kommer ${when}.`,
    textsWait: "Några texter utan spår väntar tills tillräckligt många har skrivit.",
    nothing: (team) => `Inget nytt från ${team} den här gången, så det blir ingen sammanfattning.`,
    doubtfulTitle: "Kom sammanfattningen fram?",
    doubtful: (week, channel) =>
      `Jag vet inte om sammanfattningen för ${week} kom fram till ${channel || "kanalen"}. Titta gärna efter där.`,
    settled: {
      there: (already) =>
        already
          ? "Någon har redan sagt att sammanfattningen finns där. Jag låter den vara."
          : "Bra, sammanfattningen finns där. Jag låter den vara.",
      posting: "Sammanfattningen är redan på väg igen. Den kommer bara en gång.",
      posted: (channel) => `Sammanfattningen finns redan i ${channel || "kanalen"}. Inget publicerades två gånger.`,
    },
    staysTitle: "Ta bort ett inlägg",
    stays: (number, week, channel) =>
      `${number === undefined ? "En idé" : `#${number}`} har tagits tillbaka. Jag kan inte ändra sammanfattningen för ${week} som visar den. Ta bort det inlägget i ${channel || "kanalen"}: tills dess står texten kvar där.`,
    troubleTitle: "Sammanfattningen publicerades inte",
    trouble: (week, channel) =>
      `Jag kunde inte publicera sammanfattningen för ${week}. Kontrollera att jag är kvar i ${channel || "kanalen"}, eller skriv sammanfattning här i en annan kanal. Tryck sedan på Publicera den.`,
  },
  draft: {
    title: "Utkast till sammanfattningen",
    posts: (when) => `Publiceras automatiskt ${when}.`,
    waits: "Det väntar på dig: tryck på Publicera nu när du är klar.",
    only: "Bara teamledare ser utkastet.",
    quick: (n) => `Snabba förbättringar: ${number(n)}`,
    smallEffort: "Liten insats",
    howMuch: "Liten insats. Hur stor effekt?",
    held: "Väntar",
    alike: "De här liknar varandra. Slå ihop dem?",
    notAlike: "Inte samma sak",
    coach: {
      "first-answer": (n, weeks) =>
        `${count(n, { one: "idé har", other: "idéer har" })} väntat i ${count(weeks, { one: "vecka", other: "veckor" })} på ditt första svar.`,
      quiet: (n, weeks) =>
        `${count(n, { one: "ansvarig har", other: "ansvariga har" })} inte hört av sig på ${count(weeks, { one: "vecka", other: "veckor" })}.`,
      help: (n) => plural(n, { one: "En ansvarig har bett dig om hjälp.", other: `${number(n)} ansvariga har bett dig om hjälp.` }),
      late: (n) =>
        plural(n, {
          one: "Svaret på en idé som skickades vidare är försenat.",
          other: `Svaren på ${number(n)} idéer som skickades vidare är försenade.`,
        }),
    },
    posted: (when) => `Publicerat ${when}.`,
    already: (when) => `Redan publicerat, ${when}. Inget publicerades eller ändrades nu.`,
    over: "Det här är ett gammalt utkast. Inget publicerades eller ändrades nu.",
    nothing: "Inget publicerades den här gången: det fanns inget nytt.",
    others: "Ändra vilken idé som helst",
    early: {
      title: "Publicera sammanfattningen nu?",
      half: "Färre än hälften av dem som har fått frågan har svarat än så länge.",
      fewer: (few, asked) => `Färre än ${number(few)} av de ${number(asked)} som har fått frågan har svarat än så länge.`,
      count: (answered, asked) => `${number(answered)} av de ${number(asked)} som har fått frågan har svarat än så länge.`,
      later: "Idéer som kommer senare tas med i nästa sammanfattning.",
    },
    change: {
      title: "Ändra en idé",
      newTitle: "Rubrik",
      titleWhat: "Kortare eller tydligare. De ursprungliga orden finns kvar.",
      owner: "Föreslå en ansvarig",
      person: "Person",
      date: "Datum",
      ownerWhat: "Jag frågar i personens egen chatt. Inget namn visas förrän svaret är ja.",
      reason: "Skäl",
      holdWhat: "Den tas inte med i sammanfattningen. Den som skrev får läsa skälet efter sammanfattningen, om jag når hen.",
      isHeld: "Den får vänta och är inte med i någon sammanfattning förrän du tar med den igen.",
      unsaved: "Någon har låtit idén vänta, så inget sparades.",
    },
    idea: "Vilken idé?",
    chooseIdea: "Välj en idé",
    posting: (channel) => `Sammanfattningen är på väg till ${channel || "kanalen"}.`,
  },
};
