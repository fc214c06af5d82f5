import { type Finding, lowDisk, offClock } from "../domain/overview/findings.ts";
import type { Ports, Storage } from "../ports.ts";

/** The parts of a running Gnist that can be asked without asking anybody outside. */
type Parts = {
  readonly storage: Pick<Storage, "check" | "space">;
  /** How far this machine's clock is ahead of Teams' (ms), where Teams has answered. */
  readonly offMs: () => number | undefined;
  readonly hasUrl: boolean;
};

/** Makes the port that tells admins in `status` what is wrong with Gnist's own parts. It asks the store as `health/ready` does, and never rejects. */
export const ownParts =
  ({ storage, offMs, hasUrl }: Parts): Ports["findings"] =>
  async () => {
    const [{ store, queue }, space] = await Promise.all([storage.check(), storage.space?.().catch(() => undefined)]);
    return [
      ...(store ? [] : [{ finding: "store-down" } as const]),
      // One file holds both, so that one sentence says it.
      ...(queue || !store ? [] : [{ finding: "queue-down" } as const]),
      ...(space ? lowDisk(space) : []),
      ...offClock(offMs()),
      ...(hasUrl ? [] : [{ finding: "no-url" } as const]),
    ] satisfies readonly Finding[];
  };
