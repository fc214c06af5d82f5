import { z } from "zod";
import { longestReason, mostWhys } from "../../src/domain/idea/idea.ts";
import { whyMarkOf } from "../../src/domain/ids.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { aTextIfAny, beside, ideaInTeam } from "../parts/shapes.ts";
import { heading, line, refusalLine, small } from "../parts/text.ts";
import { whyLines } from "../parts/whys.ts";

export const render: Renderers<"whys"> = {
  whys: ({ team, idea, whys, written, problem }, words) => {
    const own = words.whys;
    const sent = { team: team.id, idea: idea.id };
    const [place, last] = [whys.length, whys.at(-1)];
    const isFull = place >= mostWhys;
    return {
      summary: own.title,
      card: card(
        [
          kicker(team),
          heading(own.title, { spacing: "None" }),
          ideaBox(idea, words),
          refusalLine(problem, words),
          ...whyLines(whys, longestReason, words),
          ...(isFull
            ? [line(own.full, { spacing: "Medium" })]
            : [
                textInput("text", place === 0 ? own.first : own.next, {
                  longest: longestReason,
                  ...(place === 0 ? { hint: own.hint } : {}),
                  value: written,
                  oneLine: true,
                  missing: words.refusals["reason-needed"](),
                }),
                line(own.stop, { spacing: "Small" }),
              ]),
          small(own.seen, { spacing: "Small" }),
        ],
        [
          isFull ? undefined : button(words.buttons.save, { verb: "ask-why", ...sent, place }, { style: "positive" }),
          last === undefined
            ? undefined
            : button(words.buttons.undo, { verb: "drop-why", ...sent, place: place - 1, mark: whyMarkOf(last) }, { inputs: "none" }),
          button(words.buttons.back, { verb: "show-my-actions" }, { inputs: "none" }),
        ],
      ),
    };
  },
};

const place = z
  .int()
  .min(0)
  .max(mostWhys - 1);

export const read: Readers<"ask-why" | "drop-why"> = {
  "ask-why": z.object({
    verb: z.literal("ask-why"),
    ...ideaInTeam,
    place: place.exactOptional(),
    text: aTextIfAny(longestReason),
    ...beside,
  }),

  "drop-why": z.object({ verb: z.literal("drop-why"), ...ideaInTeam, place, mark: z.string().regex(/^[\w-]{8}$/) }),
};
