import type { PickedTeams } from "../../domain/action/defaults.ts";
import type { ActionOf } from "../../domain/action/index.ts";
import type { Message, MessageOf } from "../../domain/message/index.ts";
import { isUnderWay, noTally, sentSettings, sentWith, type TeamsChange } from "../../domain/settings/teams-change.ts";
import { pickSettings, type TenantSettings } from "../../domain/settings/tenant-settings.ts";
import type { Ports } from "../../ports.ts";
import { insertTeamsChange, putDefaults, putTeamsChange, readDefaults, readTeamsChange, type StoredChange } from "../../store/defaults.ts";
import { readCoordinators, readListedTeams, tenantPartition } from "../../store/tenant.ts";
import { type Answer, afterStoringMs, type JobFlow, refuse, type Scene } from "../flow.ts";
import { inTime } from "../in-time.ts";
import { countedWithinMs, tellAdmin } from "../overview/tell-admin.ts";
import { countChange } from "./count-change.ts";
import { showDefaults, withChosen } from "./defaults.ts";

/** The settings that an admin has set, which can be sent to the teams that are there. */
const setSettings = async ({ tenant }: Pick<Scene, "tenant">, { rows }: Ports): Promise<TenantSettings> =>
  (await readDefaults(rows, tenant)).defaults.settings;

/** *Change teams too*: which settings, and which teams. */
export const showTeamsForm = async (
  { settings: chosen }: { readonly settings: ActionOf<"change-teams-form">["settings"] },
  scene: Scene,
  ports: Ports,
  problem?: "none-chosen",
): Promise<Answer> => {
  const [given, listed, offices] = await Promise.all([
    setSettings(scene, ports),
    readListedTeams(ports.rows, scene.tenant),
    readCoordinators(ports.rows, scene.tenant),
  ]);
  if (listed.length === 0) return refuse("no-team");
  if (Object.keys(given).length === 0) return showDefaults({}, scene, ports);
  return {
    say: "change-teams-form",
    given,
    offices: withChosen(offices, given.coordinators),
    chosen: chosen.filter((name) => given[name] !== undefined),
    teams: listed.length,
    ...(problem ? { problem } : {}),
  };
};

/** Makes a change of the chosen settings; it begins when the admin says so on its preview. */
export const makeChange = async ({ settings, all }: ActionOf<"make-change">, scene: Scene, ports: Ports): Promise<Answer> => {
  const names = sentSettings.filter((name) => settings.includes(name)).flatMap(sentWith);
  const [given, listed] = await Promise.all([setSettings(scene, ports), readListedTeams(ports.rows, scene.tenant)]);
  const sent = pickSettings(given, names);
  if (Object.keys(sent).length === 0) return showTeamsForm({ settings }, scene, ports, "none-chosen");
  const [id, at] = [ports.chance.id(), ports.clock.now()];
  const change: TeamsChange = {
    given: sent,
    ...(all ? {} : { teams: [] }),
    by: scene.who.person,
    at,
    count: all ? listed.length : 0,
    state: "choosing",
    done: noTally,
    undone: noTally,
  };
  await ports.rows.commit(tenantPartition(scene.tenant), [insertTeamsChange(id, change)]);
  return all ? previewSoon(id, change, scene, ports) : teamsPage(id, change, { find: "", page: 0 }, scene, ports);
};

const teamsOnPage = 50;

/** A page of the teams to choose from. */
const teamsPage = async (
  change: string,
  { teams: chosen = [] }: TeamsChange,
  { find, page: wanted, problem }: { readonly find: string; readonly page: number; readonly problem?: "no-team-chosen" },
  scene: Scene,
  ports: Ports,
): Promise<MessageOf<"choose-teams">> => {
  const sought = find.toLowerCase();
  const found = (await readListedTeams(ports.rows, scene.tenant)).filter(({ name }) => name.toLowerCase().includes(sought));
  const pages = Math.max(1, Math.ceil(found.length / teamsOnPage));
  const page = Math.min(wanted, pages - 1);
  const teams = found.slice(page * teamsOnPage, (page + 1) * teamsOnPage);
  const isChosen = new Set(chosen);
  const picked = teams.flatMap(({ id }) => (isChosen.has(id) ? [id] : []));
  return { say: "choose-teams", change, find, teams, picked, count: chosen.length, page, pages, ...(problem ? { problem } : {}) };
};

/** Keeps the choice that the admin made on a page. Undefined where the change is not being chosen any more. */
const keepPicked = async (
  id: string,
  { shown, picked }: PickedTeams,
  { tenant }: Scene,
  { rows }: Ports,
): Promise<StoredChange | undefined> => {
  for (;;) {
    const stored = await readTeamsChange(rows, tenant, id);
    if (stored?.change.state !== "choosing" || !stored.change.teams || shown.length === 0) return stored;
    const listed = new Set((await readListedTeams(rows, tenant)).map((team) => team.id));
    const kept = stored.change.teams.filter((team) => !shown.includes(team));
    const teams = [...new Set([...kept, ...picked.filter((team) => shown.includes(team) && listed.has(team))])].sort();
    if (teams.join() === stored.change.teams.join()) return stored;
    const change = { ...stored.change, teams, count: teams.length };
    if ((await rows.commit(tenantPartition(tenant), [putTeamsChange(id, change, stored.tag)])) === "done") return { ...stored, change };
  }
};

/** Another page of the teams, or those whose names hold some words. */
export const chooseTeams = async (
  { change: id, find, found, page, ...picked }: ActionOf<"choose-teams">,
  scene: Scene,
  ports: Ports,
): Promise<Answer> => {
  const stored = await keepPicked(id, picked, scene, ports);
  if (!stored) return refuse("stale-form");
  if (stored.change.state !== "choosing" || !stored.change.teams) return changeCard(stored, scene.tenant, ports);
  return teamsPage(id, stored.change, { find, page: find === found ? page : 0 }, scene, ports);
};

export const previewChange = async (
  { change: id, find, ...picked }: ActionOf<"preview-change">,
  scene: Scene,
  ports: Ports,
): Promise<Answer> => {
  const stored = await keepPicked(id, picked, scene, ports);
  if (!stored) return refuse("stale-form");
  const { change } = stored;
  if (change.state !== "choosing") return changeCard(stored, scene.tenant, ports);
  if (change.teams?.length === 0) return teamsPage(id, change, { find, page: 0, problem: "no-team-chosen" }, scene, ports);
  return previewSoon(id, change, scene, ports);
};

/** Counts while the admin waits, or in a job where that takes too long. */
const previewSoon = async (id: string, change: TeamsChange, { tenant, who }: Scene, ports: Ports): Promise<Message> => {
  const counted = await inTime(ports, changeCard({ change, id }, tenant, ports), countedWithinMs);
  if (counted) return counted;
  await ports.jobs.put({ job: "tell-change", tenant, person: who.person, change: id, once: ports.chance.id() }, afterStoringMs);
  return { say: "counting", teams: change.count, zone: "UTC" };
};

/** How a change stands: counted beforehand, under way, or ended. */
const changeCard = async (
  { change, id }: Pick<StoredChange, "change" | "id">,
  tenant: string,
  ports: Ports,
  problem?: "under-way",
): Promise<Message> => {
  const { given, state, count } = change;
  const told = { change: id, given, offices: withChosen(await readCoordinators(ports.rows, tenant), given.coordinators) };
  const isBack = state === "undoing" || state === "undone";
  const tally = isBack ? change.undone : change.done;
  const more = problem ? { problem } : {};
  if (state === "choosing")
    return { say: "change-preview", ...told, isAll: change.teams === undefined, ...(await countChange(tenant, change, ports)), ...more };
  if (isUnderWay(change)) return { say: "change-running", ...told, isBack, teams: count, tally };
  return { say: "change-ended", ...told, isBack, tally, ...more };
};

/** *How far?* */
export const showChange = async ({ change: id }: { readonly change: string }, { tenant }: Scene, ports: Ports): Promise<Answer> => {
  const stored = await readTeamsChange(ports.rows, tenant, id);
  return stored ? changeCard(stored, tenant, ports) : refuse("stale-form");
};

/** Begins a change, or its *Undo*, where no other is under way. A second press finds it begun. */
const begin =
  (from: TeamsChange["state"], to: "running" | "undoing") =>
  async ({ change: id }: { readonly change: string }, scene: Scene, ports: Ports): Promise<Answer> => {
    const { rows, jobs } = ports;
    const { tenant, who } = scene;
    for (;;) {
      const [stored, { defaults, tag }] = await Promise.all([readTeamsChange(rows, tenant, id), readDefaults(rows, tenant)]);
      if (!stored) return refuse("stale-form");
      if (stored.change.state !== from) return changeCard(stored, tenant, ports);
      if (defaults.running) return changeCard(stored, tenant, ports, "under-way");
      const { teams } = stored.change;
      const count = teams?.length ?? (await readListedTeams(rows, tenant)).length;
      const change: TeamsChange = { ...stored.change, state: to, by: who.person, count };
      await jobs.put({ job: "change-teams", tenant, change: id }, afterStoringMs);
      const begun = await rows.commit(tenantPartition(tenant), [
        putTeamsChange(id, change, stored.tag),
        putDefaults({ ...defaults, running: id }, tag),
      ]);
      if (begun === "done") return changeCard({ change, id }, tenant, ports);
    }
  };

export const startChange = begin("choosing", "running");
export const undoChange = begin("done", "undoing");

/** Tells an admin how a change stands, in their own chat. */
export const tellChange: JobFlow<"tell-change"> = (job, ports) =>
  tellAdmin(ports, { ...job, what: "change" }, async () => {
    const stored = await readTeamsChange(ports.rows, job.tenant, job.change);
    return stored && changeCard(stored, job.tenant, ports);
  });
