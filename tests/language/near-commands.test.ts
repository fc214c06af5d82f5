import { describe, expect, test } from "vitest";
import { commandNames, numberCommands, parseCommand } from "../../src/domain/commands.ts";
import { isQuestion, nearCommands } from "../../src/domain/near-commands.ts";
import { everyPhrase, wordsOf } from "../../src/language/index.ts";
import { seeded } from "../world/chance.ts";
import { wholeLanguages } from "./whole-languages.ts";

const near = (text: string) => nearCommands(text, everyPhrase);
const parse = (text: string) => parseCommand(text, everyPhrase);

const { below, pick } = seeded(20_261_126);
const letters = "abcdefghijklmnopqrstuvwxyzåäöæø";

/** One slip of the keyboard in a word: two letters changed round, one left out, one too many, or a wrong one. */
const slip = (phrase: string): string => {
  const at = below(phrase.length - 1);
  const [before, one, two, after] = [phrase.slice(0, at), phrase.charAt(at), phrase.charAt(at + 1), phrase.slice(at + 2)];
  const slips = [two + one, two, one + pick([...letters]) + two, pick([...letters]) + two];
  return before + pick(slips) + after;
};

const never = ["thanks", "next", "idea"];
const phrases = wholeLanguages.flatMap((language) =>
  commandNames.flatMap((command) =>
    never.includes(command)
      ? []
      : wordsOf(language).commands[command].flatMap((phrase) => (phrase.length < 4 ? [] : [{ language, command, phrase }])),
  ),
);
const isOrdinary = (text: string) => wholeLanguages.some((language) => wordsOf(language).commands.ordinary.includes(text));

test.each(phrases)("$language: a slip in $phrase offers $command", ({ command, phrase }) => {
  const numbered = numberCommands.some((one) => one === command);
  for (let tries = 0; tries < 3; tries++) {
    const slipped = `${slip(phrase)}${numbered ? " #42" : ""}`;
    // It may be the phrase of another command, or an ordinary word; a space at its beginning goes, which is one slip more.
    if (parse(slipped) || isOrdinary(slipped) || slipped.startsWith(" ")) continue;
    expect([slipped, near(slipped).map((meant) => parse(meant)?.command)]).toEqual([slipped, expect.arrayContaining([command])]);
  }
});

test.each([
  ["hlep", ["help"]],
  ["my idaes", ["my ideas"]],
  ["pasue", ["pause"]],
  ["pasue 2 weeks", ["pause 2 weeks"]],
  ["pasue until friday", ["pause until friday"]],
  ["tkae #42", ["take #42"]],
  ["doen #42: it works", ["done #42: it works"]],
  ["langauge svenska", ["language svenska"]],
  ["language german", ["language"]],
  ["kieli viro", ["kieli"]],
  ["Hjäpl!", ["hjälp"]],
  ["mina idere", ["mina ideer"]],
  ["fotsett", ["fortsett"]],
  ["ideane mnie", ["ideane mine"]],
  ["pause laurdg", ["pause laurdag"]],
  ["mine opagver", ["mine opgaver"]],
  ["pause lørdga", ["pause lørdag"]],
  ["kosote", ["kooste"]],
  ["tauko perjntai", ["tauko perjantai"]],
  ["stoppa larmet", ["stoppa"]],
  ["paus fredg", ["paus fredag"]],
  ["pause idag", ["pause"]],
  ["who sees htis?", ["who sees this"]],
])("%s is offered as %j", (text, meant) => {
  expect(near(text)).toEqual(meant);
});

const ordinary = [
  [
    "en",
    "the printer jams",
    "too many forms",
    "no gloves again",
    "help us with it",
    "a step too far",
    "quite good",
    "stop the alarm",
    "held up",
  ],
  [
    "en",
    "my idea is simple",
    "take a break",
    "pausing is hard",
    "the team is tired",
    "quiet",
    "shop",
    "tea",
    "heap",
    "meeting",
    "printer",
    "coffee",
  ],
  ["en", "not now", "me as well", "all systems down", "ask her now", "post is late", "done with this", "steps", "tears"],
  ["sv", "skrivaren krånglar", "för många blanketter", "inga handskar igen", "hela tiden", "helt rätt", "stor stress", "ta en paus"],
  [
    "sv",
    "mina idéer försvinner",
    "fråga doktorn nu",
    "slut på handskar",
    "läget är stressigt",
    "skrivare",
    "möten",
    "kaffe",
    "stol",
    "hjälm",
    "passa",
  ],
  [
    "nb",
    "skriveren virker ikke",
    "for mange skjemaer",
    "ingen hansker igjen",
    "hele tiden",
    "helt riktig",
    "stor travelhet",
    "stopp alarmen om natta",
  ],
  ["nb", "ta en pause", "mine ideer forsvinner", "spør legen nå", "slutt på hansker", "skriver", "møter", "kaffe", "stol", "hjelm", "saus"],
  [
    "nn",
    "skrivaren verkar ikkje",
    "for mange skjema",
    "ingen hanskar igjen",
    "heile tida",
    "heilt rett",
    "stor travelheit",
    "stopp alarmen om natta",
  ],
  [
    "nn",
    "ta ein pause",
    "ideane mine forsvinn",
    "spør legen no",
    "slutt på hanskar",
    "skrivar",
    "møte",
    "kaffi",
    "held",
    "heile",
    "verdig",
  ],
  [
    "da",
    "printeren virker ikke",
    "for mange skemaer",
    "ingen handsker igen",
    "hele tiden",
    "helt rigtigt",
    "stor travlhed",
    "stop alarmen om natten",
    "hejs",
    "låget",
  ],
  [
    "da",
    "tag en pause",
    "mine idéer forsvinder",
    "spørg lægen nu",
    "slut med handsker",
    "drift",
    "møder",
    "kaffe",
    "stol",
    "korn",
    "strop",
  ],
  [
    "fi",
    "tulostin jumittaa",
    "liikaa lomakkeita",
    "hanskat taas loppu",
    "koko ajan kiire",
    "tilaa ei ole",
    "lopeta hälytys yöllä",
    "tauot jäävät väliin",
    "ideani katoavat",
  ],
  ["fi", "kysy lääkäriltä", "matka", "kielto", "mieli", "tulostin", "kahvi", "auto", "palaveri", "avain", "jatko", "hanskat"],
] as const;
describe("Ordinary words are taken for no command, and for no question", () => {
  test.each(ordinary.flatMap(([language, ...texts]) => texts.map((text) => ({ language, text }))))("$language: $text", ({ text }) => {
    expect([parse(text), near(text), isQuestion(text, everyPhrase)]).toEqual([undefined, [], false]);
  });
});

test.each([
  "Can we have a new printer?",
  "where is the key",
  "how do I order gloves",
  "Kan jag få en ny skärm?",
  "varför frågar du mig",
  "hvordan bestiller jeg hansker",
  "Hvem tømmer søpla？",
  "Kvifor spør du meg",
  "Hvornår kommer handskerne",
  "miksi kysyt minulta",
  "why?",
])("%s is a question", (text) => {
  expect([parse(text), near(text), isQuestion(text, everyPhrase)]).toEqual([undefined, [], true]);
});

test.each([
  "When the printer jams nobody knows what to do",
  "Whoever is on call has no phone",
  "När skrivaren krånglar vet ingen vad man gör",
  "What is wrong?\nThe door is stuck",
  `${"The printer jams. ".repeat(20)}Why?`,
])("%j is no question to Gnist", (text) => {
  expect(isQuestion(text, everyPhrase)).toBe(false);
});

test("a message of thousands of signs is read at once", () => {
  const started = performance.now();
  for (const sign of [".", "?", " 👍", '?"', "/", " "]) {
    const text = `${sign.repeat(19_000 / sign.length)}a`;
    expect([parse(text), near(text), isQuestion(text, everyPhrase)]).toEqual([undefined, [], false]);
  }
  // A slow algorithm would take seconds for each.
  expect(performance.now() - started).toBeLessThan(500);
});
