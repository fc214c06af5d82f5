import type { Idea } from "../../domain/idea/idea.ts";
import type { Names } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { boardView, idsOnBoard } from "../../domain/review/board.ts";
import { type ClosedBoard, type Decision, decisionsOn, minutesView, namedInMinutes, voicesSince } from "../../domain/review/minutes.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import type { StoredBoard } from "../../store/board.ts";
import { readSome } from "../../store/idea.ts";
import type { PostedNow } from "../../store/posted.ts";
import { readSteps } from "../../store/step.ts";
import { countThanks } from "../../store/thanks.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { namedBy, readNames } from "../people/names.ts";

/** The part of the minutes that is kept once, because ideas go on after the meeting. */
export type Outcomes = { readonly decisions: readonly Decision[]; readonly voices: number; readonly thanks: number };

/** A board with its ideas as they are now, and the names in it; once it is closed, with what came of it. */
export type BoardPost = {
  readonly board: StoredBoard;
  readonly ideas: readonly Idea[];
  readonly names: Names;
  readonly outcomes?: Outcomes;
};

/** Reads a board: a bounded number of ideas, however many the team has. */
export const readBoardPost = async (ports: Pick<Ports, "rows">, { id: team }: Pick<Team, "id">, board: StoredBoard): Promise<BoardPost> => {
  const { rows } = ports;
  const ideas = (await readSome(rows, team, idsOnBoard(board))).map(({ idea }) => idea);
  if (board.closedAt === undefined) return { board, ideas, names: await readNames(rows, team, ideas.flatMap(namedBy)) };
  const outcomes = await outcomesOf(ports, team, { ...board, closedAt: board.closedAt }, ideas);
  return { board, ideas, names: await readNames(rows, team, namedInMinutes({ ...board, ...outcomes })), outcomes };
};

/** Steps of one idea that are read for its decisions: those of a meeting are among its newest. */
const newestSteps = 20;

/** The outcomes of a closed board: as they are kept, or before that as the steps tell. */
const outcomesOf = async (
  { rows }: Pick<Ports, "rows">,
  team: string,
  board: StoredBoard & { readonly closedAt: number },
  ideas: readonly Idea[],
): Promise<Outcomes> => {
  const { decisions, voices = 0, thanks = 0, at: from, closedAt: to } = board;
  if (decisions) return { decisions, voices, thanks };
  const made = await fewAtOnce(ideas, async (idea) => decisionsOn(idea, await readSteps(rows, team, idea.id, newestSteps), { from, to }));
  return {
    decisions: made.flat(),
    voices: voicesSince(board.voicesBefore, ideas),
    thanks: Math.max(0, (await countThanks(rows, team, idsOnBoard(board))) - board.thanksBefore),
  };
};

/** A board after a change of one idea on it. */
export const withIdeaOnBoard = ({ ideas, names, ...post }: BoardPost, changed: Idea, more: Names): BoardPost => ({
  ...post,
  ideas: ideas.map((idea) => (idea.id === changed.id ? changed : idea)),
  names: new Map([...names, ...more]),
});

/** The post of a board as it now stands: the board, or its minutes. */
export const boardMessage = ({ board, ideas, names, outcomes }: BoardPost, team: Team, now: number): Message => {
  const { closedAt, closedHow = "lead" } = board;
  if (closedAt === undefined || !outcomes) return { say: "board", ...boardView(board, ideas, names, team, now) };
  const closed: ClosedBoard = { ...board, ...outcomes, closedAt, closedHow };
  return { say: "minutes", ...minutesView(closed, ideas, names, team) };
};

/** The copy that the team keeps of the post: a board and its minutes are two, because the second replaces the first. */
export const boardCopyOf = ({ board, names }: BoardPost, { say }: Message): Pick<PostedNow, "kind" | "post" | "names"> => ({
  kind: say === "minutes" ? "minutes" : "board",
  post: board.id,
  names,
});
