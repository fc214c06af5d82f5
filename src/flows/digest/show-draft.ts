import { readDigest } from "../../store/digest.ts";
import type { StoredIdea } from "../../store/idea.ts";
import { type Answer, refuse, startReading } from "../flow.ts";
import type { Happened } from "../ideas/happen.ts";
import { namedBy, readNames } from "../people/names.ts";
import type { IdeaTurn, Turn } from "../right.ts";
import { draftIfAny, draftOf, readDraft, shownIn } from "./draft.ts";
import { readPost, viewOf } from "./post.ts";

/** `digest`: for a lead, in their own chat, the draft; for everybody else the last one that was posted. */
export const writeDigest = async (_command: unknown, { team, leads, scene, now, ports }: Turn): Promise<Answer> => {
  const seesDraft = leads && scene.where.kind === "chat";
  const lastPost = async () => {
    const last = team.lastDigest ? await readDigest(ports.rows, team.id, team.lastDigest) : undefined;
    return last && readPost(ports, team, last);
  };
  const [parts, post] = await Promise.all([seesDraft ? readDraft(team, ports) : undefined, lastPost()]);
  const draft = parts && draftIfAny(team, parts, ports);
  if (draft) return draft;
  return post ? { say: "digest", digest: viewOf(post, team, now) } : refuse("no-digest");
};

export const showDraft = async (_action: unknown, { team, ports }: Turn, listed: readonly StoredIdea[]): Promise<Answer> =>
  draftIfAny(team, await readDraft(team, ports, Promise.resolve(listed)), ports) ?? refuse("nothing-to-post");

/** The draft after an idea in it changed. What else it is made of is read while the change is stored. */
export const draftAfter = async ({ team, ports, names }: IdeaTurn, change: () => Promise<Happened>): Promise<Answer> => {
  const reading = startReading(readDraft(team, ports));
  const changed = await change();
  if ("no" in changed) return changed.no;
  const parts = await reading;
  const ideas = parts.ideas.map((idea) => (idea.id === changed.got.idea.id ? changed.got.idea : idea));
  // Where an idea has come into the draft only now, its people are not among the names yet.
  const { shown, held } = shownIn(ideas, parts.facts.told);
  const known = new Map([...parts.names, ...(await names)]);
  const all = await readNames(ports.rows, team.id, [...shown, ...held].flatMap(namedBy), known);
  return draftOf(team, { ...parts, ideas, names: all }, ports);
};
