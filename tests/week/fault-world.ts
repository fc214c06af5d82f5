import { openStorage } from "../../src/azure/open-storage.ts";
import { teamIdOf } from "../../src/domain/ids.ts";
import type { Storage } from "../../src/ports.ts";
import { startAzurite } from "../azurite.ts";
import { openInFolder } from "../sqlite/folders.ts";
import type { CallMade, Entry } from "../teams-stub/ledger.ts";
import { startTeamsStub, type TeamsStub } from "../teams-stub/stub.ts";
import type { Person, Team } from "../teams-stub/world.ts";
import { question } from "../world/words.ts";
import { type Instance, startInstance } from "./gnist-process.ts";

/** A stored row. For a store in a file, `storedAt` is the time at which the test saw its last change, at most 0.1 s late. */
type StoredRow = { readonly key: string; readonly storedAt: number; readonly values: Readonly<Record<string, unknown>> };

export type FaultWorld = Awaited<ReturnType<typeof openFaultWorld>>;

/** A store that the test opens too, with the settings of an instance that uses it. */
type Store = {
  readonly env: Readonly<Record<string, string>>;
  readonly storage: Storage;
  storedAt(partition: string, key: string): number;
  stop(): Promise<void>;
};

/** A store in a file. It keeps no times, so it is looked at ten times a second. */
const inAFile = async (): Promise<Store> => {
  const { storage, folder, stop } = await openInFolder();
  const seen = new Map<string, { readonly values: string; readonly at: number }>();
  const look = async () => {
    const at = Date.now();
    for (const { partition, key, values } of await storage.everyRow(100_000)) {
      const text = JSON.stringify(values);
      const place = `${partition} ${key}`;
      if (seen.get(place)?.values !== text) seen.set(place, { values: text, at });
    }
  };
  const looking = setInterval(() => void look(), 100);
  return {
    env: { GNIST_DATA_DIR: folder },
    storage,
    storedAt: (partition, key) => seen.get(`${partition} ${key}`)?.at ?? 0,
    async stop() {
      clearInterval(looking);
      await stop();
    },
  };
};

/** Azurite. @param through the connection string that instances are given, made from Azurite's own. */
export const inAzurite = (through: (connectionString: string) => Promise<string>) => async (): Promise<Store> => {
  const { connectionString, stop } = await startAzurite();
  return {
    env: { AZURE_STORAGE_CONNECTION_STRING: await through(connectionString) },
    storage: await openStorage({ connectionString }),
    storedAt: () => 0,
    stop,
  };
};

/** Whole processes of Gnist on one store and one Teams. */
export const openFaultWorld = async (instances: number, open: () => Promise<Store> = inAFile) => {
  const store = await open();
  const { storage } = store;
  const stub = await startTeamsStub();
  const running: Instance[] = [];

  const start = async (count: number): Promise<void> => {
    const fresh = Array.from({ length: count }, () => startInstance(store.env));
    running.push(...(await Promise.all(fresh)));
    stub.bots(running.map(({ url }) => url));
  };
  await start(instances);

  /** The rows of a partition whose keys begin so. */
  const rows = async (partition: string, from: string): Promise<readonly StoredRow[]> =>
    (await storage.rows.list(partition, { from, to: `${from}~` })).map(({ key, values }) => ({
      key,
      storedAt: store.storedAt(partition, key),
      values,
    }));

  const partitionOf = (team: Team) => `team|${teamIdOf(team.tenantId, team.id)}`;
  /** The last part of a row's name. */
  const nameOf = ({ key }: StoredRow) => key.slice(key.lastIndexOf("|") + 1);

  return {
    storage,
    stub,
    running: running as readonly Instance[],
    start,
    rows,
    rowsOf: (team: Team, from: string) => rows(partitionOf(team), from),
    nameOf,
    /** The questions of a team's round: rows by person, and counts by state. */
    asksOf: async (team: Team): Promise<readonly StoredRow[]> => rows(partitionOf(team), "asked|"),
    /** Gnist is added to teams, by the first member of each, and has said hello in all of them. */
    installs: async (...teams: readonly Team[]): Promise<void> => {
      for (const team of teams) await stub.installs(team);
      const greeted = (ledger: readonly Entry[]) =>
        teams.every((team) =>
          ledger.some(({ place, words }) => place.kind === "channel" && place.team === team && words.includes("Hello, I am Gnist")),
        );
      await stub.until(greeted, 60_000);
    },
    /** Kills all instances at one moment. */
    killAll: async (): Promise<void> => {
      await Promise.all(running.splice(0).map((one) => one.kill()));
    },
    close: async (): Promise<void> => {
      await Promise.all(running.splice(0).map((one) => one.kill()));
      await stub.stop();
      await store.stop();
    },
  };
};

export const stateOf = ({ values }: StoredRow, column = "delivery"): string => String(values[column] ?? "").split("|")[0] ?? "";

/** How many rows are in each state. */
export const countStates = (asks: readonly StoredRow[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const ask of asks) counts[stateOf(ask)] = (counts[stateOf(ask)] ?? 0) + 1;
  return counts;
};

/** The questions that somebody, or a team, was sent. */
export const promptsTo = ({ ledger }: TeamsStub, people: readonly Person[]): readonly Entry[] =>
  ledger.filter(({ person, words, ...entry }) => entry.do === "post" && person && people.includes(person) && words.includes(question));

/** Posts to somebody's chat, taken in or not. */
export const postsTo = ({ calls }: TeamsStub, person: Person): readonly CallMade[] =>
  calls.filter(({ call }) => call?.kind === "post" && call.place?.kind === "chat" && call.place.person === person);

/** Waits for what the store shows: it tells nobody when it changes. */
export const untilStored = async <T>(look: () => Promise<T>, isThere: (found: T) => boolean, ms: number): Promise<T> => {
  for (const until = Date.now() + ms; ; ) {
    const found = await look();
    if (isThere(found)) return found;
    if (Date.now() > until) throw new Error(`not stored within ${ms} ms: ${JSON.stringify(found)?.slice(0, 2_000)}`);
    await new Promise((next) => setTimeout(next, 300));
  }
};
