import { randomUUID } from "node:crypto";
import { formPlace } from "../domain/release.ts";
import type { Clock, PlacedJob, Rows } from "../ports.ts";
import { listenMs, readAlive, type Silent } from "../store/alive.ts";
import { refuseLater } from "../store/form.ts";
import { type Direction, type Marker, putMarker, readMarker } from "../store/moving.ts";
import { openHands, openPatience, type Patience } from "./patience.ts";
import { type FoundSide, planMove, type Side, upper } from "./plan.ts";
import { openProgress, sayAmount } from "./progress.ts";
import { changesTo, compareRows, deletesOf, makeChanges, rowsOf, type Tally } from "./rows.ts";

/** The reason why a store was not moved, as a sentence that says what to do. */
class NotMoved extends Error {
  override readonly name = "NotMoved";
}

/** A move from one store to the other. Both are open, and the store in a file is open for this process alone. */
type Move = { readonly from: Side; readonly to: Side; readonly way: Direction };

/** Tools of each step. `say` writes a line for the operator. */
type Tools = { readonly patience: Patience; readonly clock: Clock; readonly say: (line: string) => void };

/**
 * Copies everything from one store to the other and verifies the copy, so that Gnist can go on with the other one. After a kill at any moment, a second call
 * goes on; a call in the other direction gives up an unfinished move, or moves everything back.
 * @throws NotMoved, and StoreFault when a store cannot answer for two minutes; after both it can be called again.
 */
export const moveStore = async ({ way, ...sides }: Move, clock: Clock, say: (line: string) => void): Promise<void> => {
  const tools = { patience: openPatience(clock, say), clock, say };
  const [from, to] = [patient(sides.from, tools), patient(sides.to, tools)];
  for (const { storage } of [from, to]) await refuseLater(storage.rows);
  const silent = [await refuseInUse(from), await refuseInUse(to)] as const;
  const found = [await findSide(from, tools), await findSide(to, tools)] as const;
  const plan = planMove(...found);
  if ("whyNot" in plan) throw new NotMoved(plan.whyNot);
  if (plan.do === "nothing") return say(`${upper(from.where)} has been moved to ${to.where}. Nothing is left to do.`);
  await listen([from, to], silent, tools);
  if (plan.do === "give-up") return giveUp(from, to, way, tools);

  if (plan.do === "go-on") say("A move that was begun before goes on.");
  const marks = { way, move: plan.do === "go-on" ? plan.move : randomUUID(), at: clock.now() };
  await mark([from, to], silent, found, marks, tools);
  const rows = await copyRows(from, to, tools);
  const jobs = await copyJobs(from, to, tools);
  const { hash } = await verify(from, to, rows, tools);
  // The order matters: after a crash in between, no Gnist may run on either store, and the next run does the rest.
  await putMarkerOf(from, { ...marks, at: clock.now(), state: "left", other: to.where }, tools);
  await putMarkerOf(to, undefined, tools);
  say(`Done. ${upper(to.where)} holds everything: ${sayAmount(rows, "rows")} (SHA-256 ${hash}) and ${sayAmount(jobs, "jobs")}.`);
  say(`${sayNext(way)} ${upper(from.where)} keeps what was moved, and no Gnist starts there: delete it when you are sure.`);
};

/** A store whose single reads, of markers and heartbeats, wait while it cannot answer, as copying does. */
const patient = ({ storage, where }: Side, { patience: { insist } }: Tools): Side => {
  const { rows } = storage;
  const reads: Pick<Rows, "get" | "list"> = {
    get: (...given) => insist(() => rows.get(...given)),
    list: (...given) => insist(() => rows.list(...given)),
  };
  return { where, storage: { ...storage, countJobs: () => insist(() => storage.countJobs()), rows: { ...rows, ...reads } } };
};

/** Writes the marker of a store, however often that takes. */
const putMarkerOf = ({ storage }: Side, marker: Marker | undefined, { patience }: Tools): Promise<void> =>
  patience.insist(() => putMarker(storage.rows, marker));

/** @param before goes to `readAlive`. @returns the instances that seem to be dead. @throws NotMoved while a Gnist runs on the store */
const refuseInUse = async ({ storage, where }: Side, before?: Silent): Promise<Silent> => {
  const { instances, forMs, silent } = await readAlive(storage.rows, before);
  if (instances === 0) return silent;
  throw new NotMoved(
    `${upper(where)} is in use: ${instances === 1 ? "one Gnist runs" : `${instances} Gnists run`} on it. To resolve, stop ` +
      "every Gnist that uses it, and try again." +
      (forMs > 0 ? ` After a crash, wait for ${Math.ceil(forMs / 1_000)} s: a Gnist that says nothing for 90 s is taken for dead.` : ""),
  );
};

/**
 * Waits for heartbeats of instances that seem to be dead: one whose clock is behind still writes. It waits before any marker is written, because a marker would
 * stop such an instance.
 */
const listen = async (sides: readonly Side[], silent: readonly Silent[], { clock, say }: Tools): Promise<void> => {
  if (silent.every(({ size }) => size === 0)) return;
  say(`Waiting ${listenMs / 1_000} s to see whether a Gnist runs that seems to have crashed.`);
  await clock.wait(listenMs);
  for (const [at, side] of sides.entries()) await refuseInUse(side, silent[at]);
};

const findSide = async ({ storage, where }: Side, { patience }: Tools): Promise<FoundSide> => {
  const { people, rounds, poison } = await storage.countJobs();
  let isEmpty = people + rounds + poison === 0;
  for await (const { partition } of rowsOf(storage, patience)) {
    // A Gnist that only started has written no more than the form.
    if (partition === formPlace.partition) continue;
    isEmpty = false;
    break;
  }
  return { where, marker: await readMarker(storage.rows), isEmpty };
};

/**
 * Marks both stores before anything is copied, unless an earlier run has. A Gnist that starts writes its heartbeat first and then looks for a marker; a move
 * does it the other way round, so one of the two always sees the other.
 */
const mark = async (
  sides: readonly [Side, Side],
  silent: readonly Silent[],
  found: readonly [FoundSide, FoundSide],
  marks: Pick<Marker, "way" | "move" | "at">,
  tools: Tools,
): Promise<void> => {
  const [from, to] = sides;
  if (!found[0].marker) await putMarkerOf(from, { ...marks, state: "leaving", other: to.where }, tools);
  if (found[1].marker?.state !== "filling") await putMarkerOf(to, { ...marks, state: "filling", other: from.where }, tools);
  try {
    for (const [at, side] of sides.entries()) await refuseInUse(side, silent[at]);
  } catch (fault) {
    await putMarkerOf(to, found[1].marker, tools);
    await putMarkerOf(from, found[0].marker, tools);
    throw fault;
  }
};

/** Gives up a move: empties the source, which is half a copy of the target, and leaves the target as it was. */
const giveUp = async (from: Side, to: Side, way: Direction, tools: Tools): Promise<void> => {
  const { patience, clock, say } = tools;
  say(`${upper(to.where)} still holds everything. The half copy in ${from.where} is deleted.`);
  const deleted = openProgress("Deleted", "rows", undefined, clock, say);
  await makeChanges(from.storage.rows, deletesOf(from.storage, patience, deleted.passed), patience);
  await patience.insist(() => from.storage.dropJobs());
  deleted.end();
  await putMarkerOf(from, undefined, tools);
  await putMarkerOf(to, undefined, tools);
  say(`Done. ${upper(to.where)} goes on as it was. ${sayNext(way)}`);
};

const sayNext = (way: Direction): string =>
  way === "to-azure"
    ? "Now name the Azure storage account alone in Gnist's settings, without GNIST_DATA_DIR, and start Gnist."
    : "Now name GNIST_DATA_DIR alone in Gnist's settings, without an Azure storage account, and start Gnist.";

/** @returns the number of rows */
const copyRows = async (from: Side, to: Side, { patience, clock, say }: Tools): Promise<number> => {
  let rows = 0;
  for await (const _ of rowsOf(from.storage, patience)) rows += 1;
  say(`${upper(from.where)} holds ${sayAmount(rows, "rows")}. Everything is copied to ${to.where}.`);
  const copied = openProgress("Copied", "rows", rows, clock, say);
  await makeChanges(to.storage.rows, changesTo(to.storage, from.storage, patience, copied.passed), patience);
  copied.end();
  return rows;
};

/**
 * Waits (ms) before a look for hidden jobs: the first one 10 s, each next one twice as long, up to a quarter of an hour, because a look counts as a try of each
 * job that it sees again.
 */
const firstLookMs = 10_000;
const longestLookMs = 15 * 60_000;

/**
 * Copies all jobs, after it has deleted the target's, so that none of an earlier run is there twice. Azure shows no hidden job, and none may be lost, so it
 * waits until none is hidden. @returns the number of jobs
 */
const copyJobs = async (from: Side, to: Side, { patience, clock, say }: Tools): Promise<number> => {
  let lookMs = firstLookMs;
  const { jobs } = await patience.insist(() =>
    from.storage.everyJob(async (hidden) => {
      say(
        `${sayAmount(hidden, "jobs")} cannot be read yet: Azure hides a job until its time comes, most for less than a ` +
          "minute, some until Teams takes messages " +
          `again. Looking again in ${lookMs / 1_000} s. You may stop this, and run it again later.`,
      );
      await clock.wait(lookMs);
      lookMs = Math.min(2 * lookMs, longestLookMs);
    }),
  );
  await patience.insist(() => to.storage.dropJobs());
  const copied = openProgress("Copied", "jobs", jobs.length, clock, say);
  const hands = openHands(patience);
  try {
    for (const job of jobs) {
      await hands.take(() => patience.insist(() => to.storage.putJobs([job])));
      copied.passed();
    }
  } finally {
    await hands.end();
  }
  copied.end();
  const counts = await patience.insist(() => to.storage.countJobs());
  const queues: readonly PlacedJob["queue"][] = ["people", "rounds", "poison"];
  const short = queues.filter((name) => counts[name] < jobs.filter(({ queue }) => queue === name).length);
  if (short.length > 0) throw new NotMoved(`${upper(to.where)} holds fewer jobs than were copied to it (${short.join(", ")}). ${sayAgain}`);
  return jobs.length;
};

const sayAgain = "To resolve, run the command again; if that does not help, give the move up with the other direction.";

/** Reads both stores once more, from the first row to the last. @throws NotMoved where they differ */
const verify = async (from: Side, to: Side, rows: number, { patience, clock, say }: Tools): Promise<Tally> => {
  const compared = openProgress("Compared", "rows", rows, clock, say);
  const found = await compareRows(from.storage, to.storage, patience, compared.passed);
  compared.end();
  for (const [kind, amount] of Object.entries(found.from.kinds).sort()) say(`  ${sayAmount(amount, "rows")} of the kind ${kind}`);
  if (!found.differs) return found.from;
  const { kind, in: where } = found.differs;
  const at = { from: `is in ${from.where} alone`, to: `is in ${to.where} alone`, both: "has other values in each" }[where];
  const [one, other] = [found.from, found.to].map((tally) => `${sayAmount(tally.rows, "rows")} with SHA-256 ${tally.hash}`);
  throw new NotMoved(
    `The copy is not the same. The first row that differs is of the kind "${kind}", and ${at} (${from.where}: ${one}; ${to.where}: ${other}). ${sayAgain}`,
  );
};
