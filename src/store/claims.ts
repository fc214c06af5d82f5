import type { IdeaId } from "../domain/idea/idea.ts";
import type { RoundId, TeamId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Change, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { personPartition } from "./person.ts";
import { decode, encode, type Of } from "./record.ts";
import { teamPartition } from "./team.ts";

/** `tag`: the tag of the row that was read; missing where this call has made the claim. */
type Week = Of<typeof rowKinds.week> & { readonly tag?: string };

const weekKey = (week: RoundId) => `week|${week}`;

/** A round of a team, which asks a person. */
export type AskingRound = { readonly team: TeamId; readonly round: RoundId };

/** Claims a person's week for a round, unless another round has it. @returns the claim that holds */
export const claimWeek = async (rows: Rows, person: PersonId, week: RoundId, asking: AskingRound): Promise<Week> => {
  const key = weekKey(week);
  const partition = personPartition(person);
  if ((await rows.commit(partition, [{ do: "insert", key, values: encode(rowKinds.week, asking) }])) === "done") return asking;
  const row = await rows.get(partition, key);
  return row ? { ...decode(rowKinds.week, partition, row), tag: row.tag } : asking;
};

/** Hands a person's week over to another round (compare-and-set). False where the claim has changed since it was read. */
export const takeWeek = async (rows: Rows, person: PersonId, week: RoundId, asking: AskingRound, tag: string): Promise<boolean> =>
  (await rows.commit(personPartition(person), [{ do: "merge", key: weekKey(week), tag, values: encode(rowKinds.week, asking) }])) ===
  "done";

/** The team that has claimed a person's week, where one has. */
export const readWeek = async (rows: Rows, person: PersonId, week: RoundId): Promise<TeamId | undefined> => {
  const partition = personPartition(person);
  const row = await rows.get(partition, weekKey(week));
  return row && decode(rowKinds.week, partition, row).team;
};

/** Claims a person's check-in of a week for a team, unless another team has it. @returns the team that has it */
export const claimCheckIn = async (rows: Rows, person: PersonId, week: RoundId, team: TeamId): Promise<TeamId> => {
  const key = `check-in|${week}`;
  const partition = personPartition(person);
  if ((await rows.commit(partition, [{ do: "insert", key, values: encode(rowKinds.checkIn, { team }) }])) === "done") return team;
  const row = await rows.get(partition, key);
  return row ? decode(rowKinds.checkIn, partition, row).team : team;
};

/** Notes that a person who was asked for one team has chosen another, where they count. */
export const choseTeam = async (rows: Rows, person: PersonId, week: RoundId, team: TeamId): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "merge", key: weekKey(week), values: encode(rowKinds.week, { chose: team }) }]);
};

/** Claims a form for a team, so that it is sent for one team only. @param form its name, `formIdOf` @returns the team that has it */
export const claimForm = async (rows: Rows, person: PersonId, form: string, team: TeamId): Promise<TeamId> => {
  const key = `form|${form}`;
  const partition = personPartition(person);
  if ((await rows.commit(partition, [{ do: "insert", key, values: encode(rowKinds.form, { team }) }])) === "done") return team;
  const row = await rows.get(partition, key);
  return row ? decode(rowKinds.form, partition, row).team : team;
};

/** The team that a form was sent for, where its card offered several. @param form its name, `formIdOf` */
export const readFormTeam = async (rows: Rows, person: PersonId, form: string): Promise<TeamId | undefined> => {
  const partition = personPartition(person);
  const row = await rows.get(partition, `form|${form}`);
  return row && decode(rowKinds.form, partition, row).team;
};

/** Takes back the claim of a form that was not stored. */
export const releaseForm = async (rows: Rows, person: PersonId, form: string): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "delete", key: `form|${form}` }]);
};

/**
 * Claims a typed message for the idea that it becomes. @param typed its name, `typedIdOf` @returns the id of the idea that it already became, where Teams
 * delivers the message again
 */
export const claimTyped = async (rows: Rows, person: PersonId, typed: string, idea: IdeaId): Promise<IdeaId> => {
  const key = `typed|${typed}`;
  const partition = personPartition(person);
  if ((await rows.commit(partition, [{ do: "insert", key, values: encode(rowKinds.typed, { idea }) }])) === "done") return idea;
  const row = await rows.get(partition, key);
  return row ? decode(rowKinds.typed, partition, row).idea : idea;
};

/** Deletes the claim of a typed message. Idempotent. */
export const forgetTyped = async (rows: Rows, person: PersonId, typed: string): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "delete", key: `typed|${typed}` }]);
};

const handledKey = (typed: string) => `handled|${typed}`;

/** Notes that a typed message became an idea for a colleague, in the transaction that stores the idea: it fails where Teams delivers the message again. */
export const insertHandled = (typed: string): Change => ({ do: "insert", key: handledKey(typed), values: encode(rowKinds.handled, {}) });

/** Deletes that note. Idempotent. */
export const forgetHandled = async (rows: Rows, team: TeamId, typed: string): Promise<void> => {
  await rows.commit(teamPartition(team), [{ do: "delete", key: handledKey(typed) }]);
};
