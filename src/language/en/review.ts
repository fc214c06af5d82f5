import { number } from "./shared.ts";

export const review = {
  draft: {
    title: "Draft of the digest",
    posts: (when: string) => `Goes out by itself ${when}.`,
    waits: "It waits for you: press Post now when you are ready.",
    only: "Only team leads see this draft.",
    held: "Held back",
    posted: (when: string) => `Posted ${when}.`,
    already: (when: string) => `Posted already, ${when}. Nothing was posted or changed now.`,
    over: "This draft is an old one. Nothing was posted or changed now.",
    nothing: "Nothing was posted this time: there was nothing new.",
    others: "Change any idea",
    early: {
      title: "Post the digest now?",
      half: "Fewer than half of those asked have answered so far.",
      fewer: (few: number, asked: number) => `Fewer than ${number(few)} of the ${number(asked)} asked have answered so far.`,
      count: (answered: number, asked: number) => `${number(answered)} of the ${number(asked)} asked have answered so far.`,
      later: "Ideas that come later stand in the next digest.",
    },
    change: {
      title: "Change an idea",
      newTitle: "Title",
      titleWhat: "Shorter or clearer. The author’s own words are kept.",
      owner: "Propose an owner",
      person: "Person",
      date: "Date",
      ownerWhat: "I ask them in their own chat. No name is shown until they say yes.",
      reason: "Reason",
      holdWhat: "It stays out of the digest. The author reads the reason when the digest has gone out.",
      isHeld: "It is held back, and stands in no digest until you put it back.",
    },
    idea: "Which idea?",
    chooseIdea: "Choose an idea",
    posting: (channel: string | undefined) => `The digest is on its way to ${channel || "the channel"}.`,
  },
};

export type ReviewWords = typeof review;
