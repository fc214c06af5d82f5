import type { WrittenIdea } from "../domain/action.ts";
import { teamView } from "../domain/digest.ts";
import { longestFriction, longestProposal } from "../domain/idea.ts";
import type { IdeaForm, Message } from "../domain/message.ts";
import type { Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { readOpenRounds } from "../store/rounds.ts";
import { nextDigestOf } from "./add-team.ts";
import type { ActionFlow, Answer, CommandFlow, Scene } from "./flow.ts";
import { knownTeam, pressedTeam } from "./who.ts";

/** When the team sees what is sent now. */
export const digestTime = async (team: Team, { rows, clock }: Ports): Promise<number> => {
  const [round] = await readOpenRounds(rows, team);
  return nextDigestOf(team, round?.digestAt) ?? clock.now();
};

/** A fresh form, on which nothing has been sent. */
export const ideaForm = async (
  why: IdeaForm["why"],
  team: Team,
  others: readonly Team[],
  written: Partial<WrittenIdea> | undefined,
  ports: Ports,
): Promise<Message> => ({
  say: "idea-form",
  why,
  team: teamView(team),
  secret: ports.chance.id(),
  digestAt: await digestTime(team, ports),
  ...(others.length > 0 ? { teams: [team, ...others].map(({ id, name }) => ({ id, name })) } : {}),
  ...(written ? { written } : {}),
});

const formFor = async (why: IdeaForm["why"], text: string | undefined, scene: Scene, ports: Ports): Promise<Answer> => {
  const found = await knownTeam(scene, ports, "member");
  if ("refusal" in found) return found.refusal;
  return ideaForm(why, found.team, found.others, text ? { friction: text } : undefined, ports);
};

/** `prompt` always answers with the form. */
export const showPrompt: CommandFlow<"prompt"> = (_command, scene, ports) => formFor("asked-for", undefined, scene, ports);

/** What was typed is no command: it is offered back as an idea, never lost. */
export const offerIdea = (text: string, scene: Scene, ports: Ports): Promise<Answer> => formFor("offer", text, scene, ports);

export const addAnother: ActionFlow<"add-another"> = async (action, scene, ports) => {
  const found = await pressedTeam(action.team, scene, ports);
  if ("refusal" in found) return found.refusal;
  return ideaForm("another", found.team, [], action.kept, ports);
};

/** What is wrong with a text, if anything: an idea needs a friction, and has a longest length. */
export const problemOf = (written: WrittenIdea): "empty" | "too-long" | undefined => {
  if (written.friction.trim() === "") return "empty";
  if (written.friction.length > longestFriction || (written.proposal?.length ?? 0) > longestProposal) return "too-long";
  return undefined;
};
