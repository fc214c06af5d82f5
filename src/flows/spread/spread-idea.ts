import type { ActionOf } from "../../domain/action/index.ts";
import type { WrittenSpread } from "../../domain/action/spread.ts";
import { type Idea, longestReadyTest, titleOf } from "../../domain/idea/idea.ts";
import type { SpreadLines } from "../../domain/idea/spread.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { RefusalReason } from "../../domain/message/refusal.ts";
import { cut, oneLine } from "../../domain/words.ts";
import type { Ports } from "../../ports.ts";
import { putSpread, readSpread, type Spread, type StoredSpread, takenBack } from "../../store/spread.ts";
import { teamPartition } from "../../store/team.ts";
import { besideIf } from "../cycle/forms.ts";
import { type Answer, afterStoringMs, refuse } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import type { IdeaTurn } from "../right.ts";
import { whyNotSpread } from "./may-spread.ts";

/** Reads the offer of an idea beside its right. */
export const readSpreadOf = ({ team, idea }: { readonly team: string; readonly idea: string }, { rows }: Ports) =>
  readSpread(rows, team, idea);

/** The lines of an idea before its lead has changed any. An owner may have written a longer test than stands beside a button. */
const proposed = (idea: Idea): WrittenSpread => ({
  title: titleOf(idea),
  test: cut(oneLine(idea.test ?? ""), longestReadyTest),
  result: idea.result ?? "",
});

/** *Offer to other teams* shows the lines that they read; one that is offered already, how it stands. */
export const spreadForm = async (action: ActionOf<"spread-form">, turn: IdeaTurn, offered: StoredSpread | undefined): Promise<Answer> => {
  const { idea } = turn.stored;
  if (offered?.lines) return besideIf(action, await spreadCard(turn, offered.lines), turn);
  const no = whyNotSpread(turn, idea);
  return no ? refuse(no) : besideIf(action, await formOf(turn, proposed(idea)), turn);
};

const formOf = async (turn: IdeaTurn, written: WrittenSpread, problem?: RefusalReason): Promise<Message> => ({
  say: "spread-form",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn),
  written,
  ...(problem ? { problem } : {}),
});

const spreadCard = async (turn: IdeaTurn, lines: SpreadLines): Promise<Message> => ({
  say: "spread",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn),
  lines,
});

/** Offers the result in these lines. A job takes it to the other teams. */
export const spreadIdea = async (
  { title, test, result }: ActionOf<"spread-idea">,
  turn: IdeaTurn,
  known: StoredSpread | undefined,
): Promise<Answer> => {
  const { team, ports, now, stored } = turn;
  const { id } = stored.idea;
  const no = whyNotSpread(turn, stored.idea);
  if (no) return refuse(no);
  const problem = title === "" ? "title-needed" : result === "" ? "line-needed" : undefined;
  const lines: SpreadLines = { title, result, ...(test ? { test } : {}) };
  for (let before = known; ; before = await readSpread(ports.rows, team.id, id)) {
    // Another lead was quicker, or this press comes twice.
    if (before?.lines) return spreadCard(turn, before.lines);
    if (problem) return formOf(turn, { title, test, result }, problem);
    const spread: Spread = { tip: before?.tip ?? ports.chance.id(), at: now, state: "under-way", after: "", lines };
    await ports.jobs.put({ job: "spread", team: team.id, idea: id }, afterStoringMs);
    if ((await ports.rows.commit(teamPartition(team.id), [putSpread(id, spread, before?.tag)])) === "done") return spreadCard(turn, lines);
  }
};

/** *Undo* of an offer: nobody gets it any more, and a job takes its words out of the chats where they are. */
export const undoSpread = async (_action: unknown, turn: IdeaTurn, known: StoredSpread | undefined): Promise<Answer> => {
  const { team, ports, stored } = turn;
  const { id } = stored.idea;
  for (let before = known; before?.lines; before = await readSpread(ports.rows, team.id, id)) {
    await ports.jobs.put({ job: "take-tips-back", team: team.id, idea: id }, afterStoringMs);
    await ports.rows.commit(teamPartition(team.id), [putSpread(id, takenBack(before), before.tag)]);
  }
  return { say: "spread-back", team: teamView(team), idea: await viewOfIdea(turn) };
};
