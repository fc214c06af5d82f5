import type { DigestView, IdeaView } from "../../src/domain/idea/view.ts";
import { shownTurnout } from "../../src/domain/overview/turnout.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons } from "../parts/buttons.ts";
import { type AdaptiveCard, type Button, box, card, type Element, fitting } from "../parts/card.ts";
import { figures } from "../parts/figures.ts";
import { kicker, ownerRuns, titleRuns } from "../parts/idea.ts";
import { heading, line, run, small, subheading } from "../parts/text.ts";
import { turnoutText } from "../parts/turnout.ts";

const turnoutFigures = ({ turnout, freshCount, finishedCount }: DigestView, words: Words): Element => {
  const { number } = words.format;
  return figures([
    turnout && [turnoutText(shownTurnout([turnout]), words), words.digest.answered],
    [number(freshCount), words.digest.newIdeas(freshCount)],
    finishedCount > 0 && [number(finishedCount), words.digest.finishedCount],
  ]);
};

const header = (digest: DigestView, words: Words, title: string, intro: readonly Element[]): Element =>
  box([kicker(digest.team, words.week(digest.week)), heading(title, { spacing: "None" }), ...intro, turnoutFigures(digest, words)], {
    style: "emphasis",
    bleed: true,
  });

/** Detail of a digest: rows per list; longest text, title and choice in characters; in a draft, ideas with a button of their own. */
export type DigestDetail = {
  readonly rows: number;
  readonly text: number;
  readonly title: number;
  readonly choice: number;
  readonly pressable: number;
};

const detailLevels: readonly [DigestDetail, ...DigestDetail[]] = [
  { rows: 15, text: 240, title: 140, choice: 100, pressable: 25 },
  { rows: 15, text: 160, title: 140, choice: 60, pressable: 12 },
  { rows: 15, text: 120, title: 140, choice: 60, pressable: 6 },
  { rows: 10, text: 160, title: 140, choice: 60, pressable: 6 },
  { rows: 6, text: 120, title: 140, choice: 60, pressable: 6 },
  { rows: 4, text: 100, title: 140, choice: 40, pressable: 4 },
  { rows: 2, text: 80, title: 80, choice: 20, pressable: 3 },
  { rows: 1, text: 80, title: 80, choice: 20, pressable: 3 },
];
const shortened = (idea: IdeaView, { title }: DigestDetail): IdeaView => ({ ...idea, title: cut(idea.title, title) });

const changeRow = (change: Button | undefined): Element | undefined => (change ? buttons([change], { spacing: "Small" }) : undefined);

/** One of the top three ideas: voices on the left, title and facts on the right, buttons below. */
const topIdea = (digest: DigestView, idea: IdeaView, words: Words, { pressable, change }: BodyParts, detail: DigestDetail): Element => {
  const sent = { team: digest.team.id, idea: idea.id, digest: digest.id };
  const facts = [...(idea.kind ? [words.kinds[idea.kind]] : []), ...(idea.authorName ? [words.from(cut(idea.authorName, 60))] : [])];
  const owner = ownerRuns(idea, words, true);
  const owned = idea.owner !== undefined;
  return box(
    [
      {
        type: "ColumnSet",
        columns: [
          {
            type: "Column",
            width: "auto",
            items: [
              line(words.format.number(idea.voices), {
                size: "ExtraLarge",
                weight: "Bolder",
                horizontalAlignment: "Center",
              }),
              {
                type: "TextBlock",
                text: words.digest.voiceWord(idea.voices),
                size: "Small",
                isSubtle: true,
                horizontalAlignment: "Center",
                spacing: "None",
              },
            ],
          },
          {
            type: "Column",
            width: "stretch",
            items: [
              line(titleRuns(idea)),
              ...(idea.proposal ? [line(cut(idea.proposal, detail.text), { isSubtle: true, spacing: "Small" })] : []),
              ...(facts.length > 0 ? [small(facts.join(" · "), { spacing: "Small" })] : []),
              ...(owner.length > 0 ? [line(owner, { spacing: facts.length > 0 ? "None" : "Small" })] : []),
            ],
          },
        ],
      },
      pressable
        ? buttons(
            [
              button(words.buttons.meToo, { verb: "add-voice", ...sent }),
              owned ? undefined : button(words.buttons.takeOrAsk, { verb: "take-or-ask", ...sent }, { dialog: true }),
            ],
            { spacing: "Small" },
          )
        : changeRow(change?.(idea, detail)),
    ],
    { separator: true, spacing: "Medium" },
  );
};

export const listedIdea = (idea: IdeaView, words: Words, withOwner: boolean): Element[] => [
  line([...titleRuns(idea, "Default"), run(` · ${words.voices(idea.voices)}`, { size: "Small", isSubtle: true })], {
    spacing: withOwner ? "Medium" : "Small",
  }),
  ...(withOwner || idea.owner || idea.ownerAsked
    ? [
        line(
          [
            ...ownerRuns(idea, words, false),
            ...(withOwner ? [run(` · ${words.age(idea.ageDays)}`, { size: "Small", isSubtle: true })] : []),
          ],
          {
            spacing: "None",
          },
        ),
      ]
    : []),
];

const ended = (
  ideas: readonly IdeaView[],
  title: string,
  style: "good" | "accent",
  words: Words,
  detail: DigestDetail,
): Element | undefined =>
  ideas.length === 0
    ? undefined
    : box(
        [
          heading(title, { size: "Default" }),
          ...ideas
            .slice(0, detail.rows)
            .flatMap((idea, at) => [
              line(titleRuns(shortened(idea, detail)), { spacing: at === 0 ? "Small" : "Medium" }),
              ...(idea.result ? [line(cut(idea.result, detail.text), { spacing: "None" })] : []),
              ...(idea.owner?.name ? [small(cut(idea.owner.name, 60), { spacing: "None" })] : []),
            ]),
          ideas.length > detail.rows ? small(words.andMore(ideas.length - detail.rows), { spacing: "Small" }) : undefined,
        ],
        { style, spacing: "Medium" },
      );

/** The first `rows` ideas across all kinds, and the number left out. */
const firstOf = (groups: DigestView["alsoNew"], rows: number) => {
  let left = rows;
  const shown = groups.flatMap(({ kind, ideas }) => {
    const some = ideas.slice(0, left);
    left -= some.length;
    return some.length > 0 ? [{ kind, ideas: some }] : [];
  });
  const count = (all: DigestView["alsoNew"]) => all.reduce((sum, { ideas }) => sum + ideas.length, 0);
  return { shown, leftOut: count(groups) - count(shown) };
};

type BodyParts = {
  readonly pressable: boolean;
  /** In a draft, makes the *Change* button of an idea. */
  readonly change?: (idea: IdeaView, detail: DigestDetail) => Button | undefined;
  readonly title: string;
  /** Shown above the ideas. */
  readonly above?: Element | undefined;
  /** Shown below the title. */
  readonly intro?: readonly Element[];
  readonly below: (detail: DigestDetail) => readonly (Element | undefined)[];
};

/** The body of a digest. @param look with `pressable`, the top ideas have *Me too* and *Take or ask*; a draft has `change` instead */
const bodyOf = (digest: DigestView, words: Words, look: BodyParts, detail: DigestDetail): (Element | undefined)[] => {
  const fresh = firstOf(digest.alsoNew, detail.rows);
  const moreNew = digest.moreNew + fresh.leftOut;
  const open = digest.open.slice(0, detail.rows);
  const moreOpen = digest.moreOpen + digest.open.length - open.length;
  const row = (idea: IdeaView, withOwner: boolean): Element[] => {
    const texts = listedIdea(shortened(idea, detail), words, withOwner);
    const change = changeRow(look.change?.(idea, detail));
    return change ? [box([...texts, change], { spacing: "Medium" })] : texts;
  };
  return [
    header(digest, words, look.title, look.intro ?? []),
    look.above,
    digest.top.length > 0 ? subheading(words.digest.top) : undefined,
    ...digest.top.map((idea) => topIdea(digest, shortened(idea, detail), words, look, detail)),
    fresh.shown.length > 0 || moreNew > 0 ? subheading(words.digest.alsoNew) : undefined,
    ...fresh.shown.flatMap(({ kind, ideas }) => [
      line(words.kinds[kind], { size: "Small", isSubtle: true, weight: "Bolder", spacing: "Small" }),
      ...ideas.flatMap((idea) => row(idea, false)),
    ]),
    moreNew > 0 ? small(words.andMore(moreNew), { spacing: "Small" }) : undefined,
    open.length > 0 || moreOpen > 0 ? subheading(words.digest.open) : undefined,
    ...open.flatMap((idea) => row(idea, true)),
    moreOpen > 0 ? small(words.andMore(moreOpen), { spacing: "Small" }) : undefined,
    ended(
      digest.finished.filter(({ stage }) => stage !== "stopped"),
      words.digest.finished,
      "good",
      words,
      detail,
    ),
    ended(
      digest.finished.filter(({ stage }) => stage === "stopped"),
      words.digest.stopped,
      "accent",
      words,
      detail,
    ),
  ];
};

/** A card with a digest, at the richest detail level that is small enough to send. */
export const digestCard = (digest: DigestView, words: Words, look: BodyParts, actions: readonly (Button | undefined)[]): AdaptiveCard =>
  fitting(detailLevels, (detail) => card([...bodyOf(digest, words, look, detail), ...look.below(detail)], actions, true));
