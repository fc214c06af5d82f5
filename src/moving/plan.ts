import type { Storage } from "../ports.ts";
import type { Marker } from "../store/moving.ts";

/** One of the two stores of a move: `where` is its name for operators, the same in every run. */
export type Side = { readonly storage: Storage; readonly where: string };

/** A store as it is found before anything is moved. `isEmpty`: it holds neither jobs nor rows, but for its form. */
export type FoundSide = { readonly where: string; readonly marker: Marker | undefined; readonly isEmpty: boolean };

/**
 * The plan of one run of the command.
 * - `begin`: copies everything, as a new move. `go-on`: copies the rest of an earlier run, under that move's id.
 * - `nothing`: the move is done.
 * - `give-up`: the source is the half copy of a move from the target, which still holds everything: the half copy is deleted.
 */
type Plan =
  | { readonly do: "begin" | "nothing" | "give-up" }
  | { readonly do: "go-on"; readonly move: string }
  | { readonly whyNot: string };

/** Decides by the markers of the two stores and by whether they are empty, so that a move overwrites no rows but those of an unfinished or undone move. */
export const planMove = (from: FoundSide, to: FoundSide): Plan => {
  switch (from.marker?.state) {
    case "filling":
      return to.marker?.move === from.marker.move ? { do: "give-up" } : { whyNot: sayHalfSource(from, from.marker) };
    case "left":
      if (isFilling(to, from.marker)) return goOn(from.marker);
      return to.where === from.marker.other && !to.marker && !to.isEmpty ? { do: "nothing" } : { whyNot: sayLeft(from, from.marker) };
    case "leaving":
      if (isFilling(to, from.marker)) return goOn(from.marker);
      return to.where === from.marker.other && isFree(to) ? goOn(from.marker) : { whyNot: sayLeaving(from, from.marker) };
    case undefined:
      // An earlier run began this move and marked only its source; or it gave the move up and left only that mark.
      if (from.isEmpty && to.marker?.state === "leaving" && to.marker.other === from.where) return { do: "give-up" };
      if (from.isEmpty) return { whyNot: sayEmpty(from) };
      return isFree(to) ? { do: "begin" } : { whyNot: sayTaken(to) };
  }
};

const goOn = ({ move }: Marker): Plan => ({ do: "go-on", move });

const isFilling = ({ marker }: FoundSide, { move }: Marker): boolean => marker?.state === "filling" && marker.move === move;

/** May a move overwrite this store? A store that was moved away keeps its rows, but all of them went with it. */
const isFree = ({ marker, isEmpty }: FoundSide): boolean => (marker ? marker.state === "left" : isEmpty);

const timeOf = ({ at }: Marker): string => new Date(at).toISOString();

const sayEmpty = ({ where }: FoundSide): string =>
  `${upper(where)} holds nothing that could be moved. To resolve, check the settings: they must name the store that Gnist used.`;

const sayHalfSource = ({ where }: FoundSide, marker: Marker): string =>
  `${upper(where)} is half a copy of ${marker.other}, begun at ${timeOf(marker)}, so nothing is moved out of it. To resolve, ` +
  `name ${marker.other} as the other store, ` +
  `and finish that move or give it up.`;

const sayLeft = ({ where }: FoundSide, marker: Marker): string =>
  `${upper(where)} was moved to ${marker.other} at ${timeOf(marker)}, and what it still holds is of that time. To resolve, name the store that Gnist uses now.`;

const sayLeaving = ({ where }: FoundSide, marker: Marker): string =>
  `${upper(where)} is being moved to ${marker.other} since ${timeOf(marker)}. To resolve, name ${marker.other} as the other ` +
  "store, and finish that move or give it up.";

const sayTaken = ({ where, marker }: FoundSide): string => {
  if (marker?.state === "filling")
    return (
      `${upper(where)} is half a copy of ${marker.other}, begun at ${timeOf(marker)}. To resolve, name ${marker.other} as the ` +
      "other store, and finish that move " +
      "or give it up."
    );
  if (marker)
    return `${upper(where)} is being moved to ${marker.other} itself since ${timeOf(marker)}. To resolve, finish that move or give it up.`;
  return (
    `${upper(where)} is not empty, and Gnist overwrites only what was moved away from it before. To resolve, name an empty ` +
    "store; or, where nobody needs what is there, " +
    "delete it first."
  );
};

export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
