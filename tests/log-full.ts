import { openLog } from "../src/log.ts";

/* A process whose log cannot be written: it says on standard error that it goes on, and ends by itself. */

const log = openLog();
log.info("stopped", { ms: 1 });
setTimeout(() => {
  log.info("stopped", { ms: 2 });
  setTimeout(() => {
    process.stderr.write("goes on");
    process.exit(0);
  }, 100);
}, 100);
