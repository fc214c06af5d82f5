/** Backs up the store in a file while Gnist uses it: `npm run backup -- FILE`. See "Back up" in docs/guides/operator.md. */
import { join, resolve } from "node:path";
import { readStores } from "../src/config.ts";
import { fileName } from "../src/sqlite/folder.ts";
import { openSqlite } from "../src/sqlite/open-sqlite.ts";
import { refuseMoved } from "../src/store/moving.ts";

const fail = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

const [given, ...more] = process.argv.slice(2);
// A word such as --help would be a file in the folder of the program, with all that people have written.
if (!given || given.startsWith("-") || more.length > 0)
  throw fail('Say where the backup goes, as one file that is not there yet: "npm run backup -- FILE".');

const { azure, folder } = readStores(process.env);
if (azure && !folder)
  throw fail(
    "Nothing was backed up: the store is an Azure storage account, and this command is for a store in a file. Azure itself keeps several copies of an account; its " +
      'redundancy says how many and where. For a copy in a file, stop Gnist, run "npm run move-store -- to-file", copy the file, and move back.',
  );
const dataDir = folder?.dataDir ?? ".data";

try {
  const begun = Date.now();
  const storage = await openSqlite(dataDir, { existing: true });
  // A copy of a store that nobody uses any more would look like one of last night.
  await refuseMoved(storage.rows);
  const { rows, jobs, bytes } = await storage.backupTo(given);
  await storage.close();
  const amount = (count: number): string => count.toLocaleString("en");
  console.log(
    `${resolve(given)} is a backup of ${resolve(dataDir)} and was checked: ${amount(rows)} rows, ${amount(jobs)} jobs, ${amount(Math.ceil(bytes / 1024))} KiB, ` +
      `${((Date.now() - begun) / 1_000).toFixed(1)} s. To restore it, stop Gnist, move what is in ${resolve(dataDir)} away, copy the backup to ` +
      `${join(resolve(dataDir), fileName)}, and start Gnist.`,
  );
} catch (fault) {
  fail(`Nothing was backed up. ${fault instanceof Error ? fault.message : String(fault)}`);
}
