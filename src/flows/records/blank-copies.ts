import { type IdeaId, withdrawnAt } from "../../domain/idea/idea.ts";
import { keepsUntilExported } from "../../domain/teams/months-kept.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readExports } from "../../store/exported.ts";
import { readSome } from "../../store/idea.ts";
import { blankCopies, type PostName, readCopied, readCopiesOf } from "../../store/posted.ts";
import { readTeam } from "../../store/team.ts";
import type { JobFlow } from "../flow.ts";

/**
 * Takes the words of withdrawn ideas out of the copies of a post, or of all posts in which they stand. A team that keeps until exported keeps the words of a
 * posted idea until an export has begun after the withdrawal, but not those of an author who had their data deleted.
 * @returns whether a copy had words of theirs
 */
export const blankWithdrawn = async (
  { rows }: Pick<Ports, "rows">,
  team: Pick<Team, "id" | "settings">,
  post: PostName | "all",
  ideas: readonly IdeaId[],
): Promise<boolean> => {
  if (ideas.length === 0) return false;
  const exportedAt = keepsUntilExported(team) ? ((await readExports(rows, team.id))[0] ?? 0) : Number.POSITIVE_INFINITY;
  let blanked = false;
  for (const { idea } of await readSome(rows, team.id, ideas)) {
    const at = withdrawnAt(idea);
    if (at === undefined || (at > exportedAt && !idea.isErased)) continue;
    for (const one of post === "all" ? await readCopiesOf(rows, team.id, idea.id) : [post])
      blanked = (await blankCopies(rows, team.id, one, idea.id, at)) || blanked;
  }
  return blanked;
};

/** Ideas that one look reads at once. */
const atOnce = 25;

/** Takes words out of all copies that may keep them no longer: after an export, and once the team no longer keeps them until one. */
export const blankCopiesOf: JobFlow<"blank-copies"> = async ({ team: id }, { rows }) => {
  const team = (await readTeam(rows, id))?.team;
  if (!team) return undefined;
  const copied = [...(await readCopied(rows, id))];
  for (let from = 0; from < copied.length; from += atOnce) await blankWithdrawn({ rows }, team, "all", copied.slice(from, from + atOnce));
  await rows.forget();
  return undefined;
};
