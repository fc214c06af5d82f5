import { nextWorkingMorning } from "../../domain/asking/calendar.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { type Ports, StoreFault } from "../../ports.ts";
import { hasAnswer, readAsk, type StoredAsk } from "../../store/ask.ts";
import { putDue } from "../../store/due.ts";
import { type Round, readRound } from "../../store/round.ts";
import { keepingCheckIn } from "../cycle/check-in.ts";
import { type Answer, refuse, type Scene } from "../flow.ts";
import { receiptInstead } from "../ideas/kept-receipt.ts";
import type { Turn } from "../right.ts";
import { noteAnswer } from "./note-answer.ts";

/** Tries to store the answer (optimistic concurrency): each failed try met another change of this person's row, and one person makes few at once. */
const mostTries = 5;

/** A question to one person, and its round. */
type Asked = { readonly ask: StoredAsk | undefined; readonly round: Round | undefined };

type OfRound = { readonly team: string; readonly round: string };

const readBoth = async ({ team, round }: OfRound, person: string, { rows }: Ports): Promise<Asked> => {
  const [ask, found] = await Promise.all([readAsk(rows, team, round, person), readRound(rows, team, round)]);
  return { ask, round: found };
};

export const readToAskLater = (where: OfRound, ports: Ports, scene: Scene): Promise<Asked> => readBoth(where, scene.who.person, ports);

/** *Ask me tomorrow*: Gnist asks again at 08:00 on the person's next working day, where that is before the digest and the person has not answered. */
export const askLater = async (
  { checkIn, secret }: { readonly checkIn?: number; readonly secret?: string },
  turn: Turn,
  asked: Asked,
): Promise<Answer> => {
  const { team, scene, ports } = turn;
  const kept = asked.ask?.answer === "idea" ? await receiptInstead({ team: team.id, secret }, scene, ports) : undefined;
  return keepingCheckIn(kept ?? (await noteLater(turn, asked)), checkIn, scene, ports);
};

export const writeTomorrow = async (_command: unknown, turn: Turn): Promise<Answer> => {
  const { team, who, ports } = turn;
  const round = team.openRounds.at(-1);
  return noteLater(turn, round ? await readBoth({ team: team.id, round }, who, ports) : { ask: undefined, round: undefined });
};

const noteLater = async (turn: Turn, { ask, round }: Asked, tries = 1): Promise<Message> => {
  const { team, who, now, ports } = turn;
  if (team.archivedAt !== undefined) return refuse("team-archived", team.name);
  if (!ask || !round) return refuse("not-asked");
  if (hasAnswer(ask)) return refuse("answered-already");
  const isAwaited = ask.answer === "later" && ask.askAgainAt !== undefined && ask.askAgainAt > now;
  const { workingDays } = (await turn.scene.person()).profile;
  const at = isAwaited ? ask.askAgainAt : nextWorkingMorning(now, team.settings, workingDays);
  if (round.state === "closed" || at >= round.digestAt) return refuse("digest-sooner");
  const noted: Message = { say: "later-noted", team: teamView(team), at };
  if (isAwaited) return noted;
  await putDue(ports.rows, { at, team: team.id, job: { job: "ask-again", team: team.id, round: round.id, person: who, at } });
  if (await noteAnswer(ports, team.id, ask, "later", { askAgainAt: at, tag: ask.tag })) return noted;
  // They may have answered on another device at this moment.
  if (tries === mostTries) throw new StoreFault("others are quicker every time");
  return noteLater(turn, await readBoth({ team: team.id, round: round.id }, who, ports), tries + 1);
};
