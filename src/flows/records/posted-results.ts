import { dateOf } from "../../domain/asking/local-time.ts";
import { type Idea, type IdeaId, isFinished, withdrawnAt } from "../../domain/idea/idea.ts";
import type { IdeaView } from "../../domain/idea/view.ts";
import type { TeamId } from "../../domain/ids.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readAddressed } from "../../store/address.ts";
import { readSome } from "../../store/idea.ts";
import { readPosted } from "../../store/posted.ts";
import { readTeam } from "../../store/team.ts";

/** A finished idea as a digest told it. Dates are local, `YYYY-MM-DD`; `minutes` are those that it saves one of the `people` in a week. */
type PostedResult =
  | {
      readonly number?: number;
      readonly title: string;
      readonly kind: string;
      readonly stage: "adopted" | "stopped";
      readonly result?: string;
      readonly minutes?: number;
      readonly people?: number;
      readonly lesson?: string;
      readonly cycle: number;
      readonly posted: string;
    }
  | { readonly number?: number; readonly withdrawn: string; readonly posted: string };

/** The posted results of a team, those of its latest digest first. */
export type PostedResults = { readonly team: string; readonly results: readonly PostedResult[] };

/** Reads what another system may read by the token of an address; undefined where it leads to no team that Gnist is in. */
export const postedResults = async (token: string, { rows }: Pick<Ports, "rows">): Promise<PostedResults | undefined> => {
  const id = await readAddressed(rows, token);
  const team = (await readTeam(rows, id ?? "nobody"))?.team;
  if (!team || team.removedAt !== undefined) return undefined;
  const told = latestOf(await readTold(rows, team.id));
  const now = new Map((await readSome(rows, team.id, [...told.keys()])).map(({ idea }) => [idea.id, idea]));
  const results = [...told.values()].flatMap(({ idea, at }) => resultOf(idea, at, now.get(idea.id), team) ?? []);
  return { team: team.name, results };
};

/** The ends that one digest has told. `at`: the instants (ms) at which its post stood in the channel, and at which it first told each. */
type ToldIn = { readonly at: number; readonly ends: ReadonlyMap<IdeaId, ToldResult> };
type ToldResult = { readonly idea: IdeaView; readonly at: number };

/** Reads the ends in every version of every digest: an end that has left the newest one, because later ends took its place, was told all the same. */
const readTold = async (rows: Ports["rows"], team: TeamId): Promise<readonly ToldIn[]> => {
  const posts = new Map<string, { at: number; readonly ends: Map<IdeaId, ToldResult> }>();
  for await (const { message, post, at } of readPosted(rows, team)) {
    if (message.say !== "digest") continue;
    const known = posts.get(post) ?? { at, ends: new Map() };
    posts.set(post, known);
    known.at = at;
    // The newest version comes first, and has the words as they are now.
    for (const idea of message.digest.finished) known.ends.set(idea.id, { idea: known.ends.get(idea.id)?.idea ?? idea, at });
  }
  return [...posts.values()];
};

/** Each end as the latest digest told it, those of the latest digest first: an older post that was renewed may tell it too. */
const latestOf = (told: readonly ToldIn[]): ReadonlyMap<IdeaId, ToldResult> => {
  const latest = new Map<IdeaId, ToldResult>();
  for (const { ends } of told.toSorted((one, other) => other.at - one.at))
    for (const [id, end] of ends) if (!latest.has(id)) latest.set(id, end);
  return latest;
};

/** @param now the idea as it stands: a copy may keep the words of one that was withdrawn, and the end of one that was opened again. Missing where its row is kept no longer */
const resultOf = (idea: IdeaView, at: number, now: Idea | undefined, { settings: { zone } }: Team): PostedResult | undefined => {
  const { number, title, kind = "other", stage, result, minutes, people, lesson, cycle = 1 } = idea;
  const named = number === undefined ? {} : { number };
  const posted = dateOf(at, zone);
  const gone = (now && withdrawnAt(now)) ?? ("withdrawnAt" in idea ? Number(idea.withdrawnAt) : undefined);
  if (gone !== undefined || !isFinished(idea)) return { ...named, withdrawn: dateOf(gone ?? at, zone), posted };
  if (now && !isFinished(now)) return undefined;
  return {
    ...named,
    title,
    kind,
    stage: stage === "adopted" ? "adopted" : "stopped",
    ...(result === undefined ? {} : { result }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(people === undefined ? {} : { people }),
    ...(lesson === undefined ? {} : { lesson }),
    cycle,
    posted,
  };
};
