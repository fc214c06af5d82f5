/**
 * Every event that Gnist logs, with its levels and the fields of its line. `Log` (ports.ts) takes no other, and docs/operations.md tells operators what each
 * means.
 * No field holds the text of an idea, a name, or the id of a person or of something that a person wrote. `event`, `level` and `time` belong to every line.
 */
import { z } from "zod";
import type { Verb } from "./action/index.ts";
import type { Incoming } from "./incoming.ts";
import { type JobName, lanes } from "./job.ts";
import type { Say } from "./message/index.ts";
import type { RefusalReason } from "./message/refusal.ts";
import { paceStops } from "./pace.ts";
import { waysToClose } from "./review/minutes.ts";

/** A name from the code, such as the name of a job or of a message. */
const name = <T extends string>() => z.string().regex(/^[a-z]+(-[a-z]+)*$/) as unknown as z.ZodType<T>;

const id = z.string().regex(/^[\w~-]{1,100}$/);
const count = z.int().nonnegative();
const ms = z.int();
const text = z.string();

/** A fault: its message where Gnist wrote it, or else its class and its stack frames (`traceOf`). */
const trace = { fault: text, at: z.array(text).readonly().exactOptional() };

const team = { team: id };
const job = { job: name<JobName>() };
/** The number of earlier lines of this event that a rate limit left out (`withoutFloods` in log.ts). */
const leftOut = { leftOut: count.exactOptional() };

const line = z.strictObject;

const jobEnd = { ...job, team: id.exactOptional(), attempt: count, ms: count };
const roundStart = { ...team, round: id, by: z.enum(["clock", "lead"]), asked: count };
const answerEnd = { what: name<Verb | Incoming["happened"] | RefusalReason>(), ms: count };

export const logEvents = {
  // The process
  started: { info: line({ port: count, local: z.boolean() }) },
  "file-store-opened": { info: line({ folder: text, say: text }) },
  "store-moved": { error: line({ say: text }) },
  "store-later": { error: line({ say: text }) },
  "instance-not-announced": { warn: line(trace) },
  stopped: { info: line({ ms: count }) },
  "stop-failed": { error: line(trace) },
  crashed: { error: line(trace) },

  // Answers to people
  "answer-ended": {
    info: line({ outcome: z.literal("done"), ...answerEnd, said: name<Say>().exactOptional() }),
    warn: line({ outcome: z.literal("failed"), ...answerEnd, problem: z.enum(["not-saved", "not-storable", "unreadable"]), ...trace }),
  },
  "turn-failed": { error: line({ what: name(), ...trace }) },
  "reply-not-sent": {
    warn: line({ outcome: z.enum(["refused", "later", "stopped", "doubtful"]), detail: text, ...leftOut }),
  },
  "answer-not-noted": { warn: line(trace) },
  "person-not-remembered": { warn: line(trace) },
  "person-slowed": { warn: line({}) },

  // The clock and the jobs
  "tick-ended": {
    info: line({ outcome: z.literal("done"), due: count, ms: count }),
    error: line({ outcome: z.literal("failed"), ms: count, ...trace }),
  },
  "due-row-ended": {
    info: line({ outcome: z.literal("done"), ...job, ...team, lateMs: ms }),
    error: line({ outcome: z.literal("failed"), job: name<JobName>().exactOptional(), team: id.exactOptional(), ...trace }),
  },
  "job-ended": {
    info: line({ outcome: z.enum(["done", "later"]), ...jobEnd, laterMs: count.exactOptional() }),
    error: line({ outcome: z.enum(["failed", "set-aside"]), ...jobEnd, laterMs: count.exactOptional(), ...trace }),
  },
  "jobs-not-taken": { error: line({ lane: z.enum(lanes), ...trace }) },
  "job-not-kept-hidden": { warn: line({ ...job, ...trace }) },
  "set-aside-not-noted": { warn: line({ ...job, ...trace }) },
  "job-not-read": { warn: line({ why: text }) },
  "row-set-aside": { error: line({ kind: name<string>(), why: text }) },

  // Teams and their people
  "team-added": { info: line({ ...team, again: z.boolean() }) },
  "team-removed": { info: line(team) },
  "team-archived": { info: line(team) },
  "team-unarchived": { info: line(team) },
  "team-restored": { info: line(team) },
  "team-address-changed": { info: line(team) },
  "team-not-read": { warn: line({ ...team, ...trace }) },
  "roster-refused": { warn: line({ ...team, why: name<string>(), detail: text }) },
  "roster-doubted": { warn: line({ ...team, why: z.enum(["shrunk", "cut", "unread"]), known: count, read: count }) },
  "teams-changed": { info: line({ tenant: text, outcome: z.enum(["done", "undone"]), teams: count, changed: count }) },
  "person-erased": { info: line({ tenant: text, rows: count, walks: count }) },
  "team-erased": { info: line(team) },
  "old-dropped": { info: line({ ...team, months: count, ideas: count, rows: count }) },
  "status-not-told": { warn: line({ teams: count, chat: z.boolean() }) },

  // Rounds and digests
  "round-started": { info: line(roundStart), warn: line(roundStart) },
  "round-not-started": {
    info: line({ ...team, why: z.enum(["large-team", "day-off"]), size: count.exactOptional() }),
    warn: line({ ...team, why: z.literal("nobody-there") }),
  },
  "left-out-asked": { info: line({ ...team, round: id, asked: count }) },
  "owners-checked-in": { info: line({ ...team, round: id, owners: count }) },
  "round-reminded": { info: line({ ...team, round: id, reminded: count }) },
  "digest-posted": { info: line({ ...team, digest: id, ideas: count }) },
  "digest-empty": { info: line({ ...team, digest: id }) },
  "board-posted": { info: line({ ...team, board: id, ideas: count }) },
  "board-closed": { info: line({ ...team, board: id, how: z.enum(waysToClose) }) },
  "post-not-renewed": { warn: line({ ...team, digest: id.exactOptional(), board: id.exactOptional(), why: name<string>(), detail: text }) },

  // Calls to Teams
  "message-not-sent": {
    warn: line({ ...team, guard: text, outcome: z.enum(["refused", "later", "stopped", "doubtful"]), detail: text }),
  },
  "sign-in-refused": { error: line({ way: name<string>(), code: text, say: text }) },
  "token-not-given": { warn: line({ way: name<string>(), ...trace }) },
  "tenant-stopped": { warn: line({ tenant: text, why: z.enum(paceStops), forMs: count }) },
  "tenant-resumed": { info: line({ tenant: text }) },
  "pace-not-reserved": { warn: line({ tenant: text, ...trace }) },
  "pace-not-noted": { warn: line({ tenant: text, ...trace }) },
  "pace-unreadable": { error: line({ tenant: text }) },

  // The door
  "activity-refused": { warn: line({ why: name<string>(), status: count, fault: text.exactOptional(), at: trace.at, ...leftOut }) },
  "keys-not-fetched": { warn: line({ url: text, known: count, fault: text, cause: text.exactOptional(), ...leftOut }) },
  "request-refused": { warn: line({ status: count, path: text.exactOptional(), why: text.exactOptional(), ...leftOut }) },
  "request-failed": { error: line({ path: text.exactOptional(), fault: text }) },
} as const satisfies Readonly<Record<string, Partial<Record<Level, z.ZodObject>>>>;

export type Level = "info" | "warn" | "error";

type Table = typeof logEvents;

/** Events that are logged at a level. */
export type EventAt<L extends Level> = { [E in keyof Table]: L extends keyof Table[E] ? E : never }[keyof Table];

/** The fields of an event's line at a level. */
export type FactsOf<L extends Level, E extends EventAt<L>> = Table[E] extends Record<L, infer Shape> ? z.infer<Shape> : never;
