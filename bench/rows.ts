import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Idea } from "../src/domain/idea/idea.ts";
import { openSqlite } from "../src/sqlite/open-sqlite.ts";
import { insertIdea } from "../src/store/change-idea.ts";
import { teamPartition } from "../src/store/team.ts";
import { startOpenId } from "../tests/connector/open-id.ts";
import { pressOf, receiptMark } from "./answers-parts.ts";
import { newClaims } from "./inbound-parts.ts";
import { openPresser } from "./presser.ts";
import { median, saveResult, say } from "./result.ts";
import { startServer } from "./server.ts";
import { inAFolder } from "./store.ts";

/**
 * Many rows: `npm run bench -- rows [rows]`. A file with 1,000,000 rows of 1,000 teams: its size, the time to open it, and a press against one on a file with
 * only the pressing people's rows, about 1,000. One connection, five presses at a time, in turns. About two minutes.
 */
export const benchRows = async (wanted = 1_000_000): Promise<void> => {
  const openId = await startOpenId();
  const token = openId.signed(newClaims());
  const openedMs = async (folder: string): Promise<number> => {
    const from = performance.now();
    const storage = await openSqlite(folder);
    await storage.rows.get(teamPartition("filler-0"), "team");
    const ms = performance.now() - from;
    await storage.close();
    return ms;
  };
  const presserIn = async (folder: string) => {
    const server = await startServer("answers-server.ts", "product", openId.url, String(people), "known", "file", folder);
    const presser = openPresser(server.port, { connections: 1, token, count: people, body: pressOf(people), mark: receiptMark });
    const figures: { readonly ms: number; readonly cpuMicros: number }[] = [];
    const press = async () => {
      const before = await server.cpu();
      const { answers, perSecond } = await presser.press(60, each);
      figures.push({ ms: 1_000 / perSecond, cpuMicros: ((await server.cpu()) - before) / answers });
    };
    // The first 15 turns warm the process up.
    const middle = (of: keyof (typeof figures)[number]) => median(figures.slice(warmUps).map((one) => one[of]));
    return { press, middle, stop: server.stop };
  };
  try {
    await inAFolder((few) =>
      inAFolder(async (many) => {
        const filled = await fill(many, wanted);
        say(`${filled.toLocaleString("en")} rows`);
        const opened: number[] = [];
        for (let times = 0; times < 9; times++) opened.push(await openedMs(many));
        const { size } = await stat(join(many, "gnist.sqlite"));
        const [small, large] = [await presserIn(few), await presserIn(many)];
        for (let turn = 0; turn < people / each; turn++) {
          for (const one of turn % 2 === 0 ? [small, large] : [large, small]) await one.press();
        }
        for (const one of [small, large]) await one.stop();
        const shown = ({ middle }: typeof small) => `${middle("ms").toFixed(2)} ms, CPU ${middle("cpuMicros").toFixed(0)} µs`;
        const ratio = (of: "ms" | "cpuMicros") => (large.middle(of) / small.middle(of)).toFixed(2);
        await saveResult("Many rows", `npm run bench -- rows${wanted === 1_000_000 ? "" : ` ${wanted}`}`, [
          [
            "rows in the file, its size",
            `${filled.toLocaleString("en")} in ${teams.toLocaleString("en")} teams, ${(size / 1e6).toFixed(0)} MB`,
            "",
          ],
          ["to open it and read a row, median (most)", `${median(opened).toFixed(1)} ms (${Math.max(...opened).toFixed(1)})`, "≤ 50 ms"],
          ["a press, some 1,000 rows", shown(small), ""],
          [`a press, ${filled.toLocaleString("en")} rows`, shown(large), ""],
          ["many ÷ few, time", ratio("ms"), "≤ 1.1"],
          ["many ÷ few, CPU", ratio("cpuMicros"), ""],
        ]);
      }),
    );
  } finally {
    await openId.stop();
  }
};

const teams = 1_000;
/** People who press once each; a person has about five rows. */
const people = 250;
/** Presses per turn; `warmUps` turns come before those that count. */
const each = 5;
const warmUps = 15;

/** Stores ideas, each with its voice and its row in the author's list, in all teams in turn, as over the years. @returns the number of rows */
const fill = async (folder: string, wanted: number): Promise<number> => {
  const storage = await openSqlite(folder);
  const perCommit = 33;
  const commits = Math.ceil(wanted / (3 * perCommit));
  let next = 0;
  const keepOn = async () => {
    for (let one = next++; one < commits; one = next++) {
      const changes = Array.from({ length: perCommit }, (_, at) => insertIdea(ideaOf(one * perCommit + at))).flat();
      const commit = await storage.rows.commit(teamPartition(`filler-${one % teams}`), changes);
      if (commit !== "done") throw new Error(`the rows could not be stored: ${commit}`);
    }
  };
  await Promise.all(Array.from({ length: 50 }, keepOn));
  await storage.close();
  return commits * perCommit * 3;
};

const ideaOf = (one: number): Idea => ({
  id: String((one * 7_919) % 100_000_007).padStart(22, "i"),
  author: String((one * 31) % 50_000).padStart(22, "p"),
  createdAt: Date.UTC(2026, 0, 1) + one * 1_000,
  friction: `The label printer on ward ${one} jams every morning before the round.`,
  showName: false,
  voices: 1,
  stage: "new",
});
