import type { ActionOf } from "../../domain/action/index.ts";
import type { Idea, IdeaId } from "../../domain/idea/idea.ts";
import { mayAskAuthor, type QuestionToAuthor } from "../../domain/idea/question.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { TeamId } from "../../domain/ids.ts";
import type { AskedAuthor } from "../../domain/message/ideas.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { substitutionOf } from "../../domain/teams/substitute.ts";
import type { Ports } from "../../ports.ts";
import { putQuestion, readQuestion } from "../../store/question.ts";
import { sendKey } from "../../store/send.ts";
import { type Answer, afterStoringMs, type JobFlow, refuse } from "../flow.ts";
import { readNames } from "../people/names.ts";
import type { IdeaTurn } from "../right.ts";
import { afterSend, sayTo } from "../sending/say-to.ts";
import { type IdeaInTeam, readForJob, viewOfIdea } from "./about-idea.ts";

type AskPress = Omit<ActionOf<"ask-author">, "verb">;

/**
 * *Ask the author* by a lead: one question about an idea, to somebody whose name no lead sees. Nothing tells the lead whether the question has arrived, or whether
 * an author is kept: an idea that lost its author to an erasure looks as before, so that no lead learns whose ideas these were. Only an answer tells.
 */
export const askAuthor = async (
  { question: text, ...pressed }: AskPress,
  turn: IdeaTurn,
  before: QuestionToAuthor | undefined,
): Promise<Answer> => {
  const { team, stored, who, now, ports } = turn;
  const { idea } = stored;
  if (!mayAskAuthor(idea)) return refuse("idea-closed");
  if (!before && !text) return questionForm(turn, pressed, text === undefined ? undefined : "line-needed");
  const asked = before ?? (await ask({ id: ports.chance.id(), by: who, at: now, text: text ?? "" }, turn));
  if (asked === "closed") return refuse("idea-closed");
  const isTheirs = asked.by === who && asked.text === text;
  const about = { team: teamView(team), idea: await viewOfIdea(turn), ...draftOf(pressed) };
  const looks = idea.withoutTrace ? ({ looks: true } as const) : {};
  // A withdrawal takes its author's words out of drafts and of messages with a guard, and of no other answer to a press.
  if (asked.answer && pressed.draft === undefined) {
    await tellAnswer(asked.id, who, turn);
    return { say: "author-asked", ...about, asked: { text: asked.text }, isNew: false, answerBelow: true };
  }
  return { say: "author-asked", ...about, asked: await askedView(ports, team.id, idea, asked), isNew: isTheirs && !asked.answer, ...looks };
};

/** Puts the job that tells a lead the answer, or the lead for whom a substitute asks; and all leads where neither leads the team any more. */
export const tellAnswer = async (question: string, by: PersonId, { team, stored, now, ports }: IdeaTurn): Promise<void> => {
  const lead = team.leads.find((one) => one === by) ?? team.leads.find((one) => substitutionOf(team, one, now)?.person === by);
  const news = { team: team.id, news: "author-answered", idea: stored.idea.id, once: question } as const;
  await ports.jobs.put(lead === undefined ? { job: "tell-leads", ...news } : { job: "tell-lead", lead, ...news }, afterStoringMs);
};

/** Reads the question that was asked before, if any, while the right is checked. */
export const readQuestionOf = ({ team, idea }: { readonly team: TeamId; readonly idea: IdeaId }, { rows }: Ports) =>
  readQuestion(rows, team, idea);

const draftOf = ({ draft }: AskPress) => (draft === undefined ? {} : { draft });

/** Keeps the question, with the job that sends it. */
const ask = async (question: QuestionToAuthor, { team, stored, ports }: IdeaTurn): Promise<QuestionToAuthor | "closed"> => {
  await ports.jobs.put({ job: "ask-author", team: team.id, idea: stored.idea.id, question: question.id }, afterStoringMs);
  return putQuestion(ports.rows, team.id, stored, question);
};

const questionForm = async (turn: IdeaTurn, pressed: AskPress, problem: RefusalReason | undefined): Promise<Message> => ({
  say: "ask-author-form",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn),
  ...draftOf(pressed),
  ...(problem ? { problem } : {}),
});

/** The question and its answer as leads read them: with the author's name only where they chose to show it. */
export const askedView = async (
  { rows }: Pick<Ports, "rows">,
  team: TeamId,
  { author = "" }: Idea,
  asked: QuestionToAuthor,
): Promise<AskedAuthor> => {
  const { text, answer } = asked;
  if (!answer) return { text };
  const { how } = answer;
  const named = how === "hidden" ? {} : { name: (await readNames(rows, team, [author])).get(author) ?? "" };
  return { text, answer: { how, ...named, ...(answer.text ? { text: answer.text } : {}) } };
};

/** The key of the guard of a question in its author's chat. */
const questionGuard = (author: PersonId, ...which: readonly string[]): string => sendKey("ask-author", author, ...which);

/** The question about an idea as leads read it, where one was asked. */
export const readAskedView = async (team: TeamId, idea: Idea, ports: Ports): Promise<AskedAuthor | undefined> => {
  const asked = await readQuestion(ports.rows, team, idea.id);
  return asked && askedView(ports, team, idea, asked);
};

/** Is this the guard of a question to the author? */
export const isQuestionTo = (author: PersonId, guardKey: string): boolean => guardKey.startsWith(`${questionGuard(author)}|`);

/** Sends the question to the author's chat. It ends where they have withdrawn the idea, or are in the team no more. */
export const sendQuestion: JobFlow<"ask-author"> = async (job, ports) => {
  const [found, asked] = await Promise.all([readForJob(job, ports), readQuestion(ports.rows, job.team, job.idea)]);
  const author = found?.stored.idea.author;
  if (!found || author === undefined || asked?.id !== job.question) return undefined;
  const key = questionGuard(author, job.idea, job.question);
  const message = await authorQuestion(found, asked);
  return afterSend(await sayTo(ports, found.team, author, { key, message: () => message, keep: found.stored.idea }));
};

/** The card with the question. @param left the answer as it was left, and what keeps it from being sent */
export const authorQuestion = async (
  found: IdeaInTeam,
  { id, text }: QuestionToAuthor,
  left: { readonly answer?: string; readonly confirms?: true; readonly problem?: RefusalReason } = {},
): Promise<Message> => ({
  say: "author-question",
  team: teamView(found.team),
  idea: await viewOfIdea(found),
  question: { id, text },
  ...left,
});
