import type { Idea } from "../../domain/idea/idea.ts";
import { type Answer, forTeam, startReading } from "../flow.ts";
import type { IdeaTurn } from "../right.ts";
import { type Post, readPost, viewOf, withIdea } from "./post.ts";

/** Starts to read the pressed post before the change is stored, so that the two run side by side. */
export const readPressedPost = ({ pressed, team, ports }: IdeaTurn): Promise<Post | undefined> =>
  startReading(pressed ? readPost(ports, team, pressed) : Promise.resolve(undefined));

/** The pressed post as it now stands for everybody. */
export const postWith = async ({ team, now, names }: IdeaTurn, post: Post, changed: Idea): Promise<Answer> =>
  forTeam(team, { say: "digest", digest: viewOf(withIdea(post, changed, await names), team, now) });
