import { dateOf } from "../../domain/asking/local-time.ts";
import { type IdeaId, isFinished, withdrawnAt } from "../../domain/idea/idea.ts";
import type { IdeaView } from "../../domain/idea/view.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readAddressed } from "../../store/address.ts";
import { readSome } from "../../store/idea.ts";
import { readFirstAt, readNewestOfKind } from "../../store/posted.ts";
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
  const told: { readonly idea: IdeaView; readonly at: number }[] = [];
  for await (const copy of readNewestOfKind(rows, team.id, "digest")) {
    if (copy.message.say !== "digest") continue;
    const at = (await readFirstAt(rows, team.id, copy)) ?? copy.at;
    for (const idea of copy.message.digest.finished) told.push({ idea, at });
  }
  told.sort((one, other) => other.at - one.at);
  // An older digest that was renewed since may tell the same end: the latest one counts.
  const latest = new Map<IdeaId, (typeof told)[number]>();
  for (const one of told) if (!latest.has(one.idea.id)) latest.set(one.idea.id, one);
  const withdrawn = await withdrawnAmong(rows, team, [...latest.keys()]);
  const results = [...latest.values()].map(({ idea, at }) => resultOf(idea, at, withdrawn.get(idea.id), team));
  return { team: team.name, results };
};

/** The instants (ms) at which ideas were withdrawn: a copy may keep their words until it is exported. */
const withdrawnAmong = async (rows: Ports["rows"], team: Team, ids: readonly IdeaId[]): Promise<ReadonlyMap<IdeaId, number>> =>
  new Map(
    (await readSome(rows, team.id, ids)).flatMap(({ idea }) => {
      const at = withdrawnAt(idea);
      return at === undefined ? [] : [[idea.id, at] as const];
    }),
  );

const resultOf = (idea: IdeaView, at: number, withdrawn: number | undefined, { settings: { zone } }: Team): PostedResult => {
  const { number, title, kind = "other", stage, result, minutes, people, lesson, cycle = 1 } = idea;
  const named = number === undefined ? {} : { number };
  const posted = dateOf(at, zone);
  const gone = withdrawn ?? ("withdrawnAt" in idea ? Number(idea.withdrawnAt) : undefined);
  if (gone !== undefined || !isFinished(idea)) return { ...named, withdrawn: dateOf(gone ?? at, zone), posted };
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
