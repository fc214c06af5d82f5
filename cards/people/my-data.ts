import type { Language } from "../../src/domain/language.ts";
import type { DataLine, PersonFacts } from "../../src/domain/message/people.ts";
import { untilResumed } from "../../src/domain/people/person.ts";
import type { Words } from "../../src/language/index.ts";
import { card, type Element, type Renderers } from "../parts/card.ts";
import { capital, clockTime, fact, heading, line, run, small, subheading } from "../parts/text.ts";
import { languageName } from "../settings/language-inputs.ts";

type Sayings = {
  readonly [Fact in keyof PersonFacts]-?: (value: NonNullable<PersonFacts[Fact]>, zone: string, words: Words) => string | undefined;
};

const day = (at: number, zone: string, words: Words): string | undefined => (at > 0 ? words.format.day(at, zone, true) : undefined);
const itself = (text: string): string | undefined => text || undefined;
const yes = (is: boolean, _zone: string, words: Words): string | undefined => (is ? words.settings.yes : undefined);
const language = (one: Language) => languageName(one);

/** Each fact in words; undefined where there is nothing to say. */
const sayings: Sayings = {
  name: itself,
  teamsId: itself,
  chatId: itself,
  serviceUrl: itself,
  language,
  seenLanguage: language,
  inSeveralTeams: yes,
  pausedUntil: (until, zone, words) => (until === untilResumed ? words.myData.untilResume : day(until, zone, words)),
  unreachable: (why, _zone, words) => (why ? words.settings.yes : undefined),
  offeredLess: (which) => which.split("|").at(-1),
  askedSince: itself,
  saidLeftAt: day,
  leftAt: day,
  newsOff: yes,
  askDay: (weekday, _zone, words) => (weekday === 0 ? words.mySettings.asTeam : capital(words.format.nameOf(weekday))),
  askTime: (time, _zone, words) => (time ? clockTime(time, words) : words.mySettings.asTeam),
  workingDays: (days, _zone, words) => itself(days.map((one) => words.format.nameOf(one)).join(", ")),
  askEvery: (weeks, _zone, words) => words.mySettings.everyWeeks[weeks],
};

const factLines = (facts: Partial<PersonFacts>, zone: string, words: Words): readonly Element[] =>
  (Object.keys(sayings) as (keyof PersonFacts)[]).flatMap((name) => {
    const value = facts[name];
    const say = sayings[name] as (value: unknown, zone: string, words: Words) => string | undefined;
    const told = value === undefined ? undefined : say(value, zone, words);
    return told === undefined ? [] : [fact(words.myData.facts[name], told)];
  });

const shown = ({ team, at, number, texts, count, facts }: DataLine, zone: string, words: Words): readonly Element[] => {
  const about = [
    count === undefined ? undefined : words.format.number(count),
    at === undefined ? undefined : words.format.day(at, zone, true),
    team,
    number === undefined ? undefined : `#${number}`,
  ].filter((one) => one !== undefined);
  return [
    ...(about.length > 0 ? [line([run(about.join(" · "), { size: "Small", isSubtle: true })], { spacing: "Small" })] : []),
    ...texts.map((text) => line(text, { spacing: "None" })),
    ...(facts ? factLines(facts, zone, words) : []),
  ];
};

export const render: Renderers<"my-data" | "my-data-soon"> = {
  "my-data-soon": (_message, words) => ({ summary: words.myData.soon, card: card([line(words.myData.soon)]) }),

  "my-data": ({ lines, page, pages, zone }, words) => {
    const groups = [...new Set(lines.map(({ group }) => group))];
    return {
      summary: words.myData.title,
      card: card([
        heading(words.myData.title, { size: "Medium" }),
        pages > 1 ? small(words.digest.page(page + 1, pages)) : undefined,
        page === 0 ? line(words.myData.what, { spacing: "Small" }) : undefined,
        ...groups.flatMap((group) => [
          subheading(words.myData.groups[group], { size: "Default" }),
          ...lines.filter((one) => one.group === group).flatMap((one) => shown(one, zone, words)),
        ]),
        page === pages - 1 ? small(words.myData.end) : undefined,
      ]),
    };
  },
};
