import type { Idea } from "../src/domain/idea/idea.ts";
import { teamIdOf } from "../src/domain/ids.ts";
import { defaultSettings } from "../src/domain/settings/default-settings.ts";
import type { Team } from "../src/domain/teams/team.ts";
import { files } from "../src/entry/files.ts";
import { freePace } from "../src/memory/free-pace.ts";
import { memoryJobs } from "../src/memory/memory-jobs.ts";
import type { Change, Ports, Rows } from "../src/ports.ts";
import { openSqlite } from "../src/sqlite/open-sqlite.ts";
import { rowKinds } from "../src/store/kinds.ts";
import { encode } from "../src/store/record.ts";
import { teamPartition } from "../src/store/team.ts";

/** One process of the bench of exports (export.ts): `fill` stores a team with so many ideas, `export` makes its file and keeps none of it. */

const tenant = "11111111-1111-4111-8111-111111111111";
const team = teamIdOf(tenant, "19:export@thread.tacv2");
const begin = Date.UTC(2026, 0, 1);

const ideaOf = (one: number): Idea => ({
  id: String((one * 7_919) % 100_000_007).padStart(22, "i"),
  createdAt: begin + one * 1_000,
  shownAt: begin + one * 1_000,
  steppedAt: begin + one * 2_000,
  digest: "2026-W02",
  number: one + 1,
  friction: `The same line is written in system ${one}, and once more on paper before the shift ends`,
  proposal: "Write it once",
  kind: "tools",
  showName: false,
  stage: one % 2 === 0 ? "new" : "adopted",
  voices: 1 + (one % 9),
});

const fill = async (rows: Rows, ideas: number): Promise<void> => {
  const perCommit = 50;
  const row: Team = {
    id: team,
    tenantId: tenant,
    teamsId: "19:export@thread.tacv2",
    serviceUrl: "http://127.0.0.1:1/",
    name: "Export",
    channelId: "19:export@thread.tacv2",
    channels: [],
    addedAt: begin,
    leads: [],
    openRounds: [],
    largeTeamAgreed: false,
    toldNothing: false,
    settings: defaultSettings("Europe/Stockholm", "en"),
  };
  await rows.commit(teamPartition(team), [{ do: "insert", key: "team", values: encode(rowKinds.team, row) }]);
  for (let from = 0; from < ideas; from += perCommit)
    await rows.commit(
      teamPartition(team),
      Array.from({ length: Math.min(perCommit, ideas - from) }, (_, at): readonly Change[] => {
        const idea = ideaOf(from + at);
        const step = { stage: "planned", at: idea.steppedAt ?? 0, event: "take", who: "someone" } as const;
        return [
          { do: "insert", key: `${from + at < ideas / 2 ? "idea" : "ended"}|${idea.id}`, values: encode(rowKinds.idea, idea) },
          { do: "insert", key: `step|${idea.id}|0000000000000|n`, values: encode(rowKinds.step, step) },
        ];
      }).flat(),
    );
};

/** Pieces between two looks at what is in use. Without taking out the garbage first, a look says more of Node than of the export. */
const piecesBetween = 20;

const [what, folder = "", size = "0"] = process.argv.slice(2);
const storage = await openSqlite(folder);
if (what === "fill") await fill(storage.rows, Number(size));
else {
  const clock = { now: Date.now, wait: async () => undefined };
  const chance = { id: () => "nobody" };
  const ports = { rows: storage.rows, jobs: memoryJobs(clock), pace: freePace, clock, chance } as unknown as Ports;
  const from = performance.now();
  const offer = { tenant, person: "nobody", kind: "team-export", team, language: "en", name: "x.zip", until: 0 } as const;
  const made = await files["team-export"].make(offer, ports);
  if (!made) throw new Error("the team has gone");
  let bytes = 0;
  let peak = 0;
  let held = 0;
  let pieces = 0;
  for await (const piece of made.bytes) {
    bytes += piece.length;
    pieces += 1;
    peak = Math.max(peak, process.memoryUsage.rss());
    if (pieces % piecesBetween > 0) continue;
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    held = Math.max(held, heapUsed + arrayBuffers);
  }
  process.stdout.write(JSON.stringify({ ms: performance.now() - from, bytes, peak, held }));
}
await storage.close();
