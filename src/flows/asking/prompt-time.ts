import { nextPrompt, roundTimes } from "../../domain/asking/cadence.ts";
import type { TeamId } from "../../domain/ids.ts";
import { omit } from "../../domain/omit.ts";
import { quietAfterAdding, rests, type Team } from "../../domain/teams/team.ts";
import type { Change, Ports, Rows } from "../../ports.ts";
import { type Due, dropDue, putDue } from "../../store/due.ts";
import { mergeRound, type Round, readOpenRounds } from "../../store/round.ts";
import { changeTeam } from "../../store/team.ts";

/** The team with its next question planned anew: never in the first day after Gnist was added, and not while the team rests. */
export const withNextPrompt = (team: Team, now: number): Team => ({
  ...omit(team, "nextPromptAt"),
  ...(rests(team) ? {} : { nextPromptAt: nextPrompt(team.settings, Math.max(now, team.addedAt + quietAfterAdding - 1), team.lastRound) }),
});

/** When the team sees what is sent now: the open round's digest, or that of the round to come. */
export const nextDigestOf = (team: Team, openDigestAt: number | undefined): number | undefined =>
  openDigestAt ?? (team.nextPromptAt !== undefined ? roundTimes(team.settings, team.nextPromptAt).digestAt : undefined);

/** The due row of a team beside those of its rounds: its next question. */
export const promptDue = ({ id, nextPromptAt }: Team): readonly Due[] =>
  nextPromptAt === undefined ? [] : [{ at: nextPromptAt, team: id, job: { job: "start-round", team: id, at: nextPromptAt } }];

/**
 * Moves the clock's next question to a team: the new due row first, then the team, then the old row goes.
 * @param also changes of the team's other rows that belong in the same transaction
 */
export const movePrompt = async (
  { rows }: Ports,
  team: Team,
  change: (team: Team) => Team,
  also: (changed: Team) => readonly Change[] = () => [],
): Promise<void> => {
  const wanted = change(team);
  for (const due of promptDue(wanted)) await putDue(rows, due);
  const moved = (stored: Team) => {
    const after = change(stored);
    return { team: after, also: also(after) };
  };
  const changed = (await changeTeam(rows, team.id, moved)) ?? team;
  // Somebody changed the team meanwhile, and so the time that was stored is another.
  if (changed.nextPromptAt !== wanted.nextPromptAt) for (const due of promptDue(changed)) await putDue(rows, due);
  if (team.nextPromptAt !== changed.nextPromptAt) for (const due of promptDue(team)) await dropDue(rows, due);
};

/** The team with nothing to come, and its open rounds closed with it: it rests from now on, for the reason that is given. */
export const stopClock = async (
  rows: Rows,
  stored: Team,
  why: Pick<Team, "removedAt" | "archivedAt">,
): Promise<{ readonly team: Team; readonly also: readonly Change[] }> => ({
  team: { ...omit(stored, "nextPromptAt"), openRounds: [], ...why },
  also: (await readOpenRounds(rows, stored)).map(({ id }) => mergeRound(id, { state: "closed" })),
});

/** The due rows of a round: its reminder, its draft and its digest. */
export const roundDue = (team: TeamId, { id, remindAt, draftAt, digestAt }: Round): readonly Due[] => {
  const owed = (job: "remind-round" | "send-draft" | "post-digest", at: number | undefined): readonly Due[] =>
    at ? [{ at, team, job: { job, team, round: id, at } }] : [];
  return [...owed("remind-round", remindAt), ...owed("send-draft", draftAt), ...owed("post-digest", digestAt)];
};
