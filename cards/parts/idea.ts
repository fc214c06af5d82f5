import type { IContainer, ITextRun } from "@microsoft/teams.cards";
import { isOpen } from "../../src/domain/idea/idea.ts";
import type { IdeaView, TeamView } from "../../src/domain/idea/view.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button } from "./buttons.ts";
import { box, card, type Element } from "./card.ts";
import { kindName, personName } from "./names.ts";
import { capital, line, run, small } from "./text.ts";

/** The quiet line at the top of a card: the team, and more facts such as the week. Without a team name and facts there is no line. */
export const kicker = (team: TeamView, ...more: readonly string[]): Element | undefined => {
  const known = [cut(team.name, 60), ...more].filter((part) => part !== "");
  return known.length > 0 ? small(known.join(" · ")) : undefined;
};

/** The quiet line with the team and an idea's number, if it has one yet. */
export const ideaKicker = (team: TeamView, number: number | undefined): Element | undefined =>
  kicker(team, ...(number === undefined ? [] : [`#${number}`]));

/** For how long the team has known the idea, once it does. @param least days from which on that is said */
export const ageOf = ({ ageDays }: Pick<IdeaView, "ageDays">, words: Words, least = 0): readonly string[] =>
  ageDays === undefined || ageDays < least ? [] : [words.age(ageDays)];

/** "#42  The title", with the title in bold. */
export const titleRuns = (idea: Pick<IdeaView, "number" | "title">, weight: "Bolder" | "Default" = "Bolder"): ITextRun[] => [
  ...(idea.number === undefined ? [] : [run(`#${idea.number}  `, { color: "Accent", weight })]),
  run(cut(idea.title, 140), { weight }),
];

/** Where an idea that was passed on waits, and until when. */
export const passedText = ({ passed }: Pick<IdeaView, "passed">, words: Words): string => {
  if (!passed?.answerBy) return words.digest.noAnswerDate;
  const contact = passed.contact === undefined ? undefined : cut(passed.contact, 60);
  return (passed.isLate ? words.digest.answerLate : words.digest.answerBy)(words.format.date(passed.answerBy, passed.otherYear), contact);
};

/** The idea's owner, due date and first test, or that it has no owner; of one that was passed on, the coordinators' promise. */
export const ownerRuns = (idea: IdeaView, words: Words, withTest: boolean): ITextRun[] => {
  if (idea.passed) return [run(passedText(idea, words), { size: "Small" })];
  if (!idea.owner) {
    if (!isOpen(idea)) return [];
    return idea.ownerAsked
      ? [run(words.somebodyAsked, { size: "Small", isSubtle: true })]
      : [run(words.needsOwner, { size: "Small", color: "Accent", weight: "Bolder" })];
  }
  const { name, due, otherYear, isPast, test } = idea.owner;
  const more = [
    ...(due ? [(isPast && isOpen(idea) ? words.was : words.by)(due, otherYear)] : []),
    ...(withTest && test ? [words.firstTest(cut(test, 140))] : []),
  ];
  return [
    run(capital(personName(name, words)), { size: "Small", weight: "Bolder" }),
    ...(more.length > 0 ? [run(` · ${more.join(" · ")}`, { size: "Small" })] : []),
  ];
};

/** A box with one idea: title, proposal and how it stands. New ground is always said. @param look `reach`: the other reach is said too */
export const ideaBox = (idea: IdeaView, words: Words, look: { readonly owner?: boolean; readonly reach?: boolean } = {}): IContainer => {
  const reach = idea.reach === "new-ground" || look.reach ? idea.reach : undefined;
  const facts = [
    ...(reach ? [words.reaches[reach]] : []),
    ...(idea.kind ? [kindName(idea.kind, words)] : []),
    words.voices(idea.voices),
    ...(idea.authorName ? [words.from(cut(idea.authorName, 60))] : []),
  ].join(" · ");
  const owner = look.owner ? ownerRuns(idea, words, true) : [];
  return box(
    [
      line(titleRuns(idea)),
      idea.proposal ? line(cut(idea.proposal, 600), { isSubtle: true, spacing: "Small" }) : undefined,
      small(facts, { spacing: "Small" }),
      owner.length > 0 ? line(owner, { spacing: "Small" }) : undefined,
    ],
    { style: "emphasis", spacing: "Medium" },
  );
};

/** The words that an idea has in common with another one, as the reason that it is shown; nothing where they only say it alike. @param told the sentence with them */
export const sharedLine = (shared: readonly string[], told: (words: string) => string, spacing: "None" | "Small" = "Small") =>
  shared.length === 0 ? undefined : small(told(shared.map((word) => cut(word, 40)).join(", ")), { spacing });

/** A box with a reason or a result: on these cards it is the news, so it stands out. */
export const reasonBox = (label: string, text: string, style: "accent" | "good" = "accent"): IContainer =>
  box([small(label), line(cut(text, 600), { spacing: "None", weight: "Bolder" })], { style, spacing: "Medium" });

/** The button *See what happened*. */
export const storyButton = (team: TeamView, idea: Pick<IdeaView, "id">, words: Words) =>
  button(words.buttons.whatHappened, { verb: "show-story", team: team.id, idea: idea.id });

export const noted = (text: string, team: TeamView) => ({
  summary: text,
  card: card([kicker(team), line(text, { spacing: "Small" })]),
});
