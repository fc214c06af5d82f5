import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Say } from "../../src/domain/message/index.ts";
import type { RosterMember } from "../../src/domain/teams/roster.ts";
import type { Storage } from "../../src/ports.ts";
import { queueInTime } from "../azure/queue-in-time.ts";
import { startWorld, type World } from "../world/world.ts";

/** A button of a card that the earlier release sent: all that its press sends, by whom and where, and the message that answers it. */
export type OldPress = { readonly by: string; readonly in: "chat" | "channel"; readonly data: object; readonly says: Say };

/** All that a play knows beside its store: the moment at which it stopped, Teams' rosters, the number of messages sent, and cards that hang there. */
export type Kept = {
  readonly at: number;
  /** The moments of the digest after it, and of the question after that. */
  readonly digest: number;
  readonly question: number;
  readonly sent: number;
  readonly rosters: readonly (readonly [teamsId: string, team: { readonly name: string; readonly members: readonly RosterMember[] }])[];
  readonly presses: readonly OldPress[];
};

/** The files of a release in this folder: its store, as a backup, and what was known beside it. */
export const filesOf = (release: string) => ({
  store: join(import.meta.dirname, `${release}.sqlite`),
  beside: join(import.meta.dirname, `${release}.json`),
});

export const readKept = (release: string): Kept => JSON.parse(readFileSync(filesOf(release).beside, "utf8")) as Kept;

/** Goes on with a play on its store, in the time at which it stopped and with the people that its teams had then. */
export const goOn = async (
  { rows, jobs }: Pick<Storage, "rows" | "jobs">,
  { at, sent, rosters }: Pick<Kept, "at" | "sent" | "rosters">,
): Promise<World> => {
  const world = await startWorld([], 2, { rows, sent, jobs: queueInTime(jobs) });
  for (const [teamsId, { name, members }] of rosters) {
    const known = world.rosters.get(teamsId);
    if (known) known.members.push(...members);
    else world.rosters.set(teamsId, { name, members: [...members] });
  }
  await world.moveTo(at);
  return world;
};
