/** Deletes rows that a team keeps no longer, each by the rule of its kind (retention.ts). */
import type { IdeaId } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { auditPartition } from "./act.ts";
import { keyIn, readIdea, type StoredIdea } from "./idea.ts";
import { kindOf, rowKinds } from "./kinds.ts";
import { personPartition } from "./person.ts";
import { decode, decodeAll, encode, type RowKind } from "./record.ts";
import { type Limit, type Retention, retentions } from "./retention.ts";
import { teamPartition } from "./team.ts";
import { tenantPartition } from "./tenant.ts";
import { under } from "./under.ts";
import { readWaitingText } from "./waiting.ts";

/** Changes that one transaction makes at most. */
const mostInOne = 100;

/** Makes changes of a partition. @returns how many of them were made */
export type Drop = (partition: string, changes: readonly Change[]) => Promise<number>;

/**
 * Each change names the tag of its row: what somebody has changed meanwhile stays, and is looked at in a week.
 * @param before runs before the first change
 */
export const dropping = (rows: Rows, before: () => Promise<void>): { readonly drop: Drop; readonly count: () => number } => {
  let made = 0;
  const drop: Drop = async (partition, changes) => {
    let here = 0;
    for (let from = 0; from < changes.length; from += mostInOne) {
      if (made === 0) await before();
      const some = changes.slice(from, from + mostInOne);
      if ((await rows.commit(partition, some)) === "done") here += some.length;
      else for (const change of some) if ((await rows.commit(partition, [change])) === "done") here += 1;
    }
    made += here;
    return here;
  };
  return { drop, count: () => made };
};

/** Every idea of a team, and the ids of those that were set aside. */
export const readEveryIdea = async (
  rows: Rows,
  team: TeamId,
): Promise<{ readonly ideas: readonly StoredIdea[]; readonly aside: readonly IdeaId[] }> => {
  const partition = teamPartition(team);
  const listed = async (place: StoredIdea["place"]): Promise<readonly StoredIdea[]> => {
    const found = await rows.list(partition, under(place));
    return decodeAll(rowKinds[place], partition, found).map((idea, at) => ({ idea, tag: found[at]?.tag ?? "", place }));
  };
  const aside = await Promise.all(["aside|idea", "aside|ended"].map((prefix) => rows.list(partition, under(prefix))));
  const ideas = [await listed("idea"), await listed("ended")].flat();
  return { ideas, aside: aside.flat().map(({ key }) => key.split("|")[2] ?? "") };
};

/** Deletes an idea's own row. False where somebody has done something with it since it was read. */
export const dropIdea = async (team: TeamId, { idea, tag, place }: StoredIdea, drop: Drop): Promise<boolean> =>
  (await drop(teamPartition(team), [{ do: "delete", key: keyIn(place, idea.id), tag }])) === 1;

/** Deletes the rows in coordinators' teams that lead to the posts of an idea. */
export const dropPassedHere = async (rows: Rows, team: TeamId, id: IdeaId, drop: Drop): Promise<void> => {
  const partition = teamPartition(team);
  const found = await rows.list(partition, under(`passed|${id}`));
  for (const [at, { to }] of decodeAll(rowKinds.passed, partition, found).entries()) {
    const row = await rows.get(teamPartition(to), `passed-here|${team}|${found[at]?.key.slice("passed|".length)}`);
    if (row) await drop(teamPartition(to), [{ do: "delete", key: row.key, tag: row.tag }]);
  }
};

const posts = ["digest", "review"];

/** Kinds in the partition of a team. Posts are the last, because the rows that lead to them go first. */
const inTeam = [...Object.entries(rowKinds)]
  .filter(([, kind]) => kind.partition === rowKinds.team.partition)
  .sort(([one], [other]) => Number(posts.includes(one)) - Number(posts.includes(other))) as readonly [keyof typeof rowKinds, RowKind][];

/**
 * Deletes what is too old among the rows of a team.
 * @param known ideas that are there; rows of another idea go where neither that nor a text that waits is there either
 */
export const dropTeamRows = async (rows: Rows, limit: Limit, known: ReadonlySet<IdeaId>, drop: Drop): Promise<void> => {
  const partition = teamPartition(limit.team.id);
  for (const [name, kind] of inTeam) {
    const rule = retentions[name] as Retention;
    if (typeof rule === "string") continue;
    const found = await rows.list(partition, rule.range?.(limit) ?? under(kind.name));
    const ideas = new Set(rule.idea ? found.map((row) => rule.idea?.(decode(kind, partition, row), row.key.split("|")) ?? "") : []);
    const gone = new Set<IdeaId>();
    for (const idea of ideas) if (limit.isGone(idea) || !(known.has(idea) || (await isThere(rows, limit.team.id, idea)))) gone.add(idea);
    await drop(partition, oldAmong(found, kind, partition, rule, { ...limit, isGone: (idea) => gone.has(idea) || limit.isGone(idea) }));
  }
  await drop(partition, asideAmong(await rows.list(partition, under("aside")), limit));
};

/** Is there such an idea, or a text that waits to become it? A text is looked for first, because it may be shown meanwhile. */
const isThere = async (rows: Rows, team: TeamId, id: IdeaId): Promise<boolean> =>
  ((await readWaitingText(rows, team, id)) ?? (await readIdea(rows, team, id))) !== undefined;

const oldAmong = (
  found: readonly Row[],
  kind: RowKind,
  partition: string,
  rule: Exclude<Retention, string>,
  limit: Limit,
): readonly Change[] =>
  found.flatMap((row): readonly Change[] => {
    const record = decode(kind, partition, row);
    const { key, tag } = row;
    const words = key.split("|");
    const isOld = (rule.idea && limit.isGone(rule.idea(record, words))) || rule.isOld?.(record, words, limit);
    const left = isOld ? undefined : rule.without ? rule.without(record, words, limit) : record;
    if (left === record) return [];
    return [left === undefined ? { do: "delete", key, tag } : { do: "put", key, tag, values: encode(kind, left) }];
  });

/** Of a number that is an instant: 2001 or later (ms). */
const firstInstant = 1_000_000_000_000;

/** Rows that nobody could read, and that hold no instant since the limit. One without any goes with the week or the idea in its key. */
const asideAmong = (found: readonly Row[], { before, week, isGone }: Limit): readonly Change[] =>
  found.flatMap(({ key, tag, values }): readonly Change[] => {
    const instants = Object.values(values).filter((value) => typeof value === "number" && value > firstInstant) as number[];
    const named = key.split("|").slice(2);
    const isOld =
      instants.length > 0
        ? Math.max(...instants) < before
        : named.some((name) => (/^\d{4}-W\d\d$/.test(name) ? name < week : isGone(name)));
    return isOld ? [{ do: "delete", key, tag }] : [];
  });

/** Deletes what is too old among a person's rows about a team. */
export const dropPersonRows = async (rows: Rows, person: PersonId, limit: Limit, drop: Drop): Promise<void> => {
  const partition = personPartition(person);
  const found = await rows.list(partition, { from: "", to: "~~~" });
  const changes = found.flatMap((row): readonly Change[] => {
    const kind = kindOf(partition, row.key);
    const rule = kind && ruleOf(kind);
    return kind === undefined || rule === undefined ? [] : oldAmong([row], kind, partition, rule, limit);
  });
  await drop(partition, changes);
};

const rules: ReadonlyMap<RowKind, Retention> = new Map(
  Object.entries(rowKinds).map(([name, kind]) => [kind, retentions[name as keyof typeof rowKinds] as Retention]),
);

const ruleOf = (kind: RowKind): Exclude<Retention, string> | undefined => {
  const rule = rules.get(kind);
  return typeof rule === "string" ? undefined : rule;
};

/** Acts of a tenant that one run looks at: the run of the next team goes on. */
const mostActs = 500;

/** Deletes acts that are too old for admins, and old changes of many teams with what they did in this team. */
export const dropActs = async (rows: Rows, tenant: string, limit: Limit, drop: Drop): Promise<void> => {
  const kinds = [
    [auditPartition(tenant), rowKinds.act],
    [tenantPartition(tenant), rowKinds.tenantAudit],
    [tenantPartition(tenant), rowKinds.change],
  ] as const;
  for (const [partition, kind] of kinds) {
    const rule = ruleOf(kind);
    if (!rule) continue;
    const found = await rows.list(partition, rule.range?.(limit) ?? under(kind.name), mostActs);
    await drop(partition, oldAmong(found, kind, partition, rule, limit));
  }
  const team = teamPartition(limit.team.id);
  for (const { key, tag } of await rows.list(team, under(rowKinds.changed.name))) {
    const change = await rows.get(tenantPartition(tenant), `change|${key.slice("changed|".length)}`);
    if (!change) await drop(team, [{ do: "delete", key, tag }]);
  }
};
