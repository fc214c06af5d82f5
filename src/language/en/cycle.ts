import { count, number } from "./shared.ts";

const minutesOf = (n: number) => count(n, { one: "minute", other: "minutes" });
const peopleOf = (n: number) => count(n, { one: "person", other: "people" });

const inNews = "I will tell the people behind the idea, at 15:00 on a working day.";

export const cycle = {
  test: {
    start: "Begin the test",
    startWhat: "What is the smallest thing to try, and when do you want to know how it went?",
    again: "Test it again",
    againWhat: "What will you try this time, and when do you want to know how it went?",
  },
  check: {
    title: "How did it go?",
    what: "The team can read what you write here.",
    wasNewGround: "This was new ground: what you learned is the result.",
    helped: "Did it help?",
    helpedHint: "Yes. The evening shift finds the keys at once.",
    minutes: "Minutes a week, per person",
    people: "How many people",
    guess: "Does it save time? A guess is enough. Leave these empty if you do not know.",
  },
  stop: {
    title: "Stop this one?",
    what: "What did you learn? The team can read it. A lesson is worth as much as a result.",
    lesson: "Lesson",
    lessonHint: "The labels do not stick in the cold room.",
  },
  answer: {
    title: "Answer this idea",
    what: "The team and the people behind it can read your answer, and the idea is closed.",
    choice: "Your answer",
    solved: "It is solved",
    notNow: "Not now",
    reasonHint: "The new system comes in March.",
  },
  reopen: {
    title: "Take it up again?",
    what: "Why? The team and the people behind the idea can read this.",
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
    effect: (minutes: number | undefined, people: number | undefined): string => {
      if (!minutes) return people ? `Helps ${peopleOf(people)}` : "";
      return `Saves ${minutesOf(minutes)} a week per person${!people ? "" : `, for ${peopleOf(people)}`}`;
    },
  },
  checkIn: {
    title: "How is it going?",
    intro: "You own this. One press for each idea is enough.",
    nudge: "I have not heard from you about this since I asked. One press is enough. If it stands still, say so: that helps too.",
    again: "A team lead asks how this one is going. One press is enough.",
    noted: "Noted: on track.",
    numberNoted: (n: string) => `Noted: ${n}.`,
    helpNoted: "Noted: you need help.",
    more: (n: number) => `And ${number(n)} more. Press My actions to see them all.`,
  },
  callForHelp: {
    title: "Need help?",
    what: "Team leads get your line. They can help, find a new owner or pass the idea on.",
    line: "What would help?",
    lineHint: "Somebody who knows the label printer",
    willTell: (day: string) => `I will tell the team leads on ${day} that you need help.`,
    asked: "I have told the team leads that you need help.",
    alone:
      "You are the only team lead, so there is nobody else to tell. With New owner you can ask a colleague. Until they say yes, the idea stays yours.",
    noLead: "Nobody leads this team, so there is nobody to tell. A member can press I lead this team in the welcome post.",
    summary: "An owner needs help",
    needs: (name: string) => `${name} needs help`,
    whatLeads: "Talk to them, ask somebody else to take it, or pass it on.",
  },
  whys: {
    title: "Why does this happen?",
    because: "Because:",
    first: "What is the cause?",
    next: "And why is that?",
    hint: "Everybody prints on Monday morning",
    stop: "You can stop when the cause is something you can change. Five causes at most.",
    full: "Five causes are enough. Begin with the last one, or with the one you can change.",
    seen: "Only you and the team leads see this. It stays with the idea, so a new owner sees it too.",
  },
  count: {
    title: "Count something",
    what: "What do you count?",
    hint: "Times the printer jammed this week",
    now: "Number now",
    when: "Each check-in asks for the number. One or two before the test show what the test changes.",
    other: "To count something else, press Stop counting first: then the numbers begin anew.",
    seen: "Only you and the team leads see this. It stays with the idea, so a new owner sees it too and can change it.",
    did: { saved: "Saved.", ended: "I will not ask for a number any more." },
    none: "No numbers yet.",
    before: "Before the test",
    since: "Since then",
    medians: (before: string | undefined, since: string | undefined): string => {
      if (before === undefined) return `Since the test began: ${since}.`;
      return `Before the test: ${before}.${since === undefined ? "" : ` Since then: ${since}.`}`;
    },
  },
  quiet: {
    summary: "An idea stands still",
    title: (name: string) => `No word from ${name}`,
    what: "I have heard nothing about this one since the check-in. There may be good reasons: talk to them, or choose below.",
    askedAgain: (name: string) => `I have asked ${name} again. If I hear nothing in two working days, I will tell you.`,
    willAsk: (name: string, day: string) =>
      `I will ask ${name} again on ${day}. If I hear nothing in two working days after that, I will tell you.`,
    notReached: (name: string) => `I cannot ask ${name} at the moment. Talk to them, or choose below.`,
    answered: (name: string) => `${name} has answered`,
    otherOwner: (name: string) => `${name} owns it now`,
  },
  newOwner: {
    title: "Ask a new owner",
    what: "I will ask them in their own chat, and they are free to say no. Until they say yes, the present owner stays.",
  },
};

export type CycleWords = typeof cycle;
