import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Idea } from "../../domain/idea/idea.ts";
import { life } from "../../domain/idea/life.ts";
import type { LookAlikes } from "../../domain/message/digest.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Alike, Ports, SimilarIndex } from "../../ports.ts";
import { namedIdea, takesOthers, whyNotInto } from "../ideas/same-thing.ts";
import { comparable } from "../ideas/similar-ideas.ts";

/** Two ideas that look alike, by their ids: `idea` would become part of `into`. */
export type Couple = { readonly idea: string; readonly into: string; readonly shared: readonly string[] };

/** The most couples on a draft. */
const mostCouples = 2;

/** The most new ideas that are compared. */
const mostCompared = 200;

const isNew = ({ digest, stage }: Idea): boolean => digest === undefined && life.merge.from.includes(stage);

const mayJoin = (idea: Idea, into: Idea): boolean =>
  whyNotInto(idea, into, true) === undefined && !idea.unlike?.includes(into.id) && !into.unlike?.includes(idea.id);

/** Time (ms) for which ideas are compared before other work has its turn. */
const sliceMs = 5;

/** The ideas that were found in an index for each of its ideas: a draft is made again at each press, mostly with equal words. */
const foundIn = new WeakMap<SimilarIndex, Map<string, readonly Alike[]>>();

/** Finds for each new idea those that say nearly what it says, itself among them. */
const alikeOf = async (index: SimilarIndex, fresh: readonly Idea[]): Promise<ReadonlyMap<string, readonly Alike[]>> => {
  const found = foundIn.get(index) ?? new Map<string, readonly Alike[]>();
  foundIn.set(index, found);
  let begun = performance.now();
  for (const idea of fresh) {
    if (found.has(idea.id)) continue;
    found.set(idea.id, index.alike(comparable(idea).text, mostCouples + 1));
    if (performance.now() - begun < sliceMs) continue;
    await setImmediate();
    begun = performance.now();
  }
  return found;
};

/** New ideas that look alike, or like one that the team has been shown, the most alike first. */
export const findLookAlikes = async (team: Team, ideas: readonly Idea[], { similar }: Ports): Promise<readonly Couple[]> => {
  // A look-alike would tell which of two authors wrote a text without a trace.
  const named = ideas.filter(({ withoutTrace }) => !withoutTrace);
  const fresh = named.filter(isNew).slice(0, mostCompared);
  if (fresh.length === 0) return [];
  const all = named.filter((idea) => isNew(idea) || takesOthers(idea)).map(comparable);
  const name = createHash("sha256").update(JSON.stringify(all)).digest("base64url");
  const alike = await alikeOf(await similar.index(`${team.id} ${name}`, async () => all), fresh);
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const found = fresh.flatMap((idea) =>
    (alike.get(idea.id) ?? []).flatMap(({ id, score, shared }) => {
      const other = byId.get(id);
      if (!other || id === idea.id) return [];
      // Of two new ideas the one with fewer voices goes into the other; of equals, whatever their ids say.
      const isOthers = isNew(other) && (other.voices < idea.voices || (other.voices === idea.voices && id < idea.id));
      const [from, into] = isOthers ? [other, idea] : [idea, other];
      return mayJoin(from, into) ? [{ idea: from.id, into: into.id, shared, score }] : [];
    }),
  );
  const sorted = found.sort((one, other) => other.score - one.score);
  // Each idea stands in one couple at most: once it is merged, the others are found anew.
  const couples: Couple[] = [];
  for (const { score: _score, ...couple } of sorted) {
    const isTaken = couples.some(({ idea, into }) => [idea, into].some((one) => one === couple.idea || one === couple.into));
    if (!isTaken && couples.length < mostCouples) couples.push(couple);
  }
  return couples;
};

/** The couples that still can be joined, as a draft shows them. */
export const lookAlikesIn = (couples: readonly Couple[], ideas: readonly Idea[]): readonly LookAlikes[] => {
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  return couples.flatMap(({ idea, into, shared }) => {
    const [from, target] = [byId.get(idea), byId.get(into)];
    return from && target && life.merge.from.includes(from.stage) && mayJoin(from, target)
      ? [{ idea: namedIdea(from), into: namedIdea(target), shared }]
      : [];
  });
};
