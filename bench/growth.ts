import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { saveResult, say } from "./result.ts";

/**
 * Growth: `npm run bench -- growth [teams] [MB]`. One week (plan, ask, answer, remind, digest) of the real flows with teams of 50: 10,000 members, then ten
 * times as many. Another process keeps the rows (memory/), so that the instance's memory is the product's alone; the channel answers at once. `MB` limits the
 * heap: without a limit V8 takes more than it needs before it collects garbage, and more the longer it runs.
 */
export const benchGrowth = async (teams = 2_000, heapMb?: string): Promise<void> => {
  type Week = {
    members: number;
    posts: number;
    msPerMember: number;
    cpuMicrosPerMember: number;
    rssMb: number;
    liveMb: number;
    instants: number;
  };
  const week = (count: number): Promise<Week> =>
    new Promise((resolve, reject) => {
      const start = (args: readonly string[], flags: readonly string[] = []): ChildProcess =>
        fork(join(import.meta.dirname, "growth-process.ts"), args, {
          execArgv: ["--expose-gc", ...flags, "--import", "tsx"],
          serialization: "advanced",
        });
      const rows = start(["rows"]);
      const product = start(["week", String(count)], heapMb ? [`--max-old-space-size=${heapMb}`] : []);
      product.on("message", (message: Week & { done?: true }) => {
        if (!message.done) return void rows.send(message);
        resolve(message);
        product.kill();
        rows.kill();
      });
      rows.on("message", (message) => void product.send(message as object));
      const end = (fault: Error) => {
        reject(fault);
        product.kill();
        rows.kill();
      };
      for (const [name, child] of Object.entries({ product, rows }))
        child.on("error", end).on("exit", (code, signal) => end(new Error(`${name} ended with ${code ?? signal}`)));
    });
  const small = await week(teams / 10);
  say(`${small.members} members done`);
  const large = await week(teams);
  const moments = 4 * 3;
  // Four more, to find out that this week's moment has already passed.
  const instants = moments + 4;
  const heap = heapMb ? ` in a heap of ${heapMb} MB` : "";
  const given = heapMb ? ` ${teams} ${heapMb}` : teams === 2_000 ? "" : ` ${teams}`;
  await saveResult(`Growth, ${small.members} to ${large.members} members${heap}`, `npm run bench -- growth${given}`, [
    ["members", `${small.members} → ${large.members} in ${teams} teams, rows in memory/ in another process`, ""],
    [
      "CPU per member and week",
      `${small.cpuMicrosPerMember.toFixed(0)} → ${large.cpuMicrosPerMember.toFixed(0)} µs: × ${(large.cpuMicrosPerMember / small.cpuMicrosPerMember).toFixed(2)}`,
      "× ≤ 1.1",
    ],
    [
      "time per member and week",
      `${small.msPerMember.toFixed(2)} → ${large.msPerMember.toFixed(2)} ms: × ${(large.msPerMember / small.msPerMember).toFixed(2)}`,
      "× ≤ 1.1",
    ],
    [
      "resident memory of the instance, most",
      `${small.rssMb.toFixed(0)} → ${large.rssMb.toFixed(0)} MB: × ${(large.rssMb / small.rssMb).toFixed(2)}`,
      "× ≤ 1.15",
    ],
    [
      "of it in use at the end, after a collection",
      `${small.liveMb.toFixed(0)} → ${large.liveMb.toFixed(0)} MB: × ${(large.liveMb / small.liveMb).toFixed(2)}`,
      "",
    ],
    [
      "moments of the week worked out",
      `${small.instants} → ${large.instants}`,
      `≤ ${instants}: 4 zones × question, reminder, digest, and the question's time of this week`,
    ],
    ["messages per member and week", `${(large.posts / large.members).toFixed(2)}`, ""],
  ]);
};
