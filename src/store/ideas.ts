import { hasEnded, type Idea, type IdeaId, isOpen } from "../domain/idea.ts";
import type { MadeStep, Step } from "../domain/life.ts";
import type { PersonId } from "../domain/person.ts";
import type { Result } from "../domain/result.ts";
import type { TeamId } from "../domain/team.ts";
import { type Change, type Range, type Row, type Rows, StoreFault } from "../ports.ts";
import { kinds } from "./kinds.ts";
import { decode, decodeAll, encode, type Kind, type Of } from "./record.ts";
import { teamPartition } from "./teams.ts";
import { under } from "./under.ts";

/** An idea as it was read: `idea` rows are what lists read, `ended` rows are found by their id alone. */
export type StoredIdea = { readonly idea: Idea; readonly tag: string; readonly place: "idea" | "ended" };

type Found = Pick<StoredIdea, "tag" | "place">;

const keyIn = (place: StoredIdea["place"], id: IdeaId) => `${place}|${id}`;

/** Later than any instant of this century (ms): keys that count down from it list the newest first. */
const endOfTime = 4_102_444_800_000;

const countdown = (at: number) => String(endOfTime - at).padStart(13, "0");

const mineKey = ({ author, createdAt, id }: Pick<Idea, "author" | "createdAt" | "id">) => `mine|${author}|${countdown(createdAt)}|${id}`;

/** A new idea with its author's voice, and its place among the author's ideas. */
export const insertIdea = (idea: Idea): readonly Change[] => [
  { do: "insert", key: keyIn("idea", idea.id), values: encode(kinds.idea, idea) },
  insertVoice(idea.id, idea.author),
  { do: "insert", key: mineKey(idea), values: encode(kinds.mine, {}) },
];

const voiceKey = (id: IdeaId, person: PersonId) => `voice|${id}|${person}`;

export const insertVoice = (id: IdeaId, person: PersonId): Change => ({
  do: "insert",
  key: voiceKey(id, person),
  values: encode(kinds.voice, {}),
});

/** An idea in place of the one that was read. An ended idea that is opened again goes back to the lists. */
const putIdea = (idea: Idea, { tag, place }: Found): readonly Change[] => {
  const isBack = place === "ended" && !hasEnded(idea);
  if (!isBack) return [{ do: "put", key: keyIn(place, idea.id), values: encode(kinds[place], idea), tag }];
  return [
    { do: "delete", key: keyIn("ended", idea.id), tag },
    { do: "insert", key: keyIn("idea", idea.id), values: encode(kinds.idea, idea) },
  ];
};

/** Gives an idea its number, in the transaction that shows it to the team. */
export const numberIdea = (
  stored: StoredIdea,
  number: number,
  digest: string,
): { readonly idea: Idea; readonly changes: readonly Change[] } => {
  const idea = { ...stored.idea, number, digest };
  return {
    idea,
    changes: [...putIdea(idea, stored), { do: "insert", key: `number|${number}`, values: encode(kinds.number, { idea: idea.id }) }],
  };
};

/** Takes an idea whose end a digest has told out of the lists. False where it has changed since it was read, and stays. */
export const shelveIdea = async (rows: Rows, team: TeamId, { idea, tag }: StoredIdea): Promise<boolean> =>
  (await rows.commit(teamPartition(team), [
    { do: "delete", key: keyIn("idea", idea.id), tag },
    { do: "insert", key: keyIn("ended", idea.id), values: encode(kinds.ended, idea) },
  ])) === "done";

const find = async (rows: Rows, team: TeamId, place: StoredIdea["place"], id: IdeaId): Promise<StoredIdea | undefined> => {
  const row = await rows.get(teamPartition(team), keyIn(place, id));
  return row && { idea: decode(kinds[place], teamPartition(team), row), tag: row.tag, place };
};

/** An idea, wherever it stands: both places are asked at once. @param likely where it most likely stands; the other is asked only where it does not */
export const readIdea = async (rows: Rows, team: TeamId, id: IdeaId, likely?: StoredIdea["place"]): Promise<StoredIdea | undefined> => {
  const look = async () => {
    const [listed, ended] = await Promise.all([find(rows, team, "idea", id), find(rows, team, "ended", id)]);
    return listed ?? ended;
  };
  // The last look is for an idea that was moved between the two places during the one before.
  return (likely && (await find(rows, team, likely, id))) ?? (await look()) ?? (await look());
};

/** The ideas that lists show: open ones, held ones, and those that ended after the last digest. */
export const readIdeas = async (rows: Rows, team: TeamId): Promise<readonly StoredIdea[]> => {
  const found = await rows.list(teamPartition(team), under("idea"));
  const ideas = decodeAll(kinds.idea, teamPartition(team), found);
  return ideas.map((idea, at) => ({ idea, tag: found[at]?.tag ?? "", place: "idea" }));
};

/** Several ideas, wherever they stand; those that cannot be found are left out. @param likely where each most likely stands */
export const readSome = async (
  rows: Rows,
  team: TeamId,
  ids: readonly IdeaId[],
  likely: (id: IdeaId) => StoredIdea["place"] | undefined = () => undefined,
): Promise<readonly StoredIdea[]> =>
  (await Promise.all(ids.map((id) => readIdea(rows, team, id, likely(id))))).filter((one) => one !== undefined);

/** The idea that has a number. */
export const readNumbered = async (rows: Rows, team: TeamId, number: number): Promise<StoredIdea | undefined> => {
  const row = await rows.get(teamPartition(team), `number|${number}`);
  return row && readIdea(rows, team, decode(kinds.number, teamPartition(team), row).idea);
};

/** The next number an idea gets in this team, and the change that moves it on by `count`; both in the transaction that gives the numbers. */
export const readNumbers = async (
  rows: Rows,
  team: TeamId,
): Promise<{ readonly next: number; readonly advance: (count: number) => Change }> => {
  const row = await rows.get(teamPartition(team), "numbers");
  const next = row ? decode(kinds.numbers, teamPartition(team), row).next : await firstFree(rows, team);
  const after = (count: number) => ({ key: "numbers", values: encode(kinds.numbers, { next: next + count }) });
  return {
    next,
    advance: (count) => (row ? { do: "put", ...after(count), tag: row.tag } : { do: "insert", ...after(count) }),
  };
};

/** Rows that say everything with their key. @throws BadRow for one of another version */
const listed = async (rows: Rows, kind: Kind, team: TeamId, range: Range, limit?: number): Promise<readonly Row[]> => {
  const found = await rows.list(teamPartition(team), range, limit);
  decodeAll(kind, teamPartition(team), found);
  return found;
};

/** The number after all that ideas of this team have, for a team that has given none yet, or whose row of numbers was set aside. */
const firstFree = async (rows: Rows, team: TeamId): Promise<number> => {
  const given = await Promise.all(["number", "aside|number"].map((prefix) => rows.list(teamPartition(team), under(prefix))));
  const numbers = given.flat().map(({ key }) => Number(key.split("|").at(-1)));
  return numbers.reduce((most, number) => Math.max(most, number), 0) + 1;
};

/** A place among somebody's ideas: the end of the key of its row, which sorts the newest first. */
export type PlaceInMine = string;

/** Ids of somebody's ideas with their places, the newest first; with `after`, those that are older than that place. */
export const readMine = async (
  rows: Rows,
  team: TeamId,
  person: PersonId,
  limit: number,
  after?: PlaceInMine,
): Promise<readonly { readonly id: IdeaId; readonly place: PlaceInMine }[]> => {
  const all = under(`mine|${person}`);
  const range = after === undefined ? all : { ...all, from: `${all.from}${after}~` };
  const found = await listed(rows, kinds.mine, team, range, limit);
  return found.map(({ key }) => ({ id: key.split("|")[3] ?? "", place: key.slice(all.from.length) }));
};

/** Everybody behind an idea, its author among them. */
export const readVoices = async (rows: Rows, team: TeamId, id: IdeaId): Promise<readonly PersonId[]> =>
  (await listed(rows, kinds.voice, team, under(`voice|${id}`))).map(({ key }) => key.split("|")[2] ?? "");

/** Is somebody behind an idea? */
export const hasVoice = async (rows: Rows, team: TeamId, id: IdeaId, person: PersonId): Promise<boolean> => {
  const row = await rows.get(teamPartition(team), voiceKey(id, person));
  return row !== undefined && decode(kinds.voice, teamPartition(team), row) !== undefined;
};

/** The story of an idea, the oldest step first: its newest steps, `limit` at most. */
export const readSteps = async (rows: Rows, team: TeamId, id: IdeaId, limit: number): Promise<readonly Step[]> =>
  decodeAll(kinds.step, teamPartition(team), await rows.list(teamPartition(team), under(`step|${id}`), limit)).toReversed();

/** An idea after somebody's voice was added or taken back (`isNew`: it was not so before); or it is open no more, and has the voices it had. */
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

/** Adds a voice, which a person has once; the idea's own count is moved in the same transaction. */
export const addVoice = (rows: Rows, team: TeamId, known: StoredIdea, person: PersonId): Promise<Voiced> =>
  changeVoice(rows, team, known, 1, insertVoice(known.idea.id, person));

/** Takes a voice back. */
export const removeVoice = (rows: Rows, team: TeamId, known: StoredIdea, person: PersonId): Promise<Voiced> =>
  changeVoice(rows, team, known, -1, { do: "delete", key: voiceKey(known.idea.id, person) });

/** The key of a step. @param nonce names the change, so that its own write is known again whose answer was lost */
export const stepKey = (id: IdeaId, at: number, nonce: string) => `step|${id}|${countdown(at)}|${nonce}`;

/** A new step of an idea, under its key. */
export const insertStep = (key: string, step: Step): Change => ({ do: "insert", key, values: encode(kinds.step, step) });

/** One step, by its key. */
export const readStep = async (rows: Rows, team: TeamId, key: string): Promise<Step | undefined> => {
  const row = await rows.get(teamPartition(team), key);
  return row && decode(kinds.step, teamPartition(team), row);
};

/** A request to own an idea. */
type OwnerRequest = Of<typeof kinds.request>;

export const requestKey = (id: IdeaId, request: string) => `request|${id}|${request}`;

export const insertRequest = (id: IdeaId, request: string, facts: OwnerRequest): Change => ({
  do: "insert",
  key: requestKey(id, request),
  values: encode(kinds.request, facts),
});

/** A request as it was read. */
export type StoredRequest = OwnerRequest & { readonly key: string; readonly tag: string };

export const readRequest = async (rows: Rows, team: TeamId, id: IdeaId, request: string): Promise<StoredRequest | undefined> => {
  const row = await rows.get(teamPartition(team), requestKey(id, request));
  return row && { ...decode(kinds.request, teamPartition(team), row), key: row.key, tag: row.tag };
};

/** Keeps that the person said no, and why; the request goes on until its end. What they said first stays. */
export const refuseRequest = async (
  rows: Rows,
  team: TeamId,
  { key, tag, refusedAt }: StoredRequest,
  why: string,
  at: number,
): Promise<void> => {
  if (refusedAt !== undefined) return;
  await rows.commit(teamPartition(team), [{ do: "merge", key, tag, values: encode(kinds.request, { refusedAt: at, why }) }]);
};

/** Takes what people wrote about an idea out of its story and its requests: reasons and results. */
export const eraseReasons = async (rows: Rows, team: TeamId, id: IdeaId): Promise<void> => {
  const partition = teamPartition(team);
  const found = await Promise.all([`step|${id}`, `request|${id}`].map((prefix) => rows.list(partition, under(prefix))));
  const wordy = found.flat().filter(({ values }) => values.why !== undefined);
  for (let at = 0; at < wordy.length; at += mostInOne) {
    const changes = wordy
      .slice(at, at + mostInOne)
      .map(({ key, tag, values: { why: _why, ...values } }): Change => ({ do: "put", key, tag, values }));
    if ((await rows.commit(partition, changes)) !== "done") return eraseReasons(rows, team, id);
  }
};

/** Rows that are changed in one transaction. */
const mostInOne = 50;

/** A changed idea: as it was and as it now stands, with the steps that were written, where its stage changed. */
export type Made = { readonly was: Idea; readonly idea: Idea; readonly steps: readonly MadeStep[] };

/** Tries to change one idea: as many people never press at the same moment. */
const mostTries = 50;

/**
 * Changes an idea on its fresh row, again where another was quicker. Nothing is overwritten without a trace: each change of stage is a row of its own, written
 * in the same transaction. `before` runs before each try to store it: jobs are put there, with the keys that the steps will have, so that a
 * crash in between leaves jobs that find no step and do nothing. @throws StoreFault where others are quicker every time
 */
export const changeIdea = async <No>(
  rows: Rows,
  team: TeamId,
  known: StoredIdea,
  change: (idea: Idea) => Result<{ readonly idea: Idea; readonly steps: readonly MadeStep[] }, No>,
  before: (made: Made) => Promise<unknown>,
  also: readonly Change[] = [],
): Promise<Result<Made, No> | undefined> => {
  const { id } = known.idea;
  let stored: StoredIdea | undefined = known;
  for (let tries = 0; stored; stored = await readIdea(rows, team, id), tries += 1) {
    if (tries === mostTries) throw new StoreFault(`an idea was changed ${mostTries} times by others while a change of it was stored`);
    const changed = change(stored.idea);
    if ("no" in changed) return changed;
    const made: Made = { was: stored.idea, ...changed.got };
    // It is so already.
    if (made.idea === made.was) return { got: made };
    await before(made);
    const steps = made.steps.map((step) => insertStep(step.key, step));
    const commit = await rows.commit(teamPartition(team), [...putIdea(made.idea, stored), ...steps, ...also]);
    if (commit === "done") return { got: made };
    // A tag that has changed may be the echo of this very write: a row that it alone inserts tells.
    const mark = [...steps, ...also].find((one) => one.do === "insert")?.key;
    if (mark !== undefined && (await rows.get(teamPartition(team), mark)))
      return { got: { ...made, idea: (await readIdea(rows, team, id))?.idea ?? made.idea } };
  }
  return undefined;
};
