import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { dueFrom } from "../../domain/owning/due-date.ts";
import { readRequest, refuseRequest, requestKey } from "../../store/request.ts";
import { besideIf } from "../cycle/forms.ts";
import { type Answer, afterStoringMs, refuse } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";
import { ownerRequest } from "./ask-owner.ts";
import { offeredTests } from "./ready-tests.ts";

/** *Not me* by an asked person, and *Give it back* by an owner. The leads alone see the reason. */
export const declineIdea = async (action: { readonly reason?: string; readonly beside?: true }, turn: IdeaTurn): Promise<Answer> =>
  besideIf(action, await declineOrGiveBack(turn, action.reason), turn);

export const notMe = ({ rest }: { readonly rest: string }, turn: IdeaTurn): Promise<Answer> => declineOrGiveBack(turn, rest || undefined);

const declineOrGiveBack = async (turn: IdeaTurn, why: string | undefined): Promise<Message> => {
  const { stored, who } = turn;
  const { owner, askedOwner } = stored.idea;
  if (owner === who || askedOwner !== who) return giveBack(turn, why);
  return why ? sayNo(turn, why) : ownerRequest(turn, await offeredTests(turn, turn.ports), {}, "reason-needed");
};

/**
 * Gives an idea back. An owner who has just taken it need not say why, and may say it later: the first reason counts.
 * @param why missing where the form has not asked for it yet
 */
const giveBack = async (turn: IdeaTurn, why: string | undefined): Promise<Message> => {
  const { team, now } = turn;
  const given = await happen(turn, turn, { event: "give-back", who: turn.who, why: why ?? "" });
  if ("no" in given) return isReasonNeeded(given.no) ? formToGiveBack(turn, why === undefined ? undefined : "reason-needed") : given.no;
  const { idea } = given.got;
  const { gaveDue, gaveTest: test, gaveWhy } = idea;
  return {
    say: "given-back",
    team: teamView(team),
    idea: await viewOfIdea(turn, idea),
    due: dueFrom(gaveDue, team, now, idea.reach),
    ...(test ? { test } : {}),
    withReason: gaveWhy !== undefined,
  };
};

const isReasonNeeded = (message: Message): boolean => message.say === "refusal" && message.why === "reason-needed";

const formToGiveBack = async (turn: IdeaTurn, problem: RefusalReason | undefined): Promise<Message> => ({
  say: "give-back-form",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn),
  ...(problem ? { problem } : {}),
});

/** Keeps a no with its request and tells the leads. To everybody else it looks like silence until the request ends. The first reason counts. */
const sayNo = async (turn: IdeaTurn, why: string): Promise<Message> => {
  const { team, stored, ports, now } = turn;
  const { id, request } = stored.idea;
  if (request === undefined) return refuse("request-over");
  const job = { job: "tell-leads", team: team.id, news: "declined", idea: id, once: requestKey(id, request) } as const;
  const [asked] = await Promise.all([readRequest(ports.rows, team.id, id, request), ports.jobs.put(job, afterStoringMs)]);
  if (asked) await refuseRequest(ports.rows, team.id, asked, why, now);
  return { say: "declined", team: teamView(team), idea: await viewOfIdea(turn) };
};
