import { pino } from "pino";
import type { Log } from "./ports.ts";

/** One JSON line per event on standard output. Never the text of an idea, never a name. */
export const openLog = (): Log => {
  const lines = pino({
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: "event",
    formatters: { level: (level) => ({ level }) },
  });
  return {
    info: (event, facts = {}) => lines.info(facts, event),
    warn: (event, facts = {}) => lines.warn(facts, event),
    error: (event, facts = {}) => lines.error(facts, event),
  };
};
