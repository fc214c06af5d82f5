import type { JobName } from "../../domain/job.ts";
import type { Language } from "../../domain/language.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { formatOf } from "../format.ts";

export const { weekday, day, time, date, nameOf, week, number, count, plural } = formatOf("en");

const refusals: Record<RefusalReason, (about?: string) => string> = {
  "not-in-team": () => "You are not in that team, so I cannot do this. Ask a member of the team.",
  "not-a-lead": () => "Only a team lead can do this. Ask your lead, or press I lead this team in the welcome post.",
  "not-an-admin": () => "Only admins can see all teams. They are named where Gnist is set up. For a team you lead, write status.",
  "not-the-owner": () => "You do not own this one, so I cannot do that for you.",
  "request-over": () => "Nobody is waiting for an answer about this one any more, so there is nothing to do.",
  "not-your-idea": () => "This idea is not yours to change. You can write a new one: just type it here.",
  "not-asked": () => "I had no question waiting for you. Write prompt to get the form.",
  "answered-already": () => "You have answered this week, so I do not ask you again.",
  "digest-sooner": () => "I could only come back after the digest, so I do not ask again. You can still send your line now.",
  "no-team": () => "I do not know your team yet. Ask someone to add Gnist to your team in Teams, then write to me again.",
  "no-such-idea": (about) => `I cannot find ${about ?? "that idea"}. Write my ideas or digest to see the numbers.`,
  "no-such-member": (about) =>
    about
      ? `I cannot find anybody called ${about} in the team. Write the name as Teams shows it.`
      : "The person you chose is not in the team. Choose somebody who is.",
  "several-members": (about) => `More than one person fits${about ? `: ${about}` : ""}. Write the whole name.`,
  "already-owned": (about) => `${about || "A colleague"} already owns this one. Press Me too to back it.`,
  "already-asked": () =>
    "Somebody has been asked already, and has three working days to answer. You can take it yourself; only a team lead can ask somebody else now.",
  "needs-owner": () => "Nobody owns this one yet. Take it first, or ask somebody to.",
  "idea-closed": () => "This one is not open now, so nothing was changed. Is it still in your way? Write it to me as a new idea.",
  "reason-needed": () => "Please add a few words about why. Then press the button again.",
  "title-needed": () => "Write a title first. Then press the button again.",
  "person-needed": () => "Choose a person too, or leave the date as it was.",
  "result-needed": () => "Write a line about what came of it. Then press Save again.",
  "bad-date": () => "I cannot read that date. Choose a day, or write it like 2026-12-24.",
  "past-date": () => "That day is too early. Choose a later one.",
  "far-date": () => "That day is more than two years away. Choose an earlier one.",
  "bad-pause": () =>
    "A pause is at least one day and at most two years, and I could not read yours: nothing has changed. Write pause 2 weeks, pause until week 50, or pause until 24 December. Pause alone lasts until you write resume.",
  "stop-which": (about) =>
    `Do you mean a pause, or idea #${about}? Nothing has changed. For a pause write stop alone, or pause 2 weeks. To see the idea write #${about}.`,
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
  "channel-only": () => "Please write this in the team's channel, and mention me.",
  "nothing-to-post": () => "There is nothing new to post. Write prompt now to ask the team.",
  "no-digest": () => "There is no digest yet. The first one comes after the first question.",
  "team-archived": (about) => `${about || "The team"} is archived in Teams, so I rest. I go on by myself when it is restored.`,
  "team-removed": () => "Gnist has been removed from that team. Add it again to carry on: nothing is lost.",
};

const at = (ms: number, zone: string) => `${day(ms, zone)} at ${time(ms, zone)}`;

export const voices = (n: number) => count(n, { one: "voice", other: "voices" });

/** Names of due rows, as `next` in the demo tells them. */
const due = {
  "start-round": "the question",
  "ask-again": "the question again, for who asked for it",
  "remind-round": "the reminder",
  "send-draft": "the draft to the leads",
  "post-digest": "the digest",
  "forget-typed": "forgetting which message became an idea",
  "end-request": "the end of a request that nobody has said yes to: an idea needs an owner again",
  "remind-doubtful": "the reminder to someone who may not have got the question",
  "ask-left-out": "the question to those another team has not asked",
  "free-ideas": "ideas whose owner has left the team",
  "read-team": "reading who is in a team",
};

const jobs: Record<JobName, string> = {
  ...due,
  "welcome-team": "the welcome to a team",
  "catch-up": "what changed while a team rested",
  "find-lead": "looking for a new lead",
  "tell-claim": "asking who leads a team",
  "ask-members": "asking everybody",
  "send-test": "a lead's test",
  "answered-elsewhere": "an answer for another team",
  "draft-to-lead": "the draft to a lead",
  "renew-posts": "an idea in the posts",
  "renew-post": "a posted digest",
  "ask-owner": "asking someone to own an idea",
  "plan-with-owner": "the plan with an owner",
  "tell-author": "news of an idea",
  "tell-held": "news of what was held back",
  "take-words-back": "taking a withdrawn idea out of messages",
  "renew-drafts": "a draft in a lead's chat",
  "tell-leads": "news to the leads",
  "tell-lead": "news to a lead",
  "tell-status": "the status of all teams",
};

export const shared = {
  language: "en" as Language,
  format: { weekday, day, date, nameOf, at, time, number },
  week: (round: string) => `week ${week(round)}`,
  voices,
  from: (name: string) => `from ${name}`,
  andMore: (n: number) => `and ${number(n)} more`,
  dash: "–",
  colleague: "a colleague",
  theTeam: "this team",
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
    whatHappened: "See what happened",
    withdraw: "Withdraw",
    whoSees: "Who sees this",
    writeIdea: "Write an idea",
  },
  due,
  jobs,
};

export type SharedWords = typeof shared;
