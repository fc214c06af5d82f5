import type { ActionOf } from "../../domain/action/index.ts";
import type { QuestionToAuthor } from "../../domain/idea/question.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { putAnswer, type StoredQuestion } from "../../store/question.ts";
import { type Answer, refuse } from "../flow.ts";
import type { IdeaTurn } from "../right.ts";
import { viewOfIdea } from "./about-idea.ts";
import { authorQuestion, tellAnswer } from "./ask-author.ts";

/**
 * The author's answer, for leads alone: it is final, and no step of the idea. *I want to help* is asked once more, because it shows a name. Without `how` the card
 * goes back to the question.
 */
export const answerAuthor = async (
  { question, how, answer: text, isSure }: Omit<ActionOf<"answer-author">, "verb">,
  turn: IdeaTurn,
  asked: StoredQuestion | undefined,
): Promise<Answer> => {
  const { team, stored, ports, now } = turn;
  if (asked?.id !== question) return refuse("question-over");
  if (asked.answer) return answered(asked.text, asked.answer, turn);
  const left = text ? { answer: text } : {};
  if (how === undefined) return authorQuestion(turn, asked, left);
  if (how === "help" && !isSure) return authorQuestion(turn, asked, { ...left, confirms: true });
  if (how !== "help" && !text) return authorQuestion(turn, asked, { problem: "line-needed" });
  await tellAnswer(asked.id, asked.by, turn);
  const kept = await putAnswer(ports.rows, team.id, stored.idea.id, asked, { how, text, at: now });
  return kept ? answered(kept.text, kept.answer, turn) : refuse("question-over");
};

const answered = async (question: string, { how, text }: NonNullable<QuestionToAuthor["answer"]>, turn: IdeaTurn): Promise<Message> => ({
  say: "author-answered",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn),
  question,
  how,
  ...(text ? { answer: text } : {}),
});
