import type { ExportColumn } from "../../domain/records/export.ts";
import type { FileKind } from "../../domain/records/file.ts";
import { number } from "./shared.ts";

export const records = {
  files: {
    kinds: {
      "team-export": {
        title: "The team's record",
        has: [
          "What was posted: the ideas that the team has seen, their steps, each post with its versions, minutes and measures.",
          "Apart from that, what is only written: ideas that no post has shown yet, without any time and in no order.",
          "The read-me file in it explains the files and columns, and says who decided how long they are kept.",
        ],
        lacks:
          "Not in it: names of people who wrote, unless they chose to show them; texts without a trace that wait; anybody who was asked to own an idea and has not said yes.",
      },
      "measures-export": {
        title: "Measures of all teams",
        has: [
          "Sums of the last twelve weeks: one of all teams together, and one of each team with five people or more. Smaller teams are in the first one alone.",
        ],
        lacks: "Not in it: words of ideas, names, or anything about one person.",
      },
      "review-word": {
        title: "The review as Word",
        has: ["The review of the month and the agenda of its meeting, with headings and a table of actions."],
        lacks:
          "What is changed or withdrawn later still stands in the file. Not in it: names of people who wrote, unless they chose to show them.",
      },
    } satisfies Record<FileKind, { readonly title: string; readonly has: string[]; readonly lacks: string }>,
    anyone: "Anyone who has this link can take the file. It works for 15 minutes, and once.",
    made: "I make the file when you take it, and keep no copy.",
    asks: "Teams asks you in the next message whether I may put the file into your OneDrive. The size that it shows is a guess.",
    get: "Get the file",
    coming: "I am making the file. It comes here when it lies in your OneDrive.",
    declined: "You said no, so no file was made.",
    sent: "The file lies in your OneDrive.",
    failed: {
      over: "This file can no longer be taken: its time is over, or you may not have it any more. Ask for it again.",
      "too-large": "This file is too large to go through Teams. Whoever runs Gnist can set an address for downloads (GNIST_URL).",
      "not-taken": "Your OneDrive did not take the file. Ask for it again.",
    },
    page: {
      download: "Download",
      until: (time: string) => `The link works until ${time}, and once.`,
      gone: {
        title: "This file is not here",
        what: "The link is too old, was used already, or is not whole. Ask Gnist for the file again, in your chat.",
      },
      busy: {
        title: "Please wait a moment",
        what: "Many files are being made just now. Go back, wait a minute, and press Download again.",
      },
    },
  },
  export: {
    made: (when: string) => `Made by Gnist ${when}, when it was taken.`,
    why: "It is the team's record of its everyday improvement: for its own use, for the archive, and for those who ask for public records.",
    apart:
      "What was posted to the team lies in the folder posted; it is probably a public record. What is only written, and has been seen by leads alone, lies in the folder written. Look at the two apart before you hand out anything.",
    kept: (months: number) => `Gnist keeps ideas and posts for ${number(months)} months after the last thing that happened.`,
    untilExported: "They are kept until an export has included them.",
    by: (role: string) => `That setting was chosen by ${role}.`,
    byGnist: "That is Gnist's own default: nobody has chosen another time.",
    byUnknown: "The note of who chose that is kept no longer.",
    csv: "CSV files have semicolons and UTF-8. An apostrophe at the beginning of a cell keeps a spreadsheet from running it; take one away to get the text. JSON files hold the same without it.",
    version: (version: number, date: string) => `Version ${number(version)}, ${date}`,
    files: {
      ideas: "Ideas that posts have shown the team, in a random order.",
      steps: "Their story as everybody in the team may read it.",
      posts: "Every post as it stood in the channel, with all its versions: what was changed or withdrawn later is a version of its own.",
      measures: "Counts of each round.",
      written: "Ideas that no post has shown, and ideas that a lead holds back: in a random order, without author and without any time.",
      checksums: "SHA-256 of every other file. To check: sha256sum -c checksums.txt",
      allTeams: "All teams together, over twelve weeks.",
      teams: "Each team with five people or more, over twelve weeks, never ranked.",
    },
    columns: {
      number: "the idea's short number in the team",
      title: "its title, as the team reads it",
      proposal: "what its author proposes",
      kind: "its topic",
      stage: "where it stands, by Gnist's own name of the stage",
      voices: "people behind it",
      author: "its author, only where they chose to show their name",
      owner: "the person who accepted it",
      shown: "the day of the post that first showed it",
      due: "the date that its owner or a lead has set",
      test: "the smallest test",
      effort: "work expected: small, some or big",
      effect: "effect expected: little, some or much",
      reach: "improve: fine-tunes what is done; new-ground: an experiment that may fail",
      result: "what came of it",
      lesson: "what was learned where it was stopped",
      minutes: "minutes that it saves one person a week, as its owner guesses",
      people: "how many people save them",
      contact: "the coordinator who promised an answer",
      answer_by: "the date of that answer",
      date: "the day of the step; none lies before the post that first showed the idea",
      event: "what happened, by Gnist's own name of the event",
      reason: "the reason that the team may read; for an idea that is held back, the lead's reason",
      week: "the ISO week of the round",
      asked: "people who got the question",
      answered: "people who answered",
      answered_is: "exactly, at-least or less-than: counts below five are never exact",
      ideas: "new ideas",
      ended: "ideas that ended",
      teams: "teams that have Gnist",
      team: "the team",
      until: "the last week of the twelve that are counted",
      adopted: "ideas adopted",
      stopped: "ideas stopped with a lesson",
      solved: "adopted ideas that the team solved itself",
      passed_on: "ideas passed on to coordinators",
    } satisfies Record<ExportColumn, string>,
  },
  resultsAddress: {
    title: "Address for other systems",
    open: "Address",
    what: "Another system, such as an intranet, can read your posted results here: finished ideas as your digests told them, without names. Anyone who has the address can read them.",
    none: "There is no address.",
    made: (day: string) => `There is an address, made on ${day}. A new one ends it.`,
    once: "I show this address once. Copy it now:",
    before: "Put the address of your Gnist server before it.",
    replaces: "The address before it no longer works.",
    revoked: "Revoked. The address no longer works.",
    make: "Make an address",
    revoke: "Revoke",
  },
};

export type RecordsWords = typeof records;
