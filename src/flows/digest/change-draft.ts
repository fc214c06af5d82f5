import { byVoices } from "../../domain/digest/plan.ts";
import { type Idea, isOpen, titleOf } from "../../domain/idea/idea.ts";
import type { IdeaEvent } from "../../domain/idea/life.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { defaultDue, readDueDate } from "../../domain/owning/due-date.ts";
import type { Member } from "../../domain/people/person.ts";
import { readIdeas, type StoredIdea } from "../../store/idea.ts";
import { readMembers } from "../../store/member.ts";
import { type Answer, refuse } from "../flow.ts";
import { happen } from "../ideas/happen.ts";
import { askToOwn } from "../owning/ask-owner.ts";
import { memberChoices } from "../people/names.ts";
import type { IdeaTurn, Turn } from "../right.ts";
import { draftAfter } from "./show-draft.ts";

/** Ideas that a lead may still change before the digest: those it will show. */
const draftIdeas = (listed: readonly StoredIdea[]): readonly Idea[] =>
  listed
    .map(({ idea }) => idea)
    .filter((idea) => idea.digest === undefined && isOpen(idea))
    .sort(byVoices);

type FormName = "hold-form" | "propose-form" | "title-form";

/** The beginning of a form: a page of the ideas, that of the chosen one where there is one, and why it is back; the members, where an owner can be chosen. */
type FormLook = {
  readonly page?: number | undefined;
  readonly chosen?: string | undefined;
  readonly problem?: RefusalReason;
  readonly members?: readonly Member[];
};

/** So many ideas stand on a page of a form. */
const ideasOnPage = 25;

const formOf = (
  say: FormName,
  { team, now }: Turn,
  listed: readonly StoredIdea[],
  { page: wanted = 0, members = [], chosen, problem }: FormLook,
): Message => {
  const open = draftIdeas(listed);
  if (open.length === 0) return refuse("nothing-to-post");
  const at = open.findIndex(({ id }) => id === chosen);
  const idea = open[at];
  const pages = Math.ceil(open.length / ideasOnPage);
  const page = idea ? Math.floor(at / ideasOnPage) : Math.min(wanted, pages - 1);
  const ideas = open.slice(page * ideasOnPage, (page + 1) * ideasOnPage).map((one) => ({ id: one.id, name: titleOf(one) }));
  const base = { team: teamView(team), ideas, page, pages, ...(idea ? { idea: idea.id } : {}), ...(problem ? { problem } : {}) };
  if (say === "hold-form") return { say, ...base };
  if (say === "propose-form") return { say, ...base, members: memberChoices(members), due: defaultDue(team, now) };
  return { say, ...base, ...(idea ? { title: titleOf(idea) } : {}) };
};

type Page = { readonly page?: number };

export const holdForm = async ({ page }: Page, turn: Turn, listed: readonly StoredIdea[]): Promise<Answer> =>
  formOf("hold-form", turn, listed, { page });
export const proposeForm = async ({ page }: Page, turn: Turn, listed: readonly StoredIdea[]): Promise<Answer> =>
  formOf("propose-form", turn, listed, { page, members: await readMembers(turn.ports.rows, turn.team.id) });
export const titleForm = async (
  { idea, page }: Page & { readonly idea?: string },
  turn: Turn,
  listed: readonly StoredIdea[],
): Promise<Answer> => formOf("title-form", turn, listed, { page, chosen: idea });

/** A form that comes back with what is wrong on it. */
const formAgain = async (say: FormName, turn: IdeaTurn, problem: RefusalReason): Promise<Message> => {
  const { rows } = turn.ports;
  const [listed, members] = await Promise.all([
    readIdeas(rows, turn.team.id),
    say === "propose-form" ? readMembers(rows, turn.team.id) : [],
  ]);
  return formOf(say, turn, listed, { members, chosen: turn.stored.idea.id, problem });
};

/** Holding back needs a reason, and its author hears it. */
export const holdIdea = async ({ reason: why }: { readonly reason: string }, turn: IdeaTurn): Promise<Answer> => {
  if (why === "") return formAgain("hold-form", turn, "reason-needed");
  return changeDraft(turn, { event: "hold", who: turn.who, why });
};

export const releaseIdea = (_action: unknown, turn: IdeaTurn): Promise<Answer> => changeDraft(turn, { event: "put-back", who: turn.who });

/** A lead's shorter or clearer wording; the author's own text stays as it was. */
export const editTitle = async ({ title }: { readonly title: string }, turn: IdeaTurn): Promise<Answer> => {
  if (title === "") return formAgain("title-form", turn, "title-needed");
  return changeDraft(turn, { event: "title", title });
};

const changeDraft = (turn: IdeaTurn, event: IdeaEvent): Promise<Answer> => draftAfter(turn, () => happen(turn, turn, event));

export const proposeOwner = async (action: { readonly due: string }, turn: IdeaTurn, chosen: Member | undefined): Promise<Answer> => {
  const due = readDueDate(action.due, turn.team, turn.now);
  if ("no" in due) return formAgain("propose-form", turn, due.no);
  return chosen ? draftAfter(turn, () => askToOwn(turn, chosen, due.got)) : formAgain("propose-form", turn, "no-such-member");
};
