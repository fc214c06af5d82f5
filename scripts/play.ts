/** `npm run play`: Gnist on its embedded store behind the Agents Playground, with a demo team. `-- --reset` forgets everything first. */
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { readConfig } from "../src/config.ts";
import { startGnist } from "../src/gnist.ts";
import { openLog } from "../src/log.ts";
import { startPlayground } from "./playground.ts";

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });

const fail = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

const botVariables = ["MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "MicrosoftAppType"];
const read = readConfig({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !botVariables.includes(name))),
  NODE_ENV: "development",
});
if ("problems" in read) fail(`Gnist does not start. To mend:\n${read.problems.map((problem) => `  - ${problem}`).join("\n")}`);
const { config } = read as Extract<typeof read, { config: unknown }>;
const playgroundPort = Number(process.env.PLAYGROUND_PORT ?? "56150");
if (!Number.isInteger(playgroundPort) || playgroundPort < 0 || playgroundPort > 65_535)
  fail(`PLAYGROUND_PORT is "${process.env.PLAYGROUND_PORT}": give a number from 0 to 65535.`);
if (!(await isFree(playgroundPort)))
  fail(`Port ${playgroundPort} is taken, so the Playground cannot start. Choose another: PLAYGROUND_PORT=56151 npm run play`);
if (!(await isFree(config.port))) fail(`Port ${config.port} is taken, so Gnist cannot start. Choose another: PORT=3979 npm run play`);

if (process.argv.includes("--reset") && "dataDir" in config.storage) {
  await rm(config.storage.dataDir, { recursive: true, force: true });
  console.log("Everything is forgotten.");
}

const log = openLog();
const shown = process.argv.includes("--log") ? log : { ...log, info: () => undefined };
const gnist = await startGnist(config, shown).catch((fault: unknown) =>
  fail(`Gnist does not start: ${fault instanceof Error ? fault.message : String(fault)}`),
);
const playground = await startPlayground({
  botEndpoint: `http://127.0.0.1:${gnist.port}/api/messages`,
  configPath: fileURLToPath(new URL("./playground.yml", import.meta.url)),
  port: playgroundPort,
}).catch(async (fault: unknown) => {
  await gnist.stop();
  return fail(String(fault));
});

console.log(`
  Gnist is ready. Open  ${playground.url}

  You are Sara Lind of North clinic. Open the channel "General" to add Gnist to the team,
  then write  prompt now  in your Personal Chat, and  next  to let the week go by. Ctrl-C ends it.
`);

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await Promise.all([playground.stop(), gnist.stop()]);
  process.exit(0);
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
