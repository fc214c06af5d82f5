import type { CycleWords } from "../en/cycle.ts";
import { count, number } from "./shared.ts";

const minutesOf = (n: number) => count(n, { one: "minut", other: "minuter" });
const peopleOf = (n: number) => count(n, { one: "person", other: "personer" });

const inNews = "Jag berättar det för dem som står bakom idén, kl. 15:00 på en arbetsdag.";

export const cycle: CycleWords = {
  test: {
    start: "Börja testa",
    startWhat: "Vad är det minsta du kan prova, och när vill du veta hur det gick?",
    again: "Testa igen",
    againWhat: "Vad provar du den här gången, och när vill du veta hur det gick?",
  },
  check: {
    title: "Hur gick det?",
    what: "Teamet kan läsa det du skriver här.",
    wasNewGround: "Det här var ny mark: det du lärde dig är resultatet.",
    helped: "Hjälpte det?",
    helpedHint: "Ja. Kvällspasset hittar nycklarna direkt.",
    minutes: "Minuter i veckan, per person",
    people: "Hur många personer",
    guess: "Sparar det tid? En gissning räcker. Lämna tomt om du inte vet.",
  },
  stop: {
    title: "Avsluta den här?",
    what: "Vad lärde ni er? Teamet kan läsa det. En lärdom är värd lika mycket som ett resultat.",
    lesson: "Lärdom",
    lessonHint: "Etiketterna lossnar i kylrummet.",
  },
  answer: {
    title: "Svara på idén",
    what: "Teamet och de som står bakom idén kan läsa svaret, och idén är sedan inte öppen längre.",
    choice: "Ditt svar",
    solved: "Det är löst",
    notNow: "Inte nu",
    reasonHint: "Det nya systemet kommer i mars.",
  },
  reopen: {
    title: "Ta upp den igen?",
    what: "Varför? Teamet och de som står bakom idén kan läsa det här.",
  },
  finish: {
    title: "Hur gick det?",
    what: "En rad räcker. Om det inte fungerade är det också värt att veta.",
    result: "Hur det gick",
    resultHint: "Brickorna skrivs ut på fredagar. Det sparar oss en halvtimme i veckan.",
    done: "Klart. Bra jobbat!",
    stopped: "Avslutad. Tack för att du delar med dig av lärdomen.",
    answered: "Svaret är sparat. Tack.",
    doneWhat: `${inNews} Teamet ser det i nästa sammanfattning.`,
    undone: "Ångrat. Den är öppen igen.",
    reopened: "Den är öppen igen.",
    reopenedWhat: inNews,
    effect: (minutes, people) => {
      if (!minutes) return people ? `Hjälper ${peopleOf(people)}` : "";
      return `Sparar ${minutesOf(minutes)} i veckan per person${!people ? "" : `, för ${peopleOf(people)}`}`;
    },
  },
  checkIn: {
    title: "Hur går det?",
    intro: "Det här har du tagit dig an. Ett tryck per idé räcker.",
    nudge: "Jag har inte hört något om det här sedan jag frågade. Ett tryck räcker. Säg gärna om det står still: det hjälper också.",
    again: "En teamledare undrar hur det går med den här. Ett tryck räcker.",
    noted: "Noterat: det går bra.",
    numberNoted: (n) => `Noterat: ${n}.`,
    helpNoted: "Noterat: du behöver hjälp.",
    more: (n) => `Och ${number(n)} till. Tryck på Mina åtaganden för att se alla.`,
  },
  callForHelp: {
    title: "Behöver du hjälp?",
    what: "Teamledarna får din rad. De kan hjälpa till, hitta en ny ansvarig eller skicka idén vidare.",
    line: "Vad skulle hjälpa?",
    lineHint: "Någon som kan etikettskrivaren",
    willTell: (day) => `Jag säger till teamledarna på ${day} att du behöver hjälp.`,
    asked: "Jag har sagt till teamledarna att du behöver hjälp.",
    alone:
      "Du är den enda teamledaren, så det finns ingen annan att säga till. Med Ny ansvarig kan du fråga en kollega. Tills kollegan säger ja är idén kvar hos dig.",
    noLead:
      "Ingen leder det här teamet, så det finns ingen att säga till. Någon i teamet kan trycka på Jag leder teamet i välkomstinlägget.",
    summary: "En ansvarig behöver hjälp",
    needs: (name) => `${name} behöver hjälp`,
    whatLeads: "Prata med varandra, fråga någon annan om att ta den, eller skicka den vidare.",
  },
  whys: {
    title: "Varför händer det här?",
    because: "Därför att:",
    first: "Vad är orsaken?",
    next: "Och varför är det så?",
    hint: "Alla skriver ut på måndag morgon",
    stop: "Du kan sluta när orsaken är något du kan ändra på. Högst fem orsaker.",
    full: "Fem orsaker räcker. Börja med den sista, eller med den du kan ändra på.",
    seen: "Bara du och teamledarna ser det här. Det följer med idén, så en ny ansvarig ser det också.",
  },
  count: {
    title: "Räkna något",
    what: "Vad räknar du?",
    hint: "Gånger som skrivaren krånglade den här veckan",
    now: "Antal nu",
    when: "Jag frågar efter antalet när jag frågar hur det går. Ett eller två värden före testet visar vad testet ändrar.",
    other: "Vill du räkna något annat? Tryck först på Sluta räkna, så börjar räkningen om.",
    seen: "Bara du och teamledarna ser det här. Det följer med idén, så en ny ansvarig ser det också och kan ändra det.",
    did: { saved: "Sparat.", ended: "Jag frågar inte efter något antal längre." },
    none: "Inga siffror ännu.",
    before: "Före testet",
    since: "Sedan dess",
    medians: (before, since) => {
      if (before === undefined) return `Sedan testet började: ${since}.`;
      return `Före testet: ${before}.${since === undefined ? "" : ` Sedan dess: ${since}.`}`;
    },
  },
  quiet: {
    summary: "En idé står still",
    title: (name) => `Inget svar från ${name}`,
    what: "Jag har inte hört något om den här sedan jag frågade hur det går. Det kan finnas goda skäl: prata med varandra, eller välj nedan.",
    askedAgain: (name) => `Jag har frågat ${name} igen. Kommer inget svar inom två arbetsdagar säger jag till.`,
    willAsk: (name, day) => `Jag frågar ${name} igen på ${day}. Kommer inget svar inom två arbetsdagar efter det säger jag till.`,
    notReached: (name) => `Jag kan inte fråga ${name} just nu. Prata med varandra, eller välj nedan.`,
    answered: (name) => `${name} har svarat`,
    otherOwner: (name) => `${name} har ansvaret nu`,
  },
  newOwner: {
    title: "Fråga en ny ansvarig",
    what: "Jag frågar i personens egen chatt. Det går bra att säga nej. Tills någon säger ja ligger ansvaret kvar där det är.",
  },
};
