import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { median, saveResult, say } from "./result.ts";
import { inAFolder } from "./store.ts";

/**
 * A digest: `npm run bench -- digest [rounds]`. A team with 5,000 ideas, 40 of them new, and 20,000 voices: the time from the job to the posted message, against
 * a bare scan of the listed ideas, in memory and in the file. Each round has a fresh store and process; about a minute a round.
 */
type Cost = { readonly ms: number; readonly cpuMs: number };
type Figures = { readonly digest: Cost; readonly scan: Cost; readonly rowCount: number; readonly read: number };

export const benchDigest = async (rounds = 7): Promise<void> => {
  const run = async (...args: readonly string[]): Promise<readonly Figures[]> => {
    const child = fork(join(import.meta.dirname, "digest-process.ts"), args, {
      execArgv: ["--expose-gc", ...process.execArgv],
    });
    const all: Figures[] = [];
    child.on("message", (figures) => void all.push(figures as Figures));
    const [code] = await once(child, "exit");
    if (code !== 0) throw new Error(`the digest ended with ${code}`);
    return all;
  };
  const inMemory: Figures[] = [];
  const stored: Figures[] = [];
  for (let round = 1; round <= rounds; round++) {
    inMemory.push(...(await run("1")));
    await inAFolder(async (folder) => void stored.push(...(await run("1", folder))));
    say(`round ${round} of ${rounds}`);
  }
  const shown = (all: readonly Figures[], of: "digest" | "scan") =>
    `${median(all.map((one) => one[of].ms)).toFixed(0)} ms, CPU ${median(all.map((one) => one[of].cpuMs)).toFixed(0)} ms`;
  const ratio = (of: "ms" | "cpuMs") =>
    median(stored.map(({ digest }, at) => digest[of] / (inMemory[at]?.digest[of] ?? Number.NaN))).toFixed(2);
  const [first] = inMemory;
  const often = [...inMemory, ...stored].map(({ read, rowCount }) => read / rowCount);
  await saveResult("A digest", `npm run bench -- digest${rounds === 7 ? "" : ` ${rounds}`}`, [
    ["ideas of the team; listed; new", `5,000; ${first?.rowCount.toLocaleString("en")}; 40`, ""],
    ["each listed one is read", `${Math.max(...often).toFixed(2)} times`, "1"],
    ["in memory: a bare scan", shown(inMemory, "scan"), ""],
    ["in memory: from the job to the posted digest", shown(inMemory, "digest"), ""],
    ["in the file: a bare scan", shown(stored, "scan"), ""],
    ["in the file: from the job to the posted digest", shown(stored, "digest"), ""],
    ["file ÷ memory, time and CPU", `${ratio("ms")}, ${ratio("cpuMs")}`, ""],
  ]);
};
