import type { Choice } from "../../src/domain/idea/view.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "./card.ts";
import { choiceInput, type PickerScope } from "./inputs.ts";
import { capital, small } from "./text.ts";

/** A list of more people than this also gets Teams' people picker. */
export const longList = 25;

/** Most members listed in a choice, by detail level. The reader finds the others with Teams' people picker. */
export const mostListed: readonly [number, ...number[]] = [100, 60, 30, 10, 3];

/** Members to choose from. All in `chosen` are listed; `others` fill the list up to `most` names. */
type PeopleChoices = {
  readonly chosen?: readonly Choice[];
  readonly others: readonly Choice[];
  readonly most: number;
  readonly longestName?: number;
};

/** A list of members. The reader finds members that are not listed by name with Teams' people picker, which sends Entra ids. */
export const peopleInput = (
  id: string,
  label: string,
  { chosen = [], others, most, longestName = 60 }: PeopleChoices,
  { search, ...look }: Parameters<typeof choiceInput>[3] & { readonly search: PickerScope },
  words: Words,
): readonly Element[] => {
  const listed = [...chosen, ...others.slice(0, Math.max(0, most - chosen.length))];
  const all = chosen.length + others.length;
  return [
    choiceInput(
      id,
      label,
      listed.map((one) => ({ id: one.id, name: cut(one.name, longestName) || capital(words.colleague) })),
      { ...look, ...(all > longList ? { people: search } : {}) },
    ),
    ...(all > listed.length ? [small(words.own.searchWho, { spacing: "None" })] : []),
  ];
};
