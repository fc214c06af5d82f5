import type { WrittenIdea } from "../../domain/action/ideas.ts";
import type { ActionOf } from "../../domain/action/index.ts";
import { keptQuestion } from "../../domain/asking/question.ts";
import { type Idea, isWorth } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import { type WaitingText, waitsSoFar } from "../../domain/idea/waiting.ts";
import { ideaIdOf } from "../../domain/ids.ts";
import type { Message } from "../../domain/message/index.ts";
import { omit } from "../../domain/omit.ts";
import { ownKinds, smallestGroupOf } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readIdea } from "../../store/idea.ts";
import { mergeMember } from "../../store/member.ts";
import { putAnswer, readQuestion } from "../../store/question.ts";
import { readSteps } from "../../store/step.ts";
import { teamPartition } from "../../store/team.ts";
import { deleteWaiting, insertWaiting, mendWaiting, putWaiting, type StoredWaiting } from "../../store/waiting.ts";
import { type Answer, type RecentTeam, refuse, type Scene } from "../flow.ts";
import type { NotKept } from "../route.ts";
import { tellAnswer } from "./ask-author.ts";
import { happen } from "./happen.ts";
import { ideaForm, ofItsKinds, problemInIdea, unread, whenShown } from "./idea-form.ts";
import { keepAnswer, keepIdea, type SentIdea } from "./keep-idea.ts";
import type { KeptTurn } from "./keeper.ts";
import { type Beside, closing, sentWithoutTrace, shownReceipt, waitingReceipt, wordsOf } from "./kept-receipt.ts";
import { withdraw } from "./withdraw-idea.ts";

/*
 * Texts without a trace. Until its team is shown a text, its row says who wrote it, so that a group counts people. Then the row is overwritten, and nothing that
 * is stored leads to the author: the secret on the receipt is the only way back. No flow here writes a row of the person who presses, or logs that they did.
 */

/** Stores a text with the answer to the team's question, in the transaction that checks the right: its author is a member of the team. */
export const keepWithoutTrace = async (known: RecentTeam, sent: SentIdea, secret: string, scene: Scene, ports: Ports): Promise<Answer> => {
  const { rows } = ports;
  const { team } = known;
  const { person } = scene.who;
  const id = ideaIdOf(secret);
  const { showName: _name, withoutTrace: _trace, ...words } = ofItsKinds(team, sent.written);
  const waiting: WaitingText = { ...words, ...keptQuestion(sent.question), person, waited: 0, group: smallestGroupOf(team) };
  const find = async () => (await readIdea(rows, team.id, id, "idea"))?.idea;
  // A second press finds the text where it has been shown meanwhile, and adds no row.
  const first = await find();
  const stored = first ? "exists" : await keepAnswer(team, person, sent, insertWaiting(id, waiting), ports);
  if (stored === "missing") return refuse("not-in-team");
  if (stored === "done") return waitingReceipt(team, secret, waiting, known.shown, closing(scene));
  const kept = await sentWithoutTrace(known, secret, scene, ports, sent.written);
  if (kept) return kept;
  const there = first ?? (await find());
  // Its first press was not without a trace, and that one counts.
  if (there?.author === person) return keepIdea(known, { ...sent, secret }, scene, ports);
  if (!there?.withoutTrace) return refuse("stale-form");
  // Its words are gone: a fresh form offers these.
  return { ...(await ideaForm("another", team, [], sent.written, ports)), ...keptQuestion(sent.question) };
};

/** The question of a lead about a shown text, and its author's answer. */
const askedOf = async ({ team, ports }: KeptTurn, { id }: Idea): Promise<Pick<Beside, "asked">> => {
  const asked = await readQuestion(ports.rows, team.id, id);
  return asked ? { asked: { id: asked.id, text: asked.text, ...(asked.answer ? { answer: asked.answer.text } : {}) } } : {};
};

/** Steps among which the one is sought that led to a stage. */
const newestSteps = 5;

/** The reason that was given for where a shown text now stands, if any. */
const reasonOf = async ({ team, ports }: KeptTurn, { id, stage }: Idea): Promise<Pick<Beside, "reason">> => {
  if (stage === "new" || stage === "worth") return {};
  const why = (await readSteps(ports.rows, team.id, id, newestSteps)).findLast((step) => step.stage === stage)?.why;
  return why ? { reason: why } : {};
};

const isGone = (turn: KeptTurn): boolean => !turn.waiting && (!turn.shown || turn.shown.stored.idea.stage === "withdrawn");

/** The receipt as the text now stands. */
const standing = async (secret: string, turn: KeptTurn, more: Beside = {}): Promise<Answer> => {
  const { team, waiting, shown, ports } = turn;
  if (waiting) return waitingReceipt(team, secret, waiting, await whenShown(team, ports), more);
  if (!shown || isGone(turn)) return refuse("no-such-idea");
  const { idea } = shown.stored;
  const [when, asked, reason] = await Promise.all([whenShown(team, ports), askedOf(turn, idea), reasonOf(turn, idea)]);
  return shownReceipt(team, secret, idea, when, { ...asked, ...reason, ...more });
};

/** *See what happened*. */
export const followWithoutTrace = async ({ secret }: Keyed, turn: KeptTurn): Promise<Answer> => {
  const found = await standing(secret, turn);
  if (!("say" in found) || found.say !== "kept-without-trace" || found.asked) return found;
  const { idea } = found;
  return !idea || idea.stage === "new" || isWorth(idea) ? { ...found, isQuiet: true } : found;
};

/** The secret on the receipt. */
type Keyed = { readonly secret: string };

const formToEdit = async (
  secret: string,
  written: WrittenIdea,
  { team, waiting, ports }: KeptTurn,
  problem?: "empty" | "too-long",
): Promise<Answer> => ({
  say: "idea-form",
  why: "edit",
  team: teamView(team),
  ...ownKinds(team),
  secret,
  ...keptQuestion(waiting?.question),
  ...(await whenShown(team, ports)),
  written,
  ...(problem ? { problem } : {}),
});

export const editWithoutTrace = async ({ secret }: Keyed, turn: KeptTurn): Promise<Answer> => {
  const text = turn.waiting ?? turn.shown?.stored.idea;
  return text && !isGone(turn) ? formToEdit(secret, wordsOf(text), turn) : refuse("no-such-idea");
};

/** The form of an edit, as it comes back where the store could not keep it. */
export const formToSaveWithoutTrace = (
  { team, secret, written }: Omit<ActionOf<"save-without-trace">, "verb">,
  problem: NotKept,
): Message => ({
  say: "idea-form",
  why: "edit",
  team: unread(team),
  secret,
  written,
  problem,
});

export const saveWithoutTrace = async ({ secret, written }: Keyed & { readonly written: WrittenIdea }, turn: KeptTurn): Promise<Answer> => {
  const { team, waiting, shown, ports } = turn;
  const problem = problemInIdea(written);
  if (problem) return formToEdit(secret, written, turn, problem);
  if (waiting) {
    const { showName: _, ...words } = ofItsKinds(team, written, waiting.kind);
    const kept = omit(waiting, "friction", "proposal", "cost", "kind");
    if ((await ports.rows.commit(teamPartition(team.id), [putWaiting({ ...words, ...kept })])) === "done")
      return waitingReceipt(team, secret, { ...words, ...kept }, await whenShown(team, ports), { edited: true });
    return formToEdit(secret, written, turn);
  }
  if (!shown || isGone(turn)) return refuse("no-such-idea");
  const words = { ...ofItsKinds(team, written, shown.stored.idea.kind), showName: false };
  const edited = await happen(turn, shown, { event: "edit", words });
  return "no" in edited
    ? edited.no
    : shownReceipt(team, secret, edited.got.idea, await whenShown(team, ports), {
        edited: true,
        ...(await askedOf(turn, edited.got.idea)),
      });
};

/** Takes the text out of the store: its waiting row, or the idea with all posts that show it. */
export const withdrawWithoutTrace = async ({ secret }: Keyed, turn: KeptTurn): Promise<Answer> => {
  const { team, waiting, shown, ports } = turn;
  if (waiting) {
    const take = () => ports.rows.commit(teamPartition(team.id), deleteWaiting(waiting));
    let gone = await take();
    if (gone === "missing") {
      await mendWaiting(ports.rows, team.id, waiting);
      gone = await take();
    }
    if (gone !== "done") return refuse("moved-on");
    await ports.rows.forget();
    // In a team that Gnist was removed from, a withdrawal cannot be undone.
    const undo =
      team.removedAt === undefined ? { written: wordsOf(waiting), ...keptQuestion(waiting.question), waits: waitsSoFar(waiting) } : {};
    return { say: "withdrawn", team: teamView(team), idea: waiting.id, ...undo, secret, withoutTrace: true };
  }
  if (!shown) return refuse("no-such-idea");
  const said = await withdraw(turn, shown.stored);
  return said.say === "withdrawn" ? { ...said, secret, withoutTrace: true } : said;
};

/** *Undo* of that. A text that nobody had been shown waits again. */
export const restoreWithoutTrace = async (
  { secret, question, written, waits }: Omit<ActionOf<"restore-without-trace">, "verb">,
  turn: KeptTurn,
): Promise<Answer> => {
  const { team, who, waiting, shown, ports } = turn;
  if (problemInIdea(written)) return refuse("stale-form");
  if (waiting) return standing(secret, turn);
  if (!shown) {
    const { showName: _, ...words } = ofItsKinds(team, written);
    const text: WaitingText = { ...words, ...keptQuestion(question), person: who, waited: 0, group: smallestGroupOf(team), ...waits };
    const stored = await ports.rows.commit(teamPartition(team.id), [mergeMember(who, {}), ...insertWaiting(ideaIdOf(secret), text)]);
    if (stored === "missing") return refuse("not-in-team");
    return stored === "done" ? waitingReceipt(team, secret, text, await whenShown(team, ports)) : refuse("stale-form");
  }
  const restored = await happen(turn, shown, { event: "restore", words: { ...written, showName: false } });
  return "no" in restored ? restored.no : shownReceipt(team, secret, restored.got.idea, await whenShown(team, ports));
};

/** The answer to a lead's question. It names nobody, whatever the text says. */
export const answerWithoutTrace = async (
  { secret, question, answer: text }: Omit<ActionOf<"answer-without-trace">, "verb">,
  turn: KeptTurn,
): Promise<Answer> => {
  const { team, shown, now, ports } = turn;
  if (!shown || isGone(turn)) return refuse("no-such-idea");
  const asked = await readQuestion(ports.rows, team.id, shown.stored.idea.id);
  if (asked?.id !== question) return refuse("question-over");
  if (!asked.answer && !text) return standing(secret, turn, { problem: "line-needed" });
  if (!asked.answer) {
    await tellAnswer(asked.id, asked.by, { ...turn, ...shown });
    await putAnswer(ports.rows, team.id, shown.stored.idea.id, asked, { how: "hidden", text, at: now });
  }
  return standing(secret, turn);
};

/** *Show it anyway*: the next digest shows the text, however few others it can be shown with. */
export const showAnyway = async ({ secret }: Keyed, turn: KeptTurn): Promise<Answer> => {
  const { team, waiting, ports } = turn;
  if (!waiting) return standing(secret, turn);
  const text: StoredWaiting = { ...waiting, anyway: true };
  if ((await ports.rows.commit(teamPartition(team.id), [putWaiting(text)])) !== "done") return refuse("moved-on");
  return waitingReceipt(team, secret, text, await whenShown(team, ports));
};
