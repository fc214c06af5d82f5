import type { IChoiceSetInput } from "@microsoft/teams.cards";
import type { Choice } from "../src/domain/message.ts";
import { cut } from "../src/domain/words.ts";
import { choiceInput, type People } from "./blocks.ts";

/** Longer than this, a list of people is searched rather than read. */
const longList = 25;

const longestName = 60;

/** Most members that are listed; of a larger team the others are found with Teams' people picker. */
export const mostListed: readonly [number, ...number[]] = [100, 60, 30, 10];

/**
 * One member, or several, to choose. What stands on the card is looked through beside what Teams' own people picker finds, which sends the Entra id.
 * @param chosen those already chosen, who are always listed
 */
export const peopleInput = (
  id: string,
  label: string,
  members: readonly Choice[],
  most: number,
  { search, chosen = [], ...look }: Parameters<typeof choiceInput>[3] & { readonly search: People; readonly chosen?: readonly string[] },
): IChoiceSetInput => {
  const isChosen = new Set(chosen);
  const first = [...members.filter((one) => isChosen.has(one.id)), ...members.filter((one) => !isChosen.has(one.id))];
  const listed = first.slice(0, Math.max(most, isChosen.size)).map((one) => ({ id: one.id, name: cut(one.name, longestName) }));
  return choiceInput(id, label, listed, { ...look, ...(members.length > longList ? { people: search } : {}) });
};
