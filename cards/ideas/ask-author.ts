import { z } from "zod";
import { longestReason } from "../../src/domain/idea/idea.ts";
import type { AskedAuthor } from "../../src/domain/message/ideas.ts";
import type { Words } from "../../src/language/index.ts";
import { button } from "../parts/buttons.ts";
import { box, card, type Element, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker, storyButton } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { personName } from "../parts/names.ts";
import { aTextIfAny, digestId, ideaInTeam } from "../parts/shapes.ts";
import { capital, heading, line, refusalLine, small } from "../parts/text.ts";

export const askAuthorButton = (sent: { readonly team: string; readonly idea: string; readonly draft?: string }, words: Words) =>
  button(words.buttons.askAuthor, { verb: "ask-author", ...sent }, { inputs: "none" });

/** The author by the way in which they answered. */
const answeredText = ({ how, name = "" }: NonNullable<AskedAuthor["answer"]>, words: Words): string => {
  if (how === "hidden") return words.askAuthor.answered;
  return capital((how === "help" ? words.askAuthor.wantsToHelp : words.askAuthor.answeredBy)(personName(name, words)));
};

/** The question to the author, and their answer if there is one. */
export const askedBox = ({ text, answer }: AskedAuthor, words: Words): Element =>
  box(
    [
      small(words.askAuthor.question),
      line(text, { spacing: "None" }),
      answer ? small(answeredText(answer, words), { spacing: "Medium" }) : undefined,
      answer?.text ? line(answer.text, { spacing: "None", weight: "Bolder" }) : undefined,
    ],
    { style: "emphasis", spacing: "Medium" },
  );

export const render: Renderers<"ask-author-form" | "author-asked" | "author-answer"> = {
  "ask-author-form": ({ team, idea, draft, problem }, words) => {
    const sent = { team: team.id, idea: idea.id, ...(draft ? { draft } : {}) };
    return {
      summary: words.buttons.askAuthor,
      card: card(
        [
          kicker(team),
          heading(words.buttons.askAuthor, { spacing: "None" }),
          ideaBox(idea, words),
          refusalLine(problem, words),
          line(words.askAuthor.what),
          textInput("question", words.askAuthor.input, {
            longest: longestReason,
            hint: words.askAuthor.hint,
            missing: words.refusals["line-needed"](),
          }),
        ],
        [
          button(words.buttons.send, { verb: "ask-author", ...sent }, { style: "positive" }),
          draft ? button(words.buttons.back, { verb: "change-form", ...sent }, { inputs: "none" }) : undefined,
        ],
      ),
    };
  },

  "author-asked": ({ team, idea, draft, asked, isNew, looks, answerBelow }, words) => {
    const said = isNew ? (looks ? words.askAuthor.looks : words.askAuthor.asks) : words.askAuthor.askedBefore;
    const back = draft && button(words.buttons.back, { verb: "change-form", team: team.id, idea: idea.id, draft });
    return {
      summary: said,
      card: card(
        [
          kicker(team),
          line(said, { spacing: "Small", weight: "Bolder" }),
          ideaBox(idea, words),
          askedBox(asked, words),
          answerBelow ? small(words.askAuthor.answerBelow, { spacing: "Small" }) : undefined,
          isNew || asked.answer || answerBelow ? undefined : small(words.askAuthor.waits, { spacing: "Small" }),
        ],
        [back || undefined],
      ),
    };
  },

  "author-answer": ({ team, idea, asked: { text, answer } }, words) => ({
    summary: words.askAuthor.answerCame,
    card: card(
      [
        kicker(team),
        line(answeredText(answer, words), { spacing: "None", size: "Large", weight: "Bolder" }),
        answer.text ? box([line(answer.text, { weight: "Bolder" })], { style: "accent", spacing: "Medium" }) : undefined,
        small(words.askAuthor.question, { spacing: "Medium" }),
        line(text, { spacing: "None" }),
        ideaBox(idea, words),
        small(words.askAuthor.leadsAlone),
      ],
      [storyButton(team, idea, words)],
    ),
  }),
};

export const read: Readers<"ask-author"> = {
  "ask-author": z.object({
    verb: z.literal("ask-author"),
    ...ideaInTeam,
    draft: digestId.exactOptional(),
    question: aTextIfAny(longestReason),
  }),
};
