import type { IdeaId } from "../domain/idea/idea.ts";
import { mayAskAuthor, type Question } from "../domain/idea/question.ts";
import type { TeamId } from "../domain/ids.ts";
import type { Change, Rows } from "../ports.ts";
import { putIdea, readIdea, type StoredIdea } from "./idea.ts";
import { rowKinds } from "./kinds.ts";
import { decode, encode } from "./record.ts";
import { teamPartition } from "./team.ts";

const questionKey = (id: IdeaId) => `question|${id}`;

const readStored = async (rows: Rows, team: TeamId, id: IdeaId) => {
  const row = await rows.get(teamPartition(team), questionKey(id));
  return row && { question: decode(rowKinds.question, teamPartition(team), row), tag: row.tag };
};

/** The question to the author of an idea, where a lead has asked one. */
export const readQuestion = async (rows: Rows, team: TeamId, id: IdeaId): Promise<Question | undefined> =>
  (await readStored(rows, team, id))?.question;

/**
 * Keeps the one question to the author of an idea. The idea's row is written with it, so that a withdrawal made meanwhile is seen.
 * @returns the question that counts, this one or one that was asked before; `closed` where nobody can be asked
 */
export const putQuestion = async (rows: Rows, team: TeamId, known: StoredIdea, question: Question): Promise<Question | "closed"> => {
  const { id } = known.idea;
  const insert: Change = { do: "insert", key: questionKey(id), values: encode(rowKinds.question, question) };
  for (let stored: StoredIdea | undefined = known; stored && mayAskAuthor(stored.idea); stored = await readIdea(rows, team, id)) {
    if ((await rows.commit(teamPartition(team), [insert, ...putIdea(stored.idea, stored)])) === "done") return question;
    const asked = await readQuestion(rows, team, id);
    if (asked) return asked;
  }
  return "closed";
};

type AnsweredQuestion = Question & Required<Pick<Question, "answer">>;

/** Keeps the author's answer; the first one counts. @returns the question as it is answered, or undefined where it is over */
export const putAnswer = async (
  rows: Rows,
  team: TeamId,
  idea: IdeaId,
  id: Question["id"],
  answer: AnsweredQuestion["answer"],
): Promise<AnsweredQuestion | undefined> => {
  for (;;) {
    const stored = await readStored(rows, team, idea);
    if (stored?.question.id !== id) return undefined;
    const { question, tag } = stored;
    if (question.answer) return { ...question, answer: question.answer };
    const answered = { ...question, answer };
    const put: Change = { do: "put", key: questionKey(idea), tag, values: encode(rowKinds.question, answered) };
    if ((await rows.commit(teamPartition(team), [put])) === "done") return answered;
  }
};

/** Deletes question and answer, in the transaction in which the author withdraws the idea. */
export const deleteQuestion = async (rows: Rows, team: TeamId, id: IdeaId): Promise<readonly Change[]> => {
  const stored = await readStored(rows, team, id);
  return stored ? [{ do: "delete", key: questionKey(id), tag: stored.tag }] : [];
};
