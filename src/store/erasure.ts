/**
 * How each kind of row is erased that names a person of whom nothing is to be kept. A kind without a line here does not compile, and erase.ts refuses a row that
 * still names the person after its rule.
 */
import { type Forgotten, namesPerson } from "../domain/idea/forget.ts";
import { namelessOf } from "../domain/ids.ts";
import { jobWithout } from "../domain/job.ts";
import { isNamedIn, type NamedInPost, peopleWithout } from "../domain/records/posted.ts";
import { type SettingChange, withoutPerson } from "../domain/settings/changes.ts";
import { teamWithout } from "../domain/teams/without-person.ts";
import type { Change, Row } from "../ports.ts";
import { dueChanges, jobIn } from "./due.ts";
import { rowKinds } from "./kinds.ts";
import { encode, type Of, type RowKind } from "./record.ts";

/** @param secret makes the names under which voices of the person still count (`namelessOf`) */
export type Whom = Forgotten & { readonly secret: string };

/**
 * - `nobody`: no row of the kind names a person.
 * - `goes`: a row that names the person is deleted, and so is every row in the person's own partition.
 * - `by its life`: an event takes the person out of an idea (domain/idea/forget.ts), and a flow out of minutes (flows/review/forget-on-board.ts).
 * - `at the end`: it says how far the erasing has come.
 * - A function takes the person out of the record, or says what becomes of the row.
 */
export type Erasure<K extends RowKind = RowKind> =
  | "nobody"
  | "goes"
  | "by its life"
  | "at the end"
  | { readonly without: (record: Of<K>, whom: Whom) => Of<K> }
  | { readonly changes: (row: Row, record: Of<K>, whom: Whom) => readonly Change[] };

const isTheirs = ({ ids }: Forgotten, id: string | undefined): boolean => id !== undefined && ids.includes(id);

/** The person in a row's column becomes nobody: a role may still say what they were. */
const nobodyIn =
  <Column extends string>(column: Column) =>
  <R extends { readonly [C in Column]: string }>(record: R, whom: Whom): R =>
    isTheirs(whom, record[column]) ? { ...record, [column]: "" } : record;

/** An audit row keeps the role of the person who acted, and no name in the changes. */
const auditWithout = <A extends { readonly who?: string; readonly changes?: readonly SettingChange[] }>(record: A, whom: Whom): A => {
  const { who, changes, ...rest } = record;
  const left = changes?.map((change) => whom.ids.reduce((one, id) => withoutPerson(one, id), change));
  return { ...rest, ...(who === undefined || isTheirs(whom, who) ? {} : { who }), ...(left ? { changes: left } : {}) } as unknown as A;
};

/** A voice goes on counting under a name that leads to nobody: one for each idea through which it came, so that a merge and its end find it. */
const namelessVoice = ({ key, tag }: Row, voice: Of<typeof rowKinds.voice>, { secret }: Whom): readonly Change[] => {
  const [, idea = ""] = key.split("|");
  if (voice.waits) return [{ do: "delete", key, tag }];
  const [via] = voice.via ?? [];
  const from = via === undefined || voice.own ? idea : via;
  return [
    { do: "delete", key, tag },
    { do: "put", key: `voice|${idea}|${namelessOf(secret, from)}`, values: encode(rowKinds.voice, voice) },
  ];
};

/** A job that is about them, or goes to them, is owed no more; another one is owed without them. */
const otherDue = ({ key, tag }: Row, { job: text }: Of<typeof rowKinds.due>, { ids }: Whom): readonly Change[] => {
  const job = jobIn(text);
  const left = job && jobWithout(job, ids);
  return [{ do: "delete", key, tag }, ...(left ? dueChanges(key, left) : [])];
};

export const erasures: { readonly [K in keyof typeof rowKinds]: Erasure<(typeof rowKinds)[K]> } = {
  team: { without: (team, { ids }) => teamWithout(team, ids) },
  member: "goes",
  guest: "goes",
  left: "goes",
  round: { without: ({ by, ...round }, whom) => ({ ...round, ...(by === undefined || isTheirs(whom, by) ? {} : { by }) }) },
  asked: "goes",
  waiting: "goes",
  idea: "by its life",
  ended: "by its life",
  voice: { changes: namelessVoice },
  // Their reason goes with their name.
  step: {
    without: ({ who, why, ...step }, whom) =>
      isTheirs(whom, who) ? step : { ...step, ...(who === undefined ? {} : { who }), ...(why === undefined ? {} : { why }) },
  },
  runTests: "nobody",
  spread: "nobody",
  tip: "nobody",
  tips: "nobody",
  request: {
    changes: ({ key, tag }, request, whom) =>
      isTheirs(whom, request.person)
        ? [{ do: "delete", key, tag }]
        : [{ do: "put", key, tag, values: encode(rowKinds.request, nobodyIn("by")(request, whom)) }],
  },
  question: "goes",
  thanks: "goes",
  thanked: "nobody",
  number: "nobody",
  numbers: "nobody",
  mine: "goes",
  handled: "nobody",
  digest: "nobody",
  review: "nobody",
  shown: "nobody",
  posted: { without: (copy, whom) => ({ ...copy, named: peopleWithout(copy.named, whom) }) },
  copied: "nobody",
  exported: "nobody",
  board: "by its life",
  onBoard: "nobody",
  address: "nobody",
  addressOf: "nobody",
  send: "goes",
  draft: "goes",
  said: "goes",
  passed: "nobody",
  passedHere: "nobody",
  teamAudit: { without: auditWithout },
  changed: "nobody",
  profile: "goes",
  knownAs: "goes",
  teamOfPerson: "goes",
  week: "goes",
  checkIn: "goes",
  form: "goes",
  welcomed: "goes",
  news: "goes",
  bundle: "goes",
  muted: "goes",
  typed: "goes",
  teamOfTenant: "nobody",
  measures: "nobody",
  coordinators: "nobody",
  defaults: "nobody",
  change: { without: nobodyIn("by") },
  tenantAudit: { without: auditWithout },
  act: { without: auditWithout },
  erasing: "at the end",
  erased: "nobody",
  file: "goes",
  pace: "nobody",
  due: { changes: otherDue },
  ahead: "nobody",
  alive: "nobody",
  release: "nobody",
  moving: "nobody",
};

const byKind: ReadonlyMap<RowKind, Erasure> = new Map(
  Object.entries(rowKinds).map(([name, kind]) => [kind, erasures[name as keyof typeof rowKinds] as Erasure]),
);

/** The rule of a row. A row that Gnist does not know, or has set aside, goes where it names the person. */
export const erasureOf = (kind: RowKind | undefined): Erasure => (kind === undefined ? "goes" : (byKind.get(kind) ?? "goes"));

/** Does a row hold an id of the person, in its key or in any column, or their name as the contact of an idea that was passed on? */
export const isAbout = ({ key, values }: Pick<Row, "key" | "values">, whom: Pick<Forgotten, "ids"> & Partial<Forgotten>): boolean =>
  [key, ...Object.values(values)].some((text) => typeof text === "string" && namesPerson(whom, text)) ||
  (typeof values.contact === "string" && whom.names?.includes(values.contact) === true) ||
  (key.startsWith("posted|") && whom.names !== undefined && isNamedIn(JSON.parse(String(values.named)) as readonly NamedInPost[], whom));
