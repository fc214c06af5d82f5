import { number, plural } from "./shared.ts";

export const digest = {
  digest: {
    title: "What got in our way, and what we do about it",
    answered: "answered",
    newIdeas: (n: number): string => plural(n, { one: "new idea", other: "new ideas" }),
    finishedCount: "finished",
    voiceWord: (n: number): string => plural(n, { one: "voice", other: "voices" }),
    top: "New this week",
    alsoNew: "Also new",
    open: "Under way",
    finished: "Finished",
    stopped: "Stopped, and what we learned",
    next: (when: string) => `Next question ${when}. You can write to me any time.`,
    anyTime: "You can write to me any time.",
    summary: (team: string, week: string) => `${team}: the digest of ${week}`,
    all: "All ideas",
    page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
    none: "No open ideas just now.",
    sayIt: "You can also write, for example: me too #42, or take #42.",
    here: (team: string) => `From now on I post the digest of ${team} here.`,
    nextDigest: (when: string) => `The next one comes ${when}.`,
    nothing: (team: string) => `Nothing new from ${team} this time, so there is no digest.`,
    doubtfulTitle: "Did the digest arrive?",
    doubtful: (week: string, channel: string) =>
      `I do not know if the digest of ${week} reached ${channel || "the channel"}. Please look there.`,
    settled: {
      there: (already: boolean): string =>
        already
          ? "Somebody has already said that the digest is there. I leave it as it is."
          : "Good, the digest is there. I leave it as it is.",
      posting: "The digest is already being posted again. It comes once.",
      posted: (channel: string) => `The digest is in ${channel || "the channel"} already. Nothing was posted twice.`,
    },
    staysTitle: "Please delete a post",
    stays: (number: number | undefined, week: string, channel: string) =>
      `${number === undefined ? "An idea" : `#${number}`} has been withdrawn. I cannot change the digest of ${week} that shows it. Please delete that post in ${channel || "the channel"}: until then its text stays there.`,
    troubleTitle: "The digest was not posted",
    trouble: (week: string, channel: string) =>
      `I could not post the digest of ${week}. Check that I am still in ${channel || "the channel"}, or write digest here in another channel. Then press Post it.`,
  },
};

export type DigestWords = typeof digest;
