import { z } from "zod";
import { longestTitle } from "../../src/domain/idea/idea.ts";
import type { IdeaView, NamedIdea } from "../../src/domain/idea/view.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons, rowsOf } from "../parts/buttons.ts";
import { box, card, type Element, type Readers, type Renderers } from "../parts/card.ts";
import { kicker, storyButton, titleRuns } from "../parts/idea.ts";
import { choiceInput } from "../parts/inputs.ts";
import { ideaInTeam, stepToUndo } from "../parts/shapes.ts";
import { heading, line, run, small } from "../parts/text.ts";

/** The choice of the idea that says the same. @param missing the words of a client that asks for it before it sends anything */
export const sameThingInput = (ideas: readonly NamedIdea[], words: Words, missing?: string) =>
  choiceInput(
    "into",
    words.same.as,
    ideas.map(({ id, number, title }) => ({ id, name: cut(number === undefined ? title : `#${number} ${title}`, longestTitle) })),
    { filtered: true, hint: words.same.choose, ...(missing === undefined ? {} : { missing }) },
  );

/** Says of which idea a merged one is part. */
export const partLine = (into: IdeaView, words: Words): Element =>
  line([run(`${words.same.partOf} `), ...titleRuns(into)], { spacing: "Small" });

const ideaLine = (idea: IdeaView): Element => box([line(titleRuns(idea))], { style: "emphasis", spacing: "Medium" });

export const render: Renderers<"same-thing-form" | "idea-merged" | "idea-unmerged"> = {
  "same-thing-form": ({ team, idea, ideas }, words) => {
    const sent = { team: team.id, idea: idea.id };
    const back = button(words.buttons.back, { verb: "show-receipt", ...sent }, { inputs: "none" });
    return {
      summary: words.same.title,
      card: card([
        kicker(team),
        heading(words.same.title, { spacing: "None" }),
        ideaLine(idea),
        ...(ideas.length === 0
          ? [line(words.same.none, { spacing: "Medium" }), buttons([back])]
          : [
              sameThingInput(ideas, words, words.refusals["idea-needed"]()),
              small(words.same.what, { spacing: "Small" }),
              buttons([button(words.buttons.sameThing, { verb: "merge-idea", ...sent }, { style: "positive" }), back]),
            ]),
      ]),
    };
  },

  "idea-merged": ({ team, idea, into, reader, step }, words) => {
    const sent = { team: team.id, idea: idea.id };
    return {
      summary: words.same.merged,
      card: card([
        kicker(team),
        heading(words.same.merged, { spacing: "None", size: "Medium", color: "Good" }),
        ideaLine(idea),
        partLine(into, words),
        small(reader === "author" ? words.same.mergedYours : words.same.mergedWhat, { spacing: "Small" }),
        ...rowsOf([
          button(words.buttons.undo, { verb: "unmerge-idea", ...sent, ...(step ? { step } : {}) }),
          storyButton(team, into, words),
          reader === "author" ? button(words.buttons.withdraw, { verb: "withdraw-idea", ...sent }) : undefined,
        ]),
      ]),
    };
  },

  "idea-unmerged": ({ team, idea }, words) => ({
    summary: words.same.unmerged,
    card: card([
      kicker(team),
      heading(words.same.unmerged, { spacing: "None", size: "Medium" }),
      ideaLine(idea),
      small(words.same.unmergedWhat, { spacing: "Small" }),
    ]),
  }),
};

export const read: Readers<"unmerge-idea"> = {
  "unmerge-idea": z.object({ verb: z.literal("unmerge-idea"), ...ideaInTeam, ...stepToUndo }),
};
