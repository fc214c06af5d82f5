import { isOpen } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { dueFrom, readDueDate } from "../../domain/owning/due-date.ts";
import { sendKey } from "../../store/send.ts";
import { readStep } from "../../store/step.ts";
import type { Answer, JobFlow } from "../flow.ts";
import { type IdeaInTeam, readForJob, viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { ownerRequest } from "./ask-owner.ts";

/** Asks an owner who took an idea in the channel for the date and the smallest test, in their own chat. */
export const planWithOwner: JobFlow<"plan-with-owner"> = async (job, ports) => {
  const [found, step] = await Promise.all([readForJob(job, ports), readStep(ports.rows, job.team, job.step)]);
  const owner = step?.who;
  if (!found || owner === undefined) return undefined;
  const { idea } = found.stored;
  if (idea.owner !== owner || idea.last?.step !== job.step || !isOpen(idea)) return undefined;
  const message = await planForm(found);
  const key = sendKey("plan", owner, job.step);
  return afterSend(await sayTo(ports, found.team, owner, { key, message: () => message, keep: idea }));
};

const planForm = async (found: IdeaInTeam, problem?: RefusalReason): Promise<Message> => ({
  say: "owner-plan",
  team: teamView(found.team),
  idea: await viewOfIdea(found),
  due: dueFrom(found.stored.idea.due, found.team, found.now),
  ...(found.stored.idea.test ? { test: found.stored.idea.test } : {}),
  ...(problem ? { problem } : {}),
});

const testOf = (test: string) => (test ? { test } : {});

type Planned = { readonly due: string; readonly test: string };

/**
 * The asked person accepts, with a date and the smallest test worth running. Any member may take an idea, so that a yes is not too late after the request's
 * end.
 */
export const acceptIdea = (action: Planned, turn: IdeaTurn): Promise<Answer> =>
  keepPlan(action, turn, { event: "take", agreed: true }, (why) => ownerRequest(turn, why));

/** The owner sets date and test after taking it. */
export const planIdea = (action: Planned, turn: IdeaTurn): Promise<Answer> =>
  keepPlan(action, turn, { event: "plan" }, (why) => planForm(turn, why));

const keepPlan = async (
  { due: written, test }: Planned,
  turn: IdeaTurn,
  how: { readonly event: "plan" } | { readonly event: "take"; readonly agreed: true },
  again: (why: RefusalReason) => Promise<Message>,
): Promise<Answer> => {
  const { team, who, now } = turn;
  const due = readDueDate(written, team, now);
  if ("no" in due) return again(due.no);
  const planned = await happen(turn, turn, { ...how, who, due: due.got, ...testOf(test) });
  return "no" in planned ? planned.no : { say: "owned", team: teamView(team), idea: await viewOfIdea(turn, planned.got.idea) };
};
