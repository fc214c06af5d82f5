import type { Language } from "../../domain/language.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { formatOf } from "../format.ts";

export const { weekday, day, time, date, nameOf, week, number, count, plural } = formatOf("en");

const refusals: Record<RefusalReason, (about?: string) => string> = {
  "not-in-team": () => "You are not in that team, so I cannot do this. Ask a member of the team.",
  "not-a-lead": () => "Only a team lead can do this. Ask your lead, or press I lead this team in the welcome post.",
  "not-an-admin": () => "Only admins can see all teams. They are named where Gnist is set up. For a team you lead, write status.",
  "not-the-owner": () => "You do not own this one, so I cannot do that for you.",
  "request-over": () => "Nobody waits for an answer about this one any more, so there is nothing to do.",
  "not-your-idea": () => "This idea is not yours to change. You can write a new one: just type it here.",
  "not-asked": () => "I had no question waiting for you. Write prompt to get the form.",
  "answered-already": () => "You have answered this week, so I do not ask you again.",
  "digest-sooner": () => "I could only come back after the digest, so I do not ask again. You can still send your line now.",
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
  "person-needed": () => "Choose a person too, or leave the date as it was.",
  "result-needed": () => "Write a line on what came of it. Then press Save again.",
  "bad-date": () => "I cannot read that date. Choose a day, or write it like 2026-12-24.",
  "past-date": () => "That day is too early. Choose a later one.",
  "far-date": () => "That day is more than two years away. Choose an earlier one.",
  "bad-pause": () =>
    "A pause is at least one day and at most two years, and I could not read yours: nothing has changed. Write pause 2 weeks, pause until Friday, or pause until 24 December. Pause alone lasts until you write resume.",
  "nothing-to-undo": () => "There is nothing to undo.",
  "undo-on-card": () =>
    "Your words are gone from Gnist: only the card that says Withdrawn has them. Press Undo on that card. To end a pause, write resume.",
  "bad-settings": () => "Something in the settings does not fit. Check the days and times, then press Save again.",
  "stale-form": () => "This form is too old. Write help and I will show you a fresh one.",
  "foreign-card": () => "I do not know this card: it is not one of mine. Write help to see what I can do.",
  "too-long": (about) => `This text is too long: ${about ?? "fewer"} characters at most. Nothing is saved. Shorten it, then send it again.`,
  "unknown-command": () =>
    "I did not understand that word. Write help to see what I can do. Something in your way? Write it in a few words.",
  "not-saved": () => "Perhaps not saved yet. Please try again in a moment.",
  "not-sent": () => "The new message may not have come. If you do not see it, press again.",
  "not-storable": () => "I cannot store this, and trying again will not help. Please use other words, or tell whoever runs Gnist.",
  unreadable: () => "I cannot read what is stored about this team. Please tell whoever runs Gnist.",
  "chat-only": () => "Please write this to me in our own chat.",
  "channel-only": () => "Please write this in the team’s channel, and mention me.",
  "nothing-to-post": () => "There is nothing new to post. Write prompt now to ask the team.",
  "no-digest": () => "There is no digest yet. The first one comes a few days after the first question.",
  "team-archived": (about) => `${about || "The team"} is archived in Teams, so I rest. I go on by myself when it is restored.`,
  "team-removed": () => "Gnist has been removed from that team. Add it again to carry on: nothing is lost.",
};

const at = (ms: number, zone: string) => `${day(ms, zone)} at ${time(ms, zone)}`;

const voices = (n: number) => count(n, { one: "voice", other: "voices" });

export const shared = {
  language: "en" as Language,
  format: { weekday, day, date, nameOf, at, time, number },
  week: (round: string) => `week ${week(round)}`,
  voices,
  from: (name: string) => `from ${name}`,
  andMore: (n: number) => `and ${number(n)} more`,
  dash: "–",
  refusals,
  buttons: {
    addAnother: "Add another",
    addDetails: "Add details",
    allIdeas: "All ideas",
    allTeams: "All teams",
    askEverybody: "Ask everybody",
    ask: "Ask",
    back: "Back",
    changeDate: "Change date",
    change: "Change",
    changeTimes: "Change times",
    choose: "Choose",
    done: "Done",
    edit: "Edit",
    giveBack: "Give it back",
    holdBack: "Hold back",
    isIdea: "It is an idea",
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
    noThanks: "No, thanks",
    nothing: "Nothing this week",
    notMe: "Not me",
    older: "Next",
    open: "Open",
    pause: "Pause",
    postIt: "Post it",
    postNow: "Post now",
    refresh: "Refresh",
    release: "Put back",
    resume: "Resume",
    save: "Save",
    seeWhatHappened: "See what happened",
    send: "Send",
    sendTest: "Send me a test",
    settings: "Settings",
    showDraft: "Show the draft",
    take: "I'll take it",
    takeOrAsk: "Take or ask",
    teamList: "List of teams",
    tomorrow: "Ask me tomorrow",
    undo: "Undo",
    weeks: (n: number) => count(n, { one: "week", other: "weeks" }),
    withdraw: "Withdraw",
    whoSees: "Who sees this",
    writeIdea: "Write an idea",
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

export type SharedWords = typeof shared;
