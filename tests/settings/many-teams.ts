import { nextPrompt, weekOf } from "../../src/domain/asking/cadence.ts";
import { personIdOf, teamIdOf } from "../../src/domain/ids.ts";
import { lanes } from "../../src/domain/job.ts";
import { defaultSettings } from "../../src/domain/settings/default-settings.ts";
import { noTally, type TeamsChange } from "../../src/domain/settings/teams-change.ts";
import type { TenantSettings } from "../../src/domain/settings/tenant-settings.ts";
import type { Team } from "../../src/domain/teams/team.ts";
import { tick } from "../../src/entry/ticker.ts";
import { runJob, work } from "../../src/entry/worker.ts";
import { promptDue } from "../../src/flows/asking/prompt-time.ts";
import { freePace } from "../../src/memory/free-pace.ts";
import { memoryJobs } from "../../src/memory/memory-jobs.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import type { Channel, Ports, Rows } from "../../src/ports.ts";
import { openSimilar } from "../../src/search/similar.ts";
import { insertTeamsChange, putDefaults, readDefaults, readTeamsChange } from "../../src/store/defaults.ts";
import { putDue } from "../../src/store/due.ts";
import { putMember } from "../../src/store/member.ts";
import { joinTeam } from "../../src/store/person.ts";
import { insertTeam, readTeam, teamPartition } from "../../src/store/team.ts";
import { listTeam, tenantPartition } from "../../src/store/tenant.ts";
import { seeded } from "../world/chance.ts";
import { noDrive } from "../world/drive.ts";
import { openTestLog } from "../world/log.ts";
import { monday, week } from "../world/moments.ts";
import { chatIdOf, serviceUrlOf } from "../world/places.ts";

const tenant = "11111111-1111-4111-8111-111111111111";
const zone = "Europe/Stockholm";
const seconds = 1_000;

type Member = { readonly name: string; readonly teamsId: string; readonly entraId: string };
const memberNamed = (name: string): Member => ({ name, teamsId: `29:${name}`, entraId: `entra-${name}` });

/**
 * A tenant of many small teams on two instances of Gnist, whose time moves only by hand. Teams come in pairs that share a person. Nobody answers: the teams are
 * asked week by week, and each question is kept with its person and its ISO week.
 */
export const manyTeams = async (count: number) => {
  let now = monday;
  const rows = memoryRows();
  const clock = { now: () => now, wait: (_ms: number, signal?: AbortSignal) => aborted(signal) };
  const jobs = memoryJobs(clock);
  const { log } = openTestLog();
  const random = seeded(7);
  /** Questions by person and week. */
  const asked = new Map<string, number>();
  const rosters = new Map<string, readonly Member[]>();
  let messages = 0;
  const channel: Channel = {
    ...noDrive,
    openChat: async ({ teamsId }) => ({ got: chatIdOf(teamsId) }),
    post: async (to, message) => {
      if (message.say === "idea-form") {
        const key = `${weekOf(now, zone)} ${to.conversationId}`;
        asked.set(key, (asked.get(key) ?? 0) + 1);
      }
      messages += 1;
      return { outcome: "sent", messageId: `m${messages}` };
    },
    update: async (_to, messageId) => ({ outcome: "sent", messageId }),
    roster: async ({ conversationId }) => ({
      got: { members: (rosters.get(conversationId) ?? []).map((one) => ({ ...one, isGuest: false })) },
    }),
    teamName: async ({ conversationId }) => ({ got: conversationId }),
    channels: async ({ conversationId }) => ({ got: [{ id: conversationId, name: "General" }] }),
  };
  const instance = (itsRows: Rows = rows): Ports => ({
    rows: itsRows,
    jobs,
    channel,
    pace: freePace,
    clock,
    chance: random,
    similar: openSimilar(),
    findings: async () => [],
    log,
  });
  const both = [instance(), instance()] as const;

  const { reminder: _none, draftHours: _noDraft, ...settings } = defaultSettings(zone, "en");
  const ids: string[] = [];
  for (let at = 0; at < count; at++) {
    const teamsId = `19:${at}@thread.tacv2`;
    const id = teamIdOf(tenant, teamsId);
    ids.push(id);
    const shared = `Shared ${Math.floor(at / 2)}`;
    const members = [memberNamed(`Lead ${at}`), memberNamed(shared)];
    rosters.set(teamsId, members);
    const [lead = "", ...rest] = members.map((one) => personIdOf(tenant, one));
    const team: Team = {
      id,
      tenantId: tenant,
      serviceUrl: serviceUrlOf(tenant),
      teamsId,
      name: `Team ${at}`,
      channelId: teamsId,
      channels: [],
      addedAt: monday - week,
      leads: [lead],
      settings,
      nextPromptAt: nextPrompt(settings, monday),
      openRounds: [],
      largeTeamAgreed: false,
      toldNothing: false,
    };
    await rows.commit(teamPartition(id), [
      insertTeam(team),
      ...[lead, ...rest].flatMap((person, which) => {
        const member = members[which] as Member;
        const several = member.name === shared && count % 2 === 0 ? { inSeveralTeams: true } : {};
        return putMember({ person, ...member, standing: "member", chatId: chatIdOf(member.teamsId), ...several }, undefined, monday);
      }),
    ]);
    for (const person of [lead, ...rest]) await joinTeam(rows, person, id);
    await listTeam(rows, team);
    for (const due of promptDue(team)) await putDue(rows, due);
  }

  /** One turn of both instances at once. True while there was work. */
  const turn = async (most = Number.POSITIVE_INFINITY): Promise<boolean> => {
    const ticked = await Promise.all(both.map((ports) => tick(ports)));
    const worked = await Promise.all(
      both.map(async (ports) => {
        const taken = (await Promise.all(lanes.map((lane) => jobs.take(lane, 32, 60 * seconds)))).flat().slice(0, most);
        await Promise.all(taken.map((one) => work(one, ports)));
        return taken.length;
      }),
    );
    return [...ticked, ...worked].some((some) => some > 0);
  };

  /** Both instances work until only jobs for a later time are left. */
  const settle = async (): Promise<void> => {
    for (let idle = 0; idle < 2; ) {
      if (await turn()) idle = 0;
      else {
        idle += 1;
        now += 3.5 * seconds;
      }
    }
  };

  return {
    ids,
    asked,
    settle,
    turn,
    rows,
    now: () => now,
    /** Moves to a moment, and all due work is done. */
    async moveTo(at: number) {
      await this.passTo(at);
      await settle();
    },
    /** Moves to a moment, at which nothing is done yet. */
    async passTo(at: number) {
      now = Math.max(now, at);
    },
    /** Begins a change for all teams, as an admin's press does. */
    async begins(id: string, given: TenantSettings): Promise<void> {
      const { defaults, tag } = await readDefaults(rows, tenant);
      const change: TeamsChange = { given, by: "A".repeat(22), at: now, count, state: "running", done: noTally, undone: noTally };
      await jobs.put({ job: "change-teams", tenant, change: id });
      await rows.commit(tenantPartition(tenant), [insertTeamsChange(id, change), putDefaults({ ...defaults, running: id }, tag)]);
    },
    /** Puts the job of a change once more. */
    again: (id: string) => jobs.put({ job: "change-teams", tenant, change: id }),
    /** An instance takes the job of a change, and dies at its `writes`th write: nothing of it is heard again. */
    async dies(id: string, writes: number): Promise<void> {
      let left = writes;
      const dying: Rows = {
        ...rows,
        commit: (partition, changes) => (left-- > 0 ? rows.commit(partition, changes) : Promise.reject(new Error("killed"))),
      };
      await runJob({ job: "change-teams", tenant, change: id }, instance(dying)).catch(() => undefined);
    },
    change: async (id: string) => (await readTeamsChange(rows, tenant, id))?.change,
    teams: async () => Promise.all(ids.map(async (id) => (await readTeam(rows, id))?.team as Team)),
    /** Rounds of each team, by their weeks. */
    rounds: async () =>
      Promise.all(
        ids.map(async (id) => (await rows.list(teamPartition(id), { from: "round|", to: "round}" })).map(({ key }) => key.slice(6))),
      ),
    /** How many people got how many questions in a week. */
    questionsIn: (id: string) => {
      const counts = [...asked].flatMap(([key, times]) => (key.startsWith(`${id} `) ? [times] : []));
      return { people: counts.length, most: Math.max(0, ...counts) };
    },
  };
};

const aborted = (signal: AbortSignal | undefined) =>
  new Promise<void>((resolve) => (signal?.aborted ? resolve() : signal?.addEventListener("abort", () => resolve(), { once: true })));
