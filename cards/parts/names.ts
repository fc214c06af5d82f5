import { isKnownKind, type Kind, longestKind } from "../../src/domain/idea/idea.ts";
import type { TeamView } from "../../src/domain/idea/view.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";

/** Longest name of a person or a team within a sentence. */
const longest = 60;

/** A person's name within a sentence, or "a colleague" where the roster had no name or the row is gone. */
export const personName = (name: string, words: Words): string => cut(name, longest) || words.colleague;

/** A team's name within a sentence, or "this team" until Teams has told us the name. */
export const teamName = ({ name }: Pick<TeamView, "name">, words: Words): string => cut(name, longest) || words.theTeam;

/** A kind in the reader's language, or as its team has named it. */
export const kindName = (kind: Kind, words: Words): string => (isKnownKind(kind) ? words.kinds[kind] : cut(kind, longestKind));
