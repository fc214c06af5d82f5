import { z } from "zod";
import { longestCounts } from "../../src/domain/idea/count.ts";
import type { CheckedIdea } from "../../src/domain/message/cycle.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { type FormDetail, formCard, headingOf } from "../ideas/idea-form.ts";
import { whyButton } from "../owning/owner-buttons.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { type Button, box, card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { titleRuns } from "../parts/idea.ts";
import { textInput } from "../parts/inputs.ts";
import { boardId, gatheringNumbers, ideaInTeam, longestNumber, numberInputId, onCheckIn } from "../parts/shapes.ts";
import { capital, harmless, heading, line, refusalLine, run, small } from "../parts/text.ts";

type CheckIn = MessageOf<"check-in">;

/**
 * Ideas with their buttons, characters of titles and tests, all buttons behind the three dots or two, and the detail of the question. The other ideas stand
 * behind *My actions*.
 */
type CheckInDetail = { readonly most: number; readonly longest: number; readonly hasAllDots?: true; readonly form: FormDetail };
const details: readonly [CheckInDetail, ...CheckInDetail[]] = [
  { most: 6, longest: 140, hasAllDots: true, form: { kept: 300, teams: 50 } },
  { most: 6, longest: 140, form: { kept: 300, teams: 50 } },
  { most: 6, longest: 60, form: { kept: 300, teams: 20 } },
  { most: 6, longest: 30, form: { kept: 100, teams: 10 } },
  { most: 4, longest: 60, form: { kept: 300, teams: 20 } },
  { most: 4, longest: 30, form: { kept: 100, teams: 10 } },
  { most: 3, longest: 30, form: { kept: 100, teams: 10 } },
  { most: 2, longest: 30, form: { kept: 100, teams: 10 } },
  { most: 2, longest: 30, form: { kept: 60, teams: 5 } },
];

/**
 * The buttons of an owner for one idea, by its stage; what they seldom need behind the three dots. A press that opens a form opens it beside the card, where the
 * other ideas still wait. Where the card asks for a number, the buttons that move an idea on send what was typed.
 */
const checkButtons = (
  { team, idea, count }: CheckedIdea,
  { since, question, ideas }: CheckIn,
  hasAllDots: boolean,
  words: Words,
): readonly (Button | undefined)[] => {
  const sent = { team: team.id, idea: idea.id };
  const form = { ...sent, beside: true } as const;
  const quiet = { inputs: "none" } as const;
  const asksNumbers = ideas.some((one) => one.count);
  const moves = asksNumbers ? {} : quiet;
  const moved = asksNumbers ? { ...form, since } : form;
  const stays = question ? { beside: true as const } : {};
  const onTrack = button(words.buttons.onTrack, { verb: "on-track", ...sent, since, ...stays }, moves);
  const needHelp = button(words.buttons.needHelp, { verb: "need-help", ...sent }, quiet);
  const stop = button(words.buttons.stop, { verb: "stop-idea", ...form }, quiet);
  const dots = { ...quiet, mode: "secondary" } as const;
  const more = [
    button(words.buttons.changeDate, { verb: "date-form", ...form }, dots),
    button(words.buttons.giveBack, { verb: "give-back", ...form }, dots),
    hasAllDots ? whyButton(form, words, "secondary") : undefined,
  ];
  if (idea.stage === "planned") {
    const saveNumber = count ? button(words.buttons.saveNumber, { verb: "save-number", ...sent, since, ...stays }, moves) : undefined;
    const started = button(words.buttons.started, { verb: "start", ...moved }, moves);
    return [started, needHelp, saveNumber, stop, ...more];
  }
  if (idea.stage === "testing")
    return [onTrack, needHelp, button(words.buttons.testDone, { verb: "test-done", ...moved }, moves), stop, ...more];
  return [onTrack, needHelp, button(words.check.title, { verb: "show-checking", ...form }, quiet), stop, ...more];
};

/** The idea's date, and what is to be tried: a date that has passed is told as it is. */
const planLine = ({ team, idea }: CheckedIdea, longest: number, words: Words): Element | undefined => {
  const { owner } = idea;
  const date = owner?.due && (owner.isPast ? words.was : words.by)(owner.due, owner.otherYear);
  const test = owner?.test ? words.firstTest(cut(owner.test, longest)) : undefined;
  const more = [idea.reach === "new-ground" ? words.reaches[idea.reach] : undefined, test, cut(team.name, Math.min(60, longest))]
    .filter(Boolean)
    .join(" · ");
  const runs = [
    date ? run(capital(date), { size: "Small", weight: "Bolder" }) : undefined,
    more ? run(date ? ` · ${more}` : capital(more), { size: "Small", isSubtle: true }) : undefined,
  ].filter((one) => one !== undefined);
  return runs.length > 0 ? line(runs, { spacing: "None" }) : undefined;
};

/** The note on the owner's answer. A number is one too. */
const notedText = ({ noted, count }: CheckedIdea, words: Words): string | undefined => {
  if (noted === undefined) return undefined;
  if (noted === "help") return words.checkIn.helpNoted;
  return count?.number === undefined ? words.checkIn.noted : words.checkIn.numberNoted(words.format.decimal(count.number));
};

/** The input for the number of an idea, with its owner's own words as its label. */
const numberInput = ({ idea, count }: CheckedIdea, words: Words): readonly (Element | undefined)[] => {
  if (!count) return [];
  const value = count.typed ?? (count.number === undefined ? undefined : words.format.decimal(count.number));
  return [
    refusalLine(count.isBad ? "bad-count" : undefined, words),
    textInput(numberInputId(idea.id), harmless(cut(count.label, longestCounts)), { longest: longestNumber, value, oneLine: true }),
  ];
};

const checked = (one: CheckedIdea, message: CheckIn, { longest, hasAllDots }: CheckInDetail, words: Words): Element => {
  const noted = notedText(one, words);
  return box(
    [
      line(titleRuns({ ...one.idea, title: cut(one.idea.title, longest) })),
      planLine(one, longest, words),
      noted ? line(noted, { size: "Small", color: "Good", weight: "Bolder" }) : undefined,
      ...numberInput(one, words),
      ...rowsOf(checkButtons(one, message, hasAllDots ?? false, words)),
    ],
    { separator: true, spacing: "Medium" },
  );
};

const introOf = ({ why }: CheckIn, words: Words): string => {
  if (why === "nudge") return words.checkIn.nudge;
  return why === "again" ? words.checkIn.again : words.checkIn.intro;
};

export const render: Renderers<"check-in"> = {
  "check-in": (message, words) => {
    const { question } = message;
    const title = words.checkIn.title;
    return {
      summary: question ? `${title} ${headingOf(question, words)}` : title,
      card: fitting(details, (detail) => {
        const { most, form } = detail;
        const ideas = message.ideas.slice(0, most);
        const more = message.more + message.ideas.length - ideas.length;
        // A number is sent without a line in the question's box.
        const formDetail = ideas.some(({ count }) => count) ? ({ ...form, mayBeEmpty: true } as const) : form;
        const asked = question && formCard({ ...question, checkIn: message.since }, words, formDetail);
        return card(
          [
            heading(title),
            line(introOf(message, words), { spacing: "Small" }),
            ...ideas.map((one) => checked(one, message, detail, words)),
            more > 0 ? small(words.checkIn.more(more), { spacing: "Medium" }) : undefined,
            ...(more > 0 || asked ? rowsOf([button(words.buttons.myActions, { verb: "show-my-actions" }, { inputs: "none" })]) : []),
            ...(asked ? [box(asked.body, { separator: true, spacing: "ExtraLarge" })] : []),
          ],
          asked ? asked.actions : more > 0 ? [] : [button(words.buttons.myActions, { verb: "show-my-actions" })],
        );
      }),
    };
  },
};

export const read: Readers<"on-track" | "save-number"> = {
  "on-track": gatheringNumbers(z.object({ verb: z.literal("on-track"), ...ideaInTeam, ...onCheckIn, board: boardId.exactOptional() })),

  "save-number": gatheringNumbers(z.object({ verb: z.literal("save-number"), ...ideaInTeam, ...onCheckIn })),
};
