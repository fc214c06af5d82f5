import { weekOf } from "../../domain/asking/cadence.ts";
import { isOff, nextWorkingTime } from "../../domain/asking/calendar.ts";
import { byVoices, endName, hasNews, idsIn, isFresh, planDigest } from "../../domain/digest/plan.ts";
import { hasEnded, heldNews, isFinished } from "../../domain/idea/idea.ts";

import { firstDigestId, type RoundId } from "../../domain/ids.ts";
import type { Message } from "../../domain/message/index.ts";
import { omit } from "../../domain/omit.ts";
import type { Result } from "../../domain/result.ts";
import { rests, spokenIn, type Team } from "../../domain/teams/team.ts";
import type { Change, Ports } from "../../ports.ts";
import { type Digest, digestGuard, insertDigest, readDigest } from "../../store/digest.ts";
import { putDue } from "../../store/due.ts";
import { numberIdea, readIdeas, readNumbers, type StoredIdea, shelveIdea } from "../../store/idea.ts";
import { mergeRound, type Round, readOpenRounds, readRound } from "../../store/round.ts";
import { isOver } from "../../store/send.ts";
import { changeTeam, putTeam, readTeam, teamPartition } from "../../store/team.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { afterStoringMs, type JobEnd, type JobFlow } from "../flow.ts";
import { noteWaited, showGroup } from "../ideas/show-group.ts";
import { measureDigest, measureRound } from "../overview/measure-round.ts";
import { closeForDigest } from "../review/close-board.ts";
import { addressIn } from "../sending/in-turn.ts";
import { afterSend } from "../sending/say-to.ts";
import { sendOnce } from "../sending/send-once.ts";
import { freeDigestId, readTold, turnout } from "./next-digest.ts";
import { copyOf, hashOf, readPost, viewOf } from "./post.ts";
import { askToDelete } from "./renew-posts.ts";

/**
 * Posts the digest at its time, or when a lead says so. The transaction that makes the digest also gives new ideas their numbers; then the digest is posted at
 * most once. It closes a board that is still open. Where the clock's digest has no news, the leads are told so, once until the next digest.
 */
export const postDigest: JobFlow<"post-digest"> = async (job, ports) => {
  const { rows, clock, jobs, log } = ports;
  const stored = await readTeam(rows, job.team);
  if (!stored || stored.team.removedAt !== undefined) return undefined;
  const { team } = stored;
  const round = job.round ? await readRound(rows, team.id, job.round) : undefined;
  if (job.round && (!round || round.digestAt !== job.at)) return undefined;
  const rounds = await closingRounds(
    ports,
    team,
    job.by === undefined ? { until: Math.max(clock.now(), job.at ?? 0) } : { digest: job.digest ?? "" },
  );
  const named = job.digest ?? round?.digest ?? rounds.closing.at(-1);
  if (named === undefined) return undefined;
  // An open round that already has a digest was opened once more: it gets another one.
  const isReopened = job.digest === undefined && round !== undefined && round.state !== "closed";
  const id = isReopened ? await freeDigestId(ports, team, named) : named;
  let digest = await readDigest(rows, team.id, id);
  let made: readonly StoredIdea[] | undefined;
  if (!digest) {
    // A digest that exists goes on, also in a team that was archived meanwhile: Teams refuses it, and `catchUp` posts it later.
    if (round?.state === "closed" || rests(team)) return undefined;
    if (round && job.by === undefined && isOff(clock.now(), team.settings)) return moveDigest(ports, team, round);
    const waiting = await showGroup(team, ports);
    const outcome = await makeDigest(ports, stored, id, { ...rounds, textsWait: waiting.length > 0 });
    if (!("no" in outcome && outcome.no === "again")) await noteWaited(ports, team, waiting, rounds.closing.at(-1));
    if ("no" in outcome && outcome.no === "again") return { laterMs: 1_000 };
    if ("no" in outcome) {
      const tell = !team.toldNothing && job.by === undefined;
      if (tell) await jobs.put({ job: "tell-leads", team: team.id, news: "nothing-to-post", once: id });
      // Put first: a second run of this job finds the round closed, and does nothing.
      await jobs.put({ job: "renew-drafts", team: team.id, changed: false }, afterStoringMs);
      const closing = { rounds: rounds.closing, at: clock.now() };
      await measureRound(ports, team, { ...closing, ...(await turnout(ports, team, rounds.closing)) }, await readIdeas(rows, team.id));
      await closeForDigest(ports, team.id);
      await closeRounds(ports, team, rounds.closing, tell);
      log.info("digest-empty", { team: team.id, digest: id });
      return undefined;
    }
    made = outcome.got;
    digest = await readDigest(rows, team.id, id);
  }
  if (!digest) return undefined;
  const [fresh, post] = await Promise.all([readTeam(rows, team.id), readPost(ports, team, digest, made)]);
  const message: Message = { say: "digest", digest: viewOf(post, fresh?.team ?? team, clock.now()) };
  const { channelId } = digest;
  // A board that was opened after this digest came stays open, whenever the job runs once more.
  if (!isOver(digest)) await closeForDigest(ports, team.id);
  const sent = await sendOnce(ports, team, digestGuard(id), digest, {
    calls: 1,
    urgent: true,
    copy: { ...copyOf(digest), message, spoken: spokenIn(team), names: post.names },
    post: async () => ({
      delivery: await ports.channel.post(addressIn(team, channelId), message, spokenIn(team)),
      keepId: true,
    }),
  });
  // Also where the send was over before: the earlier run may have been cut off before it told the leads.
  const after = sent.outcome === "sent" ? undefined : await readDigest(rows, team.id, id);
  const ended = sent.outcome === "over" ? after?.delivery : sent.outcome;
  if (ended === "refused" || ended === "doubtful") {
    await jobs.put({
      job: "tell-leads",
      team: team.id,
      news: ended === "refused" ? "digest-refused" : "digest-doubtful",
      // One message to the leads for each time the digest was posted.
      once: `${id}|${after?.sentAt ?? 0}`,
    });
    // An idea that was withdrawn during the post may still stand in it.
    if (ended === "doubtful") await askToDelete(ports, team, idsIn(digest));
  }
  const listed = made ?? (await readIdeas(rows, team.id));
  await measureDigest(ports, team, digest, listed);
  await shelve(ports, team, listed, new Set(digest.told));
  if (ended === "sent") {
    // People who pressed while this digest was being made knew only the one before it.
    const shownNow = sent.outcome === "sent" ? { shown: hashOf(message, team) } : {};
    await jobs.put({ job: "renew-post", team: team.id, digest: id, ...shownNow }, afterPressMs);
    await jobs.put({ job: "renew-drafts", team: team.id, changed: false });
    await putNewsAfter(ports, team, { digest: id, ideas: listed });
  }
  if (sent.outcome === "sent")
    log.info("digest-posted", {
      team: team.id,
      digest: id,
      ideas: digest.fresh.length + digest.moreFresh + digest.worth.length + digest.moreWorth,
    });
  return afterSend(sent);
};

/** Moves a digest to the next working day, because Gnist was down at its time and today is a day off. */
const moveDigest = async ({ rows, clock }: Ports, team: Team, { id }: Round): Promise<JobEnd> => {
  const digestAt = nextWorkingTime(clock.now(), team.settings.digest.time, team.settings);
  await putDue(rows, { at: digestAt, team: team.id, job: { job: "post-digest", team: team.id, round: id, at: digestAt } });
  await rows.commit(teamPartition(team.id), [mergeRound(id, { digestAt })]);
  return undefined;
};

/** After this long (ms) a press that began before the digest was made is stored, even one that used a team from a cache of 10 s. */
const afterPressMs = 15_000;

/**
 * Puts the news that waits for the digest, when it has gone out, or would have: that an idea was held back or put back, and thanks. The digest names the telling
 * of thanks, so that it is the same one where this job runs again.
 */
const putNewsAfter = async (
  { jobs }: Pick<Ports, "jobs">,
  team: Team,
  { digest, ideas }: { readonly digest: string; readonly ideas: readonly StoredIdea[] },
): Promise<void> => {
  await jobs.put({ job: "tell-thanks", team: team.id, once: digest });
  for (const { idea } of ideas) if (heldNews(idea)) await jobs.put({ job: "tell-held", team: team.id, idea: idea.id });
};

/** The open rounds that a digest closes, and those that stay open. A round that was set aside is in neither: the team forgets it with its next digest. */
type Closing = { readonly closing: readonly RoundId[]; readonly staying: readonly RoundId[] };

/**
 * Finds the open rounds that this digest closes. Started by the clock: all whose digest is due by `until`, so that a round asked a moment ago keeps its own
 * digest. Started by a lead: the round whose draft they saw, and none that was opened meanwhile. `until` is passed in because the clock of the instance that
 * ticked may be ahead of ours.
 */
const closingRounds = async (
  { rows }: Ports,
  team: Team,
  which: { readonly until: number } | { readonly digest: string },
): Promise<Closing> => {
  const open = await readOpenRounds(rows, team);
  const due = open.filter(({ id, digestAt }) => ("until" in which ? digestAt <= which.until : firstDigestId(which.digest) === id));
  return { closing: due.map(({ id }) => id), staying: open.filter((round) => !due.includes(round)).map(({ id }) => id) };
};

/**
 * Takes ideas out of the lists whose end a digest has told. An idea that has changed meanwhile stays, and goes with the next digest.
 * @param told the ends that the latest digest told
 */
const shelve = async ({ rows }: Ports, team: Team, ideas: readonly StoredIdea[], told: ReadonlySet<string>): Promise<void> => {
  const ended = ideas.filter(({ idea, place }) => place === "idea" && hasEnded(idea) && (!isFinished(idea) || told.has(endName(idea))));
  await fewAtOnce(ended, (stored) => shelveIdea(rows, team.id, stored));
};

/**
 * Ideas numbered in one transaction, at most 100 rows and two for each: the last transaction also holds the digest, its ideas, the team, the numbers and the
 * rounds.
 */
const mostNumbered = 26;

/** @returns the ideas as they now stand, so that a digest of many ideas is not read twice */
const makeDigest = async (
  ports: Ports,
  { team, tag }: { team: Team; tag: string },
  id: string,
  { closing, staying, textsWait }: Closing & { readonly textsWait: boolean },
): Promise<Result<readonly StoredIdea[], "nothing" | "again">> => {
  const { rows, clock } = ports;
  const now = clock.now();
  const [found, told, counts, first] = await Promise.all([
    readIdeas(rows, team.id),
    readTold(ports, team),
    turnout(ports, team, closing),
    readNumbers(rows, team.id),
  ]);
  // Ideas that were numbered for this digest before a crash are still new to the team.
  const ideas = found.map(({ idea }) => (idea.digest === id ? omit(idea, "digest") : idea));
  const plan = planDigest(ideas, told);
  if (!hasNews(plan)) {
    await shelve(ports, team, found, told);
    await putNewsAfter(ports, team, { digest: id, ideas: found });
    return { no: "nothing" };
  }
  const byId = new Map(found.map((stored) => [stored.idea.id, stored]));
  const fresh = ideas.filter(isFresh).sort(byVoices);
  let unnumbered = fresh.flatMap((one) => byId.get(one.id) ?? []).filter(({ idea }) => idea.number === undefined);
  const numberSome = ({ next, advance }: typeof numbers): readonly Change[] => {
    const some = unnumbered.slice(0, mostNumbered);
    unnumbered = unnumbered.slice(mostNumbered);
    const changes = some.flatMap((stored, at) => {
      const numbered = numberIdea(stored, next + at, { digest: id, shownAt: now });
      byId.set(stored.idea.id, { ...stored, idea: numbered.idea });
      return numbered.changes;
    });
    return some.length > 0 ? [...changes, advance(some.length)] : [];
  };
  let numbers = first;
  while (unnumbered.length > mostNumbered) {
    if ((await rows.commit(teamPartition(team.id), numberSome(numbers))) !== "done") return { no: "again" };
    numbers = await readNumbers(rows, team.id);
  }
  const digest: Digest = {
    id,
    week: closing.at(-1) ?? weekOf(now, team.settings.zone),
    ...(counts.asked > 0 ? counts : {}),
    ...plan,
    ...(textsWait ? { textsWait } : {}),
    channelId: team.channelId,
    createdAt: now,
  };
  const closed = closing.map((round) => mergeRound(round, { state: "closed", digest: id }));
  const after: Team = { ...team, openRounds: staying, lastDigest: id, toldNothing: false };
  const changes = [...numberSome(numbers), ...insertDigest(digest), putTeam(after, tag), ...closed];
  if ((await rows.commit(teamPartition(team.id), changes)) === "done") return { got: [...byId.values()] };
  // Another write or another instance was quicker, or our own answer was lost: the job looks again.
  return { no: "again" };
};

const closeRounds = async ({ rows }: Ports, team: Team, closing: readonly RoundId[], told: boolean): Promise<void> => {
  await changeTeam(rows, team.id, async (fresh) => {
    const open = (await readOpenRounds(rows, fresh)).map(({ id }) => id);
    return {
      team: { ...fresh, openRounds: open.filter((round) => !closing.includes(round)), toldNothing: fresh.toldNothing || told },
      also: open.filter((round) => closing.includes(round)).map((round) => mergeRound(round, { state: "closed" })),
    };
  });
};
