import type { CommandName, CommandPhrases } from "../domain/commands.ts";
import type { Cost, Kind, Stage } from "../domain/idea.ts";
import type { JobName } from "../domain/job.ts";
import type { Language } from "../domain/language.ts";
import type { NewsReader, RefusalReason } from "../domain/message.ts";
import type { PaceStop } from "../domain/pace.ts";
import type { NotReached } from "../domain/status.ts";
import { formatOf } from "./format.ts";

const { weekday, day, time, date, nameOf, week, number, count } = formatOf("en-GB");

const commands: CommandPhrases = {
  help: ["help", "hi", "hello", "hey", "?", "commands"],
  idea: ["idea", "new idea"],
  "my-ideas": ["my ideas"],
  "my-actions": ["my actions", "my tasks"],
  prompt: ["prompt", "ask me"],
  "prompt-now": ["prompt now", "ask now"],
  digest: ["digest"],
  "digest-now": ["digest now", "post now"],
  "digest-here": ["digest here", "post here"],
  pause: ["pause"],
  resume: ["resume", "continue"],
  language: ["language"],
  settings: ["settings"],
  status: ["status"],
  teams: ["teams", "all teams"],
  nothing: ["nothing", "nothing this week"],
  tomorrow: ["tomorrow", "ask me tomorrow"],
  withdraw: ["withdraw"],
  "me-too": ["me too"],
  take: ["take", "i'll take", "i’ll take", "i will take"],
  "not-me": ["not me"],
  assign: ["assign"],
  done: ["done"],
  next: ["next"],
  until: ["until", "till"],
  weeks: ["week", "weeks"],
  self: ["english", "engelska", "engelsk"],
};

const kinds: Record<Kind, string> = {
  tools: "Tools and IT",
  routines: "Routines and paperwork",
  information: "Information",
  together: "Working together",
  rules: "Rules and procurement",
  premises: "Premises and equipment",
  served: "Those we serve",
  other: "Other",
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
};

const refusals: Record<RefusalReason, (about?: string) => string> = {
  "not-in-team": () => "You are not in that team, so I cannot do this. Ask a member of the team.",
  "not-a-lead": () => "Only a team lead can do this. Ask your lead, or press I lead this team in the welcome post.",
  "not-an-admin": () => "Only admins can see all teams. They are named where Gnist is set up. For a team you lead, write status.",
  "not-the-owner": () => "Only the owner of this one or a team lead can do this.",
  "request-over": () => "Nobody waits for an answer about this one any more, so there is nothing to do.",
  "not-your-idea": () => "This idea is not yours to change. You can write a new one: just type it here.",
  "not-asked": () => "I had no question waiting for you. Write prompt to get the form.",
  "no-team": () => "I do not know your team yet. Ask someone to add Gnist to your team in Teams, then write to me again.",
  "no-such-idea": (about) => `I cannot find ${about ?? "that idea"}. Write my ideas or digest to see the numbers.`,
  "no-such-member": (about) =>
    about
      ? `I find nobody called ${about} in the team. Write the name as Teams shows it.`
      : "Who you chose is not in the team. Choose somebody who is.",
  "several-members": (about) => `More than one person fits${about ? `: ${about}` : ""}. Write the whole name.`,
  "already-owned": (about) => `${about || "A colleague"} already owns this one. Press Me too to back it.`,
  "already-asked": () =>
    "Somebody has been asked already, and has three working days to answer. You can take it yourself; only a team lead can ask somebody else now.",
  "needs-owner": () => "Nobody owns this one yet. Take it first, or ask somebody to.",
  "idea-closed": () => "This one is not open now, so nothing was changed. Is it still in your way? Write it to me as a new idea.",
  "reason-needed": () => "Please add a few words on why. Then press the button again.",
  "title-needed": () => "Write a title first. Then press the button again.",
  "result-needed": () => "Write a line on what came of it. Then press Save again.",
  "bad-date": () => "I cannot read that date. Choose a day, or write it like 2026-12-24.",
  "past-date": () => "That day is too early. Choose a later one.",
  "far-date": () => "That day is more than two years away. Choose an earlier one.",
  "bad-pause": () =>
    "A pause is at least one week and at most two years. Write pause 2 weeks, or just pause, and I wait until you write resume.",
  "bad-settings": () => "Something in the settings does not fit. Check the days and times, then press Save again.",
  "stale-form": () => "This form is too old. Write help and I will show you a fresh one.",
  "foreign-card": () => "I do not know this card: it is not one of mine. Write help to see what I can do.",
  "too-long": (about) => `This text is too long: ${about ?? "fewer"} characters at most. Nothing is saved. Shorten it, then send it again.`,
  "unknown-command": () => "I did not understand. Write help to see what I can do.",
  "not-saved": () => "Not saved yet. Please try again in a moment.",
  "not-storable": () => "I cannot store this, and trying again will not help. Please use other words, or tell whoever runs Gnist.",
  unreadable: () => "I cannot read what is stored about this team. Please tell whoever runs Gnist.",
  "chat-only": () => "Please write this to me in our own chat.",
  "channel-only": () => "Please write this in the team’s channel, and mention me.",
  "nothing-to-post": () => "There is nothing new to post. Write prompt now to ask the team.",
  "no-digest": () => "There is no digest yet. The first one comes a few days after the first question.",
  "team-archived": (about) => `${about || "The team"} is archived in Teams, so I rest. I go on by myself when it is restored.`,
  "team-removed": () => "Gnist has been removed from that team. Add it again to carry on: nothing is lost.",
};

const does: Partial<Record<CommandName, string>> = {
  idea: "write an idea at any time",
  "my-ideas": "what happened to your ideas",
  "my-actions": "what you have taken on",
  prompt: "get the question now",
  digest: "the latest digest",
  pause: "stop asking me for a while",
  language: "change my language",
};
const leadDoes: Partial<Record<CommandName, string>> = {
  "prompt-now": "ask the team now",
  digest: "the draft of the next digest",
  "digest-now": "post the digest now",
  "digest-here": "in a channel: post the digest here",
  settings: "days, times and people",
  status: "who got the question, and who did not",
};
const adminDoes: Partial<Record<CommandName, string>> = {
  status: "how it goes in all teams together",
  teams: "every team, and how it is",
};

/** Jobs of the clock. */
const due = {
  "start-round": "the question",
  "ask-again": "the question again, for who asked for it",
  "remind-round": "the reminder",
  "send-draft": "the draft to the leads",
  "post-digest": "the digest",
  "forget-typed": "forgetting which message became an idea",
  "end-request": "nobody has said yes yet: an idea needs an owner again",
  "remind-doubtful": "the reminder to someone who may not have got the question",
  "ask-left-out": "the question to those another team has not asked",
  "free-ideas": "ideas whose owner has left",
  "read-team": "reading who is in a team",
};
const jobs: Record<JobName, string> = {
  ...due,
  "welcome-team": "the welcome to a team",
  "catch-up": "what changed while a team rested",
  "find-lead": "looking for a new lead",
  "tell-claim": "asking who leads a team",
  "ask-members": "asking everybody",
  "send-test": "a lead’s test",
  "answered-elsewhere": "an answer for another team",
  "draft-to-lead": "the draft to a lead",
  "refresh-idea": "an idea in the posts",
  "refresh-digest": "a posted digest",
  "ask-owner": "asking someone to own an idea",
  "plan-with-owner": "the plan with an owner",
  "tell-author": "news of an idea",
  "tell-held": "news of what was held back",
  "take-words-back": "taking a withdrawn idea out of messages",
  "refresh-drafts": "a draft in a lead’s chat",
  "tell-leads": "news to the leads",
  "tell-lead": "news to a lead",
  "tell-status": "the status of all teams",
};

/** Why people were not reached, so many of them, and what to do about it where something can be done. */
const notReached: Record<NotReached, { readonly people: (n: number) => string; readonly what: string }> = {
  blocked: {
    people: (n) => `${count(n, "person has", "people have")} blocked me`,
    what: "Tell the team: whoever wants the question writes me a word. Then I can reach them.",
  },
  "not-installed": {
    people: (n) => `${count(n, "person does", "people do")} not have me in Teams`,
    what: "IT can install Gnist for everybody in the team. Then I can reach them.",
  },
  refused: {
    people: (n) => `Teams did not take the question to ${count(n, "person", "people")}`,
    what: "I try again next time. If it stays like this, tell whoever runs Gnist.",
  },
  late: {
    people: (n) => `The digest came before ${count(n, "person was", "people were")} asked`,
    what: "They get the next question.",
  },
  joined: { people: (n) => `${number(n)} joined or came back after it was sent`, what: "" },
  paused: { people: (n) => `${number(n)} paused`, what: "" },
  excepted: { people: (n) => `${number(n)} not asked, by the settings`, what: "" },
  elsewhere: { people: (n) => `${number(n)} asked in another team this week`, what: "" },
  left: { people: (n) => `${number(n)} left the team before it`, what: "" },
};

/** The meaning of a tenant's stop, what Gnist does, and what an admin has to do. */
const stops: Record<PaceStop, { readonly title: string; readonly what: (when: string) => string }> = {
  throttled: {
    title: "Teams asks me to slow down",
    what: (when) => `I go on by myself at about ${when}. Nobody has to do anything.`,
  },
  outage: {
    title: "Teams does not answer",
    what: (when) =>
      `I try again at about ${when}, and nobody is asked twice. If it lasts, an admin can look at Service health in the Microsoft 365 admin centre.`,
  },
  "not-registered": {
    title: "Microsoft does not know this bot",
    what: (when) =>
      `I can reach nobody. An admin has to check the bot in Azure: is it there, and does its app id fit? I try again at about ${when}.`,
  },
  disabled: {
    title: "Gnist is switched off in Teams",
    what: (when) => `I can reach nobody. An admin has to allow the app Gnist in the Teams admin centre. I try again at about ${when}.`,
  },
  "no-permission": {
    title: "Gnist lacks a permission in Teams",
    what: (when) =>
      `I can reach nobody. An admin has to approve the permissions of the app Gnist in the Teams admin centre. I try again at about ${when}.`,
  },
};

const at = (ms: number, zone: string) => `${day(ms, zone)} at ${time(ms, zone)}`;
const voices = (n: number) => count(n, "voice", "voices");
const age = (days: number) =>
  days < 1 ? "since today" : days < 14 ? `for ${count(days, "day", "days")}` : `for ${count(Math.round(days / 7), "week", "weeks")}`;

const ideaOf: Record<NewsReader, string> = {
  author: "Your idea",
  owner: "The idea you own",
  asked: "The idea you were asked to own",
  voice: "An idea you back",
};

/** English, and the type of all other languages. */
export const en = {
  language: "en" as Language,
  commands,
  kinds,
  costs,
  stages,
  refusals,
  format: { weekday, day, date, nameOf, at, time, number },
  week: (round: string) => `week ${week(round)}`,
  voices,
  age: (days: number) => `open ${age(days)}`,
  by: (due: string, otherYear?: boolean) => `by ${date(due, otherYear)}`,
  firstTest: (test: string) => `first test: ${test}`,
  needsOwner: "Needs an owner",
  somebodyAsked: "Somebody has been asked",
  from: (name: string) => `from ${name}`,
  andMore: (n: number) => `and ${number(n)} more`,
  dash: "–",

  buttons: {
    addAnother: "Add another",
    addMore: "Add more",
    allIdeas: "All ideas",
    allTeams: "All teams",
    askEverybody: "Ask everybody",
    assign: "Assign",
    back: "Back",
    changeTimes: "Change times",
    choose: "Choose",
    done: "Done",
    edit: "Edit",
    editTitle: "Edit title",
    holdBack: "Hold back",
    isThere: "It is there",
    leadNo: "No",
    leadThis: "I lead this team",
    leadYes: "Yes, they lead",
    meToo: "Me too",
    takeVoiceBack: "Take my voice back",
    more: "More settings",
    myActions: "My actions",
    myIdeas: "My ideas",
    newer: "Previous",
    newest: "Newest",
    nothing: "Nothing this week",
    notMe: "Not me",
    older: "Next",
    open: "Open",
    pause: "Pause",
    postIt: "Post it",
    postNow: "Post now",
    proposeOwner: "Propose owner",
    refresh: "Refresh",
    release: "Put back",
    resume: "Resume",
    save: "Save",
    send: "Send",
    sendTest: "Send me a test",
    settings: "Settings",
    take: "I'll take it",
    teamList: "List of teams",
    tomorrow: "Ask me tomorrow",
    undo: "Undo",
    weeks: (n: number) => count(n, "week", "weeks"),
    withdraw: "Withdraw",
    writeIdea: "Write an idea",
  },

  form: {
    question: "What got in your way this week?",
    anyTime: "What gets in your way?",
    another: "What else gets in your way?",
    edit: "Edit your idea",
    offer: "Shall I save this as an idea?",
    reminder: "A short reminder, the only one. One line is enough.",
    again: "You asked me to come back. One line is enough.",
    test: "A test, for you only. Your team gets this. If you send it, it is saved as a real idea.",
    first: (addedBy: string | undefined, team: string) =>
      `${addedBy ? `${addedBy} added me` : "I was added"} to ${team}. Once a week I ask what gets in your way at work. To stop me, press Pause or write pause.`,
    label: "A line or two is enough",
    placeholder: "I write the same number in three places …",
    empty: "Write a line, or press Nothing this week",
    emptyAnyTime: "Write a line first",
    proposal: "What would make it easier?",
    cost: "What it costs me",
    kind: "What it is about",
    skip: "Skip if you like",
    showName: "Show my name",
    team: "Team",
    chooseTeam: "Choose a team",
    moreTeams: "For another team, write idea in its channel.",
    seen: (when: string) => `Your team sees it on ${when}, without your name.`,
    rests: "Your team is archived in Teams, so I rest. Once it is restored, it sees your idea, without your name.",
    noNames: "No names of patients, clients or colleagues.",
    problems: {
      empty: "Write a line first, then press Send again.",
      "too-long": "This is too long for me: 2,000 characters at most. Shorten it, then press Send again.",
      "not-saved": "Not saved yet, press Send again",
      "not-storable": "Not saved: I cannot store this text. Please change it",
    },
    onlyBeginning: "Only its beginning fits here.",
  },

  receipt: {
    saved: "Saved. Thank you!",
    changed: "Changed. Thank you!",
    proposal: "What would make it easier",
    next: (when: string, named: boolean) =>
      `Your team sees it on ${when}, ${named ? "with" : "without"} your name. I tell you when something happens.`,
    rests: (named: boolean) =>
      `Your team is archived in Teams, so I rest. Once it is restored, it sees your idea, ${named ? "with" : "without"} your name. I tell you when something happens.`,
    shown: (number: number | undefined, isFixed?: boolean) =>
      `${number === undefined ? "It" : `It is #${number}. It`} is in the digest, ${isFixed ? "but I cannot change that post" : "and a change shows there too"}. I tell you when something happens.`,
    stands: (stage: string) => `Stands at: ${stage}`,
    second: "Your second text is not saved yet. Press Add another to send it too:",
    withdrawn: "Withdrawn. It is gone from Gnist and from the team’s post. Copies people made, and Teams’ own records, stay.",
    withdrawnBut: {
      "leads-asked":
        "Withdrawn. It is gone from Gnist. I cannot change the team’s post that shows it, so I have asked the team leads to delete that post. Copies people made, and Teams’ own records, stay.",
      stays:
        "Withdrawn. It is gone from Gnist. I cannot change the team’s post that shows it: it stays until somebody deletes it. Copies people made, and Teams’ own records, stay.",
      "on-its-way":
        "Withdrawn. It is gone from Gnist. The team’s post is on its way: I take it out of that post too, and where I cannot, I ask the team leads to delete the post. Copies people made, and Teams’ own records, stay.",
      rests:
        "Withdrawn. It is gone from Gnist. The team’s post shows it until the team is restored in Teams. Copies people made, and Teams’ own records, stay.",
    },
  },

  noted: {
    nothing: "Good to hear. Noted: nothing this week.",
    later: (when: string) => `I will ask you again ${when}.`,
    pausedUntil: (when: string) => `I will not ask you until ${when}.`,
    paused: "I will not ask you until you press Resume.",
    howLong: "For how long? You can write to me any time.",
    resumed: "Good to have you back. I ask you again from now on.",
    nextPrompt: (when: string) => `Next question ${when}.`,
    anyTime: "You can write to me any time.",
  },

  welcome: {
    title: "Hello, I am Gnist",
    added: (addedBy: string | undefined, team: string) => `${addedBy ?? "Somebody"} added me to ${team}.`,
    what: "Once a week I ask each of you, in your own chat, what got in your way. One line is enough.",
    after: "Here you then see what came up, and we choose together what to try.",
    secret: "Gnist never shows who wrote what, unless you choose to show your name. Your employer’s IT can search Teams chats.",
    firstPrompt: "First question",
    firstDigest: "First digest",
    zone: "Time zone",
    leads: "Team lead",
    noLead: "Nobody yet",
    large: "This is a large team, so I wait until a lead says go.",
    personWhat: (team: string | undefined) =>
      `Once a week I ask what got in your way${team ? ` in ${team}` : ""}. One line is enough. Your team sees it, without your name.`,
    personAnyTime: "Something in your way right now? Just write it here.",
    noTeam: "I am not in a team of yours yet. Add me to a team in Teams and we can start.",
    help: "Write help to see what I can do.",
    local: "Running on this machine. Write next to jump to the next thing that is due.",
  },

  lead: {
    claim: (name: string, team: string) => `${name} says they lead ${team}. Is that right?`,
    claimOpenly:
      "This team has no lead now. When two of you have pressed the button, they do; in a team of two, the other one's press is enough.",
    wanted: (team: string) => `Nobody leads ${team} any more. Is it you? Press the button, and colleagues confirm it.`,
    wantedOwner: (team: string) =>
      `The last lead of ${team} has left. You own an idea there, so I ask you first: do you lead the team now? Others confirm it.`,
    half: (name: string, team: string, more: number) =>
      `Thank you. ${count(more, "more person has", "more people have")} to confirm that ${name} leads ${team}.`,
    claimTitle: "Who leads the team?",
    what: "A lead sees the draft before the digest goes out, and can change days and times. Gnist never shows who wrote what.",
    asked: (team: string) => `Thank you. I have asked for a yes from someone who can confirm that you lead ${team}.`,
    now: (name: string, team: string) => `${name} now leads ${team}.`,
    already: (name: string, team: string) => `${name} already leads ${team}.`,
    not: (name: string, team: string) => `Noted: ${name} does not lead ${team}.`,
    largeTitle: (size: number) => `Shall I ask all ${number(size)}?`,
    large: (team: string, when: string) =>
      `${team} is a large team, so I wait for your yes. If you press Ask everybody, the first question goes out ${when}.`,
    largeAgreed: (team: string, when: string) => `Everybody in ${team} gets the question ${when}.`,
  },

  draft: {
    title: "Draft of the digest",
    posts: (when: string) => `Goes out by itself ${when}.`,
    waits: "It waits for you: press Post now when you are ready.",
    only: "Only team leads see this draft.",
    held: "Held back",
    posted: (when: string) => `Posted ${when}.`,
    holdTitle: "Hold back an idea",
    holdWhat: "It stays out of the digest. The author hears why.",
    holdReason: "Why (the author sees this)",
    proposeTitle: "Propose an owner",
    proposeWhat: "I ask them. Nothing is shown until they say yes.",
    titleTitle: "Edit a title",
    titleWhat: "Shorter or clearer. The author’s own words are kept.",
    newTitle: "New title",
    idea: "Which idea?",
    chooseIdea: "Choose an idea",
    posting: (channel: string | undefined) => `The digest is on its way to ${channel || "the channel"}.`,
  },

  digest: {
    title: "What got in our way, and what we do about it",
    answered: "answered",
    newIdeas: (n: number): string => (n === 1 ? "new idea" : "new ideas"),
    finishedCount: "finished",
    voiceWord: (n: number): string => (n === 1 ? "voice" : "voices"),
    top: "Most voices",
    alsoNew: "Also new",
    open: "Under way",
    finished: "Finished",
    stopped: "Stopped, and what we learned",
    next: (when: string) => `Next question ${when}. You can write to me any time.`,
    anyTime: "You can write to me any time.",
    summary: (team: string, week: string) => `${team}: the digest of ${week}`,
    all: "All ideas",
    page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
    none: "No open ideas just now.",
    sayIt: "You can also write, for example: me too #42, or take #42.",
    here: (team: string) => `From now on I post the digest of ${team} here.`,
    nextDigest: (when: string) => `The next one comes ${when}.`,
    nothing: (team: string) => `Nothing new from ${team} this time, so there is no digest.`,
    doubtfulTitle: "Did the digest arrive?",
    doubtful: (channel: string) => `I do not know if the digest reached ${channel || "the channel"}. Please look there.`,
    settled: {
      there: (already: boolean): string =>
        already
          ? "Somebody has already said that the digest is there. I leave it as it is."
          : "Good, the digest is there. I leave it as it is.",
      posting: "The digest is already being posted again. It comes once.",
      posted: (channel: string) => `The digest is in ${channel || "the channel"} already. Nothing was posted twice.`,
    },
    staysTitle: "Please delete a post",
    stays: (number: number | undefined, week: string, channel: string) =>
      `${number === undefined ? "An idea" : `#${number}`} has been withdrawn. I cannot change the digest of ${week} that shows it. Please delete that post in ${channel || "the channel"}: until then its text stays there.`,
    trouble: (team: string, channel: string) =>
      `I could not post the digest of ${team}. Check that I am still in ${channel || "the channel"}, then write digest now, or digest here in another channel.`,
  },

  own: {
    assignTitle: "Who could take this?",
    assignWhat: "I ask them in their own chat. No name is shown until they say yes.",
    who: "Who",
    chooseWho: "Choose a colleague",
    searchWho: "The list has no room for everybody. Write a name in it to find the others.",
    due: "Ready by",
    badDate: "Choose a day",
    test: "The smallest test worth running",
    testHint: "Try it in one room for one week",
    asked: (name: string) => `I have asked ${name}. If they say yes, the digest shows it.`,
    notReached: (name: string) =>
      `I cannot reach ${name} in chat. Please tell them yourself: they can press I'll take it in the team’s post.`,
    request: "Would you take this one?",
    askedBy: (name: string) => `${name} thought of you.`,
    free: "You are free to say no.",
    why: "Why not? The team lead sees this",
    whyHint: "No time before the holidays",
    plan: "This one is yours",
    planWhat: "When do you want to be ready, and what is the smallest thing to try first?",
    owned: "Good. This one is yours.",
    ownedWhat: "Small steps count. Press Done when you know what came of it.",
    declined: "Thank you for answering. Only team leads see your answer.",
    gaveBack: "You have given it back. The team sees that it needs an owner again; only team leads see why.",
    finishTitle: "What came of it?",
    finishWhat: "A line is enough. If it did not work, that is worth knowing too.",
    result: "What came of it",
    resultHint: "Badges are printed on Fridays. Saves us half an hour a week.",
    finished: "Done. Well worked!",
    finishedWhat: "The team sees it in the next digest. The people behind the idea hear it now.",
    reopened: "Undone. It is open again.",
    left: "This one has no owner any more",
    leftWhat: "Its owner is not in the team now. You can ask somebody else.",
    refused: (name: string) => `${name} cannot take this one`,
    refusedWhat: "Only team leads see this. You can ask somebody else.",
    reason: (reason: string) => `The reason: ${reason}`,
  },

  news: {
    owned: (reader: NewsReader) => `Somebody has taken ${reader === "author" ? "your idea" : "an idea you back"}`,
    declined: (reader: NewsReader) => `${ideaOf[reader]} needs an owner again`,
    done: (reader: NewsReader) => `${ideaOf[reader]} is done`,
    reopened: (reader: NewsReader) => `${ideaOf[reader]} is open again`,
    held: (reader: NewsReader) => `${ideaOf[reader]} is held back for now`,
    "put-back": (reader: NewsReader) => `${ideaOf[reader]} is not held back any more`,
    restored: (reader: NewsReader) => `${ideaOf[reader]} is there again`,
    withdrawn: (reader: NewsReader | undefined) => `${reader ? ideaOf[reader] : "This idea"} has been withdrawn`,
    summary: "News about an idea",
    heldWhat: "It is not in the digest. It is kept, and your lead can put it back.",
    declinedWhat: "The colleague who had taken it cannot go on. It stays open.",
    reopenedWhat: "It was done, and that has been taken back.",
    putBackWhat: "The team can see it now.",
    restoredWhat: "Its author had withdrawn it, and has taken that back.",
    withdrawnWhat: "Its author has taken it back. You have nothing more to do with it.",
  },

  lookUp: {
    whichTeam: "Which team do you mean?",
    moreTeams: "For another team, write this in its channel.",
    myIdeas: "My ideas",
    noIdeas: "You have no ideas here yet. Something in your way? Just write it.",
    myActions: "My actions",
    noActions: "You have taken nothing on. Press I'll take it in the digest when something appeals to you.",
    moreIdeas: (n: number) => `${number(n)} older ones are not shown.`,
    help: "What I can do",
    helpWhat: "Something in your way? Just write it here, one line is enough.",
    does,
    leadDoes,
    adminDoes,
    forLeads: "For team leads",
    forAdmins: "For admins",
    aboutOne: "About one idea, by its number:",
    aboutOneSay: ["me too #42", "take #42", "assign #42 Sara", "done #42", "#42"],
    local: "Running on this machine: next jumps to the next thing that is due.",
    story: "The story so far",
  },

  settings: {
    title: "Settings",
    nextPrompt: "Next question",
    nextDigest: "Next digest",
    none: "not planned",
    saved: "Saved.",
    testSent: "I sent you the question in our own chat.",
    problems: {
      "bad-settings": "Something does not fit. Check the days and times, then press Save again.",
      "no-lead": "The team needs at least one lead. Choose one, then press Save again.",
      "no-such-member": "Somebody you chose is not in the team, so I took them out. Look once more, then press Save again.",
      "too-many": "I can keep 1,000 people in a list at most. Take some out, then press Save again.",
    },
    promptDay: "Question: day",
    promptTime: "Question: time",
    every: "How often",
    everyWeeks: { 1: "Every week", 2: "Every other week", 4: "Every four weeks" },
    digestDay: "Digest: day",
    digestTime: "Digest: time",
    reminderDay: "Reminder: day",
    reminderTime: "Reminder: time",
    noReminder: "No reminder",
    draft: "Draft to the leads",
    draftHours: (hours: number) => (hours === 0 ? "No draft" : `${count(hours, "hour", "hours")} before the digest`),
    daysToDue: "Days to get something done, unless someone chooses a date",
    badDays: "Choose 1 to 365 days",
    language: "Language of the channel",
    zone: "Time zone",
    channel: "Channel of the digest",
    presentChannel: "The channel used now",
    moreChannels: "For another channel, write digest here in it.",
    peoplePage: (page: number, pages: number) => `People: page ${number(page)} of ${number(pages)}. Press Save before you turn the page.`,
    leads: "Team leads",
    notAsked: "People not asked",
    required: "Choose one",
  },

  due,
  jobs,

  status: {
    title: "How it goes",
    summary: (team: string) => `How it goes: ${team}`,
    notYet: "I have not asked this team yet.",
    noneYet: "I have not asked any team yet.",
    asked: (answered: number, asked: number) => `${number(answered)} of ${number(asked)} answered`,
    answered: "answered",
    waiting: "no answer yet",
    notReachedCount: "not reached",
    sending: (done: number, of: number) => `Being asked now: ${number(done)} of ${number(of)}`,
    sendingTeams: (teams: number, done: number, of: number) =>
      `${count(teams, "team is", "teams are")} being asked now: ${number(done)} of ${count(of, "person", "people")}`,
    stoppedTeams: (teams: number, done: number, of: number) =>
      `Stopped in ${count(teams, "team", "teams")}: ${number(done)} of ${count(of, "person", "people")} asked`,
    stoppedAt: (done: number, of: number) => `Stopped at ${number(done)} of ${number(of)}`,
    ends: (when: string) => `Done at about ${when}.`,
    everybody: "The question reached everybody.",
    notAsked: "Not asked this time",
    doubtful: (n: number) => `I do not know if it reached ${count(n, "person", "people")}`,
    doubtfulWhat: (reminded: boolean) =>
      `I do not ask twice. They get ${reminded ? "the reminder" : "the next question"}, and can write to me at any time.`,
    nextPrompt: "Next question",
    digest: "Digest",
    digestRefused: (channel: string, leads: boolean) =>
      leads
        ? `I could not post the digest in ${channel || "the channel"}. Check that I am still there, or write digest here in another channel. Then press Post it.`
        : `I could not post the digest in ${channel || "the channel"}. I have told the team’s leads, who can post it again.`,
    digestDoubtful: (channel: string) =>
      `I do not know if the digest reached ${channel || "the channel"}. I have asked the team’s leads to look.`,
    waits: (size: number) => `This is a large team: ${number(size)} people. I wait for a lead’s yes before I ask.`,
    archived: "This team is archived in Teams, so I rest. I go on by myself when it is restored.",
    noLead: "Nobody leads this team. Press I lead this team in the welcome post.",
    teams: (n: number) => count(n, "team", "teams"),
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
    setAsideWhat: "I have put this aside, so that nothing else waits for it. Whoever runs Gnist finds more about it in the log.",
    unknownJob: "something that cannot be read",
    counting: (teams: number) => `I am counting ${number(teams)} teams. The answer comes here in a moment.`,
    countingLater: (teams: number) => `I count ${number(teams)} teams, and answer here as soon as Teams takes messages again.`,
    next: "Next",
    neverAsked: "not asked yet",
    health: {
      well: "All well",
      "not-reached": (n: number) => `${count(n, "person", "people")} not reached`,
      "digest-refused": "Digest not posted",
      "digest-doubtful": "Digest may not have arrived",
      "waits-for-lead": "Waits for a lead’s yes (large team)",
      archived: "Archived in Teams: rests",
      "no-lead": "Nobody leads it",
      "set-aside": "I have set something aside. Open it to see what.",
      unreadable: "I cannot read what is stored about it. Tell whoever runs Gnist.",
    },
    notReached,
    stops,
  },

  said: {
    askingNow: (team: string, when: string, again: boolean) =>
      `${again ? "I am asking those in" : "I am asking"} ${team}${again ? " who have not been asked yet" : " now"}. The digest comes ${when}.`,
    voiceAdded: (n: number) => `Your voice is counted. ${voices(n)} now.`,
    voiceAlready: (n: number) => `Your voice is already counted. ${voices(n)} so far.`,
    voiceBack: (n: number) => `Your voice is taken back. ${voices(n)} now.`,
    languageSet: "I speak English with you from now on.",
    whichLanguage: "Which language? Write language english, language svenska or language norsk.",
    clockMoved: (when: string, what: string | undefined) => `It is now ${when}.${what ? ` Due: ${what}.` : " Nothing more is due."}`,
  },
};
