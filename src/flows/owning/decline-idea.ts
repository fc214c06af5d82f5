import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { readRequest, refuseRequest, requestKey } from "../../store/request.ts";
import { type Answer, afterStoringMs, refuse } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";
import { ownerRequest } from "./ask-owner.ts";

/** *Not me*, with a reason that only the leads see. An owner may give an idea back in the same way. */
export const declineIdea = (action: { readonly reason: string }, turn: IdeaTurn): Promise<Answer> => declineOrGiveBack(turn, action.reason);

export const notMe = (command: { readonly rest: string }, turn: IdeaTurn): Promise<Answer> => declineOrGiveBack(turn, command.rest);

const declineOrGiveBack = async (turn: IdeaTurn, why: string): Promise<Message> => {
  const { stored, who } = turn;
  const { owner, askedOwner } = stored.idea;
  if (owner === who && why === "") return refuse("reason-needed");
  if (owner === who || askedOwner !== who) return giveBack(turn, why);
  return why === "" ? ownerRequest(turn, "reason-needed") : sayNo(turn, why);
};

const giveBack = async (turn: IdeaTurn, why: string): Promise<Message> => {
  const given = await happen(turn, turn, { event: "give-back", who: turn.who, why });
  return "no" in given
    ? given.no
    : { say: "declined", team: teamView(turn.team), idea: await viewOfIdea(turn, given.got.idea), how: "owned" };
};

/** A no is kept with the request and told to the leads; to everybody else it looks like silence, until the request ends. The first reason counts. */
const sayNo = async (turn: IdeaTurn, why: string): Promise<Message> => {
  const { team, stored, ports, now } = turn;
  const { id, request } = stored.idea;
  if (request === undefined) return refuse("request-over");
  const job = { job: "tell-leads", team: team.id, news: "declined", idea: id, once: requestKey(id, request) } as const;
  const [asked] = await Promise.all([readRequest(ports.rows, team.id, id, request), ports.jobs.put(job, afterStoringMs)]);
  if (asked) await refuseRequest(ports.rows, team.id, asked, why, now);
  return { say: "declined", team: teamView(team), idea: await viewOfIdea(turn), how: "asked" };
};
