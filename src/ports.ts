/**
 * The ports: everything that Gnist needs from the world. Each port has an engine in a room of its own; rows and jobs have three each, held to one contract
 * suite in tests/contracts.
 */
import type { Address } from "./domain/address.ts";
import type { OwnMembers } from "./domain/incoming.ts";
import type { Job, Lane } from "./domain/job.ts";
import type { Spoken } from "./domain/language.ts";
import type { EventAt, FactsOf, Level } from "./domain/log-events.ts";
import type { Message } from "./domain/message/index.ts";
import type { Finding } from "./domain/overview/findings.ts";
import type { PaceStop, Stop } from "./domain/pace.ts";
import type { Result } from "./domain/result.ts";
import type { RosterMember } from "./domain/teams/roster.ts";
import type { Team } from "./domain/teams/team.ts";

/** A stored row: a key within its partition, plain values, and the tag that changes with every write. */
export type Row = { readonly key: string; readonly tag: string; readonly values: Values };

/** Values of a row. Undefined values are not stored; a string has at most 32,768 characters. */
export type Values = Readonly<Record<string, string | number | boolean | undefined>>;

/** The key range `from` (included) to `to` (not included), in ordinal string order. */
export type Range = { readonly from: string; readonly to: string };

/**
 * One change in a transaction.
 * - `insert`: fails when the key exists.
 * - `merge`: sets the given values and leaves the others; fails when the row is missing, or its tag differs from `tag` where one is given.
 * - `put`: replaces the row, or creates it; with `tag`, fails when the row is missing or its tag differs.
 * - `delete`: fails when the row is missing, or its tag differs where one is given.
 */
export type Change =
  | { readonly do: "insert"; readonly key: string; readonly values: Values }
  | { readonly do: "merge"; readonly key: string; readonly values: Values; readonly tag?: string }
  | { readonly do: "put"; readonly key: string; readonly values: Values; readonly tag?: string }
  | { readonly do: "delete"; readonly key: string; readonly tag?: string };

/**
 * The outcome of a transaction. `exists`: an insert met a row. `missing`: a row to change was not there. `changed`: a tag differed, or a merge met a damaged
 * row.
 */
export type Commit = "done" | "exists" | "missing" | "changed";

/** The store: rows in partitions, sorted by key; what changes together is one transaction within one partition. */
export interface Rows {
  /** @throws StoreFault when the store cannot answer in time, Unstorable for a key that no store takes. */
  get(partition: string, key: string): Promise<Row | undefined>;
  /** The rows of a range in key order, at most `limit` (all, page by page, where none is given). @throws StoreFault */
  list(partition: string, range: Range, limit?: number): Promise<readonly Row[]>;
  /**
   * Makes all changes or none. At most 100, each key once. When it resolves to `done`, a power cut takes nothing of it.
   * `exists`, `changed` and (for a delete) `missing` may be the echo of one's own write whose answer was lost: compare a nonce before believing them.
   * @throws StoreFault when the store cannot answer; the changes may or may not have been made. Unstorable when it will never make them.
   */
  commit(partition: string, changes: readonly Change[]): Promise<Commit>;
  /** Overwrites on the disk of this machine what was deleted or replaced, also in the log that a file has; elsewhere it does nothing. @throws StoreFault */
  forget(): Promise<void>;
}

/** A job taken from the queue, with a lease: it comes back when `hiddenMs` pass without `done` or `later`. */
export type Taken = {
  readonly job: Job;
  /** The number of times it has been taken, this time included. */
  readonly tries: number;
  /** Removes it. */
  done(): Promise<void>;
  /** Puts it back, to be seen again after `afterMs`; a worker that needs more time extends its lease in this way. */
  later(afterMs: number): Promise<void>;
  /** Moves it to the poison queue with the reason. */
  poison(reason: string): Promise<void>;
};

/** A job that Gnist could not do, and why. `job` is as it was put; it need not be a job. */
export type Poisoned = { readonly reason: string; readonly tries: number; readonly job: unknown };

/**
 * The queue of jobs: at least once, about in the order of their putting. Each lane (domain/job.ts) is a queue of its own, so that one never waits behind the
 * other.
 */
export interface Jobs {
  /** @param afterMs how long the job stays hidden, 0 to 7 days. @throws StoreFault, and Unstorable for more than 48 KiB of JSON. */
  put(job: Job, afterMs?: number): Promise<void>;
  /** At most `max` (1 to 32) visible jobs of a lane, each hidden for `hiddenMs`. @throws StoreFault */
  take(lane: Lane, max: number, hiddenMs: number): Promise<readonly Taken[]>;
  /**
   * Takes a person of whom nothing is to be kept out of the jobs (`jobWithout`), by all their ids: also of those set aside. In Azure only of these, since a job
   * there is seen only by its taker; the queued ones end soon, and find nobody. @throws StoreFault
   */
  forget(ids: readonly string[]): Promise<void>;
  /** Jobs set aside, the longest there first, at most 32. @throws StoreFault */
  poisoned(): Promise<readonly Poisoned[]>;
}

/** A fault that Gnist itself names, in words that hold no text, no name and no id of a person. */
export class NamedFault extends Error {}

/** The store or the queue gave no answer in time, or refused for its own reasons: an outage. Nothing may be assumed saved. Its message holds no full key. */
export class StoreFault extends NamedFault {
  override readonly name = "StoreFault";
}

/** The store will never take this: trying again does not help. A row, job or call that breaks a limit (store/limits.ts). Its message holds no full key. */
export class Unstorable extends NamedFault {
  override readonly name = "Unstorable";
}

/** A row with its place, as it is copied from store to store. The tag is the store's own. */
export type PlacedRow = { readonly partition: string; readonly key: string; readonly values: Values };

/**
 * A job with its place, as it is copied from store to store. `job` is as it was put; it need not be a job. `hiddenMs`: the time for which it stays hidden from
 * now on.
 */
export type PlacedJob =
  | { readonly queue: Lane; readonly job: unknown; readonly hiddenMs: number }
  | ({ readonly queue: "poison" } & Poisoned);

/** The free space (bytes) on the disk of a store, and the size of the store. */
export type Space = { readonly freeBytes: number; readonly fileBytes: number };

/** An open store: both ports of one engine, and what its operator needs. */
export interface Storage {
  readonly rows: Rows;
  readonly jobs: Jobs;
  /** Says of each half, within 2.2 s and without ever rejecting, whether it works. One that answers need not wait for one that is silent. */
  check(): { readonly store: Promise<boolean>; readonly queue: Promise<boolean> };
  /** Faults of it now, each a sentence that says what to do. */
  warnings(): readonly string[];
  /** The space on its disk, where it is a file. Rejects where the disk cannot be asked. */
  space?(): Promise<Space>;
  /**
   * Reads at most `limit` rows of all partitions, by partition and then key, after the place `after`. To copy a store, call it with the last row's place until
   * it gives none. @throws StoreFault
   */
  everyRow(limit: number, after?: { readonly partition: string; readonly key: string }): Promise<readonly PlacedRow[]>;
  /**
   * Reads all jobs of all queues, those set aside included. `unseen`: the number of further jobs that cannot be read now (Azure shows no hidden job). In Azure
   * each job that was read is hidden for a minute, and its tries count one more. Call it while no Gnist runs.
   * @param whileHidden is called while some jobs cannot be read, before the next look for them; with it `unseen` is 0. @throws StoreFault
   */
  everyJob(whileHidden?: (unseen: number) => Promise<void>): Promise<{ readonly jobs: readonly PlacedJob[]; readonly unseen: number }>;
  /** Puts copied jobs where they lay. A job may be there twice after a second run. @throws StoreFault */
  putJobs(jobs: readonly PlacedJob[]): Promise<void>;
  /** The number of jobs in each queue, the hidden ones included. Azure may for a moment count more than there are, never fewer. @throws StoreFault */
  countJobs(): Promise<Readonly<Record<PlacedJob["queue"], number>>>;
  /** Deletes the jobs of all queues, hidden or set aside too. @throws StoreFault */
  dropJobs(): Promise<void>;
  /** Finishes the work in hand and frees the store. It refuses later calls with a StoreFault. */
  close(): Promise<void>;
}

/** Why Teams will not take a message: final for this person or place until something changes. */
export type TeamsReason = "blocked" | "not-installed" | "archived" | "gone" | "too-big" | "refused";

/** Why Teams has not taken something yet: it throttled the call, it could not be reached or is broken, or this one call must be made again. */
export type LaterCause = "throttled" | "unreachable" | "again";

/**
 * The outcome of a send. `sent`: Teams has it. `refused`: Teams does not have it and never will. `later`: Teams does not have it, try again. `stopped`: Teams
 * does not have it, and takes nothing for this tenant. `doubtful`: nobody can know whether Teams has it; never send it again blindly.
 */
export type Delivery =
  | { readonly outcome: "sent"; readonly messageId: string }
  | { readonly outcome: "refused"; readonly why: TeamsReason; readonly detail: string }
  | {
      readonly outcome: "later";
      readonly afterMs: number;
      readonly cause: LaterCause;
      /** Teams itself has said how long to wait. */
      readonly told?: boolean;
      readonly detail: string;
    }
  | { readonly outcome: "stopped"; readonly why: Stop; readonly detail: string }
  | { readonly outcome: "doubtful"; readonly detail: string };

/** A slot of a tenant's rate limiter: the place of one call to Teams. */
export type Slot = {
  /** The tenant is stopped, and this call tests whether it takes calls again: it must begin with one that may be repeated. */
  readonly probe: boolean;
  /** Resolves `ms` before the call may be made; earlier where the store is slow. */
  near(ms: number): Promise<void>;
  /**
   * Resolves when the call may be made; to false where it may not: the tenant was stopped meanwhile, this instance stops, or a late call got no other instant.
   */
  ready(): Promise<boolean>;
  /** Gives the slot back with the outcome of its call; without a delivery, no call was made. Call it for every slot, once. */
  end(delivery?: Delivery): Promise<void>;
};

/** No call may be made to this tenant for now. `stopping`: this instance stops. `store`: the store did not answer. */
export type NoSlot = { readonly afterMs: number; readonly why: PaceStop | "stopping" | "store" };

/** The rate limiter of calls to Teams: one pace for each tenant, shared by all instances. Answers to people do not go through it. */
export interface Pace {
  /**
   * @param calls the number of calls made in the slot: two where a chat must be opened first. @param urgent goes before the other calls that wait in this
   * instance.
   */
  slot(tenant: string, calls: number, urgent: boolean): Promise<Slot | NoSlot>;
}

/** A page of the roster. `next` asks for the following page; `unread` counts the entries that cannot be read. */
type RosterPage = { readonly members: readonly RosterMember[]; readonly next?: string; readonly unread?: number };

/** The answer to a call that asks Teams for something: the thing asked for, or why there is none. */
export type Answered<T> = Result<T, Exclude<Delivery, { outcome: "sent" }>>;

/** A team's channel, as Teams lists it. */
type ListedChannel = Team["channels"][number] & { readonly ownMembers?: OwnMembers };

/** The channel: calls to Teams by which Gnist writes first (proactive messages) or reads a team. Every call but `upload` is made at most once, and all have a time limit. */
export interface Channel {
  /** Opens (or finds) the one-to-one chat with a person; may be repeated. */
  openChat(to: { readonly address: Address; readonly teamsId: string }): Promise<Answered<string>>;
  /** Posts a new message in a chat or a channel. */
  post(to: Address, message: Message, spoken: Spoken): Promise<Delivery>;
  /** Replaces a posted message. May be repeated. */
  update(to: Address, messageId: string, message: Message, spoken: Spoken): Promise<Delivery>;
  /** One page of a team's roster. */
  roster(team: Address, next?: string): Promise<Answered<RosterPage>>;
  /** A team's name; empty where Teams does not say. */
  teamName(team: Address): Promise<Answered<string>>;
  /** A team's channels. */
  channels(team: Address): Promise<Answered<readonly ListedChannel[]>>;
  /**
   * Puts a whole file where Teams takes it, once a person has said yes; with patience where the file service is away for a moment. An address that has a part of a
   * file already takes none: two files must not be mixed. Never rejects.
   */
  upload(uploadUrl: string, bytes: Uint8Array): Promise<Answered<true>>;
}

/** Time. In local mode it can be moved forward. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Resolves after `ms`, or as soon as `stop` is aborted. */
  wait(ms: number, stop?: AbortSignal): Promise<void>;
  /** Present in local mode only, where the clock can be moved. */
  readonly hands?: {
    /** Learns how far another instance has moved the clock. */
    read(): Promise<void>;
    /** Moves the clock of every instance forward to an instant. */
    moveTo(at: number): Promise<void>;
  };
}

/** Chance. */
export interface Chance {
  /** A fresh unguessable id of 22 characters (128 bits, base64url). */
  id(): string;
  /** From 0 (included) to 1 (not included). */
  fraction(): number;
}

/**
 * A fault as a line of the log tells it: its message, where Gnist wrote it; else its class and its stack frames, because its message may quote words of a
 * person.
 */
export const traceOf = (fault: unknown): { readonly fault: string; readonly at?: readonly string[] } => {
  if (fault instanceof NamedFault) return { fault: String(fault) };
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const at = (fault.stack ?? "")
    .replace(fault.message, "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  return { fault: fault.name, at: at.slice(0, 6).map((line) => line.trim()) };
};

/** Refuses fields that a line does not have. */
type NoMore<Given, Known> = { readonly [Field in Exclude<keyof Given, keyof Known>]: never };

type Write<L extends Level> = <E extends EventAt<L>, F extends FactsOf<L, E>>(event: E, facts: F & NoMore<F, FactsOf<L, E>>) => void;

/** Writes one line per event, for operators: domain/log-events.ts lists all events. */
export type Log = { readonly [L in Level]: Write<L> };

/** A text to compare, such as an idea's friction. */
export type Comparable = { readonly id: string; readonly text: string };

/** A text that says nearly the same as another. `shared`: the words in it that they have in common, as it writes them; `score`: 0 to 1. */
export type Alike = { readonly id: string; readonly score: number; readonly shared: readonly string[] };

export type SimilarIndex = {
  /** The texts that say nearly the same, the nearest first: none below the engine's threshold. */
  readonly alike: (text: string, most: number) => readonly Alike[];
};

/** Finds texts that say nearly the same. Another engine can fill it. */
export interface Similar {
  /** The index of this name. It is built from `read`, in slices, so that other work goes on, where the engine does not keep it (any more). */
  index(name: string, read: () => Promise<readonly Comparable[]>): Promise<SimilarIndex>;
  /** An index for an answer that cannot wait: undefined where it takes longer than that, or cannot be read now. It is then there for a later answer. */
  soon(name: string, read: () => Promise<readonly Comparable[]>): Promise<SimilarIndex | undefined>;
}

/** All ports together, as a flow gets them. */
export type Ports = {
  /** Faults of Gnist's own parts that it knows without asking anybody outside, within 1.5 s. Never rejects. */
  readonly findings: () => Promise<readonly Finding[]>;
  readonly rows: Rows;
  readonly jobs: Jobs;
  readonly channel: Channel;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly similar: Similar;
  readonly log: Log;
};
