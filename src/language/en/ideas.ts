import type { RoundQuestion } from "../../domain/asking/question.ts";
import type { Cost, KnownKind, Stage } from "../../domain/idea/idea.ts";
import type { NewsReader } from "../../domain/message/ideas.ts";
import { count, date, number, voices } from "./shared.ts";

const kinds: Record<KnownKind, string> = {
  tools: "Tools and IT",
  routines: "Routines and paperwork",
  information: "Information",
  together: "Working together",
  rules: "Rules and procurement",
  premises: "Premises and equipment",
  served: "Those we serve",
  other: "Other",
};

const questions: Record<RoundQuestion, { round: string; anyTime: string; another: string; placeholder: string }> = {
  friction: {
    round: "What got in your way this week?",
    anyTime: "What gets in your way?",
    another: "What else gets in your way?",
    placeholder: "I write the same number in three places …",
  },
  success: {
    round: "What worked so well that we should do more of it?",
    anyTime: "What works so well that we should do more of it?",
    another: "What else should we do more of?",
    placeholder: "The short meeting when the shift begins …",
  },
  users: {
    round: "What did the people we serve stumble on?",
    anyTime: "What do the people we serve stumble on?",
    another: "What else do the people we serve stumble on?",
    placeholder: "They cannot find the right door …",
  },
  paperwork: {
    round: "What did you do twice, or for nobody?",
    anyTime: "What do you do twice, or for nobody?",
    another: "What else do you do twice, or for nobody?",
    placeholder: "A report that nobody reads …",
  },
};

const costs: Record<Cost, string> = {
  5: "A few minutes a week",
  30: "About half an hour a week",
  120: "A couple of hours a week",
  240: "Half a day a week",
  480: "A day a week or more",
};

const stages: Record<Stage, string> = {
  new: "New",
  planned: "Planned",
  testing: "Being tested",
  checking: "Being checked",
  adopted: "Done",
  stopped: "Stopped",
  merged: "Joined with another",
  held: "Held back",
  "passed-on": "Passed on",
  withdrawn: "Withdrawn",
  worth: "Worth doing more of",
};

const age = (days: number) =>
  days < 1
    ? "shown today"
    : days < 14
      ? `shown ${count(days, { one: "day", other: "days" })} ago`
      : `shown ${count(Math.round(days / 7), { one: "week", other: "weeks" })} ago`;

const ideaOf: Record<NewsReader, string> = {
  author: "Your idea",
  owner: "The idea you own",
  asked: "The idea you were asked to own",
  voice: "An idea you back",
};

export const ideas = {
  kinds,
  costs,
  stages,
  age,
  receipt: {
    saved: "Saved. Thank you!",
    changed: "Changed. Thank you!",
    proposal: "What would make it easier",
    moreOfIt: "What would help us do more of it",
    worth: "Kept as something worth doing more of.",
    next: (when: string | undefined, named: boolean) =>
      `Your team sees it ${when === undefined ? "in its next digest" : `on ${when}`}, ${named ? "with" : "without"} your name. I will tell you when something happens.`,
    rests: (named: boolean) =>
      `Your team is archived in Teams, so I am resting. Once it is restored, your team sees your idea, ${named ? "with" : "without"} your name. I will tell you when something happens.`,
    shown: (number: number | undefined, post?: "fixed" | "on-its-way" | "rests") => {
      const where = `${number === undefined ? "It" : `It is #${number}. It`} is in the digest`;
      const change = {
        fixed: ", but I cannot change that post.",
        "on-its-way": ". The post is on its way: a change shows there once the post is up, if I can change it.",
        rests: ", and a change shows there once the team is restored in Teams.",
      };
      return `${where}${post ? change[post] : ", and a change shows there too."} I will tell you when something happens.`;
    },
    stands: (stage: string) => `Where it stands: ${stage}`,
    second: "Your second text is not saved yet. Press Add another to send it too:",
    closes: "You can close this now. To change or withdraw it later, write my ideas in our chat.",
    withdrawn: "Withdrawn. It is gone from Gnist, and no post of the team shows it. Copies people made, and Teams' own records, stay.",
    withdrawnRecorded:
      "Withdrawn. It is gone from the team's post. The team's record keeps it until the next export. Copies people made, and Teams' own records, stay.",
    recordKeeps: "Only the team's record keeps it until the next export.",
    withdrawnPosted: {
      gone: "Withdrawn. It is gone from Gnist and from the team's post. Copies people made, and Teams' own records, stay.",
      "leads-asked":
        "Withdrawn. It is gone from Gnist. I cannot change the team's post that shows it, so I will ask the team leads to delete that post. Copies people made, and Teams' own records, stay.",
      stays:
        "Withdrawn. It is gone from Gnist. I cannot change the team's post that shows it: it stays until somebody deletes it. Copies people made, and Teams' own records, stay.",
      "on-its-way":
        "Withdrawn. It is gone from Gnist. The team's post is on its way: I will take it out of that post too, and where I cannot, I will ask the team leads to delete the post. Copies people made, and Teams' own records, stay.",
      rests:
        "Withdrawn. It is gone from Gnist. The team's post shows it until the team is restored in Teams. Copies people made, and Teams' own records, stay.",
    },
  },
  news: {
    why: "Why",
    owner: "Owner",
    owned: (reader: NewsReader, name: string) =>
      reader === "owner"
        ? `${name || "A colleague"} has taken over the idea you owned`
        : `${name || "A colleague"} has taken ${reader === "author" ? "your idea" : "an idea you back"}`,
    tried: (reader: NewsReader, name: string) => `${name || "A colleague"} tries ${reader === "author" ? "your idea" : "an idea you back"}`,
    declined: (reader: NewsReader) => `${ideaOf[reader]} needs an owner again`,
    done: (reader: NewsReader) => `${ideaOf[reader]} is done`,
    testing: (reader: NewsReader) => `${ideaOf[reader]} is being tested`,
    checking: (reader: NewsReader) => `${ideaOf[reader]} has been tested`,
    again: (reader: NewsReader) => `${ideaOf[reader]} will be adjusted and tested again`,
    stopped: (reader: NewsReader) => `${ideaOf[reader]} was stopped`,
    answered: (reader: NewsReader) => `${ideaOf[reader]} has an answer`,
    undone: (reader: NewsReader) => `${ideaOf[reader]} is open again`,
    reopened: (reader: NewsReader) => `${ideaOf[reader]} is taken up again`,
    "passed-on": (reader: NewsReader) => `${ideaOf[reader]} has been passed on`,
    promised: (reader: NewsReader) => `${ideaOf[reader]} will get an answer`,
    "sent-back": (reader: NewsReader) => `${ideaOf[reader]} is back in the team`,
    merged: (reader: NewsReader) => `${ideaOf[reader]} is now part of another one`,
    unmerged: (reader: NewsReader) => `${ideaOf[reader]} stands on its own again`,
    joined: () => "Another idea says the same as yours",
    parted: () => "An idea that was part of yours stands on its own again",
    held: (reader: NewsReader) => `${ideaOf[reader]} is held back for now`,
    "put-back": (reader: NewsReader) => `${ideaOf[reader]} is not held back any more`,
    restored: (reader: NewsReader) => `${ideaOf[reader]} is back`,
    withdrawn: (reader: NewsReader | undefined) => `${reader ? ideaOf[reader] : "This idea"} has been withdrawn`,
    summary: "News about an idea",
    lesson: "What we learned",
    several: (n: number) => `News of ${count(n, { one: "idea", other: "ideas" })}`,
    readOn: (number: number) => `Write #${number} to see what happened.`,
    promisedWhat: (contact: string, due: string, otherYear?: boolean) => `${contact} answers by ${date(due, otherYear)}.`,
    heldWhat: "It is not in the digest. It is kept, and your lead can put it back.",
    declinedWhat: "The colleague who had taken it no longer has it. It stays open.",
    undoneWhat: "It had ended, and somebody has undone that.",
    checkingWhat: "Its owner now decides: adopt it, test again, or stop.",
    mergedWhat: "They say the same. Your voice counts there, and you will hear how it goes.",
    joinedWhat: "It is part of yours now, and its voices count with yours.",
    putBackWhat: "The team can see it now.",
    restoredWhat: "Its author had withdrawn it, and has changed their mind.",
    withdrawnWhat: "Its author has taken it back. You have nothing more to do with it.",
    thanks: (n: number) => (n === 1 ? "A colleague says thanks" : `${number(n)} colleagues say thanks`),
    muted: "News of this idea is off",
    mutedWhat: "You will get no more news of it, whatever happens. With See what happened you can always see its story.",
    unmuted: "All right, you will get news of this idea again.",
  },
  form: {
    questions,
    focusNow: "Where we are",
    focusGoal: "Where we want to be",
    edit: "Edit your idea",
    offer: "Shall I save this as an idea?",
    saveAsFriction: "Save as friction",
    colleaguesWords: "These may be a colleague's words. Write the problem, not the person.",
    reminder: "A short reminder, the only one. One line is enough.",
    again: "You asked me to come back. One line is enough.",
    test: "A test, for you only. This is what your team gets. If you send it, it is saved as a real idea.",
    first: (addedBy: string | undefined, team: string, when: string | undefined) =>
      `${addedBy ? `${addedBy} added me` : "I was added"} to ${team}. Your team sees your line${when ? ` on ${when}` : ""}, without your name; what the team posts may be requested as a public record. No names of patients or colleagues. Pause stops me.`,
    label: "A line or two is enough",
    empty: "Write a line, or press Nothing this week.",
    emptyAnyTime: "Write a line first.",
    proposal: "What would make it easier?",
    moreOfIt: "What would help us do more of it?",
    cost: "What it costs me",
    kind: "What it is about",
    skip: "Skip if you like",
    showName: "Show my name",
    withoutTrace: "Without a trace",
    traceWhat: (people: number) =>
      `Shown together with others, once ${count(people, { one: "person has", other: "people have" })} written this way. Then nothing in Gnist leads to you, and you get no news.`,
    traceAlways: (people: number) =>
      `Your team sees it together with others, once ${count(people, { one: "person has", other: "people have" })} written. Then nothing in Gnist leads to you.`,
    team: "Team",
    chooseTeam: "Choose a team",
    moreTeams: "For another team, write idea in its channel.",
    seen: (when: string, named: boolean) =>
      `Your team sees it on ${when}, ${named ? "with your name as long as Show my name is ticked" : "without your name unless you choose to show it"}.`,
    rests: (named: boolean) =>
      `Your team is archived in Teams, so I am resting. Once it is restored, your team sees your idea, ${named ? "with your name as long as Show my name is ticked" : "without your name unless you choose to show it"}.`,
    noNames: "No names of patients, clients or colleagues.",
    untilExported: "What the team posts is kept until it is exported, even if you withdraw it.",
    problems: {
      empty: (button: string) => `Write a line first, then press ${button} again.`,
      "too-long": (button: string) => `This is too long for me: 2,000 characters at most. Shorten it, then press ${button} again.`,
      "not-saved": (button: string) => `Perhaps not saved yet. Press ${button} again: it will be saved only once.`,
      "not-storable": (_button: string) => "Not saved: I cannot store this text. Please write it in another way.",
      "no-trace": (button: string) =>
        `Your team does not take texts without a trace. Nothing is saved. Press ${button} to send it in the usual way.`,
    },
    onlyBeginning: "Only its beginning fits here.",
  },
  withoutTrace: {
    waits: (people: number, when: string | undefined) =>
      `Your team sees it together with others, once ${count(people, { one: "person has", other: "people have" })} written without a trace${when === undefined ? "" : `, on ${when} at the earliest`}. From then on nothing in Gnist leads to you.`,
    stillWaits: "Nothing has happened yet: it still waits.",
    quiet: "Nothing more has happened yet.",
    worked: "Your team sees it together with other texts on what worked.",
    isLong: "Two rounds of questions have ended, and it still waits.",
    anyway: (when: string | undefined) =>
      `Your team sees it ${when === undefined ? "in its next digest" : `on ${when}`}, however few others there are. The fewer they are, the easier it is to guess who wrote it.`,
    shown: (number: number) => `Your team has been shown it: it is #${number}. A change shows in the post where I can change that post.`,
    key: "This card is the only way back to it, so keep it. You get no news of it.",
    closes: "Nothing can bring you back to this text once you close this.",
    asked: "A lead asks:",
    yourAnswer: "Your answer:",
    lineNeeded: "Write a line first, then press Answer again.",
  },
  askAuthor: {
    what: "I will ask the author, if I can reach them, and nobody sees who that is. They may answer or not. You can ask one question about an idea.",
    input: "Question",
    hint: "On which days does it happen?",
    asks: "I will ask the author, if I can reach them. If they answer, you will see it here.",
    askedBefore: "The author has been asked a question about this one already, and there can only be one.",
    waits: "If they answer, you will see it here.",
    answerBelow: "The answer has a message of its own in our chat.",
    question: "Question to the author",
    answer: "Answer",
    answered: "The author answered:",
    answeredBy: (name: string) => `${name} answered:`,
    wantsToHelp: (name: string) => `${name} wants to help`,
    answerCame: "An answer to your question",
    leadsAlone: "Only team leads read the answer.",
    looks: "Nobody knows who wrote this one, so I tell nobody. The author sees your question if they look what has happened.",
    ask: "Your lead asks about your idea:",
    toYou: "The question to you",
    shows: "This shows your name to your lead.",
    sent: {
      hidden: "Sent without your name.",
      named: "Sent with your name.",
      help: "Sent with your name: you want to help.",
    },
  },
  forColleague: {
    kicker: "For a colleague",
    title: "What gets in your colleague's way?",
    kept: "Kept without an author: nobody hears the news.",
    seen: (when: string | undefined) => `Your team sees it ${when === undefined ? "in its next digest" : `on ${when}`}.`,
    shown: (number: number) => `It is #${number}, and is in the digest.`,
    rests: "Your team is archived in Teams, so I am resting. Once it is restored, your team sees it.",
    noAuthor: "I keep no author, so nobody will hear the news.",
    moreTeams: "For another team, write idea for a colleague in its channel.",
  },
  mine: {
    title: "My ideas",
    none: "You have no ideas here yet. Something in your way? Just write it.",
    unlisted: "Texts without a trace are not listed here. The receipt of each is the only way back to it.",
  },
  story: "The story so far",
  steps: {
    take: "Taken",
    tried: "Being tried",
    start: "Test started",
    testDone: "Tested",
    adjust: (cycle: number) => `Adjusted, test ${cycle}`,
    answeredYes: "Answered: we do it",
    answeredNo: "Answered: not now",
    free: "Needs an owner again",
    passOn: "Passed on",
    sendBack: "Sent back to the team",
    reopen: "Taken up again",
  },
  same: {
    title: "Which idea says the same?",
    as: "Same thing as",
    choose: "Choose an idea",
    nearly: (n: number) => (n === 1 ? "A colleague said nearly this:" : `${number(n)} colleagues said nearly this:`),
    nearlyYours: "You have said nearly this before:",
    shared: (words: string) => `In common: ${words}`,
    another: "Choose another idea",
    ask: "Has a colleague said the same? Add your voice there.",
    what: "Your idea becomes part of that one. Your voice counts there, and you will hear how it goes. You can undo it.",
    whatForLeads: "It becomes part of that one, and its voices count there. Its author is told, if I can reach them. You can undo it.",
    none: "Your team has been shown no other open idea.",
    merged: "Now one idea",
    partOf: "Part of",
    joined: "Joined:",
    mergedYours: "Your voice counts there, and you will hear how it goes.",
    mergedWhat: "The voices count there. The author is told, and hears how it goes, if I can reach them.",
    unmerged: "It stands on its own again",
    unmergedWhat: "Its voices are its own again.",
  },
  thanks: {
    noted:
      "Noted. Your thanks go to the people behind the result, if I can reach them, with the news after the next digest, as a number and without your name.",
    notedWorth:
      "Noted. Your thanks go to the person who wrote it, if I can reach them, with the news after the next digest, as a number and without your name.",
    already: "Your thanks count already.",
  },
  voice: {
    added: (n: number) => `Your voice is counted. ${voices(n)} now.`,
    already: (n: number) => `Your voice is already counted. ${voices(n)} so far.`,
    back: (n: number) => `Your voice is taken back. ${voices(n)} now.`,
  },
  offerDropped: "All right, I have not saved it.",
};

export type IdeasWords = typeof ideas;
