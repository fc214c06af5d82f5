import type { Idea } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import { defaultDue, readDueDate } from "../../domain/owning/due-date.ts";
import { passedStepOf } from "../../store/passed.ts";
import { type Answer, forTeam, refuse } from "../flow.ts";
import { type Happened, happen } from "../ideas/happen.ts";
import type { CoordinatorTurn } from "./coordinator.ts";
import { passedPost, viewForOffice } from "./show-passed.ts";

/** The post as it now stands for everybody in the coordinators' channel. */
const postNow = async (turn: CoordinatorTurn, idea: Idea = turn.stored.idea): Promise<Answer> =>
  forTeam(turn.office, await passedPost({ ...turn, stored: { ...turn.stored, idea } }, turn.passed, turn.ports));

const after = (turn: CoordinatorTurn, happened: Happened): Answer | Promise<Answer> => {
  if ("got" in happened) return postNow(turn, happened.got.idea);
  const { no } = happened;
  return no.say === "refusal" && (no.why === "idea-closed" || no.why === "moved-on") ? refuse("not-passed-on") : no;
};

/** Is the idea with these coordinators, or did it end there? Another post of it may be newer. */
const isTheirs = ({ stored: { idea }, passed }: CoordinatorTurn): boolean => idea.passedStep === passedStepOf(idea.id, passed.id);

const waits = (turn: CoordinatorTurn): boolean => isTheirs(turn) && turn.stored.idea.stage === "passed-on";

const about = async (turn: CoordinatorTurn) => ({ team: teamView(turn.team), idea: await viewForOffice(turn), passed: turn.passed.id });

/** *Back* from a form. */
export const showPost = (_action: unknown, turn: CoordinatorTurn): Promise<Answer> => postNow(turn);

/** *Take it*: the coordinators name a contact, and the date by which they answer. */
export const takePassed = async (
  { contact, answerBy }: { readonly contact?: string; readonly answerBy?: string },
  turn: CoordinatorTurn,
): Promise<Answer> => {
  const { team, stored, who, now, scene } = turn;
  if (!waits(turn)) return refuse("not-passed-on");
  const { idea } = stored;
  const form = { ...(await about(turn)), say: "take-passed-form" } as const;
  if (answerBy === undefined) return { ...form, contact: idea.contact ?? scene.who.name, answerBy: idea.answerBy ?? defaultDue(team, now) };
  const named = contact || scene.who.name;
  const date = readDueDate(answerBy, team, now);
  if ("no" in date) return { ...form, contact: named, answerBy: "", problem: date.no };
  return after(turn, await happen(turn, turn, { event: "promise", who, contact: named, answerBy: date.got }));
};

/** *Answer*: we do it, or we do not; with the reason. */
export const answerPassed = async (
  { solved, reason }: { readonly solved?: boolean; readonly reason?: string },
  turn: CoordinatorTurn,
): Promise<Answer> => {
  if (!isTheirs(turn)) return refuse("not-passed-on");
  if (solved !== undefined && reason)
    return after(turn, await happen(turn, turn, { event: "answer", who: turn.who, as: "coordinator", solved, why: reason }));
  if (!waits(turn)) return refuse("not-passed-on");
  const isFirst = solved === undefined && reason === undefined;
  return {
    ...(await about(turn)),
    say: "answer-passed-form",
    reason: reason ?? "",
    ...(solved === undefined ? {} : { solved }),
    ...(isFirst ? {} : { problem: solved === undefined ? "answer-needed" : "reason-needed" }),
  };
};

/**
 * *Undo* of that answer, by any of the coordinators: they answer for their team. An older post does not say for which answer its *Undo* stands: it is shown anew
 * to anybody but the person who gave the last one.
 */
export const undoAnswer = async ({ step }: { readonly step?: string }, turn: CoordinatorTurn): Promise<Answer> => {
  if (!isTheirs(turn)) return refuse("not-passed-on");
  const { who, stored } = turn;
  if (step === undefined && stored.idea.last?.who !== who) return postNow(turn);
  return after(turn, await happen(turn, turn, { event: "undo-end", who, leads: true, ...(step ? { step } : {}) }));
};

/** *Send back*: the idea is its own team's again. */
export const sendBack = async ({ reason }: { readonly reason?: string }, turn: CoordinatorTurn): Promise<Answer> => {
  const { stored, who } = turn;
  const { last, stage } = stored.idea;
  const isRepeated = stage === "new" && last?.event === "send-back" && last.who === who;
  if (isRepeated) return postNow(turn);
  if (!waits(turn)) return refuse("not-passed-on");
  if (!reason) return { ...(await about(turn)), say: "send-back-form", ...(reason === undefined ? {} : { problem: "reason-needed" }) };
  return after(turn, await happen(turn, turn, { event: "send-back", who, why: reason }));
};
