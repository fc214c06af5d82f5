import type { Jobs, Log, Ports, Rows, Taken } from "./ports.ts";

/** Wrappers around the ports and the three ways in, each made once at the start: telemetry.ts has those that watch. */
export type Watch = {
  /** Counts warnings and errors, and reads in the lines of turns and jobs how they ended. */
  log(log: Log): Log;
  rows(rows: Rows): Rows;
  jobs(jobs: Jobs): Jobs;
  /** Calls to Teams: the port, or the calls that answer a person. */
  calls<C extends object>(channel: C): C;
  /** A request with an activity, from its body to its answer. */
  turn<Request, Response extends ResponseBegun>(handle: (request: Request, response: Response) => Promise<void>): typeof handle;
  /** The meaning of the activity of a turn. */
  answer<I extends { readonly happened: string }, R>(answer: (incoming: I) => Promise<R>): typeof answer;
  tick(tick: Tick): Tick;
  work(work: Working): Working;
  /** Sends what is not sent yet, for at most three seconds. Never rejects. */
  flush(): Promise<void>;
};

type ResponseBegun = { readonly statusCode: number; readonly headersSent: boolean };
type Tick = (ports: Ports, stop?: AbortSignal) => Promise<number>;
type Working = (taken: Taken, ports: Ports) => Promise<void>;

const same = <T>(one: T): T => one;

/** Watches nothing and wraps nothing. */
export const unwatched: Watch = {
  log: same,
  rows: same,
  jobs: same,
  calls: same,
  turn: same,
  answer: same,
  tick: same,
  work: same,
  flush: async () => undefined,
};
