import { longestReviewWords } from "../../../src/domain/action/review.ts";
import type { Choice } from "../../../src/domain/idea/view.ts";
import type { ReviewMessage } from "../../../src/domain/message/review.ts";
import type { AgendaView, Example } from "../../../src/domain/review/agenda.ts";
import type { BoardView } from "../../../src/domain/review/board.ts";
import { type DecidedIdea, decisionKinds, type MinutesView } from "../../../src/domain/review/minutes.ts";
import type { ReviewView } from "../../../src/domain/review/review.ts";
import {
  boardId,
  channelId,
  due,
  type Full,
  instant,
  type LargestOf,
  longId,
  many,
  month,
  mostIdeas,
  type Parts,
  teamId,
} from "./parts.ts";

export const review = ({ channel, ended, fill, free, idea, name, reason, sum, team, title }: Parts): LargestOf<ReviewMessage["say"]> => {
  const whys = ["stopped", "stopped", "late", "late", "answer-late", "answer-late", "waits", "waits"] as const;
  const passedOn = (at: number) => ({ ...idea(at), stage: "passed-on" }) as const;
  const view: Full<ReviewView> = {
    team,
    month,
    isSoFar: true,
    sum,
    worked: many(5, (at) => ended(2 * at)),
    moreWorked: mostIdeas,
    improve: many(5, (at) => idea(20 + at)),
    moreImprove: mostIdeas,
    problems: whys.map((why, at) => ({ why, idea: why === "answer-late" ? passedOn(30 + at) : idea(30 + at) })),
    actions: many(8, (at) => idea(40 + at)),
    moreActions: mostIdeas,
    learned: many(5, (at) => ended(51 + 2 * at)),
    withdrawn: many(9, (at) => ({ number: 10_000 + at, at: instant })),
    words: fill(longestReviewWords),
  };
  const channels = { all: many(200, (at): Choice => ({ id: `${channelId}${at}`, name: channel })), chosen: channelId };
  const posting = { how: "doubtful", channel, at: instant } as const;
  const example: Full<Example> = { isOther: true, team: { id: teamId(1) }, id: idea(70).id, title, result: reason };
  const agenda: Full<AgendaView> = {
    team,
    month,
    minutes: 60,
    leader: name,
    question: 3,
    points: [
      { what: "check-in", minutes: 10 },
      { what: "served", minutes: 10, ideas: many(2, (at) => idea(60 + at)) },
      ...many(4, (at) => ({ what: "hard", minutes: 10, idea: idea(64 + at) }) as const),
      { what: "actions", minutes: 10, count: mostIdeas },
      { what: "worked", minutes: 10, ideas: many(2, (at) => ended(72 + 2 * at)) },
      { what: "example", minutes: 10, example },
      { what: "check-out", minutes: 10 },
    ],
  };
  const owned = (at: number) => ({ ...idea(at), onTrack: true }) as const;
  const withdrawn = many(15, (at) => ({ number: 10_000 + at, at: instant }));
  const board: Full<BoardView> = {
    team,
    id: boardId,
    openedAt: instant,
    check: many(5, owned),
    waiting: many(3, (at) => owned(10 + at)),
    choose: many(3, (at) => owned(20 + at)),
    done: many(4, (at) => ({ ...ended(30 + at), onTrack: true }) as const),
    moreCheck: mostIdeas,
    moreWaiting: mostIdeas,
    moreDone: mostIdeas,
    withdrawn,
  };
  const decided: Full<DecidedIdea> = {
    idea: { id: longId("idea", 0), number: 10_000, title },
    decided: decisionKinds.map((what) => ({ what, who: name, due, otherYear: true })),
    text: reason,
  };
  const minutes: Full<MinutesView> = {
    team,
    id: boardId,
    openedAt: instant,
    closedAt: instant + 7 * 24 * 3_600_000,
    closedHow: "lead",
    closedBy: name,
    decided: many(15, (at) => ({ ...decided, idea: { ...decided.idea, id: longId("idea", at) } })),
    others: many(15, (at) => 10_000 + at),
    voices: 2_000,
    onTrack: 15,
    thanks: 2_000,
    withdrawn,
  };
  return {
    review: [
      { say: "review", review: view, channels, posting },
      { say: "review", review: view, channels, posting: { ...posting, how: "refused" } },
      { say: "review", review: view, posting: { ...posting, how: "posted" } },
    ],
    "review-post": [{ say: "review-post", review: view }],
    agenda: [{ say: "agenda", agenda }],
    board: [
      { say: "board", ...board },
      { say: "board", ...board, waiting: many(3, (at) => free(10 + at)), choose: many(3, (at) => free(20 + at)) },
    ],
    minutes: [
      { say: "minutes", ...minutes },
      { say: "minutes", ...minutes, closedHow: "board" },
    ],
    "board-opening": [{ say: "board-opening", team, channelName: channel }],
    "board-open": [{ say: "board-open", team, board: boardId, openedAt: instant, channelName: channel }],
    "board-trouble": [
      { say: "board-trouble", team, channelName: channel, isDoubtful: true },
      { say: "board-trouble", team, channelName: channel },
    ],
  };
};
