import { byVoices, toldIn } from "../digest/plan.ts";
import { quickWinsFirst } from "../digest/quick-wins.ts";
import { type Idea, type IdeaId, isFinished, ownedStages } from "../idea/idea.ts";
import { type IdeaView, ideaView, type Names, type TeamView, teamView, type WithdrawnView, withdrawnView } from "../idea/view.ts";
import type { Team } from "../teams/team.ts";

/** The parts of a board, in the order in which a team talks about them. */
export const boardParts = ["check", "waiting", "choose", "done"] as const;
export type BoardPart = (typeof boardParts)[number];

/** The most ideas in each part: a meeting has ten minutes. */
const mostIn: { readonly [P in BoardPart]: number } = { check: 5, waiting: 3, choose: 3, done: 4 };

/** The ideas of a board by part, and how many further ones there are. It copies no text: Gnist reads the ideas again each time it shows them. */
export type BoardPlan = { readonly [P in BoardPart]: readonly IdeaId[] } & {
  readonly moreCheck: number;
  /** Every further idea without an owner. */
  readonly moreWaiting: number;
  readonly moreDone: number;
};

/** The ids of all ideas on a board, each once. */
export const idsOnBoard = (plan: { readonly [P in BoardPart]: readonly IdeaId[] }): readonly IdeaId[] => [
  ...new Set(boardParts.flatMap((part) => plan[part])),
];

/** Has its owner given no sign since the check-in? */
const isQuiet = ({ nudgedAt, toldQuietAt }: Idea): boolean => nudgedAt !== undefined || toldQuietAt !== undefined;

const isToCheck = (idea: Idea, today: string): boolean =>
  ownedStages.includes(idea.stage) && (idea.stage === "checking" || (idea.due !== undefined && idea.due <= today) || isQuiet(idea));

const bySoonestDate = (a: Idea, b: Idea) => (a.due ?? "9999").localeCompare(b.due ?? "9999") || (a.number ?? 0) - (b.number ?? 0);

/** Sorts by how long the team has known an idea. Ideas of one digest stand in the random order of their ids. */
const byLongestShown = (a: Idea, b: Idea) => (a.shownAt ?? 0) - (b.shownAt ?? 0) || (a.id < b.id ? -1 : 1);

const byLatestEnd = (a: Idea, b: Idea) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0) || (a.id < b.id ? -1 : 1);

/**
 * The plan of a board. Only ideas that a digest has shown stand on it, each in one part.
 * @param ideas all in the team's lists, and those that have ended since the last board
 * @param since the instant (ms) from which an end is told
 * @param today the team's local date, `YYYY-MM-DD`
 */
export const planBoard = (
  ideas: readonly Idea[],
  { lastDigest, since, today }: { readonly lastDigest: string | undefined; readonly since: number; readonly today: string },
): BoardPlan => {
  const shown = ideas.filter(({ digest }) => digest !== undefined);
  const check = shown.filter((idea) => isToCheck(idea, today)).sort(bySoonestDate);
  const ownerless = shown.filter(({ stage }) => stage === "new");
  const waiting = ownerless
    .filter(({ digest }) => digest !== lastDigest)
    .sort(byLongestShown)
    .slice(0, mostIn.waiting);
  const isNewest = ({ digest }: Idea) => digest === lastDigest;
  const byChoice = (a: Idea, b: Idea) => b.voices - a.voices || Number(isNewest(b)) - Number(isNewest(a)) || byVoices(a, b);
  const choose = ownerless
    .filter((idea) => !waiting.includes(idea))
    .sort(quickWinsFirst(byChoice))
    .slice(0, mostIn.choose);
  const done = shown.filter((idea) => isFinished(idea) && (idea.finishedAt ?? 0) >= since).sort(byLatestEnd);
  const idsOf = (some: readonly Idea[], most: number) => some.slice(0, most).map(({ id }) => id);
  return {
    check: idsOf(check, mostIn.check),
    waiting: waiting.map(({ id }) => id),
    choose: choose.map(({ id }) => id),
    done: idsOf(done, mostIn.done),
    moreCheck: Math.max(0, check.length - mostIn.check),
    moreWaiting: ownerless.length - waiting.length - choose.length,
    moreDone: Math.max(0, done.length - mostIn.done),
  };
};

/** Four weeks: as far back as a team's first board tells what is done. */
export const firstBoardLooksBackMs = 28 * 24 * 60 * 60_000;

/** The most ended ideas that are read for a board, however long ago the last one was. */
const mostEnded = 50;

/**
 * The ids of ideas whose ends some digests have told, and that ended at an instant (ms) or later: the latest of them. Those may stand in no list any more.
 */
export const endedIn = (digests: readonly Parameters<typeof toldIn>[0][], since: number): readonly IdeaId[] => {
  const endOf = (name: string): number => Number(name.slice(name.lastIndexOf("|") + 1));
  const names = digests.flatMap(({ told }) => told).filter((name) => endOf(name) >= since);
  return toldIn({ finished: [], told: names.sort((a, b) => endOf(b) - endOf(a)) }).slice(0, mostEnded);
};

/** An idea on a board. `onTrack`: its owner has pressed *On track* on it. */
export type BoardLine = IdeaView & { readonly onTrack?: true };

/** An open board as it looks now. Its instants are ms. */
export type BoardView = { readonly [P in BoardPart]: readonly BoardLine[] } & {
  readonly team: TeamView;
  readonly id: string;
  readonly openedAt: number;
  readonly moreCheck: number;
  readonly moreWaiting: number;
  readonly moreDone: number;
  /** Ideas that stood on it, and that their authors have withdrawn since. */
  readonly withdrawn?: readonly WithdrawnView[];
};

/** Stages in which an idea stands in no post. */
const hiddenStages: readonly Idea["stage"][] = ["held", "merged", "withdrawn"];

/** May the team see this idea in a post? */
export const isInPosts = ({ stage }: Pick<Idea, "stage">): boolean => !hiddenStages.includes(stage);

/** Numbers and instants, which are left of ideas that their authors have withdrawn. */
export const withdrawnAmong = (ideas: readonly Idea[]): { readonly withdrawn?: readonly WithdrawnView[] } => {
  const withdrawn = ideas.filter(({ stage }) => stage === "withdrawn").map(withdrawnView);
  return withdrawn.length > 0 ? { withdrawn } : {};
};

/** A board as it looks now: an idea stays in the part in which it stood, and shows how it stands by now. */
export const boardView = (
  board: BoardPlan & { readonly id: string; readonly at: number; readonly onTrack: readonly IdeaId[] },
  ideas: readonly Idea[],
  names: Names,
  team: Team,
  now: number,
): BoardView => {
  const lines = (part: BoardPart): readonly BoardLine[] =>
    board[part].flatMap((id) => {
      const idea = ideas.find((one) => one.id === id);
      if (!idea || !isInPosts(idea)) return [];
      const isOnTrack = ownedStages.includes(idea.stage) && board.onTrack.includes(id);
      return [{ ...ideaView(idea, names, team, now), ...(isOnTrack ? { onTrack: true as const } : {}) }];
    });
  return {
    team: teamView(team),
    id: board.id,
    openedAt: board.at,
    check: lines("check"),
    waiting: lines("waiting"),
    choose: lines("choose"),
    done: lines("done"),
    moreCheck: board.moreCheck,
    moreWaiting: board.moreWaiting,
    moreDone: board.moreDone,
    ...withdrawnAmong(ideas.filter(({ id }) => idsOnBoard(board).includes(id))),
  };
};
