import { hasEnded, type Idea, type IdeaId } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Change, Range, Row, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode, type RowKind } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

/** An idea as it was read: `idea` rows are what lists read, `ended` rows are found by their id alone. */
export type StoredIdea = { readonly idea: Idea; readonly tag: string; readonly place: "idea" | "ended" };

type IdeaRow = Pick<StoredIdea, "tag" | "place">;

export const keyIn = (place: StoredIdea["place"], id: IdeaId) => `${place}|${id}`;

/** Later than any instant of this century (ms): keys that count down from it list the newest first. */
const endOfTime = 4_102_444_800_000;

export const countdown = (at: number) => String(endOfTime - at).padStart(13, "0");

export const mineKey = (author: PersonId, { createdAt, id }: Pick<Idea, "createdAt" | "id">) =>
  `mine|${author}|${countdown(createdAt)}|${id}`;

/** Replaces an idea that was read (compare-and-set). An ended idea that was reopened moves back to the lists. */
export const putIdea = (idea: Idea, { tag, place }: IdeaRow): readonly Change[] => {
  const isBack = place === "ended" && !hasEnded(idea);
  if (!isBack) return [{ do: "put", key: keyIn(place, idea.id), values: encode(rowKinds[place], idea), tag }];
  return [
    { do: "delete", key: keyIn("ended", idea.id), tag },
    { do: "insert", key: keyIn("idea", idea.id), values: encode(rowKinds.idea, idea) },
  ];
};

/** Gives an idea its number, in the transaction that shows it to the team. @param shown the digest and its instant (ms) */
export const numberIdea = (
  stored: StoredIdea,
  number: number,
  shown: { readonly digest: string; readonly shownAt: number },
): { readonly idea: Idea; readonly changes: readonly Change[] } => {
  const idea = { ...stored.idea, number, ...shown };
  return {
    idea,
    changes: [...putIdea(idea, stored), { do: "insert", key: `number|${number}`, values: encode(rowKinds.number, { idea: idea.id }) }],
  };
};

/** Moves an idea whose end a digest has told out of the lists. False where it has changed since it was read, and stays. */
export const shelveIdea = async (rows: Rows, team: TeamId, { idea, tag }: StoredIdea): Promise<boolean> =>
  (await rows.commit(teamPartition(team), [
    { do: "delete", key: keyIn("idea", idea.id), tag },
    { do: "insert", key: keyIn("ended", idea.id), values: encode(rowKinds.ended, idea) },
  ])) === "done";

const findIdea = async (rows: Rows, team: TeamId, place: StoredIdea["place"], id: IdeaId): Promise<StoredIdea | undefined> => {
  const row = await rows.get(teamPartition(team), keyIn(place, id));
  return row && { idea: decode(rowKinds[place], teamPartition(team), row), tag: row.tag, place };
};

/** Has an idea left the lists? */
export const isShelved = async (rows: Rows, team: TeamId, id: IdeaId): Promise<boolean> =>
  (await rows.get(teamPartition(team), keyIn("ended", id))) !== undefined;

/** Reads an idea from the lists or from the ended ones, both at once. @param likely the place to read first; both are read only where it is not there */
export const readIdea = async (rows: Rows, team: TeamId, id: IdeaId, likely?: StoredIdea["place"]): Promise<StoredIdea | undefined> => {
  const look = async () => {
    const [listed, ended] = await Promise.all([findIdea(rows, team, "idea", id), findIdea(rows, team, "ended", id)]);
    return listed ?? ended;
  };
  // The last look is for an idea that moved between the two places during the one before.
  return (likely && (await findIdea(rows, team, likely, id))) ?? (await look()) ?? (await look());
};

/** The ideas that lists show: open ones, held ones, and those that ended after the last digest. */
export const readIdeas = async (rows: Rows, team: TeamId): Promise<readonly StoredIdea[]> => {
  const found = await rows.list(teamPartition(team), under("idea"));
  const ideas = decodeAll(rowKinds.idea, teamPartition(team), found);
  return ideas.map((idea, at) => ({ idea, tag: found[at]?.tag ?? "", place: "idea" }));
};

/** Ideas that one page reads. */
const onPage = 500;

/** Every idea of a team, the ended ones too, page by page in the order of their random ids. One that moves meanwhile may come twice, or not at all. */
export async function* everyIdea(rows: Rows, team: TeamId): AsyncGenerator<readonly Idea[]> {
  const partition = teamPartition(team);
  for (const place of ["idea", "ended"] as const)
    for (let range = under(place); ; ) {
      const found = await rows.list(partition, range, onPage);
      yield decodeAll(rowKinds[place], partition, found);
      const last = found.at(-1);
      if (!last || found.length < onPage) break;
      range = { ...range, from: `${last.key} ` };
    }
}

/**
 * Reads several ideas from the lists or from the ended ones, and leaves out those that it does not find. @param likely the place where each most likely stands
 */
export const readSome = async (
  rows: Rows,
  team: TeamId,
  ids: readonly IdeaId[],
  likely: (id: IdeaId) => StoredIdea["place"] | undefined = () => undefined,
): Promise<readonly StoredIdea[]> =>
  (await Promise.all(ids.map((id) => readIdea(rows, team, id, likely(id))))).filter((one) => one !== undefined);

export const readNumbered = async (rows: Rows, team: TeamId, number: number): Promise<StoredIdea | undefined> => {
  const row = await rows.get(teamPartition(team), `number|${number}`);
  return row && readIdea(rows, team, decode(rowKinds.number, teamPartition(team), row).idea);
};

/** The next number an idea gets in this team, and the change that moves it on by `count`; both in the transaction that gives the numbers. */
export const readNumbers = async (
  rows: Rows,
  team: TeamId,
): Promise<{ readonly next: number; readonly advance: (count: number) => Change }> => {
  const row = await rows.get(teamPartition(team), "numbers");
  const next = row ? decode(rowKinds.numbers, teamPartition(team), row).next : await firstFree(rows, team);
  const after = (count: number) => ({ key: "numbers", values: encode(rowKinds.numbers, { next: next + count }) });
  return {
    next,
    advance: (count) => (row ? { do: "put", ...after(count), tag: row.tag } : { do: "insert", ...after(count) }),
  };
};

/** Reads rows whose facts are all in the key. @throws BadRow for a row of another version */
export const listKeys = async (rows: Rows, kind: RowKind, team: TeamId, range: Range, limit?: number): Promise<readonly Row[]> => {
  const found = await rows.list(teamPartition(team), range, limit);
  decodeAll(kind, teamPartition(team), found);
  return found;
};

/** The number after the highest that an idea of this team has, for a team that has given none yet, or whose row of numbers was set aside. */
const firstFree = async (rows: Rows, team: TeamId): Promise<number> => {
  const given = await Promise.all(["number", "aside|number"].map((prefix) => rows.list(teamPartition(team), under(prefix))));
  const numbers = given.flat().map(({ key }) => Number(key.split("|").at(-1)));
  return numbers.reduce((most, number) => Math.max(most, number), 0) + 1;
};

/** A place among a person's ideas: the end of the key of its row, which sorts the newest first. */
export type PlaceInMine = string;

/** Ids of a person's ideas with their places, the newest first; with `after`, those that are older than that place. */
export const readMine = async (
  rows: Rows,
  team: TeamId,
  person: PersonId,
  limit: number,
  after?: PlaceInMine,
): Promise<readonly { readonly id: IdeaId; readonly place: PlaceInMine }[]> => {
  const all = under(`mine|${person}`);
  const range = after === undefined ? all : { ...all, from: `${all.from}${after}~` };
  const found = await listKeys(rows, rowKinds.mine, team, range, limit);
  return found.map(({ key }) => ({ id: key.split("|")[3] ?? "", place: key.slice(all.from.length) }));
};
