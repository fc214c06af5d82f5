import { count, number, plural } from "./shared.ts";

export const digest = {
  digest: {
    title: "What got in our way, and what we do about it",
    titleWorth: "What works, and what is under way",
    answered: "answered",
    newIdeas: (n: number): string => plural(n, { one: "new idea", other: "new ideas" }),
    finishedCount: "finished",
    quick: "Quick wins",
    top: "New this week",
    alsoNew: "Also new",
    worth: "Worth doing more of",
    open: "Under way",
    finished: "Finished",
    stopped: "Stopped, and what we learned",
    passed: "Passed on",
    withdrawn: (when: string | undefined) => `withdrawn by its author${when === undefined ? "" : `, ${when}`}`,
    of: (shown: number, all: number) => `${number(shown)} of ${number(all)}`,
    noAnswerDate: "No date for the answer yet",
    answerBy: (date: string, contact?: string) => (contact ? `${contact} answers by ${date}` : `Answer by ${date}`),
    answerLate: (date: string, contact?: string) => `The answer is late: it was due ${date}${contact ? `, from ${contact}` : ""}`,
    next: (when: string) => `Next question ${when}. You can write to me any time.`,
    anyTime: "You can write to me any time.",
    summary: (team: string, week: string) => `${team}: the digest of ${week}`,
    all: "All ideas",
    page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
    none: "No open ideas just now.",
    sayIt: "You can also write, for example: me too #42, or take #42.",
    here: (team: string) => `From now on I will post the digest of ${team} here.`,
    hereIsPrivate: "Only the members of this channel see it here. Everybody else in the team reads it by writing digest to me.",
    nextDigest: (when: string) => `The next one comes ${when}.`,
    textsWait: "Some texts without a trace wait until enough people have written.",
    nothing: (team: string) => `Nothing new from ${team} this time, so there is no digest.`,
    doubtfulTitle: "Did the digest arrive?",
    doubtful: (week: string, channel: string) =>
      `I do not know if the digest of ${week} reached ${channel || "the channel"}. Please look there.`,
    settled: {
      there: (already: boolean): string =>
        already
          ? "Somebody has already said that the digest is there. I will leave it as it is."
          : "Good, the digest is there. I will leave it as it is.",
      posting: "The digest is already being posted again. It will come only once.",
      posted: (channel: string) => `The digest is in ${channel || "the channel"} already. Nothing was posted twice.`,
    },
    staysTitle: "Please delete a post",
    stays: (number: number | undefined, week: string, channel: string) =>
      `${number === undefined ? "An idea" : `#${number}`} has been withdrawn. I cannot change the digest of ${week} that shows it. Please delete that post in ${channel || "the channel"}: until then its text stays there.`,
    troubleTitle: "The digest was not posted",
    trouble: (week: string, channel: string) =>
      `I could not post the digest of ${week}. Check that I am still in ${channel || "the channel"}, or write digest here in another channel. Then press Post it.`,
  },
  draft: {
    title: "Draft of the digest",
    posts: (when: string) => `Will be posted automatically ${when}.`,
    waits: "It is waiting for you: press Post now when you are ready.",
    only: "Only team leads see this draft.",
    quick: (n: number) => `Quick wins: ${number(n)}`,
    smallEffort: "Small effort",
    howMuch: "Small effort. How much effect?",
    held: "Held back",
    alike: "These look alike. Join them?",
    notAlike: "Not the same",
    coach: {
      "first-answer": (n: number, weeks: number) =>
        `${count(n, { one: "idea has", other: "ideas have" })} waited ${count(weeks, { one: "week", other: "weeks" })} for your first answer.`,
      quiet: (n: number, weeks: number) =>
        `There has been no word from ${count(n, { one: "owner", other: "owners" })} for ${count(weeks, { one: "week", other: "weeks" })}.`,
      help: (n: number, _weeks: number) =>
        plural(n, { one: "An owner has asked you for help.", other: `${number(n)} owners have asked you for help.` }),
      late: (n: number, _weeks: number) =>
        plural(n, {
          one: "The answer to an idea that was passed on is late.",
          other: `The answers to ${number(n)} ideas that were passed on are late.`,
        }),
    },
    posted: (when: string) => `Posted ${when}.`,
    already: (when: string) => `Posted already, ${when}. Nothing was posted or changed now.`,
    over: "This draft is an old one. Nothing was posted or changed now.",
    nothing: "Nothing was posted this time: there was nothing new.",
    others: "Change any idea",
    early: {
      title: "Post the digest now?",
      half: "Fewer than half of those asked have answered so far.",
      fewer: (few: number, asked: number) => `Fewer than ${number(few)} of the ${number(asked)} asked have answered so far.`,
      count: (answered: number, asked: number) => `${number(answered)} of the ${number(asked)} asked have answered so far.`,
      later: "Ideas that come later go into the next digest.",
    },
    change: {
      title: "Change an idea",
      newTitle: "Title",
      titleWhat: "Shorter or clearer. The author's own words are kept.",
      owner: "Propose an owner",
      person: "Person",
      date: "Date",
      ownerWhat: "I will ask them in their own chat. No name is shown until they say yes.",
      reason: "Reason",
      holdWhat: "It stays out of the digest. The author reads the reason after the digest, if I can reach them.",
      isHeld: "It is held back, and goes into no digest until you put it back.",
      unsaved: "Somebody has held this idea back, so nothing was saved.",
    },
    idea: "Which idea?",
    chooseIdea: "Choose an idea",
    posting: (channel: string | undefined) => `The digest is on its way to ${channel || "the channel"}.`,
  },
};

export type DigestWords = typeof digest;
