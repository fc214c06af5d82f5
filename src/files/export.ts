import {
  type ExportColumn,
  type ExportedPost,
  type ExportRow,
  type ExportRule,
  type ExportTable,
  exportColumns,
} from "../domain/records/export.ts";
import type { Words } from "../language/index.ts";
import { bom, csvOf, jsonOf } from "./csv.ts";
import { checksumsName, type ZipEntry } from "./zip.ts";

type ReadsRows = () => AsyncIterable<readonly ExportRow[]>;

/** All that the record of a team is made of. */
export type TeamRecord = {
  readonly name: string;
  readonly zone: string;
  readonly rule: ExportRule;
  readonly ideas: ReadsRows;
  readonly steps: ReadsRows;
  readonly written: ReadsRows;
  readonly measures: ReadsRows;
  readonly posts: () => AsyncIterable<ExportedPost>;
};

const table = (name: string, columns: ExportTable, pages: ReadsRows): readonly ZipEntry[] => [
  { name: `${name}.csv`, pieces: csvOf(exportColumns[columns], pages()) },
  { name: `${name}.json`, pieces: jsonOf(pages()) },
];

async function* oneByOne(posts: AsyncIterable<ExportedPost>): AsyncGenerator<readonly ExportedPost[]> {
  for await (const post of posts) yield [post];
}

/** A name of a file that every system takes. */
const plain = (text: string): string => text.replace(/[^\w.-]/g, "_").slice(0, 80);

/** A file for each post, with all its versions, the newest first. */
async function* postFiles(posts: AsyncIterable<ExportedPost>, words: Words): AsyncGenerator<ZipEntry> {
  let open: ExportedPost[] = [];
  const file = (): ZipEntry => {
    const [{ kind, post }] = open as [ExportedPost];
    const folder = kind === "minutes" ? "posted/minutes" : "posted/posts";
    const versions = open.map(
      ({ version, date, text }) => `${words.export.version(version, date)}\r\n\r\n${text.replace(/\n/g, "\r\n")}\r\n`,
    );
    return { name: `${folder}/${plain(`${kind}-${post}`)}.txt`, pieces: [bom + versions.join("\r\n")] };
  };
  for await (const copy of posts) {
    const [first] = open;
    if (first && (first.kind !== copy.kind || first.post !== copy.post)) {
      yield file();
      open = [];
    }
    open.push(copy);
  }
  if (open.length > 0) yield file();
}

const underlined = (text: string): string => `${text}\r\n${"=".repeat(text.length)}`;

const explained = (files: readonly (readonly [name: string, table: ExportTable | "text", what: string])[], words: Words): string =>
  files
    .map(([name, of, what]) =>
      [
        `${name}\r\n  ${what}`,
        ...(of === "text" ? [] : exportColumns[of].map((column: ExportColumn) => `    ${column}: ${words.export.columns[column]}`)),
      ].join("\r\n"),
    )
    .join("\r\n\r\n");

/** The read-me of a team's record. @param at the instant (ms) at which it was made */
export const readMe = ({ name, zone, rule }: TeamRecord, words: Words, at: number): string => {
  const own = words.export;
  const by = rule.by === undefined ? own.byGnist : rule.by === "unknown" ? own.byUnknown : own.by(words.audit.roles[rule.by]);
  const files = explained(
    [
      ["posted/ideas.csv, posted/ideas.json", "ideas", own.files.ideas],
      ["posted/steps.csv, posted/steps.json", "steps", own.files.steps],
      ["posted/posts.json, posted/posts/, posted/minutes/", "text", own.files.posts],
      ["posted/measures.csv, posted/measures.json", "measures", own.files.measures],
      ["written/ideas.csv, written/ideas.json", "written", own.files.written],
      [checksumsName, "text", own.files.checksums],
    ],
    words,
  );
  return [
    underlined(`${words.files.kinds["team-export"].title}: ${name}`),
    own.made(words.format.at(at, zone)),
    own.why,
    own.apart,
    [own.kept(rule.months), ...(rule.untilExported ? [own.untilExported] : []), by].join(" "),
    files,
    own.csv,
    words.files.kinds["team-export"].lacks,
    "",
  ].join("\r\n\r\n");
};

/** The files of a team's record: a folder for all that was posted, and one for all that is only written. */
export async function* teamEntries(record: TeamRecord, words: Words, at: number): AsyncGenerator<ZipEntry> {
  yield { name: "README.txt", pieces: [bom + readMe(record, words, at)] };
  yield* table("posted/ideas", "ideas", record.ideas);
  yield* table("posted/steps", "steps", record.steps);
  yield { name: "posted/posts.json", pieces: jsonOf(oneByOne(record.posts())) };
  yield* postFiles(record.posts(), words);
  yield* table("posted/measures", "measures", record.measures);
  yield* table("written/ideas", "written", record.written);
}

/** The files of the measures of all teams. */
export async function* acrossEntries(
  measures: { readonly all: ReadsRows; readonly teams: ReadsRows },
  words: Words,
  at: number,
): AsyncGenerator<ZipEntry> {
  const own = words.export;
  const { title, has, lacks } = words.files.kinds["measures-export"];
  const files = explained(
    [
      ["measures/all-teams.csv, measures/all-teams.json", "allTeams", own.files.allTeams],
      ["measures/teams.csv, measures/teams.json", "eachTeam", own.files.teams],
      [checksumsName, "text", own.files.checksums],
    ],
    words,
  );
  const text = [underlined(title), own.made(words.format.at(at, "UTC")), ...has, files, own.csv, lacks, ""].join("\r\n\r\n");
  yield { name: "README.txt", pieces: [bom + text] };
  yield* table("measures/all-teams", "allTeams", measures.all);
  yield* table("measures/teams", "eachTeam", measures.teams);
}
