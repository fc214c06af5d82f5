import { Agent, request } from "node:http";
import { render } from "../../cards/index.ts";
import { teamIdOf } from "../../src/domain/ids.ts";
import { lanes } from "../../src/domain/job.ts";
import { answer } from "../../src/entry/answer.ts";
import { fileDoor } from "../../src/entry/files.ts";
import { recent } from "../../src/entry/recent.ts";
import { tick } from "../../src/entry/ticker.ts";
import { work } from "../../src/entry/worker.ts";
import type { RecentTeam } from "../../src/flows/flow.ts";
import { postedResults } from "../../src/flows/records/posted-results.ts";
import { type Files, fileRoutes } from "../../src/http/files.ts";
import { openDoor } from "../../src/http/open-door.ts";
import { type ReadResults, resultsRoute } from "../../src/http/results.ts";
import { type HttpRoute, routesTo } from "../../src/http/routes.ts";
import { freePace } from "../../src/memory/free-pace.ts";
import { memoryJobs } from "../../src/memory/memory-jobs.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import type { Clock, Ports, Rows } from "../../src/ports.ts";
import { openSimilar } from "../../src/search/similar.ts";
import { kindOf } from "../../src/store/kinds.ts";
import type { Person as StoredPerson } from "../../src/store/person.ts";
import { decode } from "../../src/store/record.ts";
import { openTeams } from "../../src/teams/open-teams.ts";
import { startTeamsStub } from "../teams-stub/stub.ts";
import { seeded } from "../world/chance.ts";
import { openTestLog } from "../world/log.ts";
import { hour, minute, monday, thisRound, week } from "../world/moments.ts";
import { line } from "../world/words.ts";

/**
 * Gnist between a real HTTP door and a Teams of its own (tests/teams-stub): the adapter to Teams, flows, jobs and clock are real; rows and jobs are in memory, and
 * time stands still until the test moves it.
 */

/** Longest body (bytes) that the door reads. */
const mostBytes = 256 * 1024;

/** The answer to bytes that were sent to the door. */
type Answered = { readonly status: number; readonly text: string };

/** A world behind the door. */
type Behind = {
  readonly run: HttpRoute["run"];
  readonly files: Files;
  readonly results: ReadResults;
  readonly now: () => number;
};

export type FuzzDoor = Awaited<ReturnType<typeof openFuzzDoor>>;

/** One door for many worlds, one after another: what it keeps of their requests would show in memory. */
export const openFuzzDoor = async () => {
  const nobody = () => {
    throw new Error("There is no world behind the door.");
  };
  let behind: Behind = { run: nobody, files: { look: nobody, name: nobody, take: nobody, busy: nobody }, results: nobody, now: () => 0 };
  let worlds = 0;
  const { log, logged, wrong } = openTestLog();
  const live = () => ({});
  const ready = async () => ({ ok: true, parts: {} });
  const files: Files = {
    look: (token, accepted) => behind.files.look(token, accepted),
    name: (token) => behind.files.name(token),
    take: (token) => behind.files.take(token),
    busy: (accepted) => behind.files.busy(accepted),
  };
  const routes = [
    ...routesTo({ messages: (asked, said) => behind.run(asked, said), live, ready }),
    ...fileRoutes(files),
    // Each world begins on the same Monday, and the route counts by time.
    resultsRoute(
      (token) => behind.results(token),
      () => worlds * 100 * week + behind.now(),
    ),
  ];
  // As a door on the internet: a local one refuses the hosts of others before it reads their addresses.
  const door = await openDoor({ port: 0, host: "127.0.0.1", local: false, routes, log });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (body: string): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const bytes = Buffer.byteLength(body);
      const headers = { "content-type": "application/json; charset=utf-8", "content-length": String(bytes) };
      const to = { host: "127.0.0.1", port: door.port, path: "/api/messages", method: "POST", agent, headers };
      const sent = request(to, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (piece) => {
          text += piece;
        });
        response.once("close", () => resolve({ status: response.statusCode ?? 0, text }));
      });
      sent.once("error", (fault) => {
        if (bytes > mostBytes) resolve({ status: 413, text: "" });
        // The door has closed a connection that was kept, after an answer of 400 or 413.
        else if (sent.reusedSocket) send(body).then(resolve, reject);
        else reject(fault);
      });
      sent.end(body);
    });
  return {
    url: `http://127.0.0.1:${door.port}/api/messages`,
    log,
    logged,
    wrong,
    leadsTo: (world: Behind) => {
      behind = world;
      worlds += 1;
    },
    /** Sends bytes as the body of a POST. The door hangs up on a body that is too long, maybe before its answer is read: then the status is 413 too. */
    send,
    close: async () => {
      agent.destroy();
      await door.close();
    },
  };
};

/** Rows that remember the partitions in which anything was written. */
const watched = (rows: Rows) => {
  const partitions = new Set<string>();
  const commit: Rows["commit"] = (partition, changes) => {
    partitions.add(partition);
    return rows.commit(partition, changes);
  };
  return { partitions, rows: { ...rows, commit } };
};

export type HostileWorld = Awaited<ReturnType<typeof startHostileWorld>>;

/** Longest time (ms) of a call to Teams: a call that never gets an answer costs a test this much, and no other call may take so long on a busy machine. */
const limitMs = 1_500;

/** A settling ends after this many turns: a job that always comes back must not hold a test. */
const mostTurns = 400;

export const startHostileWorld = async (door: FuzzDoor, seed: number) => {
  let now = monday;
  const random = seeded(seed);
  const stub = await startTeamsStub({ now: () => now, patienceMs: 20_000 });
  const teams = await openTeams({
    settings: {},
    serviceHosts: [],
    local: true,
    render,
    log: door.log,
    limitMs,
    otherUrl: `${stub.serviceUrl}elsewhere`,
  });
  const { rows, partitions } = watched(memoryRows());
  const clock: Clock = {
    now: () => now,
    wait: async (ms, stop) => {
      if (stop) return new Promise<void>((resolve) => stop.addEventListener("abort", () => resolve(), { once: true }));
      now += ms;
    },
  };
  const jobs = memoryJobs(clock);
  const chance = { fraction: random.fraction, id: random.id };
  const ports: Ports = {
    rows,
    jobs,
    channel: teams.channel,
    pace: freePace,
    clock,
    chance,
    similar: openSimilar(),
    findings: async () => [],
    log: door.log,
  };
  const [north, south] = [
    stub.addTeam({
      name: "North clinic",
      channels: ["Side"],
      members: ["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg", "Nina Ny", { name: "Gus Guest", guest: true }],
    }),
    stub.addTeam({ name: "South clinic", members: ["Eva Ek", "Ola Ek", "Liv Ek"] }),
  ];
  const ada = stub.addPerson({ name: "Ada Admin" });
  const settings = {
    local: false,
    zone: "Europe/Berlin",
    admins: [ada.entraId.toLowerCase()],
    people: recent<StoredPerson>(
      () => now,
      10_000,
      100,
      ({ teams }) => teams.length > 0,
    ),
    teams: recent<RecentTeam | undefined>(
      () => now,
      10_000,
      100,
      (team) => team !== undefined,
    ),
  };
  let url: string | undefined;
  const answering: Parameters<typeof teams.handle>[2] = (incoming) => answer(incoming, ports, { ...settings, ...(url ? { url } : {}) });
  door.leadsTo({
    run: (asked, said) => teams.handle(asked, said, answering),
    files: fileDoor(ports),
    results: (token) => postedResults(token, ports),
    now: () => now,
  });
  stub.bots([door.url]);

  /** Runs due rows and jobs until none is left that is visible. */
  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < mostTurns; turns++) {
      await tick(ports);
      const taken = (await Promise.all(lanes.map((lane) => jobs.take(lane, 32, 60_000)))).flat();
      if (taken.length === 0) return;
      for (const one of taken) await work(one, ports);
    }
  };
  /** Moves the clock, in steps that let jobs run whose time comes in between. */
  const moveTo = async (at: number, stepMs = 6 * hour): Promise<void> => {
    while (now < at) {
      now = Math.min(at, now + stepMs);
      await settle();
    }
    now += 4_000;
    await settle();
  };

  return {
    door,
    stub,
    ports,
    settle,
    moveTo,
    north,
    south,
    ada,
    /** Whether Gnist knows its own address, and gives links to files. Without it, Teams asks where a file may go. */
    givesLinks: (does: boolean) => {
      url = does ? new URL(door.url).origin : undefined;
    },
    ids: { north: teamIdOf(north.tenantId, north.id), south: teamIdOf(south.tenantId, south.id) },
    now: () => now,
    /** Every row of which anything has been written, with the reason where it cannot be read. */
    unreadable: async (): Promise<readonly string[]> => {
      const all = await Promise.all(
        [...partitions].map(async (partition) => {
          const found = await rows.list(partition, { from: "", to: "\uffff" });
          return found.flatMap((row) => {
            const kind = kindOf(partition, row.key);
            if (!kind) return [`${partition} ${row.key} is of no kind, or was set aside`];
            try {
              decode(kind, partition, row);
              return [];
            } catch (fault) {
              return [`${partition} ${row.key}: ${fault instanceof Error ? fault.message : String(fault)}`];
            }
          });
        }),
      );
      return all.flat();
    },
    /** Jobs that were set aside. */
    poisoned: async () => (await jobs.poisoned()).map(({ reason, job }) => `${reason}: ${JSON.stringify(job)}`),
    /** The ids of the ideas of a team. */
    ideas: async (team: string) =>
      (await rows.list(`team|${team}`, { from: "idea|", to: "idea|~" })).map(({ key }) => key.slice("idea|".length)),
    stop: async () => {
      teams.close();
      await stub.stop();
    },
  };
};

/** Lets two teams add Gnist, and posts a digest in one of them: three ideas, of which one has an owner and another waits. */
export const aFirstRound = async ({ stub, north, south, moveTo, now }: HostileWorld): Promise<void> => {
  await stub.installs(north);
  await stub.installs(south);
  await moveTo(now() + minute, minute);
  await moveTo(thisRound.question + minute);
  const answers = { "Sara Lind": "The printer is slow", "Omar Haddad": "The door is heavy", "Pia Holm": "Nobody finds the keys" };
  for (const [name, text] of Object.entries(answers)) await stub.person(name).presses("Send", { inputs: { [line]: text } });
  await stub.person("Eva Ek").presses("Send", { inputs: { [line]: "The south stairs are dark" } });
  await moveTo(thisRound.digest + minute);
  const onPrinter = { in: north, on: "The printer is slow" };
  await stub.person("Omar Haddad").presses("Take or ask", onPrinter);
  await stub.person("Omar Haddad").presses("I'll take it", onPrinter);
  await moveTo(now() + minute, minute);
};
