import type { RoundId, TeamId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decodeAll } from "./record.ts";
import { asSend } from "./send.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

/** A draft in a lead's chat, which Gnist updates there until its round is closed or the lead no longer leads the team. */
type StoredDraft = { readonly key: string; readonly round: RoundId; readonly person: PersonId; readonly messageId: string };

/** The key of a draft's guard. @param at the instant (ms) for which the draft was made */
export const draftKey = (round: RoundId, person: PersonId, at: number): string => `draft|${round}|${person}|${at}`;

/** The drafts whose message ids Teams has told. */
export const readDrafts = async (rows: Rows, team: TeamId): Promise<readonly StoredDraft[]> => {
  const found = await rows.list(teamPartition(team), under("draft"));
  decodeAll(rowKinds.draft, teamPartition(team), found);
  return found.flatMap((row) => {
    const { messageId } = asSend(row);
    const [, round = "", person = ""] = row.key.split("|");
    return messageId === undefined ? [] : [{ key: row.key, round, person, messageId }];
  });
};

/** Deletes the row of a draft that Gnist has updated for the last time. */
export const dropDraft = async (rows: Rows, team: TeamId, { key }: StoredDraft): Promise<void> => {
  await rows.commit(teamPartition(team), [{ do: "delete", key }]);
};
