import { spawnSync } from "node:child_process";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { startTeamsStub } from "../tests/teams-stub/stub.ts";
import { type Instance, startInstance } from "../tests/week/gnist-process.ts";
import { question } from "../tests/world/words.ts";
import { median, saveResult, say } from "./result.ts";
import { inAFolder } from "./store.ts";

/**
 * The rate limiter: `npm run bench -- pace [people]`. Three real instances on one file ask 6,000 people with known chats, in 30 teams all due at once. Our
 * Connector takes 50 calls in any second and answers 429 above that. About three minutes. tests/pace/slots.test.ts has throttle and recovery, in virtual time.
 */
export const benchPace = (people = 6_000): Promise<void> => inAFolder((folder) => pace(people, folder));

/**
 * Gives this process, which is the Connector, real-time priority where the system allows it. A stalled Connector reads calls late and all at once, which looks
 * like too many in a second and is no fault of the instances. The instances, its child processes, do not inherit the priority.
 */
const comeFirst = (): boolean => spawnSync("chrt", ["--fifo", "--reset-on-fork", "--pid", "1", String(process.pid)]).status === 0;

const pace = async (wanted: number, folder: string): Promise<void> => {
  const perTeam = 200;
  const teams = Math.ceil(wanted / perTeam);
  const people = teams * perTeam;
  const stub = await startTeamsStub();
  const isFirst = comeFirst();
  let instances: Instance[] = [];
  const start = async (perSecond: number) => {
    for (const one of instances) await one.stop();
    const env = { GNIST_DATA_DIR: folder, GNIST_CALLS_PER_SECOND: String(perSecond) };
    instances = await Promise.all([startInstance(env), startInstance(env), startInstance(env)]);
    stub.bots(instances.map(({ url }) => url));
  };
  const reminder = "A short reminder";
  const isPrompt = ({ words }: { readonly words: string }) => words.includes(question) && !words.includes(reminder);
  const posted = { prompts: 0, reminders: 0 };
  let read = 0;
  /** Counts the messages posted so far. It reads each one only once, because the Connector runs in this process and must not stall. */
  const count = () => {
    for (const entry of stub.ledger.slice(read)) {
      if (entry.do !== "post") continue;
      if (isPrompt(entry)) posted.prompts += 1;
      else if (entry.words.includes(reminder)) posted.reminders += 1;
    }
    read = stub.ledger.length;
    return posted;
  };
  /** Waits until all have come, or until none has come for 40 s: posts that a slow start made doubtful never come. */
  const until = async (seen: () => number, all: number) => {
    // 40 s, because a job stays hidden for half a minute if its instance did not learn that it had got it.
    for (let before = seen(), quiet = 0; before < all && quiet < 40; ) {
      await wait(1_000);
      quiet = seen() === before ? quiet + 1 : 0;
      before = seen();
    }
  };
  const next = () => stub.person("P0-0").writes("next");
  try {
    await start(1_000);
    say(`${teams} teams of ${perTeam}: the first week, unlimited, so that their chats are known`);
    for (let at = 0; at < teams; at++) {
      const members = Array.from({ length: perTeam }, (_, one) => `P${at}-${one}`);
      const team = stub.addTeam({ name: `Team ${at}`, members });
      await stub.installs(team, { by: `P${at}-0` });
    }
    await stub.until((ledger) => ledger.filter(({ words }) => words.includes("Hello, I am Gnist")).length >= teams, 600_000);
    // The clock does not ask a team of 200 before a lead has agreed by asking it once.
    for (let at = 0; at < teams; at++) await stub.person(`P${at}-0`).writes("prompt now");
    await until(() => count().prompts, people);
    await next();
    await until(() => count().reminders, people);
    await start(50);
    stub.trouble.limits(true);
    stub.trouble.latency(20);
    const known = count().prompts;
    const { reminders } = count();
    const [from, fromCall] = [stub.ledger.length, stub.calls.length];
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    say("the second week's question, at 50 a second");
    // The steps in between (draft, digest) send few messages or none.
    for (let tries = 0; count().prompts === known && tries < 6; tries++) {
      await next();
      for (let seconds = 0; count().prompts === known && seconds < 10; seconds++) await wait(1_000);
    }
    await until(() => count().prompts, known + people);
    // A second question to one person would come within these 5 s.
    await wait(5_000);
    delay.disable();
    const asked = stub.ledger.slice(from).filter((entry) => entry.do === "post" && isPrompt(entry));
    const startedAt = asked[0]?.at;
    if (startedAt === undefined) throw new Error("nobody was asked in the second week");
    if (count().reminders > reminders) throw new Error("the clock was moved on to the reminder while the question was measured");
    const calls = stub.calls.slice(fromCall);
    const lastAt = asked.at(-1)?.at ?? startedAt;
    const steady = calls.filter(({ at }) => at >= startedAt + 5_000 && at <= lastAt);
    if (lastAt < startedAt + 15_000) throw new Error("too few people: less than ten seconds can be measured");
    say(
      calls
        .map(({ at, status }) => (status === 429 ? `429 after ${((at - startedAt) / 1_000).toFixed(1)} s` : ""))
        .filter(Boolean)
        .join(", "),
    );
    const seconds = ((steady.at(-1)?.at ?? 0) - (steady[0]?.at ?? 0)) / 1_000;
    const taken = steady.filter(({ status }) => status !== 429);
    const leastMs = Math.min(...taken.slice(50).map(({ at }, one) => at - (taken[one]?.at ?? 0)));
    const refused = calls.filter(({ status }) => status === 429);
    const late = refused.filter(({ at }) => at >= startedAt + 5_000);
    const perThread = new Map<string, number[]>();
    for (const { at, path, method } of calls.filter(({ method }) => method === "POST")) {
      const thread = `${method} ${path.split("/activities")[0]}`;
      perThread.set(thread, [...(perThread.get(thread) ?? []), at]);
    }
    const most = Math.max(
      ...[...perThread.values()].map((times) => Math.max(...times.map((t) => times.filter((u) => u >= t && u < t + 1_000).length))),
    );
    const eachSecond = Array.from({ length: Math.floor(seconds) }, (_, second) => {
      const begin = (steady[0]?.at ?? 0) + second * 1_000;
      return taken.filter(({ at }) => at >= begin && at < begin + 1_000).length;
    });
    say(eachSecond.join(" "));
    const reached = new Set(asked.map(({ person }) => person?.key)).size;
    await saveResult("Pace", `npm run bench -- pace${wanted === 6_000 ? "" : ` ${wanted}`}`, [
      [
        "calls a second after the first 5 s, of the 50 allowed",
        `${((100 * taken.length) / seconds / 50).toFixed(1)} %`,
        "≥ 97 %, stretch 98 %",
      ],
      ["calls in each second, median (least to most)", `${median(eachSecond)} (${Math.min(...eachSecond)}–${Math.max(...eachSecond)})`, ""],
      ["answered 429 after the first 5 s, and before", `${late.length}, ${refused.length - late.length}`, "0"],
      ["least time that 51 calls took: less than 1,000 ms is refused", `${leastMs.toFixed(0)} ms`, ""],
      [
        "longest that the Connector itself stood still",
        `${(delay.max / 1e6).toFixed(0)} ms${isFirst ? ", before others on its cores" : ""}`,
        "",
      ],
      ["calls in one thread within a second, most", String(most), "≤ 7"],
      ["people asked, questions sent", `${reached}, ${asked.length}`, `${people}, ${people}`],
    ]);
  } finally {
    for (const one of instances) await one.stop();
    await stub.stop();
  }
};
