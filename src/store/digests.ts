import type { TeamId } from "../domain/team.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { kinds } from "./kinds.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { asSend, guardOf, type StoredSend } from "./sends.ts";
import { teamPartition } from "./teams.ts";
import { under } from "./under.ts";

type Columns = Of<typeof kinds.digest>;

/** A digest as it was posted: which ideas stood where; what they say is read again each time it is shown. */
export type Digest = Omit<Columns, "delivery" | "sentAt" | "why" | "messageId" | "form"> & { readonly id: string };

export type StoredDigest = Digest & StoredSend;

const digestKey = (digest: string) => `digest|${digest}`;

export const digestGuard = (digest: string) => guardOf(digestKey(digest));

export const insertDigest = (digest: Digest): Change => ({ do: "insert", key: digestKey(digest.id), values: encode(kinds.digest, digest) });

export const mergeDigest = (
  id: string,
  facts: Pick<Partial<Columns>, "shownHash" | "renewedAt" | "delivery" | "channelId">,
  tag?: string,
): Change => ({
  do: "merge",
  key: digestKey(id),
  ...(tag === undefined ? {} : { tag }),
  values: encode(kinds.digest, facts),
});

const asDigest = (row: Row, { delivery, sentAt, why, messageId, form, ...digest }: Columns): StoredDigest => ({
  ...digest,
  id: row.key.slice("digest|".length),
  ...asSend(row),
  tag: row.tag,
});

export const readDigest = async (rows: Rows, team: TeamId, id: string): Promise<StoredDigest | undefined> => {
  const row = await rows.get(teamPartition(team), digestKey(id));
  return row && asDigest(row, decode(kinds.digest, teamPartition(team), row));
};

/** Every digest the team has had. */
export const readDigests = async (rows: Rows, team: TeamId): Promise<readonly StoredDigest[]> => {
  const found = await rows.list(teamPartition(team), under("digest"));
  const digests = decodeAll(kinds.digest, teamPartition(team), found);
  return found.flatMap((row, at) => {
    const digest = digests[at];
    return digest ? [asDigest(row, digest)] : [];
  });
};
