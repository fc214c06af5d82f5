import { addressHashOf, type TeamId } from "../domain/ids.ts";
import type { Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, encode, type Of } from "./record.ts";
import { teamPartition } from "./team.ts";

export type ResultsAddress = Of<typeof rowKinds.address>;

const hashPartition = (hash: string) => `address|${hash}`;

export const readAddress = async (rows: Rows, team: TeamId): Promise<ResultsAddress | undefined> => {
  const row = await rows.get(teamPartition(team), "address");
  return row && decode(rowKinds.address, teamPartition(team), row);
};

/** Gives a team an address by its token, in place of the one that it has. */
export const putAddress = async (rows: Rows, team: TeamId, token: string, at: number): Promise<void> => {
  const hash = addressHashOf(token);
  const before = await readAddress(rows, team);
  await rows.commit(hashPartition(hash), [{ do: "put", key: "team", values: encode(rowKinds.addressOf, { team }) }]);
  await rows.commit(teamPartition(team), [{ do: "put", key: "address", values: encode(rowKinds.address, { hash, at }) }]);
  if (before) await dropIndex(rows, before);
};

export const dropAddress = async (rows: Rows, team: TeamId): Promise<void> => {
  const before = await readAddress(rows, team);
  if (!before) return;
  await rows.commit(teamPartition(team), [{ do: "delete", key: "address" }]);
  await dropIndex(rows, before);
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
