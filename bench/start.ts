import { readdir, readFile } from "node:fs/promises";
import type { Profiler } from "node:inspector";
import { join } from "node:path";
import { teamIdOf } from "../src/domain/ids.ts";
import { startInstance } from "../tests/week/gnist-process.ts";
import { type Spent, spentBy } from "./cpu-profile.ts";
import { type Figure, median, saveResult, say } from "./result.ts";
import { inAFolder } from "./store.ts";

/**
 * The start: `npm run bench -- start [rounds] [another checkout]`. Time from the start of the process, as by `npm start`, to the first answered press, with an
 * empty folder in local mode, in turns with another version if its checkout is given. One more start runs under Node's profiler.
 */
export const benchStart = async (rounds = 9, checkout?: string): Promise<void> => {
  /** Time to the first answer, ms. */
  const start = (how: Parameters<typeof startInstance>[1], env: Readonly<Record<string, string>> = {}) =>
    inAFolder(async (folder) => {
      const from = performance.now();
      const instance = await startInstance({ GNIST_DATA_DIR: folder, ...env }, how);
      try {
        const response = await fetch(instance.url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(press),
        });
        const text = await response.text();
        if (response.status !== 200 || !text.includes("statusCode")) throw new Error(`not an answer: ${response.status} ${text}`);
        return performance.now() - from;
      } finally {
        await instance.stop();
      }
    });
  const other = checkout === undefined ? undefined : { checkout };
  const [ours, uncompiled, others]: [number[], number[], number[]] = [[], [], []];
  // The first start after an installation fills the compile cache.
  await start({});
  for (let round = 0; round < rounds; round++) {
    const turns = [
      async () => ours.push(await start({})),
      async () => other && others.push(await start(other)),
      async () => uncompiled.push(await start({}, { NODE_DISABLE_COMPILE_CACHE: "1" })),
    ];
    for (const turn of round % 2 === 0 ? turns : [...turns].reverse()) await turn();
    say(`round ${round + 1} of ${rounds}`);
  }
  const spent = await inAFolder(async (folder) => {
    await start({ flags: ["--cpu-prof", "--cpu-prof-interval", "250", `--cpu-prof-dir=${folder}`] });
    const [file = ""] = await readdir(folder);
    return spentBy(JSON.parse(await readFile(join(folder, file), "utf8")) as Profiler.Profile);
  });
  const shown = (all: readonly number[]) => `${median(all).toFixed(0)} ms (${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)})`;
  const ratios = ours.map((ms, at) => ms / (others[at] ?? Number.NaN));
  const compared: readonly Figure[] = other
    ? [
        ["the other version", shown(others), ""],
        ["this ÷ the other", `${median(ratios).toFixed(2)} (best ${Math.min(...ratios).toFixed(2)})`, "≤ 0.75"],
      ]
    : [];
  await saveResult("The start", `npm run bench -- start ${rounds}${other ? " <another checkout>" : ""}`, [
    ["to the first answered press, an empty folder", shown(ours), "stretch ≤ 1,000 ms"],
    ...compared,
    ["the first start after an installation, when nothing is compiled", shown(uncompiled), ""],
    ...spentLines(spent),
  ]);
};

/** Lines of the largest shares of a start, and one line for the rest. */
const spentLines = (spent: readonly Spent[]): readonly Figure[] => {
  const large = spent.slice(0, 12);
  const rest = spent.slice(12).reduce((sum, { share }) => sum + share, 0);
  return [...large, { where: "all the rest", share: rest }].map(
    ({ where, share }) => [`of its CPU: ${where}`, `${(100 * share).toFixed(0)} %`, ""] as const,
  );
};

/** A press of *Send* for an unknown team: Gnist reads the store and answers that the team is unknown. */
const tenant = "11111111-1111-4111-8111-111111111111";
const press = {
  type: "invoke",
  name: "adaptiveCard/action",
  id: "f:1",
  channelId: "msteams",
  serviceUrl: "http://127.0.0.1:1/",
  from: { id: "29:sara", name: "Sara Lind", aadObjectId: "20000000-0000-4000-8000-000000000001" },
  conversation: { conversationType: "personal", tenantId: tenant, id: "a:sara" },
  recipient: { id: "28:gnist", name: "Gnist" },
  channelData: { tenant: { id: tenant } },
  value: {
    action: {
      type: "Action.Execute",
      verb: "submit-idea",
      data: {
        verb: "submit-idea",
        team: teamIdOf(tenant, "19:nobody@thread.tacv2"),
        secret: "s".repeat(22),
        language: "en",
        friction: "The printer is slow",
      },
    },
  },
};
