import { nextPrompt, roundTimes } from "../../domain/asking/cadence.ts";
import type { TeamId } from "../../domain/ids.ts";
import { omit } from "../../domain/omit.ts";
import { asksWeekly, quietAfterAdding, rests, type Team } from "../../domain/teams/team.ts";
import type { Change, Ports, Rows } from "../../ports.ts";
import { type Due, dropDue, putDue } from "../../store/due.ts";
import { mergeRound, type Round, readOpenRounds } from "../../store/round.ts";
import { changeTeam } from "../../store/team.ts";

/** Plans the team's next question: never in the first day after Gnist was added, and none while the team rests or its leads want no weekly question. */
export const withNextPrompt = (team: Team, now: number): Team => ({
  ...omit(team, "nextPromptAt"),
  ...(rests(team) || !asksWeekly(team)
    ? {}
    : { nextPromptAt: nextPrompt(team.settings, Math.max(now, team.addedAt + quietAfterAdding - 1), team.lastRound) }),
});

/** When the team sees an idea that is sent now: in the open round's digest, or in that of the next round. */
export const nextDigestOf = (team: Team, openDigestAt: number | undefined): number | undefined =>
  openDigestAt ?? (team.nextPromptAt !== undefined ? roundTimes(team.settings, team.nextPromptAt).digestAt : undefined);

/** The due row of a team's next question; its rounds have their own (`roundDue`). */
export const promptDue = ({ id, nextPromptAt }: Team): readonly Due[] =>
  nextPromptAt === undefined ? [] : [{ at: nextPromptAt, team: id, job: { job: "start-round", team: id, at: nextPromptAt } }];

/**
 * Moves a team's next question: stores the new due row, then the team, then drops the old row.
 * @param also changes of the team's other rows that belong in the same transaction
 */
export const movePrompt = async (
  { rows }: Ports,
  team: Team,
  change: (team: Team) => Team,
  also: (changed: Team, stored: Team) => Promise<readonly Change[]> = async () => [],
): Promise<void> => {
  const wanted = change(team);
  for (const due of promptDue(wanted)) await putDue(rows, due);
  const moved = async (stored: Team) => {
    const after = change(stored);
    return { team: after, also: await also(after, stored) };
  };
  const changed = (await changeTeam(rows, team.id, moved)) ?? team;
  // Another write changed the team meanwhile, so that another time was stored.
  if (changed.nextPromptAt !== wanted.nextPromptAt) for (const due of promptDue(changed)) await putDue(rows, due);
  if (team.nextPromptAt !== changed.nextPromptAt) for (const due of promptDue(team)) await dropDue(rows, due);
};

/** Stops a team's clock: it has no next question, its open rounds are closed, and it rests from now on, for the given reason. */
export const stopClock = async (
  rows: Rows,
  stored: Team,
  why: Pick<Team, "removedAt" | "archivedAt">,
): Promise<{ readonly team: Team; readonly also: readonly Change[] }> => ({
  team: { ...omit(stored, "nextPromptAt"), openRounds: [], ...why },
  also: (await readOpenRounds(rows, stored)).map(({ id }) => mergeRound(id, { state: "closed" })),
});

/** The due rows of a round: its reminder, its check-in, its draft and its digest. */
export const roundDue = (team: TeamId, { id, remindAt, checkInAt, draftAt, digestAt }: Round): readonly Due[] => {
  const owed = (job: "remind-round" | "check-in" | "send-draft" | "post-digest", at: number | undefined): readonly Due[] =>
    at ? [{ at, team, job: { job, team, round: id, at } }] : [];
  return [
    ...owed("remind-round", remindAt),
    ...owed("check-in", checkInAt),
    ...owed("send-draft", draftAt),
    ...owed("post-digest", digestAt),
  ];
};
