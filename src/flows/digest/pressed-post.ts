import type { Idea } from "../../domain/idea/idea.ts";
import { type Answer, forTeam, startReading } from "../flow.ts";
import { type BoardPost, boardMessage, readBoardPost, withIdeaOnBoard } from "../review/read-board.ts";
import type { IdeaTurn } from "../right.ts";
import { type Post, readPost, viewOf, withIdea } from "./post.ts";

/** The digest or the board whose button was pressed. */
export type PressedPost = { readonly digest: Post } | { readonly board: BoardPost };

/** Starts to read the pressed post before the change is stored, so that the two run side by side. */
export const readPressedPost = ({ pressed, onBoard, team, ports }: IdeaTurn): Promise<PressedPost | undefined> => {
  const read = async (): Promise<PressedPost | undefined> => {
    if (onBoard) return { board: await readBoardPost(ports, team, onBoard) };
    return pressed && { digest: await readPost(ports, team, pressed) };
  };
  return startReading(read());
};

/** The pressed post as it now stands for everybody. */
export const postWith = async ({ team, now, names }: IdeaTurn, post: PressedPost, changed: Idea): Promise<Answer> => {
  const more = await names;
  if ("board" in post) return forTeam(team, boardMessage(withIdeaOnBoard(post.board, changed, more), team, now));
  return forTeam(team, { say: "digest", digest: viewOf(withIdea(post.digest, changed, more), team, now) });
};
