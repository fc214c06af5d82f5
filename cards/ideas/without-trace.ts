import { z } from "zod";
import { keptQuestion } from "../../src/domain/asking/question.ts";
import { isWorth, longestReason } from "../../src/domain/idea/idea.ts";
import { life } from "../../src/domain/idea/life.ts";
import { waitsShape } from "../../src/domain/idea/waiting.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { button, buttons, rowsOf } from "../parts/buttons.ts";
import { box, card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { ideaKicker, reasonBox } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { aText, longId, secret, teamId } from "../parts/shapes.ts";
import { heading, line, problemLine, small } from "../parts/text.ts";
import { seenText } from "./for-colleague.ts";
import { aQuestion, ideaInputs, keptIdea, writtenIdeaOf } from "./idea-form.ts";
import { beginningBox, least, mostShown, textBox } from "./receipt.ts";

type KeptText = MessageOf<"kept-without-trace">;

/** When its team sees a text, or that it has seen it. */
const standing = (
  { team, question: asked, waits, idea, offered, digestAt, rests, ...more }: KeptText,
  words: Words,
): readonly (Element | undefined)[] => {
  const own = words.withoutTrace;
  // A receipt that offers a second text answers its *Send*.
  const isQuiet = more.isQuiet && !offered;
  const when = digestAt === undefined || rests ? undefined : words.format.day(digestAt, team.zone);
  /** A text that only leads have read yet, in their draft, is still to be shown; one that they have joined with another is not. */
  const whereShown = (): string | undefined => {
    if (idea?.stage === "held") return words.news.heldWhat;
    if (idea?.number !== undefined) return own.shown(idea.number);
    return idea?.stage === "merged"
      ? undefined
      : seenText({ team, ...(digestAt === undefined ? {} : { digestAt }), ...(rests ? { rests } : {}) }, words);
  };
  if (!waits) {
    const said = whereShown();
    const isMoved = idea && idea.stage !== "new" && !isWorth(idea);
    return [
      isMoved ? line(words.receipt.stands(words.stages[idea.stage]), { spacing: "Medium" }) : undefined,
      said ? line(said, { spacing: "Medium" }) : undefined,
      isQuiet ? line(own.quiet, { spacing: "Small", weight: "Bolder" }) : undefined,
    ];
  }
  return [
    isQuiet ? line(own.stillWaits, { spacing: "Medium", weight: "Bolder" }) : undefined,
    line(waits.anyway ? own.anyway(when) : own.waits(waits.smallestGroup, when), { spacing: "Medium" }),
    asked === "success" && !waits.anyway ? small(own.worked, { spacing: "Small" }) : undefined,
    waits.isLong && !waits.anyway ? small(own.isLong, { spacing: "Small" }) : undefined,
  ];
};

/** The question of a lead, with the box for the answer, or with the answer. */
const question = ({ team, secret: key, asked, problem }: KeptText, words: Words, most: number): readonly (Element | undefined)[] => {
  const own = words.withoutTrace;
  if (!asked) return [];
  const press = { verb: "answer-without-trace", team: team.id, secret: key, question: asked.id } as const;
  return [
    box(
      [
        small(own.asked),
        line(cut(asked.text, most), { spacing: "None", weight: "Bolder" }),
        ...(asked.answer === undefined
          ? [
              problemLine(problem && own.lineNeeded),
              textInput("answer", words.askAuthor.answer, { longest: longestReason }),
              small(words.askAuthor.leadsAlone, { spacing: "Small" }),
              buttons([button(words.buttons.answer, press)]),
            ]
          : [small(own.yourAnswer, { spacing: "Small" }), line(cut(asked.answer, most), { spacing: "None" })]),
      ],
      { spacing: "Medium" },
    ),
  ];
};

export const render: Renderers<"kept-without-trace"> = {
  "kept-without-trace": (receipt, words) => {
    const { team, secret: key, written, question: asked, waits, idea, reason, edited, closes, offered } = receipt;
    const title = edited ? words.receipt.changed : words.receipt.saved;
    const about = { team: team.id, secret: key } as const;
    const isOpen = waits !== undefined || (idea !== undefined && life.edit.from.includes(idea.stage));
    return {
      summary: title,
      card: fitting([...mostShown, least], (most) =>
        card(
          [
            ideaKicker(team, idea?.number),
            idea && !edited ? undefined : heading(title, { spacing: "None", color: "Good" }),
            most === least ? beginningBox(written) : textBox(written, asked, words, most),
            ...standing(receipt, words),
            reason && !(most === least && offered) ? reasonBox(words.news.why, cut(reason, most)) : undefined,
            // The text of *Add another* needs the room; *See what happened* shows the rest again.
            ...(most === least && offered ? [] : question(receipt, words, most)),
            small(closes ? words.withoutTrace.closes : words.withoutTrace.key, { spacing: "Medium" }),
            ...rowsOf(
              [
                button(words.buttons.whatHappened, { verb: "follow-without-trace", ...about }, { inputs: "none" }),
                waits?.isLong && !waits.anyway && !(most === least && offered)
                  ? button(words.buttons.showAnyway, { verb: "show-anyway", ...about }, { inputs: "none" })
                  : undefined,
              ],
              { spacing: "Small", perRow: 1 },
            ),
            offered ? line(words.receipt.second, { spacing: "Large", separator: true, weight: "Bolder" }) : undefined,
            offered ? (most === least ? beginningBox(offered) : textBox(offered, asked, words, most)) : undefined,
          ],
          [
            isOpen ? button(words.buttons.edit, { verb: "edit-without-trace", ...about }, { inputs: "none" }) : undefined,
            button(words.buttons.withdraw, { verb: "withdraw-without-trace", ...about }, { inputs: "none" }),
            button(
              words.buttons.addAnother,
              { verb: "add-another", team: team.id, ...keptQuestion(asked), ...(offered ? { kept: offered } : {}) },
              { inputs: "none", ...(offered ? { style: "positive" as const } : {}) },
            ),
          ],
        ),
      ),
    };
  },
};

const keyed = { team: teamId, secret };
/** An unreadable one counts as none, so that the text comes back all the same. */
const howItWaits = waitsShape.optional().catch(undefined);

export const read: Readers<
  | "follow-without-trace"
  | "edit-without-trace"
  | "save-without-trace"
  | "withdraw-without-trace"
  | "restore-without-trace"
  | "answer-without-trace"
  | "show-anyway"
> = {
  "follow-without-trace": z.object({ verb: z.literal("follow-without-trace"), ...keyed }),
  "edit-without-trace": z.object({ verb: z.literal("edit-without-trace"), ...keyed }),
  "save-without-trace": z
    .object({ verb: z.literal("save-without-trace"), ...keyed, ...ideaInputs })
    .transform(({ verb, team, secret, ...written }) => ({ verb, team, secret, written: { ...writtenIdeaOf(written), showName: false } })),
  "withdraw-without-trace": z.object({ verb: z.literal("withdraw-without-trace"), ...keyed }),
  "restore-without-trace": z
    .object({ verb: z.literal("restore-without-trace"), ...keyed, question: aQuestion, written: keptIdea, waits: howItWaits })
    .transform(({ question, waits, ...restored }) => ({ ...restored, ...keptQuestion(question), ...(waits ? { waits } : {}) })),
  "answer-without-trace": z.object({ verb: z.literal("answer-without-trace"), ...keyed, question: longId, answer: aText(longestReason) }),
  "show-anyway": z.object({ verb: z.literal("show-anyway"), ...keyed }),
};
