export const passing = {
  passing: {
    here: (team: string) => `This channel is now for the coordinators: ideas that other teams pass on to ${team} come here.`,
    hereWhat: (team: string) =>
      `Leads of other teams can choose ${team} under Coordinators in their settings. All members of this team are coordinators.`,
    notWeekly: "I do not ask this team every week any more: a lead can switch Ask this team weekly on again in Settings.",
    move: "To use another channel, write coordinators here in it. To take no more ideas, press Undo.",
    weekly: "I ask this team every week again.",
    ended: (team: string) => `${team} takes no more ideas from other teams. What was passed on before can still be answered.`,
    passOnTitle: "Pass it on?",
    passOnWhat: (to: string) =>
      `I post it in the coordinators' channel of ${to}. They do not see who wrote it. Both teams can read your reason.`,
    reason: "Reason",
    passOnHint: "We cannot change this contract ourselves",
    passedOn: (to: string) => `Passed on to ${to}. Their coordinators find it in their channel.`,
    nobodyTitle: "Nobody to pass it on to",
    nobody: "This team has no coordinators to pass ideas on to, so nothing was changed. Choose them in Settings, under More settings.",
    post: (team: string) => `${team} passes this on to you`,
    why: (team: string) => `Why ${team} passes it on`,
    waits: "Nobody has taken it yet.",
    takeTitle: "Take it",
    takeWhat: (team: string) => `${team} sees the contact and the date until you answer.`,
    contact: "Contact",
    answerBy: "Answer by",
    answer: "Answer",
    weDo: "We do it",
    weDoNot: "We do not",
    answerHint: "The new contract begins in May",
    answerWhat: (team: string) => `${team} and the people behind the idea can read your answer and the reason.`,
    sendBackTitle: "Send it back?",
    sendBackWhat: (team: string) => `${team} has it again, and everybody there can read your reason.`,
    sendBackHint: "You may decide this yourselves",
    back: (what: string, team: string) => `${what} went back to ${team}.`,
    withdrawn: (what: string, team: string) => `${what} from ${team} has been withdrawn.`,
    anIdea: "An idea",
    troubleTitle: "The coordinators have not got it",
    trouble: (to: string) =>
      `I could not post this one to the coordinators of ${to}. Ask them to check that I am still in their channel, or to write coordinators here in another. Then press Post it.`,
    goneTitle: "The coordinators take no more ideas",
    gone: (to: string) =>
      `${to} takes no ideas from other teams any more, so this one may stay without an answer. Press Send back to have it in your team again.`,
    doubtfulTitle: "Did it reach the coordinators?",
    doubtful: (to: string) =>
      `I do not know if this one reached the coordinators of ${to}. Please ask them. If they do not see it, press Post it.`,
  },
};

export type PassingWords = typeof passing;
