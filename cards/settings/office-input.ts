import type { Choice } from "../../src/domain/idea/view.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import type { Element } from "../parts/card.ts";
import { choiceInput } from "../parts/inputs.ts";
import { choice } from "../parts/shapes.ts";
import { small } from "../parts/text.ts";

/** The choice of no coordinators: Teams sends no empty values. */
const nobody = "nobody";

/** @param office undefined stands for none */
export const officeName = (office: Choice | undefined, words: Words): string =>
  office ? cut(office.name, 60) || words.settings.presentCoordinators : words.settings.noCoordinators;

/** The choice of coordinators; where no team takes ideas, how one comes to. */
export const officeInput = ({ offices, written }: MessageOf<"settings"> | MessageOf<"defaults">, words: Words, most: number): Element[] => {
  const own = words.settings;
  if (offices.length === 0) return [small(own.coordinatorsWhat)];
  const chosen = offices.filter(({ id }) => id === written.coordinators);
  const listed = [...chosen, ...offices.filter(({ id }) => id !== written.coordinators)].slice(0, most);
  const named = listed.map((office) => ({ id: office.id, name: officeName(office, words) }));
  return [
    choiceInput("coordinators", own.coordinators, [{ id: nobody, name: own.noCoordinators }, ...named], {
      value: written.coordinators || nobody,
    }),
  ];
};

/** The chosen team's id, or "" for none. Cards of an earlier version have no such input. */
export const office = choice.transform((team) => (team === nobody ? "" : team));
