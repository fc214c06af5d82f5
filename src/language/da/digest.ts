import type { DigestWords } from "../en/digest.ts";
import { count, number, plural } from "./shared.ts";

export const digest: DigestWords = {
  digest: {
    title: "Det gav bøvl, og det gør vi ved det",
    titleWorth: "Det fungerer, og det er vi i gang med",
    answered: "svarede",
    newIdeas: (n) => plural(n, { one: "ny idé", other: "nye idéer" }),
    finishedCount: "færdige",
    quick: "Hurtige forbedringer",
    top: "Nyt i denne uge",
    alsoNew: "Også nyt",
    worth: "Værd at gøre mere af",
    open: "I gang",
    finished: "Færdig",
    stopped: "Afsluttet, og det lærte vi",
    passed: "Sendt videre",
    withdrawn: (when) => `blev trukket tilbage af den, der skrev den${when === undefined ? "" : `, ${when}`}`,
    of: (shown, all) => `${number(shown)} af ${number(all)}`,
    noAnswerDate: "Ingen dato for svaret endnu",
    answerBy: (date, contact) => (contact ? `${contact} svarer senest ${date}` : `Svar senest ${date}`),
    answerLate: (date, contact) => `Svaret er forsinket: det skulle være kommet ${date}${contact ? `, fra ${contact}` : ""}`,
    next: (when) => `Næste spørgsmål kommer ${when}. Du kan skrive til mig når som helst.`,
    anyTime: "Du kan skrive til mig når som helst.",
    summary: (team, week) => `${team}: opsummeringen for ${week}`,
    all: "Alle idéer",
    page: (page, pages) => `Side ${number(page)} af ${number(pages)}`,
    none: "Ingen åbne idéer lige nu.",
    sayIt: "Du kan også skrive, for eksempel: også mig #42 eller tag #42.",
    here: (team) => `Fra nu af lægger jeg opsummeringen for ${team} op her.`,
    hereIsPrivate: "Kun kanalens medlemmer ser den her. Alle andre i teamet læser den ved at skrive opsummering til mig.",
    nextDigest: (when) => `Den næste kommer ${when}.`,
    textsWait: "Nogle tekster uden spor venter, til nok personer har skrevet.",
    nothing: (team) => `Der er ikke noget nyt fra ${team} denne gang, så der kommer ingen opsummering.`,
    doubtfulTitle: "Kom opsummeringen frem?",
    doubtful: (week, channel) => `Jeg ved ikke, om opsummeringen for ${week} kom frem til ${channel || "kanalen"}. Se gerne efter dér.`,
    settled: {
      there: (already) =>
        already
          ? "Nogen har allerede sagt, at opsummeringen er der. Jeg lader den være."
          : "Fint, opsummeringen er der. Jeg lader den være.",
      posting: "Opsummeringen er allerede på vej igen. Den kommer kun én gang.",
      posted: (channel) => `Opsummeringen er allerede i ${channel || "kanalen"}. Der er ikke lagt noget op to gange.`,
    },
    staysTitle: "Slet et opslag",
    stays: (number, week, channel) =>
      `${number === undefined ? "En idé" : `#${number}`} er trukket tilbage. Jeg kan ikke ændre opsummeringen for ${week}, der viser den. Slet det opslag i ${channel || "kanalen"}: indtil da står teksten dér.`,
    troubleTitle: "Opsummeringen blev ikke lagt op",
    trouble: (week, channel) =>
      `Jeg kunne ikke lægge opsummeringen for ${week} op. Tjek, at jeg stadig er i ${channel || "kanalen"}, eller skriv opsummering her i en anden kanal. Tryk så på Læg den op.`,
  },
  draft: {
    title: "Udkast til opsummeringen",
    posts: (when) => `Bliver lagt op automatisk ${when}.`,
    waits: "Det venter på dig: tryk på Læg op nu, når du er klar.",
    only: "Kun teamledere ser udkastet.",
    quick: (n) => `Hurtige forbedringer: ${number(n)}`,
    smallEffort: "Lille indsats",
    howMuch: "Lille indsats. Hvor stor virkning?",
    held: "Venter",
    alike: "De her ligner hinanden. Skal de slås sammen?",
    notAlike: "Ikke det samme",
    coach: {
      "first-answer": (n, weeks) =>
        `${count(n, { one: "idé har", other: "idéer har" })} ventet i ${count(weeks, { one: "uge", other: "uger" })} på dit første svar.`,
      quiet: (n, weeks) =>
        `${count(n, { one: "tovholder", other: "tovholdere" })} har ikke svaret i ${count(weeks, { one: "uge", other: "uger" })}.`,
      help: (n) => plural(n, { one: "En tovholder har bedt dig om hjælp.", other: `${number(n)} tovholdere har bedt dig om hjælp.` }),
      late: (n) =>
        plural(n, {
          one: "Svaret på en idé, der blev sendt videre, er forsinket.",
          other: `Svarene på ${number(n)} idéer, der blev sendt videre, er forsinkede.`,
        }),
    },
    posted: (when) => `Lagt op ${when}.`,
    already: (when) => `Allerede lagt op, ${when}. Der er ikke lagt noget op eller ændret noget nu.`,
    over: "Det er et gammelt udkast. Der er ikke lagt noget op eller ændret noget nu.",
    nothing: "Der blev ikke lagt noget op denne gang: der var ikke noget nyt.",
    others: "Ret en hvilken som helst idé",
    early: {
      title: "Læg opsummeringen op nu?",
      half: "Færre end halvdelen af dem, der har fået spørgsmålet, har svaret indtil nu.",
      fewer: (few, asked) => `Færre end ${number(few)} af de ${number(asked)}, der har fået spørgsmålet, har svaret indtil nu.`,
      count: (answered, asked) => `${number(answered)} af de ${number(asked)}, der har fået spørgsmålet, har svaret indtil nu.`,
      later: "Idéer, der kommer senere, kommer med i den næste opsummering.",
    },
    change: {
      title: "Ret en idé",
      newTitle: "Titel",
      titleWhat: "Kortere eller tydeligere. De oprindelige ord bliver gemt.",
      owner: "Foreslå en tovholder",
      person: "Person",
      date: "Dato",
      ownerWhat: "Jeg spørger i personens egen chat. Der bliver ikke vist noget navn, før svaret er ja.",
      reason: "Begrundelse",
      holdWhat:
        "Den kommer ikke med i opsummeringen. Den, der skrev, kan læse begrundelsen efter opsummeringen, hvis jeg kan få fat i vedkommende.",
      isHeld: "Den venter og kommer ikke med i nogen opsummering, før du tager den med igen.",
      unsaved: "Nogen har ladet idéen vente, så der er ikke gemt noget.",
    },
    idea: "Hvilken idé?",
    chooseIdea: "Vælg en idé",
    posting: (channel) => `Opsummeringen er på vej til ${channel || "kanalen"}.`,
  },
};
