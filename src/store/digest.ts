import { idsIn } from "../domain/digest/plan.ts";
import type { IdeaId } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { asSend, guardOf, type StoredSend } from "./send.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

type Columns = Of<typeof rowKinds.digest>;

/** A posted digest: which ideas stood where. It copies no text: Gnist reads the ideas again each time it shows them. */
export type Digest = Omit<Columns, "delivery" | "sentAt" | "why" | "messageId" | "form"> & { readonly id: string };

export type StoredDigest = Digest & StoredSend;

const digestKey = (digest: string) => `digest|${digest}`;

export const digestGuard = (digest: string) => guardOf(digestKey(digest));

/** Inserts a digest, and for each of its ideas an index row from the idea to the digest. */
export const insertDigest = (digest: Digest): readonly Change[] => [
  { do: "insert", key: digestKey(digest.id), values: encode(rowKinds.digest, digest) },
  ...idsIn(digest).map((idea) => insertShown(idea, digest.id)),
];

/** Inserts the index row from an idea to a post that shows it. @param post a digest's id, or the name of another post */
export const insertShown = (idea: IdeaId, post: string): Change => ({
  do: "insert",
  key: `shown|${idea}|${post}`,
  values: encode(rowKinds.shown, {}),
});

export const mergeDigest = (
  id: string,
  facts: Pick<Partial<Columns>, "shownHash" | "renewedAt" | "delivery" | "channelId">,
  tag?: string,
): Change => ({
  do: "merge",
  key: digestKey(id),
  ...(tag === undefined ? {} : { tag }),
  values: encode(rowKinds.digest, facts),
});

const asDigest = (row: Row, { delivery, sentAt, why, messageId, form, ...digest }: Columns): StoredDigest => ({
  ...digest,
  id: row.key.slice("digest|".length),
  ...asSend(row),
  tag: row.tag,
});

export const readDigest = async (rows: Rows, team: TeamId, id: string): Promise<StoredDigest | undefined> => {
  const row = await rows.get(teamPartition(team), digestKey(id));
  return row && asDigest(row, decode(rowKinds.digest, teamPartition(team), row));
};

/** Every digest that a team has had: a long read, for jobs and reviews alone. */
export const readDigests = async (rows: Rows, team: TeamId): Promise<readonly StoredDigest[]> => {
  const found = await rows.list(teamPartition(team), under("digest"));
  const digests = decodeAll(rowKinds.digest, teamPartition(team), found);
  return found.flatMap((row, at) => {
    const digest = digests[at];
    return digest ? [asDigest(row, digest)] : [];
  });
};

/** The posts that show an idea: ids of digests, and names of reviews (review.ts). */
export const readShowing = async (rows: Rows, team: TeamId, idea: IdeaId): Promise<readonly string[]> => {
  const found = await rows.list(teamPartition(team), under(`shown|${idea}`));
  decodeAll(rowKinds.shown, teamPartition(team), found);
  return found.map(({ key }) => key.slice(`shown|${idea}|`.length));
};
