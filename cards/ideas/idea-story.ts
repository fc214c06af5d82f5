import { z } from "zod";
import { isWorth } from "../../src/domain/idea/idea.ts";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { checkButton, countButton, ownerButtons, stopButton, weighButton, whyButton } from "../owning/owner-buttons.ts";
import { passOnButton, takeBackButton } from "../owning/pass-on.ts";
import { button, buttons, rowsOf } from "../parts/buttons.ts";
import { card, fitting, type Readers, type Renderers } from "../parts/card.ts";
import { countBox } from "../parts/count.ts";
import { ageOf, ideaBox, kicker, storyButton, titleRuns } from "../parts/idea.ts";
import { ideaInTeam } from "../parts/shapes.ts";
import { line, run, small, subheading } from "../parts/text.ts";
import { weightText } from "../parts/weight.ts";
import { whysBox } from "../parts/whys.ts";
import { spreadButton } from "../spread/spread.ts";
import { askAuthorButton } from "./ask-author.ts";
import { partLine } from "./same-thing.ts";

type StoryStep = MessageOf<"idea-story">["steps"][number];

/** The step in plain words. */
const labelOf = ({ event, stage, cycle }: StoryStep, words: Words): string => {
  if (event === "adjust") return words.steps.adjust(cycle ?? 2);
  if (event === "answer") return stage === "adopted" ? words.steps.answeredYes : words.steps.answeredNo;
  const labels: Partial<Record<StoryStep["event"], string>> = {
    take: words.steps.take,
    "try-idea": words.steps.tried,
    start: words.steps.start,
    "test-done": words.steps.testDone,
    "give-back": words.steps.free,
    "owner-left": words.steps.free,
    "pass-on": words.steps.passOn,
    "send-back": words.steps.sendBack,
    reopen: words.steps.reopen,
  };
  return labels[event] ?? words.stages[stage];
};

/** Newest steps, and characters of each reason, of the result and the lesson, and of the title of each idea that was merged into this one. */
type StoryDetail = { readonly steps: number; readonly reason: number; readonly end: number; readonly joined: number };
const details: readonly [StoryDetail, ...StoryDetail[]] = [
  { steps: 12, reason: 200, end: 600, joined: 140 },
  { steps: 12, reason: 100, end: 300, joined: 140 },
  { steps: 8, reason: 60, end: 150, joined: 60 },
  { steps: 4, reason: 40, end: 100, joined: 30 },
  { steps: 2, reason: 20, end: 60, joined: 20 },
];

export const render: Renderers<"idea-story"> = {
  "idea-story": ({ team, idea, into, joined, steps, may, ...more }, words) => {
    const sent = { team: team.id, idea: idea.id };
    const effect = words.finish.effect(idea.minutes, idea.people);
    const weight = weightText(idea, words);
    return {
      summary: words.story,
      card: fitting(details, (detail) =>
        card([
          kicker(team, ...(isWorth(idea) ? [words.stages.worth] : []), ...ageOf(idea, words)),
          ideaBox(idea, words, { owner: true, reach: true }),
          weight ? small(words.weight.expected(weight), { spacing: "Small" }) : undefined,
          into ? partLine(into, words) : undefined,
          ...joined.map((one, at) =>
            line(
              [run(`${at === 0 ? words.same.joined : "·"} `), ...titleRuns({ ...one, title: cut(one.title, detail.joined) }, "Default")],
              { spacing: at === 0 ? "Medium" : "None" },
            ),
          ),
          idea.result ? line(cut(idea.result, detail.end), { spacing: "Medium" }) : undefined,
          effect ? small(effect, { spacing: "Small" }) : undefined,
          idea.lesson ? line(cut(idea.lesson, detail.end), { spacing: "Medium" }) : undefined,
          whysBox(more, words, detail.reason),
          countBox(more, words),
          steps.length > 0 ? subheading(words.story, { size: "Default" }) : undefined,
          ...steps
            .slice(-detail.steps)
            .map((step) =>
              line(
                [
                  run(labelOf(step, words), { weight: "Bolder", size: "Small" }),
                  run(
                    ` · ${[words.format.day(step.at, team.zone, step.otherYear), ...(step.who ? [cut(step.who, 60)] : []), ...(step.why ? [cut(step.why, detail.reason)] : [])].join(" · ")}`,
                    { size: "Small", isSubtle: true },
                  ),
                ],
                { spacing: "Small" },
              ),
            ),
          ...rowsOf([
            into ? storyButton(team, into, words) : undefined,
            may.join ? button(words.buttons.meToo, { verb: "add-voice", ...sent }) : undefined,
            may.try ? button(words.buttons.thanks, { verb: "thank", ...sent }) : undefined,
            may.try ? button(words.buttons.tryIt, { verb: "try-idea", ...sent }, { style: "positive" }) : undefined,
            may.own ? button(words.buttons.takeOrAsk, { verb: "take-or-ask", ...sent }, { dialog: true }) : undefined,
            ...(may.plan ? [...ownerButtons(team, idea, words), weighButton(sent, words)] : []),
            may.end && idea.stage === "checking" ? checkButton(sent, words) : undefined,
            may.end ? stopButton(sent, words) : undefined,
            may.answer ? button(words.buttons.answer, { verb: "answer-idea", ...sent }) : undefined,
            may.reopen ? button(words.buttons.reopen, { verb: "reopen", ...sent }) : undefined,
            may.askAuthor ? askAuthorButton(sent, words) : undefined,
            may.passOn ? passOnButton(sent, words) : undefined,
            may.takeBack ? takeBackButton(sent, words) : undefined,
          ]),
          ...(may.spread ? [buttons([spreadButton(team, idea, words, true)], { spacing: "Small" })] : []),
          // A phone has no room for these two titles in one row.
          ...(may.plan ? [whyButton, countButton].map((one) => buttons([one(sent, words)], { spacing: "Small" })) : []),
        ]),
      ),
    };
  },
};

export const read: Readers<"show-story"> = {
  "show-story": z.object({ verb: z.literal("show-story"), ...ideaInTeam, here: z.literal(true).exactOptional() }),
};
