import { z } from "zod";
import { longestCounts } from "../../src/domain/idea/count.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { countBox } from "../parts/count.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { aLineIfAny, beside, ideaInTeam, longestNumber, typedNumber } from "../parts/shapes.ts";
import { goodLine, heading, refusalLine, small } from "../parts/text.ts";

export const render: Renderers<"count-form"> = {
  "count-form": ({ team, idea, count, number, written, did, problem }, words) => {
    const own = words.count;
    const sent = { team: team.id, idea: idea.id };
    const known = number === undefined ? "" : words.format.decimal(number);
    return {
      summary: own.title,
      card: card(
        [
          kicker(team),
          heading(own.title, { spacing: "None" }),
          ideaBox(idea, words),
          refusalLine(problem, words),
          did ? goodLine(own.did[did]) : undefined,
          countBox({ ...(count ? { count } : {}) }, words),
          textInput("counts", own.what, {
            longest: longestCounts,
            hint: own.hint,
            value: written?.counts ?? count?.label,
            oneLine: true,
            missing: words.refusals["count-needed"](),
          }),
          textInput("number", own.now, { longest: longestNumber, value: written?.number ?? known, oneLine: true }),
          small(count ? own.other : own.when, { spacing: "Small" }),
          small(own.seen, { spacing: "Small" }),
        ],
        [
          button(words.buttons.save, { verb: "count", ...sent, isSent: true }, { style: "positive" }),
          count ? button(words.buttons.stopCounting, { verb: "end-count", ...sent }, { inputs: "none" }) : undefined,
          did === "ended" ? button(words.buttons.undo, { verb: "count", ...sent, again: true }, { inputs: "none" }) : undefined,
          button(words.buttons.back, { verb: "show-my-actions" }, { inputs: "none" }),
        ],
      ),
    };
  },
};

export const read: Readers<"count" | "end-count"> = {
  count: z.object({
    verb: z.literal("count"),
    ...ideaInTeam,
    counts: aLineIfAny(longestCounts),
    number: typedNumber.exactOptional(),
    isSent: z.literal(true).exactOptional(),
    again: z.literal(true).exactOptional(),
    ...beside,
  }),

  "end-count": z.object({ verb: z.literal("end-count"), ...ideaInTeam }),
};
