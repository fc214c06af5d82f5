import type { IdeaId } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

export type Spread = Of<typeof rowKinds.spread>;
export type StoredSpread = Spread & { readonly tag: string };

const spreadKey = (idea: IdeaId) => `spread|${idea}`;

const putRow = (key: string, values: ReturnType<typeof encode>, tag: string | undefined): Change =>
  tag === undefined ? { do: "insert", key, values } : { do: "put", key, values, tag };

/** Reads whether and how the result of an idea is offered to other teams. */
export const readSpread = async (rows: Rows, team: TeamId, idea: IdeaId): Promise<StoredSpread | undefined> => {
  const row = await rows.get(teamPartition(team), spreadKey(idea));
  return row && { ...decode(rowKinds.spread, teamPartition(team), row), tag: row.tag };
};

/** Writes it where nobody else has since it was read. */
export const putSpread = (idea: IdeaId, spread: Spread, tag: string | undefined): Change =>
  putRow(spreadKey(idea), encode(rowKinds.spread, spread), tag);

/** An offer once it is taken back: its words are gone. */
export const takenBack = ({ tip, at, after }: Spread): Spread => ({ tip, at, after, state: "taken-back" });

export type Tip = Of<typeof rowKinds.tip>;
export type StoredTip = Tip & { readonly tag: string };

const tipKey = (tip: string) => `tip|${tip}`;

export const readTip = async (rows: Rows, team: TeamId, tip: string): Promise<StoredTip | undefined> => {
  const row = await rows.get(teamPartition(team), tipKey(tip));
  return row && { ...decode(rowKinds.tip, teamPartition(team), row), tag: row.tag };
};

/** Every tip that a team has got. */
export const readTips = async (rows: Rows, team: TeamId): Promise<readonly Tip[]> =>
  decodeAll(rowKinds.tip, teamPartition(team), await rows.list(teamPartition(team), under("tip")));

export const putTip = (name: string, tip: Tip, tag: string | undefined): Change => putRow(tipKey(name), encode(rowKinds.tip, tip), tag);

type StoredTips = { readonly times: readonly number[]; readonly tag?: string };

/** The instants of a team's latest tips. */
export const readTipTimes = async (rows: Rows, team: TeamId): Promise<StoredTips> => {
  const row = await rows.get(teamPartition(team), "tips");
  return row ? { ...decode(rowKinds.tips, teamPartition(team), row), tag: row.tag } : { times: [] };
};

export const putTipTimes = (times: readonly number[], tag: string | undefined): Change =>
  putRow("tips", encode(rowKinds.tips, { times }), tag);
