import { longestReviewWords } from "../../../src/domain/action/review.ts";
import type { Choice } from "../../../src/domain/idea/view.ts";
import type { ReviewMessage } from "../../../src/domain/message/review.ts";
import type { AgendaView, Example } from "../../../src/domain/review/agenda.ts";
import type { ReviewView } from "../../../src/domain/review/review.ts";
import { channelId, type Full, instant, type LargestOf, many, month, mostIdeas, type Parts, teamId } from "./parts.ts";

export const review = ({ channel, ended, fill, idea, name, reason, sum, team, title }: Parts): LargestOf<ReviewMessage["say"]> => {
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
  return {
    review: [
      { say: "review", review: view, channels, posting },
      { say: "review", review: view, channels, posting: { ...posting, how: "refused" } },
      { say: "review", review: view, posting: { ...posting, how: "posted" } },
    ],
    "review-post": [{ say: "review-post", review: view }],
    agenda: [{ say: "agenda", agenda }],
  };
};
