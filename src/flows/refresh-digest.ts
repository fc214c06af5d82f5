import type { Idea } from "../domain/idea.ts";
import type { Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { afterStoringMs } from "./flow.ts";

/** Lets the posts in which people now look at an idea be renewed: the team's latest, and the one that was pressed. */
export const refreshDigests = async (
  { jobs }: Pick<Ports, "jobs">,
  team: Team,
  idea: Pick<Idea, "digest">,
  pressed?: { readonly id: string },
): Promise<void> => {
  if (idea.digest === undefined) return;
  const posts = new Set([team.lastDigest, pressed?.id].filter((id) => id !== undefined));
  await Promise.all([...posts].map((digest) => jobs.put({ job: "refresh-digest", team: team.id, digest }, afterStoringMs)));
};

/** Lets every post that shows an idea be renewed, because its words were changed or taken back. */
export const refreshEveryDigest = async ({ jobs }: Pick<Ports, "jobs">, team: Team, idea: Pick<Idea, "id" | "digest">): Promise<void> => {
  if (idea.digest !== undefined) await jobs.put({ job: "refresh-idea", team: team.id, idea: idea.id }, afterStoringMs);
};
