import autocannon from "autocannon";
import { startOpenId } from "../tests/connector/open-id.ts";
import { invoke, newClaims, type ServerName } from "./inbound-parts.ts";
import { median, saveResult, say } from "./result.ts";
import { startServer } from "./server.ts";

/**
 * Savings of each change to botbuilder's inbound path: `npm run bench -- tamings [rounds]`. Every variant has an empty handler, with 50 connections on loopback;
 * under a minute a round.
 *
 * Each variant runs in a fresh process per round, and rounds are interleaved, so that a busy spell of the machine affects all variants alike.
 */

const connections = 50;
const warmUpSeconds = 1.5;
const seconds = 3;

/** With 50 connections 3,000 tokens, more than the cache of 1,000: each has been dropped when it comes again. */
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

const requestWith = (token: string | undefined) => ({
  method: "POST" as const,
  path: "/api/messages",
  headers: { "content-type": "application/json; charset=utf-8", authorization: `Bearer ${token}` },
  body: invoke,
});

type Tokens = readonly (readonly string[])[];

/** Presses over 50 connections for `duration` seconds. @throws Error on any answer but 200 */
const press = async (port: number, tokens: Tokens, which: Variant["tokens"], duration: number) => {
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

const measure = async ({ server, tokens: which }: Variant, openIdUrl: string, tokens: Tokens): Promise<Measured> => {
  const child = await startServer("inbound-server.ts", server, openIdUrl);
  try {
    await press(child.port, tokens, which, warmUpSeconds);
    const before = await child.cpu();
    const { answers, seconds: took, p99Ms } = await press(child.port, tokens, which, seconds);
    return { perSecond: answers / took, p99Ms, cpuMicros: ((await child.cpu()) - before) / answers };
  } finally {
    await child.stop();
  }
};

export const benchTamings = async (rounds = 7): Promise<void> => {
  const openId = await startOpenId();
  const tokens = Array.from({ length: connections }, () => Array.from({ length: tokensPerConnection }, () => openId.signed(newClaims())));
  const measured = new Map<Variant, Measured[]>(variants.map((variant) => [variant, []]));
  try {
    for (let round = 0; round < rounds; round += 1) {
      const first = round % variants.length;
      for (const variant of [...variants.slice(first), ...variants.slice(0, first)])
        measured.get(variant)?.push(await measure(variant, openId.url, tokens));
      say(`round ${round + 1} of ${rounds}`);
    }
  } finally {
    await openId.stop();
  }
  const of = (variant: Variant, what: keyof Measured) => (measured.get(variant) ?? []).map((one) => one[what]);
  const whole = (number: number) => Math.round(number).toLocaleString("en");
  const stock = variants.find(({ server }) => server === "stock") ?? variants[0];
  const cpuOfStock = stock ? of(stock, "cpuMicros") : [];
  await saveResult(
    "What each taming of the way in saves",
    `npm run bench -- tamings${rounds === 7 ? "" : ` ${rounds}`}`,
    variants.map((variant) => {
      const perSecond = of(variant, "perSecond");
      const saves = median(of(variant, "cpuMicros").map((one, at) => (cpuOfStock[at] ?? Number.NaN) / one));
      return [
        `${variant.is}: presses/s, CPU`,
        `${whole(median(perSecond))} (${whole(Math.min(...perSecond))}–${whole(Math.max(...perSecond))}), ${whole(median(of(variant, "cpuMicros")))} µs; ` +
          `1/${saves.toFixed(1)} of the stock CPU; p99 ${whole(median(of(variant, "p99Ms")))} ms`,
        "",
      ] as const;
    }),
  );
};
