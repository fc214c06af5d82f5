import type { ActionOf } from "../../domain/action/index.ts";
import type { IdeaEvent } from "../../domain/idea/event.ts";
import type { Idea, IdeaId } from "../../domain/idea/idea.ts";
import { life, live, whyNotNow } from "../../domain/idea/life.ts";
import { type IdeaView, ideaView, teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Made } from "../../store/change-idea.ts";
import { putIdea, readIdea, type StoredIdea } from "../../store/idea.ts";
import { stepKey } from "../../store/step.ts";
import { moveVoices } from "../../store/voice.ts";
import { formToChange } from "../digest/change-draft.ts";
import { renewPostsOf } from "../digest/renew-posts.ts";
import { draftAfter } from "../digest/show-draft.ts";
import { type Answer, afterStoringMs, type JobFlow, refuse, startReading } from "../flow.ts";
import { renewPassedOf } from "../owning/show-passed.ts";
import { namedBy, readNames } from "../people/names.ts";
import type { IdeaTurn } from "../right.ts";
import { readForJob, viewOfIdea } from "./about-idea.ts";
import { type Happened, happen } from "./happen.ts";
import { whenShown } from "./idea-form.ts";
import { receipt, whyNotYet } from "./receipt.ts";
import { readFinal, sameThingChoices, whyNotInto } from "./same-thing.ts";

type Pressed = Omit<ActionOf<"merge-idea">, "verb">;

/** *Same thing*: the idea becomes part of another one, and its voices count there. A lead presses it on the form of a draft, which is still needed. */
export const mergeIdea = async ({ into, ...left }: Pressed, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, who, leads } = turn;
  // Only a lead is answered with a draft, whatever the press says that it comes from.
  const isAuthors = !leads || (left.draft === undefined && stored.idea.author === who);
  if (into === undefined) return isAuthors ? sameThingForm(turn) : formToChange(turn, left, "idea-needed");
  const target = await readTarget(turn, into);
  const no = whyNotInto(stored.idea, target?.idea, !isAuthors);
  if (!target || no) return refuse(no ?? "no-such-idea");
  const about = { team: teamView(team), into: await viewOf(turn, target) } as const;
  if (isAuthors) {
    const merged = await merge(turn, target.idea.id, false);
    if ("no" in merged) return merged.no;
    const { idea } = merged.got;
    return { say: "idea-merged", ...about, idea: await viewOfIdea(turn, idea), reader: "author", ...stepOf(idea) };
  }
  const merging = merge(turn, target.idea.id, true);
  const changed = await draftAfter(turn, () => merging);
  if ("no" in changed) return changed.no;
  const merged = await merging;
  const step = "got" in merged ? stepOf(merged.got.idea) : {};
  return {
    message: changed.got,
    beside: { say: "idea-merged", ...about, idea: await viewOfIdea(turn), reader: "lead", ...step },
  };
};

const stepOf = ({ mergedStep }: Idea): { readonly step?: string } => (mergedStep === undefined ? {} : { step: mergedStep });

const sameThingForm = async (turn: IdeaTurn): Promise<Message> => {
  const { stage } = turn.stored.idea;
  if (!life.merge.from.includes(stage)) return refuse(stage === "merged" ? "part-already" : whyNotNow({ stage }));
  const [ideas, idea] = await Promise.all([sameThingChoices(turn), viewOfIdea(turn)]);
  return { say: "same-thing-form", team: teamView(turn.team), idea, ideas };
};

const readTarget = async ({ ports, team }: IdeaTurn, into: IdeaId): Promise<StoredIdea | undefined> => {
  const chosen = await readIdea(ports.rows, team.id, into);
  return chosen && readFinal(ports, team, chosen);
};

const viewOf = async ({ ports, team, now }: IdeaTurn, { idea }: StoredIdea): Promise<IdeaView> =>
  ideaView(idea, await readNames(ports.rows, team.id, namedBy(idea)), team, now);

/** Both rows change in one transaction, so that of two ideas that are merged into each other at once only one is. */
const merge = (turn: IdeaTurn, into: IdeaId, inDraft: boolean): Promise<Happened> => {
  const { team, ports, now, who } = turn;
  return happen(turn, turn, { event: "merge", who, into }, async ({ idea }) => {
    const target = await readIdea(ports.rows, team.id, into);
    const no = whyNotInto(idea, target?.idea, inDraft);
    if (!target || no) return { no: no ?? "no-such-idea" };
    const joined = live(target.idea, { event: "join", idea: idea.id }, now, stepKey(into, now, ports.chance.id()));
    return "no" in joined ? joined : { got: putIdea(joined.got.idea, target) };
  });
};

type Undo = Omit<Extract<IdeaEvent, { event: "unmerge" }>, "event">;

/** *Undo* of a merge: the idea stands on its own again, and its voices are its own. @param by nobody where the other idea was withdrawn */
const unmerge = (turn: Pick<IdeaTurn, "team" | "ports" | "now" | "stored">, by: Undo = {}): Promise<Happened> => {
  const { team, ports, now } = turn;
  return happen(turn, turn, { event: "unmerge", ...by }, async ({ was, idea }: Made) => {
    const target = was.mergedInto === undefined ? undefined : await readIdea(ports.rows, team.id, was.mergedInto);
    if (!target) return { got: [] };
    const parted = live(target.idea, { event: "part", idea: idea.id }, now, stepKey(target.idea.id, now, ports.chance.id()));
    return "no" in parted ? parted : { got: putIdea(parted.got.idea, target) };
  });
};

export const unmergeIdea = async ({ step }: { readonly step?: string }, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, ports, who, leads } = turn;
  const when = startReading(whenShown(team, ports));
  const post = startReading(whyNotYet(turn, stored.idea));
  const parted = await unmerge(turn, { who, leads, ...(step ? { step } : {}) });
  if ("no" in parted) return parted.no;
  const { idea } = parted.got;
  if (idea.author === who) return receipt(team, idea, await when, { post: await post, left: !turn.isMember });
  return { say: "idea-unmerged", team: teamView(team), idea: await viewOfIdea(turn, idea) };
};

/**
 * Moves voices after a merge, its *Undo*, or a withdrawal of one of the two ideas. Where the idea that another one is part of was withdrawn, the other one stands
 * on its own again: nobody's idea goes with the words of a colleague.
 */
export const moveVoicesOf: JobFlow<"move-voices"> = async ({ team: id, idea, into }, ports) => {
  if (!(await moveVoices(ports.rows, id, { from: idea, into }))) return { laterMs: 5_000 };
  const [source, target] = await Promise.all([
    readForJob({ team: id, idea }, ports, true),
    readForJob({ team: id, idea: into }, ports, true),
  ]);
  if (!source || !target) return undefined;
  const { team } = target;
  const { stage, mergedInto } = target.stored.idea;
  if (stage === "withdrawn" && source.stored.idea.stage === "merged" && source.stored.idea.mergedInto === into)
    await unmerge({ ...source, ports });
  if (mergedInto !== undefined) await ports.jobs.put({ job: "move-voices", team: id, idea: into, into: mergedInto });
  await Promise.all([
    renewPostsOf(ports, team, target.stored.idea),
    renewPassedOf(ports, team, target.stored.idea),
    ports.jobs.put({ job: "renew-drafts", team: id, changed: true }, afterStoringMs),
  ]);
  return undefined;
};
