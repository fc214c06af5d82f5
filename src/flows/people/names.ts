import type { Idea } from "../../domain/idea/idea.ts";
import type { Choice, Names } from "../../domain/idea/view.ts";
import type { TeamId } from "../../domain/ids.ts";
import { isPresent, type Member, type PersonId } from "../../domain/people/person.ts";
import type { Rows } from "../../ports.ts";
import { readAnybody, readMember } from "../../store/member.ts";

/** The persons that the view of an idea names. */
export const namedBy = ({ showName, author, owner }: Idea): readonly PersonId[] =>
  [showName ? author : undefined, owner].filter((person) => person !== undefined);

const nobody: Names = new Map();

/** The names of some people of a team, also of guests and of people who have left. @param known names that need not be read */
export const readNames = async (rows: Rows, team: TeamId, people: readonly PersonId[], known: Names = nobody): Promise<Names> =>
  (await readNamed(rows, team, people, known)).names;

/** The names of some people of a team, and which of them are no longer members. */
export const readNamed = async (
  rows: Rows,
  team: TeamId,
  people: readonly PersonId[],
  known: Names = nobody,
): Promise<{ readonly names: Names; readonly gone: ReadonlySet<PersonId> }> => {
  const unknown = [...new Set(people.filter((person) => !known.has(person)))];
  const found = await Promise.all(unknown.map(async (person) => (await readMember(rows, team, person)) ?? readAnybody(rows, team, person)));
  const present = new Set(found.flatMap((one) => (one && isPresent(one) ? [one.person] : [])));
  return {
    names: new Map([...known, ...found.flatMap((one): [PersonId, string][] => (one ? [[one.person, one.name]] : []))]),
    gone: new Set(unknown.filter((person) => !present.has(person))),
  };
};

/** Members to choose from, by name. */
export const memberChoices = (members: readonly Member[]): readonly Choice[] =>
  members
    .map((member) => ({ id: member.person, name: member.name }))
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
