import { type Idea, type IdeaId, isOpen } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Change, Rows } from "../ports.ts";
import { listKeys, putIdea, readIdea, type StoredIdea } from "./idea.ts";
import { rowKinds } from "./kinds.ts";
import { decode, encode } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

const voiceKey = (id: IdeaId, person: PersonId) => `voice|${id}|${person}`;

export const insertVoice = (id: IdeaId, person: PersonId): Change => ({
  do: "insert",
  key: voiceKey(id, person),
  values: encode(rowKinds.voice, {}),
});

/** Everybody behind an idea, its author among them. */
export const readVoices = async (rows: Rows, team: TeamId, id: IdeaId): Promise<readonly PersonId[]> =>
  (await listKeys(rows, rowKinds.voice, team, under(`voice|${id}`))).map(({ key }) => key.split("|")[2] ?? "");

/** Has this person a voice in an idea? */
export const hasVoice = async (rows: Rows, team: TeamId, id: IdeaId, person: PersonId): Promise<boolean> => {
  const row = await rows.get(teamPartition(team), voiceKey(id, person));
  return row !== undefined && decode(rowKinds.voice, teamPartition(team), row) !== undefined;
};

/**
 * The outcome of a changed voice. `isNew`: this call has changed it. `closed`: the idea is no longer open, and keeps the voices it had. Undefined: there is no
 * such idea.
 */
type Voiced = { readonly idea: Idea; readonly isNew: boolean } | "closed" | undefined;

const changeVoice = async (rows: Rows, team: TeamId, known: StoredIdea, by: 1 | -1, change: Change): Promise<Voiced> => {
  const { id } = known.idea;
  for (let stored: StoredIdea | undefined = known; stored; stored = await readIdea(rows, team, id)) {
    if (!isOpen(stored.idea)) return "closed";
    const idea = { ...stored.idea, voices: stored.idea.voices + by };
    const commit = await rows.commit(teamPartition(team), [change, ...putIdea(idea, stored)]);
    if (commit === "done") return { idea, isNew: true };
    const isSo = (await rows.get(teamPartition(team), change.key)) !== undefined;
    if (isSo === by > 0) return { idea: (await readIdea(rows, team, id))?.idea ?? stored.idea, isNew: false };
  }
  return undefined;
};

/** Adds a person's voice (idempotent), and raises the idea's own count in the same transaction. */
export const putVoice = (rows: Rows, team: TeamId, known: StoredIdea, person: PersonId): Promise<Voiced> =>
  changeVoice(rows, team, known, 1, insertVoice(known.idea.id, person));

/** Takes a person's voice back (idempotent), and lowers the count in the same transaction. */
export const deleteVoice = (rows: Rows, team: TeamId, known: StoredIdea, person: PersonId): Promise<Voiced> =>
  changeVoice(rows, team, known, -1, { do: "delete", key: voiceKey(known.idea.id, person) });
