import type { Renderers } from "../parts/card.ts";
import { sentence } from "../parts/sentence.ts";

export const render: Renderers<"clock-moved"> = {
  "clock-moved": ({ at, zone, what }, words) =>
    sentence(
      words.noted.clockMoved(
        words.format.at(at, zone),
        what.map((job) => words.due[job]),
      ),
    ),
};
