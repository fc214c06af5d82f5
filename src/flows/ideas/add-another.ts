import type { WrittenIdea } from "../../domain/action/ideas.ts";
import { keptQuestion, type RoundQuestion } from "../../domain/asking/question.ts";
import { type Answer, asNewMessage } from "../flow.ts";
import type { Turn } from "../right.ts";
import { ideaForm } from "./idea-form.ts";

/** *Add another*, *Write an idea*: a form in a new message, because the pressed card is still needed. Each press brings a form of its own. */
export const addAnother = async (
  { question, kept }: { readonly question?: RoundQuestion; readonly kept?: WrittenIdea },
  { team, scene, ports }: Turn,
): Promise<Answer> => asNewMessage({ ...(await ideaForm("another", team, [], kept, ports)), ...keptQuestion(question) }, scene);
