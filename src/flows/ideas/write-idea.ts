import type { WrittenIdea } from "../../domain/action/ideas.ts";
import type { ActionOf } from "../../domain/action/index.ts";
import { hourMs } from "../../domain/asking/local-time.ts";
import { ideaIdOf, type TeamId } from "../../domain/ids.ts";
import type { Message } from "../../domain/message/index.ts";
import { traceChoiceOf } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { claimTyped, forgetHandled, forgetTyped } from "../../store/claims.ts";
import { putDue } from "../../store/due.ts";
import { readIdea } from "../../store/idea.ts";
import type { Answer, JobFlow, Scene, Where } from "../flow.ts";
import { isErased } from "../people/unless-erased.ts";
import type { Turn } from "../right.ts";
import type { NotKept, Tried } from "../route.ts";
import { ideaForm, problemInIdea, unread, whenShown, whyAt } from "./idea-form.ts";
import { keepIdea } from "./keep-idea.ts";

/** `idea some text` saves at once; `idea` alone asks for the form. */
export const writeIdea = async (command: { readonly text: string }, turn: Turn): Promise<Answer> => {
  const { team, others, scene, ports } = turn;
  const written: WrittenIdea = { friction: command.text, showName: false };
  // A typed text without a trace goes through the form, whose secret is the way back to it.
  const isForm = problemInIdea(written) || others.length > 0 || traceChoiceOf(team) === "always";
  if (isForm) return ideaForm("asked-for", team, others, command.text ? written : undefined, ports);
  return keepTyped(scene.secret(), written, turn);
};

/** Keeps a typed idea under the id that its message already has, where Teams delivers it again. */
const keepTyped = async (secret: string, written: WrittenIdea, { team, who: person, scene, ports }: Turn): Promise<Answer> => {
  const fresh = ideaIdOf(secret);
  const { typed } = scene;
  const [id, shown] = await Promise.all([typed ? claimTyped(ports.rows, person, typed, fresh) : fresh, whenShown(team, ports)]);
  return keepIdea({ team, shown }, { id, written }, scene, ports);
};

/**
 * Gives a typed idea back as a form where the store did not answer in time. The idea may have been kept all the same, by this try or by an earlier delivery of
 * its message: the form carries the secret of this try and the message's name, so that *Send* finds it. Only a channel tells which team it is for.
 */
export const formOfTyped = ({ text }: { readonly text: string }, problem: NotKept, { where, secret, typed }: Tried): Message | undefined =>
  text === ""
    ? undefined
    : formBack(
        { secret: secret(), typed, team: where.kind === "channel" ? where.team : undefined, written: { friction: text, showName: false } },
        problem,
        where,
      );

type Again = Pick<ActionOf<"write-again">, "secret" | "written"> & {
  readonly typed?: string | undefined;
  readonly team?: TeamId | undefined;
};

const formBack = ({ secret, typed, team, written }: Again, problem: NotKept, where: Where): Message => ({
  say: "idea-form",
  why: whyAt(where, "typed"),
  team: unread(team ?? ""),
  secret,
  ...(typed ? { typed } : {}),
  written,
  problem,
});

/** *Send* on such a form works as if its text was typed once more. */
export const writeAgain = async ({ secret, written }: ActionOf<"write-again">, turn: Turn): Promise<Answer> => {
  const { team, who, others, scene, ports } = turn;
  const problem = problemInIdea(written);
  const isAlways = traceChoiceOf(team) === "always";
  if (!problem && others.length === 0 && !isAlways && !written.withoutTrace) return keepTyped(secret, written, turn);
  const hidden = isAlways || written.withoutTrace;
  // An earlier try may have kept the words with their author: then that one counts.
  if (hidden && !problem && (await readIdea(ports.rows, team.id, ideaIdOf(secret)))?.idea.author === who)
    return keepTyped(secret, written, turn);
  const form = await ideaForm(whyAt(scene.where, others.length > 0 || hidden ? "asked-for" : "typed"), team, others, written, ports);
  // A row of the person may name the id that this secret makes: a text without a trace gets another one.
  return {
    ...form,
    ...(hidden ? {} : { secret }),
    ...(form.why === "typed" && scene.typed ? { typed: scene.typed } : {}),
    ...(problem ? { problem } : {}),
  };
};

export const formToWriteAgain = (action: ActionOf<"write-again">, problem: NotKept, { where }: Tried): Message =>
  formBack(action, problem, where);

/**
 * Lets the clock forget a typed message a day later. The due row is stored before the message is remembered, so that no crash leaves one for ever, and while
 * the team is read, so that no answer waits for it. Where nothing was remembered, there is nothing to forget.
 */
export const oweForgetting = async (team: TeamId, _command: unknown, { rows, clock }: Ports, scene: Scene): Promise<void> => {
  const { typed } = scene;
  if (!typed || (await isErased(scene, { rows }))) return;
  await putDue(rows, { at: clock.now() + rememberedMs, team, job: { job: "forget-typed", team, person: scene.who.person, typed } });
};

/** A typed message is remembered for a day (ms): Teams delivers a message again within minutes. */
const rememberedMs = 24 * hourMs;

/** Forgets a typed message: from now on only the idea itself says who wrote it. */
export const forgetTypedIdea: JobFlow<"forget-typed"> = async ({ team, person, typed }, { rows }) => {
  await (person === undefined ? forgetHandled(rows, team, typed) : forgetTyped(rows, person, typed));
  return undefined;
};
