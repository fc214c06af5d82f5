import { pino } from "pino";
import type { Log } from "./ports.ts";

type Line = Readonly<Record<string, unknown>>;

/** Characters of lines that wait while they cannot be written; beyond them, new lines are dropped. */
const mostWaiting = 1_000_000;

/**
 * Standard output may be a file on a full disk. Then Gnist goes on, and writes what waits once there is space: pino alone (10.4.0) would throw the fault where nobody
 * catches it, and at the end of the process try for ever to write (sonic-boom 4.2.1, flushSync).
 */
const standardOutput = () => {
  const output = pino.destination({ dest: 1, maxLength: mostWaiting });
  let fails = false;
  output.on("error", () => {
    fails = true;
  });
  output.on("write", () => {
    fails = false;
  });
  const flush = output.flushSync.bind(output);
  output.flushSync = () => {
    if (!fails) flush();
  };
  return output;
};

/** One JSON line per event on standard output. Never the text of an idea, never a name. */
export const openLog = (): Log => {
  const lines = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: "event",
      formatters: { level: (level) => ({ level }) },
    },
    standardOutput(),
  );
  return {
    info: (event: string, facts: Line) => lines.info(facts, event),
    warn: (event: string, facts: Line) => lines.warn(facts, event),
    error: (event: string, facts: Line) => lines.error(facts, event),
  };
};

/** The most warnings of one event in a second. */
const mostASecond = 10;

/**
 * Rate limits the warnings that anybody on the network can cause, so that a flood of requests is no flood of lines. It writes ten warnings of one event in a
 * second, and the next one that it writes says how many were left out (`leftOut`).
 * @param now a clock in ms
 */
export const withoutFloods = (log: Log, now: () => number = () => performance.now()): Log => {
  const seconds = new Map<string, { since: number; written: number; leftOut: number }>();
  const warn = log.warn as (event: string, facts: Line) => void;
  return {
    ...log,
    warn: (event: string, facts: Line) => {
      const last = seconds.get(event);
      const second = last && now() - last.since < 1_000 ? last : { since: now(), written: 0, leftOut: last?.leftOut ?? 0 };
      seconds.set(event, second);
      if (second.written >= mostASecond) {
        second.leftOut += 1;
        return;
      }
      warn(event, second.leftOut === 0 ? facts : { ...facts, leftOut: second.leftOut });
      second.written += 1;
      second.leftOut = 0;
    },
  };
};
