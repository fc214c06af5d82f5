import { render } from "../cards/index.ts";
import { personIdOf, teamIdOf } from "../src/domain/ids.ts";
import type { Incoming } from "../src/domain/incoming.ts";
import { lanes } from "../src/domain/job.ts";
import { answer } from "../src/entry/answer.ts";
import { recent } from "../src/entry/recent.ts";
import { tick } from "../src/entry/ticker.ts";
import { work } from "../src/entry/worker.ts";
import type { RecentTeam } from "../src/flows/flow.ts";
import { freePace } from "../src/memory/free-pace.ts";
import { memoryJobs } from "../src/memory/memory-jobs.ts";
import { memoryRows } from "../src/memory/memory-rows.ts";
import type { Channel, Ports, Rows } from "../src/ports.ts";
import { openSimilar } from "../src/search/similar.ts";
import type { Person } from "../src/store/person.ts";
import { noDrive } from "../tests/world/drive.ts";

/**
 * One process of the bench of growth (growth.ts): `rows` keeps the rows (memory/) for the other process, so that their memory is not counted as the product's;
 * `week` runs teams of 50 through one week of the real flows.
 */

type Asked = { readonly id: number; readonly call: keyof Rows; readonly given: readonly unknown[] };
type Said = { readonly id: number; readonly value: unknown };

const keepRows = (): void => {
  const rows = memoryRows();
  process.on("message", async ({ id, call, given }: Asked) => {
    const value = await (rows[call] as (...given: readonly unknown[]) => Promise<unknown>)(...given);
    process.send?.({ id, value } satisfies Said);
  });
};

const zones = ["Europe/Stockholm", "Europe/Oslo", "Europe/Helsinki", "Atlantic/Reykjavik"] as const;
const perTeam = 50;
const tenantId = "11111111-1111-4111-8111-111111111111";
const serviceUrl = "http://127.0.0.1:1/";

const runWeek = async (teams: number): Promise<void> => {
  const waiting = new Map<number, (value: unknown) => void>();
  let calls = 0;
  process.on("message", ({ id, value }: Said) => {
    waiting.get(id)?.(value);
    waiting.delete(id);
  });
  const far = (call: keyof Rows, ...given: readonly unknown[]) =>
    new Promise((resolve) => {
      const id = calls++;
      waiting.set(id, resolve);
      process.send?.({ id, call, given } satisfies Asked);
    });
  const rows: Rows = {
    get: (...given) => far("get", ...given) as ReturnType<Rows["get"]>,
    list: (...given) => far("list", ...given) as ReturnType<Rows["list"]>,
    commit: (...given) => far("commit", ...given) as ReturnType<Rows["commit"]>,
    forget: (...given) => far("forget", ...given) as ReturnType<Rows["forget"]>,
  };
  let now = Date.parse("2026-11-23T08:00:00Z");
  const clock = { now: () => now, wait: () => new Promise<void>(() => undefined) };
  let ids = 0;
  const chance = { id: () => String(ids++).padStart(22, "0"), fraction: Math.random };
  let posts = 0;
  /** Forms that people have just got. They answer at once, so that the bench itself keeps little. */
  const forms: { readonly chat: string; readonly team: string; readonly secret: string; readonly round?: string }[] = [];
  const channel: Channel = {
    ...noDrive,
    openChat: async ({ teamsId }) => ({ got: `a:${teamsId}` }),
    post: async (to, message, language) => {
      render(message, language);
      if (message.say === "idea-form")
        forms.push({
          chat: to.conversationId,
          team: message.team.id,
          secret: message.secret ?? "",
          ...(message.round ? { round: message.round } : {}),
        });
      posts += 1;
      return { outcome: "sent", messageId: String(posts) };
    },
    update: async (_to, messageId) => ({ outcome: "sent", messageId }),
    roster: async ({ conversationId }) => ({
      got: {
        members: Array.from({ length: perTeam }, (_, one) => ({
          teamsId: `29:${conversationId}-${one}`,
          entraId: `${conversationId}-${one}`,
          name: `Person ${one}`,
          isGuest: false,
        })),
      },
    }),
    teamName: async ({ conversationId }) => ({ got: conversationId }),
    channels: async ({ conversationId }) => ({ got: [{ id: conversationId, name: "General" }] }),
  };
  const jobs = memoryJobs(clock);
  const log = { info: () => undefined, warn: () => undefined, error: (event: string, facts?: object) => console.error(event, facts) };
  const ports: Ports = { rows, jobs, channel, pace: freePace, clock, chance, similar: openSimilar(), findings: async () => [], log };
  const memory = {
    people: recent<Person>(clock.now, 10_000, 10_000, () => true),
    teams: recent<RecentTeam | undefined>(clock.now, 10_000, 2_000, () => true),
  };
  const hear = (incoming: Incoming, zone = "Europe/Stockholm") =>
    answer(incoming, ports, { local: false, zone, admins: [], withinMs: 60_000, ...memory });
  let asked = 0;
  /** Of five people asked, one sends an idea, two press *Nothing*, and two do not answer. */
  const answerForms = async (): Promise<void> => {
    for (const { chat, ...form } of forms.splice(0)) {
      const turn = asked++ % 5;
      if (turn > 2) continue;
      const teamsId = chat.slice(2);
      const entraId = teamsId.slice(3);
      const who = { person: personIdOf(tenantId, { entraId, teamsId }), teamsId, entraId, name: "x" };
      const place = { kind: "chat", address: { tenantId, serviceUrl, conversationId: chat } } as const;
      const idea = { verb: "submit-idea", friction: `The printer ${asked} is slow`, language: "en", ...form };
      await hear({ happened: "pressed", who, place, data: turn === 0 ? idea : { verb: "answer-nothing", ...form } });
    }
  };
  const settle = async (): Promise<void> => {
    for (let idle = 0; idle < 2; ) {
      const due = await tick(ports);
      const taken = (await Promise.all(lanes.map((lane) => jobs.take(lane, 16, 60_000)))).flat();
      await Promise.all(taken.map((one) => work(one, ports)));
      await answerForms();
      idle = due + taken.length === 0 ? idle + 1 : 0;
      if (taken.length === 0) now += 1_500;
    }
  };
  const moveTo = async (at: string): Promise<void> => {
    now = Math.max(now, Date.parse(at));
    await settle();
  };
  const most = { rss: 0 };
  const watch = setInterval(() => {
    most.rss = Math.max(most.rss, process.memoryUsage.rss());
  }, 100);

  for (let at = 0; at < teams; at++) {
    const id = `19:team-${at}@thread.tacv2`;
    const teamsId = `29:${id}-0`;
    const who = { person: personIdOf(tenantId, { entraId: `${id}-0`, teamsId }), teamsId, entraId: `${id}-0`, name: "Person 0" };
    const address = { tenantId, serviceUrl, conversationId: id };
    const place = { kind: "channel", address, team: teamIdOf(tenantId, id), teamsTeamId: id, channelId: id, teamName: id } as const;
    await hear({ happened: "added-to-team", who, place }, zones[at % zones.length]);
    if (at % 100 === 99) await settle();
  }
  await settle();
  // The first week is not measured, because Gnist opens the chats in it.
  await moveTo("2026-11-26T14:00:00Z");
  await moveTo("2026-12-01T14:00:00Z");
  posts = 0;
  globalThis.gc?.();
  most.rss = process.memoryUsage.rss();
  const toZoned = countInstants();
  const cpu = process.cpuUsage();
  const started = performance.now();
  await moveTo("2026-12-03T14:00:00Z");
  await moveTo("2026-12-07T14:00:00Z");
  await moveTo("2026-12-08T14:00:00Z");
  const { user, system } = process.cpuUsage(cpu);
  const msPerMember = (performance.now() - started) / (teams * perTeam);
  clearInterval(watch);
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const members = teams * perTeam;
  process.send?.({
    done: true,
    members,
    posts,
    msPerMember,
    cpuMicrosPerMember: (user + system) / members,
    rssMb: most.rss / 1_048_576,
    liveMb: (heapUsed + external) / 1_048_576,
    instants: toZoned(),
  });
};

/** Counts calculations of a moment of the week, by calls of Temporal with a zone. */
const countInstants = (): (() => number) => {
  const { prototype } = PlainDate;
  const original = prototype.toZonedDateTime;
  let count = 0;
  prototype.toZonedDateTime = function (this: InstanceType<typeof PlainDate>, given: never) {
    count += 1;
    return original.call(this, given);
  } as typeof original;
  return () => count;
};
const { PlainDate } = (await import("temporal-polyfill")).Temporal;

const [what = "", teams = "0"] = process.argv.slice(2);
if (what === "rows") keepRows();
else await runWeek(Number(teams));
