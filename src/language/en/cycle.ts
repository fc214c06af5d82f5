import { count } from "./shared.ts";

const minutesOf = (n: number) => count(n, { one: "minute", other: "minutes" });
const peopleOf = (n: number) => count(n, { one: "person", other: "people" });

const inNews = "The people behind the idea hear it in their next news, on a working day at 15:00.";

export const cycle = {
  test: {
    start: "Begin the test",
    startWhat: "What is the smallest thing to try, and when do you want to know how it went?",
    again: "Test it again",
    againWhat: "What do you try this time, and when do you want to know how it went?",
  },
  check: {
    title: "How did it go?",
    what: "The team can read what you write here.",
    helped: "Did it help?",
    helpedHint: "Yes. The evening shift finds the keys at once.",
    minutes: "Minutes a week, per person",
    people: "How many people",
    guess: "Does it save time? A guess is enough. Leave these empty if you do not know.",
  },
  stop: {
    title: "Stop this one?",
    what: "What did you learn? The team reads it. A lesson is worth as much as a result.",
    lesson: "Lesson",
    lessonHint: "The labels do not stick in the cold room.",
  },
  answer: {
    title: "Answer this idea",
    what: "The team and the people behind it read your answer, and the idea is closed.",
    choice: "Your answer",
    solved: "It is solved",
    notNow: "Not now",
    reasonHint: "The new system comes in March.",
  },
  reopen: {
    title: "Take it up again?",
    what: "Why? The team and the people behind the idea read this.",
  },
  finish: {
    title: "What came of it?",
    what: "A line is enough. If it did not work, that is worth knowing too.",
    result: "What came of it",
    resultHint: "Badges are printed on Fridays. Saves us half an hour a week.",
    done: "Done. Good work!",
    stopped: "Stopped. Thank you for sharing what you learned.",
    answered: "Answered. Thank you.",
    doneWhat: `${inNews} The next digest tells the team.`,
    undone: "Undone. It is open again.",
    reopened: "It is open again.",
    reopenedWhat: inNews,
    effect: (minutes: number | undefined, people: number | undefined) => {
      if (minutes === undefined) return `Helps ${peopleOf(people ?? 0)}`;
      return `Saves ${minutesOf(minutes)} a week per person${people === undefined ? "" : `, for ${peopleOf(people)}`}`;
    },
  },
};

export type CycleWords = typeof cycle;
