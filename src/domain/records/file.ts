/** Kinds of files that Gnist makes for a person at the moment they take them. entry/files.ts has the right and the maker of each. */
export const fileKinds = ["team-export", "measures-export", "review-word"] as const;
export type FileKind = (typeof fileKinds)[number];

/** How long (ms) a link to a file works. */
export const linkMs = 15 * 60_000;

/** How long (ms) a question of Teams, whether it may put a file into its reader's OneDrive, can be answered. */
export const consentMs = 24 * 60 * 60_000;

/** Where Teams takes the bytes of a file that its reader has said yes to. */
export type Upload = { readonly uploadUrl: string; readonly contentUrl: string; readonly uniqueId: string; readonly fileType: string };

/** Why a person does not get a file: they no longer may, or it is too old; it is larger than Teams' own way takes; or their OneDrive did not take it. */
export const fileProblems = ["over", "too-large", "not-taken"] as const;
export type FileProblem = (typeof fileProblems)[number];

const longestSlug = 60;

/** A name without characters that a disk, a header or a shell reads in another way. */
const slugOf = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, "")
    .toLowerCase();

/** The name of a file: "gnist-north-clinic-2026-11-27.zip". @param about the team's name, or empty @param date local, `YYYY-MM-DD` */
export const fileNameOf = (about: string, date: string, ending: string): string =>
  `${["gnist", slugOf(about), date].filter(Boolean).join("-")}.${ending}`;
