import { count, number } from "./shared.ts";

export const people = {
  lead: {
    claim: (name: string, team: string) => `${name} says they lead ${team}. Is that right?`,
    claimOpenly:
      "This team has no lead now. When two of you have pressed the button, they do; in a team of two, the other one's press is enough.",
    wanted: (team: string) => `Nobody leads ${team} any more. Is it you? Press the button, and colleagues confirm it.`,
    wantedOwner: (team: string) =>
      `The last lead of ${team} has left. You own an idea there, so I ask you first: do you lead the team now? Others confirm it.`,
    half: (name: string, team: string, more: number) =>
      `Thank you. ${count(more, { one: "more person has", other: "more people have" })} to confirm that ${name} leads ${team}.`,
    claimTitle: "Who leads the team?",
    what: "A lead sees the draft before the digest goes out, and can change days and times. Gnist never shows who wrote what.",
    asked: (team: string) => `Thank you. I have asked for a yes from someone who can confirm that you lead ${team}.`,
    youNow: (team: string) => `You now lead ${team}.`,
    youAlready: (team: string) => `You already lead ${team}.`,
    now: (name: string, team: string) => `${name} now leads ${team}.`,
    already: (name: string, team: string) => `${name} already leads ${team}.`,
    not: (name: string, team: string) => `Noted: ${name} does not lead ${team}.`,
    largeTitle: (size: number) => `Shall I ask all ${number(size)}?`,
    large: (team: string, when: string) =>
      `${team} is a large team, so I wait for your yes. If you press Ask everybody, the first question goes out ${when}.`,
    largeAgreed: (team: string, when: string) => `Everybody in ${team} gets the question ${when}.`,
  },
  unclear: {
    oneMeant: (phrase: string) => `Did you mean ${phrase}?`,
    severalMeant: "Did you mean one of these?",
    questionOrIdea: "Is this a question to me, or an idea for your team?",
    noAnswer: "I know few answers. It is not saved as an idea.",
    thanked: "Thanks to you! I am here when something gets in your way.",
  },
  whoSees: {
    title: "Who sees this",
    promise: "Gnist never shows who wrote what, unless you choose to show your name. Your employer's IT can search Teams chats.",
    names: {
      team: "Your team",
      leads: "Team leads",
      admins: "Admins",
      record: "What the team posts",
      kept: "Gnist knows",
      owner: "If you take an idea,",
      channel: "In a channel",
      back: "To take a line back,",
    },
    team: (when: string | undefined) =>
      `sees your line in its next digest${when === undefined ? "" : `, on ${when}`}: without your name, unless you tick Show my name. A lead can hold it back; then you hear why.`,
    rests: "is archived in Teams, so I rest. Once it is restored, it sees your line: without your name, unless you tick Show my name.",
    rows: {
      leads: "can see it earlier, in the draft, likewise without your name. They see how many have answered, not who.",
      admins: "see numbers and settings, no answers.",
      record: "may be requested as a public record.",
      kept: "who wrote a line, so that its author gets news and can change it. Those who run Gnist can reach what it keeps.",
      owner: "your name stands on it as its owner.",
      channel: "everybody sees what you write to me there, with your name. Write to me in our own chat instead.",
      back: "press Withdraw on its receipt, or write withdraw. It goes from Gnist, and from the team’s post where I can change that post. Copies people made, and Teams’ own records, stay.",
    },
  },
};

export type PeopleWords = typeof people;
