import { type Idea, isWorth } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import { dueFrom } from "../../domain/owning/due-date.ts";
import { postWith, readPressedPost } from "../digest/pressed-post.ts";
import { type Answer, afterStoringMs } from "../flow.ts";
import { viewOfIdea } from "../ideas/about-idea.ts";
import { happen } from "../ideas/happen.ts";
import type { IdeaTurn } from "../right.ts";

/** *Try it* takes what is worth doing more of. */
const eventFor = (idea: Idea) => (isWorth(idea) ? "try-idea" : "take");

/** *I'll take it* in the channel takes the idea at once, with the default date; the owner's chat then asks for date and test. */
export const takeIdea = async (_what: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, ports, who, now } = turn;
  const { idea } = stored;
  const due = dueFrom(idea.askedOwner === who ? idea.askedDue : undefined, team, now, idea.reach);
  const reading = readPressedPost(turn);
  const taken = await happen(turn, turn, { event: eventFor(idea), who, due }, undefined, async ({ steps }) => {
    for (const { event, key: step } of steps)
      if (event !== "owner-left") await ports.jobs.put({ job: "plan-with-owner", team: team.id, idea: idea.id, step }, afterStoringMs);
  });
  if ("no" in taken) return taken.no;
  const post = await reading;
  return post ? postWith(turn, post, taken.got.idea) : { say: "owned", team: teamView(team), idea: await viewOfIdea(turn, taken.got.idea) };
};
