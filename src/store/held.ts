/** Tells what rows of each kind hold of a person, for `my data`. A kind without a line here does not compile. */
import { namesPerson } from "../domain/idea/forget.ts";
import { type Idea, titleOf } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { DataGroup, DataLine, PersonFacts } from "../domain/message/people.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Row, Rows } from "../ports.ts";
import { isAbout } from "./erasure.ts";
import { kindOf, rowKinds } from "./kinds.ts";
import { personPartition } from "./person.ts";
import { decode, type Of, type RowKind } from "./record.ts";

/** One thing that is held. `idea`: the idea that it is about. */
export type Held = { readonly group: DataGroup; readonly at?: number; readonly idea?: string } & Partial<Pick<DataLine, "texts" | "facts">>;

type Teller<K extends RowKind> = (record: Of<K>, key: readonly string[], is: (id: string | undefined) => boolean) => readonly Held[];

/** A group alone: the rows of the kind are counted. */
type Telling<K extends RowKind> = "nobody" | DataGroup | Teller<K>;

const tellFacts = (facts: Partial<PersonFacts>): readonly Held[] => [{ group: "you", facts }];

const words = (...texts: readonly (string | undefined)[]): { readonly texts: readonly string[] } => ({
  texts: texts.flatMap((text) => text || []),
});

const tellIdea = (idea: Idea, _key: readonly string[], is: (id: string | undefined) => boolean): readonly Held[] => {
  const { id, friction, proposal, createdAt, whys = [], help, counts, result, lesson, test } = idea;
  const own = is(idea.author) ? [{ group: "ideas", at: createdAt, idea: id, ...words(friction, proposal) } as const] : [];
  const owned = is(idea.owner)
    ? [{ group: "owned", idea: id, ...words(titleOf(idea), test, ...whys, help?.why, counts, result, lesson) } as const]
    : [];
  const isAsked = is(idea.askedOwner) || is(idea.askedBy) || is(idea.mergedBy) || is(idea.last?.who);
  return own.length + owned.length > 0 || !isAsked ? [...own, ...owned] : [{ group: "steps", idea: id, ...words(titleOf(idea)) }];
};

const tellings: { readonly [K in keyof typeof rowKinds]: Telling<(typeof rowKinds)[K]> } = {
  // Every line says its team, so the name stands there without a text.
  team: () => [{ group: "roles", facts: {} }],
  member: tellFacts,
  guest: tellFacts,
  left: tellFacts,
  round: "planned",
  asked: ({ answeredAt, sentAt, answer }) => {
    const at = answeredAt ?? sentAt;
    return [{ group: answer === undefined ? "asked" : "answered", ...(at === undefined ? {} : { at }) }];
  },
  waiting: ({ friction, proposal }) => [{ group: "ideas", ...words(friction, proposal) }],
  idea: tellIdea,
  ended: tellIdea,
  voice: ({ waits }, [, idea = ""]) => (waits ? [] : [{ group: "voices", idea }]),
  step: ({ at, why }, [, idea = ""]) => [{ group: "steps", at, idea, ...words(why) }],
  runTests: "nobody",
  spread: "nobody",
  tip: "nobody",
  tips: "nobody",
  request: ({ at, why, person }, [, idea = ""], is) => [{ group: "requests", at, idea, ...words(is(person) ? why : undefined) }],
  question: ({ at, text }, [, idea = ""]) => [{ group: "questions", at, idea, texts: [text] }],
  thanks: (_thanks, [, idea = ""]) => [{ group: "thanks", idea }],
  thanked: "nobody",
  number: "nobody",
  numbers: "nobody",
  mine: "notes",
  handled: "nobody",
  digest: "nobody",
  review: "nobody",
  shown: "nobody",
  posted: "posts",
  copied: "nobody",
  exported: "nobody",
  board: ({ closedAt, closedBy, decisions = [] }, _key, is) => {
    const at = closedAt === undefined ? {} : { at: closedAt };
    return [
      ...(is(closedBy) ? [{ group: "steps", ...at } as const] : []),
      ...decisions.flatMap(({ idea, who }) => (is(who) ? [{ group: "steps", ...at, idea } as const] : [])),
    ];
  },
  onBoard: "nobody",
  address: "nobody",
  addressOf: "nobody",
  send: "sent",
  draft: "sent",
  said: "sent",
  passed: "nobody",
  passedHere: "nobody",
  teamAudit: ({ at, who }, _key, is) => [{ group: is(who) ? "changes" : "roles", at }],
  changed: "nobody",
  profile: tellFacts,
  knownAs: "notes",
  teamOfPerson: "notes",
  week: "notes",
  checkIn: "notes",
  form: "notes",
  welcomed: "notes",
  news: "notes",
  bundle: "notes",
  muted: "notes",
  typed: "notes",
  teamOfTenant: "nobody",
  measures: "nobody",
  coordinators: "nobody",
  defaults: "nobody",
  change: ({ at }) => [{ group: "changes", at }],
  tenantAudit: ({ at }) => [{ group: "changes", at }],
  act: ({ at, who }, _key, is) => [{ group: is(who) ? "changes" : "roles", at }],
  erasing: "notes",
  erased: "nobody",
  file: "notes",
  pace: "nobody",
  due: "planned",
  ahead: "nobody",
  alive: "nobody",
  release: "nobody",
  moving: "nobody",
};

const byKind: ReadonlyMap<RowKind, Telling<RowKind>> = new Map(
  Object.entries(rowKinds).map(([name, kind]) => [kind, tellings[name as keyof typeof rowKinds] as Telling<RowKind>]),
);

/** Rows that one look reads. */
const onPage = 1_000;

const inRow = (partition: string, row: Row, ids: readonly PersonId[]): readonly Held[] => {
  const kind = kindOf(partition, row.key);
  const telling = kind && byKind.get(kind);
  if (!kind || telling === undefined) return [{ group: "notes" }];
  if (typeof telling === "string") return telling === "nobody" ? [] : [{ group: telling }];
  return telling(decode(kind, partition, row), row.key.split("|"), (id) => id !== undefined && namesPerson({ ids }, id));
};

/** Everything that a partition holds of a person, with the answers that they gave about ideas of theirs. */
export const readHeld = async (
  rows: Rows,
  partition: string,
  ids: readonly PersonId[],
): Promise<readonly (Held & { readonly team?: TeamId })[]> => {
  const isTheirs = ids.some((id) => partition === personPartition(id));
  const [name, id] = partition.split("|");
  const team = name === "team" && id !== undefined ? { team: id } : {};
  const held: Held[] = [];
  const own = new Set<string>();
  const questions: Row[] = [];
  for (let from = ""; ; ) {
    const found = await rows.list(partition, { from, to: "~~~" }, onPage);
    for (const row of found) {
      if (kindOf(partition, row.key) === rowKinds.question) questions.push(row);
      if (!isTheirs && !isAbout(row, { ids })) continue;
      const told = inRow(partition, row, ids);
      for (const { group, idea } of told) if (group === "ideas" && idea !== undefined) own.add(idea);
      held.push(...told);
    }
    const last = found.at(-1);
    if (!last || found.length < onPage) break;
    from = `${last.key} `;
  }
  const answers = questions.flatMap((row): readonly Held[] => {
    const [, idea = ""] = row.key.split("|");
    const { answer } = decode(rowKinds.question, partition, row);
    return answer && own.has(idea) ? [{ group: "questions", at: answer.at, idea, texts: [answer.text] }] : [];
  });
  return [...held, ...answers].map((one) => ({ ...one, ...team }));
};
