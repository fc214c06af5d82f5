import { z } from "zod";
import { longestReason } from "../../src/domain/idea/idea.ts";
import { type AnswerWay, answerWays } from "../../src/domain/idea/question.ts";
import { button, buttons, rowsOf } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { aText, ideaInTeam, longId } from "../parts/shapes.ts";
import { heading, line, refusalLine, small } from "../parts/text.ts";

export const render: Renderers<"author-question" | "author-answered"> = {
  "author-question": ({ team, idea, question, answer, confirms, problem }, words) => {
    const { ask, shows, leadsAlone } = words.askAuthor;
    const sent = { verb: "answer-author", team: team.id, idea: idea.id, question: question.id } as const;
    const press = (title: string, how: AnswerWay) => button(title, { ...sent, how });
    return {
      summary: confirms ? shows : ask,
      card: card([
        kicker(team),
        confirms ? undefined : heading(ask, { spacing: "None", size: "Medium" }),
        line(question.text, { spacing: "Small", weight: "Bolder" }),
        ideaBox(idea, words),
        refusalLine(problem, words),
        textInput("answer", words.askAuthor.answer, { longest: longestReason, value: answer }),
        confirms ? line(shows, { weight: "Bolder", color: "Attention" }) : small(leadsAlone, { spacing: "Small" }),
        ...(confirms
          ? [buttons([button(words.buttons.wantToHelp, { ...sent, how: "help", isSure: true }), button(words.buttons.back, sent)])]
          : rowsOf(
              [
                press(words.buttons.answerHidden, "hidden"),
                press(words.buttons.answerNamed, "named"),
                press(words.buttons.wantToHelp, "help"),
              ],
              { perRow: 1 },
            )),
      ]),
    };
  },

  "author-answered": ({ team, idea, question, how, answer }, words) => ({
    summary: words.askAuthor.sent[how],
    card: card([
      kicker(team),
      heading(words.askAuthor.sent[how], { spacing: "None", size: "Medium", color: "Good" }),
      answer ? line(answer, { weight: "Bolder" }) : undefined,
      small(words.askAuthor.toYou, { spacing: "Medium" }),
      line(question, { spacing: "None" }),
      ideaBox(idea, words),
      small(words.askAuthor.leadsAlone),
    ]),
  }),
};

export const read: Readers<"answer-author"> = {
  "answer-author": z.object({
    verb: z.literal("answer-author"),
    ...ideaInTeam,
    question: longId,
    how: z.enum(answerWays).exactOptional(),
    answer: aText(longestReason),
    isSure: z.literal(true).exactOptional(),
  }),
};
