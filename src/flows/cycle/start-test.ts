import type { WrittenCheck } from "../../domain/action/cycle.ts";
import type { ActionOf } from "../../domain/action/index.ts";
import type { WrittenPlan } from "../../domain/action/owning.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { proposedDue, readPlannedDue } from "../../domain/owning/due-date.ts";
import type { Result } from "../../domain/result.ts";
import type { Answer } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import { planFormOf, testIn } from "../owning/plan-form.ts";
import { offeredTests } from "../owning/ready-tests.ts";
import type { IdeaTurn } from "../right.ts";
import { besideIf, checkOf } from "./forms.ts";

/** *Started* acts at once where the idea has a date and a smallest test, and asks for what is missing. */
export const startTest = async (action: ActionOf<"start">, turn: IdeaTurn): Promise<Answer> => {
  const { stage, due, test } = turn.stored.idea;
  const isPlanned = due !== undefined && test !== undefined && isUntouched(action);
  const plan = stage !== "planned" || isPlanned ? { got: {} } : readPlan({ ...(test ? { test } : {}), ...onlyTyped(action) }, turn);
  if ("no" in plan) return besideIf(action, await testForm(turn, action, plan.no), turn);
  const started = await happen(turn, turn, { event: "start", who: turn.who, ...plan.got });
  if ("no" in started) return started.no;
  return besideIf(
    action,
    { say: "owned", team: teamView(turn.team), idea: await viewOfIdea(turn, started.got.idea), did: "started" },
    turn,
  );
};

/** *Adjust and test again* asks for the next test, and keeps what came of the last one as its reason. */
export const testAgain = async (action: ActionOf<"adjust">, turn: IdeaTurn): Promise<Answer> => {
  const { team, who, stored } = turn;
  const plan = stored.idea.stage === "checking" ? readPlan(onlyTyped(action), turn) : { got: {} };
  if ("no" in plan) return testForm(turn, action, plan.no, checkOf(action));
  const adjusted = await happen(turn, turn, { event: "adjust", who, why: action.result ?? "", ...plan.got });
  if ("no" in adjusted) return adjusted.no;
  return { say: "owned", team: teamView(team), idea: await viewOfIdea(turn, adjusted.got.idea), did: "adjusted" };
};

const isUntouched = (typed: WrittenPlan): boolean => typed.due === undefined && typed.test === undefined && typed.ready === undefined;

const onlyTyped = (typed: WrittenPlan): WrittenPlan => {
  const { due, offered, reach } = typed;
  const test = testIn(typed);
  return { ...(due ? { due } : {}), ...(test ? { test } : {}), ...(offered ? { offered } : {}), ...(reach ? { reach } : {}) };
};

/** The plan with its date read, or why it cannot be; date and test are needed. */
const readPlan = (
  typed: WrittenPlan,
  { team, now }: IdeaTurn,
): Result<Required<Pick<WrittenPlan, "due" | "test">> & Pick<WrittenPlan, "reach">, RefusalReason> => {
  const { due, test, reach } = typed;
  if (!due || !test) return { no: "plan-needed" };
  const read = readPlannedDue(typed, team, now);
  return "no" in read ? read : { got: { due: read.got, test, ...(reach ? { reach } : {}) } };
};

/** A first press has nothing typed, and so no problem. Of the last test nothing is proposed again. */
const testForm = async (turn: IdeaTurn, typed: WrittenPlan, problem: RefusalReason, checked?: WrittenCheck): Promise<Message> => {
  const { team, stored, now, ports } = turn;
  const { due: _due, test, ...again } = stored.idea;
  const proposed = checked ? proposedDue(again, team, now) : { ...proposedDue(stored.idea, team, now), ...(test ? { test } : {}) };
  return {
    say: "test-form",
    team: teamView(team),
    idea: await viewOfIdea(turn),
    ...planFormOf(turn, typed, proposed, await offeredTests(turn, ports)),
    ...(checked ? { checked } : {}),
    ...(isUntouched(typed) ? {} : { problem }),
  };
};
