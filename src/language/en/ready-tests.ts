import type { KnownKind } from "../../domain/idea/idea.ts";

type SixTests = readonly [string, string, string, string, string, string];

/** Smallest tests to begin with at once, by kind. Cards offer them without knowing the idea, so each fits any idea of its kind. */
export const readyTests: Readonly<Record<KnownKind, SixTests>> = {
  tools: [
    "Put the two usual faults and their cure on a note beside the screen for one week.",
    "Let one person do it another way in the system for two days.",
    "Count for one week how often it stops you, with a tally on paper.",
    "Sit beside a colleague for ten minutes and note every step where it gets stuck.",
    "Do it on paper for one day, and compare how long it takes.",
    "Send IT one clear example with a picture, and see what they answer within a week.",
  ],
  routines: [
    "For one week, mark every box on the form that you fill in twice.",
    "Try the steps in another order with one colleague for two days.",
    "Put a checklist of five lines where the work is done, for one week.",
    "Ask the next three who get the paper which parts of it they use.",
    "Do it at one fixed time of day for a week.",
    "Time it five times, and write down where it has to wait.",
  ],
  information: [
    "Put it on one sheet by the door for a week, and ask three people if they saw it.",
    "Keep it in one place only for a week, and see who still looks elsewhere.",
    "Say it at the start of every shift for three days.",
    "Ask the next five people where they look first, and put it there for a week.",
    "Note for one week every question that you get more than once.",
    "Cut the text to five lines, and let a colleague who is new to it try them.",
  ],
  together: [
    "Stand together for five minutes at the start of the day, for one week.",
    "Write who does what on one sheet, and try it for three days.",
    "Go along with a colleague in another role for an hour, and note what surprises you.",
    "Ask the unit next to you what they need from you, and try one thing for a week.",
    "End one meeting this week by writing up who does what, and by when.",
    "Take turns for one week: one of you takes all questions in the morning.",
  ],
  rules: [
    "Look up what the rule really says, and read it together for ten minutes.",
    "Note for one week every time the rule gets in the way, with the date and a line.",
    "Take one case, do all that the rule already allows, and note what is left.",
    "Ask one other unit how they do it under the same rule.",
    "List on one sheet what you run out of, and order it once for the whole week.",
    "Borrow it from another unit for one week before anybody buys it.",
  ],
  premises: [
    "Move it to another place for one week, and mark the place with tape.",
    "Put a label where it belongs, and check every evening for a week that it is there.",
    "Try it in one room for one week.",
    "Walk the way once with a watch, and note every detour, door and wait.",
    "Keep the five things that you fetch most in one box for one week.",
    "Hang up a sheet and let everybody tick when it is broken or missing, for one week.",
  ],
  served: [
    "Ask the next five people you meet the same question, and count the answers.",
    "Follow one person from the door to the end, and note every wait.",
    "For one day, tell everybody you meet what happens next, and when.",
    "Let two people read the letter or the sign, and tell you what it says.",
    "Try it with one person who wants to, for one week.",
    "Count for one week how many have to ask, call or come again.",
  ],
  other: [
    "Try it in one place, or with one group, for a week.",
    "Try it for one day, and ask three colleagues afterwards how it went.",
    "Count for one week how often it happens, with a tally on paper.",
    "Draw it on paper, and show it to three people before you do anything else.",
    "Do it the old way one day and the new way the next, and compare.",
    "Ask a colleague who has doubts to try it with you once.",
  ],
};

export type ReadyTests = typeof readyTests;
