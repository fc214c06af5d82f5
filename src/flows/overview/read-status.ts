import { weekOf } from "../../domain/asking/cadence.ts";
import type { RoundId } from "../../domain/ids.ts";
import { teamSetAside } from "../../domain/overview/set-aside.ts";
import { type TenantStop, teamStatus } from "../../domain/overview/team-health.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readAside } from "../../store/aside.ts";
import { readAsks } from "../../store/ask.ts";
import { readDigest } from "../../store/digest.ts";
import { readMembers } from "../../store/member.ts";
import { readRound } from "../../store/round.ts";

/** Reads how a team stands. It looks for this week's round too, because `lastRound` names that round only once everybody in it has their row. */
export const readStatus = async (team: Team, stop: TenantStop | undefined, { rows, clock }: Ports, forLead = false) => {
  const now = clock.now();
  const weeks = [...new Set([weekOf(now, team.settings.zone), ...(team.lastRound ? [team.lastRound] : [])])];
  const read = async (week: RoundId) => {
    const [round, asks] = await Promise.all([readRound(rows, team.id, week), readAsks(rows, team.id, week)]);
    return round ? [{ round, asks }] : [];
  };
  const [rounds, members, digest, aside] = await Promise.all([
    Promise.all(weeks.map(read)),
    readMembers(rows, team.id),
    team.lastDigest ? readDigest(rows, team.id, team.lastDigest) : undefined,
    readAside(rows, team.id),
  ]);
  const [latest] = rounds.flat();
  const found = { round: latest?.round, asks: latest?.asks ?? [], members, digest, setAside: teamSetAside(aside) };
  return teamStatus(team, found, stop, now, forLead);
};
