import { z } from "zod";
import { languages } from "../domain/language.ts";
import type { Team, TeamId } from "../domain/team.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { decode, encode, json } from "./record.ts";

/** The partition of a team: what belongs together is there, so what must change together is one transaction. */
export const teamPartition = (team: TeamId) => `team|${team}`;

export const teamKey = "team";

const weekTime = z.object({ weekday: z.number().int().min(1).max(7), time: z.string().regex(/^\d\d:\d\d$/) });

const settings = z.object({
  zone: z.string(),
  prompt: weekTime,
  everyWeeks: z.union([z.literal(1), z.literal(2), z.literal(4)]),
  reminder: weekTime.optional(),
  digest: weekTime,
  draftHours: z.number().optional(),
  language: z.enum(languages),
  notAsked: z.array(z.string()),
  daysToDue: z.number(),
});

const teamShape = z.object({
  id: z.string(),
  tenantId: z.string(),
  serviceUrl: z.string(),
  teamsId: z.string(),
  name: z.string(),
  channelId: z.string(),
  channels: json(z.array(z.object({ id: z.string(), name: z.string() }))),
  addedAt: z.number(),
  addedBy: z.string().optional(),
  leads: json(z.array(z.string())),
  settings: json(settings),
  nextPromptAt: z.number().optional(),
  lastRound: z.string().optional(),
  openRounds: json(z.array(z.string())),
  size: z.number().optional(),
  largeTeamAgreed: z.boolean(),
  toldNothing: z.boolean(),
  lastDigest: z.string().optional(),
  removedAt: z.number().optional(),
});

export type StoredTeam = { readonly team: Team; readonly tag: string };

const asTeam = (row: Row): StoredTeam => ({ team: decode(teamShape, row) as Team, tag: row.tag });

export const readTeam = async (rows: Rows, id: TeamId): Promise<StoredTeam | undefined> => {
  const row = await rows.get(teamPartition(id), teamKey);
  return row && asTeam(row);
};

export const insertTeam = (team: Team): Change => ({ do: "insert", key: teamKey, values: encode(team) });

export const putTeam = (team: Team, tag: string): Change => ({ do: "put", key: teamKey, values: encode(team), tag });

/**
 * Changes a team on its fresh row, again where another was quicker; further changes of the same partition go into the same transaction.
 * `undefined` from `change` leaves it as it is; `known` spares the first read. Returns the team as it now stands, or undefined where there is none.
 */
export const changeTeam = async (
  rows: Rows,
  id: TeamId,
  change: (team: Team) => { readonly team: Team; readonly also?: readonly Change[] } | undefined,
  known?: StoredTeam,
): Promise<Team | undefined> => {
  for (let stored = known ?? (await readTeam(rows, id)); ; stored = await readTeam(rows, id)) {
    if (!stored) return undefined;
    const changed = change(stored.team);
    if (!changed) return stored.team;
    if ((await rows.commit(teamPartition(id), [putTeam(changed.team, stored.tag), ...(changed.also ?? [])])) === "done")
      return changed.team;
  }
};
