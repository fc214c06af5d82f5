import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { startOpenId } from "../tests/teams/open-id.ts";
import { type AnswerServer, type People, pressOf, receiptMark } from "./answers-parts.ts";
import { newClaims } from "./inbound-parts.ts";
import { openPresser, type Pressed } from "./presser.ts";
import { median, saveResult, say } from "./result.ts";
import { startServer } from "./server.ts";
import { inAFolder } from "./store.ts";

/**
 * P1, P2 and P3, an answer in: `npm run bench -- answers [rounds]`. 50 connections press *Send* with Teams' token, another person each time, so that each press stores
 * question answered, idea and voice; after each run the stored answers are counted. A fresh process for each variant in each round, rounds interleaved.
 */

const connections = 50;
const warmUpSeconds = 1.5;
const seconds = 3;
/** More than can press in that time. */
const peopleCount = 40_000;

const variants = [
  "restify",
  "stock",
  "product",
  "product, new people",
  "empty",
  "stored, then upserts",
  "stored, new people",
  "bare",
] as const;
type Figure = Pressed & { readonly cpuMicros: number };

export const benchAnswers = async (rounds = 7): Promise<void> => {
  const openId = await startOpenId();
  const token = openId.signed(newClaims());
  const measured = new Map<string, Figure[]>();
  const keep = (name: string, figure: Figure) => measured.set(name, [...(measured.get(name) ?? []), figure]);

  const answers = async (which: AnswerServer, people: People, folder?: string): Promise<Figure> => {
    const count = peopleCount;
    const server = await startServer("answers-server.ts", which, openId.url, String(count), people, ...(folder ? [folder] : []));
    try {
      const presser = openPresser(server.port, { connections, token, count, body: pressOf(count), mark: receiptMark });
      const warm = await presser.press(warmUpSeconds);
      const before = await server.cpu();
      const pressed = await presser.press(seconds);
      const cpuMicros = ((await server.cpu()) - before) / pressed.answers;
      const stored = await server.ask<number>("stored");
      const expected = which === "restify" || which === "empty" || which === "bare" ? 0 : warm.answers + pressed.answers;
      if (stored !== expected) throw new Error(`${which}: ${expected} presses had a receipt, and ${stored} are stored.`);
      return { ...pressed, cpuMicros };
    } finally {
      await server.stop();
    }
  };

  const run = async (variant: (typeof variants)[number]): Promise<void> => {
    if (variant === "stored, then upserts")
      return inAFolder(async (folder) => {
        keep("stored", await answers("product", "known", folder));
        for (const what of ["upserts", "transactions"] as const) keep(what, await writes(what, folder));
      });
    if (variant === "bare") return inAFolder(async (folder) => void keep(variant, await answers("bare", "known", folder)));
    if (variant === "stored, new people") return inAFolder(async (folder) => void keep(variant, await answers("product", "new", folder)));
    if (variant === "product, new people") return void keep(variant, await answers("product", "new"));
    keep(variant, await answers(variant, "known"));
  };

  try {
    for (let round = 0; round < rounds; round++) {
      const first = round % variants.length;
      for (const variant of [...variants.slice(first), ...variants.slice(0, first)]) await run(variant);
      say(`round ${round + 1} of ${rounds}`);
    }
  } finally {
    await openId.stop();
  }

  const of = (name: string, what: keyof Figure) => (measured.get(name) ?? []).map((one) => one[what]);
  const shown = (name: string) => {
    const [rates, cpus, p99s] = [of(name, "perSecond"), of(name, "cpuMicros"), of(name, "p99Ms")];
    return `${median(rates).toFixed(0)} (${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)}), ${median(cpus).toFixed(0)} µs, p99 ${median(p99s).toFixed(0)} ms`;
  };
  /** Median of the rounds' ratios, and the best. */
  const ratio = (a: string, b: string, what: keyof Figure, best: "most" | "least" = "most") => {
    const under = of(b, what);
    const ratios = of(a, what).map((one, at) => one / (under[at] ?? Number.NaN));
    return `${median(ratios).toFixed(2)} (best ${(best === "most" ? Math.max : Math.min)(...ratios).toFixed(2)})`;
  };
  await saveResult("P1 P2 P3 answers in", `npm run bench -- answers${rounds === 7 ? "" : ` ${rounds}`}`, [
    ["presses/s, CPU a press: restify alone, no token checked, nothing stored", shown("restify"), ""],
    ["stock CloudAdapter behind restify, the product's handler, rows in memory", shown("stock"), ""],
    ["Gnist, rows in memory", shown("product"), ""],
    ["the same, everybody heard for the first time", shown("product, new people"), ""],
    ["Gnist's door and line to Teams, an empty handler", shown("empty"), ""],
    ["P1: Gnist ÷ stock, presses/s", ratio("product", "stock", "perSecond"), "≥ 2, stretch 3"],
    ["P1: Gnist ÷ stock, CPU", ratio("product", "stock", "cpuMicros", "least"), ""],
    ["P1: Gnist ÷ restify alone, presses/s", ratio("product", "restify", "perSecond"), "≥ 0.12, stretch 0.20"],
    ["P2: Gnist ÷ an empty handler, CPU", ratio("product", "empty", "cpuMicros", "least"), "≤ 1.3"],
    ["Gnist, rows in the file: on the disk before the answer", shown("stored"), ""],
    ["the same, everybody heard for the first time", shown("stored, new people"), ""],
    ["bare upserts of one process in the same file", shown("upserts"), ""],
    ["bare transactions of three rows, as an answer stores", shown("transactions"), ""],
    ["an empty handler behind Gnist's door that stores such a transaction", shown("bare"), ""],
    ["Gnist ÷ that handler, a second", ratio("stored", "bare", "perSecond"), ""],
    ["P3: rows in the file ÷ rows in memory, presses/s", ratio("stored", "product", "perSecond"), "≥ 0.60, stretch 0.75"],
    ["P3: everybody heard for the first time", ratio("stored, new people", "product, new people", "perSecond"), ""],
    ["P3: p99, the worst round", `${Math.max(...of("stored", "p99Ms"), ...of("stored, new people", "p99Ms")).toFixed(0)} ms`, "≤ 1,000 ms"],
    ["answers with a receipt that are not stored, or not whole", "0", "0"],
  ]);
};

const writes = async (what: "upserts" | "transactions", folder: string): Promise<Figure> => {
  const args = [what, folder, String(connections), String(warmUpSeconds * 1_000), String(seconds * 1_000)];
  const child = fork(join(import.meta.dirname, "answers-upserts.ts"), args);
  const exited = once(child, "exit");
  const failed = exited.then(() => Promise.reject(new Error("The bare writes have ended without figures.")));
  failed.catch(() => {});
  const [figure] = (await Promise.race([once(child, "message"), failed])) as [Figure];
  await exited;
  return figure;
};
