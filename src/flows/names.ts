import type { Names } from "../domain/digest.ts";
import type { Idea } from "../domain/idea.ts";
import type { Choice } from "../domain/message.ts";
import type { Member, PersonId } from "../domain/person.ts";
import type { TeamId } from "../domain/team.ts";
import type { Rows } from "../ports.ts";
import { readAnybody, readMember } from "../store/people.ts";

/** The persons that the view of an idea names. */
export const namedBy = ({ showName, author, owner }: Idea): readonly PersonId[] =>
  [showName ? author : undefined, owner].filter((person) => person !== undefined);

const nobody: Names = new Map();

/** The names of some people of a team; also of those who are guests now or have left. @param known names that need not be read */
export const readNames = async (rows: Rows, team: TeamId, people: readonly PersonId[], known: Names = nobody): Promise<Names> => {
  const unknown = new Set(people.filter((person) => !known.has(person)));
  const found = await Promise.all(
    [...unknown].map(async (person) => (await readMember(rows, team, person)) ?? readAnybody(rows, team, person)),
  );
  return new Map([...known, ...found.flatMap((one): [PersonId, string][] => (one ? [[one.person, one.name]] : []))]);
};

/** Members to choose from, by name. */
export const memberChoices = (members: readonly Member[]): readonly Choice[] =>
  members
    .map((member) => ({ id: member.person, name: member.name }))
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
