import { tryStorage } from "../azure/try-storage.ts";
import { type AzureAccount, readConfig, readStores } from "../config.ts";
import type { Rows } from "../ports.ts";
import { checkPackages, packagesIn } from "./app-package.ts";
import { checkAccount, checkAccountRights, whyUnusable } from "./azure-store.ts";
import { type Check, type CheckEnd, notChecked } from "./check-end.ts";
import { checkCredential } from "./credential.ts";
import { checkDisk, checkFile, checkFileRights, checkNetworkDisk, type OpenedFile, openFile } from "./file-store.ts";
import { checkDoor, checkUrl } from "./gnist-url.ts";
import { askKeys, checkClock, type Off } from "./keys.ts";
import { checkDaysOff, checkNode, checkSettings, checkSqlite } from "./machine.ts";
import { type Paper, runChecks } from "./run-checks.ts";
import { sendTestMessage } from "./test-message.ts";

type ExamineHow = {
  /** Sends a test message to an admin. */
  readonly message: boolean;
  /** Packages of the Teams app to look at; empty: those in `dist`. */
  readonly packages: readonly string[];
  readonly dist: string;
};

const localMs = 10_000;
const outsideMs = 20_000;

/**
 * Examines Gnist as this environment sets it up, and prints what it finds. It changes nothing that stays: it writes one row of its own, and deletes it.
 * @returns whether something is broken
 */
export const examine = async (env: Readonly<Record<string, string | undefined>>, wanted: ExamineHow, paper: Paper): Promise<boolean> => {
  const store = storeChecks(env);
  const results = await runChecks(checksFor(env, wanted, store), paper);
  await store.close();
  const count = (is: CheckEnd["is"]) => results.filter((result) => result.is === is).length;
  const sums = (["broken", "warning", "not checked"] as const).flatMap((is) => (count(is) > 0 ? [`${count(is)} ${is}`] : []));
  paper.line("");
  paper.line(sums.length === 0 ? "All is well." : `${sums.join(", ")}, ${count("ok")} ok.`);
  return count("broken") > 0;
};

const checksFor = (
  env: Readonly<Record<string, string | undefined>>,
  { message, packages, dist }: ExamineHow,
  store: StoreChecks,
): readonly Check[] => {
  const read = readConfig(env);
  const config = "config" in read ? read.config : undefined;
  const group = (name: string, checks: readonly Omit<Check, "group">[]): readonly Check[] =>
    checks.map((check) => ({ ...check, group: name }));
  /** A check that needs settings which can be read. */
  const configured = (run: (read: NonNullable<typeof config>, signal: AbortSignal) => Promise<CheckEnd>): Check["run"] =>
    config ? (signal) => run(config, signal) : async () => notChecked("the settings above must be mended first");

  const keys = once((signal: AbortSignal) => (config ? askKeys(config, Date.now, signal) : undefined));
  const clock: Check["run"] = async (signal) => {
    const [asked, azure] = await Promise.all([keys(signal), store.off()]);
    return checkClock([asked?.off ?? [], azure ?? []].flat());
  };
  return [
    ...group("Settings and machine", [
      { id: "settings", limitMs: localMs, run: async () => checkSettings(read) },
      { id: "node", limitMs: localMs, run: async () => checkNode(process.version) },
      { id: "sqlite", limitMs: localMs, run: async () => checkSqlite() },
      { id: "clock", limitMs: outsideMs, run: clock },
      {
        id: "days-off",
        limitMs: localMs,
        run: async () => checkDaysOff(config?.zone ?? "Europe/Stockholm", Date.now()),
      },
    ]),
    ...group("Store", store.checks),
    ...group("Microsoft", [
      {
        id: "keys",
        limitMs: outsideMs,
        run: configured(async (_config, signal) => (await keys(signal))?.result ?? notChecked("no settings")),
      },
      { id: "credential", limitMs: outsideMs, run: configured(checkCredential) },
    ]),
    ...group("The way to Gnist", [
      { id: "gnist-url", limitMs: outsideMs, run: configured((config, signal) => checkUrl(config, Date.now(), signal)) },
      { id: "door", limitMs: outsideMs, run: configured(checkDoor) },
    ]),
    ...group("Teams", [
      {
        id: "app-package",
        limitMs: outsideMs,
        run: configured(async (config, signal) => checkPackages(packages.length > 0 ? packages : await packagesIn(dist), config, signal)),
      },
      {
        id: "message",
        limitMs: 2 * outsideMs,
        run: message
          ? configured(async (config) => sendTestMessage(config, await store.rows()))
          : async () => notChecked("npm run doctor -- --message sends an admin a test message"),
      },
    ]),
  ];
};

/** Makes work that several checks share, and that runs at the first of them. */
const once = <Given extends unknown[], T>(work: (...given: Given) => T): ((...given: Given) => T) => {
  let made: { readonly end: T } | undefined;
  return (...given) => {
    made ??= { end: work(...given) };
    return made.end;
  };
};

type StoreChecks = {
  readonly checks: readonly Omit<Check, "group">[];
  /** How far this machine's clock is from the store's. */
  readonly off: () => Promise<Off | undefined>;
  readonly rows: () => Promise<Rows | undefined>;
  readonly close: () => Promise<void>;
};

const nothing = async (): Promise<undefined> => undefined;

const storeChecks = (env: Readonly<Record<string, string | undefined>>): StoreChecks => {
  const { azure, folder, problems } = readStores(env);
  if (problems.length > 0 || (azure && folder)) {
    const run = async () => notChecked("the settings of the store must be mended first");
    const checks = ["store", "rights", "disk", "network-disk"].map((id) => ({ id, limitMs: localMs, run }));
    return { checks, off: nothing, rows: nothing, close: nothing };
  }
  return azure ? accountChecks(azure) : fileChecks(folder?.dataDir ?? ".data");
};

const fileChecks = (dataDir: string): StoreChecks => {
  let found: OpenedFile | undefined;
  const opened = once(async () => {
    found = await openFile(dataDir);
    return found;
  });
  return {
    checks: [
      { id: "store", limitMs: localMs, run: async () => checkFile(await opened()) },
      { id: "rights", limitMs: localMs, run: async () => checkFileRights(dataDir, await opened()) },
      { id: "disk", limitMs: localMs, run: () => checkDisk(dataDir) },
      { id: "network-disk", limitMs: localMs, run: () => checkNetworkDisk(dataDir) },
    ],
    off: nothing,
    rows: async () => {
      const store = await opened();
      return "storage" in store ? store.storage.rows : undefined;
    },
    // A disk that does not answer opens nothing, and nobody waits for it.
    close: async () => {
      if (found && "storage" in found) await found.storage.close();
    },
  };
};

const accountChecks = (azure: AzureAccount): StoreChecks => {
  const tried = once(() => tryStorage(azure, whyUnusable));
  const noFile = async () => notChecked("the store is an Azure storage account");
  return {
    checks: [
      { id: "store", limitMs: outsideMs, run: async () => checkAccount(await tried()) },
      { id: "rights", limitMs: outsideMs, run: async () => checkAccountRights(await tried()) },
      { id: "disk", limitMs: localMs, run: noFile },
      { id: "network-disk", limitMs: localMs, run: noFile },
    ],
    off: async () => {
      const { offMs } = await tried();
      return offMs === undefined ? undefined : { of: "the storage account", ms: offMs };
    },
    rows: async () => (await tried()).rows,
    close: nothing,
  };
};
