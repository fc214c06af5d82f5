import { firstVoice, type Idea, type IdeaId, isLiving } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { listKeys, putIdea, readIdea, type StoredIdea } from "./idea.ts";
import { rowKinds } from "./kinds.ts";
import { decode, encode, type Of } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

type Voice = Of<typeof rowKinds.voice>;

export const voiceKey = (id: IdeaId, person: PersonId) => `voice|${id}|${person}`;
const personIn = ({ key }: Row): PersonId => key.split("|")[2] ?? "";

const isOwn = ({ via, own }: Voice): boolean => via === undefined || own === true;

export const insertVoice = (id: IdeaId, person: PersonId, voice: Voice = {}): Change => ({
  do: "insert",
  key: voiceKey(id, person),
  values: encode(rowKinds.voice, voice),
});

/** Everybody behind an idea, its author among them. Where it has none, the first voice names nobody (`firstVoice`). */
export const readVoices = async (rows: Rows, team: TeamId, id: IdeaId): Promise<readonly PersonId[]> =>
  (await listKeys(rows, rowKinds.voice, team, under(`voice|${id}`))).map(personIn);

const readVoice = async (rows: Rows, team: TeamId, id: IdeaId, person: PersonId) => {
  const row = await rows.get(teamPartition(team), voiceKey(id, person));
  return row && { voice: decode(rowKinds.voice, teamPartition(team), row), tag: row.tag };
};

/** Has this person a voice in an idea? */
export const hasVoice = async (rows: Rows, team: TeamId, id: IdeaId, person: PersonId): Promise<boolean> =>
  (await readVoice(rows, team, id, person)) !== undefined;

/**
 * The outcome of a changed voice. `isNew`: this call has changed it. `closed`: the idea has ended or is held back, and keeps the voices it had. Undefined:
 * there is no such idea.
 */
type Voiced = { readonly idea: Idea; readonly isNew: boolean } | "closed" | undefined;

/** Adds a person's voice (idempotent), and raises the idea's own count in the same transaction. A voice that came with a merged idea is then theirs here too. */
export const putVoice = async (rows: Rows, team: TeamId, known: StoredIdea, person: PersonId): Promise<Voiced> => {
  const { id } = known.idea;
  const partition = teamPartition(team);
  for (let stored: StoredIdea | undefined = known; stored; stored = await readIdea(rows, team, id)) {
    if (!isLiving(stored.idea)) return "closed";
    const idea = { ...stored.idea, voices: stored.idea.voices + 1 };
    if ((await rows.commit(partition, [insertVoice(id, person), ...putIdea(idea, stored)])) === "done") return { idea, isNew: true };
    const there = await readVoice(rows, team, id, person);
    if (!there) continue;
    const given = isOwn(there.voice)
      ? undefined
      : { key: voiceKey(id, person), values: encode(rowKinds.voice, { ...there.voice, own: true }) };
    if (given && (await rows.commit(partition, [{ do: "put", ...given, tag: there.tag }])) !== "done") continue;
    return { idea: (await readIdea(rows, team, id))?.idea ?? stored.idea, isNew: false };
  }
  return undefined;
};

/** Takes a person's voice back (idempotent), and lowers the count in the same transaction; of an idea that was merged too. */
export const deleteVoice = async (rows: Rows, team: TeamId, known: StoredIdea, person: PersonId): Promise<Voiced> => {
  const { id } = known.idea;
  const partition = teamPartition(team);
  for (let stored: StoredIdea | undefined = known; stored; stored = await readIdea(rows, team, id)) {
    if (!isLiving(stored.idea) && stored.idea.mergedInto === undefined) return "closed";
    const idea = { ...stored.idea, voices: stored.idea.voices - 1 };
    const commit = await rows.commit(partition, [{ do: "delete", key: voiceKey(id, person) }, ...putIdea(idea, stored)]);
    if (commit === "done") return { idea, isNew: true };
    if (!(await hasVoice(rows, team, id, person))) return { idea: (await readIdea(rows, team, id))?.idea ?? stored.idea, isNew: false };
  }
  return undefined;
};

/** Voices of each of the two ideas that are compared at once; with the idea's row they fit in one transaction. */
const mostAtOnce = 40;

/** Voices by person, in the order of their keys, after `after`; with the person at which the list stops where there are more. */
const readPart = async (rows: Rows, team: TeamId, id: IdeaId, after: PersonId | undefined) => {
  const all = under(`voice|${id}`);
  const range = after === undefined ? all : { ...all, from: `${all.from}${after}~` };
  const found = await listKeys(rows, rowKinds.voice, team, range, mostAtOnce);
  const voices = found.map((row) => [personIn(row), { voice: decode(rowKinds.voice, teamPartition(team), row), tag: row.tag }] as const);
  return { voices: new Map(voices), end: found.length < mostAtOnce ? undefined : voices.at(-1)?.[0] };
};

/** The change of one voice in an idea, so that it came or did not come through another one; and how it changes the count. */
const changeOf = (
  into: IdeaId,
  from: IdeaId,
  person: PersonId,
  there: { readonly voice: Voice; readonly tag: string } | undefined,
  comes: boolean,
): { readonly change: Change; readonly by: number } | undefined => {
  const key = voiceKey(into, person);
  if (!there) return comes ? { change: insertVoice(into, person, { via: [from] }), by: 1 } : undefined;
  const { voice, tag } = there;
  const { via = [] } = voice;
  if (via.includes(from) === comes) return undefined;
  const left = comes ? [...via, from] : via.filter((one) => one !== from);
  if (left.length === 0 && !isOwn(voice)) return { change: { do: "delete", key, tag }, by: -1 };
  const after: Voice = left.length === 0 ? {} : { via: left, ...(isOwn(voice) ? { own: true } : {}) };
  return { change: { do: "put", key, values: encode(rowKinds.voice, after), tag }, by: 0 };
};

/** People whose voices an idea brings to the one it was merged into: everybody behind it; once it was withdrawn, without its first voice. */
const bringsVoiceOf = ({ idea }: StoredIdea, into: IdeaId, person: PersonId): boolean =>
  idea.mergedInto === into && !(idea.stage === "withdrawn" && person === firstVoice(idea));

type Pair = { readonly from: IdeaId; readonly into: IdeaId };

/**
 * Compares some voices of two ideas, and makes those of `into` what they have to be in one transaction. `into` is read first: whatever merges or parts the two
 * changes its row, and the transaction then fails. @returns the last person that was compared, or that all were, or that somebody else was quicker
 */
const movePart = async (
  rows: Rows,
  team: TeamId,
  { from, into }: Pair,
  after: PersonId | undefined,
): Promise<PersonId | "end" | "again"> => {
  const target = await readIdea(rows, team, into);
  const source = await readIdea(rows, team, from);
  if (!target || !source) return "end";
  const [ofSource, ofTarget] = await Promise.all([readPart(rows, team, from, after), readPart(rows, team, into, after)]);
  const [end] = [ofSource.end, ofTarget.end].filter((one) => one !== undefined).sort();
  const people = [...new Set([...ofSource.voices.keys(), ...ofTarget.voices.keys()])].filter(
    (person) => end === undefined || person <= end,
  );
  const changes = people.flatMap((person) => {
    const comes = ofSource.voices.has(person) && bringsVoiceOf(source, into, person);
    return changeOf(into, from, person, ofTarget.voices.get(person), comes) ?? [];
  });
  const voices = changes.reduce((sum, { by }) => sum + by, target.idea.voices);
  const all = [...changes.map(({ change }) => change), ...putIdea({ ...target.idea, voices }, target)];
  if (changes.length > 0 && (await rows.commit(teamPartition(team), all)) !== "done") return "again";
  return end ?? "end";
};

/** The most times that others may be quicker before the work is left for later. */
const mostTries = 200;

/**
 * Brings the voices of an idea to the one that it was merged into, or takes them back from there where it no longer is; a part at a time, since there may be
 * thousands. It begins by writing the row of `into` as it is: a run of this that began earlier, with an older view, then fails to store it.
 * @returns false where others were quicker too often, and it is to be done again
 */
export const moveVoices = async (rows: Rows, team: TeamId, pair: Pair): Promise<boolean> => {
  let tries = 0;
  for (let isWritten = false; !isWritten; tries += 1) {
    const target = await readIdea(rows, team, pair.into);
    if (!target) return true;
    isWritten = (await rows.commit(teamPartition(team), [...putIdea(target.idea, target)])) === "done";
    if (tries > mostTries) return false;
  }
  let after: PersonId | undefined;
  for (; tries <= mostTries; ) {
    const moved = await movePart(rows, team, pair, after);
    if (moved === "end") return true;
    if (moved === "again") tries += 1;
    else after = moved;
  }
  return false;
};
