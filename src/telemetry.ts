/**
 * Spans and metrics of OpenTelemetry, for an operator who starts Gnist with an SDK (otel.mjs). gnist.ts loads this room only then, and it knows nothing but
 * the api: it wraps the ports and the three ways in, so that no flow knows of it.
 *
 * Telemetry leaves the machine, so it tells less than the log. No attribute holds a text, a name, or the id of a person, an idea, a chat, a team or a tenant; a
 * fault is told by its kind, never by its message. A turn says that something was pressed or written, and not which button or word: in a pilot of one team, a
 * moment beside `submit-idea` would say when somebody answered. A text without a trace takes more calls to the store than another: so a turn shows none of its
 * calls, no metric counts those to the store, and its duration is rounded up. A trace ends with the turn or the job, and no id of it goes into a queue, the log or
 * a call to Teams, so that nothing leads from a press to the work that it caused. `tests/telemetry.test.ts` lists every attribute with the values that it may have.
 *
 * Names come from the stable semantic conventions, version 1.45, where these have one: https://opentelemetry.io/docs/specs/semconv/http/ and
 * https://opentelemetry.io/docs/specs/semconv/database/. Those of messaging are in development and may change, so that jobs and sends have names of Gnist's own.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Attributes,
  metrics,
  type ProxyTracerProvider,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { type Job, laneOf } from "./domain/job.ts";
import type { Level } from "./domain/log-events.ts";
import { toldDuration, toldDurations } from "./domain/told-duration.ts";
import { type Answered, type Delivery, type Log, traceOf } from "./ports.ts";
import type { Watch } from "./watch.ts";

/** The longest (ms) that the end of the process waits for the telemetry. */
const flushMs = 3_000;

/** Bounds of histograms, in seconds: those of requests and of the database as the conventions say. The duration of a turn is rounded up to one of its few. */
const bounds = {
  turn: toldDurations.map((ms) => ms / 1_000),
  request: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
  database: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10],
  job: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900],
  lag: [1, 5, 15, 30, 60, 120, 300, 600, 1_800, 3_600, 14_400, 86_400],
} as const;

/** A turn or a job in hand: what is known of it so far, and of a job the span under which its calls stand. */
type InHand = { readonly facts: Attributes; readonly shown?: Span };

/** The kind of a fault, as `traceOf` says it, without the sentence. */
const kindOf = (fault: string): string => /^[A-Z][A-Za-z]{0,60}/.exec(fault)?.[0] ?? "Error";

/** @param engine the name of the store, for `db.system.name` */
export const openTelemetry = (engine: "sqlite" | "azure.storage"): Watch => {
  const tracer = trace.getTracer("gnist");
  const meter = metrics.getMeter("gnist");
  const seconds = (name: string, description: string, explicitBucketBoundaries: readonly number[]) =>
    meter.createHistogram(name, { unit: "s", description, advice: { explicitBucketBoundaries: [...explicitBucketBoundaries] } });
  const turns = seconds("http.server.request.duration", "Duration of HTTP server requests, rounded up.", bounds.turn);
  const stores = seconds("db.client.operation.duration", "Duration of database client operations.", bounds.database);
  const ticks = seconds("gnist.tick.duration", "Duration of a look for due rows.", bounds.database);
  const works = seconds("gnist.job.duration", "Duration of one attempt of a job.", bounds.job);
  const sends = seconds("gnist.send.duration", "Duration of a call to Teams.", bounds.request);
  const lags = seconds("gnist.round.lag", "Time from the moment of a question, draft or digest until all of it was sent.", bounds.lag);
  const lines = meter.createCounter("gnist.log.lines", { unit: "{line}", description: "Warnings and errors of the log." });
  const inHand = new AsyncLocalStorage<InHand>();

  /** Ends a span with what is known in the end. @param at ms since 1970, now if it is missing */
  const ended = (span: Span | undefined, facts: Attributes, at?: number) => {
    if (!span) return;
    span.setAttributes(facts);
    if (facts["error.type"] !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(at);
  };

  /** Makes one call. Under a job in hand it has a span; in a turn, or in an idle look at the queue, it has none. */
  const called = async <T>(
    { name, facts, took }: { readonly name: string; readonly facts: Attributes; readonly took: typeof sends },
    call: () => Promise<T>,
    outcomeOf: (got: T) => Attributes = () => ({}),
  ): Promise<T> => {
    const hand = inHand.getStore();
    const parent = hand?.shown;
    const isHidden = took === stores && hand !== undefined && !parent;
    const span = parent && tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes: facts }, trace.setSpan(ROOT_CONTEXT, parent));
    const begun = performance.now();
    const end = (outcome: Attributes) => {
      if (!isHidden) took.record((performance.now() - begun) / 1_000, { ...facts, ...outcome });
      ended(span, outcome);
    };
    try {
      const got = await call();
      end(outcomeOf(got));
      return got;
    } catch (fault) {
      end({ "error.type": kindOf(traceOf(fault).fault) });
      throw fault;
    }
  };

  const stored = <T>(operation: string, call: () => Promise<T>): Promise<T> =>
    called({ name: operation, facts: { "db.system.name": engine, "db.operation.name": operation }, took: stores }, call);

  const noted = (event: string, facts: Readonly<Record<string, unknown>>) => {
    const work = inHand.getStore();
    if (!work || (event !== "answer-ended" && event !== "job-ended")) return;
    work.facts["gnist.outcome"] = String(facts.outcome);
    if (facts.fault !== undefined) work.facts["error.type"] = kindOf(String(facts.fault));
  };

  return {
    log: (log) => {
      const at = (level: Level) => {
        const write = log[level] as (event: string, facts: Readonly<Record<string, unknown>>) => void;
        return (event: string, facts: Readonly<Record<string, unknown>>): void => {
          if (level !== "info") lines.add(1, { "gnist.event": event, "gnist.level": level });
          noted(event, facts);
          write(event, facts);
        };
      };
      return { info: at("info"), warn: at("warn"), error: at("error") } as Log;
    },

    rows: (rows) => ({
      get: (...asked) => stored("get", () => rows.get(...asked)),
      list: (...asked) => stored("list", () => rows.list(...asked)),
      commit: (...asked) => stored("commit", () => rows.commit(...asked)),
      forget: () => stored("forget", () => rows.forget()),
    }),

    jobs: (jobs) => ({
      put: (...asked) => stored("put-job", () => jobs.put(...asked)),
      take: async (...asked) => {
        const all = await stored("take-jobs", () => jobs.take(...asked));
        return all.map((taken) => ({
          job: taken.job,
          tries: taken.tries,
          done: () => stored("end-job", () => taken.done()),
          later: (afterMs) => stored("delay-job", () => taken.later(afterMs)),
          poison: (reason) => stored("set-job-aside", () => taken.poison(reason)),
        }));
      },
      forget: (ids) => stored("forget-in-jobs", () => jobs.forget(ids)),
      poisoned: () => stored("list-set-aside", () => jobs.poisoned()),
    }),

    calls: <C extends object>(channel: C): C =>
      Object.fromEntries(
        Object.entries(channel as Readonly<Record<string, CallToTeams>>).map(([operation, call]) => [
          operation,
          (...asked: readonly unknown[]) =>
            called(
              { name: `send ${operation}`, facts: { "gnist.send.operation": operation }, took: sends },
              () => call(...asked),
              sendOutcome,
            ),
        ]),
      ) as C,

    turn: (handle) => async (request, response) => {
      const known = { "http.request.method": "POST", "http.route": "/api/messages", "url.scheme": "http" };
      const facts: Attributes = {};
      const startTime = Date.now();
      const begun = performance.now();
      const attributes = { ...known, "url.path": "/api/messages" };
      const span = tracer.startSpan("POST /api/messages", { kind: SpanKind.SERVER, attributes, startTime }, ROOT_CONTEXT);
      try {
        await inHand.run({ facts }, () => handle(request, response));
      } catch (fault) {
        facts["error.type"] = kindOf(traceOf(fault).fault);
        throw fault;
      } finally {
        const { statusCode } = response;
        if (response.headersSent) facts["http.response.status_code"] = statusCode;
        if (response.headersSent && statusCode >= 500) facts["error.type"] ??= String(statusCode);
        const seconds = toldDuration(performance.now() - begun) / 1_000;
        turns.record(seconds, { ...known, ...facts });
        ended(span, facts, startTime + 1_000 * seconds);
      }
    },

    answer: (answer) => (incoming) => {
      const work = inHand.getStore();
      const { happened } = incoming;
      if (work) work.facts["gnist.turn.kind"] = happened === "pressed" || happened === "wrote" ? happened : "event";
      return answer(incoming);
    },

    // Ten times a minute nothing is due, and an idle Gnist should fill nobody's screen: such a tick has no span, and neither have its calls.
    tick: (tick) => async (ports, stop) => {
      const startTime = Date.now();
      const begun = performance.now();
      const end = (facts: Attributes, shown: boolean) => {
        ticks.record((performance.now() - begun) / 1_000, facts);
        if (shown) ended(tracer.startSpan("tick", { startTime, root: true }), facts);
      };
      try {
        const due = await tick(ports, stop);
        end({}, due > 0);
        return due;
      } catch (fault) {
        end({ "error.type": kindOf(traceOf(fault).fault) }, true);
        throw fault;
      }
    },

    // The span is the root of a trace: no trace of a caller goes on in it.
    work: (work) => async (taken, ports) => {
      const { job } = taken;
      const known = { "gnist.job.name": job.job, "gnist.job.lane": laneOf(job) };
      const begun = performance.now();
      const attributes = { ...known, "gnist.job.attempt": taken.tries };
      const shown = tracer.startSpan(`job ${job.job}`, { kind: SpanKind.CONSUMER, attributes }, ROOT_CONTEXT);
      const facts: Attributes = {};
      try {
        await inHand.run({ facts, shown }, () => work(taken, ports));
        works.record((performance.now() - begun) / 1_000, { ...known, ...facts });
        const due = dueIn(job);
        if (due && facts["gnist.outcome"] === "done")
          lags.record(Math.max(0, ports.clock.now() - due.at) / 1_000, { "gnist.round.moment": due.moment });
      } finally {
        ended(shown, facts);
      }
    },

    flush: async () => {
      const traces = trace.getTracerProvider();
      // The api hands out a proxy, and only the SDK behind it can flush. `in`, because the proxy may come from another copy of the api.
      const behind = "getDelegate" in traces ? (traces as ProxyTracerProvider).getDelegate() : traces;
      const all = [behind, metrics.getMeterProvider()].map(async (provider) => (provider as Flushing).forceFlush?.());
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise((resolve) => {
        timer = setTimeout(resolve, flushMs);
      });
      await Promise.race([Promise.allSettled(all), tooLong]);
      clearTimeout(timer);
    },
  };
};

/** A provider of an SDK, which the api does not declare so. */
type Flushing = { forceFlush?(): Promise<void> };

type CallToTeams = (...asked: readonly unknown[]) => Promise<Answered<unknown> | Delivery>;

/** The outcome of a call to Teams, by Gnist's own words for it, and the HTTP status of a refusal, which is all that is taken of its detail. */
const sendOutcome = (answer: Answered<unknown> | Delivery): Attributes => {
  const end = "outcome" in answer ? answer : "no" in answer ? answer.no : undefined;
  if (end === undefined || end.outcome === "sent") return { "gnist.outcome": "sent" };
  const status = /^[1-5]\d\d\b/.exec(end.detail)?.[0];
  return {
    "gnist.outcome": end.outcome,
    "error.type": end.outcome === "later" ? end.cause : end.outcome === "doubtful" ? "doubtful" : end.why,
    ...(status === undefined ? {} : { "http.response.status_code": Number(status) }),
  };
};

/** The moment at which a job's question, draft or digest was due; missing for other jobs, and where a person began it. */
const dueIn = (job: Job): { readonly moment: "question" | "draft" | "digest"; readonly at: number } | undefined => {
  const moment = moments[job.job];
  return moment && "at" in job && job.at !== undefined ? { moment, at: job.at } : undefined;
};

/** The last job of each: the one that sends. */
const moments: Partial<Record<Job["job"], "question" | "draft" | "digest">> = {
  "ask-members": "question",
  "ask-person": "question",
  "ask-again": "question",
  "draft-to-lead": "draft",
  "post-digest": "digest",
};
