import type { Idea } from "../../src/domain/idea/idea.ts";
import type { PersonId } from "../../src/domain/people/person.ts";
import type { Placed } from "../world/rows.ts";

/** A row with the moment (ms) at which its engine says that it was written, where it says so. */
export type Held = Placed & { readonly stamp?: number };

export const roles = ["lead", "coordinator", "admin"] as const;
export type Role = (typeof roles)[number];

/** The cards that a person of a role calls up when somebody has just answered: the attacker may know who, from the corridor. */
export type Look = { readonly role: Role; readonly round: number; readonly person: PersonId; readonly cards: readonly string[] };

/**
 * Everything that an attacker holds after the texts were shown: every row with its tag and its moment, every job that was ever put and when, the log, all posts,
 * the spans of a telemetry that was on, the bytes of the store's files, and what leads, coordinators and admins see: after each answer (`looks`), and in the end (`cards`).
 */
export type Loot = {
  readonly rows: readonly Held[];
  readonly jobs: readonly { readonly job: unknown; readonly at: number }[];
  readonly log: readonly unknown[];
  readonly posts: readonly string[];
  /** The words of each span, and the moment (ms) at which it began. */
  readonly spans: readonly { readonly said: string; readonly at: number }[];
  readonly files: string;
  readonly names: ReadonlyMap<PersonId, string>;
  readonly looks: readonly Look[];
  readonly cards: Readonly<Record<Role, readonly string[]>>;
};

/** A text's own word, which stays when the text is changed. */
export const keyOf = (text: string): string => text.match(/\bof ([\w-]{22})/)?.[1] ?? "";

/** A text of the loot, and the people of whom one may have written it, in the order of their answers in its round. */
type Sought = {
  readonly key: string;
  readonly idea: Idea;
  readonly row: Held;
  /** The place of its round among all rounds. */
  readonly round: number;
  readonly candidates: readonly PersonId[];
};

export const ideaIn = ({ row }: Placed): Idea | undefined =>
  /^(idea|ended)\|/.test(row.key) && row.values.withoutTrace === true ? (row.values as unknown as Idea) : undefined;

/** The people who answered with an idea in each round, without those whose idea has an author. */
const answersIn = (rows: readonly Held[]) => {
  const usual = new Set(rows.flatMap(({ row: { values } }) => (values.author && values.round ? [`${values.round}|${values.author}`] : [])));
  return rows.flatMap(({ row: { key, values } }) => {
    const [kind, round = "", person = ""] = key.split("|");
    const isOne = kind === "asked" && values.answer === "idea" && !usual.has(`${round}|${person}`);
    return isOne ? [{ person, round, answeredAt: Number(values.answeredAt ?? 0) }] : [];
  });
};

/** The rounds by the moments at which they began, the latest first. */
const roundsIn = (rows: readonly Held[]): readonly { readonly id: string; readonly startedAt: number }[] =>
  rows
    .filter(({ row }) => row.key.startsWith("round|"))
    .map(({ row }) => ({ id: row.key.slice("round|".length), startedAt: Number(row.values.startedAt) }))
    .sort((one, other) => other.startedAt - one.startedAt);

const soughtIn = ({ rows }: Loot): readonly Sought[] => {
  const [asked, rounds] = [answersIn(rows), roundsIn(rows)];
  return rows.flatMap((placed) => {
    const idea = ideaIn(placed);
    if (!idea) return [];
    const latest = rounds.findIndex(({ startedAt }) => startedAt < idea.createdAt);
    const inTime = asked.filter((one) => one.round === rounds[latest]?.id).sort((one, other) => one.answeredAt - other.answeredAt);
    return [
      { key: keyOf(idea.friction), idea, row: placed, round: rounds.length - 1 - latest, candidates: inTime.map(({ person }) => person) },
    ];
  });
};

/** The attacker's look at one text, with the loot and all the texts. */
type Guess = (sought: Sought, loot: Loot, all: readonly Sought[]) => PersonId | undefined;

const names = (text: string, { idea, key }: Sought): boolean => text.includes(idea.id) || text.includes(key);

/** Guesses a candidate whom something names that also names the text, and as few other texts as may be: minutes name owners beside many. */
const together =
  (things: (loot: Loot) => readonly unknown[]): Guess =>
  (sought, loot, all) => {
    const isNamed = (text: string) => (person: PersonId) => text.includes(person) || text.includes(loot.names.get(person) ?? person);
    const told = things(loot)
      .map((thing) => JSON.stringify(thing))
      .filter((text) => names(text, sought) && sought.candidates.some(isNamed(text)))
      .map((text) => ({ text, texts: all.filter((other) => names(text, other)).length }));
    const [best] = told.sort((one, other) => one.texts - other.texts);
    return best && sought.candidates.find(isNamed(best.text));
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

/** Finds the tag of the text's row at a row of a candidate. */
const byTag: Guess = ({ row: { row }, candidates }, { rows }) =>
  candidates.find((person) =>
    rows.some(({ partition, row: other }) => (partition.includes(person) || other.key.includes(person)) && other.tag === row.tag),
  );

/** A moment of 2001 or later (ms), as a value, or at the end of a key that counts down. */
const isMoment = (value: unknown): value is number => typeof value === "number" && value > 1e12;

type Moments = (loot: Loot, isAbout: (text: string) => boolean) => readonly number[];

const valuesOf: Moments = ({ rows }, isAbout) =>
  rows.flatMap(({ partition, row }) => (isAbout(`${partition} ${JSON.stringify(row)}`) ? Object.values(row.values).filter(isMoment) : []));
const stampsOf: Moments = ({ rows }, isAbout) =>
  rows.flatMap(({ partition, row, stamp }) => (stamp !== undefined && isAbout(`${partition} ${JSON.stringify(row)}`) ? [stamp] : []));
const spansOf: Moments = ({ spans }, isAbout) => spans.flatMap(({ said, at }) => (isAbout(said) ? [at] : []));
const putsOf: Moments = ({ jobs }, isAbout) => jobs.flatMap(({ job, at }) => (isAbout(JSON.stringify(job)) ? [at] : []));

/**
 * Guesses the candidate one of whose moments lies nearest to one of the text's. A moment that several texts share, such as that of their digest, tells of none:
 * at it Gnist also wrote of people whose names were shown.
 */
const nearest = (moments: Moments): Guess => {
  const shared = new WeakMap<readonly Sought[], ReadonlyMap<Sought, readonly number[]>>();
  return (sought, loot, all) => {
    const found = shared.get(all) ?? ownMoments(moments, loot, all);
    shared.set(all, found);
    const own = found.get(sought) ?? [];
    const away = (person: PersonId) => {
      const theirs = momentsOf(loot, person);
      return Math.min(...own.map((at) => nearestTo(at, theirs)));
    };
    return sought.candidates.map((person) => ({ person, away: away(person) })).sort((one, other) => one.away - other.away)[0]?.person;
  };
};

/** Each text's moments that no other text has; of a text without such a moment, all. */
const ownMoments = (moments: Moments, loot: Loot, all: readonly Sought[]): ReadonlyMap<Sought, readonly number[]> => {
  const found = all.map((sought) => [sought, new Set(moments(loot, (text) => names(text, sought)))] as const);
  const texts = new Map<number, number>();
  for (const [, its] of found) for (const at of its) texts.set(at, (texts.get(at) ?? 0) + 1);
  return new Map(
    found.map(([sought, its]) => {
      const own = [...its].filter((at) => texts.get(at) === 1);
      return [sought, own.length > 0 ? own : [...its]];
    }),
  );
};

const known = new WeakMap<Loot, Map<PersonId, readonly number[]>>();

/** All moments of a person, in order. */
const momentsOf = (loot: Loot, person: PersonId): readonly number[] => {
  const people = known.get(loot) ?? new Map<PersonId, readonly number[]>();
  known.set(loot, people);
  const before = people.get(person);
  if (before) return before;
  const isAbout = (text: string) => text.includes(person);
  const all = [valuesOf, stampsOf, putsOf].flatMap((moments) => moments(loot, isAbout)).sort((one, other) => one - other);
  people.set(person, all);
  return all;
};

const nearestTo = (at: number, moments: readonly number[]): number =>
  moments.reduce((away, one) => Math.min(away, Math.abs(one - at)), Infinity);

/** Takes the number of the text's row that differs most from text to text for a count of the people who had answered. */
const byCount: Guess = ({ row: { row }, candidates }, _loot, all) => {
  const group = all.filter((one) => one.candidates.join() === candidates.join());
  const places = Object.entries(row.values).flatMap(([name, value]) => {
    const counts = group.map(({ row: other }) => other.row.values[name]);
    const isPlace = counts.every((count) => typeof count === "number" && count >= 1 && count <= candidates.length);
    return isPlace ? [{ place: Number(value), different: new Set(counts).size }] : [];
  });
  const [best] = places.sort((one, other) => other.different - one.different);
  return best && best.different > 1 ? candidates[best.place - 1] : undefined;
};

/** Guesses the candidate of whom most rows tell, for all texts. */
const byMostRows: Guess = ({ candidates }, { rows }) => {
  const count = (person: PersonId) => rows.filter(({ partition, row }) => partition.includes(person) || row.key.includes(person)).length;
  return candidates.toSorted((one, other) => count(other) - count(one))[0];
};

/** Bytes of a file between a text and the person beside it. */
const near = 400;

/** The candidate who stands nearest to the text, or to the idea's id, anywhere in the files. */
const inFiles: Guess = ({ key, idea, candidates }, { files }) => {
  let nearest: { readonly person: PersonId; readonly bytes: number } | undefined;
  for (const name of [key, idea.id])
    for (let at = files.indexOf(name); at >= 0; at = files.indexOf(name, at + 1)) {
      const from = Math.max(0, at - near);
      const around = files.slice(from, at + near);
      for (const person of candidates) {
        const before = around.lastIndexOf(person, at - from);
        const after = around.indexOf(person, at - from);
        const bytes = Math.min(before < 0 ? near : at - from - before, after < 0 ? near : after - (at - from));
        if (bytes < (nearest?.bytes ?? near)) nearest = { person, bytes };
      }
    }
  return nearest?.person;
};

/** The figures in the lines of cards, by what the line says beside them. */
const figuresIn = (cards: readonly string[], key = ""): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const text of cards.flatMap((card) => card.split("\n"))) {
    const line = text.replaceAll(key === "" ? / of [\w-]{22}/g : key, "");
    const [said, figures] = [line.replaceAll(/\d+/g, "#"), line.match(/\d+/g) ?? []];
    if (figures.length > 0) found.set(said, new Set([...(found.get(said) ?? []), ...figures]));
  }
  return found;
};

/** Lines that came up after each answer of a round, with their figures, beside the person who answered. */
type Sight = {
  readonly round: number;
  readonly person: PersonId;
  readonly fresh: ReadonlyMap<string, ReadonlySet<string>>;
  readonly text: string;
};

const sightsOf = (loot: Loot, role: Role): readonly Sight[] => {
  const looks = loot.looks.filter((look) => look.role === role);
  return looks.map(({ round, person, cards }, at) => {
    const before = figuresIn(looks[at - 1]?.cards ?? []);
    const fresh = [...figuresIn(cards)].map(([said, figures]) => {
      const known = before.get(said);
      return [said, new Set([...figures].filter((figure) => !known?.has(figure)))] as const;
    });
    return { round, person, fresh: new Map(fresh.filter(([, figures]) => figures.size > 0)), text: cards.join("\n") };
  });
};

/**
 * Compares what a role sees after each answer with what it saw before. For each line that changed, and each line of a card about a text, the attacker asks after
 * whose answer the figure of the one came up in the other, and believes the couple of lines that tells of the most texts.
 */
const guessBySight = (loot: Loot, role: Role, all: readonly Sought[]): ReadonlyMap<Sought, PersonId> => {
  const sights = sightsOf(loot, role);
  const couples = new Map<string, Map<Sought, PersonId>>();
  for (const sought of all) {
    const inRound = sights.filter(({ round, person }) => round === sought.round && sought.candidates.includes(person));
    const seen = inRound.find(({ text }) => text.includes(sought.key));
    if (seen) couples.set("its words", (couples.get("its words") ?? new Map()).set(sought, seen.person));
    const about = loot.cards[role].filter(
      (card) => card.includes(sought.key) && !all.some(({ key }) => key !== sought.key && card.includes(key)),
    );
    for (const [line, figures] of figuresIn(about, sought.key))
      for (const { person, fresh } of inRound)
        for (const [said, now] of fresh) {
          const name = `${line}|${said}`;
          const told = couples.get(name) ?? new Map<Sought, PersonId>();
          couples.set(name, told);
          if (!told.has(sought) && [...figures].some((figure) => now.has(figure))) told.set(sought, person);
        }
  }
  return [...couples.values()].sort((one, other) => other.size - one.size)[0] ?? new Map();
};

const sightings = new WeakMap<Loot, Map<Role, ReadonlyMap<string, PersonId>>>();

const bySight =
  (role: Role): Guess =>
  (sought, loot, all) => {
    const byRole = sightings.get(loot) ?? new Map<Role, ReadonlyMap<string, PersonId>>();
    sightings.set(loot, byRole);
    const found = byRole.get(role) ?? new Map([...guessBySight(loot, role, all)].map(([{ key }, person]) => [key, person]));
    byRole.set(role, found);
    return found.get(sought.key) ?? together(({ cards }) => cards[role])(sought, loot, all);
  };

/** The ways in which the attacker guesses, by the trace that each looks for. */
const ways = {
  row: together(({ rows }) => rows),
  job: together(({ jobs }) => jobs),
  "log line": together(({ log }) => log),
  post: together(({ posts }) => posts),
  span: together(({ spans }) => [...new Set(spans.map(({ said }) => said))]),
  "order of ids": inOrder(({ idea }) => idea.id),
  "order of numbers": inOrder(({ idea }) => idea.number ?? 0),
  "order of moments": inOrder(({ idea }) => idea.createdAt),
  "order of system timestamps": inOrder(({ row }) => row.stamp ?? 0),
  stamp: nearest(valuesOf),
  "system timestamp": nearest(stampsOf),
  "queue message": nearest(putsOf),
  "moment of a span": nearest(spansOf),
  tag: byTag,
  count: byCount,
  "most rows": byMostRows,
  "free page": inFiles,
  lead: bySight("lead"),
  coordinator: bySight("coordinator"),
  admin: bySight("admin"),
} as const satisfies Record<string, Guess>;

export type Way = keyof typeof ways;
export const wayNames = Object.keys(ways) as readonly Way[];

/** The guesses of one way, by the text's key: where a way finds nothing, the attacker takes the first candidate. */
export const attack = (loot: Loot, way: Way): ReadonlyMap<string, PersonId> => {
  const all = soughtIn(loot);
  return new Map(all.map((sought) => [sought.key, ways[way](sought, loot, all) ?? sought.candidates[0] ?? ""]));
};
