import type { PersonId } from "../../domain/people/person.ts";
import type { Rows } from "../../ports.ts";
import { readPerson } from "../../store/person.ts";
import { readNames } from "../people/names.ts";

/** The name of a person as one of their teams knows it; none for an admin who is in no team. */
export const nameOfAdmin = async (rows: Rows, person: PersonId): Promise<string | undefined> => {
  const { teams, left } = await readPerson(rows, person);
  for (const team of [...teams, ...left]) {
    const name = (await readNames(rows, team, [person])).get(person);
    if (name) return name;
  }
  return undefined;
};
