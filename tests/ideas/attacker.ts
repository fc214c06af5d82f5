import type { Idea } from "../../src/domain/idea/idea.ts";
import type { PersonId } from "../../src/domain/people/person.ts";
import type { Placed } from "../world/rows.ts";

/**
 * Everything that an attacker holds after the texts were shown: every row with its tag, every job, the log, all posts, and the bytes of the store's files.
 */
export type Loot = {
  readonly rows: readonly Placed[];
  readonly jobs: readonly unknown[];
  readonly log: readonly unknown[];
  readonly posts: readonly string[];
  readonly files: string;
};

/** A text of the loot, and the people of whom one may have written it: those who answered in its round. */
type Sought = { readonly idea: Idea; readonly row: Placed; readonly candidates: readonly PersonId[] };

type Asked = { readonly person: PersonId; readonly round: string; readonly answeredAt: number };

const answersIn = (rows: readonly Placed[]): readonly Asked[] =>
  rows.flatMap(({ row: { key, values } }) => {
    const [kind, round = "", person = ""] = key.split("|");
    return kind === "asked" && values.answer === "idea" ? [{ person, round, answeredAt: Number(values.answeredAt ?? 0) }] : [];
  });

const ideaIn = ({ row }: Placed): Idea | undefined =>
  /^(idea|ended)\|/.test(row.key) && row.values.withoutTrace === true ? (row.values as unknown as Idea) : undefined;

/** The rounds by the moments at which they began, the latest first. */
const roundsIn = (rows: readonly Placed[]): readonly { readonly id: string; readonly startedAt: number }[] =>
  rows
    .filter(({ row }) => row.key.startsWith("round|"))
    .map(({ row }) => ({ id: row.key.slice("round|".length), startedAt: Number(row.values.startedAt) }))
    .sort((one, other) => other.startedAt - one.startedAt);

const soughtIn = ({ rows }: Loot): readonly Sought[] => {
  const [asked, rounds] = [answersIn(rows), roundsIn(rows)];
  return rows.flatMap((placed) => {
    const idea = ideaIn(placed);
    if (!idea) return [];
    const round = rounds.find(({ startedAt }) => startedAt < idea.createdAt)?.id;
    const inTime = asked.filter((one) => one.round === round).sort((one, other) => one.answeredAt - other.answeredAt);
    return [{ idea, row: placed, candidates: inTime.map(({ person }) => person) }];
  });
};

type Guess = (sought: Sought, loot: Loot, all: readonly Sought[]) => PersonId | undefined;

const names = (text: string, { idea }: Sought): boolean => text.includes(idea.id) || text.includes(idea.friction);

/** Guesses the only candidate whom something names that also names the text. */
const together =
  (things: (loot: Loot) => readonly unknown[]): Guess =>
  (sought, loot) => {
    const told = things(loot)
      .map((thing) => JSON.stringify(thing))
      .filter((text) => names(text, sought));
    return sought.candidates.find((person) => told.some((text) => text.includes(person)));
  };

/** Pairs the texts of a round in some order with the people in the order of their answers. */
const inOrder =
  (by: (sought: Sought) => string | number): Guess =>
  (sought, _loot, all) => {
    const group = all
      .filter(({ candidates }) => candidates.join() === sought.candidates.join())
      .sort((one, other) => (by(one) < by(other) ? -1 : by(one) > by(other) ? 1 : 0));
    return sought.candidates[Math.floor((group.indexOf(sought) * sought.candidates.length) / Math.max(1, group.length))];
  };

/** Finds a value of the text's row, with the row's tag, that a row of a candidate has too; moments and flags of its group apart. */
const byValue: Guess = ({ row: { row }, candidates }, { rows }) => {
  const own = new Set([row.tag, ...Object.values(row.values)].map(String).filter((value) => value.length > 8));
  return candidates.find((person) =>
    rows.some(
      ({ partition, row: other }) =>
        (partition.includes(person) || other.key.includes(person)) &&
        [other.tag, ...Object.values(other.values), ...other.key.split("|")].some((value) => own.has(String(value))),
    ),
  );
};

/** Guesses the candidate of whom most rows tell, for all texts. */
const byCount: Guess = ({ candidates }, { rows }) => {
  const count = (person: PersonId) => rows.filter(({ partition, row }) => partition.includes(person) || row.key.includes(person)).length;
  return candidates.toSorted((one, other) => count(other) - count(one))[0];
};

/** Bytes of a file between a text and the person beside it. */
const near = 400;

const inFiles: Guess = ({ idea, candidates }, { files }) => {
  for (let at = files.indexOf(idea.friction); at >= 0; at = files.indexOf(idea.friction, at + 1)) {
    const around = files.slice(Math.max(0, at - near), at + near);
    const found = candidates.find((person) => around.includes(person));
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The ways in which the attacker guesses, by what each looks at. */
const ways = {
  rows: together(({ rows }) => rows),
  jobs: together(({ jobs }) => jobs),
  log: together(({ log }) => log),
  posts: together(({ posts }) => posts),
  "order of ids": inOrder(({ idea }) => idea.id),
  "order of numbers": inOrder(({ idea }) => idea.number ?? 0),
  "order of moments": inOrder(({ idea }) => idea.createdAt),
  values: byValue,
  count: byCount,
  files: inFiles,
} as const satisfies Record<string, Guess>;

export type Way = keyof typeof ways;

/** The guesses of one way, by the text: where it finds nothing, the attacker takes the first candidate. */
export const attack = (loot: Loot, way: Way): ReadonlyMap<string, PersonId> => {
  const all = soughtIn(loot);
  return new Map(all.map((sought) => [sought.idea.friction, ways[way](sought, loot, all) ?? sought.candidates[0] ?? ""]));
};
