import { type Idea, isLiving } from "../../domain/idea/idea.ts";
import { teamView } from "../../domain/idea/view.ts";
import { deleteVoice, putVoice } from "../../store/voice.ts";
import { postWith, readPressedPost } from "../digest/pressed-post.ts";
import { renewPostsOf } from "../digest/renew-posts.ts";
import { type Answer, afterStoringMs, refuse } from "../flow.ts";
import { renewPassedOf } from "../owning/show-passed.ts";
import type { IdeaTurn } from "../right.ts";
import { viewOfIdea } from "./about-idea.ts";
import { onFinal, readJoined } from "./same-thing.ts";

/** Renews the posts in which people look at the idea. */
const renewAll = ({ ports, team, stored, pressed }: IdeaTurn) =>
  Promise.all([renewPostsOf(ports, team, stored.idea, pressed?.id), renewPassedOf(ports, team, stored.idea)]);

/** *Me too*: one voice for each person. A second press is answered that the voice counts, and how to take it back. */
export const addVoice = async (_what: unknown, pressed: IdeaTurn): Promise<Answer> => {
  const turn = await onFinal(pressed);
  const { team, stored, ports, who } = turn;
  if (!isLiving(stored.idea)) return refuse("idea-closed");
  const reading = readPressedPost(turn);
  // This job need not be put first: where it is lost, the next press renews the post.
  const [added] = await Promise.all([putVoice(ports.rows, team.id, stored, who), renewAll(turn)]);
  if (added === undefined || added === "closed") return refuse(added ? "idea-closed" : "no-such-idea");
  if (!added.isNew) return voiceCounts(turn, added.idea);
  const post = await reading;
  return post ? postWith(turn, post, added.idea) : { say: "voice-added", team: teamView(team), idea: await viewOfIdea(turn, added.idea) };
};

const voiceCounts = async (turn: IdeaTurn, idea: Idea): Promise<Answer> => ({
  say: "voice-counts",
  team: teamView(turn.team),
  idea: await viewOfIdea(turn, idea),
  mayLeave: !(await wrotePartOf(turn)),
  ...(turn.pressed ? { digest: turn.pressed.id } : {}),
  ...(turn.onBoard ? { board: turn.onBoard.id } : {}),
});

/** Has the person written the idea, or one that was merged into it? */
const wrotePartOf = async ({ ports, team, stored, who }: IdeaTurn): Promise<boolean> =>
  [stored, ...(await readJoined(ports, team, stored.idea))].some(({ idea }) => idea.author === who && idea.stage !== "withdrawn");

/** *Take my voice back*, also the one that came with a merged idea. An author's own voice goes only with their idea. */
export const takeVoiceBack = async (_what: unknown, pressed: IdeaTurn): Promise<Answer> => {
  const turn = await onFinal(pressed);
  const { team, stored, ports, who } = turn;
  if (!isLiving(stored.idea)) return refuse("idea-closed");
  if (await wrotePartOf(turn)) return voiceCounts(turn, stored.idea);
  const reading = readPressedPost(turn);
  await takeFromJoined(turn);
  const [taken] = await Promise.all([deleteVoice(ports.rows, team.id, stored, who), renewAll(turn)]);
  if (taken === undefined || taken === "closed") return refuse(taken ? "idea-closed" : "no-such-idea");
  const post = await reading;
  return post ? postWith(turn, post, taken.idea) : { say: "voice-back", team: teamView(team), idea: await viewOfIdea(turn, taken.idea) };
};

/** Takes the person's voice from the ideas that were merged into this one. The jobs find out whether one that began before brings it once more. */
const takeFromJoined = async ({ team, ports, stored, who }: IdeaTurn): Promise<void> => {
  const joined = await readJoined(ports, team, stored.idea);
  const pairs = joined.flatMap(({ idea: { id, mergedInto } }) => (mergedInto === undefined ? [] : [{ idea: id, into: mergedInto }]));
  await Promise.all(pairs.map((pair) => ports.jobs.put({ job: "move-voices", team: team.id, ...pair }, afterStoringMs)));
  for (const one of joined) await deleteVoice(ports.rows, team.id, one, who);
};
