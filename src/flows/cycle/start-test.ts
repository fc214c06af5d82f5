import type { WrittenCheck } from "../../domain/action/cycle.ts";
import type { ActionOf } from "../../domain/action/index.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { dueFrom, readDueDate } from "../../domain/owning/due-date.ts";
import type { Result } from "../../domain/result.ts";
import type { Answer } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";
import { besideIf, checkOf } from "./forms.ts";

type TestPlan = { readonly due?: string; readonly test?: string };

/** *Started* acts at once where the idea has a date and a smallest test, and asks for what is missing. */
export const startTest = async (action: ActionOf<"start">, turn: IdeaTurn): Promise<Answer> => {
  const { stage, due, test } = turn.stored.idea;
  const isPlanned = due !== undefined && test !== undefined && isUntouched(action);
  const plan = stage !== "planned" || isPlanned ? { got: {} } : readPlan({ ...(test ? { test } : {}), ...onlyTyped(action) }, turn);
  const form = "no" in plan ? await testForm(turn, action, plan.no) : undefined;
  if (form) return besideIf(action, form, turn);
  const started = await happen(turn, turn, { event: "start", who: turn.who, ...("got" in plan ? plan.got : {}) });
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

const isUntouched = ({ due, test }: TestPlan): boolean => due === undefined && test === undefined;

const onlyTyped = ({ due, test }: TestPlan): TestPlan => ({ ...(due ? { due } : {}), ...(test ? { test } : {}) });

/** The plan with its date read, or why it cannot be; both are needed. */
const readPlan = ({ due, test }: TestPlan, { team, now }: IdeaTurn): Result<Required<TestPlan>, RefusalReason> => {
  if (!due || !test) return { no: "plan-needed" };
  const read = readDueDate(due, team, now);
  return "no" in read ? read : { got: { due: read.got, test } };
};

/** A first press has nothing typed, and so no problem. */
const testForm = async (turn: IdeaTurn, typed: TestPlan, problem: RefusalReason, checked?: WrittenCheck): Promise<Message> => {
  const { team, stored, now } = turn;
  const test = typed.test ?? (checked ? undefined : stored.idea.test);
  return {
    say: "test-form",
    team: teamView(team),
    idea: await viewOfIdea(turn),
    due: dueFrom(typed.due ?? (checked ? undefined : stored.idea.due), team, now),
    ...(test ? { test } : {}),
    ...(checked ? { checked } : {}),
    ...(isUntouched(typed) ? {} : { problem }),
  };
};
