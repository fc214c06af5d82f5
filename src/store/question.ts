import type { IdeaId } from "../domain/idea/idea.ts";
import { mayAskAuthor, type QuestionToAuthor } from "../domain/idea/question.ts";
import type { TeamId } from "../domain/ids.ts";
import type { Change, Rows } from "../ports.ts";
import { putIdea, readIdea, type StoredIdea } from "./idea.ts";
import { rowKinds } from "./kinds.ts";
import { decode, encode } from "./record.ts";
import { teamPartition } from "./team.ts";

const questionKey = (id: IdeaId) => `question|${id}`;

/** A question as it was read. */
export type StoredQuestion = QuestionToAuthor & { readonly tag: string };

/** The question to the author of an idea, where a lead has asked one. */
export const readQuestion = async (rows: Rows, team: TeamId, id: IdeaId): Promise<StoredQuestion | undefined> => {
  const row = await rows.get(teamPartition(team), questionKey(id));
  return row && { ...decode(rowKinds.question, teamPartition(team), row), tag: row.tag };
};

/**
 * Keeps the one question to the author of an idea. The idea's row is written with it, so that a withdrawal made meanwhile is seen.
 * @returns the question that counts, this one or one that was asked before; `closed` where nobody can be asked
 */
export const putQuestion = async (
  rows: Rows,
  team: TeamId,
  known: StoredIdea,
  question: QuestionToAuthor,
): Promise<QuestionToAuthor | "closed"> => {
  const { id } = known.idea;
  const insert: Change = { do: "insert", key: questionKey(id), values: encode(rowKinds.question, question) };
  for (let stored: StoredIdea | undefined = known; stored && mayAskAuthor(stored.idea); stored = await readIdea(rows, team, id)) {
    if ((await rows.commit(teamPartition(team), [insert, ...putIdea(stored.idea, stored)])) === "done") return question;
    const asked = await readQuestion(rows, team, id);
    if (asked) return asked;
  }
  return "closed";
};

type AnsweredQuestion = QuestionToAuthor & Required<Pick<QuestionToAuthor, "answer">>;

/** Keeps the author's answer; the first one counts. @returns the question as it is answered, or undefined where it is over */
export const putAnswer = async (
  rows: Rows,
  team: TeamId,
  idea: IdeaId,
  known: StoredQuestion,
  answer: AnsweredQuestion["answer"],
): Promise<AnsweredQuestion | undefined> => {
  for (let asked: StoredQuestion | undefined = known; asked?.id === known.id; asked = await readQuestion(rows, team, idea)) {
    if (asked.answer) return { ...asked, answer: asked.answer };
    const put: Change = { do: "put", key: questionKey(idea), tag: asked.tag, values: encode(rowKinds.question, { ...asked, answer }) };
    if ((await rows.commit(teamPartition(team), [put])) === "done") return { ...asked, answer };
  }
  return undefined;
};

/** Deletes question and answer, in the transaction in which the author withdraws the idea. */
export const deleteQuestion = async (rows: Rows, team: TeamId, id: IdeaId): Promise<readonly Change[]> => {
  const asked = await readQuestion(rows, team, id);
  return asked ? [{ do: "delete", key: questionKey(id), tag: asked.tag }] : [];
};
