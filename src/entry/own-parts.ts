import { type Finding, lowDisk, offClock } from "../domain/overview/findings.ts";
import { inTime } from "../flows/in-time.ts";
import { answersWithinMs } from "../flows/overview/own-parts.ts";
import type { Ports, Storage } from "../ports.ts";

/** The parts of a running Gnist that can be asked without asking anybody outside. */
type Parts = {
  readonly storage: Pick<Storage, "check" | "space">;
  readonly clock: Ports["clock"];
  /** How far this machine's clock is ahead of Teams' (ms), where Teams has answered. */
  readonly offMs: () => number | undefined;
  readonly hasUrl: boolean;
};

/**
 * Makes the port that tells admins in `status` what is wrong with Gnist's own parts. It asks the store as `health/ready` does, but waits less long, because an
 * admin waits too. It never rejects.
 */
export const ownParts =
  ({ storage, clock, offMs, hasUrl }: Parts): Ports["findings"] =>
  async () => {
    const soon = <T>(asked: Promise<T>) => inTime({ clock }, asked, answersWithinMs);
    const asked = storage.check();
    const [store, queue, space] = await Promise.all([
      soon(asked.store),
      soon(asked.queue),
      storage.space && soon(storage.space().catch(() => undefined)),
    ]);
    return [
      ...(store ? [] : [{ finding: "store-down" } as const]),
      // One file holds both, so that one sentence says it.
      ...(queue || !store ? [] : [{ finding: "queue-down" } as const]),
      ...(space ? lowDisk(space) : []),
      ...offClock(offMs()),
      ...(hasUrl ? [] : [{ finding: "no-url" } as const]),
    ] satisfies readonly Finding[];
  };
