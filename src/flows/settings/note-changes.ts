import type { PersonId } from "../../domain/people/person.ts";
import { roleIn } from "../../domain/settings/act.ts";
import { changesOf } from "../../domain/settings/changes.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Change, Ports } from "../../ports.ts";
import { putTeamAudit, teamAuditKey } from "../../store/team-audit.ts";
import { afterStoringMs, type Scene } from "../flow.ts";

/** A person's act, or without `who` one of Gnist's own. */
type Doing = { readonly who?: PersonId; readonly now: number; readonly scene?: Pick<Scene, "isAdmin"> };

/** Notes what an act changed in a team's settings, in the transaction that changes them. @param nonce names the change */
export const noteChanges = (before: Team, after: Team, { who, now, scene }: Doing, nonce: string): readonly Change[] => {
  const changes = changesOf(before, after, now);
  if (changes.length === 0) return [];
  const role = roleIn(before, who, scene?.isAdmin === true, now);
  return [putTeamAudit(teamAuditKey(now, nonce), { at: now, ...(who === undefined ? {} : { who }), role, changes })];
};

/** Notes it for admins too: puts the job that copies the note, before the note is stored. */
export const noteForAdmins = async (
  before: Team,
  after: Team,
  act: Doing,
  nonce: string,
  { jobs }: Pick<Ports, "jobs">,
): Promise<readonly Change[]> => {
  const notes = noteChanges(before, after, act, nonce);
  for (const { key } of notes) await jobs.put({ job: "keep-act", team: after.id, note: key }, afterStoringMs);
  return notes;
};
