import { z } from "zod";
import { isFinished, longestReason } from "../../src/domain/idea/idea.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { beginning, cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { type Button, box, card, type Readers, type Renderers } from "../parts/card.ts";
import { ageOf, ideaBox, kicker, noted, reasonBox } from "../parts/idea.ts";
import { choiceInput, dateInput, textInput } from "../parts/inputs.ts";
import { teamName } from "../parts/names.ts";
import { aLineIfAny, aTextIfAny, choice, ideaInTeam, passedId, stepToUndo } from "../parts/shapes.ts";
import { capital, heading, line, refusalLine, small } from "../parts/text.ts";

const longestContact = 120;

type OnPost = Pick<MessageOf<"passed-post">, "team" | "idea" | "passed">;

const sentOf = ({ team, idea, passed }: OnPost) => ({ team: team.id, idea: idea.id, passed });

const backButton = (post: OnPost, words: Words): Button =>
  button(words.buttons.back, { verb: "show-passed", ...sentOf(post) }, { inputs: "none" });

/** The answer of the coordinators, which ended the idea. */
const answerBox = ({ idea }: OnPost, words: Words) => {
  const isSolved = idea.stage === "adopted";
  const why = (isSolved ? idea.result : idea.lesson) ?? "";
  return reasonBox(isSolved ? words.passing.weDo : words.passing.weDoNot, why, isSolved ? "good" : "accent");
};

export const render: Renderers<"passed-post" | "passed-gone" | "take-passed-form" | "answer-passed-form" | "send-back-form"> = {
  "passed-post": (post, words) => {
    const own = words.passing;
    const { team, idea, reason, step } = post;
    const name = teamName(team, words);
    const sent = sentOf(post);
    const isOver = isFinished(idea);
    return {
      summary: own.post(name),
      card: card([
        kicker(team, ...ageOf(idea, words, 1)),
        line(own.post(name), { spacing: "None", size: "Large", weight: "Bolder" }),
        ideaBox(idea, words, { owner: idea.passed?.answerBy !== undefined }),
        reason ? box([small(own.why(name)), line(cut(reason, 600), { spacing: "None" })], { spacing: "Medium" }) : undefined,
        isOver ? answerBox(post, words) : undefined,
        !isOver && idea.passed?.answerBy === undefined ? small(own.waits, { spacing: "Medium" }) : undefined,
        ...rowsOf(
          isOver
            ? [button(words.buttons.undo, { verb: "undo-answer", ...sent, ...(step ? { step } : {}) })]
            : [
                button(words.buttons.takePassed, { verb: "take-passed", ...sent }, { dialog: true }),
                button(words.buttons.answer, { verb: "answer-passed", ...sent }, { dialog: true }),
                button(words.buttons.sendBack, { verb: "send-back", ...sent }, { dialog: true }),
              ],
        ),
      ]),
    };
  },

  "passed-gone": ({ team, number, why, at }, words) => {
    const own = words.passing;
    const what = number === undefined ? own.anIdea : `#${number}`;
    const name = teamName(team, words);
    const when = at === undefined ? undefined : words.format.day(at, team.zone, true);
    return noted(why === "withdrawn" ? own.withdrawn(what, name, when) : own.back(what, name), team);
  },

  "take-passed-form": (form, words) => {
    const own = words.passing;
    const { team, idea, contact, answerBy, problem } = form;
    return {
      summary: own.takeTitle,
      card: card(
        [
          kicker(team),
          heading(own.takeTitle, { spacing: "None" }),
          ideaBox(idea, words),
          refusalLine(problem, words),
          textInput("contact", own.contact, {
            longest: longestContact,
            oneLine: true,
            value: contact && beginning(contact, longestContact),
          }),
          dateInput("answerBy", own.answerBy, answerBy, words.own.badDate),
          small(capital(own.takeWhat(teamName(team, words)))),
        ],
        [button(words.buttons.takePassed, { verb: "take-passed", ...sentOf(form) }, { style: "positive" }), backButton(form, words)],
      ),
    };
  },

  "answer-passed-form": (form, words) => {
    const own = words.passing;
    const { team, idea, solved, reason, problem } = form;
    const choices = [
      { id: "yes", name: own.weDo },
      { id: "no", name: own.weDoNot },
    ];
    return {
      summary: own.answer,
      card: card(
        [
          kicker(team),
          heading(own.answer, { spacing: "None" }),
          ideaBox(idea, words),
          refusalLine(problem, words),
          choiceInput("solved", own.answer, choices, {
            expanded: true,
            missing: words.refusals["answer-needed"](),
            ...(solved === undefined ? {} : { value: solved ? "yes" : "no" }),
          }),
          textInput("reason", own.reason, {
            longest: longestReason,
            hint: own.answerHint,
            value: reason,
            missing: words.refusals["reason-needed"](),
          }),
          small(capital(own.answerWhat(teamName(team, words)))),
        ],
        [button(words.buttons.answer, { verb: "answer-passed", ...sentOf(form) }), backButton(form, words)],
      ),
    };
  },

  "send-back-form": (form, words) => {
    const own = words.passing;
    const { team, idea, problem } = form;
    return {
      summary: own.sendBackTitle,
      card: card(
        [
          kicker(team),
          heading(own.sendBackTitle, { spacing: "None" }),
          ideaBox(idea, words),
          refusalLine(problem, words),
          textInput("reason", own.reason, {
            longest: longestReason,
            hint: own.sendBackHint,
            missing: words.refusals["reason-needed"](),
          }),
          small(capital(own.sendBackWhat(teamName(team, words)))),
        ],
        [button(words.buttons.sendBack, { verb: "send-back", ...sentOf(form) }), backButton(form, words)],
      ),
    };
  },
};

const onPost = { ...ideaInTeam, passed: passedId };

export const read: Readers<"show-passed" | "take-passed" | "answer-passed" | "undo-answer" | "send-back"> = {
  "show-passed": z.object({ verb: z.literal("show-passed"), ...onPost }),
  "take-passed": z.object({
    verb: z.literal("take-passed"),
    ...onPost,
    contact: aLineIfAny(longestContact),
    answerBy: choice.exactOptional(),
  }),
  "answer-passed": z.object({
    verb: z.literal("answer-passed"),
    ...onPost,
    solved: z
      .enum(["yes", "no"])
      .transform((answer) => answer === "yes")
      .exactOptional(),
    reason: aTextIfAny(longestReason),
  }),
  "undo-answer": z.object({ verb: z.literal("undo-answer"), ...onPost, ...stepToUndo }),
  "send-back": z.object({ verb: z.literal("send-back"), ...onPost, reason: aTextIfAny(longestReason) }),
};
