import type { Verb } from "../../src/domain/action/index.ts";
import { longestReviewWords } from "../../src/domain/action/review.ts";
import { longestCounts } from "../../src/domain/idea/count.ts";
import { longestFriction, longestProposal, longestReason, longestTitle } from "../../src/domain/idea/idea.ts";
import { titleMarkOf } from "../../src/domain/ids.ts";
import type { SentText, TextInputId } from "../../src/domain/message/people.ts";
import { fits, normalise } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, type Sent } from "../parts/buttons.ts";
import { box, card, type Renderers } from "../parts/card.ts";
import { textInput } from "../parts/inputs.ts";
import { heading, line } from "../parts/text.ts";

const ofIdea = ["friction", "proposal"] as const;
const ofChange = ["title", "reason"] as const;

/** The inputs of each button whose texts other people may read. Words that were typed stand in `text` of `say-words`. */
const read: Partial<Record<Verb, readonly TextInputId[]>> = {
  "submit-idea": ofIdea,
  "save-idea": ofIdea,
  "save-without-trace": ofIdea,
  "write-again": ofIdea,
  "send-for-colleague": ofIdea,
  "ask-author": ["question"],
  "answer-author": ["answer"],
  "answer-without-trace": ["answer"],
  "save-change": ofChange,
  "hold-idea": ofChange,
  "edit-title": ["title"],
  "accept-idea": ["test"],
  "plan-idea": ["test"],
  "decline-idea": ["reason"],
  "give-back": ["reason"],
  start: ["test"],
  adjust: ["result", "test"],
  adopt: ["result"],
  "finish-idea": ["result"],
  "stop-idea": ["lesson"],
  "answer-idea": ["reason"],
  reopen: ["reason"],
  "need-help": ["line"],
  "ask-why": ["text"],
  count: ["counts"],
  "spread-idea": ["title", "test", "result"],
  "pass-on": ["reason"],
  "answer-passed": ["reason"],
  "send-back": ["reason"],
  "post-review": ["words"],
  "say-words": ["text"],
};

const longest: Readonly<Record<TextInputId, number>> = {
  friction: longestFriction,
  proposal: longestProposal,
  title: longestTitle,
  counts: longestCounts,
  reason: longestReason,
  question: longestReason,
  answer: longestReason,
  test: longestReason,
  result: longestReason,
  lesson: longestReason,
  line: longestReason,
  words: longestReviewWords,
  // A command and its number stand before the reason.
  text: 2 * longestReason,
};

/** Is a title still the one with which its form opened? The lead who changes something else has not written it. */
const isAsItWas = (title: string, was: unknown): boolean =>
  typeof was === "object" && was !== null && "mark" in was && was.mark === titleMarkOf(title);

/** *Back* from an answer to a lead sends nothing, and words that are offered as an idea come back on its form, which is looked at when it is sent. */
const sendsNothing = (verb: Verb, { idea, how }: Readonly<Record<string, unknown>>): boolean =>
  (verb === "say-words" && idea === true) || (verb === "answer-author" && how === undefined);

/** The texts of a form that was sent; none where one of them is too long: its form comes back for that first. */
export const sentTexts = (verb: Verb, sent: Readonly<Record<string, unknown>>): readonly SentText[] => {
  if (sendsNothing(verb, sent)) return [];
  const texts = (read[verb] ?? []).flatMap((id) => {
    const text = normalise(typeof sent[id] === "string" ? sent[id] : "");
    return text === "" || (id === "title" && isAsItWas(text, sent.was)) ? [] : [{ id, text }];
  });
  return texts.every(({ id, text }) => fits(text, longest[id])) ? texts : [];
};

const labelOf = (id: TextInputId, words: Words): string =>
  ({
    friction: words.form.label,
    proposal: words.form.proposal,
    title: words.draft.change.newTitle,
    counts: words.count.what,
    reason: words.own.why,
    question: words.askAuthor.input,
    answer: words.askAuthor.answer,
    test: words.own.test,
    result: words.check.helped,
    lesson: words.stop.lesson,
    words: words.review.words,
    line: words.callForHelp.line,
    text: words.personal.text,
  })[id];

export const render: Renderers<"personal-details"> = {
  "personal-details": ({ found, texts, sent, isOpen }, words) => {
    const own = words.personal;
    const send = (title: string, warned: "open" | "sure" | undefined, look: Parameters<typeof button>[2] = {}) =>
      button(title, { ...sent, ...(warned ? { warned } : {}) } as Sent, look);
    return {
      summary: own.notSent,
      card: card(
        [
          heading(own.notSent, { size: "Medium" }),
          box([line(own.found(found.map((detail) => own.details[detail])), { weight: "Bolder" })], { style: "emphasis", spacing: "Small" }),
          line(isOpen ? own.open : own.why, { spacing: "Small" }),
          ...texts.map(({ id, text }) => textInput(id, labelOf(id, words), { longest: longest[id], value: text })),
        ],
        [
          isOpen ? send(words.buttons.send, undefined, { style: "positive" }) : send(words.buttons.changeIt, "open", { style: "positive" }),
          send(words.buttons.sendAnyway, "sure"),
        ],
      ),
    };
  },
};
