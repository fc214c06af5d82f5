import { randomBytes } from "node:crypto";
import { render } from "../cards/index.ts";
import type { Config } from "./config.ts";
import { lanes } from "./domain/job.ts";
import { answer } from "./entry/answer.ts";
import { localClock, realClock } from "./entry/clock.ts";
import { fileDoor } from "./entry/files.ts";
import { limitFloods } from "./entry/floods.ts";
import { ownParts } from "./entry/own-parts.ts";
import { recent } from "./entry/recent.ts";
import { spareTime } from "./entry/spare.ts";
import { runTicker, tick } from "./entry/ticker.ts";
import { runWorker, work } from "./entry/worker.ts";
import type { RecentTeam } from "./flows/flow.ts";
import { postedResults } from "./flows/records/posted-results.ts";
import { fileRoutes } from "./http/files.ts";
import { resultsRoute } from "./http/results.ts";
import { routesTo } from "./http/routes.ts";
import { withoutFloods } from "./log.ts";
import { openPace } from "./pace/slots.ts";
import type { Chance, Log, Ports, Storage } from "./ports.ts";
import { openSimilar } from "./search/similar.ts";
import { keepAlive, watchForm } from "./store/alive.ts";
import { settingAside } from "./store/aside.ts";
import { markRelease, refuseLater } from "./store/form.ts";
import { refuseMoved } from "./store/moving.ts";
import type { Person } from "./store/person.ts";
import type { openTelemetry } from "./telemetry.ts";
import { unwatched, type Watch } from "./watch.ts";

const chance: Chance = { id: () => randomBytes(16).toString("base64url"), fraction: Math.random };

/** Polling intervals (ms): the clock polls for due rows, and an idle worker for jobs. Locally a person sits and waits; elsewhere each poll costs money. */
export const looks = { local: { tickMs: 500, idleMs: 200 }, cloud: { tickMs: 10_000, idleMs: 1_000 } };

/** Cache time (ms) of a person who wrote or pressed, and of the team they answered for: within it, an instance may not see a change of them. */
const rememberedMs = 10_000;

/** Messages and presses of one person that are taken in a minute: more than anybody writes or presses who reads the answers. */
const mostAMinute = 50;

export type Gnist = { readonly port: number; stop(): Promise<void> };

/** Opens storage, channel and door, and starts clock and worker. `stop` finishes what is in hand. */
export const startGnist = async (config: Config, written: Log): Promise<Gnist> => {
  const watch = await openWatch("dataDir" in config.storage ? "sqlite" : "azure.storage");
  const log = watch.log(written);
  const rimLog = watch.log(withoutFloods(written));
  // These two rooms load while the store opens: their packages take most of a start.
  const loading = Promise.all([
    import("./http/open-door.ts"),
    import("./teams/open-teams.ts").then(({ openTeams }) =>
      openTeams({
        settings: config.bot,
        ...(config.identity === undefined ? {} : { identity: config.identity }),
        serviceHosts: config.serviceHosts,
        local: config.local,
        render,
        log: rimLog,
        watched: watch.calls,
      }),
    ),
  ]);
  loading.catch(() => undefined);
  const storage = await openStore(config.storage, log);
  try {
    await refuseMoved(storage.rows);
    const [{ openDoor }, teams] = await loading;
    const clock = config.local ? await localClock(storage.rows) : realClock;
    const stopping = new AbortController();
    const rows = watch.rows(storage.rows);
    const jobs = watch.jobs(storage.jobs);
    const pace = openPace({ rows, clock, chance, log }, config.callsPerSecond, stopping.signal);
    const findings = ownParts({ storage, clock, offMs: teams.offMs, hasUrl: config.local || config.url !== undefined });
    const ports: Ports = { rows, jobs, channel: teams.channel, pace, clock, chance, similar: openSimilar(), findings, log };

    const people = recent<Person>(Date.now, rememberedMs, 10_000, ({ teams }) => teams.length > 0);
    const known = recent<RecentTeam | undefined>(Date.now, rememberedMs, 2_000, (team) => team !== undefined);
    const spare = spareTime(4, 2_000);
    const floods = limitFloods(mostAMinute, 10_000);
    const { tickMs, idleMs } = config.local ? looks.local : looks.cloud;
    const startedAt = new Date().toISOString();
    let lastBeat = Date.now();
    const beat = () => {
      lastBeat = Date.now();
    };

    /** A local machine gives its own address, with the port that it got. */
    const urlAt = (port: number) => (config.url === undefined && config.local ? { url: `http://127.0.0.1:${port}` } : {});
    const answering: Parameters<typeof teams.handle>[2] = watch.answer((incoming) =>
      answer(incoming, ports, { ...config, ...urlAt(door.port), people, teams: known, spare, floods }),
    );
    const door = await openDoor({
      port: config.port,
      host: config.local ? "127.0.0.1" : "0.0.0.0",
      local: config.local,
      routes: [
        ...routesTo({
          admit: teams.admit,
          messages: watch.turn((req, res) => teams.handle(req, res, answering)),
          live: () => ({ startedAt }),
          ready: async () => {
            const asked = storage.check();
            const [store, queue] = await Promise.all([asked.store, asked.queue]);
            const parts = { store, queue, clock: Date.now() - lastBeat < 6 * tickMs + 10_000 && !stopping.signal.aborted };
            return { ok: Object.values(parts).every(Boolean), parts, warnings: storage.warnings() };
          },
        }),
        ...fileRoutes(fileDoor(ports)),
        resultsRoute((token) => settingAside(ports, () => postedResults(token, ports))),
      ],
      log: rimLog,
    });
    // Not before this release runs: where a package is missing or the port is taken, the release before goes on.
    await markRelease(storage.rows).catch(async (fault) => {
      await door.close();
      throw fault;
    });
    const ticker = runTicker(ports, tickMs, stopping.signal, beat, watch.tick(tick));
    const workers = lanes.map((lane) => runWorker(ports, lane, idleMs, stopping.signal, watch.work(work)));
    log.info("started", { port: door.port, local: config.local });
    if (!config.local && "dataDir" in config.storage) log.info("file-store-opened", { folder: config.storage.dataDir, say: sayOneMachine });
    return {
      port: door.port,
      stop: async () => {
        const begun = performance.now();
        stopping.abort();
        // The door stays open meanwhile: it answers people, and `health/ready` says no.
        await Promise.all([ticker, ...workers]);
        await door.close();
        await teams.close();
        await storage.close();
        log.info("stopped", { ms: Math.round(performance.now() - begun) });
        await watch.flush();
      },
    };
  } catch (fault) {
    await storage.close();
    throw fault;
  }
};

/** Opens the chosen store, and loads only its room. A store of a later release is closed before anything is written, a heartbeat too. */
const openStore = async (settings: Config["storage"], log: Log): Promise<Storage> => {
  const isFile = "dataDir" in settings;
  const storage = isFile
    ? await (await import("./sqlite/open-sqlite.ts")).openSqlite(settings.dataDir)
    : await (await import("./azure/open-storage.ts")).openStorage(settings);
  try {
    await refuseLater(storage.rows);
    return await watched(storage, isFile, log);
  } catch (fault) {
    await storage.close();
    throw fault;
  }
};

/** Stops this process if it may use the store no longer, and writes heartbeats into an Azure account, until the store is closed. */
const watched = async (storage: Storage, isFile: boolean, log: Log): Promise<Storage> => {
  const { rows } = storage;
  const lost = (why: "store-moved" | "store-later", say: string): void => {
    log.error(why, { say });
    process.kill(process.pid, "SIGTERM");
  };
  const end = isFile ? watchForm(rows, lost) : await keepAlive({ rows, log }, chance.id(), lost);
  const close = async () => {
    await end();
    await storage.close();
  };
  return { ...storage, close };
};

/**
 * Loads the telemetry only if an SDK of OpenTelemetry was registered before: its api alone takes a tenth of a start. The api keeps what is
 * registered under this symbol, where all its copies find it (version 1.9.1, internal/global-utils).
 */
const openWatch = async (engine: Parameters<typeof openTelemetry>[0]): Promise<Watch> => {
  const api = (globalThis as { readonly [key: symbol]: { readonly trace?: unknown; readonly metrics?: unknown } | undefined })[
    Symbol.for("opentelemetry.js.api.1")
  ];
  return api?.trace || api?.metrics ? (await import("./telemetry.ts")).openTelemetry(engine) : unwatched;
};

const sayOneMachine =
  "Everything is stored in one file on this machine. No other machine takes over when it stops, and what its disk loses is " +
  "lost: copy the file elsewhere every day " +
  "with npm run backup.";
