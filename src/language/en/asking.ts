export const asking = {
  noted: {
    sentBeside: { below: "You will find it below, in a new message.", chat: "You will find it in our own chat." },
    nothing: "Thank you. Noted: nothing this week.",
    later: (when: string) => `I will ask you again ${when}.`,
    askingNow: (team: string, when: string, again: boolean) =>
      `${again ? "I am asking those in" : "I am asking"} ${team}${again ? " who have not been asked yet" : " now"}. The digest comes ${when}.`,
    notWeekly: "Otherwise I ask nobody here: Ask this team weekly is off in Settings.",
    clockMoved: (when: string, what: readonly string[]) =>
      `It is now ${when}.${what.length > 0 ? ` Due: ${what.join(", ")}.` : " Nothing more is due."}`,
    nextPrompt: (when: string) => `Next question ${when}.`,
    anyTime: "You can write to me any time.",
  },
  less: {
    offer: "The last three questions got no answer, and that is fine. Shall I ask you less often? I will tell nobody what you choose.",
    every: { 2: "Every 2 weeks", 4: "Every 4 weeks" },
    asNow: "As now",
    noted: {
      1: "I will ask you each time your team is asked.",
      2: "I will ask you every 2 weeks at most.",
      4: "I will ask you every 4 weeks at most.",
    },
  },
};

export type AskingWords = typeof asking;
