/**
 * A program for the tests of the embedded store: `writers.ts <folder> <prefix> <processes>`. Writes without end, two rows a transaction and a message beside, and
 * says each that was acknowledged in a line. All processes are in one group.
 */
import { spawn } from "node:child_process";
import { QueueClient } from "@azure/storage-queue";
import { openEmbeddedStore } from "../../src/azure/embedded-store.ts";
import { openStorage } from "../../src/azure/open-storage.ts";

const [program = "", folder = "", prefix = "", processes = "1"] = process.argv.slice(1);
if (Number(processes) > 1) {
  const loader = import.meta.resolve("tsx");
  spawn(process.execPath, ["--no-warnings", "--import", loader, program, folder, `${prefix}x`, `${Number(processes) - 1}`], {
    stdio: "inherit",
  });
}

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const { connectionString } = await openEmbeddedStore(folder, quiet);
const { rows } = await openStorage({ connectionString });
const queue = new QueueClient(connectionString, "writers");
await queue.createIfNotExists();
const write = async (writer: string): Promise<void> => {
  for (let n = 0; ; n += 1) {
    const key = `${writer}-${n}`;
    const ended = await rows.commit("p", [
      { do: "insert", key: `${key}-a`, values: { words: "Blåbær" } },
      { do: "insert", key: `${key}-b`, values: {} },
    ]);
    if (ended === "done") process.stdout.write(`row ${key}-a\nrow ${key}-b\n`);
    await queue.sendMessage(key);
    process.stdout.write(`message ${key}\n`);
  }
};
await Promise.all(["1", "2"].map((writer) => write(`${prefix}${writer}`)));
