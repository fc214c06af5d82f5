import { newsKinds } from "../../../src/domain/job.ts";
import type { IdeasMessage, NewsLine } from "../../../src/domain/message/ideas.ts";
import type { MessageOf } from "../../../src/domain/message/index.ts";
import {
  digestId,
  type Full,
  instant,
  type LargestOf,
  largestTeam,
  longId,
  many,
  type Parts,
  place,
  secret,
  undone,
  week,
} from "./parts.ts";

export const ideas = ({
  asked,
  channel,
  count,
  fill,
  form,
  free,
  idea,
  name,
  reason,
  team,
  teams,
  title,
  tooLong,
  whys,
  written,
}: Parts): LargestOf<IdeasMessage["say"]> => {
  const lineOfNews = <K extends NewsLine["news"]>(news: K) => ({ news, name, reason, count: largestTeam });
  const step = { stage: "planned", event: "adjust", cycle: 12, at: instant, otherYear: true, who: name, why: reason } as const;
  const story: Full<MessageOf<"idea-story">> = {
    say: "idea-story",
    team,
    idea: idea(0),
    into: idea(1),
    whys,
    count,
    joined: many(20, (at) => ({ id: longId("idea", at), number: 10_000 + at, title })),
    steps: many(100, () => step),
    may: {
      join: true,
      try: true,
      own: true,
      plan: true,
      end: true,
      answer: true,
      reopen: true,
      passOn: true,
      takeBack: true,
      askAuthor: true,
      spread: true,
    },
  };
  return {
    "idea-form": [
      form,
      { ...form, why: "edit" },
      { ...form, why: "offer" },
      { ...form, why: "typed" },
      { ...form, why: "message" },
      { ...form, written, problem: "not-storable" },
    ],
    receipt: [
      {
        say: "receipt",
        team,
        idea: longId("idea", 0),
        number: 10_000,
        written,
        question: "success",
        stage: "planned",
        digestAt: instant,
        rests: true,
        shown: false,
        post: "on-its-way",
        edited: true,
        mayMerge: true,
        similar: [0, 1].map((at) => ({
          id: longId("idea", at),
          number: 10_000,
          title,
          colleagues: 10_000,
          shared: many(3, () => fill(200)),
        })),
        closes: true,
        offered: written,
      },
      {
        say: "receipt",
        team,
        idea: longId("idea", 0),
        number: 10_000,
        written,
        question: "success",
        stage: "planned",
        shown: true,
        post: "on-its-way",
        edited: true,
        mayMerge: true,
        offered: written,
      },
    ],
    "ask-author-form": [{ say: "ask-author-form", team, idea: idea(0), draft: digestId, problem: "line-needed" }],
    "author-asked": [{ say: "author-asked", team, idea: idea(0), draft: digestId, asked, isNew: false, answerBelow: true }],
    "author-question": [
      {
        say: "author-question",
        team,
        idea: idea(0),
        question: { id: secret, text: reason },
        answer: reason,
        confirms: true,
        problem: "line-needed",
      },
      { say: "author-question", team, idea: idea(0), question: { id: secret, text: reason }, answer: reason, problem: "line-needed" },
    ],
    "author-answered": [{ say: "author-answered", team, idea: idea(0), question: reason, how: "help", answer: reason }],
    "author-answer": [{ say: "author-answer", team, idea: idea(0), asked }],
    "colleague-form": [
      {
        say: "colleague-form",
        team,
        teams,
        kinds: form.kinds,
        secret,
        typed: secret,
        digestAt: instant,
        rests: true,
        written: tooLong,
        problem: "too-long",
      },
    ],
    "kept-for-colleague": [{ say: "kept-for-colleague", team, written, number: 4000, secret, digestAt: instant, rests: true }],
    "offer-dropped": [{ say: "offer-dropped" }],
    withdrawn: [
      { say: "withdrawn", team, idea: longId("idea", 0), written, post: "on-its-way", secret },
      { say: "withdrawn", team, idea: longId("idea", 0), written, post: "on-its-way" },
    ],
    news: [
      {
        say: "news",
        ideas: [
          ...many(
            5,
            (at) =>
              ({
                team,
                idea: idea(at),
                into: idea(at + 100),
                reader: "author",
                owns: true,
                lines: [lineOfNews("done"), lineOfNews("owned")],
              }) as const,
          ),
          { team, withdrawn: true, number: 10_000, reader: "asked" },
        ],
      },
      ...newsKinds.flatMap((news) =>
        news === "withdrawn"
          ? []
          : [{ say: "news", ideas: [{ team, idea: idea(0), reader: "owner", owns: true, lines: [lineOfNews(news)] }] } as const],
      ),
      {
        say: "news",
        ideas: many(6, (at) => ({ team, idea: { ...idea(at), stage: "adopted" as const }, reader: "voice", lines: [lineOfNews("done")] })),
      },
    ],
    muted: [{ say: "muted", team, idea: idea(0) }],
    unmuted: [{ say: "unmuted" }],
    "thanks-noted": [{ say: "thanks-noted", team, idea: idea(0), already: true }],
    "idea-withdrawn": [{ say: "idea-withdrawn", team, number: 10_000, at: instant }],
    "post-stays": [{ say: "post-stays", team, channel, week, number: 10_000 }],
    "same-thing-form": [
      {
        say: "same-thing-form",
        team,
        idea: idea(0),
        ideas: many(20, (at) => ({ id: longId("idea", at), number: 10_000 + at, title })),
      },
    ],
    "idea-merged": [{ say: "idea-merged", team, idea: idea(0), into: idea(1), reader: "author", noAuthor: true, step: undone }],
    "idea-unmerged": [{ say: "idea-unmerged", team, idea: idea(0) }],
    "my-ideas": [
      { say: "my-ideas", ideas: many(10, (at) => ({ team, idea: idea(at), place, reason, into: idea(at) })), older: place, later: true },
    ],
    "idea-story": [story, { ...story, idea: free(0) }],
    "voice-added": [{ say: "voice-added", team, idea: idea(0) }],
    "voice-counts": [{ say: "voice-counts", team, idea: idea(0), digest: digestId, mayLeave: true }],
    "voice-back": [{ say: "voice-back", team, idea: idea(0) }],
  };
};
