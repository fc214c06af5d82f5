import type { NotReached } from "../../domain/overview/count-round.ts";
import type { AsideWhy } from "../../domain/overview/set-aside.ts";
import type { PaceStop } from "../../domain/pace.ts";
import { count, decimal, list, number, plural } from "./shared.ts";

/** Reasons why `n` people were not reached, and advice where there is any. */
const notReached: Record<NotReached, { readonly people: (n: number) => string; readonly what: string }> = {
  blocked: {
    people: (n) => `${count(n, { one: "person", other: "people" })} had blocked me when I asked`,
    what: "Tell the team: anyone who wants the question can write me a word. Then I can reach them again.",
  },
  "not-installed": {
    people: (n) => `${count(n, { one: "person", other: "people" })} did not have me in Teams when I asked`,
    what: "IT can install Gnist for everybody in the team. Then I can reach them.",
  },
  refused: {
    people: (n) => `Teams did not accept the question to ${count(n, { one: "person", other: "people" })}`,
    what: "I will try again next time. If it goes on like this, tell whoever runs Gnist.",
  },
  late: {
    people: (n) => `The digest came before ${count(n, { one: "person was", other: "people were" })} asked`,
    what: "They will get the next question.",
  },
  joined: { people: (n) => `${number(n)} joined or came back after the question was sent`, what: "" },
  paused: { people: (n) => `${number(n)} paused`, what: "" },
  excepted: { people: (n) => `${number(n)} not to be asked, as the settings say`, what: "" },
  elsewhere: { people: (n) => `${number(n)} asked in another team that week`, what: "" },
  left: { people: (n) => `${number(n)} left the team before the question came`, what: "" },
};

/** A tenant's stop: its meaning, Gnist's next step and the admin's part. */
const stops: Record<PaceStop, { readonly title: string; readonly what: (when: string) => string }> = {
  throttled: {
    title: "Teams asks me to slow down",
    what: (when) => `I will go on by myself at about ${when}. Nobody has to do anything.`,
  },
  outage: {
    title: "Teams does not answer",
    what: (when) =>
      `I will try again at about ${when}, and nobody is asked twice. If it lasts, an admin can look at Service health in the Microsoft 365 admin centre.`,
  },
  "not-registered": {
    title: "Microsoft does not know this bot",
    what: (when) =>
      `I cannot reach anybody. An admin has to check the bot in Azure: is it there, and is its app ID right? I will try again at about ${when}.`,
  },
  disabled: {
    title: "Gnist is switched off in Teams",
    what: (when) =>
      `I cannot reach anybody. An admin has to allow the app Gnist in the Teams admin centre. I will try again at about ${when}.`,
  },
  "no-permission": {
    title: "Gnist lacks a permission in Teams",
    what: (when) =>
      `I cannot reach anybody. An admin has to approve the permissions of the app Gnist in the Teams admin centre. I will try again at about ${when}.`,
  },
};

export const overview = {
  status: {
    title: "How it is going",
    summary: (team: string) => `How it is going: ${team}`,
    notYet: "I have not asked this team yet.",
    noneYet: "I have not asked any team yet.",
    answered: "answered",
    notReachedCount: "not reached",
    sending: (done: number, of: number) => `Being asked now: ${number(done)} of ${number(of)}`,
    sendingTeams: (teams: number, done: number, of: number) =>
      `${count(teams, { one: "team is", other: "teams are" })} being asked now: ${number(done)} of ${count(of, { one: "person", other: "people" })}`,
    stoppedTeams: (teams: number, done: number, of: number) =>
      `Stopped in ${count(teams, { one: "team", other: "teams" })}: ${number(done)} of ${count(of, { one: "person", other: "people" })} asked`,
    stoppedAt: (done: number, of: number) => `Stopped at ${number(done)} of ${number(of)}`,
    ends: (when: string) => `Done at about ${when}.`,
    everybody: "The question reached everybody I have asked.",
    notAsked: "Not asked this time",
    doubtful: (n: number) => `I do not know if the question reached ${count(n, { one: "person", other: "people" })}`,
    unconfirmed: (n: number) => `Teams did not say if it accepted the question to ${count(n, { one: "person", other: "people" })}`,
    unconfirmedWhat: "Whoever has not got it can write prompt to me.",
    doubtfulWhat: (reminded: boolean) =>
      `I do not ask twice. They will get ${reminded ? "the reminder" : "the next question"}, and can write to me at any time.`,
    nextPrompt: "Next question",
    digest: "Digest",
    digestRefused: (channel: string, leads: boolean) =>
      leads
        ? `I could not post the digest in ${channel || "the channel"}. Check that I am still there, or write digest here in another channel. Then press Post it.`
        : `I could not post the digest in ${channel || "the channel"}. I have told the team's leads, who can post it again.`,
    digestDoubtful: (channel: string) =>
      `I do not know if the digest reached ${channel || "the channel"}. I have asked the team's leads to look.`,
    waits: (size: number) => `This is a large team: ${number(size)} people. I am waiting for a lead's yes before I ask.`,
    archived: "This team is archived in Teams, so I am resting. I will go on by myself when it is restored.",
    noLead: "Nobody leads this team. A member can press I lead this team in the welcome post.",
    teams: (n: number) => count(n, { one: "team", other: "teams" }),
    allTeams: "All teams",
    myTeams: "Your teams",
    troubled: "Teams to look at",
    allWell: "All is well in every team.",
    rows: {
      idea: "an idea",
      person: "a person in the team",
      round: "a round",
      question: "a question to somebody",
      digest: "a posted digest",
      message: "a message",
      row: "something stored",
    },
    setAside: "What I could not do or read",
    asideWhy: {
      "other-version": "It was written by another version of Gnist.",
      damaged: "Some of what is stored is damaged.",
      unstorable: "The store does not take it.",
      "not-a-job": "Nobody can tell what it was.",
      fault: "It failed again and again, by a fault in Gnist.",
    } satisfies Record<AsideWhy, string>,
    setAsideWhat: "I have put this aside, so that nothing else has to wait for it. Whoever runs Gnist finds more about it in the log.",
    unknownJob: "something that cannot be read",
    counting: (teams: number) => `I am counting ${count(teams, { one: "team", other: "teams" })}. The answer will be here in a moment.`,
    countingLater: (teams: number) =>
      `I am counting ${count(teams, { one: "team", other: "teams" })}, and will answer here as soon as Teams takes messages again.`,
    next: "Next",
    neverAsked: "not asked yet",
    health: {
      well: "All well",
      "not-reached": (n: number) => `${count(n, { one: "person", other: "people" })} not reached`,
      "digest-refused": "Digest not posted",
      "digest-doubtful": "Digest may not have arrived",
      "waits-for-lead": "Waits for a lead's yes (large team)",
      archived: "Archived in Teams: resting",
      "no-lead": "Nobody leads it",
      "set-aside": "I have set something aside. Open it to see what.",
      unreadable: "I cannot read what is stored about it. Tell whoever runs Gnist.",
    },
    notReached,
    stops,
    parts: {
      title: "Gnist's own parts",
      work: "Gnist's parts work.",
      doctor: "IT finds more with npm run doctor.",
      daysOffEnd: {
        what: (places: readonly string[], year: number) =>
          `I know the days off of ${list(places)} only until the end of ${year}. After that I ask people on days off too.`,
        mend: "Install a newer version of Gnist before then.",
      },
      diskLow: {
        what: (free: number, needed: number) => `The disk has ${number(free)} MB left, and I need ${number(needed)} MB.`,
        mend: "Make room on the disk, or move the store to a larger one.",
      },
      storeDown: { what: "I cannot store anything right now.", mend: "Look at the disk, or at the storage account." },
      queueDown: {
        what: "The queue of my work does not answer, so questions and news may be late.",
        mend: "Look at the queues of the storage account.",
      },
      noUrl: {
        what: "I do not know my own address, so files come by OneDrive.",
        mend: "Set GNIST_URL to the address under which people reach me.",
      },
      clockOff: {
        what: (minutes: number) =>
          `The clock of my machine is off by ${count(minutes, { one: "minute", other: "minutes" })}. With more than five, I cannot sign in to Teams.`,
        mend: "Set the clock by a time server.",
      },
      alone: {
        none: "I am in no team yet. Add me to a team in Teams, then write status again.",
        "not-counted": "I could not count the teams just now. Write status again in a while.",
      },
      testMessage: "This is a test by your IT: Gnist can write to you in Teams. You need not do anything.",
    },
  },
  numbers: {
    title: "Numbers",
    allTitle: "Numbers of all teams",
    rounds: (n: number) => plural(n, { one: "the last round", other: `the last ${number(n)} rounds` }),
    until: (week: string) => `12 weeks, to the end of ${week}`,
    none: "There are no numbers yet. The first ones come once a digest has closed a round.",
    noneAcross: "There are no numbers yet. A week is counted when it is over.",
    how: "How it is counted",
    week: "Week",
    of: (n: number, of: number) => `${number(n)} of ${number(of)}`,
    days: (n: number) => `${decimal(n)} ${plural(n, { one: "day", other: "days" })}`,
    median: (days: string) => `${days} (median)`,
    labels: {
      answered: "Answered",
      ideas: "New ideas",
      kinds: "By kind",
      owned: "With an owner within 14 days",
      toAnswer: "To the first answer",
      toDecision: "To a decision",
      toResult: "To a result",
      adopted: "Adopted",
      solved: "Solved in the team",
      passedOn: "Passed on",
      stopped: "Stopped, with a lesson",
      minutes: "Minutes saved a week",
    },
    counted: {
      answered:
        "People who got the question, and those of them who sent a line or pressed Nothing this week. Fewer than five are never shown exactly.",
      ideas: "Ideas that a digest showed for the first time.",
      kinds: "The kind that its author chose. Kinds of the team’s own, and ideas without one, count as other.",
      owned:
        "Of the ideas that turned 14 days old, counted from the digest that showed them, or ended before that: those with an owner then. Left out are ideas that by then had been answered, passed on, held back or joined with another, and what works already.",
      toAnswer:
        "From the digest that showed it to the first step somebody took with it. A step of the author is left out only where they show their name: otherwise the number would tell who wrote the idea.",
      toDecision: "Until somebody took the idea, it was passed on, or it ended.",
      toResult: "Until the idea was adopted or stopped for the first time. A median has as many ideas below it as above.",
      adopted: "Ideas that were adopted. One that is reopened and adopted again counts again.",
      solved: "Of those adopted: the ones that were not with coordinators.",
      passedOn: "Ideas that a lead passed on to coordinators.",
      stopped: "Ideas that were stopped, or answered with the reason why nothing is done.",
      minutes:
        "What owners guess when they adopt: minutes a week for one person, times the people. Without a number of people it counts for one.",
    },
    asThen:
      "Each round is counted once, when its digest closes it. What is undone, changed or withdrawn later stays counted as it was then.",
    fiveUp:
      "A round stands under its team’s name where the team has at least five people. Rounds of smaller teams are counted together, and only in weeks in which they have five people or more together. A week is counted when it is over.",
    stepsTitle: "How far the teams have come",
    steps: { asked: "Has been asked", answered: "Has answered", idea: "First idea", result: "First result" },
    stepsHow: "Answered: five have answered in one round, or a digest has shown an idea. Result: an idea was adopted or stopped.",
    teamsOf: (n: number, of: number) => `${number(n)} of ${count(of, { one: "team", other: "teams" })}`,
    small: (teams: number, ideas: number, ended: number) =>
      `${count(teams, { one: "small team", other: "small teams together" })}: ${count(ideas, { one: "idea", other: "ideas" })}, ${number(ended)} with a result`,
    line: (ideas: number, adopted: number, stopped: number) =>
      `${count(ideas, { one: "idea", other: "ideas" })} · ${number(adopted)} adopted · ${number(stopped)} stopped`,
    saves: (minutes: number) => `${number(minutes)} minutes saved a week`,
    unnamed: (n: number) => `${count(n, { one: "team", other: "teams" })} on this page: no round yet with five people or more.`,
  },
};

export type OverviewWords = typeof overview;
