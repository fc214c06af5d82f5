import type { WrittenIdea } from "../../domain/action/ideas.ts";
import { keptQuestion } from "../../domain/asking/question.ts";
import type { Idea } from "../../domain/idea/idea.ts";
import { type Shown, teamView } from "../../domain/idea/view.ts";
import { groupFor, type WaitingText, waitsForLong } from "../../domain/idea/waiting.ts";
import { ideaIdOf, type TeamId } from "../../domain/ids.ts";
import type { Message, MessageOf } from "../../domain/message/index.ts";
import { smallestGroupOf, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readIdea } from "../../store/idea.ts";
import { readWaitingText } from "../../store/waiting.ts";
import type { RecentTeam, Scene } from "../flow.ts";
import { writtenIdea } from "./receipt.ts";

/** More on the receipt of a text without a trace. */
export type Beside = Partial<
  Pick<MessageOf<"kept-without-trace">, "asked" | "reason" | "problem" | "edited" | "isQuiet" | "closes" | "offered">
>;

export const wordsOf = (text: WaitingText | Idea): WrittenIdea => ({ ...writtenIdea({ ...text, showName: false }), withoutTrace: true });

export const waitingReceipt = (team: Team, secret: string, waiting: WaitingText, when: Shown, more: Beside = {}): Message => ({
  say: "kept-without-trace",
  team: teamView(team),
  secret,
  written: wordsOf(waiting),
  ...keptQuestion(waiting.question),
  ...when,
  waits: { smallestGroup: groupFor(waiting, smallestGroupOf(team)), isLong: waitsForLong(waiting), anyway: waiting.anyway === true },
  ...more,
});

/** The receipt of a text that is an idea by now. @param when its team sees it, where only leads have read it yet, in their draft */
export const shownReceipt = (team: Team, secret: string, idea: Idea, when: Shown, more: Beside = {}): Message => ({
  say: "kept-without-trace",
  team: teamView(team),
  secret,
  written: wordsOf(idea),
  ...keptQuestion(idea.question),
  ...(idea.number === undefined ? when : {}),
  idea: { stage: idea.stage, ...(idea.number === undefined ? {} : { number: idea.number }) },
  ...more,
});

/** In the dialog on a message nothing leads back to the receipt. */
export const closing = ({ where }: Pick<Scene, "where">): Beside => (where.kind === "elsewhere" ? { closes: true } : {});

/**
 * The receipt of a text that this person sent without a trace from a form; undefined where they did not, or it is withdrawn. @param written what is sent from that
 * form now: other words are offered
 */
export const sentWithoutTrace = async (
  { team, shown }: RecentTeam,
  secret: string,
  scene: Pick<Scene, "where" | "who">,
  { rows }: Pick<Ports, "rows">,
  written?: WrittenIdea,
): Promise<Message | undefined> => {
  const id = ideaIdOf(secret);
  const beside = ({ friction, proposal }: WaitingText | Idea): Beside => ({
    ...closing(scene),
    ...(written && (written.friction !== friction || written.proposal !== proposal) ? { offered: written } : {}),
  });
  const [waiting, found] = await Promise.all([readWaitingText(rows, team.id, id), readIdea(rows, team.id, id)]);
  if (waiting) return waiting.person === scene.who.person ? waitingReceipt(team, secret, waiting, shown, beside(waiting)) : undefined;
  const idea = found?.idea;
  return idea?.withoutTrace && idea.stage !== "withdrawn" ? shownReceipt(team, secret, idea, shown, beside(idea)) : undefined;
};

/** The receipt that a press on the form's card, perhaps on another device, must not replace, because it alone leads back to the text. */
export const receiptInstead = async (
  { team, secret }: { readonly team?: TeamId; readonly secret?: string | undefined },
  scene: Scene,
  ports: Ports,
): Promise<Message | undefined> => {
  const known = team === undefined || secret === undefined ? undefined : await scene.team(team);
  return known && secret !== undefined ? sentWithoutTrace(known, secret, scene, ports) : undefined;
};
