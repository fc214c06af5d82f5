import type { ProblemWhy } from "../../domain/review/review.ts";
import { count, number } from "./shared.ts";

const board = {
  title: "Board",
  minutesTitle: "Minutes of the board",
  summary: (team: string, day: string) => `${team}: the board of ${day}`,
  minutesSummary: (team: string, day: string) => `${team}: the minutes of ${day}`,
  rule: "Close turns this post into the minutes, and so does the next digest. The minutes name owners who say yes and the lead who closes; other presses are only counted. What is posted may be requested as a public record.",
  parts: {
    check: "To check today",
    waiting: "Waiting longest",
    choose: "Three to choose",
    done: "Done since last",
  },
  onTrack: "On track",
  empty: "Nothing waits for the team just now.",
  opening: (channel: string) => `The board is on its way to ${channel || "the channel"}.`,
  openTitle: "A board is open",
  isOpen: (channel: string, when: string) => `It has been open in ${channel || "the channel"} since ${when}.`,
  show: "Show it here",
  troubleTitle: "The board was not posted",
  trouble: (channel: string) =>
    `I could not post the board in ${channel || "the channel"}. Check that I am still there, or write digest here in another channel. Then write board again.`,
  doubtfulTitle: "Did the board arrive?",
  doubtful: (channel: string) =>
    `I do not know if the board reached ${channel || "the channel"}. Please look there. If it is missing, write board again.`,
  stays: (number: number | undefined, day: string, channel: string) =>
    `${number === undefined ? "An idea" : `#${number}`} has been withdrawn. I cannot change the board of ${day} that shows it. Please delete that post in ${channel || "the channel"}: until then its text stays there.`,
  wasOpen: (from: string, to: string) => `Opened ${from}, closed ${to}.`,
  closed: {
    lead: (name: string | undefined) => (name ? `Closed by ${name}.` : "Closed by a team lead."),
    digest: (_name: string | undefined) => "It closed by itself when the digest came.",
    board: (_name: string | undefined) => "It closed by itself when the next board opened.",
  },
  decisions: "Decisions",
  noDecisions: "No decisions were made while it was open.",
  decided: {
    taken: (who: string, by: string | undefined) => `${who} takes it${by ? `, ${by}` : ""}`,
    started: "test begun",
    tested: "test done",
    again: "adjusted, to be tested again",
    adopted: "adopted",
    stopped: "stopped",
    passed: "passed on",
    open: "needs an owner again",
    reopened: "open again",
  },
  others: (numbers: string) => `Also on the board: ${numbers}`,
  voices: (n: number) => count(n, { one: "more voice", other: "more voices" }),
  tracked: (n: number) => `${number(n)} on track`,
  thanks: (n: number) => `${number(n)} thanks`,
};

export const review = {
  board,
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
    buttons: { agenda: "Agenda", word: "Word", minutes: (n: number) => `${number(n)} minutes` },
  },
  agenda: {
    heading: (month: string) => `Agenda: ${month}`,
    minutes: (n: number) => `${number(n)} min`,
    leads: (name: string) => `${name} leads the meeting this time. The turn goes round the team, and you can swap.`,
    rule: "The hardest point comes first: the one with the highest number of voices times weeks that it has been known.",
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
