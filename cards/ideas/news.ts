import { hasEnded, isOpen } from "../../src/domain/idea/idea.ts";
import { life } from "../../src/domain/idea/life.ts";
import type { NewsLine, NewsOfIdea } from "../../src/domain/message/ideas.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { ownerButtons } from "../owning/owner-buttons.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { type Button, box, card, type Element, fitting, type Rendered, type Renderers } from "../parts/card.ts";
import { kicker, ownerRuns, reasonBox, storyButton, titleRuns } from "../parts/idea.ts";
import { personName } from "../parts/names.ts";
import { capital, fact, harmless, heading, line, small } from "../parts/text.ts";
import { partLine } from "./same-thing.ts";

type ToldIdea = Extract<NewsOfIdea, { readonly lines: readonly NewsLine[] }>;

const isTold = (one: NewsOfIdea): one is ToldIdea => "lines" in one;

/** Does the headline name the owner? */
const isNamed = (news: NewsLine["news"]): news is "owned" | "tried" => news === "owned" || news === "tried";

const headlineOf = ({ news, name, count }: NewsLine, { reader }: ToldIdea, words: Words): string => {
  if (news === "thanks") return words.news.thanks(count ?? 1);
  return isNamed(news) ? words.news[news](reader, cut(name ?? "", 60)) : words.news[news](reader);
};

const reasonLabel = ({ news }: NewsLine, words: Words): string => {
  if (news === "done") return words.finish.result;
  return news === "stopped" ? words.news.lesson : words.news.why;
};

/** `heading` is Markdown, which must never hold a name: news of an owner uses `line`. */
const headlineElement = (one: NewsLine, shown: ToldIdea, isAlone: boolean, words: Words): Element => {
  const text = headlineOf(one, shown, words);
  const size = isAlone ? "Large" : "Medium";
  const spacing = isAlone ? "None" : "Medium";
  return isNamed(one.news)
    ? line(text, { spacing, size, weight: "Bolder" })
    : heading(text, { spacing, size, ...(one.news === "done" ? { color: "Good" } : {}) });
};

const ownerLine = ({ idea, lines }: ToldIdea, words: Words): Element | undefined => {
  if (!idea.owner) return undefined;
  return lines.some(({ news }) => news === "done")
    ? fact(words.news.owner, capital(personName(idea.owner.name, words)))
    : line(ownerRuns(idea, words, true), { spacing: "Small" });
};

/** The time that an adopted idea saves. */
const effectOf = ({ idea }: ToldIdea, { news }: NewsLine, words: Words): string =>
  news === "done" ? words.finish.effect(idea.minutes, idea.people) : "";

/** A sentence on the last step, for its reader. */
const meaning = ({ lines, idea }: ToldIdea, words: Words): string | undefined => {
  const { heldWhat, declinedWhat, undoneWhat, checkingWhat, mergedWhat, joinedWhat, putBackWhat, restoredWhat, promisedWhat } = words.news;
  const { contact, answerBy, otherYear } = idea.passed ?? {};
  const meanings: Partial<Record<NewsLine["news"], string>> = {
    held: heldWhat,
    declined: declinedWhat,
    undone: undoneWhat,
    checking: checkingWhat,
    merged: mergedWhat,
    joined: joinedWhat,
    parted: words.same.unmergedWhat,
    "put-back": putBackWhat,
    restored: restoredWhat,
    ...(answerBy ? { promised: promisedWhat(capital(personName(contact ?? "", words)), answerBy, otherYear) } : {}),
  };
  const last = lines.at(-1);
  return last && meanings[last.news];
};

/** The amount that the card shows: a bundle of many ideas leaves out buttons that stand elsewhere too, and the ends of long reasons. */
type Detail = { readonly authors: boolean; readonly owners: boolean; readonly longestReason: number };

const details: readonly [Detail, ...Detail[]] = [
  { authors: true, owners: true, longestReason: 600 },
  { authors: false, owners: true, longestReason: 600 },
  { authors: false, owners: false, longestReason: 250 },
  { authors: false, owners: false, longestReason: 100 },
  { authors: false, owners: false, longestReason: 60 },
];

const buttonsFor = ({ team, idea, reader, owns }: ToldIdea, { authors, owners }: Detail, words: Words): readonly (Button | undefined)[] => {
  const sent = { team: team.id, idea: idea.id };
  const isAuthors = authors && reader === "author";
  return [
    isAuthors && life.edit.from.includes(idea.stage) ? button(words.buttons.edit, { verb: "edit-idea", ...sent }) : undefined,
    isAuthors && life.withdraw.from.includes(idea.stage) ? button(words.buttons.withdraw, { verb: "withdraw-idea", ...sent }) : undefined,
    ...(owners && owns && isOpen(idea) ? ownerButtons(team, idea, words) : []),
  ];
};

const partOf = (one: NewsOfIdea, isAlone: boolean, detail: Detail, words: Words): readonly (Element | undefined)[] => {
  if (!isTold(one)) return [line(withdrawnText(one, words).join(" "), { spacing: "Medium", separator: true })];
  const what = meaning(one, words);
  return [
    kicker(one.team),
    ...one.lines.flatMap((step) => [
      headlineElement(step, one, isAlone, words),
      step.reason
        ? reasonBox(reasonLabel(step, words), cut(step.reason, detail.longestReason), step.news === "done" ? "good" : "accent")
        : undefined,
      effectOf(one, step, words) ? small(effectOf(one, step, words)) : undefined,
    ]),
    box([line(titleRuns(one.idea)), ownerLine(one, words)], { style: "emphasis", spacing: "Medium" }),
    one.into ? partLine(one.into, words) : undefined,
    what ? line(what, { spacing: "Medium" }) : undefined,
    ...rowsOf(buttonsFor(one, detail, words)),
    // A phone has no room for these two titles in one row.
    ...rowsOf(
      [
        storyButton(one.team, one.into ?? one.idea, words),
        button(words.buttons.mute, { verb: "mute-idea", team: one.team.id, idea: (one.into ?? one.idea).id }),
      ],
      { perRow: 1 },
    ),
  ];
};

const withdrawnText = (one: Exclude<NewsOfIdea, ToldIdea>, words: Words): readonly string[] => [
  `${one.number === undefined ? "" : `#${one.number}  `}${words.news.withdrawn(one.reader)}.`,
  words.news.withdrawnWhat,
];

/** News as plain text, for ideas with which nothing is left to do. */
const textOf = (one: NewsOfIdea, words: Words): string => {
  if (!isTold(one)) return withdrawnText(one, words).join("\n");
  const { number, title } = one.idea;
  return [
    ...one.lines.flatMap((step) => [
      headlineOf(step, one, words),
      ...(step.reason ? [`${reasonLabel(step, words)}: ${cut(step.reason, 600)}`] : []),
      ...(effectOf(one, step, words) ? [effectOf(one, step, words)] : []),
    ]),
    `${number === undefined ? "" : `#${number}  `}${cut(title, 140)}`,
    ...(number === undefined ? [] : [words.news.readOn(number)]),
  ].join("\n");
};

export const render: Renderers<"news"> = {
  news: ({ ideas }, words): Rendered => {
    const isAlone = ideas.length === 1;
    const summary = isAlone ? words.news.summary : words.news.several(ideas.length);
    if (ideas.every((one) => !isTold(one) || (hasEnded(one.idea) && !one.into))) {
      return { summary, text: harmless(ideas.map((one) => textOf(one, words)).join("\n\n")) };
    }
    return {
      summary,
      card: fitting(details, (detail) =>
        card([
          isAlone ? undefined : heading(summary, { spacing: "None" }),
          ...ideas.flatMap((one) => {
            const part = partOf(one, isAlone, detail, words);
            return isAlone ? part : [box(part, { separator: true, spacing: "Large" })];
          }),
        ]),
      ),
    };
  },
};
