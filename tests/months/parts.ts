import type { Deed, Known } from "./ledger.ts";

/** Parts of boards, reviews and agendas: lines that may stand there, and the measure by which some of them do. */

/** Everybody who stands behind an idea: its author, and each who joined. */
export const voicesOf = ({ author, deeds }: Known): number =>
  new Set([author, ...deeds.filter(({ did }) => did === "joined a voice").map(({ who }) => who)]).size;

export const endOf = ({ deeds }: Known): Deed | undefined =>
  deeds.findLast(({ did }) => did === "adopted" || did === "stopped" || did === "answered");

export const savedBy = (known: Known): number => {
  const { minutes = 0, people = 1 } = endOf(known)?.saves ?? {};
  return minutes * people;
};

/** A part of a review: the titles that may stand in it, and the measure by which those with most come first. */
type Part = { readonly titles: ReadonlyMap<string, number>; readonly most: number };

export const partOf = (ideas: readonly Known[], most: number, by: (known: Known) => number): Part => ({
  titles: new Map(ideas.map((known) => [known.idea, by(known)])),
  most,
});

/** The lines of a part as they must be: as many as fit, and those with most. Ideas of equal measure may stand in any order, and any of them may be left out. */
export const wrongInPart = ({ titles, most }: Part, said: readonly string[], more?: number): readonly string[] => {
  const measures = said.map((title) => titles.get(title));
  const wanted = [...titles.values()].sort((one, other) => other - one).slice(0, most);
  return [
    ...said.filter((title) => !titles.has(title)).map((title) => `${title} does not belong here`),
    ...(new Set(said).size < said.length ? ["an idea stands here twice"] : []),
    ...(JSON.stringify(measures) === JSON.stringify(wanted) ? [] : [`${JSON.stringify(measures)} instead of ${JSON.stringify(wanted)}`]),
    ...(more === undefined || more === Math.max(0, titles.size - most) ? [] : [`${more} more instead of ${titles.size - most}`]),
  ];
};
