import { z } from "zod";
import { isFinished, isOpen, isWorth } from "../../src/domain/idea/idea.ts";
import type { DigestView, IdeaView } from "../../src/domain/idea/view.ts";
import type { Words } from "../../src/language/index.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import type { Button, Element, Readers, Renderers } from "../parts/card.ts";
import { teamName } from "../parts/names.ts";
import { digestId, teamId } from "../parts/shapes.ts";
import { capital, small } from "../parts/text.ts";
import { digestCard, tellsWorthAlone } from "./body.ts";

/** A list of a single idea would show nothing more. */
const isList = ({ quick, top, worth, moreWorth, open, passed, finished }: DigestView) =>
  quick.length + top.length + worth.length + moreWorth + open.length + passed.length + finished.length > 1;

/** The most withdrawn ideas that a post names. */
const mostWithdrawn = 5;

/** Ideas that stood in the post, of which no word is left. */
const withdrawnLines = ({ withdrawn = [], team }: DigestView, words: Words): readonly Element[] => [
  ...withdrawn.slice(0, mostWithdrawn).map(({ number, at }, place) =>
    small(`#${number ?? ""} ${words.digest.withdrawn(at === undefined ? undefined : words.format.day(at, team.zone, true))}`, {
      spacing: place === 0 ? "Medium" : "None",
    }),
  ),
  ...(withdrawn.length > mostWithdrawn ? [small(words.andMore(withdrawn.length - mostWithdrawn), { spacing: "None" })] : []),
];

/** Buttons of an idea in a posted digest. */
const buttonsFor = ({ team, id }: DigestView, words: Words, idea: IdeaView): readonly Button[] => {
  const sent = { team: team.id, idea: idea.id, digest: id };
  const thanks = button(words.buttons.thanks, { verb: "thank", ...sent });
  if (isFinished(idea)) return [thanks];
  const meToo = button(words.buttons.meToo, { verb: "add-voice", ...sent });
  if (isWorth(idea)) return [meToo, thanks, button(words.buttons.tryIt, { verb: "try-idea", ...sent })];
  return isOpen(idea) ? [meToo, button(words.buttons.takeOrAsk, { verb: "take-or-ask", ...sent }, { dialog: true })] : [meToo];
};

export const render: Renderers<"digest"> = {
  digest: ({ digest }, words) => ({
    summary: capital(words.digest.summary(teamName(digest.team, words), words.week(digest.week))),
    card: digestCard(
      digest,
      words,
      {
        isPost: true,
        footOf: (idea) => rowsOf(buttonsFor(digest, words, idea), { spacing: "Small" }),
        title: tellsWorthAlone(digest) ? words.digest.titleWorth : words.digest.title,
        below: () => [
          ...withdrawnLines(digest, words),
          digest.textsWait ? small(words.digest.textsWait, { spacing: "Medium" }) : undefined,
          small(
            digest.nextPromptAt === undefined
              ? words.digest.anyTime
              : words.digest.next(words.format.at(digest.nextPromptAt, digest.team.zone)),
            { spacing: "Medium" },
          ),
        ],
      },
      isList(digest)
        ? [button(words.buttons.allIdeas, { verb: "all-ideas", team: digest.team.id, digest: digest.id, page: 0 }, { dialog: true })]
        : [],
    ),
  }),
};

export const read: Readers<"show-digest"> = {
  "show-digest": z.object({ verb: z.literal("show-digest"), team: teamId, digest: digestId }),
};
