import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { median, saveResult, say } from "./result.ts";

/**
 * P4, sends out: `npm run bench -- sends [rounds]`. A Connector that answers after 20 ms; 50 and 200 sends in flight; each way in a fresh process in each round,
 * rounds interleaved. No tokens on either side, and no pace: what is compared is the way of sending. About eighteen seconds a round.
 */
export const benchSends = async (rounds = 7): Promise<void> => {
  const start = (...args: readonly string[]): ChildProcess =>
    fork(join(import.meta.dirname, "sends-process.ts"), args, { execArgv: ["--import", "tsx"] });
  const connector = start("connector");
  try {
    const [{ url }] = (await once(connector, "message")) as [{ url: string }];
    const measured = new Map<string, { perSecond: number; cpuMicros: number }[]>();
    const ways = [50, 200].flatMap((atOnce) => (["bare", "naive", "ours"] as const).map((way) => ({ way, atOnce })));
    for (let round = 1; round <= rounds; round++) {
      for (const { way, atOnce } of ways) {
        const child = start(way, url, String(atOnce), "2");
        const [figure] = (await once(child, "message")) as [{ perSecond: number; cpuMicros: number }];
        const key = `${way} ${atOnce}`;
        measured.set(key, [...(measured.get(key) ?? []), figure]);
      }
      say(`round ${round} of ${rounds}`);
    }
    const rate = (way: string, atOnce: number) => median((measured.get(`${way} ${atOnce}`) ?? []).map(({ perSecond }) => perSecond));
    const cpu = (way: string, atOnce: number) => median((measured.get(`${way} ${atOnce}`) ?? []).map(({ cpuMicros }) => cpuMicros));
    const ratio = (atOnce: number) => {
      const ours = measured.get(`ours ${atOnce}`) ?? [];
      const naive = measured.get(`naive ${atOnce}`) ?? [];
      return median(ours.map(({ perSecond }, at) => perSecond / (naive[at]?.perSecond ?? Number.NaN)));
    };
    await saveResult(
      "P4 sends out",
      "npm run bench -- sends",
      [50, 200].flatMap((atOnce) => [
        [`sends/s, ${atOnce} in flight: node:http alone`, rate("bare", atOnce).toFixed(0), ""] as const,
        [
          `the naive loop (continueConversationAsync)`,
          `${rate("naive", atOnce).toFixed(0)} (${cpu("naive", atOnce).toFixed(0)} µs CPU)`,
          "",
        ] as const,
        [
          `Gnist, intent and outcome stored in memory`,
          `${rate("ours", atOnce).toFixed(0)} (${cpu("ours", atOnce).toFixed(0)} µs CPU)`,
          "",
        ] as const,
        [`Gnist ÷ naive, median of the rounds' ratios`, ratio(atOnce).toFixed(2), atOnce === 50 ? "≥ 1.3" : "≥ 1.8"] as const,
        [`Gnist ÷ node:http`, (rate("ours", atOnce) / rate("bare", atOnce)).toFixed(2), ""] as const,
      ]),
    );
  } finally {
    connector.kill();
  }
};
