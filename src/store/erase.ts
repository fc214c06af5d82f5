import { personIdOf, type TeamId } from "../domain/ids.ts";
import { type PersonId, standings } from "../domain/people/person.ts";
import type { Team } from "../domain/teams/team.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { auditPartition } from "./act.ts";
import { dropAddress } from "./address.ts";
import { dueShards } from "./due.ts";
import { erasureOf, isAbout, type Whom } from "./erasure.ts";
import { filesPartition } from "./file.ts";
import { kindOf, rowKinds } from "./kinds.ts";
import { deleteMeasures } from "./measures.ts";
import { dropTeamOfPerson, personPartition, readPerson } from "./person.ts";
import { decode, encode } from "./record.ts";
import { type StoredTeam, teamPartition } from "./team.ts";
import { readTeamsAfter, tenantPartition } from "./tenant.ts";
import { under } from "./under.ts";

/** A place in the walk through the rows: after a key of a partition. */
export type WalkPlace = { readonly partition: string; readonly key: string };

/** Takes the person out of an idea, or out of the minutes of a board. */
export type ByLife = { readonly [K in "idea" | "board"]: (team: TeamId, id: string) => Promise<unknown> };

/** Rows that one page reads. */
const onPage = 200;

/** A key after all keys. */
const afterAll = "~~~";
const all = { from: "", to: afterAll };

/** The most tries of one row that others change meanwhile. */
const mostTries = 50;

/**
 * Erases a person from the next rows of a partition, each by the rule of its kind (erasure.ts). Idempotent.
 * @returns the last key of the page, where more may follow, and the number of rows that named the person
 */
export const erasePage = async (
  rows: Rows,
  { partition, key }: WalkPlace,
  whom: Whom,
  byLife: ByLife,
): Promise<{ readonly next?: string; readonly erased: number }> => {
  const found = await rows.list(partition, { from: key === "" ? "" : `${key} `, to: afterAll }, onPage);
  let erased = 0;
  for (const row of found) if (await eraseRow(rows, partition, row, whom, byLife)) erased += 1;
  const last = found.at(-1);
  return { erased, ...(last && found.length === onPage ? { next: last.key } : {}) };
};

const eraseRow = async (rows: Rows, partition: string, first: Row, whom: Whom, byLife: ByLife): Promise<boolean> => {
  const isTheirs = whom.ids.some((id) => partition === personPartition(id));
  let row: Row | undefined = first;
  for (let tries = 0; row && (isTheirs || isAbout(row, whom)); tries += 1) {
    const kind = kindOf(partition, row.key);
    if (tries === mostTries) throw new Error(`a row ${kind?.name ?? "aside"} still names a person who is being erased`);
    const rule = isTheirs ? "goes" : erasureOf(kind);
    if (rule === "at the end") return false;
    if (rule === "by its life") {
      const [, team = ""] = partition.split("|");
      const [, id = ""] = row.key.split("|");
      await byLife[kind === rowKinds.board ? "board" : "idea"](team, id);
    } else if ((await rows.commit(partition, changesOf(partition, row, whom, isTheirs))) === "done") return true;
    row = await rows.get(partition, first.key);
  }
  return row !== first;
};

/** The changes that erase a person from a row. @throws Error where they would leave the person named */
const changesOf = (partition: string, row: Row, whom: Whom, isTheirs: boolean): readonly Change[] => {
  const kind = kindOf(partition, row.key);
  const rule = isTheirs ? "goes" : erasureOf(kind);
  const { key, tag } = row;
  if (rule === "goes" || kind === undefined) return [{ do: "delete", key, tag }];
  if (typeof rule === "string") throw new Error(`a row ${kind.name} names a person, and its kind says that none does`);
  const record = decode(kind, partition, row);
  const changes: readonly Change[] =
    "without" in rule ? [{ do: "put", key, tag, values: encode(kind, rule.without(record, whom)) }] : rule.changes(row, record, whom);
  if (changes.some((change) => change.do !== "delete" && isAbout(change, whom)))
    throw new Error(`a row ${kind.name} names a person after its rule has erased them`);
  return changes;
};

/** The partition of the walk that follows another: the person's teams, the other teams of the tenant, what is due, the tenant, and the person's own rows. */
export const partitionAfter = async (
  rows: Rows,
  tenant: string,
  { teams, ids, reach }: { readonly teams: readonly TeamId[]; readonly ids: readonly string[]; readonly reach?: "known" | "team" },
  after?: string,
): Promise<string | undefined> => {
  const own = [...teams].sort().map(teamPartition);
  const rest =
    reach === "team" ? [] : [...dueShards, filesPartition, tenantPartition(tenant), auditPartition(tenant), ...ids.map(personPartition)];
  const other = async (last: TeamId): Promise<string | undefined> => {
    if (reach !== undefined) return rest[0];
    const next = (await readTeamsAfter(rows, tenant, last, teams.length + 1)).find(({ id }) => !teams.includes(id));
    return next ? teamPartition(next.id) : rest[0];
  };
  if (after === undefined) return own[0] ?? other("");
  if (own.includes(after)) return own[own.indexOf(after) + 1] ?? other("");
  return rest.includes(after) ? rest[rest.indexOf(after) + 1] : other(after.slice(teamPartition("").length));
};

/** Do rows of the tenant name a person, who then was an admin? */
export const namesInTenant = async (rows: Rows, tenant: string, ids: readonly PersonId[]): Promise<boolean> => {
  const found = await Promise.all(["audit", "change"].map((name) => rows.list(tenantPartition(tenant), under(name))));
  return found.flat().some((row) => isAbout(row, { ids }));
};

/** Rows that one transaction deletes at most. */
const mostInOne = 100;

/** Deletes some rows of a team, all but its own, and with the row of a person their rows about the team. False where none is left, and its measures are gone too. */
export const deleteTeamRows = async (rows: Rows, { id: team, tenantId }: Pick<Team, "id" | "tenantId">): Promise<boolean> => {
  const found = await rows.list(teamPartition(team), all, mostInOne);
  const others = found.filter(({ key }) => key !== rowKinds.team.key);
  for (const { key, values } of others) {
    const [standing, person = ""] = key.split("|");
    if (!standings.some((one) => one === standing)) continue;
    await forgetTeam(rows, [person, personIdOf(tenantId, { teamsId: String(values.teamsId) })], team);
  }
  if (others.some(({ key }) => key === rowKinds.address.key)) await dropAddress(rows, team);
  if (others.length === 0) {
    await deleteMeasures(rows, tenantId, team);
    return false;
  }
  await rows.commit(
    teamPartition(team),
    others.filter(({ key }) => key !== rowKinds.address.key).map(({ key, tag }) => ({ do: "delete", key, tag })),
  );
  return true;
};

/** False where the team was changed meanwhile. */
export const deleteTeam = async (rows: Rows, { team, tag }: StoredTeam): Promise<boolean> =>
  (await rows.commit(teamPartition(team.id), [{ do: "delete", key: rowKinds.team.key, tag }])) !== "changed";

/** Deletes a person's rows about a team; all their rows, also those of the alias, where they were in no other. */
const forgetTeam = async (rows: Rows, [person, alias]: readonly [PersonId, PersonId], team: TeamId): Promise<void> => {
  const { teams, left } = await readPerson(rows, person);
  const isLast = [...teams, ...left].every((one) => one === team);
  if (!isLast) return dropTeamOfPerson(rows, person, team);
  for (const partition of [personPartition(alias), personPartition(person)])
    for (let found = await rows.list(partition, all, mostInOne); found.length > 0; found = await rows.list(partition, all, mostInOne))
      await rows.commit(
        partition,
        found.map(({ key, tag }) => ({ do: "delete", key, tag })),
      );
};
