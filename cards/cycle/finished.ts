import { z } from "zod";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { ownerButtons } from "../owning/owner-buttons.ts";
import { button, buttons, rowsOf } from "../parts/buttons.ts";
import { box, card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker, storyButton } from "../parts/idea.ts";
import { ideaInTeam, stepToUndo } from "../parts/shapes.ts";
import { heading, line, small } from "../parts/text.ts";
import { spreadButton } from "../spread/spread.ts";

const endOf = ({ idea, answered }: MessageOf<"finished">, words: Words): string =>
  answered ? words.finish.answered : idea.stage === "stopped" ? words.finish.stopped : words.finish.done;

export const render: Renderers<"finished" | "reopened"> = {
  finished: (message, words) => {
    const { team, idea, step } = message;
    const said = endOf(message, words);
    const why = idea.stage === "stopped" ? idea.lesson : idea.result;
    const effect = words.finish.effect(idea.minutes, idea.people);
    return {
      summary: said,
      card: card(
        [
          kicker(team),
          heading(said, { spacing: "None", color: "Good" }),
          box(
            [
              line(cut(idea.title, 140), { weight: "Bolder" }),
              why ? line(cut(why, 600), { spacing: "Small" }) : undefined,
              effect ? small(effect, { spacing: "Small" }) : undefined,
            ],
            { style: "good", spacing: "Medium" },
          ),
          line(words.finish.doneWhat, { spacing: "Medium" }),
          message.maySpread ? buttons([spreadButton(team, idea, words, true)]) : undefined,
        ],
        [
          button(words.buttons.undo, { verb: "undo-end", team: team.id, idea: idea.id, ...(step ? { step } : {}) }),
          button(words.buttons.myActions, { verb: "show-my-actions" }),
        ],
      ),
    };
  },

  reopened: ({ team, idea, undone, owns }, words) => {
    const said = undone ? words.finish.undone : words.finish.reopened;
    return {
      summary: said,
      card: card([
        kicker(team),
        heading(said, { spacing: "None", size: "Medium" }),
        ideaBox(idea, words, { owner: true }),
        undone ? undefined : line(words.finish.reopenedWhat, { spacing: "Medium" }),
        ...rowsOf([
          ...(owns ? ownerButtons(team, idea, words) : [storyButton(team, idea, words)]),
          button(words.buttons.myActions, { verb: "show-my-actions" }),
        ]),
      ]),
    };
  },
};

export const read: Readers<"undo-end" | "reopen-idea"> = {
  "undo-end": z.object({ verb: z.literal("undo-end"), ...ideaInTeam, ...stepToUndo }),
  "reopen-idea": z.object({ verb: z.literal("reopen-idea"), ...ideaInTeam }),
};
