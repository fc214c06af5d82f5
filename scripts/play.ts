/** `npm run play`: starts Gnist with its store in a file, a demo team, and the Agents Playground in front. `-- --reset` deletes the folder `.data` first. */
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { type Demo, startDemo } from "./demo.ts";

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

const portOf = async (name: string, usual: number, what: string): Promise<number> => {
  const port = Number(process.env[name] ?? usual);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    fail(`${name} is "${process.env[name]}": give a number from 1 to 65535, or leave it out for ${usual}.`);
  if (!(await isFree(port))) fail(`Port ${port} is taken, so ${what} cannot start. Choose another: ${name}=${port + 1} npm run play`);
  return port;
};

const reset = process.argv.includes("--reset");
if (reset && process.env.GNIST_DATA_DIR)
  fail(
    "Nothing was forgotten: GNIST_DATA_DIR names a folder, which may be the store of a Gnist in use. To resolve, leave GNIST_DATA_DIR out: then .data is forgotten. Or " +
      "delete that folder yourself.",
  );
const port = await portOf("PORT", 3978, "Gnist");
const playgroundPort = await portOf("PLAYGROUND_PORT", 56_150, "the Playground");
const dataDir = process.env.GNIST_DATA_DIR || ".data";
if (reset) {
  await rm(dataDir, { recursive: true, force: true });
  console.log("Everything is forgotten.");
}

const demo: Demo = await startDemo({ dataDir, port, playgroundPort, verbose: process.argv.includes("--verbose") }).catch((fault: unknown) =>
  fail(`Gnist does not start: ${fault instanceof Error ? fault.message : String(fault)}`),
);

console.log(`
  Gnist is ready. Open  ${demo.playground.url}

  You are Sara Lind of North clinic. Open the channel "North clinic - General" to add Gnist to the team, then write
  prompt now  in your Personal Chat, and  next  to let the week go by. Your five colleagues answer by themselves, as
  the days pass. Ctrl-C ends it.
`);

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await demo.stop();
  process.exit(0);
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
