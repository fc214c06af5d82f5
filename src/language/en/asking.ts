export const asking = {
  form: {
    question: "What got in your way this week?",
    anyTime: "What gets in your way?",
    another: "What else gets in your way?",
    edit: "Edit your idea",
    offer: "Shall I save this as an idea?",
    reminder: "A short reminder, the only one. One line is enough.",
    again: "You asked me to come back. One line is enough.",
    test: "A test, for you only. Your team gets this. If you send it, it is saved as a real idea.",
    first: (addedBy: string | undefined, team: string, when: string | undefined) =>
      `${addedBy ? `${addedBy} added me` : "I was added"} to ${team}. Your team sees your line${when ? ` on ${when}` : ""}, without your name; what the team posts may be requested as a public record. No names of patients or colleagues. Pause stops me.`,
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
    seen: (when: string, named: boolean) =>
      `Your team sees it on ${when}, ${named ? "with your name as long as Show my name is ticked" : "without your name unless you choose to show it"}.`,
    rests: (named: boolean) =>
      `Your team is archived in Teams, so I rest. Once it is restored, it sees your idea, ${named ? "with your name as long as Show my name is ticked" : "without your name unless you choose to show it"}.`,
    noNames: "No names of patients, clients or colleagues.",
    problems: {
      empty: (button: string) => `Write a line first, then press ${button} again.`,
      "too-long": (button: string) => `This is too long for me: 2,000 characters at most. Shorten it, then press ${button} again.`,
      "not-saved": (button: string) => `Perhaps not saved yet. Press ${button} again: it is saved once only.`,
      "not-storable": (_button: string) => "Not saved: I cannot store this text. Please change it",
    },
    onlyBeginning: "Only its beginning fits here.",
  },
  noted: {
    dropped: "All right, I have not saved it.",
    sentBeside: { below: "You find it below, in a new message.", chat: "You find it in our own chat." },
    nothing: "Good to hear. Noted: nothing this week.",
    later: (when: string) => `I will ask you again ${when}.`,
    pausedUntil: (when: string) => `Gnist is paused. I will not ask you until ${when}.`,
    paused: "Gnist is paused. I will not ask you until you write resume.",
    howLong: "For how long? News of your ideas still comes, and you can write to me any time.",
    stillNews: "News of your ideas still comes, and you can write to me any time.",
    resumed: "Good to have you back. I ask you again from now on.",
    nextPrompt: (when: string) => `Next question ${when}.`,
    anyTime: "You can write to me any time.",
  },
};

export type AskingWords = typeof asking;
