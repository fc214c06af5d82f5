import { startOpenId } from "../tests/connector/open-id.ts";
import { type AnswerServer, pressOf, receiptMark } from "./answers-parts.ts";
import type { Spent } from "./cpu-profile.ts";
import { newClaims } from "./inbound-parts.ts";
import { openPresser } from "./presser.ts";
import { type Figure, saveResult } from "./result.ts";
import { startServer } from "./server.ts";
import { inAFolder } from "./store.ts";

/**
 * CPU time of an answer: `npm run bench -- profile [seconds]`. Runs the servers of the bench of answers under Node's profiler, which takes a share itself. The
 * figures are µs per press, by package, by Node's modules and by our files; shares below 1 % are summed up.
 */
export const benchProfile = async (seconds = 5): Promise<void> => {
  const openId = await startOpenId();
  const token = openId.signed(newClaims());

  const profile = async (which: AnswerServer, count: number, folder?: string): Promise<readonly Spent[]> => {
    const server = await startServer("answers-server.ts", which, openId.url, String(count), "known", ...(folder ? ["file", folder] : []));
    try {
      const presser = openPresser(server.port, { connections: 50, token, count, body: pressOf(count), mark: receiptMark });
      await presser.press(1.5);
      await server.ask("profile");
      const before = await server.cpu();
      const { answers } = await presser.press(seconds);
      const micros = ((await server.cpu()) - before) / answers;
      const spent = await server.ask<readonly Spent[]>("spent");
      return spent.map(({ where, share }) => ({ where, share: share * micros }));
    } finally {
      await server.stop();
    }
  };

  try {
    const empty = await profile("empty", 60_000);
    const memory = await profile("product", 40_000);
    const stored = await inAFolder((folder) => profile("product", 40_000, folder));
    const all = (spent: readonly Spent[]) => spent.reduce((sum, { share }) => sum + share, 0);
    const at = (spent: readonly Spent[], where: string) => spent.find((one) => one.where === where)?.share ?? 0;
    const rows = [empty, memory, stored] as const;
    const shown = (of: (spent: readonly Spent[]) => number) => rows.map((spent) => of(spent).toFixed(0)).join(" / ");
    const large = [...new Set(rows.flatMap((spent) => spent.filter(({ share }) => share > all(spent) / 100).map(({ where }) => where)))];
    const figures: Figure[] = large
      .sort((a, b) => at(stored, b) + at(memory, b) - at(stored, a) - at(memory, a))
      .map((where) => [where, shown((spent) => at(spent, where)), ""]);
    await saveResult("Where the CPU of an answer goes", `npm run bench -- profile${seconds === 5 ? "" : ` ${seconds}`}`, [
      ["µs a press: an empty handler / Gnist, rows in memory / Gnist, rows in the file", shown(all), ""],
      ...figures,
      ["all the rest", shown((spent) => all(spent.filter(({ where }) => !large.includes(where)))), ""],
    ]);
  } finally {
    await openId.stop();
  }
};
