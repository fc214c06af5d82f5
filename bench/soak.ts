import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { teamIdOf } from "../src/domain/ids.ts";
import { openSqlite } from "../src/sqlite/open-sqlite.ts";
import { readAsks } from "../src/store/ask.ts";
import { readDueJobs } from "../src/store/due.ts";
import { readIdeas } from "../src/store/idea.ts";
import { readRoundsSince } from "../src/store/round.ts";
import { makeFolder } from "../tests/sqlite/folders.ts";
import { startTeamsStub } from "../tests/teams-stub/stub.ts";
import { type Instance, startInstance } from "../tests/week/gnist-process.ts";
import { line, question } from "../tests/world/words.ts";
import { median, saveResult, say } from "./result.ts";

/**
 * A year in an hour: `npm run soak [minutes]`. 200 members in 10 teams, two real instances on one file, at Teams' limits. The bench steps the clock from one due
 * row to the next, people answer, and one instance at a time is shut down in order and replaced. Fewer minutes play fewer weeks.
 */

const minutes = Number(process.argv[2] ?? 60);
if (!(minutes > 0 && minutes <= 600)) throw new Error("Give the minutes, from 1 to 600.");
const weekMs = (60 * 60_000) / 52;
const weeks = Math.max(4, Math.round((minutes * 60_000) / weekMs));
const weeksBetweenRestarts = 2;
const teamCount = 10;
const perTeam = 20;

const { folder, remove } = await makeFolder();
const stub = await startTeamsStub();
stub.trouble.limits(true);
stub.trouble.latency(20);
const env = { GNIST_DATA_DIR: folder };
let instances: Instance[] = [await startInstance(env), await startInstance(env)];
const serve = () => stub.bots(instances.map(({ url }) => url));
serve();
const problems: string[] = [];
const memory: { readonly week: number; readonly mb: number }[] = [];

const residentMb = async (pid: number): Promise<number> => Number((await readFile(`/proc/${pid}/statm`, "utf8")).split(" ")[1]) / 256;

/** Waits at most a minute until Teams has received what must come. */
const isThere = async (what: string, isSo: () => boolean): Promise<void> => {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 600) return void problems.push(`${what} did not come within a minute`);
    await wait(100);
  }
};

const isPrompt = ({ words }: { readonly words: string }) => words.includes(question) && !words.includes("A short reminder");
const isDigest = ({ words }: { readonly words: string }) => words.includes("what we do about it");
const posted = (what: (entry: { readonly words: string }) => boolean) =>
  stub.ledger.filter((entry) => entry.do === "post" && what(entry)).length;

/** Waits until Teams has received nothing for a while. */
const isQuiet = async (): Promise<void> => {
  for (let seen = -1; seen !== stub.ledger.length; ) {
    seen = stub.ledger.length;
    await wait(1_500);
  }
};

const restart = async (week: number): Promise<void> => {
  const [kept, old] = week % (2 * weeksBetweenRestarts) === 0 ? [instances[0], instances[1]] : [instances[1], instances[0]];
  if (!kept || !old) return;
  stub.bots([kept.url]);
  const code = await old.stop();
  if (code !== 0) problems.push(`week ${week}: an instance that was told to end ended with ${code}`);
  instances = [kept, await startInstance(env)];
  serve();
};

try {
  const teams = Array.from({ length: teamCount }, (_, at) =>
    stub.addTeam({ name: `Team ${at}`, members: Array.from({ length: perTeam }, (_, one) => `P${at}-${one}`) }),
  );
  for (const team of teams) await stub.installs(team, { by: team.members[0] ?? "" });
  await stub.until((ledger) => ledger.filter(({ words }) => words.includes("Hello, I am Gnist")).length === teamCount, 120_000);
  const people = teams.flatMap(({ members }) => members);
  const lead = stub.person("P0-0");
  const receipts = new Set<string>();
  const started = Date.now();
  const next = async (): Promise<string> => {
    await lead.writes("next");
    await isQuiet();
    return lead.sees().findLast(({ words }) => words.startsWith("It is now"))?.words ?? "";
  };

  for (let week = 1; week <= weeks; week++) {
    for (let steps = 0; steps < 12; steps++) if ((await next()).includes("Thursday")) break;
    await isThere(`week ${week}: every question`, () => posted(isPrompt) >= week * people.length);
    for (const [at, person] of people.entries()) {
      const turn = (at + week) % 5;
      if (turn > 1) continue;
      const someone = stub.person(person);
      if (turn === 0) {
        const text = `Friction ${week} of ${person.key}`;
        await someone.presses("Send", { on: question, inputs: { [line]: text } });
        receipts.add(text);
      } else await someone.presses("Nothing this week", { on: question });
    }
    for (let steps = 0; steps < 3; steps++) await next();
    await isThere(`week ${week}: every digest`, () => posted(isDigest) >= week * teamCount);
    if (week % weeksBetweenRestarts === 0) await restart(week);
    await isQuiet();
    for (const { pid } of instances) memory.push({ week, mb: await residentMb(pid) });
    const mb = memory.slice(-2).map((one) => one.mb.toFixed(0));
    say(
      `week ${week} of ${weeks}: ${stub.ledger.length} messages, memory ${mb.join(" and ")} MB, ${Math.round((Date.now() - started) / 60_000)} min`,
    );
    await wait(Math.max(0, started + week * weekMs - Date.now()));
  }
  await wait(5_000);

  // Posts to people, from Teams' ledger.
  const posts = stub.ledger.filter((entry) => entry.do === "post" && entry.person);
  for (const person of people) {
    const asked = posts.filter((entry) => entry.person === person && entry.words.includes(question));
    const prompts = asked.filter(isPrompt);
    const ofWeek = prompts.map(({ words }) => /week (\d+)/i.exec(words)?.[1]);
    if (prompts.length !== weeks) problems.push(`${person.key} was asked ${prompts.length} times in ${weeks} weeks`);
    if (weeks <= 52 && new Set(ofWeek).size !== prompts.length)
      problems.push(`${person.key} was asked twice in a week: ${ofWeek.join(" ")}`);
    if (asked.length - prompts.length > weeks) problems.push(`${person.key} was reminded ${asked.length - prompts.length} times`);
  }
  for (const team of teams) {
    const digests = stub.ledger.filter(
      (entry) => entry.do === "post" && entry.place.kind === "channel" && entry.place.team === team && isDigest(entry),
    );
    if (digests.length !== weeks) problems.push(`${team.name} got ${digests.length} digests in ${weeks} weeks`);
  }
  problems.push(...stub.faults);

  // Rows and jobs left over.
  const storage = await openSqlite(folder);
  const { rows } = storage;
  let rowCount = 0;
  let stored = 0;
  for (const team of teams) {
    const id = teamIdOf(team.tenantId, team.id);
    rowCount += (await rows.list(`team|${id}`, { from: "", to: "~" })).length;
    const rounds = await readRoundsSince(rows, id, "");
    const open = rounds.filter(({ state }) => state !== "closed");
    if (open.length > 0) problems.push(`${team.name} has ${open.length} rounds that were never closed`);
    for (const round of rounds) {
      const asks = await readAsks(rows, id, round.id);
      const left = asks.filter(({ delivery, reminder }) => delivery !== "sent" || !["sent", undefined].includes(reminder.delivery));
      if (left.length > 0) problems.push(`${team.name}, ${round.id}: ${left.length} sends did not end in "sent"`);
    }
    stored += (await readIdeas(rows, id)).length;
  }
  if (stored !== receipts.size) problems.push(`${receipts.size} ideas were sent, ${stored} are stored`);
  const due = await readDueJobs(rows, Date.parse("2100-01-01"));
  if (due.due.length !== teamCount || due.damaged.length > 0)
    problems.push(`${due.due.length} things are due, where each of ${teamCount} teams has its next question`);
  const { jobs } = await storage.everyJob();
  if (jobs.length > 0) problems.push(`${jobs.length} jobs are left, or were set aside`);
  await storage.close();
  // A leftover timer or connection would keep the process alive.
  for (const one of instances) if ((await one.stop()) !== 0) problems.push("an instance did not end in order at the end");

  const quarter = (which: number) => median(memory.filter(({ week }) => Math.ceil((4 * week) / weeks) === which).map(({ mb }) => mb));
  const growth = quarter(4) / quarter(2);
  if (growth > 1.05) problems.push(`memory grew by ${((growth - 1) * 100).toFixed(1)} % from the second quarter to the last`);
  await saveResult("Soak", `npm run soak${minutes === 60 ? "" : ` ${minutes}`}`, [
    [
      "weeks, members, instances",
      `${weeks}, ${people.length} in ${teamCount} teams, 2 with a restart every ${weeksBetweenRestarts} weeks`,
      "",
    ],
    ["wall time", `${Math.round((Date.now() - started) / 60_000)} min`, ""],
    ["messages taken in", String(stub.ledger.length), ""],
    ["resident memory of an instance, median by quarter", `${[1, 2, 3, 4].map((which) => quarter(which).toFixed(0)).join(", ")} MB`, ""],
    ["last quarter ÷ second", growth.toFixed(3), "≤ 1.05"],
    ["rows of the teams at the end", `${rowCount}: ${(rowCount / people.length / weeks).toFixed(2)} for each member and week`, ""],
    ["asked twice, not asked, left over", String(problems.length), "0"],
  ]);
  for (const problem of problems.slice(0, 20)) say(`! ${problem}`);
} finally {
  for (const one of instances) await one.kill();
  await stub.stop();
  await remove();
}
process.exit(problems.length === 0 ? 0 : 1);
