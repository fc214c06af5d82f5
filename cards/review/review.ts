import { z } from "zod";
import { longestReviewWords } from "../../src/domain/action/review.ts";
import { isFinished } from "../../src/domain/idea/idea.ts";
import type { IdeaView } from "../../src/domain/idea/view.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import type { MeasureSum } from "../../src/domain/overview/measures.ts";
import { monthShape } from "../../src/domain/review/month.ts";
import type { ReviewView } from "../../src/domain/review/review.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons } from "../parts/buttons.ts";
import { type AdaptiveCard, box, card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { kicker, titleRuns } from "../parts/idea.ts";
import { choiceInput, textInput } from "../parts/inputs.ts";
import { personName, teamName } from "../parts/names.ts";
import { aTextIfAny, choice, teamId } from "../parts/shapes.ts";
import { capital, goodLine, heading, line, problemLine, run, small, subheading } from "../parts/text.ts";
import { turnoutText } from "../parts/turnout.ts";
import { withdrawnLines } from "./board.ts";

/** Longest title and longest other text of an idea (characters), the most lines of a part, and the most channels to choose from. */
type ReviewDetail = { readonly title: number; readonly text: number; readonly lines: number; readonly channels: number };

const detailLevels: readonly [ReviewDetail, ...ReviewDetail[]] = [
  { title: 140, text: 240, lines: 8, channels: 100 },
  { title: 140, text: 160, lines: 8, channels: 50 },
  { title: 100, text: 120, lines: 8, channels: 25 },
  { title: 60, text: 80, lines: 8, channels: 10 },
  { title: 30, text: 40, lines: 5, channels: 5 },
  { title: 30, text: 40, lines: 3, channels: 5 },
];

const quiet = { size: "Small", isSubtle: true } as const;

/** The measures of the month, in one line. */
const measuresLine = ({ turnout, ideas, adopted, stopped, minutes }: MeasureSum, words: Words): Element =>
  small(
    words.review.rounds(
      [
        ...(turnout ? [words.review.answered(turnoutText(turnout, words))] : []),
        words.numbers.line(ideas, adopted, stopped),
        ...(minutes > 0 ? [words.numbers.saves(minutes)] : []),
      ].join(" · "),
    ),
    { spacing: "Small" },
  );

const titled = (idea: IdeaView, { title }: ReviewDetail, spacing: "Small" | "None" = "Small", more?: string): Element =>
  line([...titleRuns({ ...idea, title: cut(idea.title, title) }), more ? run(` · ${more}`, quiet) : undefined], { spacing });

const author = ({ authorName }: IdeaView, words: Words): readonly string[] => (authorName ? [words.from(cut(authorName, 60))] : []);

/** A result, with the time it saves; or what is worth doing more of, with its voices. */
const workedRow = (idea: IdeaView, words: Words, detail: ReviewDetail): readonly Element[] => {
  const facts = [words.finish.effect(idea.minutes, idea.people), idea.owner?.name && cut(idea.owner.name, 60)].filter(Boolean);
  if (!isFinished(idea)) return [titled(idea, detail, "Small", [words.voices(idea.voices), ...author(idea, words)].join(" · "))];
  return [
    titled(idea, detail),
    ...(idea.result ? [line(cut(idea.result, detail.text), { spacing: "None" })] : []),
    ...(facts.length > 0 ? [small(facts.join(" · "), { spacing: "None" })] : []),
  ];
};

const problemRow = ({ why, idea }: ReviewView["problems"][number], words: Words, detail: ReviewDetail): readonly Element[] => {
  const own = words.review.why;
  const { owner, passed, ageDays = 0 } = idea;
  const dated = (date: string | undefined, otherYear: boolean | undefined, say: (date: string) => string) =>
    date === undefined ? undefined : say(words.format.date(date, otherYear));
  const said =
    why &&
    {
      stopped: own.stopped,
      late: dated(owner?.due, owner?.otherYear, own.late),
      "answer-late": dated(passed?.answerBy, passed?.otherYear, own["answer-late"]),
      waits: own.waits(ageDays),
    }[why];
  return [titled(idea, detail), ...(said ? [small(said, { spacing: "None" })] : [])];
};

/** An action: what is done, and beside it who does it, and by when. */
const actionRow = (what: Element, whoAndWhen: readonly Element[]): Element => ({
  type: "ColumnSet",
  spacing: "Small",
  columns: [
    { type: "Column", width: "stretch", items: [what] },
    { type: "Column", width: "stretch", items: [...whoAndWhen] },
  ],
});

const actionsHead = ({ review: { columns } }: Words): Element => {
  const headed = (text: string) => line(text, { ...quiet, spacing: "None" });
  return actionRow(headed(columns.what), [headed(`${columns.who} · ${columns.when}`)]);
};

const ownedRow = (idea: IdeaView, words: Words, detail: ReviewDetail): readonly Element[] => {
  const { name = "", due, otherYear } = idea.owner ?? {};
  const when = due === undefined ? words.review.noDate : words.format.date(due, otherYear);
  const who = line(capital(personName(name, words)), { size: "Small", weight: "Bolder", spacing: "None" });
  return [actionRow(titled(idea, detail, "None"), [who, small(when, { spacing: "None" })])];
};

/** Everything that a review says below its heading. */
const partsOf = (review: ReviewView, words: Words, detail: ReviewDetail): readonly Element[] => {
  const own = words.review;
  const part = <T>(title: string, all: readonly T[], row: (one: T) => readonly Element[], further = 0, head?: Element) => {
    const shown = all.slice(0, detail.lines);
    const more = further + all.length - shown.length;
    const boxes = [...(head ? [[head]] : []), ...shown.map(row)].map((one) => box(one, { spacing: "Small" }));
    return shown.length === 0 ? [] : [subheading(title), ...boxes, ...(more > 0 ? [small(words.andMore(more))] : [])];
  };
  const improve = (idea: IdeaView) => [titled(idea, detail, "Small", [words.voices(idea.voices), ...author(idea, words)].join(" · "))];
  const learned = (idea: IdeaView) => [
    line(cut(idea.lesson ?? "", detail.text), { spacing: "Small" }),
    line(titleRuns({ ...idea, title: cut(idea.title, detail.title) }, "Default"), { ...quiet, spacing: "None" }),
  ];
  return [
    ...(review.sum ? [measuresLine(review.sum, words)] : []),
    ...part(own.worked, review.worked, (idea) => workedRow(idea, words, detail), review.moreWorked),
    ...part(own.improve, review.improve, improve, review.moreImprove),
    ...part(own.problems, review.problems, (one) => problemRow(one, words, detail)),
    ...part(own.actions, review.actions, (idea) => ownedRow(idea, words, detail), review.moreActions, actionsHead(words)),
    ...part(own.learned, review.learned, learned),
    ...withdrawnLines(review.withdrawn, review.team.zone, words),
  ];
};

const monthIn = ({ month }: Pick<ReviewView, "month">, words: Words): string => words.format.month(month);

const head = (review: ReviewView, words: Words, intro: readonly (Element | undefined)[] = []): Element =>
  box([kicker(review.team), heading(words.review.heading(monthIn(review, words)), { spacing: "None" }), ...intro], {
    style: "emphasis",
    bleed: true,
  });

/** Where the review is, or why it is not there. */
const postingLine = ({ posting, review }: MessageOf<"review">, words: Words): Element | undefined => {
  if (!posting) return undefined;
  const channel = cut(posting.channel, 60);
  const own = words.review.posting;
  if (posting.how === "posted")
    return goodLine(own.posted(channel, posting.at === undefined ? undefined : words.format.at(posting.at, review.team.zone)));
  return posting.how === "posting" ? line(own.posting(channel), { spacing: "Small" }) : problemLine(own[posting.how](channel));
};

const draftCard = (message: MessageOf<"review">, words: Words, detail: ReviewDetail): AdaptiveCard => {
  const { review, channels, posting } = message;
  const own = words.review;
  const about = { team: review.team.id, month: review.month };
  const again = posting ? { isAgain: true as const } : {};
  const chosenFirst = channels?.all.toSorted((a, b) => Number(b.id === channels.chosen) - Number(a.id === channels.chosen)) ?? [];
  return card([
    head(review, words, [posting ? undefined : small(review.isSoFar ? own.soFar : own.only, { spacing: "Small" })]),
    postingLine(message, words),
    review.words ? line(cut(review.words, detail.text), { spacing: "Medium" }) : undefined,
    ...partsOf(review, words, detail),
    ...(channels
      ? [
          chosenFirst.length > 1
            ? choiceInput(
                "channel",
                own.channel,
                chosenFirst.slice(0, detail.channels).map(({ id, name }) => ({ id, name: cut(name, 60) || words.settings.presentChannel })),
                { value: channels.chosen },
              )
            : undefined,
          textInput("words", own.words, { longest: longestReviewWords, value: review.words }),
          buttons([button(words.buttons.postIt, { verb: "post-review", ...about, ...again }, { style: "positive" })], {
            spacing: "Medium",
          }),
        ]
      : []),
    buttons(
      [
        button(own.buttons.agenda, { verb: "show-agenda", ...about }, { inputs: "none" }),
        button(own.buttons.word, { verb: "review-word", ...about }, { inputs: "none" }),
      ],
      { spacing: "Small" },
    ),
  ]);
};

export const render: Renderers<"review" | "review-post"> = {
  review: (message, words) => ({
    summary: capital(words.review.summary(teamName(message.review.team, words), monthIn(message.review, words))),
    card: fitting(detailLevels, (detail) => draftCard(message, words, detail)),
  }),
  "review-post": ({ review }, words) => ({
    summary: capital(words.review.summary(teamName(review.team, words), monthIn(review, words))),
    card: fitting(detailLevels, (detail) =>
      card(
        [
          head(review, words),
          review.words ? line(cut(review.words, longestReviewWords), { spacing: "Medium" }) : undefined,
          ...partsOf(review, words, detail),
        ],
        [],
        true,
      ),
    ),
  }),
};

export const read: Readers<"post-review" | "review-word"> = {
  "review-word": z.object({ verb: z.literal("review-word"), team: teamId, month: monthShape }),
  "post-review": z.object({
    verb: z.literal("post-review"),
    team: teamId,
    month: monthShape,
    channel: choice.exactOptional(),
    words: aTextIfAny(longestReviewWords),
    isAgain: z.literal(true).exactOptional(),
  }),
};
