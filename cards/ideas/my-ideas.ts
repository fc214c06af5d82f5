import { z } from "zod";
import { isLiving, isOpen } from "../../src/domain/idea/idea.ts";
import type { IdeaView } from "../../src/domain/idea/view.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons } from "../parts/buttons.ts";
import { box, card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { storyButton, titleRuns } from "../parts/idea.ts";
import { personName } from "../parts/names.ts";
import { heading, line, run, small } from "../parts/text.ts";
import { partLine } from "./same-thing.ts";

/** Most ideas on a card, by detail level. A page has ten (flows/ideas/my-ideas.ts). */
const ideasOnCard: readonly [number, ...number[]] = [10, 7, 5];

const placeInMine = z.string().regex(/^\d{13}\|[\w-]{22}$/);

const stageRuns = (idea: IdeaView, words: Words) => [
  run(words.stages[idea.stage], {
    size: "Small",
    weight: "Bolder",
    ...(idea.stage === "adopted" ? { color: "Good" as const } : {}),
  }),
  run(` · ${words.voices(idea.voices)}`, { size: "Small", isSubtle: true }),
  ...(idea.owner
    ? [
        run(
          ` · ${personName(idea.owner.name, words)}${idea.owner.due && isOpen(idea) ? ` · ${words.by(idea.owner.due, idea.owner.otherYear)}` : ""}`,
          {
            size: "Small",
            isSubtle: true,
          },
        ),
      ]
    : []),
];

export const render: Renderers<"my-ideas"> = {
  "my-ideas": ({ ideas, older, later, unlisted }, words) => ({
    summary: words.mine.title,
    card: fitting(ideasOnCard, (mostListed) => {
      // If not all ideas fit on the card, the next page begins with the first that does not.
      const behind = ideas.length > mostListed ? ideas[mostListed - 1]?.place : older;
      return card(
        [
          heading(words.mine.title),
          ideas.length === 0 && !later && !older ? line(words.mine.none, { spacing: "Small" }) : undefined,
          ...ideas
            .slice(0, mostListed)
            .map(({ team, idea, reason, into }) =>
              box(
                [
                  line(titleRuns(idea)),
                  into ? partLine(into, words) : undefined,
                  line(stageRuns(into ?? idea, words), { spacing: "None" }),
                  reason ? line(words.own.reason(cut(reason, 200)), { size: "Small", spacing: "None" }) : undefined,
                  idea.result ? line(cut(idea.result, 200), { size: "Small", spacing: "None" }) : undefined,
                  isLiving(idea) || idea.stage === "held"
                    ? buttons([button(words.buttons.open, { verb: "show-receipt", team: team.id, idea: idea.id })], { spacing: "Small" })
                    : into
                      ? buttons([storyButton(team, into, words)], { spacing: "Small" })
                      : undefined,
                ],
                { separator: true, spacing: "Medium" },
              ),
            ),
          unlisted ? small(words.mine.unlisted, { spacing: "Medium" }) : undefined,
        ],
        [
          later ? button(words.buttons.newest, { verb: "show-my-ideas" }) : undefined,
          behind ? button(words.buttons.older, { verb: "show-my-ideas", after: behind }) : undefined,
        ],
      );
    }),
  }),
};

export const read: Readers<"show-my-ideas"> = {
  "show-my-ideas": z.object({ verb: z.literal("show-my-ideas"), after: placeInMine.exactOptional() }),
};
