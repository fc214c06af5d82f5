import type { IdeaId } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import { idsOnBoard } from "../domain/review/board.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { countdown } from "./idea.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode, type Of } from "./record.ts";
import { asSend, guardOf, type StoredSend } from "./send.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

type BoardColumns = Of<typeof rowKinds.board>;

/** A board: which ideas stand where, and once it is closed, its minutes. It copies no text. */
export type Board = Omit<BoardColumns, "delivery" | "sentAt" | "why" | "messageId" | "form"> & { readonly id: string };

export type StoredBoard = Board & StoredSend;

const boardKey = (board: string) => `board|${board}`;

export const boardGuard = (board: string) => guardOf(boardKey(board));

/** The id of a board that opens at an instant (ms). */
export const boardIdAt = (at: number, nonce: string): string => `${countdown(at)}-${nonce}`;

/** Is the board open? Nobody may know yet whether Teams has it. */
export const isOpenBoard = ({ closedAt }: Pick<Board, "closedAt">): boolean => closedAt === undefined;

/** Inserts a board, and for each of its ideas an index row from the idea to the board. */
export const insertBoard = (board: Board): readonly Change[] => [
  { do: "insert", key: boardKey(board.id), values: encode(rowKinds.board, board) },
  ...idsOnBoard(board).map((idea): Change => ({ do: "insert", key: `on-board|${idea}|${board.id}`, values: encode(rowKinds.onBoard, {}) })),
];

export const mergeBoard = (id: string, facts: Partial<BoardColumns>, tag?: string): Change => ({
  do: "merge",
  key: boardKey(id),
  ...(tag === undefined ? {} : { tag }),
  values: encode(rowKinds.board, facts),
});

const asBoard = (row: Row, { delivery, sentAt, why, messageId, form, ...board }: BoardColumns): StoredBoard => ({
  ...board,
  id: row.key.slice("board|".length),
  ...asSend(row),
  tag: row.tag,
});

export const readBoard = async (rows: Rows, team: TeamId, id: string): Promise<StoredBoard | undefined> => {
  const row = await rows.get(teamPartition(team), boardKey(id));
  return row && asBoard(row, decode(rowKinds.board, teamPartition(team), row));
};

/** The boards that a team has had, the newest first. @param limit as many at most */
export const readBoards = async (rows: Rows, team: TeamId, limit?: number): Promise<readonly StoredBoard[]> => {
  const found = await rows.list(teamPartition(team), under("board"), limit);
  const boards = decodeAll(rowKinds.board, teamPartition(team), found);
  return found.flatMap((row, at) => {
    const board = boards[at];
    return board ? [asBoard(row, board)] : [];
  });
};

/** The ids of the boards that show an idea. */
export const readBoardsOf = async (rows: Rows, team: TeamId, idea: IdeaId): Promise<readonly string[]> => {
  const found = await rows.list(teamPartition(team), under(`on-board|${idea}`));
  decodeAll(rowKinds.onBoard, teamPartition(team), found);
  return found.map(({ key }) => key.slice(`on-board|${idea}|`.length));
};
