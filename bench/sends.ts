import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type Figure as Line, median, saveResult, say } from "./result.ts";
import { inAFolder } from "./store.ts";

/**
 * Sends: `npm run bench -- sends [rounds]`. A Connector that answers after 20 ms, with 50 and 200 sends in flight; each way of sending runs in a fresh process
 * per round, rounds interleaved. There are no tokens and no rate limiter, so that it compares the ways of sending, and rows in memory with rows in the file.
 * About half a minute a round.
 */
export const benchSends = async (rounds = 7): Promise<void> => {
  const start = (...args: readonly string[]): ChildProcess =>
    fork(join(import.meta.dirname, "sends-process.ts"), args, { execArgv: ["--import", "tsx"] });
  type Figure = { readonly perSecond: number; readonly cpuMicros: number };
  const figureOf = async (...args: readonly string[]): Promise<Figure> => {
    const child = start(...args);
    const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`${args[0]} ended with ${code} and no figure`)));
    ended.catch(() => undefined);
    const [figure] = (await Promise.race([once(child, "message"), ended])) as [Figure];
    return figure;
  };
  const connector = start("connector");
  try {
    const [{ url }] = (await once(connector, "message")) as [{ url: string }];
    const measured = new Map<string, Figure[]>();
    const keep = (name: string, figure: Figure) => measured.set(name, [...(measured.get(name) ?? []), figure]);
    const ways = [50, 200].flatMap((atOnce) => (["bare", "naive", "ours", "file"] as const).map((way) => ({ way, atOnce })));
    for (let round = 1; round <= rounds; round++) {
      for (const { way, atOnce } of round % 2 === 0 ? ways : [...ways].reverse()) {
        const run = (...folder: readonly string[]) => figureOf(way === "file" ? "ours" : way, url, String(atOnce), "2", ...folder);
        keep(`${way} ${atOnce}`, way === "file" ? await inAFolder((folder) => run(folder)) : await run());
      }
      say(`round ${round} of ${rounds}`);
    }
    const all = (way: string, what: keyof Figure) => (measured.get(way) ?? []).map((figure) => figure[what]);
    const shown = (way: string) => `${median(all(way, "perSecond")).toFixed(0)} (${median(all(way, "cpuMicros")).toFixed(0)} µs CPU)`;
    /** Median of the rounds' ratios. */
    const ratio = (a: string, b: string) =>
      median(all(a, "perSecond").map((one, at) => one / (all(b, "perSecond")[at] ?? Number.NaN))).toFixed(2);
    await saveResult("Sends out", `npm run bench -- sends${rounds === 7 ? "" : ` ${rounds}`}`, [
      ...[50, 200].flatMap((atOnce): Line[] => [
        [`sends/s, ${atOnce} in flight: node:http alone`, shown(`bare ${atOnce}`), ""],
        ["the naive loop (continueConversationAsync)", shown(`naive ${atOnce}`), ""],
        ["Gnist, intent and outcome stored in memory", shown(`ours ${atOnce}`), ""],
        ["Gnist, intent and outcome stored in the file", shown(`file ${atOnce}`), ""],
        ["file ÷ memory", ratio(`file ${atOnce}`, `ours ${atOnce}`), "≥ 0.60"],
        ["Gnist ÷ naive", ratio(`ours ${atOnce}`, `naive ${atOnce}`), atOnce === 50 ? "≥ 1.3" : "≥ 1.8"],
        ["Gnist ÷ node:http", ratio(`ours ${atOnce}`, `bare ${atOnce}`), atOnce === 50 ? "≥ 0.55" : "≥ 0.30"],
      ]),
    ]);
  } finally {
    connector.kill();
  }
};
