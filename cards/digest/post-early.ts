import { z } from "zod";
import { fewestCounted } from "../../src/domain/overview/turnout.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { digestId, teamId } from "../parts/shapes.ts";
import { heading, line, small } from "../parts/text.ts";

export const render: Renderers<"post-early"> = {
  "post-early": ({ team, draft, turnout }, words) => {
    const { asked, answered } = turnout;
    const { half, fewer, count } = words.draft.early;
    // Of fewer than 10 people asked, "fewer than half" is below `fewestCounted` and gives no exact count away.
    const so = answered >= fewestCounted ? count(answered, asked) : asked >= 2 * fewestCounted ? fewer(fewestCounted, asked) : half;
    return {
      summary: words.draft.early.title,
      card: card(
        [
          kicker(team),
          heading(words.draft.early.title, { spacing: "None" }),
          line(so, { spacing: "Small" }),
          small(words.draft.early.later, { spacing: "Small" }),
        ],
        [
          button(words.buttons.postNow, { verb: "post-now", team: team.id, draft, isSure: true }, { style: "positive" }),
          button(words.buttons.back, { verb: "show-draft", team: team.id }),
        ],
      ),
    };
  },
};

/** Older drafts send the digest's id as `nonce`. */
const draftNamed = z.union([
  z.object({ draft: digestId, isSure: z.literal(true).exactOptional() }),
  z.object({ nonce: digestId }).transform(({ nonce }) => ({ draft: nonce })),
]);

export const read: Readers<"post-now"> = {
  "post-now": z.object({ verb: z.literal("post-now"), team: teamId }).and(draftNamed),
};
