import { z } from "zod";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { kicker, titleRuns } from "../parts/idea.ts";
import { sentence } from "../parts/sentence.ts";
import { ideaInTeam } from "../parts/shapes.ts";
import { heading, line } from "../parts/text.ts";

export const render: Renderers<"muted" | "unmuted"> = {
  muted: ({ team, idea }, words) => ({
    summary: words.news.muted,
    card: card(
      [
        kicker(team),
        heading(words.news.muted, { spacing: "None", size: "Medium" }),
        line(titleRuns(idea), { spacing: "Small" }),
        line(words.news.mutedWhat, { spacing: "Small" }),
      ],
      [button(words.buttons.undo, { verb: "mute-idea", team: team.id, idea: idea.id, undo: true })],
    ),
  }),

  unmuted: (_message, words) => sentence(words.news.unmuted),
};

export const read: Readers<"mute-idea"> = {
  "mute-idea": z.object({ verb: z.literal("mute-idea"), ...ideaInTeam, undo: z.literal(true).exactOptional() }),
};
