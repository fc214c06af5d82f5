import type { FileKind } from "../../domain/records/file.ts";

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
        has: ["Counts of each week, for teams with five people or more. Smaller teams are counted together."],
        lacks: "Not in it: words of ideas, names, or anything about one person.",
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
};

export type RecordsWords = typeof records;
