export const spread = {
  spread: {
    formTitle: "Offer it to other teams?",
    formWhat:
      "Leads of other teams with an open idea like this one will read these lines, as you leave them here. They do not see which team it is, or anybody's name: take names out of the text too.",
    tried: "Tried:",
    done: "Offered to other teams",
    doneWhat:
      "Leads of other teams with an open idea like this one will get these lines on a working day, if their team takes results from others. A team gets two a week at most, so it may take a while.",
    back: "The offer is taken back",
    backWhat:
      "Nobody will get it any more, and I will take its words out of the chats where they are. A test that a team has chosen already stays with that team.",
  },
  tip: {
    title: "Another team has solved something like this",
    shared: (words: string) => `In common: ${words}`,
    theirs: "From another team",
    seen: "I do not say which team it is, and nothing about your idea goes to them.",
    tried: "You try it here",
    triedWhat: "It stands first among the tests that an owner can choose.",
    owned: (name: string) => `${name} owns this one. Show them these lines.`,
    refused: "Not for you: that counts for all leads of your team.",
    over: "The other team has taken its result back, so its words are gone from here.",
  },
};

export type SpreadWords = typeof spread;
