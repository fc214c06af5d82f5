import { z } from "zod";
import type { WrittenIdea } from "../../src/domain/action/ideas.ts";
import { keptQuestion, questions, type RoundQuestion } from "../../src/domain/asking/question.ts";
import { isWorth, longestFriction } from "../../src/domain/idea/idea.ts";
import { life } from "../../src/domain/idea/life.ts";
import type { SimilarIdea } from "../../src/domain/idea/view.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons } from "../parts/buttons.ts";
import { box, card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { ideaKicker, sharedLine, storyButton, titleRuns } from "../parts/idea.ts";
import { kindName } from "../parts/names.ts";
import { ideaInTeam, teamId } from "../parts/shapes.ts";
import { heading, line, small } from "../parts/text.ts";
import { keptIdea, standsText } from "./idea-form.ts";

/** Characters of a text that are shown, by detail level; the buttons hold the whole text. */
export const mostShown = [2 * longestFriction, 600, 200, 40] as const;

/**
 * So much shows where the texts are as long as can be: of the offered one its beginning alone, since *Add another* opens it whole. *Same thing* is then on the
 * receipt that *my ideas* opens, where nothing is offered.
 */
export const least = 20;

export const textBox = (written: WrittenIdea, question: RoundQuestion | undefined, words: Words, most: number): Element =>
  box(
    [
      line(cut(written.friction, most), { weight: "Bolder" }),
      written.proposal ? small(question === "success" ? words.receipt.moreOfIt : words.receipt.proposal, { spacing: "Medium" }) : undefined,
      written.proposal ? line(cut(written.proposal, most), { spacing: "None" }) : undefined,
      written.kind || written.cost
        ? small(
            [...(written.kind ? [kindName(written.kind, words)] : []), ...(written.cost ? [words.costs[written.cost]] : [])].join(" · "),
            {
              spacing: "Medium",
            },
          )
        : undefined,
    ],
    { style: "emphasis", spacing: "Medium" },
  );

export const beginningBox = ({ friction }: WrittenIdea): Element =>
  box([line(cut(friction, least), { weight: "Bolder" })], { style: "emphasis", spacing: "Medium" });

/** The ideas that say nearly the same, each with *Same thing*; the choice of another one, or of any where none was found. */
const sameThing = (team: string, idea: string, similar: readonly SimilarIdea[], words: Words): readonly Element[] => {
  const chooses = (title: string) => buttons([button(title, { verb: "merge-idea", team, idea })], { spacing: "Small" });
  if (similar.length === 0) return [small(words.same.ask, { spacing: "Medium" }), chooses(words.buttons.sameThing)];
  return [
    ...similar.map((one) =>
      box(
        [
          small(one.colleagues > 0 ? words.same.nearly(one.colleagues) : words.same.nearlyYours),
          line(titleRuns(one), { spacing: "None" }),
          sharedLine(one.shared, words.same.shared, "None"),
          buttons([button(words.buttons.sameThing, { verb: "merge-idea", team, idea, into: one.id }, { tooltip: one.title })], {
            spacing: "Small",
          }),
        ],
        { spacing: "Medium" },
      ),
    ),
    chooses(words.same.another),
  ];
};

export const render: Renderers<"receipt"> = {
  receipt: (
    { team, idea, number, written, question, stage, post, digestAt, rests, shown, edited, mayMerge, similar = [], closes, offered },
    words,
  ) => {
    const title = edited ? words.receipt.changed : words.receipt.saved;
    const { day } = words.format;
    const isHidden = stage === "held" || stage === "merged";
    const isAwaited = !shown && !isHidden;
    return {
      summary: title,
      card: fitting([...mostShown, least], (most) =>
        card(
          [
            ideaKicker(team, number),
            heading(title, { spacing: "None", color: "Good" }),
            textBox(written, question, words, most),
            isWorth({ stage }) ? small(words.receipt.worth, { spacing: "Small" }) : undefined,
            isHidden || (shown && stage !== "new" && !isWorth({ stage }))
              ? line(words.receipt.stands(words.stages[stage]), { spacing: "Medium" })
              : undefined,
            isAwaited
              ? undefined
              : line(standsText({ stage, ...(number === undefined ? {} : { number }), ...(post ? { post } : {}) }, words), {
                  spacing: "Medium",
                }),
            shown ? buttons([storyButton(team, { id: idea }, words)], { spacing: "Small" }) : undefined,
            isAwaited && rests ? line(words.receipt.rests(written.showName), { spacing: "Medium" }) : undefined,
            isAwaited && !rests
              ? line(words.receipt.next(digestAt === undefined ? undefined : day(digestAt, team.zone), written.showName), {
                  spacing: "Medium",
                })
              : undefined,
            closes ? small(words.receipt.closes, { spacing: "Medium" }) : undefined,
            ...(mayMerge && most > least ? sameThing(team.id, idea, similar, words) : []),
            offered ? line(words.receipt.second, { spacing: "Large", separator: true, weight: "Bolder" }) : undefined,
            offered ? (most === least ? beginningBox(offered) : textBox(offered, question, words, most)) : undefined,
          ],
          [
            life.edit.from.includes(stage) ? button(words.buttons.edit, { verb: "edit-idea", team: team.id, idea }) : undefined,
            button(words.buttons.withdraw, { verb: "withdraw-idea", team: team.id, idea }),
            button(
              words.buttons.addAnother,
              { verb: "add-another", team: team.id, ...keptQuestion(question), ...(offered ? { kept: offered } : {}) },
              offered ? { style: "positive" } : {},
            ),
          ],
        ),
      ),
    };
  },
};

export const read: Readers<"edit-idea" | "withdraw-idea" | "show-receipt" | "add-another"> = {
  "edit-idea": z.object({ verb: z.literal("edit-idea"), ...ideaInTeam }),

  "withdraw-idea": z.object({ verb: z.literal("withdraw-idea"), ...ideaInTeam }),

  "show-receipt": z.object({ verb: z.literal("show-receipt"), ...ideaInTeam }),

  "add-another": z.object({
    verb: z.literal("add-another"),
    team: teamId,
    question: z.enum(questions).exactOptional(),
    kept: keptIdea.exactOptional(),
  }),
};
