import { z } from "zod";
import { type Level, logEvents } from "../../src/domain/log-events.ts";
import type { Log } from "../../src/ports.ts";

export type Line = { readonly level: Level; readonly event: string; readonly facts: Readonly<Record<string, unknown>> };

/** A line of the log as a process writes it. */
export const lineIn = (written: string): Line => {
  const { level, event, time: _, ...facts } = JSON.parse(written);
  return { level, event, facts };
};

/** The fault of a log line that breaks the table of events; undefined for a correct line. */
export const wrongWith = ({ level, event, facts }: Line): string | undefined => {
  const shapes: Partial<Record<string, Partial<Record<Level, z.ZodObject>>>> = logEvents;
  const shape = shapes[event]?.[level];
  if (!shape) return `${event} is no event of level ${level}`;
  const { error } = shape.safeParse(facts);
  return error && `${event} (${level}): ${z.prettifyError(error)}`;
};

/**
 * A log for tests: it keeps its lines, and throws for one that is not in the table of events. `wrong` keeps those, for where a flow catches what is thrown.
 * @param onError called with each error
 */
export const openTestLog = (onError: (event: string, facts: Line["facts"]) => void = () => undefined) => {
  const logged: Line[] = [];
  const wrong: string[] = [];
  const at =
    (level: Level) =>
    (event: string, facts: Line["facts"]): void => {
      const line = { level, event, facts };
      const why = wrongWith(line);
      if (why) {
        wrong.push(why);
        throw new Error(why);
      }
      logged.push(line);
      if (level === "error") onError(event, facts);
    };
  const log: Log = { info: at("info"), warn: at("warn"), error: at("error") };
  return { log, logged, wrong };
};
