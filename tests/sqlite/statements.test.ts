import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Database } from "../../src/sqlite/driver.ts";
import { openInFolder } from "./folders.ts";

/** Statements that the engine says to SQLite, and when that has returned. */
const said = vi.hoisted(() => ({ statements: [] as string[], databases: [] as Database[] }));

vi.mock("../../src/sqlite/driver.ts", async (original) => {
  const driver = await original<typeof import("../../src/sqlite/driver.ts")>();
  const watched = (database: Database): Database => ({
    get isTransaction() {
      return database.isTransaction;
    },
    exec: (sql) => database.exec(sql),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        get: (...given) => statement.get(...given),
        all: (...given) => statement.all(...given),
        run: (...given) => {
          const result = statement.run(...given);
          said.statements.push(sql);
          return result;
        },
      };
    },
    close: () => database.close(),
  });
  const loadDriver: typeof driver.loadDriver = () => {
    const { open } = driver.loadDriver();
    return {
      open: (...given) => {
        const database = watched(open(...given));
        said.databases.push(database);
        return database;
      },
    };
  };
  return { ...driver, loadDriver };
});

let store: Awaited<ReturnType<typeof openInFolder>>;
beforeEach(async () => {
  said.databases.length = 0;
  store = await openInFolder();
});
afterEach(() => store.stop());

test("writes that wait together share a commit, and none is acknowledged before it has returned", async () => {
  const { rows, jobs } = store.storage;
  said.statements.length = 0;
  const acknowledged = () => said.statements.push("acknowledged");
  await Promise.all([
    ...Array.from({ length: 40 }, (_, n) => rows.commit("p", [{ do: "insert", key: `k${n}`, values: {} }]).then(acknowledged)),
    jobs.put({ job: "welcome-team", team: "t1" }).then(acknowledged),
  ]);
  expect(said.statements.filter((one) => !one.startsWith("insert"))).toEqual([
    "begin immediate",
    "commit",
    ...Array.from({ length: 41 }, () => "acknowledged"),
  ]);
});

test("an idle worker and a look at a row write nothing", async () => {
  said.statements.length = 0;
  expect(await store.storage.jobs.take("people", 32, 60_000)).toEqual([]);
  await store.storage.rows.get("p", "a");
  await Promise.all(Object.values(store.storage.check()));
  expect(said.statements).toEqual([]);
});

test("the connection is one that syncs each commit, overwrites what is deleted, and keeps nothing in other files", () => {
  const pragma = (name: string) => Object.values(said.databases.at(-1)?.prepare(`pragma ${name}`).get() as object)[0];
  const names = ["journal_mode", "synchronous", "fullfsync", "checkpoint_fullfsync", "secure_delete", "temp_store"];
  expect(names.map(pragma)).toEqual(["wal", 2, 1, 1, 1, 2]);
});
