import { z } from "zod";
import type { IdeaView, TeamView } from "../../src/domain/idea/view.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons, rowsOf } from "../parts/buttons.ts";
import { box, card, type Element, type Readers, type Renderers } from "../parts/card.ts";
import { kicker, titleRuns } from "../parts/idea.ts";
import { choiceInput } from "../parts/inputs.ts";
import { ideaInTeam, teamId } from "../parts/shapes.ts";
import { heading, line, small, subheading } from "../parts/text.ts";
import { type DigestDetail, digestCard } from "./body.ts";

/** Ideas that are held back, each with its button; of many, one is chosen in a list. */
const heldIdeas = (
  team: TeamView,
  held: readonly IdeaView[],
  { rows, title: longest }: DigestDetail,
  words: Words,
): readonly (Element | undefined)[] => {
  if (held.length === 0) return [];
  const title = subheading(words.draft.held);
  if (held.length <= Math.min(6, rows)) {
    const release = (idea: IdeaView) => button(words.buttons.release, { verb: "release-idea", team: team.id, idea: idea.id });
    return [
      title,
      ...held.map((idea) =>
        box([line(titleRuns({ ...idea, title: cut(idea.title, longest) }, "Default")), buttons([release(idea)], { spacing: "Small" })], {
          spacing: "Small",
        }),
      ),
    ];
  }
  const listed = held.slice(0, 5 * rows);
  return [
    title,
    choiceInput(
      "idea",
      words.draft.idea,
      listed.map(({ id, number, title }) => ({ id, name: `${number === undefined ? "" : `#${number} `}${cut(title, longest)}` })),
      { hint: words.draft.chooseIdea, missing: words.draft.chooseIdea },
    ),
    held.length > listed.length ? small(words.andMore(held.length - listed.length), { spacing: "None" }) : undefined,
    buttons([button(words.buttons.release, { verb: "release-idea", team: team.id })], { spacing: "Small" }),
  ];
};

export const render: Renderers<"draft" | "draft-posted"> = {
  draft: ({ digest, held, postsAt, rests, nonce }, words) => {
    const { team } = digest;
    const posts = postsAt === undefined ? words.draft.waits : words.draft.posts(words.format.at(postsAt, team.zone));
    return {
      summary: words.draft.title,
      card: digestCard(
        digest,
        words,
        {
          pressable: false,
          title: words.draft.title,
          intro: [line(rests ? words.status.archived : posts, { spacing: "Small" }), small(words.draft.only, { spacing: "None" })],
          below: (detail) => [
            ...heldIdeas(team, held, detail, words),
            ...rowsOf([
              rests
                ? undefined
                : button(words.buttons.postNow, { verb: "post-now", team: team.id, nonce }, { style: "positive", inputs: "none" }),
              button(words.buttons.proposeOwner, { verb: "propose-form", team: team.id }, { inputs: "none" }),
              button(words.buttons.editTitle, { verb: "title-form", team: team.id }, { inputs: "none" }),
              button(words.buttons.holdBack, { verb: "hold-form", team: team.id }, { inputs: "none" }),
            ]),
          ],
        },
        [],
      ),
    };
  },

  "draft-posted": ({ team, at }, words) => {
    const text = words.draft.posted(words.format.at(at, team.zone));
    return {
      summary: text,
      card: card([kicker(team), heading(words.draft.title, { spacing: "None" }), line(text, { spacing: "Small" })]),
    };
  },
};

export const read: Readers<"show-draft" | "release-idea"> = {
  "show-draft": z.object({ verb: z.literal("show-draft"), team: teamId }),

  "release-idea": z.object({ verb: z.literal("release-idea"), ...ideaInTeam }),
};
