import { type ChangeTally, isUnderWay, mostNamedTeams, type TeamsChange, takenBy, withUndone } from "../../domain/settings/teams-change.ts";
import { changedSettings, isTenantSetting, pickSettings, withTenantSettings } from "../../domain/settings/tenant-settings.ts";
import { writtenSettings } from "../../domain/settings/written-settings.ts";
import type { Team } from "../../domain/teams/team.ts";
import { type Change, type Ports, StoreFault, traceOf } from "../../ports.ts";
import { settingAside } from "../../store/aside.ts";
import { putChangedTeam, readChangedTeam } from "../../store/changed-team.ts";
import { putDefaults, putTeamsChange, putTenantAudit, readDefaults, readTeamsChange, type StoredChange } from "../../store/defaults.ts";
import { readTeam } from "../../store/team.ts";
import { type ListedTeam, readTeamsAfter, tenantPartition } from "../../store/tenant.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { afterStoringMs, type JobFlow } from "../flow.ts";
import { changeSettings, readRecentRounds } from "./change-settings.ts";
import { noteChanges } from "./note-changes.ts";

/** Teams that one run of the job changes, and how many of them side by side. */
const teamsOnPage = 50;
const sideBySide = 10;

/**
 * Changes the settings of the next page of teams, or takes them back, and comes again until none is left. It is idempotent, also on several instances at once:
 * the row of the change says how far it has come, and the row `changed|…` of a team, stored with its settings, that it is changed.
 */
export const changeTeams: JobFlow<"change-teams"> = async ({ tenant, change: id }, ports) => {
  const stored = await readTeamsChange(ports.rows, tenant, id);
  if (!stored || !isUnderWay(stored.change)) return undefined;
  const { change } = stored;
  const isBack = change.state === "undoing";
  const before = isBack ? change.undone : change.done;
  const page = await nextPage(tenant, change, before.after, ports);
  const ends = await fewAtOnce(page, (team) => endOf(team, stored, ports), sideBySide);
  const tally: ChangeTally = {
    after: page.at(-1)?.id ?? before.after,
    seen: before.seen + page.length,
    changed: before.changed + ends.filter(({ isChanged }) => isChanged).length,
    refused: before.refused + ends.filter(({ isRefused }) => isRefused).length,
    names: [...before.names, ...page.filter((_, at) => ends[at]?.isRefused).map(({ name }) => name)].slice(0, mostNamedTeams),
  };
  const after: TeamsChange = { ...change, ...(isBack ? { undone: tally } : { done: tally }) };
  const isLast = page.length < teamsOnPage;
  const isStored = isLast
    ? await end(tenant, { ...stored, change: after }, ports)
    : await store(tenant, [putTeamsChange(id, after, stored.tag)], ports);
  // Another run of the job was quicker, or this is the echo of its own write: the next look tells.
  return isLast && isStored ? undefined : { laterMs: isStored ? 0 : 1_000 };
};

const store = async (tenant: string, changes: readonly Change[], { rows }: Ports): Promise<boolean> =>
  (await rows.commit(tenantPartition(tenant), changes)) === "done";

const nextPage = async (tenant: string, { teams }: TeamsChange, after: string, { rows }: Ports): Promise<readonly ListedTeam[]> => {
  if (!teams) return readTeamsAfter(rows, tenant, after, teamsOnPage);
  const next = [...teams].sort().filter((id) => id > after);
  return fewAtOnce(next.slice(0, teamsOnPage), async (id) => ({ id, name: (await readTeam(rows, id))?.team.name ?? "" }), sideBySide);
};

/** Ends the change: the next one may begin, and the admin is told. */
const end = async (tenant: string, { change, id, tag }: StoredChange, ports: Ports): Promise<boolean> => {
  const { state, by } = change;
  const { defaults, tag: defaultsTag } = await readDefaults(ports.rows, tenant);
  const over = state === "undoing" ? "undone" : "done";
  await ports.jobs.put({ job: "tell-change", tenant, person: by, change: id, once: `${id}-${over}` }, afterStoringMs);
  const { changed, seen } = over === "undone" ? change.undone : change.done;
  const audit = {
    at: ports.clock.now(),
    who: by,
    did: over === "undone" ? over : "changed",
    before: {},
    after: change.given,
    teams: changed,
  } as const;
  const isStored = await store(
    tenant,
    [
      putTeamsChange(id, { ...change, state: over }, tag),
      putDefaults({ ...defaults, running: "" }, defaultsTag),
      putTenantAudit(audit, `${id}-${over}`),
    ],
    ports,
  );
  if (isStored) ports.log.info("teams-changed", { tenant, outcome: over, teams: seen, changed });
  return isStored;
};

type TeamEnd = { readonly isChanged?: boolean; readonly isRefused?: boolean };

/** Changes one team. A fault of the team alone does not hold up the others. */
const endOf = async (team: ListedTeam, stored: StoredChange, ports: Ports): Promise<TeamEnd> => {
  try {
    return await settingAside(ports, () => (stored.change.state === "undoing" ? takeBackIn : changeIn)(team, stored, ports));
  } catch (fault) {
    if (fault instanceof StoreFault) throw fault;
    ports.log.warn("team-not-read", { team: team.id, ...traceOf(fault) });
    return { isRefused: true };
  }
};

const changeIn = async ({ id }: ListedTeam, { change, id: changeId }: StoredChange, ports: Ports): Promise<TeamEnd> => {
  const [changed, known] = await Promise.all([readChangedTeam(ports.rows, id, changeId), readTeam(ports.rows, id)]);
  if (!known || known.team.removedAt !== undefined) return {};
  const given = takenBy(known.team, change.given);
  const isRefused = given !== change.given;
  if (changed) return { isChanged: true, isRefused };
  if (withTenantSettings(known.team, given) === known.team) return { isRefused };
  let isChanged = false;
  const act = { who: change.by, now: ports.clock.now(), scene: { isAdmin: true } };
  await changeSettings(ports, known, await readRecentRounds(ports, id), act.now, (stored) => {
    const team = withTenantSettings(stored, given);
    isChanged = team !== stored;
    return isChanged
      ? { team, also: [putChangedTeam(changeId, whatChanged(stored, team)), ...noteChanges(stored, team, act, changeId)] }
      : undefined;
  });
  return { isChanged, isRefused };
};

/** The values that a change for many changes in a team, before and after. */
const whatChanged = (before: Team, after: Team) => {
  const names = changedSettings(before, after).filter(isTenantSetting);
  return {
    before: pickSettings(writtenSettings(before), names),
    after: pickSettings(writtenSettings(after), names),
    fromTenant: before.fromTenant ?? [],
  };
};

const takeBackIn = async ({ id }: ListedTeam, { change, id: changeId }: StoredChange, ports: Ports): Promise<TeamEnd> => {
  const [changed, known] = await Promise.all([readChangedTeam(ports.rows, id, changeId), readTeam(ports.rows, id)]);
  if (!changed || !known || known.team.removedAt !== undefined) return {};
  if (changed.isBack) return { isChanged: true };
  let isBack = false;
  const act = { who: change.by, now: ports.clock.now(), scene: { isAdmin: true } };
  await changeSettings(ports, known, await readRecentRounds(ports, id), act.now, (stored) => {
    const team = withUndone(stored, changed);
    isBack = team !== stored;
    return isBack
      ? { team, also: [putChangedTeam(changeId, { ...changed, isBack: true }), ...noteChanges(stored, team, act, `${changeId}-back`)] }
      : undefined;
  });
  return { isChanged: isBack, isRefused: !isBack };
};
