import type { Effect, Effort, Reach, Stage } from "../../domain/idea/idea.ts";
import { date } from "./shared.ts";

export const owning = {
  by: (due: string, otherYear?: boolean) => `by ${date(due, otherYear)}`,
  was: (due: string, otherYear?: boolean) => `the date was ${date(due, otherYear)}`,
  firstTest: (test: string) => `first test: ${test}`,
  needsOwner: "Needs an owner",
  somebodyAsked: "Somebody has been asked",
  /** How far an idea reaches, as its story and its owner's cards say it. */
  reaches: { improve: "Improve", "new-ground": "New ground" } satisfies Record<Reach, string>,
  plan: {
    pick: "Begin with one of these, or write your own.",
    takeWith: "Take it with one of these, or write your own.",
    useThis: "Use this",
    tried: { here: "your team has tried this", elsewhere: "another team has tried this" },
    reach: "How new is it?",
    reaches: { improve: "Improve: fine-tune what we do", "new-ground": "New ground: an experiment that may fail" } satisfies Record<
      Reach,
      string
    >,
    newGround: "New ground begins even smaller and, if you choose no date, ends sooner. What you learn is the result.",
    isNewGround: "This is new ground: what you learn is the result.",
  },
  own: {
    takeOrAskTitle: "Take it, or ask somebody",
    takeWhat: "It is yours then. You can give it back, for the first ten minutes without a reason.",
    askTitle: "Ask a colleague",
    askWhat:
      "I will ask them in their own chat. They are free to say no, and no name is shown until they say yes. The date is when it could be ready; they may choose another.",
    who: "Person",
    chooseWho: "Choose a colleague",
    searchWho: "The list has no room for everybody. Write a name in it to find the others.",
    due: "Date",
    badDate: "Choose a day",
    test: "Smallest test",
    testHint: "Try it in one room for one week",
    willAsk: (name: string, day: string) => `I will ask ${name} on ${day}. If they say yes, the digest will show it.`,
    asked: (name: string) => `I have asked ${name}. If they say yes, the digest will show it.`,
    notReached: (name: string) =>
      `I cannot reach ${name} in chat. Please tell them yourself: they can press Take or ask once the idea is in the team's post.`,
    request: "Would you take this one?",
    askedBy: (name: string) => `${name} thought of you.`,
    free: "You are free to say no.",
    why: "Reason",
    whyNot: "Why not? Only team leads see this.",
    whyHint: "No time before the holidays",
    plan: "This one is yours",
    planWhat: "When do you want to be ready, and what is the smallest thing to try first?",
    owned: "Good. This one is yours.",
    did: {
      moved: "The date is changed.",
      started: "Good. The test has begun.",
      adjusted: "Good. You test it again.",
      weighed: "Effort and effect are saved.",
    },
    dateTitle: "Change the date",
    ownedWhat: (stage: Stage): string => {
      if (stage === "testing") return "Press Test done when you know how it went.";
      return stage === "checking"
        ? "Press How did it go? and say what came of it."
        : "Small steps count. Press Started when you begin the test.";
    },
    declined: "Thank you for answering. Only team leads see your answer.",
    giveBackTitle: "Give it back?",
    giveBackWhy: "Why? Only team leads see this.",
    gaveBack: "You have given it back. It needs an owner again.",
    gaveBackWhy: "Only team leads see why.",
    left: "This one has no owner any more",
    leftWhat: "Its owner is not in the team now. You can take it, or ask somebody.",
    refused: (name: string) => `${name} cannot take this one`,
    gaveItBack: (name: string) => `${name} has given this one back`,
    refusedWhat: "Only team leads see this. You can take it, or ask somebody else.",
    ownerStays: "Only team leads see this. The present owner stays; you can ask somebody else.",
    reason: (reason: string) => `Reason: ${reason}`,
  },
  weight: {
    title: "Effort and effect",
    what: "A guess will do. Small effort that helps is a quick win: it stands high in the digest.",
    effort: "Effort",
    effect: "Effect",
    choose: "Choose",
    efforts: { small: "Small", some: "Some", big: "Big" } satisfies Record<Effort, string>,
    effects: { little: "Little", some: "Some", much: "Much" } satisfies Record<Effect, string>,
    none: "Not said",
    effortIs: { small: "small effort", some: "some effort", big: "big effort" } satisfies Record<Effort, string>,
    effectIs: { little: "little effect", some: "some effect", much: "much effect" } satisfies Record<Effect, string>,
    expected: (what: string) => `Expected: ${what}`,
    quickWin: "Quick win",
  },
  actions: {
    title: "My actions",
    none: "You have not taken anything on yet. Press Take or ask in the digest when something appeals to you.",
  },
  passing: {
    here: (team: string) => `This channel is now for the coordinators: ideas that other teams pass on to ${team} come here.`,
    hereWhat: (team: string) =>
      `Leads of other teams can choose ${team} under Coordinators in their settings. All members of this team are coordinators.`,
    notWeekly: "I will not ask this team every week any more: a lead can switch Ask this team weekly on again in Settings.",
    move: "To use another channel, write coordinators here in it. To take no more ideas, press Undo.",
    weekly: "I will ask this team every week again.",
    ended: (team: string) => `${team} takes no more ideas from other teams. What was passed on before can still be answered.`,
    passOnTitle: "Pass it on?",
    passOnWhat: (to: string) =>
      `I will post it in the coordinators' channel of ${to}. They do not see who wrote it. Both teams can read your reason.`,
    reason: "Reason",
    passOnHint: "We cannot change this contract ourselves",
    passedOn: (to: string) => `Passed on to ${to}. Their coordinators find it in their channel.`,
    nobodyTitle: "Nobody to pass it on to",
    nobody: "This team has no coordinators to pass ideas on to, so nothing was changed. Choose them in Settings, under Where.",
    post: (team: string) => `${team} passes this on to you`,
    why: (team: string) => `Why ${team} passes it on`,
    waits: "Nobody has taken it yet.",
    takeTitle: "Take it",
    takeWhat: (team: string) => `${team} sees the contact and the date until you answer.`,
    contact: "Contact",
    answerBy: "Answer by",
    answer: "Answer",
    weDo: "We do it",
    weDoNot: "We do not",
    answerHint: "The new contract begins in May",
    answerWhat: (team: string) => `${team} and the people behind the idea can read your answer and the reason.`,
    sendBackTitle: "Send it back?",
    sendBackWhat: (team: string) => `${team} has it again, and everybody there can read your reason.`,
    sendBackHint: "You may decide this yourselves",
    back: (what: string, team: string) => `${what} went back to ${team}.`,
    withdrawn: (what: string, team: string, when: string | undefined) =>
      `${what} from ${team} was withdrawn by its author${when === undefined ? "" : `, ${when}`}.`,
    anIdea: "An idea",
    troubleTitle: "The coordinators have not got it",
    trouble: (to: string) =>
      `I could not post this one to the coordinators of ${to}. Ask them to check that I am still in their channel, or to write coordinators here in another. Then press Post it.`,
    goneTitle: "The coordinators take no more ideas",
    gone: (to: string) =>
      `${to} takes no ideas from other teams any more, so this one may be left without an answer. Press Send back to have it in your team again.`,
    doubtfulTitle: "Did it reach the coordinators?",
    doubtful: (to: string) =>
      `I do not know if this one reached the coordinators of ${to}. Please ask them. If they do not see it, press Post it.`,
  },
};

export type OwningWords = typeof owning;
