import { isFinished, isQuickWin, isWorth } from "../../src/domain/idea/idea.ts";
import type { DigestView, IdeaView } from "../../src/domain/idea/view.ts";
import { shownTurnout } from "../../src/domain/overview/turnout.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { type AdaptiveCard, type Button, box, card, type Element, fitting } from "../parts/card.ts";
import { figures } from "../parts/figures.ts";
import { heightBelow, heightOfAll } from "../parts/height.ts";
import { ageOf, kicker, ownerRuns, passedText, titleRuns } from "../parts/idea.ts";
import { kindName } from "../parts/names.ts";
import { capital, heading, line, run, small, subheading } from "../parts/text.ts";
import { turnoutText } from "../parts/turnout.ts";
import { weightText } from "../parts/weight.ts";

/** Is nothing new but what is worth doing more of? */
export const tellsWorthAlone = ({ freshCount, worth, moreWorth }: DigestView): boolean => freshCount === 0 && worth.length + moreWorth > 0;

const turnoutFigures = (digest: DigestView, words: Words): Element => {
  const { turnout, freshCount, finishedCount } = digest;
  const { number } = words.format;
  return figures([
    turnout && [turnoutText(shownTurnout([turnout]), words), words.digest.answered],
    !(turnout && tellsWorthAlone(digest)) && [number(freshCount), words.digest.newIdeas(freshCount)],
    finishedCount > 0 && [number(finishedCount), words.digest.finishedCount],
  ]);
};

const header = (digest: DigestView, words: Words, title: string, intro: readonly Element[]): Element =>
  box([kicker(digest.team, words.week(digest.week)), heading(title, { spacing: "None" }), ...intro, turnoutFigures(digest, words)], {
    style: "emphasis",
    bleed: true,
  });

/**
 * Detail of a digest: rows per section; longest text, title and choice in characters; in a draft, ideas with a button of their own. `isBrief`: without
 * proposals, without the kinds of new ideas that have no row, and in a draft with *Change* as the only button.
 */
export type DigestDetail = {
  readonly rows: number;
  readonly text: number;
  readonly title: number;
  readonly choice: number;
  readonly pressable: number;
  readonly isBrief?: true;
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
  { rows: 1, text: 80, title: 80, choice: 20, pressable: 3, isBrief: true },
  { rows: 1, text: 60, title: 40, choice: 20, pressable: 1, isBrief: true },
];

/** Height (px) of two screens of a phone: a digest that is posted is no higher. */
export const twoScreens = 2 * 640;

const shortened = ({ proposal, ...idea }: IdeaView, { title, text, isBrief }: DigestDetail): IdeaView => ({
  ...idea,
  title: cut(idea.title, title),
  ...(proposal && !isBrief ? { proposal: cut(proposal, text) } : {}),
});

/** Sections of a digest in their order: what ended comes first, and a lesson counts as much as a result. */
const parts = ["finished", "stopped", "quick", "fresh", "worth", "open", "passed"] as const;
type Part = (typeof parts)[number];

/** A draft begins with the quick wins. */
const partsOfDraft: readonly Part[] = ["quick", "finished", "stopped", "fresh", "worth", "open", "passed"];

/** The turns in which sections get a further row, once each has one. */
const turns: readonly Part[] = ["finished", "stopped", "quick", "fresh", "fresh", "worth", "open", "passed"];

type Section = {
  readonly rows: readonly Element[];
  /** The section with its first rows. */
  readonly withRows: (count: number) => readonly Element[];
};

type BodyParts = {
  /** A post is at most two screens of a phone high. */
  readonly isPost: boolean;
  /** Makes what stands below an idea: its buttons. */
  readonly footOf: (idea: IdeaView, detail: DigestDetail) => readonly Element[];
  readonly title: string;
  /** Shown above the ideas. */
  readonly above?: (detail: DigestDetail) => readonly (Element | undefined)[];
  /** Shown below the title. */
  readonly intro?: readonly Element[];
  readonly below: (detail: DigestDetail) => readonly (Element | undefined)[];
};

const some = (elements: readonly (Element | undefined)[]): readonly Element[] => elements.filter((one) => one !== undefined);

const quiet = { size: "Small", isSubtle: true } as const;

const titleAndVoices = (idea: IdeaView, words: Words, spacing: "Small" | "Medium", weight: "Bolder" | "Default" = "Default"): Element =>
  line([...titleRuns(idea, weight), run(` · ${words.voices(idea.voices)}`, quiet)], { spacing });

/** One of the top three ideas, or one that is worth doing more of, with its proposal, its kind and how it stands. */
const topIdea = (idea: IdeaView, words: Words): readonly Element[] => {
  const facts = [...(idea.kind ? [kindName(idea.kind, words)] : []), ...(idea.authorName ? [words.from(cut(idea.authorName, 60))] : [])];
  const owner = ownerRuns(idea, words, true);
  const both = facts.length > 0 && owner.length > 0 ? " · " : "";
  return some([
    titleAndVoices(idea, words, "Small", "Bolder"),
    idea.proposal ? line(idea.proposal, { isSubtle: true, spacing: "None" }) : undefined,
    facts.length + owner.length > 0 ? line([run(`${facts.join(" · ")}${both}`, quiet), ...owner], { spacing: "None" }) : undefined,
  ]);
};

/**
 * A quick win, with how it stands, with its effort and effect in words, and with its age from a week on; its proposal where somebody may still take it.
 */
const quickWin = (idea: IdeaView, words: Words): readonly Element[] => {
  const facts = [
    capital(weightText(idea, words)),
    ...(idea.authorName ? [words.from(cut(idea.authorName, 60))] : []),
    ...ageOf(idea, words, 7),
  ];
  return some([
    titleAndVoices(idea, words, "Small", "Bolder"),
    idea.proposal && !idea.owner ? line(idea.proposal, { isSubtle: true, spacing: "None" }) : undefined,
    line([...ownerRuns(idea, words, false), run(` · ${facts.join(" · ")}`, quiet)], { spacing: "None" }),
  ]);
};

/** An idea that has ended, with its result or its lesson, the time it saves, and its owner. */
const endedIdea = (idea: IdeaView, words: Words, longest: number): readonly Element[] => {
  const text = idea.stage === "stopped" ? (idea.lesson ?? idea.result) : idea.result;
  const facts = [words.finish.effect(idea.minutes, idea.people), idea.owner?.name && cut(idea.owner.name, 60)].filter(Boolean);
  return some([
    line(titleRuns(idea), { spacing: "Small" }),
    text ? line(cut(text, longest), { spacing: "None" }) : undefined,
    facts.length > 0 ? small(facts.join(" · "), { spacing: "None" }) : undefined,
  ]);
};

/** An idea in a list, with how it stands. */
export const listedIdea = (idea: IdeaView, words: Words, withOwner: boolean): readonly Element[] => {
  if (isFinished(idea)) return endedIdea(idea, words, 160);
  if (idea.stage === "passed-on")
    return [titleAndVoices(idea, words, "Medium"), line(passedText(idea, words), { size: "Small", spacing: "None" })];
  if (isWorth(idea)) return [titleAndVoices(idea, words, "Medium")];
  const facts = [...(isQuickWin(idea) ? [words.weight.quickWin] : []), ...ageOf(idea, words)];
  return [
    titleAndVoices(idea, words, withOwner ? "Medium" : "Small"),
    ...(withOwner || idea.owner || idea.ownerAsked
      ? [
          line([...ownerRuns(idea, words, false), ...(withOwner && facts.length > 0 ? [run(` · ${facts.join(" · ")}`, quiet)] : [])], {
            spacing: "None",
          }),
        ]
      : []),
  ];
};

/** New ideas that have no row: counted by kind, as far as the digest knows them. */
const uncounted = (groups: DigestView["alsoNew"], more: number, words: Words): string => {
  const byKind = groups.flatMap(({ kind, ideas }) =>
    ideas.length > 0 ? [`${kindName(kind, words)} ${words.format.number(ideas.length)}`] : [],
  );
  const counted = byKind.length > 0 ? [`${words.digest.alsoNew}: ${byKind.join(" · ")}`] : [];
  return [...counted, ...(more > 0 ? [words.andMore(more)] : [])].join(" · ");
};

/** The groups without their first `count` ideas. */
const without = (groups: DigestView["alsoNew"], count: number): DigestView["alsoNew"] => {
  let left = count;
  return groups.map(({ kind, ideas }) => {
    const rest = ideas.slice(left);
    left = Math.max(0, left - ideas.length);
    return { kind, ideas: rest };
  });
};

const sectionsOf = (digest: DigestView, words: Words, { footOf, isPost }: BodyParts, detail: DigestDetail): Record<Part, Section> => {
  const row = (idea: IdeaView, texts: readonly Element[], look: Parameters<typeof box>[1]): Element =>
    box([...texts, ...footOf(idea, detail)], look);
  const titled = (title: string, shown: number, all: number) => {
    if (shown === 0) return `${title}: ${words.format.number(all)}`;
    return shown < all ? `${title} · ${words.digest.of(shown, all)}` : title;
  };
  const listed = (ideas: readonly IdeaView[], title: string, further: number): Section => {
    const rows = ideas.map((idea, at) =>
      row(idea, listedIdea(shortened(idea, detail), words, true), { spacing: at === 0 ? "Small" : "Default" }),
    );
    const all = rows.length + further;
    return {
      rows,
      withRows: (count) => (all === 0 ? [] : [subheading(titled(title, count, all)), ...rows.slice(0, count)]),
    };
  };
  const ended = (isStopped: boolean, title: string, style: "good" | "accent", further: number): Section => {
    const ideas = digest.finished.filter(({ stage }) => (stage === "stopped") === isStopped);
    const rows = ideas.map((idea, at) =>
      row(idea, endedIdea(shortened(idea, detail), words, detail.text), { spacing: at === 0 ? "Small" : "Default" }),
    );
    const all = rows.length + further;
    return {
      rows,
      withRows: (count) => {
        const items = [heading(titled(title, count, all), { size: "Default" }), ...rows.slice(0, count)];
        return all === 0 ? [] : [box(items, { style, bleed: true, spacing: "None" })];
      },
    };
  };
  const worth = digest.worth.map((idea, at) =>
    row(idea, topIdea(shortened(idea, detail), words), { spacing: at === 0 ? "Small" : "Default" }),
  );
  const quickRows = digest.quick.map((idea, at) =>
    row(idea, quickWin(shortened(idea, detail), words), { spacing: at === 0 ? "Small" : "Default" }),
  );
  const quickTitle = (count: number) =>
    isPost ? titled(words.digest.quick, count, quickRows.length) : words.draft.quick(quickRows.length);
  const quick: Section = {
    rows: quickRows,
    withRows: (count) => (quickRows.length === 0 ? [] : [subheading(quickTitle(count)), ...quickRows.slice(0, count)]),
  };
  const top = digest.top.map((idea, at) => row(idea, topIdea(shortened(idea, detail), words), { spacing: at === 0 ? "Small" : "Default" }));
  const also = digest.alsoNew.flatMap(({ kind, ideas }) =>
    ideas.map((idea, at) =>
      box(
        [
          at === 0 ? line(kindName(kind, words), { ...quiet, weight: "Bolder", spacing: "Small" }) : undefined,
          row(idea, listedIdea(shortened(idea, detail), words, false), { spacing: "Small" }),
        ],
        { spacing: "Small" },
      ),
    ),
  );
  const fresh: Section = {
    rows: [...top, ...also],
    withRows: (count) => {
      const shown = also.slice(0, Math.max(0, count - top.length));
      const left = without(digest.alsoNew, shown.length);
      const leftOfTop = Math.max(0, top.length - count);
      const more = digest.moreNew + leftOfTop;
      const rest = detail.isBrief ? uncounted([], more + left.flatMap(({ ideas }) => ideas).length, words) : uncounted(left, more, words);
      return some([
        top.length > 0 ? subheading(words.digest.top) : undefined,
        ...top.slice(0, count),
        shown.length > 0 ? subheading(words.digest.alsoNew) : undefined,
        ...shown,
        rest === "" ? undefined : small(rest, { spacing: "Medium" }),
      ]);
    },
  };
  return {
    finished: ended(false, words.digest.finished, "good", digest.moreFinished),
    stopped: ended(true, words.digest.stopped, "accent", digest.moreStopped),
    quick,
    fresh,
    worth: {
      rows: worth,
      withRows: (count) => {
        const all = worth.length + digest.moreWorth;
        const left = all - count;
        return some([
          all > 0 ? subheading(count === 0 ? titled(words.digest.worth, 0, all) : words.digest.worth) : undefined,
          ...worth.slice(0, count),
          left > 0 && count > 0 ? small(words.andMore(left), { spacing: "Medium" }) : undefined,
        ]);
      },
    },
    open: listed(digest.open, words.digest.open, digest.moreOpen),
    passed: listed(digest.passed, words.digest.passed, digest.morePassed),
  };
};

/**
 * Sections that are counted in their heading, and have no row, where the briefest rows of all have no room. The list of all ideas has them. Open
 * ideas come first, because they stand in every digest.
 */
const canBeCounted: readonly Part[] = ["open", "worth"];

/** The number of rows for which each section has room: each gets one, and then one more in turn, until the next has no room. */
const share = (sections: Record<Part, Section>, room: number, mostOf: (part: Part) => number, isBrief: boolean): Record<Part, number> => {
  const most = (part: Part) => Math.min(sections[part].rows.length, mostOf(part));
  const counts = Object.fromEntries(parts.map((part) => [part, Math.min(1, most(part))])) as Record<Part, number>;
  let left = room - parts.reduce((sum, part) => sum + heightBelow(sections[part].withRows(counts[part])), 0);
  for (const part of isBrief ? canBeCounted : []) {
    if (left >= 0) break;
    left += heightBelow(sections[part].withRows(counts[part])) - heightBelow(sections[part].withRows(0));
    counts[part] = 0;
  }
  const open = new Set<Part>(parts);
  for (let turn = 0; open.size > 0; turn++) {
    const part = turns[turn % turns.length] ?? "fresh";
    const next = counts[part] < most(part) ? sections[part].rows[counts[part]] : undefined;
    const height = next ? heightBelow([next]) : 0;
    if (!next || !open.has(part) || height > left) open.delete(part);
    else {
      counts[part] += 1;
      left -= height;
    }
  }
  return counts;
};

/** The height (px) of the margins of a card and of its bar of buttons. */
const marginsAndBar = 80;

const bodyOf = (digest: DigestView, words: Words, look: BodyParts, detail: DigestDetail): readonly Element[] => {
  const above = some([header(digest, words, look.title, look.intro ?? []), ...(look.above?.(detail) ?? [])]);
  const below = some(look.below(detail));
  const sections = sectionsOf(digest, words, look, detail);
  const room = look.isPost ? twoScreens - marginsAndBar - heightOfAll([...above, ...below]) : Number.MAX_SAFE_INTEGER;
  const counts = share(
    sections,
    room,
    (part) => (part === "fresh" ? digest.top.length + detail.rows : detail.rows),
    detail.isBrief === true,
  );
  return [...above, ...(look.isPost ? parts : partsOfDraft).flatMap((part) => sections[part].withRows(counts[part])), ...below];
};

/** A card with a digest, at the richest detail level that is small enough to send and, where it is posted, for two screens of a phone. */
export const digestCard = (digest: DigestView, words: Words, look: BodyParts, actions: readonly (Button | undefined)[]): AdaptiveCard => {
  const isLow = (detail: DigestDetail) => heightOfAll(bodyOf(digest, words, look, detail)) + marginsAndBar <= twoScreens;
  const [last] = detailLevels.slice(-1);
  const from = look.isPost ? detailLevels.findIndex((detail) => detail === last || isLow(detail)) : 0;
  const [richest = detailLevels[0], ...others] = detailLevels.slice(from);
  return fitting([richest, ...others], (detail) => card(bodyOf(digest, words, look, detail), actions, true));
};
