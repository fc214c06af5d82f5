import type { ActionOf } from "../../domain/action/index.ts";
import type { IdeaEvent, Weighed } from "../../domain/idea/event.ts";
import { type IdeaId, isOpen, isWorth, titleOf } from "../../domain/idea/idea.ts";
import { whyNotNow } from "../../domain/idea/life.ts";
import { teamView, whysOf } from "../../domain/idea/view.ts";
import { type TeamId, titleMarkOf } from "../../domain/ids.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { defaultDue, readDueDate } from "../../domain/owning/due-date.ts";
import type { Member } from "../../domain/people/person.ts";
import { readMembers } from "../../store/member.ts";
import { type Answer, refuse } from "../flow.ts";
import { readAbout, viewOfIdea } from "../ideas/about-idea.ts";
import { readAskedView } from "../ideas/ask-author.ts";
import { happen } from "../ideas/happen.ts";
import { unread } from "../ideas/idea-form.ts";
import { sameThingChoices } from "../ideas/same-thing.ts";
import { changedWeight, weightOf } from "../ideas/weigh-idea.ts";
import { askToOwn } from "../owning/ask-owner.ts";
import { usualOwner } from "../owning/usual-owner.ts";
import { memberChoices } from "../people/names.ts";
import type { IdeaTurn } from "../right.ts";
import type { NotKept } from "../route.ts";
import { waitsUntil } from "../sending/working-days.ts";
import { draftAfter } from "./show-draft.ts";

/** *Change*: the form for everything that a lead can change about one idea. */
export const changeForm = ({ draft }: { readonly draft?: string }, turn: IdeaTurn): Promise<Answer> =>
  formToChange(turn, draft === undefined ? {} : { draft });

type Left = Partial<Omit<ActionOf<"save-change">, "verb">>;

/** The form, filled in with the idea as it stands; a form that comes back has the text the lead left on it, and the problem. */
export const formToChange = async (turn: IdeaTurn, left: Left = {}, problem?: RefusalReason): Promise<Answer> => {
  const { team, now, stored, ports } = turn;
  const { idea } = stored;
  if (!isOpen(idea) && !isWorth(idea) && idea.stage !== "held") return refuse(whyNotNow(idea));
  const was = left.was ?? { mark: titleMarkOf(titleOf(idea)), due: defaultDue(team, now), ...weightOf(idea) };
  const { title = titleOf(idea), person = "", due = was.due, reason = "" } = left;
  const mayBeAsked = isOpen(idea) && idea.owner === undefined;
  const [same, asked, members] = await Promise.all([
    sameThingChoices(turn),
    readAskedView(team.id, idea, ports),
    mayBeAsked ? readMembers(ports.rows, team.id) : [],
  ]);
  return {
    say: "change-form",
    team: teamView(team),
    ...(left.draft === undefined ? {} : { draft: left.draft }),
    idea: await viewOfIdea(turn),
    ...whysOf(idea),
    was,
    written: { title, person, due, ...weightOf(left.was === undefined ? was : left), reason },
    members: memberChoices(members),
    ...usualOwner(team, idea, members),
    ...(same.length > 0 ? { same } : {}),
    ...(asked ? { asked } : {}),
    ...(problem ? { problem } : {}),
  };
};

/** The form as it was left, where the store could not keep it or could not be read. The forms of older drafts do not bring all of it, and do not come back. */
export const formToChangeAgain = (left: Left & { readonly team: TeamId; readonly idea: IdeaId }, problem: NotKept): Message | undefined => {
  const { team, idea, draft, was, title, person = "", due = "", reason = "" } = left;
  if (was === undefined || title === undefined) return undefined;
  return {
    say: "change-form",
    team: unread(team),
    ...(draft === undefined ? {} : { draft }),
    idea: { id: idea },
    was,
    written: { title, person, due, ...weightOf(left), reason },
    members: person === "" ? [] : [{ id: person, name: "" }],
    problem,
  };
};

/** The form after a refusal, of the idea as it is stored by now: somebody else may have changed it since this press began. */
const formAsItIsNow = async (turn: IdeaTurn, left: Left, problem: RefusalReason): Promise<Answer> => {
  const about = await readAbout({ team: turn.team.id, idea: turn.stored.idea.id }, turn.who, turn.ports);
  return about ? formToChange({ ...turn, ...about }, left, problem) : refuse("no-such-idea");
};

/**
 * *Save* writes only the fields that were changed since the form opened, so that another lead's changes stay. They are one change: if it is refused,
 * nothing is written, and the form comes back with all that was typed.
 */
export const saveChange = async (left: Left, turn: IdeaTurn, chosen: Member | undefined): Promise<Answer> => {
  const { title, person = "", due: written = "", was } = left;
  const again = (problem: RefusalReason) => formToChange(turn, left, problem);
  const isRetitled = title !== undefined && titleMarkOf(title) !== was?.mark;
  if (isRetitled && title === "") return again("title-needed");
  const asks = person !== "";
  if (!asks && written !== "" && written !== was?.due) return again("person-needed");
  const due = readDueDate(written, turn.team, turn.now);
  if (asks && "no" in due) return again(due.no);
  if (asks && !chosen) return again("no-such-member");
  const weighed = changedWeight(left);
  const also = weighed ? { weighed } : {};
  const saved = await draftAfter(turn, async () => {
    if (chosen && "got" in due) return askToOwn(turn, chosen, due.got, { ...(isRetitled ? { title } : {}), ...also });
    if (isRetitled) return happen(turn, turn, { event: "title", title, ...also });
    if (weighed) return happen(turn, turn, byLead(turn, weighed));
    return { got: { was: turn.stored.idea, idea: turn.stored.idea, steps: [] } };
  });
  if ("no" in saved) return saved.no.say === "refusal" ? formAsItIsNow(turn, left, saved.no.why) : saved.no;
  const asksAt = chosen && waitsUntil(turn.team, turn.now);
  if (chosen?.unreachable) return { ...saved.got, notReached: chosen.name };
  return chosen && asksAt !== undefined ? { ...saved.got, asks: { name: chosen.name, at: asksAt } } : saved.got;
};

/** Holding an idea back needs a reason, which its author is told. */
export const holdIdea = async (left: Left & { readonly reason: string }, turn: IdeaTurn): Promise<Answer> =>
  left.reason === "" ? formToChange(turn, left, "reason-needed") : changeDraft(turn, { event: "hold", who: turn.who, why: left.reason });

export const releaseIdea = (_action: unknown, turn: IdeaTurn): Promise<Answer> => changeDraft(turn, { event: "put-back", who: turn.who });

/** *Small effort*, or one of the effects below it, pressed on the draft itself. */
export const weighInDraft = ({ effort, effect }: Weighed, turn: IdeaTurn): Promise<Answer> =>
  changeDraft(turn, byLead(turn, { ...(effort ? { effort } : {}), ...(effect ? { effect } : {}) }));

/** *Not the same*: the two ideas are not proposed again. */
export const tellApart = ({ other }: { readonly other: IdeaId }, turn: IdeaTurn): Promise<Answer> =>
  changeDraft(turn, { event: "tell-apart", other });

const byLead = ({ who }: IdeaTurn, weighed: Weighed): IdeaEvent => ({ event: "weigh", who, leads: true, ...weighed });

const changeDraft = async (turn: IdeaTurn, event: IdeaEvent): Promise<Answer> => {
  const changed = await draftAfter(turn, () => happen(turn, turn, event));
  return "no" in changed ? changed.no : changed.got;
};

/** *Edit title* on the form of an older draft. */
export const editTitle = ({ title }: { readonly title: string }, turn: IdeaTurn): Promise<Answer> => saveChange({ title }, turn, undefined);

/** *Propose owner* on the form of an older draft, which sends only person and date. */
export const proposeOwner = (
  { person, due }: { readonly person: string; readonly due: string },
  turn: IdeaTurn,
  chosen: Member | undefined,
): Promise<Answer> => saveChange({ person, due }, turn, chosen);
