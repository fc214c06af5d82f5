/** `npm run costs`: writes into the guide for Azure what a month costs, from counted calls and from prices that others read. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lanes } from "../src/domain/job.ts";
import { looks } from "../src/gnist.ts";
import { beatMs } from "../src/store/alive.ts";
import { dueShards } from "../src/store/due.ts";
import { tableOn } from "./register.ts";

export const costsPage = "docs/guides/azure.md";

/** Calls of a week of one team, in which 30 answer, 20 are reminded, and 29 press *Me too*: tests/infra/costs.test.ts counts them. */
export const countedWeek = { members: 50, tableCalls: 2_317, jobs: 40 };

/** Calls of a heartbeat: it is written, and the marks of a later release and of a move are read. tests/infra/costs.test.ts counts them. */
export const callsABeat = 3;

/** Most bytes that a member adds to the store in a week: tests/flows/counts.test.ts. */
const bytesAWeek = 350;
const weeksKept = 104;

/** Hours that Azure counts as a month, https://learn.microsoft.com/azure/cost-management-billing/ */
const hours = 730;
const weeks = hours / 168;

/** US dollars. The guide says who read which price where, and when. */
const prices = {
  /** A machine for a month, Linux. */
  B1: 12.41,
  P0v3: 73.73,
  /** 10,000 calls. */
  queueCalls: 0.004,
  tableCalls: 0.00036,
  /** A GB for a month, in three buildings. */
  stored: 0.05625,
} as const;

const sizes = [
  { people: 50, plan: "B1", machines: 1 },
  { people: 5_000, plan: "B1", machines: 2 },
  { people: 100_000, plan: "P0v3", machines: 2 },
] as const;

const monthOf = ({ people, plan, machines }: (typeof sizes)[number]) => {
  const seconds = hours * 3_600;
  const { tickMs, idleMs } = looks.cloud;
  const teamWeeks = (people / countedWeek.members) * weeks;
  // A job is put, taken and deleted. An idle machine asks each lane's queue at every look, and each shard of the clock at every tick; and it
  // has a heartbeat.
  const queueCalls = machines * lanes.length * (seconds / (idleMs / 1_000)) + teamWeeks * countedWeek.jobs * 3;
  const idleCalls = dueShards.length * (seconds / (tickMs / 1_000)) + callsABeat * (seconds / (beatMs / 1_000));
  const tableCalls = machines * idleCalls + teamWeeks * countedWeek.tableCalls;
  const gigabytes = (people * bytesAWeek * weeksKept) / 1e9;
  const app = machines * prices[plan];
  const queues = (queueCalls / 10_000) * prices.queueCalls;
  const tables = (tableCalls / 10_000) * prices.tableCalls;
  const stored = gigabytes * prices.stored;
  return { people, plan, machines, queueCalls, tableCalls, gigabytes, app, queues, tables, stored, all: app + queues + tables + stored };
};

/** The table of the guide, as Markdown. */
export const costTable = (): string => {
  const months = sizes.map(monthOf);
  const line = (name: string, cell: (month: (typeof months)[number]) => string) => `| ${name} | ${months.map(cell).join(" | ")} |`;
  const dollars = (amount: number) => amount.toFixed(2);
  return [
    line("a month, in US dollars", ({ people }) => `${people.toLocaleString("en")} people`),
    `|---|${"---:|".repeat(months.length)}`,
    line("machines", ({ machines, plan }) => `${machines} × ${plan}`),
    line("App Service", ({ app }) => dollars(app)),
    line("calls of the queues, millions", ({ queueCalls }) => (queueCalls / 1e6).toFixed(1)),
    line("queues", ({ queues }) => dollars(queues)),
    line("calls of the table, millions", ({ tableCalls }) => (tableCalls / 1e6).toFixed(1)),
    line("table", ({ tables }) => dollars(tables)),
    line("stored after two years, GB", ({ gigabytes }) => gigabytes.toFixed(gigabytes < 0.1 ? 3 : 1)),
    line("storage", ({ stored }) => dollars(stored)),
    line("**together**", ({ all }) => `**${dollars(all)}**`),
    line("for one person", ({ all, people }) => (all / people).toFixed(4)),
  ].join("\n");
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(import.meta.dirname, "..", costsPage);
  const [page, table] = [await readFile(file, "utf8"), costTable()];
  await writeFile(
    file,
    page.replace(tableOn(page, table), () => table),
  );
}
