import { isOpen, ownedStages } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { defaultDue, readDueDate } from "../../domain/owning/due-date.ts";
import type { Member } from "../../domain/people/person.ts";
import type { Ports } from "../../ports.ts";
import { readMembers } from "../../store/member.ts";
import { type Answer, asNewMessage, refuse, type Scene } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { askToOwn } from "../owning/ask-owner.ts";
import { formToTakeOrAsk, ownerAsked, readChosen } from "../owning/take-or-ask.ts";
import { memberChoices } from "../people/names.ts";
import type { IdeaTurn } from "../right.ts";

type NewOwner = { readonly person?: string; readonly due?: string };

/** Finds the member whom the form names, once it was sent. */
export const readNewOwner = async (
  { team, person }: NewOwner & { readonly team: string },
  ports: Ports,
  scene: Scene,
): Promise<Member | undefined> => (person === undefined ? undefined : readChosen({ team, person }, ports, scene));

/** *New owner* shows a form; sent with a person, it asks them. Until they accept, the old owner stays. An idea without an owner is for *Take or ask*. */
export const newOwner = async ({ person, due: written }: NewOwner, turn: IdeaTurn, chosen: Member | undefined): Promise<Answer> => {
  const { stage } = turn.stored.idea;
  if (!isOpen({ stage })) return refuse("idea-closed");
  const isForm = person === undefined && written === undefined;
  if (isForm && !ownedStages.includes(stage)) return asNewMessage(await formToTakeOrAsk(turn, {}), turn.scene);
  if (isForm) return asNewMessage(await form(turn), turn.scene);
  const due = readDueDate(written ?? "", turn.team, turn.now);
  if ("no" in due) return form(turn, due.no);
  if (!chosen) return form(turn, person === undefined ? "person-needed" : "no-such-member");
  const asked = await askToOwn(turn, chosen, due.got, { replaces: true });
  return "no" in asked ? asked.no : ownerAsked(turn, chosen, asked.got.idea);
};

const form = async (turn: IdeaTurn, problem?: RefusalReason): Promise<Message> => {
  const members = (await readMembers(turn.ports.rows, turn.team.id)).filter(({ person }) => person !== turn.stored.idea.owner);
  return {
    say: "new-owner-form",
    team: teamView(turn.team),
    idea: await viewOfIdea(turn),
    members: memberChoices(members),
    due: defaultDue(turn.team, turn.now),
    ...(problem ? { problem } : {}),
  };
};
