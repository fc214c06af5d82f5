import { z } from "zod";
import type { TeamView } from "../../src/domain/idea/view.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { kicker } from "../parts/idea.ts";
import { digestId, teamId } from "../parts/shapes.ts";
import { heading, line } from "../parts/text.ts";

export const decisions = (team: string, digest: string, words: Words) => [
  button(words.buttons.postIt, { verb: "post-digest-again", team, digest }),
  button(words.buttons.isThere, { verb: "digest-is-there", team, digest }),
];

/** A button to the waiting draft of another digest, if there is one: settling this digest does not post that one. */
const draftButton = ({ team, hasDraft }: { readonly team: TeamView; readonly hasDraft?: true }, words: Words) =>
  hasDraft ? button(words.buttons.showDraft, { verb: "show-draft", team: team.id }) : undefined;

export const render: Renderers<"digest-doubtful" | "digest-trouble" | "digest-settled"> = {
  "digest-doubtful": (message, words) => {
    const { team, digest, week, channel } = message;
    const text = words.digest.doubtful(words.week(week), cut(channel, 60));
    return {
      summary: words.digest.doubtfulTitle,
      card: card([
        kicker(team),
        heading(words.digest.doubtfulTitle, { spacing: "None" }),
        line(text, { spacing: "Small" }),
        ...rowsOf([...decisions(team.id, digest, words), draftButton(message, words)]),
      ]),
    };
  },

  "digest-trouble": (message, words) => {
    const { team, digest, week, channel } = message;
    const [postIt] = decisions(team.id, digest, words);
    return {
      summary: words.digest.troubleTitle,
      card: card(
        [
          kicker(team),
          heading(words.digest.troubleTitle, { spacing: "None" }),
          line(words.digest.trouble(words.week(week), cut(channel, 60)), { spacing: "Small" }),
        ],
        [postIt, draftButton(message, words)],
      ),
    };
  },

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
