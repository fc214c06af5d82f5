/** Moves all rows and jobs to the other store: `npm run move-store -- to-azure` or `-- to-file`. See "Move to Azure, or back" in docs/guides/operator.md. */
import { resolve } from "node:path";
import { openStorage } from "../src/azure/open-storage.ts";
import { type AzureAccount, readStores } from "../src/config.ts";
import { realClock } from "../src/entry/clock.ts";
import { moveStore } from "../src/moving/move-store.ts";
import { StoreFault } from "../src/ports.ts";
import { openSqlite } from "../src/sqlite/open-sqlite.ts";
import { directions } from "../src/store/row-shapes.ts";

const fail = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

/** The account's name in markers and messages; every run must find one name for one account. */
const nameOf = (azure: AzureAccount): string => {
  if ("account" in azure) return azure.account;
  const part = (name: string) => new RegExp(`(?:^|;)${name}=([^;]+)`, "i").exec(azure.connectionString)?.[1];
  return part("AccountName") ?? part("TableEndpoint") ?? "of the emulator";
};

const given = process.argv.slice(2).join(" ");
const way =
  directions.find((name) => name === given) ??
  fail(`Say where everything goes: "npm run move-store -- to-azure" or "npm run move-store -- to-file". Given was "${given}".`);

const { azure, folder, problems } = readStores(process.env);
const missing = [
  folder ? [] : "GNIST_DATA_DIR is not set: give the folder of the store in a file. It is .data where Gnist has been told no other.",
  azure
    ? []
    : "No Azure storage account is set: give AZURE_STORAGE_ACCOUNT (you are then signed in as yourself) or AZURE_STORAGE_CONNECTION_STRING.",
].flat();
if (!azure || !folder || problems.length > 0)
  throw fail(
    `Nothing was moved: both stores must be named. To mend:\n${[...problems, ...missing].map((problem) => `  - ${problem}`).join("\n")}`,
  );

try {
  const file = await openSqlite(folder.dataDir, { alone: true, existing: way === "to-azure" });
  try {
    const inFile = { storage: file, where: `the folder ${resolve(folder.dataDir)}` };
    const inAzure = { storage: await openStorage(azure), where: `the Azure account ${nameOf(azure)}` };
    const [from, to] = way === "to-azure" ? [inFile, inAzure] : [inAzure, inFile];
    await moveStore({ from, to, way }, realClock, console.log);
  } finally {
    await file.close();
  }
} catch (fault) {
  const again = fault instanceof StoreFault ? " When that is mended, run the command again: it goes on where it was." : "";
  fail(`Not moved. ${fault instanceof Error ? fault.message : String(fault)}${again}`);
}
