import type { IdeaId } from "../domain/idea/idea.ts";
import type { Names } from "../domain/idea/view.ts";
import type { TeamId } from "../domain/ids.ts";
import type { Spoken } from "../domain/language.ts";
import type { Message } from "../domain/message/index.ts";
import { type NamedInPost, namesApart, namesOf, type PostKind, withNames, withoutIdea } from "../domain/records/posted.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { messageColumns } from "./row-shapes.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

/** A post that copies are kept of: its kind, and its name among those of the kind. */
export type PostName = { readonly kind: PostKind; readonly post: string };

/** A post as it goes to the channel. `names`: the people whom it may name. */
export type PostedNow = PostName & { readonly message: Message; readonly spoken: Spoken; readonly names: Names };

/**
 * One version of a post as it stood in the channel from an instant (ms) on, `version` 1 first. Its message has the names that it showed, `""` where one was
 * erased, and a `WithdrawnInPost` in place of an idea whose words were taken back.
 */
export type PostedCopy = PostName & {
  readonly version: number;
  readonly at: number;
  readonly spoken: Spoken;
  readonly message: Message;
};

/** A copy as it was read. `stands`: Teams has the post; before, the copy is none yet. */
export type StoredCopy = PostedCopy & { readonly stands: boolean; readonly people: readonly NamedInPost[]; readonly tag: string };

type CopyColumns = Of<typeof rowKinds.posted>;

/** The most characters in one column: fewer than a store takes. */
const mostInColumn = 32_000;

/** The longest text in a message that is larger than a row: its card showed even less of each. */
const longestInLarge = 300;

/** Versions count down from here, so that the newest stands first. */
const lastVersion = 99_999;

const copyKey = ({ kind, post }: PostName, version: number): string =>
  `posted|${kind}|${post}|${String(lastVersion - version).padStart(5, "0")}`;

const copiedKey = ({ kind, post }: PostName, idea: IdeaId): string => `copied|${idea}|${kind}|${post}`;

/** Cuts a text into columns, never within a character. */
const inColumns = (json: string): Partial<CopyColumns> => {
  const columns: { -readonly [Name in keyof CopyColumns]?: CopyColumns[Name] } = {};
  let from = 0;
  for (const name of messageColumns) {
    if (from >= json.length) break;
    const end = from + mostInColumn;
    const isWithin = /[\uD800-\uDBFF]/.test(json.charAt(end - 1)) && end < json.length;
    const to = isWithin ? end - 1 : end;
    columns[name] = json.slice(from, to);
    from = to;
  }
  return columns;
};

const small = (message: Message): Message =>
  JSON.parse(JSON.stringify(message), (_name, one) =>
    typeof one === "string" ? one.slice(0, longestInLarge).toWellFormed() : one,
  ) as Message;

const valuesOf = (copy: Pick<StoredCopy, "kind" | "at" | "spoken" | "message" | "stands">, names: Names): Row["values"] => {
  const whole = namesApart(copy.message, names);
  const { json, people } = whole.json.length > mostInColumn * messageColumns.length ? namesApart(small(copy.message), names) : whole;
  return encode(rowKinds.posted, {
    kind: copy.kind,
    at: copy.at,
    ...(copy.stands ? { stands: true } : {}),
    spoken: [copy.spoken].flat(),
    named: people,
    ...inColumns(json),
  });
};

const asCopy = (row: Row, columns: CopyColumns): StoredCopy => {
  const { kind, at, stands = false, spoken, named: people } = columns;
  const [, , ...rest] = row.key.split("|");
  const [first = "en", second] = spoken;
  return {
    kind,
    post: rest.slice(0, -1).join("|"),
    version: lastVersion - Number(rest.at(-1)),
    at,
    stands,
    spoken: second === undefined ? first : [first, second],
    people,
    message: withNames({ json: messageColumns.map((name) => columns[name] ?? "").join(""), people }),
    tag: row.tag,
  };
};

/** Changes that one transaction makes at most. */
const mostInOne = 100;

/** Notes which ideas stand in a post, before a copy of it is stored: a withdrawal finds the copy by these rows. */
export const noteCopied = async (rows: Rows, team: TeamId, post: PostName, ideas: readonly IdeaId[]): Promise<void> => {
  for (let from = 0; from < ideas.length; from += mostInOne)
    await rows.commit(
      teamPartition(team),
      ideas.slice(from, from + mostInOne).map((idea) => ({ do: "put", key: copiedKey(post, idea), values: encode(rowKinds.copied, {}) })),
    );
};

/**
 * The first version of a post, for the transaction that says that it is about to be posted; again, it replaces the one of an earlier try. It counts once it
 * stands (`standsChange`).
 */
export const putFirstCopy = (post: PostedNow, at: number): Change => ({
  do: "put",
  key: copyKey(post, 1),
  values: valuesOf({ ...post, at, stands: false }, post.names),
});

/** Teams has the post. Only where its first copy is there. */
export const standsChange = (post: PostName, at: number): Change => ({
  do: "merge",
  key: copyKey(post, 1),
  values: encode(rowKinds.posted, { at, stands: true }),
});

/** Teams refused the post: what was never posted is not kept. */
export const dropFirstCopy = (post: PostName): Change => ({ do: "delete", key: copyKey(post, 1) });

/** A further version. It fails where another was quicker. */
export const insertVersion = (post: PostedNow, version: number, at: number): Change => ({
  do: "insert",
  key: copyKey(post, version),
  values: valuesOf({ ...post, at, stands: true }, post.names),
});

/** The newest version of a post, also one that Teams may not have. */
export const readNewest = async (rows: Rows, team: TeamId, { kind, post }: PostName): Promise<StoredCopy | undefined> => {
  const [row] = await rows.list(teamPartition(team), under(`posted|${kind}|${post}`), 1);
  return row && asCopy(row, decode(rowKinds.posted, teamPartition(team), row));
};

/** Copies that are in memory at once. */
const onPage = 25;

async function* pages(rows: Rows, team: TeamId, prefix: string): AsyncGenerator<readonly StoredCopy[]> {
  const partition = teamPartition(team);
  for (let range = under(prefix); ; ) {
    const found = await rows.list(partition, range, onPage);
    const read = decodeAll(rowKinds.posted, partition, found);
    yield found.flatMap((row, at) => {
      const columns = read[at];
      return columns ? [asCopy(row, columns)] : [];
    });
    const last = found.at(-1);
    if (!last || found.length < onPage) return;
    range = { ...range, from: `${last.key} ` };
  }
}

/** Every version of every post that stood in the team's channels, post by post, the newest version of each first. A few are in memory at a time. */
export async function* readPosted(rows: Rows, team: TeamId): AsyncGenerator<PostedCopy> {
  for await (const page of pages(rows, team, "posted")) for (const { stands, people, tag, ...copy } of page) if (stands) yield copy;
}

/** The posts whose copies hold the words of an idea. */
export const readCopiesOf = async (rows: Rows, team: TeamId, idea: IdeaId): Promise<readonly PostName[]> => {
  const found = await rows.list(teamPartition(team), under(`copied|${idea}`));
  return found.map(({ key }) => {
    const [, , kind, ...post] = key.split("|");
    return { kind: kind as PostKind, post: post.join("|") };
  });
};

/** The ideas whose words stand in copies. */
export const readCopied = async (rows: Rows, team: TeamId): Promise<ReadonlySet<IdeaId>> =>
  new Set((await rows.list(teamPartition(team), under("copied"))).map(({ key }) => key.split("|")[1] ?? ""));

/** Takes the words of an idea, and its author's name, out of every version of a post. @returns whether a version had them */
export const blankCopies = async (rows: Rows, team: TeamId, post: PostName, idea: IdeaId, withdrawnAt: number): Promise<boolean> => {
  const partition = teamPartition(team);
  let blanked = false;
  for await (const page of pages(rows, team, `posted|${post.kind}|${post.post}`))
    for (const copy of page) blanked = (await blankCopy(rows, partition, copy, idea, withdrawnAt)) || blanked;
  const lead = await rows.get(partition, copiedKey(post, idea));
  if (lead) await rows.commit(partition, [{ do: "delete", key: lead.key, tag: lead.tag }]);
  return blanked;
};

/** The most tries of one copy that others change meanwhile. */
const mostTries = 50;

const blankCopy = async (rows: Rows, partition: string, first: StoredCopy, idea: IdeaId, withdrawnAt: number): Promise<boolean> => {
  const key = copyKey(first, first.version);
  for (let copy: StoredCopy | undefined = first, tries = 0; copy && tries < mostTries; tries += 1) {
    const message = withoutIdea(copy.message, idea, withdrawnAt);
    if (JSON.stringify(message) === JSON.stringify(copy.message)) return tries > 0;
    if (
      (await rows.commit(partition, [{ do: "put", key, tag: copy.tag, values: valuesOf({ ...copy, message }, namesOf(copy.people)) }])) ===
      "done"
    )
      return true;
    const row = await rows.get(partition, key);
    copy = row && asCopy(row, decode(rowKinds.posted, partition, row));
  }
  return false;
};
