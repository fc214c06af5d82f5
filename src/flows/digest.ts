import { createHash } from "node:crypto";
import { type RoundId, weekOf } from "../domain/cadence.ts";
import { byVoices, type DigestPlan, digestView, hasNews, ideaView, type Names, planDigest, teamView } from "../domain/digest.ts";
import { hasEnded, isOpen } from "../domain/idea.ts";
import { extraDigestId, nthDigestId } from "../domain/ids.ts";
import type { Choice, DigestView, Message } from "../domain/message.ts";
import type { Member } from "../domain/person.ts";
import type { Team } from "../domain/team.ts";
import type { Change, Ports } from "../ports.ts";
import { type Digest, digestGuard, insertDigest, mergeDigest, readDigest, readDigests, type StoredDigest } from "../store/digests.ts";
import { numberIdea, readEnded, readIdeas, readNumbers, type StoredIdea, shelveIdea } from "../store/ideas.ts";
import { readAnybody, readMembers } from "../store/people.ts";
import { mergeRound, readAsks, readOpenRounds, readRound, type StoredAsk } from "../store/rounds.ts";
import { changeTeam, putTeam, readTeam, teamPartition } from "../store/teams.ts";
import { inBatches, nextDigestOf, without } from "./add-team.ts";
import { type Answer, forTeam, type JobFlow, refuse } from "./flow.ts";
import type { Turn } from "./right.ts";
import { addressOf, afterSend, ask, sendOnce } from "./send.ts";

/** What a button needs that shows a team's lists. */
export const readLists = ({ team }: { readonly team: string }, ports: Ports): Promise<Gathered> => gather(ports, team);

/** What a command needs that shows a team's lists. */
export const readListsOf = (team: string, _command: unknown, ports: Ports): Promise<Gathered> => gather(ports, team);

/** A team's ideas and people: two range reads, which is all that any list of ideas needs. */
export type Gathered = { readonly ideas: readonly StoredIdea[]; readonly members: readonly Member[]; readonly names: Names };

/** @param showing a post: ideas in it that have ended since, and stand in no list, are read too. */
export const gather = async (
  { rows }: Pick<Ports, "rows">,
  team: string,
  showing?: Promise<StoredDigest | undefined>,
): Promise<Gathered> => {
  const [listed, members, digest] = await Promise.all([readIdeas(rows, team), readMembers(rows, team), showing]);
  const known = new Set(listed.map(({ idea }) => idea.id));
  const missing = digest ? [...new Set(shownIn(digest))].filter((id) => !known.has(id)) : [];
  const ended = await inBatches(missing, (id) => readEnded(rows, team, id), 20);
  const ideas = [...listed, ...ended.filter((one) => one !== undefined)];
  return { ideas, members, names: await namesFor(rows, team, members, ideas) };
};

/** The names of all members, and of those who have left but are named by an idea. */
const namesFor = async (rows: Ports["rows"], team: string, members: readonly Member[], ideas: readonly StoredIdea[]): Promise<Names> => {
  const names = new Map(members.map((member) => [member.person, member.name]));
  const named = ideas.flatMap(({ idea }) => [idea.showName ? idea.author : undefined, idea.owner, idea.askedOwner, idea.askedBy]);
  const strangers = new Set(named.filter((person) => person !== undefined && !names.has(person)));
  await inBatches([...strangers], async (person) => {
    const found = person && (await readAnybody(rows, team, person));
    if (found) names.set(found.person, found.name);
  });
  return names;
};

/** The ids of the ideas that a digest shows. */
const shownIn = ({ fresh, open, finished }: DigestPlan): readonly string[] => [...fresh, ...open, ...finished];

/** Members who can own an idea, by name. */
export const memberChoices = ({ members }: Gathered): readonly Choice[] =>
  members
    .map((member) => ({ id: member.person, name: member.name }))
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));

const planOf = (digest: StoredDigest): DigestPlan => ({ fresh: digest.fresh, open: digest.open, finished: digest.finished });

export const viewOf = (digest: StoredDigest, { ideas, names }: Gathered, team: Team, now: number): DigestView =>
  digestView(
    { id: digest.id, week: digest.week, plan: planOf(digest), asked: digest.asked, answered: digest.answered },
    ideas.map(({ idea }) => idea),
    names,
    team,
    now,
  );

/** Has the question, as far as anybody knows, and was not asked for another team instead. */
const hasBeenAsked = ({ answer, delivery }: StoredAsk): boolean =>
  answer === undefined ? delivery === "sent" || delivery === "doubtful" : answer !== "elsewhere";

/** How many were asked and have answered in these rounds. Asking for tomorrow is no answer. */
export const turnout = async (
  { rows }: Pick<Ports, "rows">,
  team: Team,
  rounds: readonly RoundId[],
): Promise<{ asked: number; answered: number }> => {
  const asks = (await Promise.all(rounds.map((round) => readAsks(rows, team.id, round)))).flat();
  return {
    asked: asks.filter(hasBeenAsked).length,
    answered: asks.filter((ask) => ask.answer === "idea" || ask.answer === "nothing").length,
  };
};

export const lastDigestAt = async ({ rows }: Pick<Ports, "rows">, team: Team): Promise<number> =>
  team.lastDigest ? ((await readDigest(rows, team.id, team.lastDigest))?.createdAt ?? 0) : 0;

/** The name under which the next digest is kept: that of the open round it closes, so that clock and lead cannot post two. */
export const nextDigestId = (team: Team, nonce: string): string => team.openRounds[0] ?? extraDigestId(nonce);

/** The first of the ids under a name that no digest has: a round that was opened once more has a second digest. */
export const freeDigestId = async ({ rows }: Pick<Ports, "rows">, team: Team, id: string): Promise<string> => {
  for (let which = 1; ; which++) {
    const name = nthDigestId(id, which);
    if (!(await readDigest(rows, team.id, name))) return name;
  }
};

/**
 * Posts the digest at its time, or when a lead says so: new ideas get their numbers in the transaction that makes the digest, then it is posted at
 * most once. Where there is nothing to say the lead is told instead, once.
 */
export const postDigest: JobFlow<"post-digest"> = async (job, ports) => {
  const { rows, clock, jobs, log } = ports;
  const stored = await readTeam(rows, job.team);
  if (!stored || stored.team.removedAt !== undefined) return undefined;
  const { team } = stored;
  const round = job.round ? await readRound(rows, team.id, job.round) : undefined;
  if (job.round && (!round || round.digestAt !== job.at)) return undefined;
  const rounds = await closingRounds(ports, team, job.by === undefined ? Math.max(clock.now(), job.at ?? 0) : undefined);
  const named = job.digest ?? round?.digest ?? rounds.closing.at(-1);
  if (named === undefined) return undefined;
  // An open round whose digest is there has been opened once more: it gets another one.
  const isReopened = job.digest === undefined && round !== undefined && round.state !== "closed";
  const id = isReopened ? await freeDigestId(ports, team, named) : named;
  let digest = await readDigest(rows, team.id, id);
  let gathered: Gathered | undefined;
  if (!digest) {
    if (round?.state === "closed") return undefined;
    const made = await makeDigest(ports, stored, id, rounds);
    if (made === "again") return { laterMs: 1_000 };
    if (made === "nothing") {
      const tell = !team.toldNothing && job.by === undefined;
      if (tell) await jobs.put({ job: "tell-leads", team: team.id, news: "nothing-to-post", once: id });
      await closeRounds(ports, team, rounds.closing, tell);
      log.info("post-digest", { team: team.id, digest: id, nothing: true });
      return undefined;
    }
    gathered = made;
    digest = await readDigest(rows, team.id, id);
  }
  if (!digest) return undefined;
  const fresh = (await readTeam(rows, team.id))?.team ?? team;
  gathered ??= await gather(ports, team.id, Promise.resolve(digest));
  const message: Message = { say: "digest", digest: viewOf(digest, gathered, fresh, clock.now()) };
  const { channelId } = digest;
  const sent = await sendOnce(ports, team, digestGuard(id), digest, {
    calls: 1,
    urgent: true,
    post: async () => ({
      delivery: await ports.channel.post(addressOf(team, channelId), message, team.settings.language),
      keepId: true,
    }),
  });
  // Told also by a job that finds the send over: the one before may have been cut off between the two.
  const after = sent.outcome === "sent" ? undefined : await readDigest(rows, team.id, id);
  const ended = sent.outcome === "over" ? after?.delivery : sent.outcome;
  if (ended === "refused" || ended === "doubtful") {
    await jobs.put({
      job: "tell-leads",
      team: team.id,
      news: ended === "refused" ? "digest-refused" : "digest-doubtful",
      // Once for each time it was posted.
      once: `${id}|${after?.sentAt ?? 0}`,
    });
  }
  await shelve(ports, team, gathered.ideas, digest.createdAt);
  if (sent.outcome === "sent") log.info("post-digest", { team: team.id, digest: id, ideas: digest.fresh.length });
  return afterSend(sent);
};

/** The open rounds that a digest closes, and those that stay open after it. One that was set aside is in neither: a team forgets it with its next digest. */
type Closing = { readonly closing: readonly RoundId[]; readonly staying: readonly RoundId[] };

/**
 * @param until for the clock, which closes the rounds whose digest is due until this instant (its own may be behind that of the instance that ticked), so that
 * a round that has just been asked keeps its own digest; a lead closes the one that has been open longest.
 */
const closingRounds = async ({ rows }: Ports, team: Team, until: number | undefined): Promise<Closing> => {
  const open = await readOpenRounds(rows, team);
  const due = until === undefined ? open.slice(0, 1) : open.filter(({ digestAt }) => digestAt <= until);
  return { closing: due.map(({ id }) => id), staying: open.filter((round) => !due.includes(round)).map(({ id }) => id) };
};

/**
 * Takes the ideas whose end a digest has told out of the lists. One that has changed meanwhile stays, and goes with the next digest.
 * @param toldUntil when the latest digest was made (ms): it tells what had ended by then
 */
const shelve = async ({ rows }: Ports, team: Team, ideas: readonly StoredIdea[], toldUntil: number): Promise<void> => {
  const ended = ideas.filter(({ idea, place }) => place === "idea" && hasEnded(idea) && (idea.finishedAt ?? 0) <= toldUntil);
  await inBatches(ended, (stored) => shelveIdea(rows, team.id, stored));
};

/** Most ideas that get their number in one transaction, two rows each; it also holds the team, the numbers, the digest and its rounds. */
const mostNumbered = 45;

/** @returns what it was made of, as it now stands: a digest of many ideas is not read twice. */
const makeDigest = async (
  ports: Ports,
  { team, tag }: { team: Team; tag: string },
  id: string,
  { closing, staying }: Closing,
): Promise<Gathered | "nothing" | "again"> => {
  const { rows, clock } = ports;
  const now = clock.now();
  const [gathered, since, counts, first] = await Promise.all([
    gather(ports, team.id),
    lastDigestAt(ports, team),
    turnout(ports, team, closing),
    readNumbers(rows, team.id),
  ]);
  const { ideas } = gathered;
  // Ideas that were numbered for this digest before a crash are still new to the team.
  const plan = planDigest(
    ideas.map(({ idea }) => (idea.digest === id ? without(idea, "digest") : idea)),
    since,
  );
  if (!hasNews(plan)) {
    await shelve(ports, team, ideas, since);
    return "nothing";
  }
  const byId = new Map(ideas.map((stored) => [stored.idea.id, stored]));
  let unnumbered = plan.fresh.flatMap((one) => byId.get(one) ?? []).filter(({ idea }) => idea.number === undefined);
  const numberSome = ({ next, advance }: typeof numbers): readonly Change[] => {
    const some = unnumbered.slice(0, mostNumbered);
    unnumbered = unnumbered.slice(mostNumbered);
    const changes = some.flatMap((stored, at) => {
      const numbered = numberIdea(stored, next + at, id);
      byId.set(stored.idea.id, { ...stored, idea: numbered.idea });
      return numbered.changes;
    });
    return some.length > 0 ? [...changes, advance(some.length)] : [];
  };
  let numbers = first;
  while (unnumbered.length > mostNumbered) {
    if ((await rows.commit(teamPartition(team.id), numberSome(numbers))) !== "done") return "again";
    numbers = await readNumbers(rows, team.id);
  }
  const digest: Digest = {
    id,
    week: closing.at(-1) ?? weekOf(now, team.settings.zone),
    ...(counts.asked > 0 ? counts : {}),
    ...plan,
    channelId: team.channelId,
    createdAt: now,
  };
  const closed = closing.map((round) => mergeRound(round, { state: "closed", digest: id }));
  const after: Team = { ...team, openRounds: staying, lastDigest: id, toldNothing: false };
  const commit = await rows.commit(teamPartition(team.id), [...numberSome(numbers), insertDigest(digest), putTeam(after, tag), ...closed]);
  if (commit === "done") return { ...gathered, ideas: [...byId.values()] };
  // Somebody wrote at the same moment, another instance was quicker, or our own answer was lost: look again.
  return "again";
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

/** The posts that show an idea, wherever it stands in them, are renewed. */
export const refreshIdea: JobFlow<"refresh-idea"> = async (job, ports) => {
  const digests = await readDigests(ports.rows, job.team);
  const showing = digests.filter((digest) => shownIn(digest).includes(job.idea));
  await Promise.all(showing.map(({ id }) => ports.jobs.put({ job: "refresh-digest", team: job.team, digest: id })));
  return undefined;
};

/** A post is renewed at most this often (ms): Teams allows 1,800 an hour in one thread, and 7 in a second (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). */
const leastBetweenMs = 2_000;

/** Renews a posted digest for everybody; when it would look the same, nothing is sent. */
export const refreshDigest: JobFlow<"refresh-digest"> = async (job, ports) => {
  const reading = readDigest(ports.rows, job.team, job.digest);
  const [stored, digest, gathered] = await Promise.all([readTeam(ports.rows, job.team), reading, gather(ports, job.team, reading)]);
  if (!stored || stored.team.removedAt !== undefined || !digest) return undefined;
  // What was changed while it is being posted is renewed when it stands there.
  if (!digest.messageId) return ["sent", "refused", "doubtful"].includes(digest.delivery ?? "") ? undefined : { laterMs: 5_000 };
  const { team } = stored;
  const message: Message = { say: "digest", digest: viewOf(digest, gathered, team, ports.clock.now()) };
  const hash = createHash("sha256")
    .update(JSON.stringify([message, team.settings.language]))
    .digest("base64url");
  if (hash === digest.shownHash) return undefined;
  const now = ports.clock.now();
  const sinceMs = now - (digest.renewedAt ?? 0);
  if (sinceMs < leastBetweenMs) return { laterMs: leastBetweenMs - sinceMs };
  // One at a time: of two that renew the same post, the older view could be the one that stays.
  const claimed = await ports.rows.commit(teamPartition(team.id), [mergeDigest(digest.id, { renewedAt: now }, digest.tag)]);
  if (claimed !== "done") return { laterMs: leastBetweenMs };
  const { messageId } = digest;
  const updated = await ask(ports, team, async () => {
    const delivery = await ports.channel.update(addressOf(team, digest.channelId), messageId, message, team.settings.language);
    return delivery.outcome === "sent" ? { got: true } : { not: delivery };
  });
  if ("got" in updated) {
    await ports.rows.commit(teamPartition(team.id), [mergeDigest(digest.id, { shownHash: hash })]);
    return undefined;
  }
  const { not } = updated;
  if (not.outcome !== "refused") return { laterMs: not.outcome === "later" ? not.afterMs : 5_000 };
  ports.log.warn("refresh-digest", { team: team.id, digest: digest.id, why: not.why, detail: not.detail });
  return undefined;
};

/** A post, and what it shows. */
export const readPost = async ({ team, digest }: { readonly team: string; readonly digest: string }, ports: Ports) => {
  const reading = readDigest(ports.rows, team, digest);
  const [found, gathered] = await Promise.all([reading, gather(ports, team, reading)]);
  return { digest: found, gathered };
};

export const showDigest = async (
  _action: unknown,
  { team, now, scene }: Turn,
  { digest, gathered }: Awaited<ReturnType<typeof readPost>>,
): Promise<Answer> => {
  if (!digest) return refuse("no-digest");
  const message: Message = { say: "digest", digest: viewOf(digest, gathered, team, now) };
  return scene.place.kind === "channel" ? forTeam(team, message) : message;
};

const ideasOnPage = 25;

/** Every open idea that the team has been shown. */
export const allIdeas = async (
  action: { readonly page: number; readonly digest?: string },
  { team, now }: Turn,
  gathered: Gathered,
): Promise<Answer> => {
  const shown = gathered.ideas
    .map(({ idea }) => idea)
    .filter((idea) => isOpen(idea) && idea.number !== undefined)
    .sort(byVoices);
  const pages = Math.max(1, Math.ceil(shown.length / ideasOnPage));
  const page = Math.min(action.page, pages - 1);
  return {
    say: "all-ideas",
    team: teamView(team),
    ideas: shown.slice(page * ideasOnPage, (page + 1) * ideasOnPage).map((idea) => ideaView(idea, gathered.names, team, now)),
    page,
    pages,
    ...(action.digest ? { digest: action.digest } : {}),
  };
};

/** `digest here`, written in a channel by a lead: the digest is posted there from now on. */
export const digestHere = async (_command: unknown, { team: { id }, scene, ports }: Turn): Promise<Answer> => {
  if (scene.place.kind !== "channel") return refuse("channel-only");
  const { channelId } = scene.place;
  const team = await changeTeam(ports.rows, id, (stored) => ({ team: { ...stored, channelId } }));
  if (!team) return refuse("no-team");
  const [round] = await readOpenRounds(ports.rows, team);
  const nextDigestAt = nextDigestOf(team, round?.digestAt);
  return forTeam(team, { say: "digest-here", team: teamView(team), ...(nextDigestAt !== undefined ? { nextDigestAt } : {}) });
};
