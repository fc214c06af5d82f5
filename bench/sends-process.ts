import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type ConversationReference } from "botbuilder";
import { render } from "../cards/index.ts";
import type { Message } from "../src/domain/message/index.ts";
import type { Member } from "../src/domain/people/person.ts";
import { defaultSettings } from "../src/domain/settings/default-settings.ts";
import type { Team } from "../src/domain/teams/team.ts";
import { toMember } from "../src/flows/sending/say-to.ts";
import { sendOnce } from "../src/flows/sending/send-once.ts";
import { freePace } from "../src/memory/free-pace.ts";
import { memoryJobs } from "../src/memory/memory-jobs.ts";
import { memoryRows } from "../src/memory/memory-rows.ts";
import type { Rows } from "../src/ports.ts";
import { openSimilar } from "../src/search/similar.ts";
import { openSqlite } from "../src/sqlite/open-sqlite.ts";
import { askGuard, insertAsk, readAsks } from "../src/store/ask.ts";
import { teamPartition } from "../src/store/team.ts";
import { openTeams } from "../src/teams/open-teams.ts";

/** One process of the bench of sends (sends.ts): the Connector, or one way of sending, by its arguments. It sends its figures over IPC. */

const [what = "", url = "", atOnceText = "50", secondsText = "3", folder] = process.argv.slice(2);
const atOnce = Number(atOnceText);
const ms = Number(secondsText) * 1_000;

const connector = (): void => {
  const server = createServer((incoming, response) => {
    incoming.resume();
    incoming.on("end", () =>
      setTimeout(() => response.writeHead(201, { "content-type": "application/json" }).end('{"id":"1700000000000"}'), 20),
    );
  });
  server.listen(0, "127.0.0.1", () => process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
};

const message: Message = {
  say: "idea-form",
  why: "prompt",
  team: { id: "t1234567", name: "North clinic", zone: "Europe/Stockholm" },
  secret: "s".repeat(22),
  round: "2026-W48",
  digestAt: Date.parse("2026-12-01T12:00:00Z"),
};
const chat = (one: number) => `a:chat-${one}`;

/** Sends as most bots do: by the adapter, with a turn for each message. */
const naive = () => {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const { card } = render(message, "en");
  const activity = { type: "message", attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }] };
  return async (one: number): Promise<void> => {
    const reference = { bot: { id: "28:gnist" }, conversation: { id: chat(one) }, channelId: "msteams", serviceUrl: url };
    await adapter.continueConversationAsync("", reference as Partial<ConversationReference> as ConversationReference, async (context) => {
      await context.sendActivity(activity);
    });
  };
};

const teamId = "t1234567";
const round = "2026-W48";
/** Messages to send, more than the time allows. */
const count = 40_000;

/** Stores a row for each person, as the plan of a round does. */
const plan = async (rows: Rows) => {
  for (let from = 0; from < count; from += 100) {
    const asks = Array.from({ length: 100 }, (_, one) => insertAsk({ round, person: String(from + one).padStart(22, "p") }));
    await rows.commit(teamPartition(teamId), asks);
  }
  return readAsks(rows, teamId, round);
};

/** Sends as the product does: intent, post, outcome, with rows in memory or in the file. */
const ours = async () => {
  const rows = folder ? (await openSqlite(folder)).rows : memoryRows();
  const clock = { now: Date.now, wait: (wait: number) => new Promise<void>((go) => setTimeout(go, wait)) };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const { channel } = await openTeams({ settings: {}, serviceHosts: [], local: true, render, log });
  let ids = 0;
  const chance = { id: () => String(ids++).padStart(22, "0"), fraction: Math.random };
  const ports = {
    rows,
    jobs: memoryJobs(clock),
    channel,
    pace: freePace,
    clock,
    chance,
    similar: openSimilar(),
    findings: async () => [],
    log,
  };
  const team: Team = {
    id: teamId,
    tenantId: "tenant",
    serviceUrl: url,
    teamsId: "19:team@thread.tacv2",
    name: "North clinic",
    channelId: "19:team@thread.tacv2",
    channels: [],
    addedAt: 0,
    leads: [],
    openRounds: [],
    settings: defaultSettings("Europe/Stockholm", "en"),
    largeTeamAgreed: true,
    toldNothing: false,
  };
  const asks = await plan(rows);
  return async (one: number): Promise<void> => {
    const ask = asks[one];
    if (!ask) throw new Error(`more than ${count} sends`);
    const member: Member = { person: ask.person, teamsId: "29:x", name: "x", standing: "member", chatId: chat(one) };
    const result = await sendOnce(ports, team, askGuard(ask.round, ask.person), ask, toMember(ports, team, member, message, false));
    if (result.outcome !== "sent") throw new Error(`a send ended ${result.outcome}`);
  };
};

/** Sends equal bytes with Node alone, without Gnist. */
const bare = () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 400 });
  const { card } = render(message, "en");
  const body = JSON.stringify({
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }],
  });
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return (one: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const sent = request(`${url}/v3/conversations/${chat(one)}/activities`, { method: "POST", agent, headers }, (response) => {
        response.resume();
        response.on("end", () => resolve());
      });
      sent.on("error", reject);
      sent.end(body);
    });
};

const run = async (send: (one: number) => Promise<void>): Promise<void> => {
  let next = 0;
  const until = (end: number) =>
    Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (performance.now() < end) await send(next++);
      }),
    );
  await until(performance.now() + 1_000);
  const from = next;
  const cpu = process.cpuUsage();
  const started = performance.now();
  await until(started + ms);
  const { user, system } = process.cpuUsage(cpu);
  const sends = next - from;
  process.send?.({ perSecond: (1_000 * sends) / (performance.now() - started), cpuMicros: (user + system) / sends });
  process.disconnect?.();
  process.exit(0);
};

if (what === "connector") connector();
else await run(await { naive, ours, bare }[what as "naive" | "ours" | "bare"]());
