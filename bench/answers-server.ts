import { randomBytes } from "node:crypto";
import { type Request as BotRequest, type Response as BotResponse, CloudAdapter } from "botbuilder";
import { render } from "../cards/index.ts";
import { openStorage } from "../src/azure/open-storage.ts";
import type { Incoming, Reply } from "../src/domain/incoming.ts";
import { answer } from "../src/entry/answer.ts";
import { realClock } from "../src/entry/clock.ts";
import { recent } from "../src/entry/recent.ts";
import { spareTime } from "../src/entry/spare.ts";
import type { RecentTeam } from "../src/flows/flow.ts";
import { openDoor } from "../src/http/open-door.ts";
import { type HttpRoute, routesTo } from "../src/http/routes.ts";
import { openLog } from "../src/log.ts";
import { freePace } from "../src/memory/free-pace.ts";
import { memoryJobs } from "../src/memory/memory-jobs.ts";
import { memoryRows } from "../src/memory/memory-rows.ts";
import type { Ports, Storage } from "../src/ports.ts";
import { openSimilar } from "../src/search/similar.ts";
import { openSqlite } from "../src/sqlite/open-sqlite.ts";
import type { Person } from "../src/store/person.ts";
import { openTeams, type Teams } from "../src/teams/open-teams.ts";
import { readActivity } from "../src/teams/read-activity.ts";
import { openTelemetry } from "../src/telemetry.ts";
import { unwatched, type Watch } from "../src/watch.ts";
import { type AnswerServer, countStored, type People, prepare } from "./answers-parts.ts";
import { behindRestify, botSettings, invokeAnswerOf, stockAuthentication } from "./inbound-setup.ts";
import { serve } from "./server.ts";

/** One server of the bench of answers: `answers-server.ts <which> <address of the OpenID metadata> <people> <known|new> [file <folder>|azurite <connection string>]`. */

const [, , which = "", metadataUrl = "", peopleText = "0", are = "known", store = "memory", place = ""] = process.argv;
const people = Number(peopleText);
const stores: Readonly<Record<string, () => Promise<Pick<Storage, "rows">>>> = {
  file: () => openSqlite(place),
  azurite: () => openStorage({ connectionString: place }),
};
/** The wrappers, made as gnist.ts makes them. */
const watches: Readonly<Partial<Record<string, () => Promise<Watch>>>> = {
  "without-sdk": async () => openTelemetry("sqlite"),
  "with-sdk": async () => {
    const sdk = new URL("../otel.mjs", import.meta.url).href;
    await import(sdk);
    return openTelemetry("sqlite");
  },
};
const watch = (await watches[which]?.()) ?? unwatched;
const rows = (await stores[store]?.())?.rows ?? memoryRows();
const settings = botSettings(metadataUrl);
const log = watch.log(openLog());
const clock = realClock;
const teams = (shown: typeof render) => openTeams({ settings, serviceHosts: [], local: false, render: shown, log, watched: watch.calls });
const product = await teams(render);
const chance = { id: () => randomBytes(16).toString("base64url"), fraction: Math.random };
const ports: Ports = {
  rows: watch.rows(rows),
  jobs: watch.jobs(memoryJobs(clock)),
  channel: product.channel,
  pace: freePace,
  clock,
  chance,
  similar: openSimilar(),
  findings: async () => [],
  log,
};
const memory = {
  people: recent<Person>(Date.now, 10_000, 10_000, () => true),
  teams: recent<RecentTeam | undefined>(Date.now, 10_000, 2_000, (team) => team !== undefined),
  spare: spareTime(4, 2_000),
};
const handle = (incoming: Incoming) => answer(incoming, ports, { local: false, zone: "Europe/Stockholm", admins: [], ...memory });

/** A receipt of realistic size. */
const receipt: Reply = {
  language: "sv",
  message: {
    say: "receipt",
    team: { id: "t1234567", name: "Ward 1", zone: "Europe/Stockholm" },
    idea: "i".repeat(22),
    written: { friction: "The label printer on ward 1 jams every morning before the round.", showName: false },
    stage: "new",
    digestAt: Date.now(),
    shown: false,
    edited: false,
  },
};

const ours = async (line: Teams, answering: typeof handle) => {
  const watched = watch.answer(answering);
  const messages: HttpRoute["run"] = watch.turn((request, response) => line.handle(request, response, watched));
  const ready = async () => ({ ok: true, parts: {} });
  return (
    await openDoor({
      port: 0,
      host: "127.0.0.1",
      local: false,
      routes: routesTo({ admit: line.admit, messages, live: () => ({}), ready }),
      log,
    })
  ).port;
};

const servers: Readonly<Record<AnswerServer, () => Promise<number>>> = {
  restify: () => {
    const body = invokeAnswerOf(render(receipt.message, "sv").card);
    return behindRestify(async (_, response) => void response.send(200, body));
  },
  stock: () => {
    const adapter = new CloudAdapter(stockAuthentication(settings));
    return behindRestify(async (request, response) => {
      // Read before botbuilder gets the body, because it turns texts in it into dates.
      const read = readActivity(request.body, false);
      await adapter.process(request as unknown as BotRequest, response as unknown as BotResponse, async (context) => {
        const reply = read.kind === "incoming" ? await handle(read.incoming) : undefined;
        const body = reply && invokeAnswerOf(render(reply.message, reply.language).card);
        await context.sendActivity({ type: "invokeResponse", value: { status: body ? 200 : 500, body } });
      });
    });
  },
  product: () => ours(product, handle),
  "without-sdk": () => ours(product, handle),
  "with-sdk": () => ours(product, handle),
  empty: async () => {
    const shown = render(receipt.message, "sv");
    return ours(await teams(() => shown), async () => receipt);
  },
};

await prepare(rows, people, are as People);
const port = await servers[which as AnswerServer]();
serve(port, { stored: () => countStored(rows, people) });
