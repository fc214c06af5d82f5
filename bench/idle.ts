import { readdir, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { startInstance } from "../tests/week/gnist-process.ts";
import { type Figure, median, saveResult, say } from "./result.ts";
import { inAFolder } from "./store.ts";

/**
 * Memory of an idle installation: `npm run bench -- idle [rounds] [another checkout]`. Resident memory of all processes of one local `npm start`, after 10 s,
 * in turns with another version if its checkout is given. Linux only (/proc).
 */
export const benchIdle = async (rounds = 5, checkout?: string): Promise<void> => {
  const measure = (how: { readonly checkout?: string }) =>
    inAFolder(async (folder) => {
      const instance = await startInstance({ GNIST_DATA_DIR: folder }, how);
      try {
        await wait(10_000);
        const all = await family(instance.pid);
        const mb = await Promise.all(all.map(residentMb));
        return { processes: all.length, mb: mb.reduce((sum, one) => sum + one, 0) };
      } finally {
        await instance.stop();
      }
    });
  type Idle = Awaited<ReturnType<typeof measure>>;
  const [ours, others]: [Idle[], Idle[]] = [[], []];
  for (let round = 1; round <= rounds; round++) {
    ours.push(await measure({}));
    if (checkout !== undefined) others.push(await measure({ checkout }));
    say(`round ${round} of ${rounds}`);
  }
  const shown = (all: readonly Idle[]) => {
    const mb = all.map((one) => one.mb);
    return `${median(mb).toFixed(0)} MB (${Math.min(...mb).toFixed(0)}–${Math.max(...mb).toFixed(0)}) in ${all[0]?.processes} ${all[0]?.processes === 1 ? "process" : "processes"}`;
  };
  const ratio = median(ours.map(({ mb }, at) => mb / (others[at]?.mb ?? Number.NaN)));
  const compared: readonly Figure[] =
    checkout === undefined
      ? []
      : [
          ["the other version", shown(others), ""],
          ["this ÷ the other", ratio.toFixed(2), "≤ 0.65"],
        ];
  await saveResult(
    "Memory of an idle installation",
    `npm run bench -- idle ${rounds}${checkout === undefined ? "" : " <another checkout>"}`,
    [["resident, 10 s after the start", shown(ours), ""], ...compared],
  );
};

/** A process and its descendants. */
const family = async (pid: number): Promise<readonly number[]> => {
  const threads = await readdir(`/proc/${pid}/task`);
  const children = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, "utf8")));
  const pids = children.flatMap((line) => line.split(" ").filter(Boolean).map(Number));
  return [pid, ...(await Promise.all(pids.map(family))).flat()];
};

const residentMb = async (pid: number): Promise<number> => Number((await readFile(`/proc/${pid}/statm`, "utf8")).split(" ")[1]) / 256;
