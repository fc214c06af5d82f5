import { isPlain } from "../world/cards.ts";

/** A text or a number that a card shows, or that its buttons send, with the name under which it stands there. */
export type Leaf = { readonly key: string; readonly value: string };

/** All leaves of a card in its order, those of its buttons' data too. */
export const leavesOf = (value: unknown, key = ""): readonly Leaf[] => {
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, key));
  if (isPlain(value)) return Object.entries(value).flatMap(([name, one]) => leavesOf(one, name));
  return typeof value === "string" || typeof value === "number" ? [{ key, value: String(value) }] : [];
};

const roles = ["member", "lead", "coordinator", "admin"] as const;
type Role = (typeof roles)[number];

/** A card as somebody sees it at a moment (ms). `card` names what they called up, or the place of a post. */
export type Sight = { readonly at: number; readonly by: Role; readonly card: string; readonly leaves: readonly Leaf[] };

/** A colleague was seen to press *Send*: everybody knows when. Whether the text was one of those that follow nobody sees. */
export type SeenSending = { readonly round: number; readonly person: string; readonly at: number };

/**
 * All that people see of ideas whose author the store knows, and the log as operators read it. `rounds`: the round of each text, by the digest that showed it
 * first. `kinds`: the kind of each text, as its line in the digest says it.
 */
export type Seen = {
  readonly sights: readonly Sight[];
  readonly lines: readonly { readonly at: number; readonly line: string }[];
  readonly sent: readonly SeenSending[];
  readonly rounds: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, string>;
  /** The ids of people by their names: a form in which a lead chooses a person holds them. */
  readonly ids: ReadonlyMap<string, string>;
};

/** Every text of the play is of this form, so that a card can be searched for all of them at once. */
export const isText = /Trouble [a-z]{12}/;

/** The leaves of a card from one text to the next, by the text; all of them where there is one text alone. */
const findParts = ({ leaves }: Sight): ReadonlyMap<string, readonly Leaf[]> => {
  const parts = new Map<string, Leaf[]>();
  let part: Leaf[] | undefined;
  for (const leaf of leaves) {
    const [text] = isText.exec(leaf.value) ?? [];
    if (text !== undefined) {
      part = parts.get(text) ?? [];
      parts.set(text, part);
    }
    part?.push(leaf);
  }
  const [only, ...others] = parts.keys();
  return only !== undefined && others.length === 0 ? new Map([[only, leaves]]) : parts;
};

/** Twins leave most sights as they were, so that the parts of each are found once. */
const foundParts = new WeakMap<Sight, ReturnType<typeof findParts>>();
const partsOf = (sight: Sight): ReturnType<typeof findParts> => {
  const parts = foundParts.get(sight) ?? findParts(sight);
  foundParts.set(sight, parts);
  return parts;
};

type Shown = { readonly sight: Sight; readonly part: readonly Leaf[] };

/** A text, the people who answered in its round, in the order in which they pressed *Send*, and all that was shown of it. */
type Sought = { readonly text: string; readonly sent: readonly SeenSending[]; readonly shown: readonly Shown[] };

const soughtIn = ({ sights, sent, rounds }: Seen): readonly Sought[] => {
  const shown = new Map<string, Shown[]>();
  for (const sight of sights) for (const [text, part] of partsOf(sight)) shown.set(text, [...(shown.get(text) ?? []), { sight, part }]);
  return [...rounds].map(([text, round]) => ({
    text,
    sent: sent.filter((one) => one.round === round).sort((one, other) => one.at - other.at),
    shown: shown.get(text) ?? [],
  }));
};

type Guess = (sought: Sought, seen: Seen, all: readonly Sought[]) => string | undefined;

type Sorts = string | number | undefined;

/** Pairs the texts of a round in an order with the people in the order in which they pressed. A text that the order does not know is not guessed. */
const inOrder =
  (orderOf: (group: readonly Sought[]) => (one: Sought) => Sorts): Guess =>
  (sought, _seen, all) => {
    const group = all.filter(({ sent }) => sent[0] === sought.sent[0]);
    const by = orderOf(group);
    const known = group.flatMap((one) => {
      const at = by(one);
      return at === undefined ? [] : [{ one, at }];
    });
    const sorted = known.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.one.text < b.one.text ? -1 : 1));
    const place = sorted.findIndex(({ one }) => one === sought);
    return place < 0 ? undefined : sought.sent[Math.floor((place * sought.sent.length) / sorted.length)]?.person;
  };

const firstMatch = ({ shown }: Sought, find: (leaf: Leaf) => string | undefined): string | undefined => {
  for (const { part } of shown)
    for (const leaf of part) {
      const found = find(leaf);
      if (found !== undefined) return found;
    }
  return undefined;
};

const idOf = (sought: Sought) => firstMatch(sought, ({ key, value }) => (key === "idea" ? value : undefined));

/** The number stands in the text's line or in the one before. */
const numberOf = ({ text, shown }: Sought): number => {
  for (const { sight } of shown) {
    const lines = sight.leaves.filter(({ key }) => key === "text").map(({ value }) => value);
    const at = lines.findIndex((value) => value.includes(text));
    const [, number] = /#(\d+)/.exec(`${lines[at - 1]} ${lines[at]}`) ?? [];
    if (number !== undefined) return Number(number);
  }
  return 0;
};

/** The places of the texts on the card that shows most of them at once. */
const byPlace =
  (card: string) =>
  (group: readonly Sought[]): ((one: Sought) => Sorts) => {
    const counts = new Map<Sight, number>();
    for (const { shown } of group) for (const { sight } of shown) if (sight.card === card) counts.set(sight, (counts.get(sight) ?? 0) + 1);
    const [best] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [];
    return ({ text }) => {
      const at = best?.leaves.findIndex(({ value }) => value.includes(text)) ?? -1;
      return at < 0 ? undefined : at;
    };
  };

/** The sum of what the cards of one name say of a text in units of time, such as its age, by the look. */
const saidIn = (sought: Sought, card: string): readonly { readonly at: number; readonly said: number }[] =>
  sought.shown.flatMap(({ sight, part }) => {
    if (sight.card !== card) return [];
    const words = part.filter(({ key }) => key === "text").map(({ value }) => value.replace(/#\d+/g, ""));
    const numbers = [...words.join(" ").matchAll(/(\d+) (?:minute|hour|day|week)/g)];
    return numbers.length === 0 ? [] : [{ at: sight.at, said: numbers.reduce((sum, [, number]) => sum + Number(number), 0) }];
  });

/** By the ages that a card tells: the oldest was sent first. The look at which most ages differ tells most. */
const byMoment =
  (card: string) =>
  (group: readonly Sought[]): ((one: Sought) => Sorts) => {
    const looks = new Map<number, Map<string, number>>();
    for (const one of group)
      for (const { at, said } of saidIn(one, card)) looks.set(at, (looks.get(at) ?? new Map<string, number>()).set(one.text, said));
    const differing = ([, said]: readonly [number, ReadonlyMap<string, number>]) => new Set(said.values()).size;
    const [, best] = [...looks].sort((one, other) => differing(other) - differing(one))[0] ?? [];
    return ({ text }) => {
      const age = best?.get(text);
      return age === undefined ? undefined : -age;
    };
  };

/** Looks at what a card says that it did not say before somebody pressed *Send*: the text, its id, or its kind. */
const byChange =
  (counts: (sight: Sight) => boolean): Guess =>
  (sought, { sights, sent, kinds }) => {
    const id = idOf(sought);
    const kind = kinds.get(sought.text);
    const [first, last] = [sought.sent[0], sought.sent.at(-1)];
    const cards = new Map<string, Sight[]>();
    for (const sight of sights.filter(counts)) {
      const name = `${sight.by} ${sight.card}`;
      if (first && last && sight.at >= first.at - 60_000 && sight.at <= last.at + 60_000)
        cards.set(name, [...(cards.get(name) ?? []), sight]);
    }
    const isNamed = [
      (value: string) => value.includes(sought.text) || (id !== undefined && value.includes(id)),
      (value: string) => kind !== undefined && value.includes(kind),
    ];
    for (const names of isNamed)
      for (const looks of cards.values())
        for (const [at, look] of looks.entries()) {
          const before = new Set(looks[at - 1]?.leaves.map(({ value }) => value));
          if (at > 0 && look.leaves.some(({ value }) => !before.has(value) && names(value)))
            return sent.findLast((one) => one.at <= look.at)?.person;
        }
    return undefined;
  };

/** Ids and secrets, as buttons carry them. */
const isId = ({ key, value }: Leaf): boolean => !["text", "title", "label"].includes(key) && /^[\w|~-]{8,}$/.test(value);

/** Finds an id in the buttons of a text that is a person's own, or that stands elsewhere beside one person alone. */
const byData: Guess = ({ shown, sent }, { sights, ids }) => {
  const own = new Set(shown.flatMap(({ part }) => part.filter(isId).map(({ value }) => value)));
  const direct = sent.find(({ person }) => own.has(ids.get(person) ?? ""));
  if (direct) return direct.person;
  const beside = besideOf(sights, ids);
  for (const value of own) {
    const people = beside.get(value);
    const [only] = people ?? [];
    if (people?.size === 1 && sent.some(({ person }) => person === only)) return only;
  }
  return undefined;
};

const known = new WeakMap<readonly Sight[], ReadonlyMap<string, ReadonlySet<string>>>();

/** The people beside whose names or ids each id stands, at most two leaves away. */
const besideOf = (sights: readonly Sight[], ids: Seen["ids"]): ReadonlyMap<string, ReadonlySet<string>> => {
  const before = known.get(sights);
  if (before) return before;
  const beside = new Map<string, Set<string>>();
  for (const { leaves } of sights)
    for (const [at, { value }] of leaves.entries())
      for (const [person, id] of ids)
        if (value.includes(person) || value.includes(id))
          for (const leaf of leaves.slice(Math.max(0, at - 2), at + 3).filter(isId))
            beside.set(leaf.value, (beside.get(leaf.value) ?? new Set()).add(person));
  known.set(sights, beside);
  return beside;
};

/** Finds a line of the log that holds the text or its id, and takes who pressed last before it. */
const byLog: Guess = (sought, { lines, sent, rounds }) => {
  const own = [sought.text, idOf(sought) ?? sought.text];
  const round = rounds.get(sought.text);
  const line = lines.find((one) => own.some((id) => one.line.includes(id)));
  return line && sent.findLast((one) => one.round === round && one.at <= line.at)?.person;
};

/** The card in which leads see ideas as they are sent, as *Who sees this* says. */
const isDraft = ({ by, card }: Sight): boolean => by === "lead" && card === "draft";

/** The ways in which people who see the product guess, by what each looks at. */
const ways = {
  "order of ids": inOrder(() => idOf),
  "order of numbers": inOrder(() => numberOf),
  "order of lines in posts": inOrder(byPlace("channel")),
  "order of lines in the draft": inOrder(byPlace("draft")),
  "order of lines in all ideas": inOrder(byPlace("all ideas")),
  "order of lines in exports": inOrder(byPlace("export")),
  "moments in posts": inOrder(byMoment("channel")),
  "moments in the draft": inOrder(byMoment("draft")),
  "moments in all ideas": inOrder(byMoment("all ideas")),
  "moments in stories": inOrder(byMoment("story")),
  "moments in coordinators' posts": inOrder(byMoment("coordinators' channel")),
  "changes between two answers": byChange((sight) => !isDraft(sight)),
  "changes of the draft between two answers": byChange(isDraft),
  "data in buttons": byData,
  log: byLog,
} as const satisfies Record<string, Guess>;

export type Look = keyof typeof ways;
export const looks = Object.keys(ways) as readonly Look[];

/** The author whom a way guesses for each text; where it finds nothing, the one who pressed first. */
export const guessBy = (way: Look, seen: Seen): ReadonlyMap<string, string> => {
  const all = soughtIn(seen);
  return new Map(all.map((sought) => [sought.text, ways[way](sought, seen, all) ?? sought.sent[0]?.person ?? ""]));
};
