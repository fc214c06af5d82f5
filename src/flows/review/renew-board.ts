import { rests } from "../../domain/teams/team.ts";
import { mergeBoard, readBoard } from "../../store/board.ts";
import { isOver } from "../../store/send.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import { hashOf } from "../digest/post.ts";
import { afterStoringMs, type JobFlow } from "../flow.ts";
import { type Renewable, renewInChannel } from "../sending/renew.ts";
import { boardCopyOf, boardMessage, readBoardPost } from "./read-board.ts";

/** Writes the minutes of a board that has closed, once, and renews its post for everybody; nothing is sent where it would look as before. */
export const renewBoard: JobFlow<"renew-board"> = async (job, ports) => {
  const { rows, clock } = ports;
  const [stored, board] = await Promise.all([readTeam(rows, job.team), readBoard(rows, job.team, job.board)]);
  if (!stored || stored.team.removedAt !== undefined || !board) return undefined;
  const { team } = stored;
  // A press that began before the board closed may not be stored yet.
  const waitsMs = board.closedAt === undefined || board.decisions ? 0 : board.closedAt + afterStoringMs - clock.now();
  if (waitsMs > 0) return { laterMs: waitsMs };
  const post = await readBoardPost(ports, team, board);
  if (board.decisions === undefined && post.outcomes) {
    await rows.commit(teamPartition(team.id), [mergeBoard(board.id, post.outcomes, board.tag)]);
    // The row has changed: the next look has its new tag, or finds the minutes of another instance.
    return { laterMs: 0 };
  }
  if (rests(team)) return undefined;
  // A board that changes while it is being posted is renewed once it is there.
  if (!board.messageId) return isOver(board) ? undefined : { laterMs: 5_000 };
  const message = boardMessage(post, team, clock.now());
  const hash = hashOf(message, team);
  if (hash === (board.shownHash ?? job.shown)) return undefined;
  const { channelId, messageId, renewedAt } = board;
  const merge: Renewable["merge"] = (facts, isUnchanged) => mergeBoard(board.id, facts, isUnchanged ? board.tag : undefined);
  return renewInChannel(
    ports,
    team,
    { channelId, messageId, renewedAt, board: board.id, copy: boardCopyOf(post, message), partition: teamPartition(team.id), merge },
    message,
    hash,
  );
};
