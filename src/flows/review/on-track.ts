import { isOpenBoard, mergeBoard, readBoard, type StoredBoard } from "../../store/board.ts";
import { teamPartition } from "../../store/team.ts";
import type { Answer } from "../flow.ts";
import type { IdeaTurn } from "../right.ts";
import { showBoard } from "./show-board.ts";

/** The most tries of a row that renewals and other presses change at the same time. */
const mostTries = 10;

/** Notes on a board that an owner has pressed *On track* on it. A board that was closed meanwhile keeps its minutes. */
export const onTrackOnBoard = async (turn: IdeaTurn, pressed: StoredBoard): Promise<Answer> => {
  const { team, stored, ports } = turn;
  const { id } = stored.idea;
  let board: StoredBoard | undefined = pressed;
  for (let tries = 0; board && isOpenBoard(board) && !board.onTrack.includes(id) && tries < mostTries; tries += 1) {
    await ports.rows.commit(teamPartition(team.id), [mergeBoard(board.id, { onTrack: [...board.onTrack, id] }, board.tag)]);
    board = await readBoard(ports.rows, team.id, pressed.id);
  }
  return showBoard({}, turn, board);
};
