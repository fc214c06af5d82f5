import { z } from "zod";
import { cut } from "../../src/domain/words.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker, noted, sharedLine, storyButton } from "../parts/idea.ts";
import { ideaInTeam, longId } from "../parts/shapes.ts";
import { heading, line, small } from "../parts/text.ts";
import { linesBox } from "./spread.ts";

export const render: Renderers<"tip" | "tip-over"> = {
  tip: (message, words) => {
    const { team, idea, tip, lines, shared, did, owner } = message;
    const sent = { team: team.id, idea: idea.id, tip };
    const own = words.tip;
    if (did === "refused")
      return {
        summary: own.refused,
        card: card(
          [kicker(team), line(own.refused, { spacing: "Small", weight: "Bolder" }), line(cut(idea.title, 140), { isSubtle: true })],
          [button(words.buttons.undo, { verb: "undo-refusal", ...sent })],
        ),
      };
    const title = did ? own.tried : own.title;
    return {
      summary: title,
      card: card(
        [
          kicker(team),
          heading(title, { spacing: "None" }),
          ideaBox(idea, words, { owner: true }),
          sharedLine(shared, own.shared),
          line(own.theirs, { spacing: "Medium", weight: "Bolder" }),
          linesBox(lines, words),
          did
            ? line(owner === undefined ? own.triedWhat : own.owned(cut(owner, 60)), { spacing: "Medium" })
            : small(own.seen, { spacing: "Medium" }),
        ],
        did
          ? [storyButton(team, idea, words)]
          : [
              button(words.buttons.tryHere, { verb: "try-tip", ...sent }, { style: "positive" }),
              button(words.buttons.notForUs, { verb: "refuse-tip", ...sent }),
            ],
      ),
    };
  },

  "tip-over": ({ team }, words) => noted(words.tip.over, team),
};

const onTip = { ...ideaInTeam, tip: longId };

export const read: Readers<"try-tip" | "refuse-tip" | "undo-refusal"> = {
  "try-tip": z.object({ verb: z.literal("try-tip"), ...onTip }),
  "refuse-tip": z.object({ verb: z.literal("refuse-tip"), ...onTip }),
  "undo-refusal": z.object({ verb: z.literal("undo-refusal"), ...onTip }),
};
