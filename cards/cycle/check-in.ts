import { z } from "zod";
import type { CheckedIdea } from "../../src/domain/message/cycle.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { type FormDetail, formCard, headingOf } from "../ideas/idea-form.ts";
import { whyButton } from "../owning/owner-buttons.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { type Button, box, card, type Element, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { titleRuns } from "../parts/idea.ts";
import { beside, ideaInTeam, instant } from "../parts/shapes.ts";
import { capital, heading, line, run, small } from "../parts/text.ts";

type CheckIn = MessageOf<"check-in">;

/**
 * The buttons of an owner for one idea, by its stage; *Change date* and *Give it back* behind the three dots. A press that opens a form opens it beside the card,
 * where the other ideas still wait.
 */
const checkButtons = ({ team, idea }: CheckedIdea, { since, question }: CheckIn, words: Words): readonly Button[] => {
  const sent = { team: team.id, idea: idea.id };
  const form = { ...sent, beside: true } as const;
  const quiet = { inputs: "none" } as const;
  const onTrack = button(words.buttons.onTrack, { verb: "on-track", ...sent, since, ...(question ? { beside: true } : {}) }, quiet);
  const needHelp = button(words.buttons.needHelp, { verb: "need-help", ...sent }, quiet);
  const stop = button(words.buttons.stop, { verb: "stop-idea", ...form }, quiet);
  const dots = { ...quiet, mode: "secondary" } as const;
  const more = [
    button(words.buttons.changeDate, { verb: "date-form", ...form }, dots),
    button(words.buttons.giveBack, { verb: "give-back", ...form }, dots),
    whyButton(form, words, "secondary"),
  ];
  if (idea.stage === "planned") return [button(words.buttons.started, { verb: "start", ...form }, quiet), needHelp, stop, ...more];
  if (idea.stage === "testing")
    return [onTrack, needHelp, button(words.buttons.testDone, { verb: "test-done", ...form }, quiet), stop, ...more];
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

/** @param longest in characters: the title and the test */
const checked = (one: CheckedIdea, message: CheckIn, longest: number, words: Words): Element =>
  box(
    [
      line(titleRuns({ ...one.idea, title: cut(one.idea.title, longest) })),
      planLine(one, longest, words),
      one.noted
        ? line(one.noted === "help" ? words.checkIn.helpNoted : words.checkIn.noted, { size: "Small", color: "Good", weight: "Bolder" })
        : undefined,
      ...rowsOf(checkButtons(one, message, words)),
    ],
    { separator: true, spacing: "Medium" },
  );

const introOf = ({ why }: CheckIn, words: Words): string => {
  if (why === "nudge") return words.checkIn.nudge;
  return why === "again" ? words.checkIn.again : words.checkIn.intro;
};

/** Ideas with their buttons, characters of titles and tests, and the detail of the question. The other ideas stand behind *My actions*. */
type CheckInDetail = { readonly most: number; readonly longest: number; readonly form: FormDetail };
const details: readonly [CheckInDetail, ...CheckInDetail[]] = [
  { most: 6, longest: 140, form: { kept: 300, teams: 50 } },
  { most: 6, longest: 60, form: { kept: 300, teams: 20 } },
  { most: 6, longest: 30, form: { kept: 100, teams: 10 } },
  { most: 4, longest: 60, form: { kept: 300, teams: 20 } },
  { most: 4, longest: 30, form: { kept: 100, teams: 10 } },
  { most: 3, longest: 30, form: { kept: 100, teams: 10 } },
];

export const render: Renderers<"check-in"> = {
  "check-in": (message, words) => {
    const { question } = message;
    const title = words.checkIn.title;
    return {
      summary: question ? `${title} ${headingOf(question, words)}` : title,
      card: fitting(details, ({ most, longest, form }) => {
        const ideas = message.ideas.slice(0, most);
        const more = message.more + message.ideas.length - ideas.length;
        const asked = question && formCard({ ...question, checkIn: message.since }, words, form);
        return card(
          [
            heading(title),
            line(introOf(message, words), { spacing: "Small" }),
            ...ideas.map((one) => checked(one, message, longest, words)),
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

export const read: Readers<"on-track"> = {
  "on-track": z.object({
    verb: z.literal("on-track"),
    ...ideaInTeam,
    since: instant.exactOptional(),
    ...beside,
  }),
};
