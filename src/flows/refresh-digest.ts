import type { Idea } from "../domain/idea.ts";
import type { Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { afterStoringMs } from "./flow.ts";

/** Lets the posts that show an idea be renewed: the one it was new in, the latest, and the one that was pressed. */
export const refreshDigests = async (
  { jobs }: Pick<Ports, "jobs">,
  team: Team,
  idea: Pick<Idea, "digest">,
  pressed?: string,
): Promise<void> => {
  if (idea.digest === undefined) return;
  const posts = new Set([idea.digest, ...(team.lastDigest ? [team.lastDigest] : []), ...(pressed ? [pressed] : [])]);
  await Promise.all([...posts].map((digest) => jobs.put({ job: "refresh-digest", team: team.id, digest }, afterStoringMs)));
};
