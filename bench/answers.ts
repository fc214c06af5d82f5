import { startOpenId } from "../tests/connector/open-id.ts";
import { type AnswerServer, type People, pressOf, receiptMark } from "./answers-parts.ts";
import { newClaims } from "./inbound-parts.ts";
import { openPresser, type Pressed } from "./presser.ts";
import { median, saveResult, say } from "./result.ts";
import { startServer } from "./server.ts";
import { inAFolder, inAzurite } from "./store.ts";

/**
 * Answers: `npm run bench -- answers [rounds]`. 50 connections press *Send* with Teams' token, each time as another person, so that each press stores the
 * answered question, idea and voice; after each run the bench counts the stored answers. Rows are in memory, in the file, and in Azurite (the embedded store
 * of earlier versions) in its own process. Each variant runs in a fresh process per round, rounds interleaved; about 1.5 minutes a round.
 */

const connections = 50;
const warmUpSeconds = 1.5;
const seconds = 3;
/** People per store, more than can press in the time; fewer for Azurite, which is slow to fill and to press. */
const peopleCount = { memory: 40_000, file: 40_000, azurite: 8_000 } as const;

type Store = keyof typeof peopleCount;
type Variant = { readonly is: string; readonly server: AnswerServer; readonly store: Store; readonly people: People };
const variants = {
  restify: { is: "restify alone, no token checked, nothing stored", server: "restify", store: "memory", people: "known" },
  stock: { is: "stock CloudAdapter behind restify, Gnist's handler, rows in memory", server: "stock", store: "memory", people: "known" },
  empty: { is: "Gnist's door and line to Teams, an empty handler", server: "empty", store: "memory", people: "known" },
  memory: { is: "Gnist, rows in memory", server: "product", store: "memory", people: "known" },
  file: { is: "Gnist, rows in the file: on the disk before the answer", server: "product", store: "file", people: "known" },
  azurite: { is: "Gnist, rows in Azurite, the store before: not on the disk", server: "product", store: "azurite", people: "known" },
  newInMemory: { is: "everybody heard for the first time, rows in memory", server: "product", store: "memory", people: "new" },
  newInFile: { is: "everybody heard for the first time, rows in the file", server: "product", store: "file", people: "new" },
} as const satisfies Record<string, Variant>;
type Name = keyof typeof variants;
const names = Object.keys(variants) as Name[];

type Figure = Pressed & { readonly cpuMicros: number };

export const benchAnswers = async (rounds = 7): Promise<void> => {
  const openId = await startOpenId();
  const token = openId.signed(newClaims());
  const measured = new Map<Name, Figure[]>(names.map((name) => [name, []]));

  const answers = async ({ server: which, store, people }: Variant, place: readonly string[]): Promise<Figure> => {
    const count = peopleCount[store];
    const server = await startServer("answers-server.ts", which, openId.url, String(count), people, ...place);
    try {
      const presser = openPresser(server.port, { connections, token, count, body: pressOf(count), mark: receiptMark });
      const warm = await presser.press(warmUpSeconds);
      const before = await server.cpu();
      const pressed = await presser.press(seconds);
      const cpuMicros = ((await server.cpu()) - before) / pressed.answers;
      const stored = await server.ask<number>("stored");
      const expected = which === "restify" || which === "empty" ? 0 : warm.answers + pressed.answers;
      if (stored !== expected) throw new Error(`${which}: ${expected} presses had a receipt, and ${stored} are stored.`);
      return { ...pressed, cpuMicros };
    } finally {
      await server.stop();
    }
  };

  const run = (variant: Variant): Promise<Figure> => {
    if (variant.store === "file") return inAFolder((folder) => answers(variant, ["file", folder]));
    if (variant.store === "azurite") return inAzurite((connectionString) => answers(variant, ["azurite", connectionString]));
    return answers(variant, []);
  };

  try {
    for (let round = 0; round < rounds; round++) {
      const first = round % names.length;
      for (const name of [...names.slice(first), ...names.slice(0, first)]) measured.get(name)?.push(await run(variants[name]));
      say(`round ${round + 1} of ${rounds}`);
    }
  } finally {
    await openId.stop();
  }

  const of = (name: Name, what: keyof Figure) => (measured.get(name) ?? []).map((one) => one[what]);
  const shown = (name: Name) => {
    const [rates, cpus, p99s] = [of(name, "perSecond"), of(name, "cpuMicros"), of(name, "p99Ms")];
    return `${median(rates).toFixed(0)} (${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)}), ${median(cpus).toFixed(0)} µs, p99 ${median(p99s).toFixed(0)} ms`;
  };
  /** Median, minimum and maximum of the rounds' ratios. */
  const ratio = (a: Name, b: Name, what: keyof Figure) => {
    const under = of(b, what);
    const ratios = of(a, what).map((one, at) => one / (under[at] ?? Number.NaN));
    return `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
  };
  await saveResult("Answers in", `npm run bench -- answers${rounds === 7 ? "" : ` ${rounds}`}`, [
    ...names.map((name) => [`presses/s, CPU a press, p99: ${variants[name].is}`, shown(name), ""] as const),
    ["file ÷ memory, presses/s", ratio("file", "memory", "perSecond"), "≥ 0.60, stretch 0.75"],
    ["file ÷ memory, CPU", ratio("file", "memory", "cpuMicros"), ""],
    ["file ÷ memory, everybody heard for the first time", ratio("newInFile", "newInMemory", "perSecond"), ""],
    ["Azurite ÷ memory, presses/s", ratio("azurite", "memory", "perSecond"), ""],
    ["p99 of the file, the worst round", `${Math.max(...of("file", "p99Ms"), ...of("newInFile", "p99Ms")).toFixed(0)} ms`, "≤ 250 ms"],
    ["answers with a receipt that are not stored, or not whole", "0", "0"],
    ["memory ÷ stock, presses/s", ratio("memory", "stock", "perSecond"), "≥ 2, stretch 3"],
    ["memory ÷ restify alone, presses/s", ratio("memory", "restify", "perSecond"), "≥ 0.12, stretch 0.20"],
    ["memory ÷ an empty handler, CPU", ratio("memory", "empty", "cpuMicros"), "≤ 1.3"],
  ]);
};
