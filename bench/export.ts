import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Figure, saveResult, say } from "./result.ts";
import { inAFolder } from "./store.ts";

const run = promisify(execFile);

type Measured = { readonly ms: number; readonly bytes: number; readonly peak: number; readonly held: number };

const inProcess = async (...given: readonly string[]): Promise<string> => {
  const { stdout } = await run(process.execPath, [
    "--expose-gc",
    "--import",
    "tsx",
    join(import.meta.dirname, "export-process.ts"),
    ...given,
  ]);
  return stdout;
};

const measure = (ideas: number): Promise<Measured> =>
  inAFolder(async (folder) => {
    await inProcess("fill", folder, String(ideas));
    return JSON.parse(await inProcess("export", folder)) as Measured;
  });

/**
 * Exports: `npm run bench -- export [ideas]`. The record of a team with 1,000 ideas and with 100,000, each with a step, made from a file and thrown away: the
 * time, the most memory of a process that does nothing else, and the most of it that is in use. About three minutes.
 */
export const benchExport = async (most = 100_000): Promise<void> => {
  const figures: Figure[] = [];
  const inUse: number[] = [];
  for (const ideas of [1_000, most]) {
    say(`${ideas.toLocaleString("en")} ideas`);
    const { ms, bytes, peak, held } = await measure(ideas);
    inUse.push(held);
    figures.push([
      `${ideas.toLocaleString("en")} ideas: time, zip, most memory, in use`,
      `${(ms / 1_000).toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB, ${(peak / 1e6).toFixed(0)} MB, ${(held / 1e6).toFixed(0)} MB`,
      "",
    ]);
  }
  const [few = 0, many = 0] = inUse;
  figures.push(["memory in use that many ideas take beside few", `${((many - few) / 1e6).toFixed(0)} MB`, "≤ 10 MB"]);
  await saveResult("Exports", `npm run bench -- export${most === 100_000 ? "" : ` ${most}`}`, figures);
};
