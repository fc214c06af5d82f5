import { kinds } from "../../../src/domain/idea/idea.ts";
import type { Choice, DigestView, IdeaView } from "../../../src/domain/idea/view.ts";
import type { DigestMessage } from "../../../src/domain/message/digest.ts";
import { digestId, due, type Full, instant, type LargestOf, largestTeam, longId, many, mostIdeas, type Parts, week } from "./parts.ts";

export const digest = ({
  asked,
  channel,
  ended,
  free,
  idea,
  line,
  members,
  name,
  people,
  reason,
  team,
  title,
  whys,
}: Parts): LargestOf<DigestMessage["say"]> => {
  const passedOn = (at: number) => ({ ...idea(at), stage: "passed-on" }) as const;
  const digest: Full<DigestView> = {
    team,
    id: digestId,
    week,
    turnout: { asked: largestTeam, answered: 1_999 },
    freshCount: mostIdeas,
    finishedCount: mostIdeas,
    quick: many(15, (at) => idea(80 + at)),
    top: many(3, idea),
    alsoNew: kinds.slice(0, 5).map((kind, at) => ({ kind, ideas: many(2, (one) => idea(10 + 2 * at + one)) })),
    moreNew: mostIdeas,
    open: many(8, (at) => idea(30 + at)),
    moreOpen: mostIdeas,
    passed: many(5, (at) => passedOn(40 + at)),
    morePassed: mostIdeas,
    worth: many(3, (at) => ({ ...idea(60 + at), stage: "worth" }) as const),
    moreWorth: mostIdeas,
    finished: many(8, (at) => ended(50 + at)),
    moreFinished: mostIdeas,
    moreStopped: mostIdeas,
    withdrawn: many(9, (at) => ({ number: 10_000 + at, at: instant })),
    textsWait: true,
    nextPromptAt: instant,
  };
  const coach = { about: "first-answer", count: mostIdeas, weeks: 999, idea: idea(70) } as const;
  /** Ideas that a lead has begun to mark as quick wins. */
  const halfWeighed = (at: number): IdeaView => {
    const { owner: _owner, effect: _effect, ...rest } = idea(at);
    return { ...rest, stage: "new" };
  };
  const changed = {
    was: { mark: "8Mark_-x", due, effort: "some", effect: "some" },
    written: { title, person: people[0] ?? "", due, effort: "small", effect: "little", reason },
  } as const;
  const unowned: DigestView = { ...digest, top: many(3, free) };
  const choices = {
    changeable: mostIdeas,
    ideas: many(25, (at): Choice => ({ id: longId("idea", at), name: `#10000 ${title}` })),
    page: 10,
    pages: 48,
  };
  return {
    draft: [
      {
        say: "draft",
        digest,
        held: many(mostIdeas, idea),
        ...choices,
        notReached: name,
        asks: { name, at: instant },
        postsAt: instant,
        coach,
        alike: many(3, (at) => ({
          idea: { id: longId("idea", at), number: 10_000, title },
          into: { id: longId("idea", at), number: 10_000, title },
          shared: [line(200)],
        })),
        rests: true,
      },
      {
        say: "draft",
        digest: unowned,
        held: many(mostIdeas, idea),
        ...choices,
        notReached: name,
        asks: { name, at: instant },
        postsAt: instant,
        coach,
      },
      {
        say: "draft",
        digest: { ...digest, quick: [], top: many(3, halfWeighed), open: many(8, (at) => halfWeighed(30 + at)) },
        held: many(mostIdeas, idea),
        ...choices,
        postsAt: instant,
        coach,
      },
    ],
    "change-form": [
      {
        say: "change-form",
        team,
        draft: digestId,
        idea: idea(0),
        whys,
        ...changed,
        members,
        usual: members[0] ?? { id: "", name },
        asked,
        same: many(20, (at) => ({ id: longId("idea", at), number: 10_000 + at, title })),
        problem: "already-owned",
      },
      {
        say: "change-form",
        team,
        draft: digestId,
        idea: { id: longId("idea", 0) },
        ...changed,
        members: [{ id: people[0] ?? "", name: "" }],
        problem: "not-storable",
      },
    ],
    "draft-posted": [{ say: "draft-posted", team, at: instant, isPressed: true, hasNewer: true }],
    "post-early": [{ say: "post-early", team, draft: digestId, turnout: { asked: largestTeam, answered: 999 } }],
    posting: [{ say: "posting", team, channelName: channel }],
    digest: [
      { say: "digest", digest },
      { say: "digest", digest: unowned },
    ],
    "all-ideas": [{ say: "all-ideas", team, digest: digestId, ideas: many(20, idea), page: 10, pages: 50 }],
    "digest-here": [{ say: "digest-here", team, nextDigestAt: instant, isPrivate: true }],
    "nothing-to-post": [{ say: "nothing-to-post", team, textsWait: true, nextPromptAt: instant }],
    "digest-trouble": [{ say: "digest-trouble", team, digest: digestId, week, channel, hasDraft: true }],
    "digest-doubtful": [{ say: "digest-doubtful", team, digest: digestId, week, channel, hasDraft: true }],
    "digest-settled": [{ say: "digest-settled", team, how: "posted", already: true, channel }],
  };
};
