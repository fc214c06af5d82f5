import type { InPost } from "../../domain/action/digest.ts";
import { type Idea, isOpen, isWorth } from "../../domain/idea/idea.ts";
import { mayPassOn } from "../../domain/idea/life.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { defaultDue, readDueDate } from "../../domain/owning/due-date.ts";
import type { Member } from "../../domain/people/person.ts";
import type { Ports } from "../../ports.ts";
import { readMember, readMembers } from "../../store/member.ts";
import { postWith, readPressedPost } from "../digest/pressed-post.ts";
import { type Answer, isShownInChannel, refuse, type Scene } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { tellStory } from "../ideas/story.ts";
import { memberNamed } from "../people/named.ts";
import { memberChoices } from "../people/names.ts";
import { pickedPerson } from "../people/picked.ts";
import type { IdeaTurn } from "../right.ts";
import { waitsUntil } from "../sending/working-days.ts";
import { askToOwn } from "./ask-owner.ts";
import { usualOwner } from "./usual-owner.ts";

/** *Take or ask* shows *I'll take it*, and the team's members to ask one of them. Its owner sees that the idea is theirs. */
export const takeOrAsk = async (action: InPost, turn: IdeaTurn): Promise<Answer> => {
  const { idea } = turn.stored;
  // The card of its story has *Try it*.
  if (isWorth(idea)) return tellStory(action, turn);
  if (!isOpen(idea)) return refuse("idea-closed");
  if (idea.owner === turn.who) return { say: "owned", team: teamView(turn.team), idea: await viewOfIdea(turn) };
  // An owner who may have left does not keep others from taking it.
  if (idea.owner === undefined || (await turn.gone) !== undefined) return formToTakeOrAsk(turn, action);
  return refuse("already-owned", (await turn.names).get(idea.owner));
};

export const formToTakeOrAsk = async (turn: IdeaTurn, { digest, board }: InPost, problem?: RefusalReason): Promise<Message> => {
  const members = await readMembers(turn.ports.rows, turn.team.id);
  return {
    say: "take-or-ask",
    inChannel: isShownInChannel(turn.scene),
    team: teamView(turn.team),
    idea: await viewOfIdea(turn),
    members: memberChoices(members),
    ...usualOwner(turn.team, turn.stored.idea, members),
    due: defaultDue(turn.team, turn.now),
    mayAsk: turn.leads || turn.stored.idea.request === undefined,
    ...(turn.leads && turn.stored.idea.stage === "new" ? { mayAnswer: true } : {}),
    ...(turn.leads && mayPassOn(turn.stored.idea) ? { mayPassOn: true } : {}),
    ...(digest ? { digest } : {}),
    ...(board ? { board } : {}),
    ...(problem ? { problem } : {}),
  };
};

/** Finds the member that a form names: its own list sends our ids, Teams' people picker sends the Entra id. It is read beside the idea. */
export const readChosen = async (
  { team, person }: { readonly team: string; readonly person: string },
  { rows }: Ports,
  { tenant }: Scene,
): Promise<Member | undefined> => {
  const picked = pickedPerson(tenant, person);
  const found = await Promise.all([readMember(rows, team, person), readMember(rows, team, picked)]);
  return found.find((member) => member !== undefined);
};

/** *Ask* sends the request to the colleague, with the date, that were chosen on that form. */
export const chooseOwner = async (
  action: InPost & { readonly due: string },
  turn: IdeaTurn,
  chosen: Member | undefined,
): Promise<Answer> => {
  const due = readDueDate(action.due, turn.team, turn.now);
  if ("no" in due) return formToTakeOrAsk(turn, action, due.no);
  return chosen ? ask(turn, chosen, due.got) : formToTakeOrAsk(turn, action, "no-such-member");
};

/** `ask #42 Sara` asks the one member whose name fits. */
export const askByNumber = async (command: { readonly rest: string }, turn: IdeaTurn, members: readonly Member[]): Promise<Answer> => {
  if (command.rest === "") return takeOrAsk({}, turn);
  const found = memberNamed(command.rest, members);
  return "no" in found ? found.no : ask(turn, found.got, defaultDue(turn.team, turn.now));
};

const ask = async (turn: IdeaTurn, chosen: Member, due: string): Promise<Answer> => {
  const reading = readPressedPost(turn);
  const asked = await askToOwn(turn, chosen, due);
  if ("no" in asked) return asked.no;
  const { request, askedOwner } = asked.got.idea;
  // A lead was quicker and asked somebody else.
  if (request !== undefined && askedOwner !== chosen.person) return refuse("already-asked");
  const post = await reading;
  // The post would hide that Teams cannot reach the person, or that the request waits.
  if (post && !chosen.unreachable && waitsUntil(turn.team, turn.now) === undefined) return postWith(turn, post, asked.got.idea);
  return ownerAsked(turn, chosen, asked.got.idea);
};

/** The answer to a person who has asked a member to own an idea: whether Gnist can reach them, and when it asks. */
export const ownerAsked = async (turn: IdeaTurn, { name, unreachable }: Member, idea: Idea): Promise<Message> => {
  const asksAt = waitsUntil(turn.team, turn.now);
  return {
    say: "owner-asked",
    team: teamView(turn.team),
    idea: await viewOfIdea(turn, idea),
    name,
    ...(unreachable ? { notReached: true as const } : {}),
    ...(asksAt === undefined ? {} : { asksAt }),
  };
};
