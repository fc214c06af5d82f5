import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";

/** Parts that benches share: medians, terminal output, and bench/RESULTS.md. */

export const say = (line: string): void => console.log(line);

export const median = (all: readonly number[]): number => {
  const sorted = [...all].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length === 0 ? Number.NaN : ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
};

/** The thing measured, the figure, and the goal where there is one. */
export type Figure = readonly [what: string, figure: string, goal: string];

/** Load average of the five minutes before the bench: other work on the machine makes rates and waits worse. */
const loadBefore = loadavg()[1] ?? 0;

const page = new URL("RESULTS.md", import.meta.url);

/** Writes a bench's table into bench/RESULTS.md, in place of its last one, with command, Node version and date. */
export const saveResult = async (title: string, command: string, figures: readonly Figure[]): Promise<void> => {
  const width = (at: 0 | 1 | 2) => Math.max(...figures.map((figure) => figure[at].length));
  for (const figure of figures) say(`  ${figure[0].padEnd(width(0))}  ${figure[1].padStart(width(1))}  ${figure[2]}`);
  const section = [
    `## ${title}`,
    "",
    `\`${command}\`, Node ${process.version}, ${availableParallelism()} cores with a load of ${loadBefore.toFixed(1)} before and ${(loadavg()[1] ?? 0).toFixed(1)} during the last minutes, ${new Date().toISOString().slice(0, 10)}`,
    "",
    "| what | measured | goal |",
    "|---|---|---|",
    ...figures.map((figure) => `| ${figure.join(" | ")} |`),
    "",
  ].join("\n");
  const before = await readFile(page, "utf8").catch(() => "# Measured\n");
  const sections = before.split(/^(?=## )/m).filter((one) => !one.startsWith(`## ${title}\n`));
  await writeFile(page, [...sections.map((one) => `${one.trimEnd()}\n\n`), section].join(""));
};
