import { isOpen } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import { deleteVoice, putVoice } from "../../store/voice.ts";
import { postWith, readPressedPost } from "../digest/pressed-post.ts";
import { renewPostsOf } from "../digest/renew-posts.ts";
import { type Answer, refuse } from "../flow.ts";
import type { IdeaTurn } from "../right.ts";
import { viewOfIdea } from "./about-idea.ts";

/** *Me too*: one voice for each person. A second press is answered that the voice counts, and how to take it back. */
export const addVoice = async (_what: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, pressed, ports, who } = turn;
  if (!isOpen(stored.idea)) return refuse("idea-closed");
  const reading = readPressedPost(turn);
  // This job need not be put first: where it is lost, the next press renews the post.
  const [added] = await Promise.all([putVoice(ports.rows, team.id, stored, who), renewPostsOf(ports, team, stored.idea, pressed?.id)]);
  if (added === undefined || added === "closed") return refuse(added ? "idea-closed" : "no-such-idea");
  const about = { team: teamView(team), idea: await viewOfIdea(turn, added.idea) };
  if (!added.isNew)
    return { say: "voice-counts", ...about, mayLeave: stored.idea.author !== who, ...(pressed ? { digest: pressed.id } : {}) };
  const post = await reading;
  return post ? postWith(turn, post, added.idea) : { say: "voice-added", ...about };
};

/** *Take my voice back*. The author's own voice goes only with the idea. */
export const takeVoiceBack = async (_what: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, pressed, ports, who } = turn;
  if (!isOpen(stored.idea)) return refuse("idea-closed");
  if (stored.idea.author === who) return { say: "voice-counts", team: teamView(team), idea: await viewOfIdea(turn), mayLeave: false };
  const reading = readPressedPost(turn);
  const [taken] = await Promise.all([deleteVoice(ports.rows, team.id, stored, who), renewPostsOf(ports, team, stored.idea, pressed?.id)]);
  if (taken === undefined || taken === "closed") return refuse(taken ? "idea-closed" : "no-such-idea");
  const post = await reading;
  return post ? postWith(turn, post, taken.idea) : { say: "voice-back", team: teamView(team), idea: await viewOfIdea(turn, taken.idea) };
};
