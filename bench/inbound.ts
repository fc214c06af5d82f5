import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { startOpenId } from "../tests/teams/open-id.ts";
import { invoke, newClaims, type ServerName } from "./inbound-parts.ts";
import { median } from "./result.ts";

/**
 * What an incoming press costs: `node --import tsx bench/inbound.ts [rounds]`. Loopback alone, under a minute a round.
 *
 * Each variant runs in a fresh process in each round, and the rounds are interleaved, so that a machine that is busy for a while is unfair to all alike.
 */

const rounds = Number(process.argv[2] ?? 7);
if (!Number.isInteger(rounds) || rounds < 1 || rounds > 50) throw new Error("Give the number of rounds, from 1 to 50.");
const connections = 50;
const warmUpSeconds = 1.5;
const seconds = 3;

/** More than are remembered (1,000), so that each has been forgotten when it comes again. */
const tokensPerConnection = 60;

type Variant = { readonly is: string; readonly server: ServerName; readonly tokens: "same" | "other" };
const variants: readonly Variant[] = [
  { is: "restify, no token checked", server: "restify", tokens: "same" },
  { is: "stock CloudAdapter", server: "stock", tokens: "same" },
  { is: "ours", server: "ours", tokens: "same" },
  { is: "ours, no token remembered", server: "ours", tokens: "other" },
  { is: "ours, with clients and a turn", server: "ours-with-turns", tokens: "same" },
  { is: "ours, with neither taming", server: "ours-with-turns", tokens: "other" },
];

type Measured = { readonly perSecond: number; readonly p99Ms: number; readonly cpuMicros: number };

const openId = await startOpenId();
const tokens = Array.from({ length: connections }, () => Array.from({ length: tokensPerConnection }, () => openId.signed(newClaims())));

const requestWith = (token: string | undefined) => ({
  method: "POST" as const,
  path: "/api/messages",
  headers: { "content-type": "application/json; charset=utf-8", authorization: `Bearer ${token}` },
  body: invoke,
});

/** Fifty connections, for some seconds. @throws Error when anything but a 200 is answered. */
const press = async (port: number, which: Variant["tokens"], duration: number) => {
  let connected = 0;
  const result = await autocannon({
    url: `http://127.0.0.1:${port}/api/messages`,
    connections,
    duration,
    ...requestWith(tokens[0]?.[0]),
    setupClient: (client) => {
      const own = tokens[connected % connections];
      connected += 1;
      if (which === "other" && own) client.setRequests(own.map(requestWith));
    },
  });
  if (result["2xx"] === 0 || result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result["2xx"]} answers were good, ${result.non2xx} were not, and ${result.errors} never came.`);
  return { answers: result["2xx"], seconds: result.duration, p99Ms: result.latency.p99 };
};

const measure = async ({ server, tokens }: Variant): Promise<Measured> => {
  const child = fork(join(import.meta.dirname, "inbound-server.ts"), [server, openId.url], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(() => Promise.reject(new Error(`The server "${server}" has ended.`)));
  ended.catch(() => {});
  const told = async <T>(): Promise<T> =>
    (await Promise.race([once(child, "message", { signal: AbortSignal.timeout(60_000) }), ended]))[0] as T;
  const cpu = async () => {
    child.send("cpu");
    const { user, system } = (await told<{ readonly cpu: NodeJS.CpuUsage }>()).cpu;
    return user + system;
  };
  try {
    const { port } = await told<{ readonly port: number }>();
    await press(port, tokens, warmUpSeconds);
    const before = await cpu();
    const { answers, seconds: took, p99Ms } = await press(port, tokens, seconds);
    return { perSecond: answers / took, p99Ms, cpuMicros: ((await cpu()) - before) / answers };
  } finally {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }
};

const measured = new Map<Variant, Measured[]>(variants.map((variant) => [variant, []]));
try {
  for (let round = 0; round < rounds; round += 1) {
    const first = round % variants.length;
    for (const variant of [...variants.slice(first), ...variants.slice(0, first)]) measured.get(variant)?.push(await measure(variant));
    console.error(`round ${round + 1} of ${rounds}`);
  }
} finally {
  await openId.stop();
}

const of = (variant: Variant, what: keyof Measured) => (measured.get(variant) ?? []).map((one) => one[what]);
const rate = (server: ServerName) =>
  median(variants.filter((one) => one.server === server && one.tokens === "same").flatMap((one) => of(one, "perSecond")));
const whole = (number: number) => Math.round(number).toLocaleString("en");

console.log(
  `Node ${process.versions.node}, ${availableParallelism()} cores, ${rounds} rounds of ${seconds} s, ${connections} connections, body ${invoke.length} bytes; medians (min–max)\n`,
);
console.log("| variant | req/s | ÷ restify | ÷ stock | p99 ms | CPU µs per request |");
console.log("|---|---|---|---|---|---|");
for (const variant of variants) {
  const perSecond = of(variant, "perSecond");
  const ratio = (to: ServerName) => (median(perSecond) / rate(to)).toFixed(2);
  console.log(
    `| ${variant.is} | ${whole(median(perSecond))} (${whole(Math.min(...perSecond))}–${whole(Math.max(...perSecond))}) | ${ratio("restify")} | ${ratio("stock")} | ${whole(median(of(variant, "p99Ms")))} | ${whole(median(of(variant, "cpuMicros")))} |`,
  );
}
