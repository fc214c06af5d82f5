import type { WrittenPlan } from "../../domain/action/owning.ts";
import { isOpen } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { proposedDue, readPlannedDue } from "../../domain/owning/due-date.ts";
import { sendKey } from "../../store/send.ts";
import { readStep } from "../../store/step.ts";
import type { Answer, JobFlow } from "../flow.ts";
import { type IdeaInTeam, readForJob, viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";
import { afterSend } from "../sending/say-to.ts";
import { ownerRequest } from "./ask-owner.ts";
import { planFormOf, testIn } from "./plan-form.ts";
import { type OfferedTests, offeredTests, sayWithTests } from "./ready-tests.ts";

/** Asks an owner who took an idea in the channel for the date and the smallest test, in their own chat. */
export const planWithOwner: JobFlow<"plan-with-owner"> = async (job, ports) => {
  const [found, step] = await Promise.all([readForJob(job, ports), readStep(ports.rows, job.team, job.step)]);
  const owner = step?.who;
  if (!found || owner === undefined) return undefined;
  const { idea } = found.stored;
  if (idea.owner !== owner || idea.last?.step !== job.step || !isOpen(idea)) return undefined;
  const tests = await offeredTests(found, ports);
  const key = sendKey("plan", owner, job.step);
  return afterSend(await sayWithTests(ports, found, owner, { key, message: await planForm(found, tests), tests }));
};

export const planForm = async (
  found: IdeaInTeam,
  tests: OfferedTests,
  typed: WrittenPlan = {},
  problem?: RefusalReason,
): Promise<Message> => {
  const { team, stored, now } = found;
  const { test } = stored.idea;
  return {
    say: "owner-plan",
    team: teamView(team),
    idea: await viewOfIdea(found),
    ...planFormOf(found, typed, { ...proposedDue(stored.idea, team, now), ...(test ? { test } : {}) }, tests),
    ...(problem ? { problem } : {}),
  };
};

/**
 * The asked person accepts, with a date and the smallest test worth running. Any member may take an idea, so that a yes is not too late after the request's
 * end.
 */
export const acceptIdea = (action: WrittenPlan, turn: IdeaTurn): Promise<Answer> =>
  keepPlan(action, turn, { event: "take", agreed: true }, (tests, why) => ownerRequest(turn, tests, action, why));

/** The owner sets date and test after taking it. */
export const planIdea = (action: WrittenPlan, turn: IdeaTurn): Promise<Answer> =>
  keepPlan(action, turn, { event: "plan" }, (tests, why) => planForm(turn, tests, action, why));

const keepPlan = async (
  written: WrittenPlan,
  turn: IdeaTurn,
  how: { readonly event: "plan" } | { readonly event: "take"; readonly agreed: true },
  again: (tests: OfferedTests, why: RefusalReason) => Promise<Message>,
): Promise<Answer> => {
  const { team, who, now, ports } = turn;
  const due = readPlannedDue(written, team, now);
  if ("no" in due) return again(await offeredTests(turn, ports), due.no);
  const [test, { reach }] = [testIn(written), written];
  const planned = await happen(turn, turn, { ...how, who, due: due.got, ...(test ? { test } : {}), ...(reach ? { reach } : {}) });
  return "no" in planned ? planned.no : { say: "owned", team: teamView(team), idea: await viewOfIdea(turn, planned.got.idea) };
};
