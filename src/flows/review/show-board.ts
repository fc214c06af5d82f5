import type { TeamId } from "../../domain/ids.ts";
import type { Ports } from "../../ports.ts";
import { readBoard, type StoredBoard } from "../../store/board.ts";
import { type Answer, forTeam, refuse } from "../flow.ts";
import type { Turn } from "../right.ts";
import { boardMessage, readBoardPost } from "./read-board.ts";

/** Reads the board that a button names. */
export const readPressedBoard = (
  { team, board }: { readonly team: TeamId; readonly board: string },
  { rows }: Ports,
): Promise<StoredBoard | undefined> => readBoard(rows, team, board);

/** A board, or its minutes, in the words of its place. */
export const showBoard = async (_what: unknown, { team, now, scene, ports }: Turn, board: StoredBoard | undefined): Promise<Answer> => {
  if (!board) return refuse("no-board");
  const message = boardMessage(await readBoardPost(ports, team, board), team, now);
  return scene.where.kind === "channel" ? forTeam(team, message) : message;
};
