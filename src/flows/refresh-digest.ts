import type { Idea } from "../domain/idea.ts";
import type { Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { afterStoringMs } from "./flow.ts";

/** Lets the posts that show an idea be renewed, where it has been shown. */
export const refreshDigests = async ({ jobs }: Pick<Ports, "jobs">, team: Team, idea: Pick<Idea, "id" | "digest">): Promise<void> => {
  if (idea.digest !== undefined) await jobs.put({ job: "refresh-idea", team: team.id, idea: idea.id }, afterStoringMs);
};
