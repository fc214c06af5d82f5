import type { Answer } from "../flow.ts";
import type { Turn } from "../right.ts";
import { ideaForm } from "./idea-form.ts";

/** *Save as friction* on a message: the form with its words. Its author is the person who saves it; who wrote the message, and where, does not come this far. */
export const saveAsFriction = ({ text }: { readonly text: string }, { team, others, ports }: Turn): Promise<Answer> =>
  ideaForm("message", team, others, text ? { friction: text } : undefined, ports);
