export const review = {
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
};

export type ReviewWords = typeof review;
