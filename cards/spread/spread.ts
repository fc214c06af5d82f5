import { z } from "zod";
import { longestReadyTest, longestReason, longestTitle } from "../../src/domain/idea/idea.ts";
import type { SpreadLines } from "../../src/domain/idea/spread.ts";
import type { IdeaView, TeamView } from "../../src/domain/idea/view.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons, rowsOf } from "../parts/buttons.ts";
import { box, card, type Element, type Readers, type Renderers } from "../parts/card.ts";
import { ideaKicker, storyButton } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { aLine, aText, beside, ideaInTeam } from "../parts/shapes.ts";
import { heading, line, refusalLine, run } from "../parts/text.ts";

export const spreadButton = (team: TeamView, idea: Pick<IdeaView, "id">, words: Words, isBeside?: true) =>
  button(words.buttons.spread, { verb: "spread-form", team: team.id, idea: idea.id, ...(isBeside ? { beside: true } : {}) });

/** The lines of a result, as other teams read them. */
export const linesBox = ({ title, test, result }: SpreadLines, words: Words): Element => {
  const labelled = (label: string, text: string) => line([run(`${label} `, { isSubtle: true }), run(text)], { spacing: "Small" });
  return box(
    [line(title, { weight: "Bolder" }), test ? labelled(words.spread.tried, test) : undefined, labelled(words.check.helped, result)],
    { style: "good", spacing: "Medium" },
  );
};

export const render: Renderers<"spread-form" | "spread" | "spread-back"> = {
  "spread-form": ({ team, idea, written, problem }, words) => ({
    summary: words.spread.formTitle,
    card: card([
      ideaKicker(team, idea.number),
      heading(words.spread.formTitle, { spacing: "None" }),
      line(words.spread.formWhat, { spacing: "Small" }),
      refusalLine(problem, words),
      textInput("title", words.draft.change.newTitle, {
        longest: longestTitle,
        oneLine: true,
        value: written.title,
        missing: words.refusals["title-needed"](),
      }),
      textInput("test", words.own.test, { longest: longestReadyTest, oneLine: true, value: written.test, hint: words.own.testHint }),
      textInput("result", words.check.helped, { longest: longestReason, value: written.result, missing: words.refusals["line-needed"]() }),
      buttons([button(words.buttons.spread, { verb: "spread-idea", team: team.id, idea: idea.id }, { style: "positive" })], {
        spacing: "Medium",
      }),
      buttons([button(words.buttons.back, { verb: "show-story", team: team.id, idea: idea.id, here: true }, { inputs: "none" })], {
        spacing: "Small",
      }),
    ]),
  }),

  spread: ({ team, idea, lines }, words) => ({
    summary: words.spread.done,
    card: card(
      [
        ideaKicker(team, idea.number),
        heading(words.spread.done, { spacing: "None" }),
        linesBox(lines, words),
        line(words.spread.doneWhat, { spacing: "Medium" }),
      ],
      [button(words.buttons.undo, { verb: "undo-spread", team: team.id, idea: idea.id })],
    ),
  }),

  "spread-back": ({ team, idea }, words) => ({
    summary: words.spread.back,
    card: card([
      ideaKicker(team, idea.number),
      heading(words.spread.back, { spacing: "None", size: "Medium" }),
      line(words.spread.backWhat, { spacing: "Small" }),
      ...rowsOf([spreadButton(team, idea, words), storyButton(team, idea, words)], { perRow: 1 }),
    ]),
  }),
};

export const read: Readers<"spread-form" | "spread-idea" | "undo-spread"> = {
  "spread-form": z.object({ verb: z.literal("spread-form"), ...ideaInTeam, ...beside }),

  "spread-idea": z.object({
    verb: z.literal("spread-idea"),
    ...ideaInTeam,
    title: aLine(longestTitle),
    test: aLine(longestReadyTest),
    result: aText(longestReason),
  }),

  "undo-spread": z.object({ verb: z.literal("undo-spread"), ...ideaInTeam }),
};
