import type { WrittenIdea } from "../../domain/action/ideas.ts";
import type { ActionOf } from "../../domain/action/index.ts";
import { keptQuestion } from "../../domain/asking/question.ts";
import type { Idea } from "../../domain/idea/idea.ts";
import { type Shown, teamView } from "../../domain/idea/view.ts";
import { groupFor, type WaitingText, waitsForLong } from "../../domain/idea/waiting.ts";
import { ideaIdOf } from "../../domain/ids.ts";
import type { Message, MessageOf } from "../../domain/message/index.ts";
import { omit } from "../../domain/omit.ts";
import { ownKinds, smallestGroupOf, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readIdea } from "../../store/idea.ts";
import { mergeMember } from "../../store/member.ts";
import { putAnswer, readQuestion } from "../../store/question.ts";
import { teamPartition } from "../../store/team.ts";
import { deleteWaiting, insertWaiting, putWaiting, readWaitingText, type StoredWaiting } from "../../store/waiting.ts";
import { type Answer, type RecentTeam, refuse, type Scene } from "../flow.ts";
import type { NotKept } from "../route.ts";
import { tellAnswer } from "./ask-author.ts";
import { happen } from "./happen.ts";
import { ideaForm, ofItsKinds, problemInIdea, unread, whenShown } from "./idea-form.ts";
import { keepAnswer, keepIdea, type SentIdea } from "./keep-idea.ts";
import type { KeptTurn } from "./keeper.ts";
import { writtenIdea } from "./receipt.ts";
import { withdraw } from "./withdraw-idea.ts";

/*
 * Texts without a trace. Until its team is shown a text, its row says who wrote it, so that a group counts people. Then the row is overwritten, and nothing that
 * is stored leads to the author: the secret on the receipt is the only way back. No flow here writes a row of the person who presses, or logs that they did.
 */

/** More on the receipt of a text without a trace. */
type Beside = Partial<Pick<MessageOf<"kept-without-trace">, "asked" | "problem" | "edited" | "closes" | "offered">>;

const wordsOf = (text: WaitingText | Idea): WrittenIdea => ({ ...writtenIdea({ ...text, showName: false }), withoutTrace: true });

const waitingReceipt = (team: Team, secret: string, waiting: WaitingText, when: Shown, more: Beside = {}): Message => ({
  say: "kept-without-trace",
  team: teamView(team),
  secret,
  written: wordsOf(waiting),
  ...keptQuestion(waiting.question),
  ...when,
  waits: { smallestGroup: groupFor(waiting, smallestGroupOf(team)), isLong: waitsForLong(waiting), anyway: waiting.anyway === true },
  ...more,
});

const shownReceipt = (team: Team, secret: string, idea: Idea, more: Beside = {}): Message => ({
  say: "kept-without-trace",
  team: teamView(team),
  secret,
  written: wordsOf(idea),
  ...keptQuestion(idea.question),
  idea: { stage: idea.stage, ...(idea.number === undefined ? {} : { number: idea.number }) },
  ...more,
});

/** Stores a text with the answer to the team's question, in the transaction that checks the right: its author is a member of the team. */
export const keepWithoutTrace = async (
  { team, shown }: RecentTeam,
  sent: SentIdea,
  secret: string,
  scene: Scene,
  ports: Ports,
): Promise<Answer> => {
  const { rows } = ports;
  const { person } = scene.who;
  const id = ideaIdOf(secret);
  const { showName: _name, withoutTrace: _trace, ...words } = ofItsKinds(team, sent.written);
  const waiting: WaitingText = { ...words, ...keptQuestion(sent.question), person, waited: 0, group: smallestGroupOf(team) };
  const closes = scene.where.kind === "elsewhere" ? ({ closes: true } as const) : {};
  // A second press finds the text where it has been shown meanwhile, and adds no row.
  const known = await readIdea(rows, team.id, id, "idea");
  // Its first press was not without a trace, and that one counts.
  if (known?.idea.author === person) return keepIdea({ team, shown }, sent, scene, ports);
  const stored = known ? "exists" : await keepAnswer(team, person, sent, [insertWaiting(id, waiting)], ports);
  if (stored === "missing") return refuse("not-in-team");
  if (stored === "done") return waitingReceipt(team, secret, waiting, shown, closes);
  const first = await readWaitingText(rows, team.id, id);
  const offeredBeside = (text: WaitingText | Idea) =>
    text.friction === words.friction && text.proposal === words.proposal ? closes : { ...closes, offered: sent.written };
  if (first) return first.person === person ? waitingReceipt(team, secret, first, shown, offeredBeside(first)) : refuse("stale-form");
  if (!known?.idea.withoutTrace) return refuse("stale-form");
  // Its words are gone: a fresh form offers these.
  if (known.idea.stage === "withdrawn")
    return { ...(await ideaForm("another", team, [], sent.written, ports)), ...keptQuestion(sent.question) };
  return shownReceipt(team, secret, known.idea, offeredBeside(known.idea));
};

/** The receipt of a text that was sent without a trace from a form; undefined where none was, or it is withdrawn. */
export const sentWithoutTrace = async ({ team, shown }: RecentTeam, secret: string, { rows }: Ports): Promise<Message | undefined> => {
  const waiting = await readWaitingText(rows, team.id, ideaIdOf(secret));
  if (waiting) return waitingReceipt(team, secret, waiting, shown);
  const idea = (await readIdea(rows, team.id, ideaIdOf(secret), "idea"))?.idea;
  return idea?.withoutTrace && idea.stage !== "withdrawn" ? shownReceipt(team, secret, idea) : undefined;
};

/** The question of a lead about a shown text, and its author's answer. */
const askedOf = async ({ team, ports }: KeptTurn, { id }: Idea): Promise<Pick<Beside, "asked">> => {
  const asked = await readQuestion(ports.rows, team.id, id);
  return asked ? { asked: { id: asked.id, text: asked.text, ...(asked.answer ? { answer: asked.answer.text } : {}) } } : {};
};

const isGone = (turn: KeptTurn): boolean => !turn.waiting && (!turn.shown || turn.shown.stored.idea.stage === "withdrawn");

/** The receipt as the text now stands. */
const standing = async (secret: string, turn: KeptTurn, more: Beside = {}): Promise<Answer> => {
  const { team, waiting, shown, ports } = turn;
  if (waiting) return waitingReceipt(team, secret, waiting, await whenShown(team, ports), more);
  if (!shown || isGone(turn)) return refuse("no-such-idea");
  const { idea } = shown.stored;
  return shownReceipt(team, secret, idea, { ...(await askedOf(turn, idea)), ...more });
};

/** *See what happened*. */
export const followWithoutTrace = ({ secret }: Keyed, turn: KeptTurn): Promise<Answer> => standing(secret, turn);

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
    : shownReceipt(team, secret, edited.got.idea, { edited: true, ...(await askedOf(turn, edited.got.idea)) });
};

/** Takes the text out of the store: its waiting row, or the idea with all posts that show it. */
export const withdrawWithoutTrace = async ({ secret }: Keyed, turn: KeptTurn): Promise<Answer> => {
  const { team, waiting, shown, ports } = turn;
  if (waiting) {
    const gone = await ports.rows.commit(teamPartition(team.id), [deleteWaiting(waiting)]);
    if (gone !== "done") return refuse("moved-on");
    await ports.rows.forget();
    // In a team that Gnist was removed from, a withdrawal cannot be undone.
    const undo = team.removedAt === undefined ? { written: wordsOf(waiting), ...keptQuestion(waiting.question) } : {};
    return { say: "withdrawn", team: teamView(team), idea: waiting.id, ...undo, secret, withoutTrace: true };
  }
  if (!shown) return refuse("no-such-idea");
  const said = await withdraw(turn, shown.stored);
  return said.say === "withdrawn" ? { ...said, secret, withoutTrace: true } : said;
};

/** *Undo* of that. A text that nobody had been shown waits again. */
export const restoreWithoutTrace = async (
  { secret, question, written }: Omit<ActionOf<"restore-without-trace">, "verb">,
  turn: KeptTurn,
): Promise<Answer> => {
  const { team, who, waiting, shown, ports } = turn;
  if (problemInIdea(written)) return refuse("stale-form");
  if (waiting) return standing(secret, turn);
  if (!shown) {
    const { showName: _, ...words } = ofItsKinds(team, written);
    const text: WaitingText = { ...words, ...keptQuestion(question), person: who, waited: 0, group: smallestGroupOf(team) };
    const stored = await ports.rows.commit(teamPartition(team.id), [mergeMember(who, {}), insertWaiting(ideaIdOf(secret), text)]);
    if (stored === "missing") return refuse("not-in-team");
    return stored === "done" ? waitingReceipt(team, secret, text, await whenShown(team, ports)) : refuse("stale-form");
  }
  const restored = await happen(turn, shown, { event: "restore", words: { ...written, showName: false } });
  return "no" in restored ? restored.no : shownReceipt(team, secret, restored.got.idea);
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
