import type { TeamView } from "../../src/domain/idea/view.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";

/** Longest name of a person or a team within a sentence. */
const longest = 60;

/** A person's name within a sentence. One that is not known, because a roster had none or its row is gone, leaves no gap. */
export const personName = (name: string, words: Words): string => cut(name, longest) || words.colleague;

/** A team's name within a sentence; Teams need not have told it yet. */
export const teamName = ({ name }: Pick<TeamView, "name">, words: Words): string => cut(name, longest) || words.theTeam;
