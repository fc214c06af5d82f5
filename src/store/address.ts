import { addressHashOf, type TeamId } from "../domain/ids.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, encode, type Of } from "./record.ts";
import { teamPartition } from "./team.ts";

export type ResultsAddress = Of<typeof rowKinds.address>;

const { key } = rowKinds.address;

const hashPartition = (hash: string) => `address|${hash}`;

export const readAddress = async (rows: Rows, team: TeamId): Promise<ResultsAddress | undefined> => {
  const row = await rows.get(teamPartition(team), key);
  return row && decode(rowKinds.address, teamPartition(team), row);
};

/** Gives a team an address by its token, in place of the one that it has. Of two leads at once, the second ends the address of the first. */
export const putAddress = async (rows: Rows, team: TeamId, token: string, at: number): Promise<void> => {
  const hash = addressHashOf(token);
  await rows.commit(hashPartition(hash), [{ do: "put", key: "team", values: encode(rowKinds.addressOf, { team }) }]);
  const values = encode(rowKinds.address, { hash, at });
  await replace(rows, team, (tag) => (tag === undefined ? { do: "insert", key, values } : { do: "put", key, values, tag }));
};

export const dropAddress = (rows: Rows, team: TeamId): Promise<void> =>
  replace(rows, team, (tag) => (tag === undefined ? undefined : { do: "delete", key, tag }));

/** Changes the row of a team's address where nobody else has since it was read, so that no index is left without one. */
const replace = async (rows: Rows, team: TeamId, change: (tag: string | undefined) => Change | undefined): Promise<void> => {
  const partition = teamPartition(team);
  for (;;) {
    const before = await rows.get(partition, key);
    const wanted = change(before?.tag);
    if (wanted && (await rows.commit(partition, [wanted])) !== "done") continue;
    if (before) await dropIndex(rows, decode(rowKinds.address, partition, before));
    return;
  }
};

const dropIndex = async (rows: Rows, { hash }: ResultsAddress): Promise<void> => {
  await rows.commit(hashPartition(hash), [{ do: "delete", key: "team" }]);
};

/** The team to which a token leads now. A token of nobody makes the same reads. */
export const readAddressed = async (rows: Rows, token: string): Promise<TeamId | undefined> => {
  const hash = addressHashOf(token);
  const row = await rows.get(hashPartition(hash), "team");
  const team = row ? decode(rowKinds.addressOf, hashPartition(hash), row).team : "nobody";
  return (await readAddress(rows, team))?.hash === hash ? team : undefined;
};
