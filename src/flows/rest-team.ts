import type { TeamId } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { putDue } from "../store/due.ts";
import { mergeRound } from "../store/rounds.ts";
import { changeTeam, readTeam } from "../store/teams.ts";
import { nextPromptOf, promptDue, without } from "./add-team.ts";

/** The team is archived in Teams: nobody is asked or reminded, and nothing is posted, until it is restored. What its people wrote waits for the next digest. */
export const restTeam = async (id: TeamId, { rows, clock, log }: Pick<Ports, "rows" | "clock" | "log">): Promise<void> => {
  const archivedAt = clock.now();
  const team = await changeTeam(rows, id, (stored) =>
    stored.archivedAt !== undefined || stored.removedAt !== undefined
      ? undefined
      : {
          team: { ...without(stored, "nextPromptAt"), openRounds: [], archivedAt },
          also: stored.openRounds.map((round) => mergeRound(round, { state: "closed" })),
        },
  );
  if (team?.archivedAt === archivedAt) log.info("rest-team", { team: id });
};

/** The team is restored: it goes on with its next question. */
export const wakeTeam = async (id: TeamId, { rows, clock, log }: Ports): Promise<void> => {
  const stored = await readTeam(rows, id);
  if (stored?.team.archivedAt === undefined) return;
  const nextPromptAt = nextPromptOf(stored.team, clock.now());
  for (const due of promptDue({ ...stored.team, nextPromptAt })) await putDue(rows, due);
  await changeTeam(rows, id, (team) =>
    team.archivedAt === undefined ? undefined : { team: { ...without(team, "archivedAt"), nextPromptAt } },
  );
  log.info("wake-team", { team: id });
};
