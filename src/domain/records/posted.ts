/** The copy of a post as it stood in a channel: names and words of ideas can be taken out of it. Pure data in, pure data out. */
import type { Forgotten } from "../idea/forget.ts";
import type { IdeaId } from "../idea/idea.ts";
import type { IdeaView, Names } from "../idea/view.ts";
import type { Message } from "../message/index.ts";

/** The kinds of posts that a team keeps copies of. */
export const postKinds = ["digest", "board", "minutes", "review"] as const;
export type PostKind = (typeof postKinds)[number];

/** A person, or people of one name, whom a copy names; without `name` once the data of one of them is erased. `ids` is empty for a contact, of whom Gnist knows the name alone. */
export type NamedInPost = { readonly name?: string; readonly ids: readonly string[] };

/** A message with a mark in place of each name, as JSON, and the people to whom the marks lead. */
export type NamesApart = { readonly json: string; readonly people: readonly NamedInPost[] };

/** An idea whose author has withdrawn it since, in its place in a copy: nothing else is left of it. `withdrawnAt`: an instant (ms). */
export type WithdrawnInPost = Pick<IdeaView, "id" | "number" | "title" | "voices" | "stage" | "ownerAsked"> & {
  readonly withdrawnAt: number;
};

type Facts = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Facts => typeof value === "object" && value !== null && !Array.isArray(value);

const isIdea = (value: unknown): value is Facts & { readonly id: string; readonly title: string } =>
  isRecord(value) && typeof value.id === "string" && typeof value.title === "string";

/** Rebuilds a value from the bottom up. */
const rebuilt = (value: unknown, change: (part: unknown, name: string) => unknown, name = ""): unknown => {
  if (Array.isArray(value)) return value.map((one) => rebuilt(one, change, name));
  if (!isRecord(value)) return change(value, name);
  return change(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rebuilt(one, change, key)])), name);
};

/** The place of a name in a copy. No message has such a field. */
const mark = "$person";

/** Facts that hold words of Gnist's own, whatever a person is called. */
const ownWords: ReadonlySet<string> = new Set(["say", "id", "idea", "stage", "kind", "week"]);

/** Takes the names out of a message. @param names the people whom it may name */
export const namesApart = (message: Message, names: Names): NamesApart => {
  const ids = new Map<string, string[]>();
  for (const [id, name] of names) ids.set(name, [...(ids.get(name) ?? []), id]);
  const people: NamedInPost[] = [];
  const places = new Map<string, number>();
  const marked = rebuilt(message, (part, field) => {
    if (typeof part !== "string" || part === "" || ownWords.has(field) || !(ids.has(part) || field === "contact")) return part;
    const place = places.get(part) ?? people.length;
    if (place === people.length) people.push({ name: part, ids: ids.get(part) ?? [] });
    places.set(part, place);
    return { [mark]: place };
  });
  return { json: JSON.stringify(marked), people };
};

/** Puts the names back; a name that was erased is empty. */
export const withNames = ({ json, people }: NamesApart): Message =>
  rebuilt(JSON.parse(json), (part) => (isRecord(part) && mark in part ? (people[Number(part[mark])]?.name ?? "") : part)) as Message;

/** The people whom a copy still names, by their ids. */
export const namesOf = (people: readonly NamedInPost[]): Names =>
  new Map(people.flatMap(({ name, ids }) => (name === undefined ? [] : ids.map((id) => [id, name] as const))));

/** Is one of these the person? A contact is known by name alone. */
export const isNamedIn = (people: readonly NamedInPost[], { ids, names = [] }: Pick<Forgotten, "ids"> & Partial<Forgotten>): boolean =>
  people.some((one) => (one.ids.length > 0 ? one.ids.some((id) => ids.includes(id)) : one.name !== undefined && names.includes(one.name)));

/** Without a person. Two people of one name go together: the name that stays would still be read as that of the other. */
export const peopleWithout = (people: readonly NamedInPost[], whom: Forgotten): readonly NamedInPost[] =>
  people.map((one) => (isNamedIn([one], whom) ? { ids: [] } : one));

/** The ideas whose words stand in a message. */
export const ideasInPost = (message: Message): readonly IdeaId[] => {
  const found = new Set<IdeaId>();
  rebuilt(message, (part) => {
    if (isIdea(part) && part.title !== "") found.add(part.id);
    return part;
  });
  return [...found];
};

/** The message without the words of an idea. A part that names the idea as `idea` loses its texts too, and one that holds it the result or the lesson beside it. */
export const withoutIdea = (message: Message, idea: IdeaId, withdrawnAt: number): Message =>
  rebuilt(message, (part) => {
    if (isIdea(part) && part.id === idea) {
      if (part.title === "") return part;
      const { id, number } = part as Facts & Pick<IdeaView, "id" | "number">;
      const voices = typeof part.voices === "number" ? part.voices : 0;
      const left: WithdrawnInPost = { id, title: "", voices, stage: "withdrawn", ownerAsked: false, withdrawnAt };
      return number === undefined ? left : { ...left, number };
    }
    if (isRecord(part) && isIdea(part.idea) && part.idea.id === idea && "text" in part)
      return Object.fromEntries(Object.entries(part).filter(([key]) => key !== "text"));
    if (isRecord(part) && part.idea === idea)
      return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, typeof one === "string" && key !== "idea" ? "" : one]));
    return part;
  }) as Message;

/** The message with a sentence of Gnist's own in place of each title whose words were taken back, for a reader of the copy. */
export const withWithdrawn = (message: Message, said: string): Message =>
  rebuilt(message, (part) => (isIdea(part) && part.title === "" && "withdrawnAt" in part ? { ...part, title: said } : part)) as Message;

/** Facts of an idea that are counts, or that change with the day alone. A version for each of them would tell at which instant somebody pressed. */
const passing: ReadonlySet<string> = new Set(["voices", "thanks", "ageDays", "isPast", "isLate", "otherYear"]);

/** All that a message says but for numbers beside its ideas, and for the order and the section of each: both follow the voices. */
const saidIn = (message: Message): string => {
  const ideas: string[] = [];
  const texts = new Set<string>();
  rebuilt(message, (part, field) => {
    if (typeof part === "string" && field !== "kind") texts.add(`${field}=${part}`);
    if (!isRecord(part)) return part;
    const lasting = Object.entries(part).filter(([name]) => !passing.has(name));
    if (isIdea(part)) ideas.push(JSON.stringify(lasting.sort(([one], [other]) => (one < other ? -1 : 1))));
    return Object.fromEntries(lasting);
  });
  return JSON.stringify([ideas.sort(), [...texts].sort()]);
};

/** Do two views of a post say the same, but for counts? */
export const isSameButCounts = (one: Message, other: Message): boolean => saidIn(one) === saidIn(other);
