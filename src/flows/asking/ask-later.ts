import { nextWorkingMorning } from "../../domain/asking/cadence.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { StoredAsk } from "../../store/ask.ts";
import { putDue } from "../../store/due.ts";
import { type Answer, refuse } from "../flow.ts";
import type { Turn } from "../right.ts";
import { openAsk } from "./answer-nothing.ts";
import { noteAnswer } from "./note-answer.ts";

/** *Ask me tomorrow*: 08:00 on the next working day. */
export const askLater = (_action: unknown, turn: Turn, ask: StoredAsk | undefined): Promise<Answer> => noteLater(turn, ask);

const noteLater = async ({ team, who, now, ports }: Turn, ask: StoredAsk | undefined): Promise<Message> => {
  if (team.archivedAt !== undefined) return refuse("team-archived", team.name);
  if (!ask) return refuse("not-asked");
  const asked = ask.askAgainAt ?? 0;
  if (ask.answer === "later" && asked > now) return { say: "later-noted", team: teamView(team), at: asked };
  const at = nextWorkingMorning(now, team.settings.zone);
  await putDue(ports.rows, { at, team: team.id, job: { job: "ask-again", team: team.id, round: ask.round, person: who, at } });
  if (ask.answer !== "idea") await noteAnswer(ports, team.id, ask, "later", at);
  return { say: "later-noted", team: teamView(team), at };
};

export const writeTomorrow = async (_command: unknown, turn: Turn): Promise<Answer> => noteLater(turn, await openAsk(turn));
