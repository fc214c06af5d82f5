import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Ports } from "../../ports.ts";
import { readAsk, type StoredAsk } from "../../store/ask.ts";
import { keepingCheckIn } from "../cycle/check-in.ts";
import type { Answer, Scene } from "../flow.ts";
import { receiptInstead } from "../ideas/kept-receipt.ts";
import type { Turn } from "../right.ts";
import { nextQuestionOf } from "./next-question.ts";
import { noteAnswer } from "./note-answer.ts";

type NamesRound = { readonly team: string; readonly round?: string };

/** Reads the question that a button answers, where it names its round. */
export const readAnswered = async ({ team, round }: NamesRound, { rows }: Ports, scene: Scene): Promise<StoredAsk | undefined> =>
  round === undefined ? undefined : readAsk(rows, team, round, scene.who.person);

/** Reads the person's question in the latest open round. */
const openAsk = async ({ team, who, ports }: Turn): Promise<StoredAsk | undefined> => {
  const round = team.openRounds.at(-1);
  return round ? readAsk(ports.rows, team.id, round, who) : undefined;
};

/** *Nothing this week* is an answer too. */
export const answerNothing = async (
  { round, checkIn, secret }: NamesRound & { readonly checkIn?: number; readonly secret?: string },
  turn: Turn,
  ask: StoredAsk | undefined,
): Promise<Answer> => {
  const noted = await noteNothing(turn, round === undefined ? await openAsk(turn) : ask);
  const kept = ask?.answer === "idea" ? await receiptInstead({ team: turn.team.id, secret }, turn.scene, turn.ports) : undefined;
  return keepingCheckIn(kept ?? noted, checkIn, turn.scene, turn.ports);
};

const noteNothing = async ({ team, who, scene, ports }: Turn, ask: StoredAsk | undefined): Promise<Message> => {
  // An idea that the person sent in this round stays their answer.
  if (ask && ask.answer !== "idea") await noteAnswer(ports, team.id, ask, "nothing");
  const { teams, profile } = await scene.person();
  const next = await nextQuestionOf(who, teams, profile, ports, team);
  return { say: "nothing-noted", team: teamView(team), ...(next ? { nextPromptAt: next.at } : {}) };
};

export const writeNothing = async (_command: unknown, turn: Turn): Promise<Answer> => noteNothing(turn, await openAsk(turn));
