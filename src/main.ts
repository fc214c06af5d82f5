import { readConfig } from "./config.ts";
import { startGnist } from "./gnist.ts";
import { openLog } from "./log.ts";
import { traceOf } from "./ports.ts";

/** Work in hand gets this long (ms) to finish after SIGTERM; then the process ends all the same. */
const graceMs = 20_000;

const read = readConfig(process.env);
if ("problems" in read) {
  process.stderr.write(`Gnist does not start. To mend:\n${read.problems.map((problem) => `  - ${problem}\n`).join("")}`);
  process.exit(1);
}
const log = openLog();
// Node itself would write the fault's message, which may quote words of a person.
process.on("uncaughtException", (fault) => {
  log.error("crashed", traceOf(fault));
  process.exit(1);
});
const starting = startGnist(read.config, log);
let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), graceMs).unref();
  starting
    .then((gnist) => gnist.stop())
    .then(
      () => process.exit(0),
      (fault: unknown) => {
        log.error("stop-failed", traceOf(fault));
        process.exit(1);
      },
    );
};
// Before it has started: as the first process of a container, it would not even be ended by a signal for which nothing waits.
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
try {
  await starting;
} catch (fault) {
  process.stderr.write(`Gnist does not start: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
