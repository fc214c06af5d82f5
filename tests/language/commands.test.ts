import { describe, expect, test } from "vitest";
import { type Command, commandNames, numberCommands, parseCommand } from "../../src/domain/commands.ts";
import { languages } from "../../src/domain/language.ts";
import { everyPhrase, wordsOf } from "../../src/language/index.ts";
import { wholeLanguages } from "./whole-languages.ts";

const parse = (text: string) => parseCommand(text, everyPhrase);

const phrases = wholeLanguages.flatMap((language) =>
  commandNames.flatMap((command) => wordsOf(language).commands[command].map((phrase) => ({ language, command, phrase }))),
);

test("No phrase has two meanings, in whatever languages", () => {
  const meanings = new Map<string, Set<string>>();
  for (const { phrase, command } of phrases) meanings.set(phrase, (meanings.get(phrase) ?? new Set()).add(command));
  expect([...meanings].filter(([, commands]) => commands.size > 1)).toEqual([]);
});

test("No phrase is an ordinary word, and none is read as a pause of some length", () => {
  const ordinary = wholeLanguages.flatMap((language) => wordsOf(language).commands.ordinary);
  expect(phrases.filter(({ phrase }) => ordinary.includes(phrase))).toEqual([]);
  for (const { phrase, command } of phrases)
    for (const { phrase: other } of phrases.filter((one) => one.command === "pause" && one.phrase !== phrase))
      if (phrase.startsWith(`${other} `)) expect([phrase, parse(phrase)?.command ?? command]).toEqual([phrase, command]);
});

test.each(phrases)("$language: $phrase means $command", ({ command, phrase }) => {
  const numbered = numberCommands.some((one) => one === command);
  for (const written of [phrase, `/${phrase}`, phrase.toUpperCase(), `  ${phrase} `]) {
    expect(parse(numbered ? `${written} #42` : written)).toMatchObject({ command });
    if (numbered) expect(parse(`${written} 42`)).toMatchObject({ command, number: 42 });
  }
  expect(phrase).toBe(phrase.toLowerCase().replace(/\s+/g, " ").trim());
});

describe("Every language names itself and all others in words that the command understands", () => {
  const selves = languages.flatMap((language) => wordsOf(language).commands.self.map((self) => ({ language, self })));
  test.each(selves)("$self is $language", ({ language, self }) => {
    for (const other of wholeLanguages)
      expect(parse(`${wordsOf(other).commands.language[0]} ${self}`)).toEqual({ command: "language", language });
  });

  test.each(wholeLanguages)("What %s proposes when asked works", (language) => {
    const said = wordsOf(language).whichLanguage;
    const [word] = wordsOf(language).commands.language;
    const proposed = [...said.matchAll(new RegExp(`${word} (\\p{L}+)`, "gu"))].map((found) => parse(found[0]));
    const named = proposed.flatMap((one) => (one?.command === "language" && one.language ? [one.language] : []));
    expect([named.length, named]).toEqual([proposed.length, expect.arrayContaining([...wholeLanguages])]);
  });
});

const pauses: readonly [string, Command][] = [
  ["pause 2 weeks", { command: "pause", date: { weeks: 2 } }],
  ["pausa 2 veckor", { command: "pause", date: { weeks: 2 } }],
  ["pause 1 uke", { command: "pause", date: { weeks: 1 } }],
  ["pause until 2026-12-24", { command: "pause", date: { year: 2026, month: 12, day: 24 } }],
  ["pausa till 24.12", { command: "pause", date: { month: 12, day: 24 } }],
  ["pause til 24/12", { command: "pause", date: { month: 12, day: 24 } }],
  ["pausa till och med 24.12", { command: "pause", date: { month: 12, day: 24, through: true } }],
  ["pause til og med 24.12.27", { command: "pause", date: { year: 2027, month: 12, day: 24, through: true } }],
  ["pause 0 weeks", { command: "pause", date: { weeks: 0 } }],
  ["pausa -2 veckor", { command: "pause", date: { weeks: -2 } }],
  ["pause 4000000000 uker", { command: "pause", date: { weeks: 4_000_000_000 } }],
  ["pause 2weeks", { command: "pause", date: { weeks: 2 } }],
  ["pause ２ weeks", { command: "pause", date: { weeks: 2 } }],
  ["pausa 1,5 veckor", { command: "pause", date: { weeks: 1.5 } }],
  ["pause 2", { command: "pause", date: "unclear" }],
  ["pause -1", { command: "pause", date: "unclear" }],
  ["pause until 24-12-2026", { command: "pause", date: { year: 2026, month: 12, day: 24 } }],
  ["pausa till 24. 12.", { command: "pause", date: { month: 12, day: 24 } }],
  ["pause!!", { command: "pause" }],
  ["unsubscribe", { command: "pause" }],
  ...["stop", "sluta", "avsluta", "stopp", "slutt", "Stop.", "STOPP!", "stop 🙏"].map((word): [string, Command] => [
    word,
    { command: "pause", stops: true },
  ]),
  ...[
    "Leave me alone!",
    "jag vill inte vara med",
    "Meld meg av",
    "eg vil ikkje vere med",
    "jeg vil ikke være med",
    "en halua kysymyksiä",
  ].map((text): [string, Command] => [text, { command: "pause" }]),
  ["stop 2 weeks", { command: "pause", date: { weeks: 2 } }],
  ["stop friday", { command: "pause", date: { weekday: 5 } }],
  ["stop 42", { command: "pause", date: "unclear", idea: 42 }],
  ["stop #42", { command: "stop", number: 42, rest: "" }],
  ["stop # 42 please", { command: "stop", number: 42, rest: "" }],
  ["Stopp #42: It did not help", { command: "stop", number: 42, rest: "It did not help" }],
  ["please stop #42", { command: "pause", date: "unclear", idea: 42 }],
  ["sluta 42", { command: "pause", date: "unclear", idea: 42 }],
  ["pause until friday", { command: "pause", date: { weekday: 5 } }],
  ["pause friday", { command: "pause", date: { weekday: 5 } }],
  ["Pause until Tues.", { command: "pause", date: { weekday: 2 } }],
  ["pausa till fredag", { command: "pause", date: { weekday: 5 } }],
  ["pausa lördag", { command: "pause", date: { weekday: 6 } }],
  ["pause til fredag", { command: "pause", date: { weekday: 5 } }],
  ["pause til og med søndag", { command: "pause", date: { weekday: 7, through: true } }],
  ["pause through Friday", { command: "pause", date: { weekday: 5, through: true } }],
  ["pause fredag", { command: "pause", date: { weekday: 5 } }],
  ["pausa friday", { command: "pause", date: { weekday: 5 } }],
  ["pause i 2 uker", { command: "pause", date: { weeks: 2 } }],
  ["pausa i 2 veckor", { command: "pause", date: { weeks: 2 } }],
  ["pause for two weeks", { command: "pause", date: { weeks: 2 } }],
  ["pausa en vecka", { command: "pause", date: { weeks: 1 } }],
  ["pause ei uke", { command: "pause", date: { weeks: 1 } }],
  ["pause 3 days", { command: "pause", date: { days: 3 } }],
  ["pausa i två månader", { command: "pause", date: { months: 2 } }],
  ["pause until tomorrow", { command: "pause", date: { days: 1 } }],
  ["pausa till i morgon", { command: "pause", date: { days: 1 } }],
  ["pause until 24 december", { command: "pause", date: { month: 12, day: 24 } }],
  ["pause until December 24, 2027", { command: "pause", date: { year: 2027, month: 12, day: 24 } }],
  ["pause until Thursday the 24th of December", { command: "pause", date: { month: 12, day: 24 } }],
  ["pause until the 1st of may", { command: "pause", date: { month: 5, day: 1 } }],
  ["pausa till måndagen den 7 december", { command: "pause", date: { month: 12, day: 7 } }],
  ["pause til fredagen", { command: "pause", date: { weekday: 5 } }],
  ["pausa till 24 december", { command: "pause", date: { month: 12, day: 24 } }],
  ["pausa till den 1:a maj 2027", { command: "pause", date: { year: 2027, month: 5, day: 1 } }],
  ["pause til 24. desember", { command: "pause", date: { month: 12, day: 24 } }],
  ["pause fram til laurdag", { command: "pause", date: { weekday: 6 } }],
  ["pause til og med tysdag", { command: "pause", date: { weekday: 2, through: true } }],
  ["pause i to veker", { command: "pause", date: { weeks: 2 } }],
  ["pause ein månad", { command: "pause", date: { months: 1 } }],
  ["pause til i morgon", { command: "pause", date: { days: 1 } }],
  ["pause til veke 50", { command: "pause", date: { weekOfYear: 50 } }],
  ["pause frem til mandag", { command: "pause", date: { weekday: 1 } }],
  ["tauko 2 viikkoa", { command: "pause", date: { weeks: 2 } }],
  ["tauko kahdeksi viikoksi", { command: "pause", date: { weeks: 2 } }],
  ["tauko yhden kuukauden", { command: "pause", date: { months: 1 } }],
  ["tauko perjantaihin", { command: "pause", date: { weekday: 5 } }],
  ["tauko keskiviikkoon asti", { command: "pause", date: { weekday: 3 } }],
  ["tauko huomiseen", { command: "pause", date: { days: 1 } }],
  ["tauko joulukuun 24. päivään", { command: "pause", date: { month: 12, day: 24 } }],
  ["tauko torstaihin 24. joulukuuta 2026 saakka", { command: "pause", date: { year: 2026, month: 12, day: 24 } }],
  ["tauko 24.12. asti", { command: "pause", date: { month: 12, day: 24 } }],
  ["tauko viikkoon 50 asti", { command: "pause", date: { weekOfYear: 50 } }],
  ["tauko kunnes olen takaisin", { command: "pause", date: "unclear" }],
  ["pause til 24. des.", { command: "pause", date: { month: 12, day: 24 } }],
  ["pause til d. 24. dec.", { command: "pause", date: { month: 12, day: 24 } }],
  ["pause indtil tirsdag d. 24. november", { command: "pause", date: { month: 11, day: 24 } }],
  ["hold pause til og med den 24/12", { command: "pause", date: { month: 12, day: 24, through: true } }],
  ["pause frem til lørdag", { command: "pause", date: { weekday: 6 } }],
  ["pause til 1. marts", { command: "pause", date: { month: 3, day: 1 } }],
  ["pause én uge", { command: "pause", date: { weeks: 1 } }],
  ["pause i to måneder, tak", { command: "pause", date: { months: 2 } }],
  ["pause til uge 50", { command: "pause", date: { weekOfYear: 50 } }],
  ["pause until week 50", { command: "pause", date: { weekOfYear: 50 } }],
  ["pausa till och med v.50", { command: "pause", date: { weekOfYear: 50, through: true } }],
  ["paus vecka 50", { command: "pause", date: "unclear" }],
  ["pause #42", { command: "pause", date: "unclear" }],
  ["pause 2 weeks please", { command: "pause", date: { weeks: 2 } }],
  ["Gnist, stop!", { command: "pause", stops: true }],
  ["pause until next friday", { command: "pause", date: "unclear" }],
  ["pausa tills jag är tillbaka", { command: "pause", date: "unclear" }],
];
test.each(pauses)("%s", (text, command) => {
  expect(parse(text)).toEqual(command);
});

const written: [string, Command][] = [
  ["help ?", { command: "help" }],
  ["//help", { command: "help" }],
  ["# 42", { command: "story", number: 42 }],
  ["＃４２", { command: "story", number: 42 }],
  ["Idea #42?", { command: "story", number: 42 }],
  ["idé 42", { command: "story", number: 42 }],
  ["#1234567.", { command: "story", number: 1_234_567 }],
  ["me too #42!", { command: "me-too", number: 42, rest: "" }],
  ["me too 42.", { command: "me-too", number: 42, rest: "" }],
  ["me too#42", { command: "me-too", number: 42, rest: "" }],
  ["I'll take it #42", { command: "take", number: 42, rest: "" }],
  ["I’ll take #42", { command: "take", number: 42, rest: "" }],
  ["take # 42 please", { command: "take", number: 42, rest: "" }],
  ["thanks for #42", { command: "thank", number: 42, rest: "" }],
  ["Tack för #42!", { command: "thank", number: 42, rest: "" }],
  ["Eg òg #42!", { command: "me-too", number: 42, rest: "" }],
  ["eg tek den #42", { command: "take", number: 42, rest: "" }],
  ["Minäkin #42!", { command: "me-too", number: 42, rest: "" }],
  ["otan tämän #42", { command: "take", number: 42, rest: "" }],
  ["valmis #42: avaimet ovat paikallaan", { command: "done", number: 42, rest: "avaimet ovat paikallaan" }],
  ["kiitos ideasta #42", { command: "thank", number: 42, rest: "" }],
  [
    "Sijainen Omar Haddad joulukuun 12. päivään asti",
    { command: "substitute", written: { name: "Omar Haddad", until: { day: 12, month: 12 } } },
  ],
  ["Idea kollegan puolesta: ovi", { command: "idea-for-colleague", text: "ovi" }],
  ["Idé for ein kollega: døra", { command: "idea-for-colleague", text: "døra" }],
  ["Også mig #42!", { command: "me-too", number: 42, rest: "" }],
  ["jeg tager den #42", { command: "take", number: 42, rest: "" }],
  ["tak for #42", { command: "thank", number: 42, rest: "" }],
  ["Idé fra en kollega: døren", { command: "idea-for-colleague", text: "døren" }],
  ["tusen takk for #42", { command: "thank", number: 42, rest: "" }],
  ["done #42: it works", { command: "done", number: 42, rest: "it works" }],
  ["done #42, it works", { command: "done", number: 42, rest: "it works" }],
  ["Done ＃42\nit works！", { command: "done", number: 42, rest: "it works！" }],
  ["idea\nThe door", { command: "idea", text: "The door" }],
  ["idea : the door", { command: "idea", text: "the door" }],
  ["Idé – dörren", { command: "idea", text: "dörren" }],
  ["idea：the door", { command: "idea", text: "the door" }],
  ["idea: - the door\n- the window", { command: "idea", text: "- the door\n- the window" }],
];
for (const text of [
  "thanks",
  "Thank you!",
  "tack",
  "Tack så mycket 😊",
  "takk",
  "ok",
  "OK.",
  "👍",
  "👍🏽",
  "👍👍",
  "❤️",
  "fint",
  "tack gnist",
  "Tack, Gnist!",
])
  written.push([text, { command: "thanks" }]);
for (const text of ["undo", "Ångra", "angre", "Fortryd"]) written.push([text, { command: "undo" }]);
for (const text of [
  "I need help",
  "can you help me?",
  "what is this?",
  "Vad är det här?",
  "Kan du hjelpe meg?",
  "Kva er dette?",
  "Hvad er det her?",
  "Mikä tämä on?",
  "hi gnist!",
])
  written.push([text, { command: "help" }]);
for (const text of ["Nothing, thanks", "inget tack!", "Ingenting, takk", "ei mitään, kiitos", "ikke noget tak"])
  written.push([text, { command: "nothing" }]);
for (const text of ["prompt now please", "fråga nu, tack", "Spør nå, er du snill"]) written.push([text, { command: "prompt-now" }]);
for (const text of ["help please", "Hjälp, snälla", "ohje, kiitos"]) written.push([text, { command: "help" }]);
for (const text of [
  "who sees this?",
  "Is this anonymous?",
  "vem ser det här?",
  "Hvem ser dette?",
  "Kven ser dette?",
  "Hvem kan se det?",
  "Kuka näkee tämän?",
  "är det här anonymt",
])
  written.push([text, { command: "who-sees-this" }]);

test.each(written)("%j is a command, however it is written", (text, command) => {
  expect(parse(text)).toEqual(command);
});

test("Help shows commands that work", () => {
  for (const language of wholeLanguages) {
    const { help, commands } = wordsOf(language);
    for (const example of help.aboutOneSay) expect(parse(example), example).toMatchObject({ number: 42 });
    for (const command of [...Object.keys(help.does), ...Object.keys(help.leadDoes)] as (keyof typeof help.does)[]) {
      expect(parse(commands[command][0])).toMatchObject({ command });
    }
  }
});

test.each([
  "help us with the printer",
  "nothing now works, thanks to the printer",
  "please help us with the printer now",
  "pause between shifts is too short",
  "next week we have no cover",
  "take 2 of the printers away",
  "done is never done",
  "nothing works on Mondays",
  "settings on the ventilator are hard to read",
  "hello, the door is stuck",
  "digest the news for us",
  "language barriers in reception",
  "prompt answers would help",
  "hjälp oss med skrivaren",
  "pausa larmet på natten går inte",
  "nästa vecka är vi för få",
  "ta bort 2 av skrivarna",
  "klart vi vill ha bättre lampor",
  "inget fungerar på måndagar",
  "språket i blanketterna är svårt",
  "fråga mig inte igen om samma sak",
  "hjelp oss med skriveren",
  "pause mellom vaktene er for kort",
  "neste uke er vi for få",
  "ta bort 2 av skriverne",
  "ferdig blir vi aldri",
  "ingenting virker på mandager",
  "spør noen om hanskene",
  "pausa på natta er for kort",
  "neste veke er vi for få",
  "ta bort 2 av skrivarane",
  "ingenting verkar på måndagar",
  "tauko on liian lyhyt vuorojen välissä",
  "ei mitään tolkkua maanantaisin",
  "ota pois 2 tulostinta",
  "valmis ei tule koskaan",
  "lopeta hälytys yöllä",
  "no pause between shifts",
  "no stop for the bus",
  "hjælp os med printeren",
  "pausen er for kort",
  "næste uge er vi for få",
  "tag 2 af printerne væk",
  "færdig bliver vi aldrig",
  "ingenting virker om mandagen",
  "spørg nogen om handskerne",
  "tak fordi vi fik nye handsker",
  "til 3",
  "idea-sharing would help",
  "take #42, #43",
  "pause 10-12 is too early",
  "pause 2 of the alarms",
  "pause until somebody has found out who did it",
  "pause friday meetings",
  "stop the alarm at night",
  "vil ikke være med på at printe alt",
  "leave me alone with the alarm and nothing works",
  "stop may help",
  "sluta skriva ut allt",
  "stopp alarmen",
  "thanks to the night shift we have gloves",
  "ok but the door is stuck",
  "tack vare skrivaren väntar alla",
])("%s is something to improve, not a command", (text) => {
  expect(parse(text)).toBeUndefined();
});
