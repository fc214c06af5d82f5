import { benchAnswers } from "./answers.ts";
import { benchDigest } from "./digest.ts";
import { benchExport } from "./export.ts";
import { benchGrowth } from "./growth.ts";
import { benchHistory } from "./history.ts";
import { benchIdle } from "./idle.ts";
import { benchTamings } from "./inbound.ts";
import { benchPace } from "./pace.ts";
import { benchProfile } from "./profile.ts";
import { benchRows } from "./rows.ts";
import { benchSends } from "./sends.ts";
import { benchSimilar } from "./similar.ts";
import { benchSlowConnections } from "./slow-connections.ts";
import { benchStart } from "./start.ts";
import { benchTelemetry } from "./telemetry.ts";

/** Every bench by name. `npm run bench` runs all, `npm run bench -- sends` one; a size and a bench's further argument may follow. */
const benches: Readonly<Record<string, (size?: number, more?: string) => Promise<void>>> = {
  answers: benchAnswers,
  profile: benchProfile,
  tamings: benchTamings,
  sends: benchSends,
  growth: benchGrowth,
  pace: benchPace,
  digest: benchDigest,
  start: benchStart,
  idle: benchIdle,
  rows: benchRows,
  history: benchHistory,
  similar: benchSimilar,
  export: benchExport,
  "slow-connections": benchSlowConnections,
  telemetry: benchTelemetry,
};

const [wanted, size, more] = process.argv.slice(2);
if (wanted !== undefined && !benches[wanted])
  throw new Error(`There is no bench called ${wanted}; there are ${Object.keys(benches).join(", ")}.`);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted !== undefined && wanted !== name) continue;
  console.log(name);
  await bench(size === undefined ? undefined : Number(size), more);
}
process.exit(0);
