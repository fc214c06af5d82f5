import { seeded } from "../world/chance.ts";
import { makeFolder } from "./folders.ts";
import { compare, startWriter, type Writer } from "./writers.ts";

type KillResult = Awaited<ReturnType<typeof compare>> & { readonly kills: number; readonly longestMs: number };

/**
 * Two processes write to one file. One of them, in turn, is killed (-9) at a random moment, while the other must go on, and another takes its place.
 * `longestMs`: how long the other was without an acknowledgement after a kill, at most.
 */
export const killWriters = async (kills: number, seed: number): Promise<KillResult> => {
  const chance = seeded(seed);
  const { folder, remove } = await makeFolder();
  const all: Writer[] = [];
  const start = async (): Promise<Writer> => {
    const writer = startWriter(folder, `w${all.length}`, 10);
    all.push(writer);
    await writer.until(/^done /);
    return writer;
  };
  try {
    let [one, other] = await Promise.all([start(), start()]);
    let longestMs = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      await one.until(/^done /, 1 + Math.floor(chance.fraction() * 400));
      const killed = one.kill();
      const at = performance.now();
      await other.until(/^done /);
      longestMs = Math.max(longestMs, performance.now() - at);
      await killed;
      [one, other] = [other, await start()];
    }
    await Promise.all([one.kill(), other.kill()]);
    return {
      kills,
      longestMs,
      ...(await compare(
        folder,
        all.flatMap(({ lines }) => lines),
      )),
    };
  } finally {
    for (const { child } of all) child.kill("SIGKILL");
    await remove();
  }
};
