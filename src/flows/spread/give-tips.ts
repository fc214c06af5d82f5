import type { Idea } from "../../domain/idea/idea.ts";
import { isResultOf, isToTry, longestSpreadMs, mostTips, takesTips, tipsWithinMs } from "../../domain/idea/spread.ts";
import type { TeamId } from "../../domain/ids.ts";
import { spreads, type Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { putDue } from "../../store/due.ts";
import { readIdea } from "../../store/idea.ts";
import { putSpread, putTip, putTipTimes, readSpread, readTip, readTipTimes } from "../../store/spread.ts";
import { readTeam, teamPartition } from "../../store/team.ts";
import { readTeamsAfter } from "../../store/tenant.ts";
import { afterStoringMs, type JobFlow } from "../flow.ts";
import { readForJob } from "../ideas/about-idea.ts";
import { isShown } from "../ideas/same-thing.ts";
import { comparable, shownIndex, stillShared } from "../ideas/similar-ideas.ts";

/** Teams that get a job in one run. */
const teamsOnPage = 50;

/**
 * Puts a job for each team of the next page, and comes again until none is left. It is idempotent, also on several instances at once: the row of the offer says
 * how far it has come, and each team's job finds what it has given.
 */
export const spread: JobFlow<"spread"> = async ({ team: id, idea }, ports) => {
  const { rows, jobs } = ports;
  const [found, offered] = await Promise.all([readTeam(rows, id), readSpread(rows, id, idea)]);
  if (!found || !offered?.lines || offered.state !== "under-way") return undefined;
  const page = await readTeamsAfter(rows, found.team.tenantId, offered.after, teamsOnPage);
  const others = page.filter((team) => team.id !== id);
  await Promise.all(others.map((team) => jobs.put({ job: "give-tip", team: team.id, from: id, idea, since: offered.at })));
  const { tag, ...now } = offered;
  const isLast = page.length < teamsOnPage;
  const after = { ...now, after: page.at(-1)?.id ?? now.after, state: isLast ? "done" : now.state };
  const isStored = (await rows.commit(teamPartition(id), [putSpread(idea, after, tag)])) === "done";
  // Another run of the job was quicker, or this is the echo of its own write: the next look tells.
  return isLast && isStored ? undefined : { laterMs: isStored ? 0 : 1_000 };
};

/** An open idea of a team that is like a text, and the words that it shares with that one. */
type LikeIdea = { readonly idea: Idea; readonly shared: readonly string[] };

/** The most ideas of the index that are read again. */
const mostLookedAt = 5;

/** Finds the open ideas of a team that are like a text, the nearest first. The team has been shown them. */
export const likeIdeas = async (team: Pick<Team, "id" | "lastDigest">, theirs: string, ports: Ports): Promise<readonly LikeIdea[]> => {
  const index = await ports.similar.index(...shownIndex(team, ports));
  const found = await Promise.all(
    index
      .alike(theirs, mostLookedAt)
      .map(async ({ id, shared }) => ({ idea: (await readIdea(ports.rows, team.id, id, "idea"))?.idea, shared })),
  );
  return found.flatMap(({ idea, shared }) => {
    if (!idea || !isShown(idea) || !isToTry(idea)) return [];
    const left = stillShared(idea, shared);
    return left.length === 0 ? [] : [{ idea, shared: left }];
  });
};

/** The idea whose result is offered since an instant, while it is. */
export const readSource = async (
  { from, idea, since }: { readonly from: TeamId; readonly idea: string; readonly since: number },
  ports: Ports,
) => {
  const [found, offered] = await Promise.all([readForJob({ team: from, idea }, ports), readSpread(ports.rows, from, idea)]);
  const isOffered = found && offered?.at === since && isResultOf(found.stored.idea, since);
  return isOffered && offered.lines ? { team: found.team, idea: found.stored.idea, tip: offered.tip, lines: offered.lines } : undefined;
};

/**
 * Gives an offered result to the leads of a team that has an idea like it, once. A team gets few tips in a week; what comes on top waits for its turn, and is
 * given up after eight weeks.
 */
export const giveTip: JobFlow<"give-tip"> = async (job, ports) => {
  const { rows, jobs, clock } = ports;
  const [source, there] = await Promise.all([readSource(job, ports), readTeam(rows, job.team)]);
  if (!source || !spreads(source.team)) return undefined;
  if (!there || there.team.tenantId !== source.team.tenantId || !takesTips(there.team)) return undefined;
  const { team } = there;
  const [known, latest] = await Promise.all([readTip(rows, team.id, source.tip), readTipTimes(rows, team.id)]);
  if (known?.did) return undefined;
  const tell = (idea: string) =>
    jobs.put({ job: "tell-leads", team: team.id, news: "tip", idea, once: `${source.tip}|${job.since}` }, afterStoringMs);
  if (known?.since === job.since) {
    await tell(known.idea);
    return undefined;
  }
  const [like] = await likeIdeas(team, comparable(source.idea).text, ports);
  if (!like) return undefined;
  const now = clock.now();
  const recent = latest.times.filter((at) => now - at < tipsWithinMs);
  const [oldest = now] = recent;
  if (recent.length >= mostTips) {
    const at = oldest + tipsWithinMs;
    if (at - job.since < longestSpreadMs) await putDue(rows, { at, team: team.id, job });
    return undefined;
  }
  await tell(like.idea.id);
  const tip = { from: job.from, source: job.idea, idea: like.idea.id, since: job.since };
  const committed = await rows.commit(teamPartition(team.id), [
    putTip(source.tip, tip, known?.tag),
    putTipTimes([...recent, now], latest.tag),
  ]);
  // Another tip, or another run of the job, was quicker; or this is the echo of its own write.
  return committed === "done" ? undefined : { laterMs: 1_000 };
};
