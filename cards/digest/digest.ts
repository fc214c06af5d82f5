import { z } from "zod";
import type { DigestView } from "../../src/domain/idea/view.ts";
import { button } from "../parts/buttons.ts";
import type { Readers, Renderers } from "../parts/card.ts";
import { teamName } from "../parts/names.ts";
import { digestId, teamId } from "../parts/shapes.ts";
import { capital, small } from "../parts/text.ts";
import { digestCard } from "./body.ts";

const isMore = (digest: DigestView) => digest.alsoNew.length + digest.moreNew + digest.open.length + digest.moreOpen > 0;

export const render: Renderers<"digest"> = {
  digest: ({ digest }, words) => ({
    summary: capital(words.digest.summary(teamName(digest.team, words), words.week(digest.week))),
    card: digestCard(
      digest,
      words,
      {
        pressable: true,
        title: words.digest.title,
        below: () => [
          small(
            digest.nextPromptAt === undefined
              ? words.digest.anyTime
              : words.digest.next(words.format.at(digest.nextPromptAt, digest.team.zone)),
            { spacing: "Medium" },
          ),
        ],
      },
      isMore(digest)
        ? [button(words.buttons.allIdeas, { verb: "all-ideas", team: digest.team.id, digest: digest.id, page: 0 }, { dialog: true })]
        : [],
    ),
  }),
};

export const read: Readers<"show-digest"> = {
  "show-digest": z.object({ verb: z.literal("show-digest"), team: teamId, digest: digestId }),
};
