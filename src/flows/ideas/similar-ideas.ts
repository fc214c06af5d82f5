import { type Idea, titleOf } from "../../domain/idea/idea.ts";
import { life } from "../../domain/idea/life.ts";
import type { SimilarIdea } from "../../domain/idea/view.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Alike, Comparable, Ports } from "../../ports.ts";
import { readIdea, readIdeas } from "../../store/idea.ts";
import { hasVoice } from "../../store/voice.ts";
import { namedIdea, takesOthers, whyNotInto } from "./same-thing.ts";

/** The most similar ideas on a receipt. */
const mostOffered = 2;

/** An idea as it is compared: the author's words, and a lead's wording. */
export const comparable = (idea: Idea): Comparable => ({
  id: idea.id,
  text: titleOf(idea) === idea.friction ? idea.friction : `${titleOf(idea)} ${idea.friction}`,
});

/** The words of a reason that the idea still has: a person may have changed it since the index was made. Without any of them it says something else now. */
export const stillShared = (idea: Idea, shared: readonly string[]): readonly string[] => {
  const { text } = comparable(idea);
  return shared.filter((word) => text.includes(word));
};

/**
 * The index of the ideas that a team has been shown, by its name, and how it is read: that of the latest digest, so that it is built once a digest and not for
 * each look. Ideas found in it are read again, because they may have changed since.
 */
export const shownIndex = ({ id, lastDigest = "" }: Pick<Team, "id" | "lastDigest">, { rows }: Ports) => {
  const read = async () => (await readIdeas(rows, id)).flatMap(({ idea }) => (takesOthers(idea) ? [comparable(idea)] : []));
  return [`${id} ${lastDigest}`, read] as const;
};

/** The ideas that say nearly what an idea says, of those that its team has been shown. */
export const similarTo = async (team: Team, idea: Idea, who: PersonId, ports: Ports): Promise<readonly SimilarIdea[]> => {
  if (team.lastDigest === undefined || !life.merge.from.includes(idea.stage)) return [];
  const index = await ports.similar.soon(...shownIndex(team, ports));
  const found = (index?.alike(comparable(idea).text, mostOffered + 1) ?? []).filter(({ id }) => id !== idea.id);
  const read = await Promise.all(found.slice(0, mostOffered).map((one) => readAgain(team, idea, one, who, ports)));
  return read.filter((one) => one !== undefined);
};

const readAgain = async (
  { id: team }: Team,
  idea: Idea,
  { id, shared }: Alike,
  who: PersonId,
  { rows }: Ports,
): Promise<SimilarIdea | undefined> => {
  const [stored, isTheirs] = await Promise.all([readIdea(rows, team, id), hasVoice(rows, team, id, who)]);
  if (!stored || whyNotInto(idea, stored.idea) !== undefined) return undefined;
  const left = stillShared(stored.idea, shared);
  return left.length === 0 ? undefined : { ...namedIdea(stored.idea), colleagues: stored.idea.voices - (isTheirs ? 1 : 0), shared: left };
};
