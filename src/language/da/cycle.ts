import type { CycleWords } from "../en/cycle.ts";
import { count, number } from "./shared.ts";

const minutesOf = (n: number) => count(n, { one: "minut", other: "minutter" });
const peopleOf = (n: number) => count(n, { one: "person", other: "personer" });

const inNews = "Jeg fortæller det til dem, der står bag idéen, kl. 15.00 på en arbejdsdag.";

export const cycle: CycleWords = {
  test: {
    start: "Begynd at teste",
    startWhat: "Hvad er det mindste, du kan prøve, og hvornår vil du vide, hvordan det gik?",
    again: "Test igen",
    againWhat: "Hvad prøver du denne gang, og hvornår vil du vide, hvordan det gik?",
  },
  check: {
    title: "Hvordan gik det?",
    what: "Teamet kan læse det, du skriver her.",
    wasNewGround: "Det her var noget helt nyt: det, du lærte, er resultatet.",
    helped: "Hjalp det?",
    helpedHint: "Ja. Aftenvagten finder nøglerne med det samme.",
    minutes: "Minutter om ugen, per person",
    people: "Hvor mange personer",
    guess: "Sparer det tid? Et gæt er nok. Lad felterne stå tomme, hvis du ikke ved det.",
  },
  stop: {
    title: "Skal den afsluttes?",
    what: "Hvad lærte I? Teamet kan læse det. En erfaring er lige så meget værd som et resultat.",
    lesson: "Erfaring",
    lessonHint: "Etiketterne falder af i kølerummet.",
  },
  answer: {
    title: "Svar på idéen",
    what: "Teamet og dem, der står bag idéen, kan læse svaret, og idéen er ikke længere åben.",
    choice: "Dit svar",
    solved: "Det er løst",
    notNow: "Ikke nu",
    reasonHint: "Det nye system kommer i marts.",
  },
  reopen: {
    title: "Skal den tages op igen?",
    what: "Hvorfor? Teamet og dem, der står bag idéen, kan læse det.",
  },
  finish: {
    title: "Hvordan gik det?",
    what: "En linje er nok. Hvis det ikke virkede, er det også værd at vide.",
    result: "Hvordan det gik",
    resultHint: "Kortene bliver printet om fredagen. Det sparer os en halv time om ugen.",
    done: "Færdig. Godt gået!",
    stopped: "Afsluttet. Tak, fordi du deler, hvad du lærte.",
    answered: "Svaret er gemt. Tak.",
    doneWhat: `${inNews} Teamet ser det i den næste opsummering.`,
    undone: "Fortrudt. Den er åben igen.",
    reopened: "Den er åben igen.",
    reopenedWhat: inNews,
    effect: (minutes, people) => {
      if (!minutes) return people ? `Hjælper ${peopleOf(people)}` : "";
      return `Sparer ${minutesOf(minutes)} om ugen per person${!people ? "" : `, for ${peopleOf(people)}`}`;
    },
  },
  checkIn: {
    title: "Hvordan går det?",
    intro: "Det her har du taget på dig. Ét tryk per idé er nok.",
    nudge: "Jeg har ikke hørt noget om den her, siden jeg spurgte. Ét tryk er nok. Sig gerne til, hvis det står stille: det hjælper også.",
    again: "En teamleder vil gerne vide, hvordan det går med den her. Ét tryk er nok.",
    noted: "Noteret: det går godt.",
    numberNoted: (n) => `Noteret: ${n}.`,
    helpNoted: "Noteret: du har brug for hjælp.",
    more: (n) => `Og ${number(n)} mere. Tryk på Mine opgaver for at se dem alle.`,
  },
  callForHelp: {
    title: "Har du brug for hjælp?",
    what: "Teamlederne får din linje. De kan hjælpe, finde en ny tovholder eller sende idéen videre.",
    line: "Hvad ville hjælpe?",
    lineHint: "En, der kan finde ud af labelprinteren",
    willTell: (day) => `Jeg siger til teamlederne på ${day}, at du har brug for hjælp.`,
    asked: "Jeg har sagt til teamlederne, at du har brug for hjælp.",
    alone:
      "Du er den eneste teamleder, så der er ikke andre at sige det til. Med Ny tovholder kan du spørge en kollega. Idéen er din, til kollegaen siger ja.",
    noLead: "Ingen leder teamet, så der er ingen at sige det til. En i teamet kan trykke på Jeg leder teamet i velkomstopslaget.",
    summary: "En tovholder har brug for hjælp",
    needs: (name) => `${name} har brug for hjælp`,
    whatLeads: "Tag en snak, spørg en anden, om de vil tage den, eller send den videre.",
  },
  whys: {
    title: "Hvorfor sker det?",
    because: "Fordi:",
    first: "Hvad er årsagen?",
    next: "Og hvorfor er det sådan?",
    hint: "Alle printer mandag morgen",
    stop: "Du kan stoppe, når årsagen er noget, du kan gøre noget ved. Højst fem årsager.",
    full: "Fem årsager er nok. Begynd med den sidste, eller med den, du kan gøre noget ved.",
    seen: "Kun du og teamlederne ser det. Det følger idéen, så en ny tovholder også ser det.",
  },
  count: {
    title: "Tæl noget",
    what: "Hvad tæller du?",
    hint: "Gange, printeren gik i stå i denne uge",
    now: "Antal nu",
    when: "Jeg spørger om antallet, når jeg spørger, hvordan det går. Et eller to tal før testen viser, hvad testen ændrer.",
    other: "Vil du tælle noget andet? Tryk først på Stop med at tælle, så begynder tællingen forfra.",
    seen: "Kun du og teamlederne ser det. Det følger idéen, så en ny tovholder også ser det og kan ændre det.",
    did: { saved: "Gemt.", ended: "Jeg spørger ikke om et antal mere." },
    none: "Ingen tal endnu.",
    before: "Før testen",
    since: "Siden da",
    medians: (before, since) => {
      if (before === undefined) return `Siden testen begyndte: ${since}.`;
      return `Før testen: ${before}.${since === undefined ? "" : ` Siden da: ${since}.`}`;
    },
  },
  quiet: {
    summary: "En idé står stille",
    title: (name) => `Intet svar fra ${name}`,
    what: "Jeg har ikke hørt noget om den her, siden jeg spurgte, hvordan det går. Der kan være gode grunde: tag en snak, eller vælg herunder.",
    askedAgain: (name) => `Jeg har spurgt ${name} igen. Kommer der ikke et svar på to arbejdsdage, siger jeg til.`,
    willAsk: (name, day) => `Jeg spørger ${name} igen på ${day}. Kommer der ikke et svar på to arbejdsdage efter det, siger jeg til.`,
    notReached: (name) => `Jeg kan ikke spørge ${name} lige nu. Tag en snak, eller vælg herunder.`,
    answered: (name) => `${name} har svaret`,
    otherOwner: (name) => `${name} er tovholder nu`,
  },
  newOwner: {
    title: "Spørg en ny tovholder",
    what: "Jeg spørger i personens egen chat. Det er helt i orden at sige nej. Indtil nogen siger ja, bliver den nuværende tovholder ved.",
  },
};
