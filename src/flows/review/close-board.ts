import type { TeamId } from "../../domain/ids.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { ClosedHow } from "../../domain/review/minutes.ts";
import type { Ports } from "../../ports.ts";
import { isOpenBoard, mergeBoard, readBoard, type StoredBoard } from "../../store/board.ts";
import { changeTeam, readTeam } from "../../store/team.ts";
import { type Answer, afterStoringMs, refuse } from "../flow.ts";
import type { Turn } from "../right.ts";
import { showBoard } from "./show-board.ts";

/** *Close*: the post becomes the minutes. A second press, and another lead's, finds it closed and shows them. */
export const closeBoard = async (action: { readonly board: string }, turn: Turn, pressed: StoredBoard | undefined): Promise<Answer> => {
  if (!pressed) return refuse("no-board");
  const { team, who, ports } = turn;
  await closeBoardOf(ports, team.id, pressed.id, { closedHow: "lead", closedBy: who });
  return showBoard(action, turn, await readBoard(ports.rows, team.id, pressed.id));
};

/** Closes a board, once. A job writes its minutes a moment later, when presses that had begun are stored. */
export const closeBoardOf = async (
  ports: Pick<Ports, "rows" | "jobs" | "clock" | "log">,
  team: TeamId,
  id: string,
  how: { readonly closedHow: ClosedHow; readonly closedBy?: PersonId },
): Promise<void> => {
  const { rows, jobs, clock, log } = ports;
  await jobs.put({ job: "renew-board", team, board: id }, afterStoringMs);
  const closedAt = clock.now();
  let isClosed = false;
  await changeTeam(rows, team, async ({ openBoard, ...stored }) => {
    const board = await readBoard(rows, team, id);
    isClosed = board !== undefined && isOpenBoard(board);
    const left = openBoard === undefined || openBoard === id ? stored : { ...stored, openBoard };
    // One that the team keeps no longer.
    if (!board) return { team: left };
    return isOpenBoard(board) ? { team: left, also: [mergeBoard(id, { closedAt, ...how }, board.tag)] } : undefined;
  });
  if (isClosed) log.info("board-closed", { team, board: id, how: how.closedHow });
};

/** Closes the board that nobody has closed before the digest comes. */
export const closeForDigest = async (ports: Ports, team: TeamId): Promise<void> => {
  const open = (await readTeam(ports.rows, team))?.team.openBoard;
  if (open !== undefined) await closeBoardOf(ports, team, open, { closedHow: "digest" });
};
