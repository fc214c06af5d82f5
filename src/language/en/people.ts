import type { CommandName } from "../../domain/commands.ts";
import type { DataGroup, PersonFacts } from "../../domain/message/people.ts";
import { count, list } from "./shared.ts";

const does: Partial<Record<CommandName, string>> = {
  idea: "write an idea at any time",
  "idea-for-colleague": "keep what a colleague says, without an author",
  "my-ideas": "what has happened to your ideas",
  "my-actions": "what you have taken on",
  prompt: "get the question now",
  digest: "the latest digest",
  numbers: "what the last rounds came to, in numbers",
  pause: "no questions, for as long as you like",
  resume: "ask me again",
  "who-sees-this": "who reads what you write",
  language: "change my language",
  "my-data": "everything Gnist keeps about me",
  "delete-my-data": "delete what Gnist keeps about me",
};

const leadDoes: Partial<Record<CommandName, string>> = {
  "prompt-now": "ask the team now",
  draft: "the draft of the next digest",
  "digest-now": "post the digest now",
  "digest-here": "in a channel: post the digest here",
  review: "the review of the month, to post, with an agenda",
  "coordinators-here": "in a channel: take ideas from other teams here",
  substitute: "with a name and a day, as in substitute Omar until Friday: who leads for you",
  settings: "days, times and people",
  status: "how many have answered, and whom I did not reach",
};

const adminDoes: Partial<Record<CommandName, string>> = {
  status: "how it is going in all teams together",
  teams: "all teams, one by one",
  defaults: "settings that new teams start with, and the same change in many teams",
};

export const people = {
  unclear: {
    oneMeant: (phrase: string) => `Did you mean ${phrase}?`,
    severalMeant: "Did you mean one of these?",
    questionOrIdea: "Is this a question for me, or an idea for your team?",
    noAnswer: "I can only answer a few things. It is not saved as an idea.",
    thanked: "Thank you too! I am here when something gets in your way.",
  },
  personal: {
    notSent: "Nothing is sent yet",
    details: {
      "swedish-number": "a Swedish personal number",
      "norwegian-number": "a Norwegian personal number",
      "danish-number": "a Danish personal number (CPR)",
      "finnish-number": "a Finnish personal number",
      phone: "a phone number",
      email: "an e-mail address",
    },
    found: (details: readonly string[]) => `This seems to hold ${list(details)}.`,
    why: "If it belongs to somebody, it is better left out. If it does not, just send it.",
    open: "Change it in the box. Then press Send.",
    text: "Your words",
  },
  whoSees: {
    title: "Who sees this",
    promise: "Gnist never shows who wrote what, unless you choose to show your name. Your employer's IT can search Teams chats.",
    names: {
      team: "Your team",
      leads: "Team leads",
      moment: "When you send it,",
      admins: "Admins",
      record: "What the team posts",
      kept: "Gnist knows",
      trace: "Without a trace:",
      owner: "If you take an idea,",
      channel: "In a channel",
      back: "To take a line back,",
      whistle: "For wrongdoing,",
    },
    team: (when: string | undefined) =>
      `sees your line in its next digest${when === undefined ? "" : `, on ${when}`}: without your name, unless you tick Show my name. A lead can hold it back; then you will hear why.`,
    rests:
      "is archived in Teams, so I am resting. Once it is restored, your team sees your line: without your name, unless you tick Show my name.",
    always: {
      leads:
        "see it together with your team. They see how many have answered, not who. They can ask one question about it, which you find with See what happened on its receipt.",
      back: "press Withdraw on its receipt, which is the only way back to it. It is then gone from Gnist, and from the team's post where I can change that post. Copies people made, and Teams' own records, stay.",
    },
    rows: {
      leads:
        "can see it earlier, in the draft, likewise without your name. They see how many have answered, not who. They can ask you one question through me, without seeing who you are.",
      moment: "leads can read it in the draft at once. One who knows when you sent it can tell that it is yours.",
      admins: "see numbers and settings, no answers.",
      record: "may be requested as a public record.",
      kept: "who wrote a line, so that its author gets news and can change it. Those who run Gnist can reach what it keeps.",
      trace: (people: number) =>
        `until your team is shown the text, those who run Gnist could find out who wrote it; a backup made before then can hold it longer. It waits until ${count(people, { one: "person has", other: "people have" })} written this way. After that nothing in Gnist leads to its author.`,
      owner: "your name stands on it as its owner.",
      channel: "everybody sees what you write to me there, with your name. Write to me in our own chat instead.",
      back: "press Withdraw on its receipt, or write withdraw. It is then gone from Gnist, and from the team's post where I can change that post. Copies people made, and Teams' own records, stay.",
      whistle: "your employer has a channel of its own for what is serious or unlawful: press the button below. Gnist is no part of it.",
    },
  },
  help: {
    title: "What I can do",
    what: "Something in your way? Just write it here, one line is enough.",
    does,
    leadDoes,
    adminDoes,
    forLeads: "For team leads",
    forAdmins: "For admins",
    aboutOne: "About one idea, by its number:",
    aboutOneSay: ["me too #42", "take #42", "ask #42 Sara", "not me #42", "test done #42", "done #42", "stop #42", "#42"],
    local: "Running on this machine: next jumps to the next thing that is due.",
  },
  whichTeam: {
    title: "Which team do you mean?",
    more: "For another team, write this in its channel.",
  },
  stopWhich: {
    title: (n: number) => `Do you mean a pause, or idea #${n}?`,
    what: "Nothing has changed yet.",
  },
  pause: {
    until: (when: string) => `Gnist is paused. I will not ask you until ${when}.`,
    open: "Gnist is paused. I will not ask you until you write resume.",
    howLong: "For how long? News of your ideas still comes, and you can write to me any time.",
    stillNews: "News of your ideas still comes, and you can write to me any time.",
    resumed: "Good to have you back. From now on I will ask you again.",
  },
  myData: {
    soon: "I am gathering what I keep about you. It comes here, in this chat.",
    title: "What Gnist keeps about you",
    what: "This is everything that leads to you. To have it deleted, write delete my data.",
    end: "That is all.",
    untilResume: "you write resume",
    facts: {
      name: "Name",
      teamsId: "Your id in Teams",
      chatId: "Our chat in Teams",
      serviceUrl: "Teams' address for our chat",
      language: "Language you chose",
      seenLanguage: "Language of your Teams",
      inSeveralTeams: "In several teams with Gnist",
      pausedUntil: "Paused until",
      unreachable: "I cannot reach you",
      offeredLess: "Asked whether you want fewer questions, in week",
      askedSince: "Asked first in week",
      saidLeftAt: "Left, as Teams said",
      leftAt: "Left the team",
      newsOff: "No news of ideas",
      askDay: "Day of your question",
      askTime: "Time of your question",
      workingDays: "Your working days",
      askEvery: "How often",
    } satisfies Record<keyof PersonFacts, string>,
    groups: {
      you: "You",
      roles: "Roles and settings that name you",
      ideas: "Your ideas",
      owned: "What you own or have owned",
      steps: "Steps you took, with the reasons you gave",
      requests: "Requests to own an idea, to you or from you",
      questions: "Questions and answers between leads and authors",
      voices: "Your voices",
      thanks: "Your thanks",
      answered: "Questions you answered",
      asked: "Questions you did not answer",
      changes: "Settings you changed",
      sent: "Notes of messages to you",
      posts: "Copies of posts that name you",
      planned: "Work that is planned and names you",
      notes: "Notes that keep you from getting anything twice",
    } satisfies Record<DataGroup, string>,
  },
  deleteData: {
    title: "Delete what I keep about you?",
    what: "Your name, your chat with me, your answers and your choices go, and so do ideas that your team has not seen, and reasons you gave. Your voices still count, without a name. What you own goes back to the team.",
    ideas: "What about ideas that your team has seen?",
    forGood: "This cannot be undone.",
    deleting: "I am deleting what I keep about you",
    becomes: { deleted: "Your ideas go too.", kept: "Ideas that your team has seen stay, without your name." },
    soon: "It takes some minutes, and longer where there are many teams. I send you nothing more, except one message when it is done.",
    untold: "It takes some minutes, and longer where there are many teams. I send you nothing more.",
    deleted: "What I kept about you is deleted",
    became: { deleted: "Your ideas are gone too.", kept: "Ideas that your team had seen are still there, without your name." },
    left: "This chat stays in Teams, and so do copies that people made. Those who run Gnist may have backups from before.",
    again: "I keep one code that tells nobody who you are, so that I do not ask you again. To take part again, write resume.",
  },
  languageSet: "From now on I will write to you in English.",
  whichLanguage:
    "Which language? Write language english, language svenska, language bokmål, language nynorsk, language dansk or language suomi.",
};

export type PeopleWords = typeof people;
