/**
 * `npm run keep-store`: plays two teams for some weeks on a store in a file, and keeps that file and some of its cards in this folder, under this release's name.
 * A release keeps its store once (CONTRIBUTING.md), and every later one must go on with it.
 */
import { rm, writeFile } from "node:fs/promises";
import { release } from "../../src/domain/release.ts";
import { openSqlite } from "../../src/sqlite/open-sqlite.ts";
import { markRelease } from "../../src/store/form.ts";
import { queueInTime } from "../azure/queue-in-time.ts";
import { makeFolder } from "../sqlite/folders.ts";
import { aMonth } from "../store/month.ts";
import { day, roundAfter } from "../world/moments.ts";
import { line } from "../world/words.ts";
import { teamId } from "../world/world.ts";
import { filesOf, goOn, type Kept, type OldPress } from "./kept.ts";

const { folder, remove } = await makeFolder();
const storage = await openSqlite(folder);
await markRelease(storage.rows);
const { world } = await aMonth(storage.rows, queueInTime(storage.jobs));
const [sara, omar, pia, eva] = ["Sara Lind", "Omar Haddad", "Pia Holm", "Eva Ek"].map(world.person);
if (!sara || !omar || !pia || !eva) throw new Error("nobody is there");

await sara.sendsByHand({ verb: "make-address", team: teamId });
await sara.sets({ "Without a trace: smallest group": "3" });
// An admin has moved the question to the Friday.
await world.moveTo(roundAfter(2).question + 2 * day);
await omar.answers("The stairs are dark");
await pia.presses("Add details");
await pia.presses("Send", { [line]: "The rota is unfair", "Without a trace": "true" });
await pia.writes("idea Nobody orders gloves");
await pia.writes("status");
await eva.answers("The lift is slow");
await sara.writes("board");
await omar.writes("my actions");
/** Cards that hang in Teams: the release after must answer their buttons. */
const hanging: readonly (readonly [
  person: typeof sara,
  title: string,
  where: { readonly in: "chat" | "channel"; readonly on?: string },
])[] = [
  [pia, "Me too", { in: "channel" }],
  [pia, "Thanks", { in: "channel" }],
  [sara, "When", { in: "chat" }],
  [omar, "Try it here", { in: "chat" }],
  [pia, "Edit", { in: "chat", on: "The rota is unfair" }],
  [eva, "Withdraw", { in: "chat", on: "The lift is slow" }],
  [eva, "Pause", { in: "chat" }],
  [sara, "Close", { in: "channel" }],
];
const presses = hanging.map(([person, title, where]) => ({ by: person.name, in: where.in, data: person.wouldSend(title, where) }));
// Jobs that nobody has run yet.
await sara.press("Send", { [line]: "The lamp flickers" });

const files = filesOf(release);
await rm(files.store, { force: true });
const amounts = await storage.backupTo(files.store);
const stopped = {
  at: world.now(),
  digest: roundAfter(2).digest,
  question: roundAfter(3).question + 2 * day,
  sent: world.posts.length,
  rosters: [...world.rosters],
};

// The answers of this release are kept with the buttons, from a play that goes on with a copy.
const answered: OldPress[] = [];
const again = await goOn(storage, stopped);
for (const one of presses) {
  const { say } = await again.person(one.by).sendsByHand(one.data, { in: one.in });
  answered.push({ ...one, says: say });
}
const kept: Kept = { ...stopped, presses: answered };
await writeFile(files.beside, `${JSON.stringify(kept, undefined, 2)}\n`);
await storage.close();
await remove();
process.stdout.write(
  `${files.store}: ${amounts.rows} rows, ${amounts.jobs} jobs, ${amounts.bytes} bytes; ${answered.map(({ says }) => says).join(", ")}\n`,
);
