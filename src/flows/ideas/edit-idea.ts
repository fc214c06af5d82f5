import type { WrittenIdea } from "../../domain/action/ideas.ts";
import type { ActionOf } from "../../domain/action/index.ts";
import { keptQuestion } from "../../domain/asking/question.ts";
import { type Idea, isLiving } from "../../domain/idea/idea.ts";
import { whyNotNow } from "../../domain/idea/life.ts";
import { type Shown, teamView } from "../../domain/idea/view.ts";
import type { IdeaForm } from "../../domain/message/ideas.ts";
import type { Message } from "../../domain/message/index.ts";
import { ownKinds } from "../../domain/teams/team.ts";
import { type Answer, refuse, startReading } from "../flow.ts";
import type { IdeaTurn } from "../right.ts";
import type { NotKept } from "../route.ts";
import { happen } from "./happen.ts";
import { ofItsKinds, problemInIdea, unread, whenShown } from "./idea-form.ts";
import { receipt, whyNotYet, writtenIdea } from "./receipt.ts";
import { similarTo } from "./similar-ideas.ts";

/** The form of an edit, as it comes back where the store could not keep it. */
export const formToSaveAgain = ({ team, idea, written }: Omit<ActionOf<"save-idea">, "verb">, problem: NotKept): Message => ({
  say: "idea-form",
  why: "edit",
  team: unread(team),
  idea,
  written,
  problem,
});

/** Refuses to change an idea that is neither living nor held back. */
const refusalToChange = (idea: Idea): Message | undefined =>
  isLiving(idea) || idea.stage === "held" ? undefined : refuse(whyNotNow(idea));

/** Where an idea stands whose change waits for no digest to be shown: its post shows it at once, or a lead holds it back. */
const standingOf = async (turn: IdeaTurn): Promise<Pick<IdeaForm, "stands">> => {
  const { stage, digest, number } = turn.stored.idea;
  if (stage === "held") return { stands: { stage } };
  if (digest === undefined) return {};
  const post = await whyNotYet(turn, turn.stored.idea);
  return { stands: { stage, ...(number === undefined ? {} : { number }), ...(post ? { post } : {}) } };
};

const formToEdit = async (turn: IdeaTurn, when: Shown, written: WrittenIdea, problem?: IdeaForm["problem"]): Promise<Message> => ({
  say: "idea-form",
  why: "edit",
  team: teamView(turn.team),
  ...ownKinds(turn.team),
  idea: turn.stored.idea.id,
  ...keptQuestion(turn.stored.idea.question),
  ...when,
  ...(await standingOf(turn)),
  written,
  ...(problem ? { problem } : {}),
});

export const editIdea = async (_action: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { idea } = turn.stored;
  return refusalToChange(idea) ?? formToEdit(turn, await whenShown(turn.team, turn.ports), writtenIdea(idea));
};

export const showReceipt = async (_action: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, ports, who, isMember } = turn;
  const [when, post, similar] = await Promise.all([
    whenShown(team, ports),
    whyNotYet(turn, stored.idea),
    similarTo(team, stored.idea, who, ports),
  ]);
  return receipt(team, stored.idea, when, { post, similar, left: !isMember });
};

export const saveIdea = async ({ written }: { readonly written: WrittenIdea }, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, ports, who, isMember } = turn;
  const problem = problemInIdea(written);
  const when = startReading(whenShown(team, ports));
  if (problem) return formToEdit(turn, await when, written, problem);
  const reading = startReading(whyNotYet(turn, stored.idea));
  const words = ofItsKinds(team, written, stored.idea.kind);
  const similar = startReading(similarTo(team, { ...stored.idea, ...words }, who, ports));
  const edited = await happen(turn, turn, { event: "edit", words });
  if ("no" in edited) return edited.no;
  const { was, idea } = edited.got;
  // A digest may have begun to show the idea since it was read.
  const post = was.digest === stored.idea.digest ? await reading : await whyNotYet(turn, was);
  return receipt(team, idea, await when, { edited: true, post, similar: await similar, left: !isMember });
};
