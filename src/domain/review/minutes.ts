import { z } from "zod";
import { isOfOtherYear } from "../asking/local-time.ts";
import type { Step } from "../idea/event.ts";
import { type Idea, type IdeaId, isFinished, isLiving, titleOf } from "../idea/idea.ts";
import { publicStory } from "../idea/story.ts";
import { type NamedIdea, type Names, type TeamView, teamView, type WithdrawnView } from "../idea/view.ts";
import { fewestCounted } from "../overview/turnout.ts";
import type { PersonId } from "../people/person.ts";
import type { Team } from "../teams/team.ts";
import { type BoardPart, idsOnBoard, isInPosts, withdrawnAmong } from "./board.ts";

/** Decisions that minutes tell, each a step that was made while the board was open. `open`: it needs an owner again. */
export const decisionKinds = ["taken", "started", "tested", "again", "adopted", "stopped", "passed", "open", "reopened"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/**
 * A decision as it is kept. `who`: the owner, of `taken` alone; missing once their data is erased. `due`: the date that they had when the board closed. `end`:
 * the instant (ms) of the end, by which the minutes know that its result is still the one that was decided on.
 */
export const decisionShape = z.object({
  idea: z.string(),
  what: z.enum(decisionKinds),
  who: z.string().exactOptional(),
  due: z.string().exactOptional(),
  end: z.number().exactOptional(),
});
export type Decision = Readonly<z.infer<typeof decisionShape>>;

/** The ways in which a board closes: by a lead, by the next digest, or by the board of another day. */
export const waysToClose = ["lead", "digest", "board"] as const;
export type ClosedHow = (typeof waysToClose)[number];

/** The decision that a step of the public story is; undefined for one that nobody decided at the meeting. */
const kindOfStep = ({ stage, event }: Pick<Step, "stage" | "event">): DecisionKind | undefined => {
  switch (stage) {
    case "planned":
      return event === "take" || event === "try-idea" ? "taken" : event === "adjust" ? "again" : "reopened";
    case "testing":
      return "started";
    case "checking":
      return "tested";
    case "adopted":
      return "adopted";
    case "stopped":
      return "stopped";
    case "passed-on":
      return "passed";
    case "new":
      return event === "owner-left" ? undefined : "open";
    default:
      return undefined;
  }
};

/**
 * The decisions on an idea while a board was open, in their order.
 * @param idea as it stands when the board has closed
 * @param steps its newest, the oldest of them first
 * @param open the instants (ms) at which the board opened and closed
 */
export const decisionsOn = (
  idea: Idea,
  steps: readonly Step[],
  open: { readonly from: number; readonly to: number },
): readonly Decision[] =>
  publicStory(steps).flatMap((step): readonly Decision[] => {
    const what = step.at >= open.from && step.at <= open.to ? kindOfStep(step) : undefined;
    if (what === undefined) return [];
    const { who } = step;
    const isOwners = what === "taken" && who !== undefined;
    const due = isOwners && idea.owner === who ? idea.due : undefined;
    const isEnd = (what === "adopted" || what === "stopped") && idea.finishedAt !== undefined;
    return [
      {
        idea: idea.id,
        what,
        ...(isOwners ? { who } : {}),
        ...(due === undefined ? {} : { due }),
        ...(isEnd ? { end: idea.finishedAt } : {}),
      },
    ];
  });

/** The voices of an idea when a board opened. */
export type VoicesBefore = { readonly idea: IdeaId; readonly voices: number };

/** Voices that ideas have got since a board opened: the post has shown each of them. */
export const voicesSince = (before: readonly VoicesBefore[], ideas: readonly Idea[]): number =>
  before.reduce((sum, { idea: id, voices }) => {
    const idea = ideas.find((one) => one.id === id);
    return sum + (idea && isLiving(idea) ? Math.max(0, idea.voices - voices) : 0);
  }, 0);

/** A board that has closed, with all that its minutes keep. */
export type ClosedBoard = { readonly [P in BoardPart]: readonly IdeaId[] } & {
  readonly id: string;
  readonly at: number;
  readonly closedAt: number;
  readonly closedHow: ClosedHow;
  readonly closedBy?: PersonId | undefined;
  readonly onTrack: readonly IdeaId[];
  readonly decisions: readonly Decision[];
  readonly voices: number;
  readonly thanks: number;
};

/** A decision as people read it. `who`: the name of the owner who accepted. */
export type Decided = { readonly what: DecisionKind; readonly who?: string; readonly due?: string; readonly otherYear?: boolean };

/** An idea on which the meeting decided. `text`: its result, or its lesson. */
export type DecidedIdea = { readonly idea: NamedIdea; readonly decided: readonly Decided[]; readonly text?: string };

/** The minutes of a board. Its instants are ms. */
export type MinutesView = {
  readonly team: TeamView;
  readonly id: string;
  readonly openedAt: number;
  readonly closedAt: number;
  readonly closedHow: ClosedHow;
  /** The name of the lead who closed it. Missing where it closed by itself, and once their data is erased. */
  readonly closedBy?: string;
  readonly decided: readonly DecidedIdea[];
  /** The numbers of the other ideas that stood on it. */
  readonly others: readonly number[];
  /** Presses, counted: voices that came, owners on track, and thanks from five on. A smaller count of thanks could tell who said them. */
  readonly voices: number;
  readonly onTrack: number;
  readonly thanks?: number;
  readonly withdrawn?: readonly WithdrawnView[];
};

/** The people whom minutes name. */
export const namedInMinutes = ({ closedBy, decisions }: Pick<ClosedBoard, "closedBy" | "decisions">): readonly PersonId[] =>
  [closedBy, ...decisions.map(({ who }) => who)].filter((person) => person !== undefined && person !== "") as readonly PersonId[];

const decidedView = ({ what, who, due }: Decision, names: Names, { settings }: Team, now: number): Decided => ({
  what,
  ...(who === undefined ? {} : { who: names.get(who) ?? "" }),
  ...(due === undefined ? {} : { due, ...(isOfOtherYear(due, now, settings.zone) ? { otherYear: true } : {}) }),
});

/** The minutes as they look now. Of an idea that was withdrawn only that is said; one that is held back or merged is left out. */
export const minutesView = (board: ClosedBoard, ideas: readonly Idea[], names: Names, team: Team): MinutesView => {
  const ids = idsOnBoard(board);
  const onBoard = ids.flatMap((id) => ideas.find((idea) => idea.id === id) ?? []);
  const shown = onBoard.filter(isInPosts);
  const decided = shown.flatMap((idea): readonly DecidedIdea[] => {
    const own = board.decisions.filter((decision) => decision.idea === idea.id);
    const last = own.at(-1);
    if (last === undefined) return [];
    const text = isFinished(idea) && last.end === idea.finishedAt ? (idea.result ?? idea.lesson) : undefined;
    return [
      {
        idea: { id: idea.id, title: titleOf(idea), ...(idea.number === undefined ? {} : { number: idea.number }) },
        decided: own.map((decision) => decidedView(decision, names, team, board.closedAt)),
        ...(text ? { text } : {}),
      },
    ];
  });
  const others = shown.filter(({ id }) => board.decisions.every(({ idea }) => idea !== id));
  const closedBy = board.closedBy === undefined ? undefined : names.get(board.closedBy);
  return {
    team: teamView(team),
    id: board.id,
    openedAt: board.at,
    closedAt: board.closedAt,
    closedHow: board.closedHow,
    ...(closedBy ? { closedBy } : {}),
    decided,
    others: others.flatMap(({ number }) => number ?? []).sort((a, b) => a - b),
    voices: board.voices,
    onTrack: board.onTrack.length,
    ...(board.thanks >= fewestCounted ? { thanks: board.thanks } : {}),
    ...withdrawnAmong(onBoard),
  };
};
