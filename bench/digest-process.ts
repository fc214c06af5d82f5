import { render } from "../cards/index.ts";
import { costs, hasEnded, type Idea, type Stage, kinds as topics } from "../src/domain/idea/idea.ts";
import { defaultSettings } from "../src/domain/settings/default-settings.ts";
import type { Team } from "../src/domain/teams/team.ts";
import { realClock } from "../src/entry/clock.ts";
import { work } from "../src/entry/worker.ts";
import { freePace } from "../src/memory/free-pace.ts";
import { memoryJobs } from "../src/memory/memory-jobs.ts";
import { memoryRows } from "../src/memory/memory-rows.ts";
import type { Change, Channel, Ports, Rows } from "../src/ports.ts";
import { openSimilar } from "../src/search/similar.ts";
import { openSqlite } from "../src/sqlite/open-sqlite.ts";
import { insertAsk } from "../src/store/ask.ts";
import { insertIdea } from "../src/store/change-idea.ts";
import { insertDigest } from "../src/store/digest.ts";
import { rowKinds } from "../src/store/kinds.ts";
import { putMember } from "../src/store/member.ts";
import { encode } from "../src/store/record.ts";
import { insertRound } from "../src/store/round.ts";
import { insertTeam, teamPartition } from "../src/store/team.ts";
import { under } from "../src/store/under.ts";
import { insertVoice } from "../src/store/voice.ts";
import { noDrive } from "../tests/world/drive.ts";

/**
 * One process of the bench of digests (digest.ts), `digest-process.ts <rounds> [folder of the store]`: a team with many ideas, its digest, and a bare scan of
 * the listed ideas before and after it. Without a folder the rows are in memory. It sends its figures over IPC.
 */

const [, , roundsText = "1", folder] = process.argv;
const ideaCount = 5_000;
const freshCount = 40;
const voicesEach = 4;
const members = 60;
const dayMs = 86_400_000;
const round = "2026-W48";
const now = Date.parse("2026-12-01T12:00:00Z");

const personOf = (one: number) => String(one % members).padStart(22, "p");
const ended: readonly Stage[] = ["adopted", "stopped", "merged", "withdrawn", "planned"];

/** The last 40 ideas are new; a few of the old ones are still open, and the others have ended long ago. */
const ideaOf = (one: number): Idea => {
  const fresh = one >= ideaCount - freshCount;
  const written: Idea = {
    id: String((one * 7_919) % 100_003).padStart(22, "i"),
    author: personOf(one),
    createdAt: now - (fresh ? 3 : 30 + (one % 700)) * dayMs,
    friction: `The label printer on ward ${one} jams every morning before the round, and somebody has to walk to the next ward for it.`,
    showName: one % 4 === 0,
    voices: voicesEach,
    stage: fresh ? "new" : (ended[one % ended.length] ?? "adopted"),
    ...(one % 2 === 0 ? { proposal: "Clean it on Sundays." } : {}),
    ...(one % 3 === 0 ? { kind: topics[one % topics.length] ?? "other", cost: costs[one % costs.length] ?? 5 } : {}),
  };
  if (fresh) return { ...written, round };
  return { ...written, number: one + 1, digest: "2026-W40", owner: personOf(one + 1), due: "2026-11-20", finishedAt: now - 20 * dayMs };
};

/** An ended idea is stored as after the digest that told its end: outside the lists. */
const stored = (idea: Idea): readonly Change[] => {
  const [listed, ...others] = insertIdea(idea);
  if (!listed || !hasEnded(idea)) return insertIdea(idea);
  return [{ do: "insert", key: `ended|${idea.id}`, values: encode(rowKinds.ended, idea) }, ...others];
};

const fill = async (rows: Rows, team: string): Promise<void> => {
  const home: Team = {
    id: team,
    tenantId: "tenant",
    serviceUrl: "http://127.0.0.1:1/",
    teamsId: "19:team@thread.tacv2",
    name: "North clinic",
    channelId: "19:team@thread.tacv2",
    channels: [],
    addedAt: now - 800 * dayMs,
    leads: [],
    openRounds: [round],
    settings: defaultSettings("Europe/Stockholm", "en"),
    largeTeamAgreed: true,
    toldNothing: false,
    lastDigest: "2026-W47",
  };
  const ask = (one: number) => insertAsk({ round, person: personOf(one), answer: "idea" });
  const first: Change[] = [
    insertTeam(home),
    insertRound({ id: round, startedAt: now - 5 * dayMs, digestAt: now, state: "open" }),
    ...insertDigest({
      id: "2026-W47",
      week: "2026-W47",
      fresh: [],
      open: [],
      passed: [],
      worth: [],
      finished: [],
      moreFresh: 0,
      moreOpen: 0,
      morePassed: 0,
      moreWorth: 0,
      moreFinished: 0,
      moreStopped: 0,
      told: [],
      channelId: home.channelId,
      createdAt: now - 7 * dayMs,
    }),
    { do: "insert", key: "numbers", values: { v: 1, next: ideaCount } },
  ];
  const people = Array.from({ length: members }, (_, one) => one);
  const all: Change[] = [
    ...first,
    ...people.flatMap((one) =>
      putMember({ person: personOf(one), teamsId: `29:${one}`, name: `Person ${one}`, standing: "member" }, undefined, now),
    ),
    ...people.map(ask),
    ...Array.from({ length: ideaCount }, (_, one) => ideaOf(one)).flatMap((idea, one) => [
      ...stored(idea),
      ...Array.from({ length: voicesEach - 1 }, (_, also) => insertVoice(idea.id, personOf(one + 7 + also))),
    ]),
  ];
  for (let at = 0; at < all.length; at += 100) await rows.commit(teamPartition(team), all.slice(at, at + 100));
};

const measure = async (act: () => Promise<unknown>) => {
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const started = performance.now();
  await act();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1_000 };
};

const digests = async (store: Rows, team: string) => {
  let read = 0;
  let posted = 0;
  const rows: Rows = {
    ...store,
    list: async (...given) => {
      const found = await store.list(...given);
      if (given[1].from.startsWith("idea|")) read += found.length;
      return found;
    },
  };
  const clock = { now: () => now, wait: realClock.wait };
  const jobs = memoryJobs(clock);
  const chance = { id: () => String(read).padStart(22, "0"), fraction: Math.random };
  const none = () => Promise.reject(new Error("nobody is asked"));
  const channel: Channel = {
    ...noDrive,
    openChat: none,
    update: none,
    roster: none,
    teamName: none,
    channels: none,
    post: async (_to, message, language) => {
      posted += JSON.stringify(render(message, language)).length > 0 ? 1 : 0;
      return { outcome: "sent", messageId: "1700000000000" };
    },
  };
  const log = { info: () => {}, warn: () => {}, error: (event: string, facts?: object) => console.error(event, facts) };
  const ports: Ports = { rows, jobs, channel, pace: freePace, clock, chance, similar: openSimilar(), findings: async () => [], log };
  const scan = () => store.list(teamPartition(team), under("idea"));
  await jobs.put({ job: "post-digest", team, round, at: now });
  const [job] = await jobs.take("people", 1, 60_000);
  if (!job) throw new Error("no job");
  const rowCount = (await scan()).length;
  const before = await measure(scan);
  const digest = await measure(() => work(job, ports));
  const after = await measure(scan);
  if (posted !== 1) throw new Error(`${posted} digests were posted`);
  return { digest, scan: { ms: (before.ms + after.ms) / 2, cpuMs: (before.cpuMs + after.cpuMs) / 2 }, rowCount, read };
};

const storage = folder ? await openSqlite(folder) : undefined;
// The first three digests warm the process up, as in an instance that has run for a while.
for (let at = 0; at < Number(roundsText) + 3; at++) {
  const warm = memoryRows();
  if (storage && at < 3) {
    await fill(warm, "warm-up-");
    await digests(warm, "warm-up-");
    continue;
  }
  const rows = storage?.rows ?? memoryRows();
  const team = `team-${String(at).padStart(3, "0")}`;
  await fill(rows, team);
  const figures = await digests(rows, team);
  if (at >= 3) process.send?.(figures);
}
process.disconnect?.();
