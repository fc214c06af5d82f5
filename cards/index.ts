import type { Action, Verb } from "../src/domain/action.ts";
import type { Language } from "../src/domain/language.ts";
import type { Message, MessageOf, RefusalReason, Say } from "../src/domain/message.ts";
import { type Words, wordsOf } from "../src/language/index.ts";
import type { Readers, Rendered, Renderers } from "./blocks.ts";
import * as digest from "./digest.ts";
import * as draft from "./draft.ts";
import * as ideaForm from "./idea-form.ts";
import * as lookUp from "./look-up.ts";
import * as noted from "./noted.ts";
import * as own from "./own.ts";
import * as receipt from "./receipt.ts";
import * as sentences from "./sentences.ts";
import * as settings from "./settings.ts";
import * as status from "./status.ts";
import * as welcome from "./welcome.ts";

export { type AdaptiveCard, inDialog, type Rendered } from "./blocks.ts";

/** Every message and how it is shown. */
const renderers: Renderers<Say> = {
  ...welcome.render,
  ...ideaForm.render,
  ...receipt.render,
  ...noted.render,
  ...draft.render,
  ...digest.render,
  ...own.render,
  ...lookUp.render,
  ...settings.render,
  ...status.render,
  ...sentences.render,
};

/** Every button and how what it sends is read. */
const readers: Readers<Verb> = {
  ...welcome.read,
  ...ideaForm.read,
  ...receipt.read,
  ...noted.read,
  ...draft.read,
  ...digest.read,
  ...own.read,
  ...lookUp.read,
  ...settings.read,
  ...status.read,
};

const rendererOf = <S extends Say>(message: MessageOf<S>): ((message: MessageOf<S>, words: Words) => Rendered) =>
  renderers[message.say as S];

/** A message as people see it, in their language. */
export const render = (message: Message, language: Language): Rendered => rendererOf(message)(message, wordsOf(language));

/** Does a button of Gnist send this verb? */
export const isVerb = (verb: unknown): verb is Verb => typeof verb === "string" && Object.hasOwn(readers, verb);

/**
 * Reads a pressed button: what it sends of its own and what stood in the form, in one object. Undefined where it cannot be read: `notRead` says why.
 * Every form that was ever sent is read: see tests/cards/read-action.test.ts.
 */
export const readAction = (data: unknown): Action | undefined => {
  const form = formIn(data);
  return form && readers[form.verb].safeParse(form.filled).data;
};

/** The answer to a press that `readAction` cannot read. */
export const notRead = (data: unknown): MessageOf<"refusal"> => {
  if (typeof data !== "object" || data === null || !("verb" in data) || typeof data.verb !== "string")
    return { say: "refusal", why: "foreign-card" };
  const form = formIn(data);
  const issues = form ? (readers[form.verb].safeParse(form.filled).error?.issues ?? []) : [];
  const told = issues.map((issue) => (issue.code === "custom" ? issue.params?.told : undefined));
  // A form that has other faults too would not be read with a shorter text either.
  const [first] = told.includes(undefined) ? [] : told;
  if (typeof first === "number") return { say: "refusal", why: "too-long", about: String(first) };
  return { say: "refusal", why: (first as RefusalReason | undefined) ?? "stale-form" };
};

const formIn = (data: unknown): { readonly verb: Verb; readonly filled: Readonly<Record<string, unknown>> } | undefined => {
  if (typeof data !== "object" || data === null || !("verb" in data) || !isVerb(data.verb)) return undefined;
  const filled = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== "" && value !== null && value !== undefined));
  return { verb: data.verb, filled };
};
