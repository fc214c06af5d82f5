import { z } from "zod";
import type { MessageOf } from "../../src/domain/message/index.ts";
import { cut } from "../../src/domain/words.ts";
import type { Words } from "../../src/language/index.ts";
import { checkButton, ownerButtons, stopButton } from "../owning/owner-buttons.ts";
import { button, rowsOf } from "../parts/buttons.ts";
import { card, type Readers, type Renderers } from "../parts/card.ts";
import { ideaBox, kicker, storyButton, titleRuns } from "../parts/idea.ts";
import { ideaInTeam } from "../parts/shapes.ts";
import { line, run, small, subheading } from "../parts/text.ts";
import { passOnButton } from "../passing/pass-on.ts";
import { partLine } from "./same-thing.ts";

type StoryStep = MessageOf<"idea-story">["steps"][number];

/** The step in plain words. */
const labelOf = ({ event, stage, cycle }: StoryStep, words: Words): string => {
  if (event === "adjust") return words.steps.adjust(cycle ?? 2);
  if (event === "answer") return stage === "adopted" ? words.steps.answeredYes : words.steps.answeredNo;
  const labels: Partial<Record<StoryStep["event"], string>> = {
    take: words.steps.take,
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

export const render: Renderers<"idea-story"> = {
  "idea-story": ({ team, idea, into, joined, steps, may }, words) => {
    const sent = { team: team.id, idea: idea.id };
    const effect = words.finish.effect(idea.minutes, idea.people);
    return {
      summary: words.story,
      card: card([
        kicker(team, words.age(idea.ageDays)),
        ideaBox(idea, words, { owner: true }),
        into ? partLine(into, words) : undefined,
        ...joined.map((one, at) =>
          line([run(`${at === 0 ? words.same.joined : "·"} `), ...titleRuns(one, "Default")], { spacing: at === 0 ? "Medium" : "None" }),
        ),
        idea.result ? line(cut(idea.result, 600), { spacing: "Medium" }) : undefined,
        effect ? small(effect, { spacing: "Small" }) : undefined,
        idea.lesson ? line(cut(idea.lesson, 600), { spacing: "Medium" }) : undefined,
        steps.length > 0 ? subheading(words.story, { size: "Default" }) : undefined,
        ...steps
          .slice(-12)
          .map((step) =>
            line(
              [
                run(labelOf(step, words), { weight: "Bolder", size: "Small" }),
                run(
                  ` · ${[words.format.day(step.at, team.zone, step.otherYear), ...(step.who ? [cut(step.who, 60)] : []), ...(step.why ? [cut(step.why, 200)] : [])].join(" · ")}`,
                  { size: "Small", isSubtle: true },
                ),
              ],
              { spacing: "Small" },
            ),
          ),
        ...rowsOf([
          into ? storyButton(team, into, words) : undefined,
          may.join ? button(words.buttons.meToo, { verb: "add-voice", ...sent }) : undefined,
          may.own ? button(words.buttons.takeOrAsk, { verb: "take-or-ask", ...sent }, { dialog: true }) : undefined,
          ...(may.plan ? ownerButtons(team, idea, words) : []),
          may.end && idea.stage === "checking" ? checkButton(sent, words) : undefined,
          may.end ? stopButton(sent, words) : undefined,
          may.answer ? button(words.buttons.answer, { verb: "answer-idea", ...sent }) : undefined,
          may.reopen ? button(words.buttons.reopen, { verb: "reopen", ...sent }) : undefined,
          may.passOn ? passOnButton(sent, words) : undefined,
        ]),
      ]),
    };
  },
};

export const read: Readers<"show-story"> = { "show-story": z.object({ verb: z.literal("show-story"), ...ideaInTeam }) };
