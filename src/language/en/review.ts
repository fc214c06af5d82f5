import type { ProblemWhy } from "../../domain/review/review.ts";
import { count, number } from "./shared.ts";

export const review = {
  review: {
    heading: (month: string) => `Review of ${month}`,
    summary: (team: string, month: string) => `${team}: the review of ${month}`,
    only: "Only team leads see this, until one of you posts it.",
    soFar: "The month is not over yet. It can be posted from the next month on.",
    worked: "What worked: do more of it",
    improve: "What we want to improve",
    problems: "What problems we had",
    actions: "Actions",
    learned: "What we learned",
    why: {
      stopped: "Stopped",
      late: (date: string) => `Not done yet: the date was ${date}`,
      "answer-late": (date: string) => `Passed on: the answer was due ${date}`,
      waits: (days: number) => `No owner yet, after ${count(days, { one: "day", other: "days" })}`,
    } satisfies Record<ProblemWhy, string | ((what: never) => string)>,
    columns: { what: "What", who: "Who", when: "By when" },
    noDate: "no date",
    answered: (turnout: string) => `${turnout} answered`,
    rounds: (counts: string) => `Rounds closed in the month: ${counts}`,
    channel: "Post it in",
    words: "Our words above it (optional)",
    posting: {
      posting: (channel: string) => `It is being posted in ${channel || "the channel"}.`,
      posted: (channel: string, when?: string) => `It is in ${channel || "the channel"}${when ? `, since ${when}` : ""}.`,
      refused: (channel: string) =>
        `I could not post it in ${channel || "the channel"}. Check that I am still there, or choose another channel.`,
      doubtful: (channel: string) =>
        `I do not know if it reached ${channel || "the channel"}. Please look there. Post it again only if it is not there.`,
    },
    stays: (number: number | undefined, month: string, channel: string) =>
      `${number === undefined ? "An idea" : `#${number}`} has been withdrawn. I cannot change the review of ${month} that shows it. Please delete that post in ${channel || "the channel"}: until then its text stays there.`,
    file: (team: string, month: string) => `Review ${month} ${team}`,
    fileStays: "A Word file stays as it is: what is changed or withdrawn later still stands in it.",
    buttons: { agenda: "Agenda", word: "Word", minutes: (n: number) => `${number(n)} minutes` },
  },
  agenda: {
    heading: (month: string) => `Agenda: ${month}`,
    minutes: (n: number) => `${number(n)} min`,
    leads: (name: string) => `${name} leads the meeting this time. The turn goes round the team, and you can swap.`,
    rule: "The hardest point comes first: the one with most voices, times the weeks it has been known.",
    points: {
      "check-in": "Check-in",
      served: "Voices of those we serve",
      hard: "The hardest first",
      actions: "Actions",
      worked: "What works: do more of it",
      example: "An example to try",
      "check-out": "Check-out",
    },
    servedAsk: "What have those we serve told us since last time?",
    hardAsk: "What is the smallest thing we can try, who takes it, and by when?",
    actionsAsk: (n: number) => `${count(n, { one: "action", other: "actions" })} in the review. What is done, and what is stuck?`,
    workedAsk: "How do we do more of it?",
    other: "From another team",
    own: "From our own team",
    checkIn: [
      "What made you smile at work this month?",
      "In one word: how do you come to this meeting?",
      "Who helped you lately, and with what?",
      "What went better than you thought?",
      "What do you want more of at work?",
      "What are you looking forward to?",
    ],
    checkOut: [
      "What do you take with you from today?",
      "In one word: how do you leave this meeting?",
      "What will you do differently tomorrow?",
      "What was the most useful thing we said?",
      "Who would you like to thank?",
      "What should we do better next time?",
    ],
  },
};

export type ReviewWords = typeof review;
