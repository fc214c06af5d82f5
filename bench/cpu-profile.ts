import { type Profiler, Session } from "node:inspector/promises";

/** Profiles the CPU time of this process between `startProfile` and `stopProfile`, by package, by Node's modules and by our files. */

export type Spent = {
  /** Share of the time that the process was not idle, 0 to 1. */
  readonly share: number;
  readonly where: string;
};

let session: Session | undefined;

export const startProfile = async (): Promise<void> => {
  session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 250 });
  await session.post("Profiler.start");
};

export const stopProfile = async (): Promise<readonly Spent[]> => {
  if (!session) throw new Error("No profile was started.");
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  session = undefined;
  return summary(profile);
};

/** Shares of a profile written by `--cpu-prof`. Time of Node's own code counts for the nearest caller in a package or in our modules. */
export const spentBy = ({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): readonly Spent[] => {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const spent = new Map<string, number>();
  for (const [at, sample] of samples.entries()) {
    const name = frames.get(sample)?.functionName ?? "";
    if (name === "(idle)") continue;
    let where = name === "(garbage collector)" ? name : "Node itself: its own start, finding and linking modules";
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const owner = ownerOf(frames.get(id)?.url ?? "");
      if (!owner) continue;
      where = owner;
      break;
    }
    spent.set(where, (spent.get(where) ?? 0) + (timeDeltas[at] ?? 0));
  }
  return sharesOf(spent);
};

const sharesOf = (spent: ReadonlyMap<string, number>): readonly Spent[] => {
  const all = [...spent.values()].reduce((sum, micros) => sum + micros, 0);
  return [...spent].map(([where, micros]) => ({ where, share: micros / all })).sort((a, b) => b.share - a.share);
};

const packageIn = (url: string): string | undefined => [...url.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].at(-1)?.[1];

const ownerOf = (url: string): string | undefined =>
  packageIn(url) ?? (/\/(src|cards)\/[^/]+/.test(url) ? "Gnist's own modules" : undefined);

const summary = ({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): readonly Spent[] => {
  const whereOf = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame.url, callFrame.functionName)]));
  const spent = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const where = whereOf.get(id) ?? "";
    if (where !== "(idle)") spent.set(where, (spent.get(where) ?? 0) + (timeDeltas[at] ?? 0));
  }
  return sharesOf(spent);
};

const placeOf = (url: string, functionName: string): string => {
  const inPackage = packageIn(url);
  if (inPackage) return inPackage;
  if (url.startsWith("node:")) return url;
  const ours = /\/((?:src|cards|bench|tests)\/.+)$/.exec(url)?.[1];
  return ours ?? (url === "" ? `${functionName}${functionName.startsWith("(") ? "" : " (native)"}` : url);
};
