import type { IdeaId } from "../domain/idea/idea.ts";
import type { RoundId, TeamId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people/person.ts";
import type { Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { personPartition } from "./person.ts";
import { decode, encode, type Of } from "./record.ts";

/** `tag`: of the row as it was read; missing where the claim has just been made. */
type Week = Of<typeof rowKinds.week> & { readonly tag?: string };

const weekKey = (week: RoundId) => `week|${week}`;

/** Claims somebody's week for a team, unless another team has it. */
export const claimWeek = async (rows: Rows, person: PersonId, week: RoundId, team: TeamId): Promise<Week> => {
  const key = weekKey(week);
  const partition = personPartition(person);
  if ((await rows.commit(partition, [{ do: "insert", key, values: encode(rowKinds.week, { team }) }])) === "done") return { team };
  const row = await rows.get(partition, key);
  return row ? { ...decode(rowKinds.week, partition, row), tag: row.tag } : { team };
};

/** Hands somebody's week over to another team. False where the claim has changed since it was read. */
export const takeWeek = async (rows: Rows, person: PersonId, week: RoundId, team: TeamId, tag: string): Promise<boolean> =>
  (await rows.commit(personPartition(person), [{ do: "merge", key: weekKey(week), tag, values: encode(rowKinds.week, { team }) }])) ===
  "done";

/** They were asked for one team and chose another: they count there. */
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

/** Remembers under which id a typed message is kept as an idea. @param typed its name, `typedIdOf` @returns the id it already has, where Teams delivers it again */
export const claimTyped = async (rows: Rows, person: PersonId, typed: string, idea: IdeaId): Promise<IdeaId> => {
  const key = `typed|${typed}`;
  const partition = personPartition(person);
  if ((await rows.commit(partition, [{ do: "insert", key, values: encode(rowKinds.typed, { idea }) }])) === "done") return idea;
  const row = await rows.get(partition, key);
  return row ? decode(rowKinds.typed, partition, row).idea : idea;
};

/** Forgets a typed message, whether it is remembered or not. */
export const forgetTyped = async (rows: Rows, person: PersonId, typed: string): Promise<void> => {
  await rows.commit(personPartition(person), [{ do: "delete", key: `typed|${typed}` }]);
};
