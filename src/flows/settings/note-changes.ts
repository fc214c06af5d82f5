import type { PersonId } from "../../domain/people/person.ts";
import { changesOf } from "../../domain/settings/changes.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Change } from "../../ports.ts";
import { putTeamAudit } from "../../store/team-audit.ts";

type Act = { readonly who: PersonId; readonly now: number };

/** Notes what a person changed in a team's settings, in the transaction that changes them. @param nonce names the change */
export const noteChanges = (before: Team, after: Team, { who, now }: Act, nonce: string): readonly Change[] => {
  const changes = changesOf(before, after, now);
  return changes.length > 0 ? [putTeamAudit({ at: now, who, changes }, nonce)] : [];
};
