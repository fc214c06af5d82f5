import { personIdOf, type TeamId } from "../../domain/ids.ts";
import { keptAfterLeavingMs, type PersonId } from "../../domain/people/person.ts";
import { hourApart } from "../../domain/teams/roster.ts";
import type { Ports } from "../../ports.ts";
import { putDue } from "../../store/due.ts";
import { namesInTenant } from "../../store/erase.ts";
import { beginErasing, type Erasing } from "../../store/erasing.ts";
import { readAnybody } from "../../store/member.ts";
import { readPassedHere } from "../../store/passed.ts";
import { dropTeamOfPerson, readPerson } from "../../store/person.ts";
import { readTeam } from "../../store/team.ts";
import { afterStoringMs, type JobFlow, type Scene } from "../flow.ts";

/**
 * Begins to erase a person who has left a team 30 days ago: all that is kept of them where it was their last team, and else what this team keeps. Ideas that the
 * team has seen stay, without a name. Somebody who is back, or left again since, is left alone.
 */
export const eraseLeft: JobFlow<"erase-left"> = async ({ team, person }, ports) => {
  const { rows, jobs, clock, chance } = ports;
  const [stored, known] = await Promise.all([readTeam(rows, team), readAnybody(rows, team, person)]);
  if (!stored || known?.standing !== "left" || (known.leftAt ?? 0) + keptAfterLeavingMs > clock.now()) return undefined;
  const { tenantId: tenant } = stored.team;
  const { teams: now, left } = await readPerson(rows, person);
  const isLast = now.length === 0 && (await haveAllLeft(left, person, ports));
  const ids = [...new Set([person, personIdOf(tenant, { teamsId: known.teamsId })])];
  const teams = isLast ? await teamsActedIn(left, ports) : [team];
  const reach: Pick<Erasing, "reach"> = isLast && (await namesInTenant(rows, tenant, ids)) ? {} : { reach: isLast ? "known" : "team" };
  await jobs.put({ job: "erase-person", tenant, person }, afterStoringMs);
  const erasing = { ideas: "kept", ids, names: [known.name], teams, secret: chance.id(), ...reach, once: chance.id() } as const;
  const begun = await beginErasing(rows, tenant, person, { ...erasing, walk: 1, erased: 0, before: 0 }, false);
  // Another erasing of theirs is under way.
  if (!begun) return { laterMs: hourApart };
  if (!isLast) await dropTeamOfPerson(rows, person, team);
  return undefined;
};

/** Stands in the due row of a person's job for their team: they are in none. */
const noTeam = "-";

/** Plans that for a person who removed Gnist from their own chat. */
export const planEraseAlone = async ({ who, tenant }: Scene, { rows, clock }: Ports): Promise<void> => {
  const at = clock.now() + keptAfterLeavingMs;
  const alone = personIdOf(tenant, { teamsId: who.teamsId });
  await putDue(rows, { at, team: noTeam, job: { job: "erase-alone", team: noTeam, tenant, person: who.person, alone, at } });
};

/** Begins to erase a person who is in no team, and removed Gnist from their own chat 30 days ago. Somebody who is back is left alone. */
export const eraseAlone: JobFlow<"erase-alone"> = async ({ tenant, person, alone }, ports) => {
  const { rows, jobs, chance } = ports;
  const { profile, teams: now, left, isNew } = await readPerson(rows, person);
  const isBack = profile.unreachable !== "not-installed" || now.length > 0;
  if (isNew || isBack || !(await haveAllLeft(left, person, ports))) return undefined;
  const ids = [...new Set([person, alone])];
  const reach: Pick<Erasing, "reach"> = (await namesInTenant(rows, tenant, ids)) ? {} : { reach: "known" };
  const teams = await teamsActedIn(left, ports);
  await jobs.put({ job: "erase-person", tenant, person }, afterStoringMs);
  const erasing = { ideas: "kept", ids, names: [], teams, secret: chance.id(), ...reach, once: chance.id() } as const;
  await beginErasing(rows, tenant, person, { ...erasing, walk: 1, erased: 0, before: 0 }, false);
  return undefined;
};

/** Has a person left all these teams 30 days ago? */
const haveAllLeft = async (teams: readonly TeamId[], person: PersonId, { rows, clock }: Ports): Promise<boolean> => {
  const found = await Promise.all(teams.map((team) => readAnybody(rows, team, person)));
  return found.every((one) => one === undefined || (one.standing === "left" && (one.leftAt ?? 0) + keptAfterLeavingMs <= clock.now()));
};

/** These teams, and those whose ideas were passed on to them: their coordinators have acted there. */
export const teamsActedIn = async (teams: readonly TeamId[], { rows }: Ports): Promise<readonly TeamId[]> => {
  const passed = await Promise.all(teams.map((team) => readPassedHere(rows, team)));
  return [...new Set([...teams, ...passed.flat().map(({ team }) => team)])];
};
