import { z } from "zod";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { digestId, teamId } from "../parts/shapes.ts";
import { heading, line } from "../parts/text.ts";

export const decisions = (team: string, digest: string, words: Words) => [
  button(words.buttons.postIt, { verb: "post-digest-again", team, digest }),
  button(words.buttons.isThere, { verb: "digest-is-there", team, digest }),
];

export const render: Renderers<"digest-doubtful" | "digest-settled"> = {
  "digest-doubtful": ({ team, digest, channel }, words) => ({
    summary: words.digest.doubtfulTitle,
    card: card(
      [
        kicker(team),
        heading(words.digest.doubtfulTitle, { spacing: "None" }),
        line(words.digest.doubtful(cut(channel, 60)), { spacing: "Small" }),
      ],
      decisions(team.id, digest, words),
    ),
  }),

  "digest-settled": ({ team, how, already, channel }, words) => {
    const { there, posting, posted } = words.digest.settled;
    const text = how === "there" ? there(already) : how === "posting" ? posting : posted(cut(channel, 60));
    return { summary: text, card: card([kicker(team), line(text, { spacing: "Small" })]) };
  },
};

export const read: Readers<"post-digest-again" | "digest-is-there"> = {
  "post-digest-again": z.object({ verb: z.literal("post-digest-again"), team: teamId, digest: digestId }),

  "digest-is-there": z.object({ verb: z.literal("digest-is-there"), team: teamId, digest: digestId }),
};
