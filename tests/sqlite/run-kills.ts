/** `npm run test:kills [times]`: two writers on one file, one of them killed (-9) at random moments, 200 times by default. */
import { killWriters } from "./kills.ts";

const times = Number(process.argv[2] ?? 200);
const { acknowledged, lost, halves, longestMs } = await killWriters(times, 1);
process.stdout.write(
  `${times} kills: ${acknowledged.toLocaleString("en")} acknowledged, ${lost.length} lost, ${halves.length} by half; ` +
    `the other writer was without an acknowledgement for ${longestMs.toFixed(0)} ms at most\n`,
);
process.exit(lost.length + halves.length > 0 ? 1 : 0);
