import { nextPrompt, roundTimes } from "../domain/cadence.ts";
import { teamView } from "../domain/digest.ts";
import { personIdOf } from "../domain/ids.ts";
import type { ChannelPlace, Incoming } from "../domain/incoming.ts";
import type { Language } from "../domain/language.ts";
import type { Message } from "../domain/message.ts";
import { isPresent, type Member } from "../domain/person.ts";
import { largeTeam, quietAfterAdding, type Settings, type Team } from "../domain/team.ts";
import type { Change, Ports, RosterMember } from "../ports.ts";
import { type Due, dropDue, putDue } from "../store/due.ts";
import { joinTeam, leaveTeam, mergeMember, noteSeveral, putMember, readMembers, readPerson } from "../store/people.ts";
import { mergeRound } from "../store/rounds.ts";
import { changeTeam, insertTeam, readTeam, teamPartition } from "../store/teams.ts";
import { listTeam, unlistTeam } from "../store/tenants.ts";
import { afterStoringMs, type JobFlow } from "./flow.ts";
import { addressOf, afterSend, ask, sendGuarded } from "./send.ts";

/** What a team starts with: nothing must be configured before the first round. */
export const defaultSettings = (zone: string, language: Language): Settings => ({
  zone,
  language,
  prompt: { weekday: 4, time: "13:00" },
  everyWeeks: 1,
  reminder: { weekday: 1, time: "10:00" },
  digest: { weekday: 2, time: "13:00" },
  draftHours: 4,
  notAsked: [],
  daysToDue: 14,
});

/** When the clock asks a team next; never in the first day after Gnist was added. */
export const nextPromptOf = (team: Team, now: number): number =>
  nextPrompt(team.settings, Math.max(now, team.addedAt + quietAfterAdding - 1), team.lastRound);

/** When the team sees what is sent now: the open round's digest, or that of the round to come. */
export const nextDigestOf = (team: Team, openDigestAt: number | undefined): number | undefined =>
  openDigestAt ?? (team.nextPromptAt !== undefined ? roundTimes(team.settings, team.nextPromptAt).digestAt : undefined);

/**
 * Gnist was added to a team. Teams tells it twice, in any order, and only one of the two names the channel that was chosen;
 * the first makes the team, the second mends the channel while the welcome has not been posted. Added again, the team keeps its history.
 */
export const addTeam = async (incoming: Extract<Incoming, { happened: "added-to-team" }>, zone: string, ports: Ports): Promise<void> => {
  const { place, who } = incoming;
  const now = ports.clock.now();
  const existing = await readTeam(ports.rows, place.team);
  if (!existing) {
    const settings = defaultSettings(zone, who.language ?? "en");
    const fresh: Team = {
      id: place.team,
      tenantId: place.address.tenantId,
      serviceUrl: place.address.serviceUrl,
      teamsId: place.teamsTeamId,
      name: place.teamName ?? "",
      channelId: place.channelId,
      channels: [],
      addedAt: now,
      addedBy: who.person,
      leads: [who.person],
      openRounds: [],
      settings,
      largeTeamAgreed: false,
      toldNothing: false,
    };
    const team = { ...fresh, nextPromptAt: nextPromptOf(fresh, now) };
    await ports.jobs.put({ job: "welcome-team", team: team.id }, afterStoringMs);
    for (const due of promptDue(team)) await putDue(ports.rows, due);
    await listTeam(ports.rows, team);
    if ((await ports.rows.commit(teamPartition(team.id), [insertTeam(team)])) === "done") ports.log.info("add-team", { team: team.id });
    else await mendChannel(place, ports);
    return;
  }
  if (existing.team.removedAt === undefined) return mendChannel(place, ports);
  const again: Team = {
    ...without(existing.team, "removedAt"),
    serviceUrl: place.address.serviceUrl,
    channelId: place.channelId,
    addedAt: now,
  };
  const team = { ...again, nextPromptAt: nextPromptOf(again, now) };
  await ports.jobs.put({ job: "welcome-team", team: team.id }, afterStoringMs);
  for (const due of promptDue(team)) await putDue(ports.rows, due);
  await listTeam(ports.rows, team);
  await changeTeam(ports.rows, place.team, (stored) =>
    stored.removedAt === undefined ? undefined : { team: { ...team, leads: [...new Set([...stored.leads, who.person])] } },
  );
  ports.log.info("add-team", { team: team.id, again: true });
};

/** A record without one of its optional facts. */
export const without = <T extends object, K extends keyof T>(record: T, ...names: readonly K[]): Omit<T, K> => {
  const rest = { ...record };
  for (const name of names) delete rest[name];
  return rest;
};

/** Teams' two tellings of one addition come within this time (ms). */
const twiceToldMs = 10_000;

const mendChannel = async (place: ChannelPlace, { rows, clock }: Ports): Promise<void> => {
  await changeTeam(rows, place.team, (team) => {
    const justAdded = clock.now() - team.addedAt < twiceToldMs && team.lastDigest === undefined;
    const chosen = place.channelId !== place.teamsTeamId && team.channelId === team.teamsId && justAdded ? place.channelId : team.channelId;
    if (chosen === team.channelId && team.serviceUrl === place.address.serviceUrl) return undefined;
    return { team: { ...team, channelId: chosen, serviceUrl: place.address.serviceUrl } };
  });
};

/** Gnist was taken out of a team: nothing more is sent there. Its history stays for when it comes back. */
export const removeTeam = async (place: ChannelPlace, { rows, clock, log }: Ports): Promise<void> => {
  const team = await changeTeam(rows, place.team, (stored) => ({
    team: { ...without(stored, "nextPromptAt"), openRounds: [], removedAt: clock.now() },
    also: stored.openRounds.map((round) => mergeRound(round, { state: "closed" })),
  }));
  if (!team) return;
  await unlistTeam(rows, team);
  log.info("remove-team", { team: team.id });
};

/** The welcome post: once for each time Gnist is added. */
export const welcomeTeam: JobFlow<"welcome-team"> = async (job, ports) => {
  const read = await readRoster(job.team, ports);
  if (!read || "laterMs" in read) return read;
  const { team, members } = read;
  if (team.removedAt !== undefined) return undefined;
  const nameOf = (person: string | undefined) => members.find((member) => member.person === person)?.name;
  const addedBy = nameOf(team.addedBy);
  const large = members.length > largeTeam && !team.largeTeamAgreed;
  const nextDigestAt = nextDigestOf(team, undefined);
  const message: Message = {
    say: "welcome-team",
    team: teamView(team),
    leads: team.leads.flatMap((lead) => nameOf(lead) ?? []),
    large,
    ...(addedBy ? { addedBy } : {}),
    ...(team.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}),
    ...(nextDigestAt !== undefined ? { nextDigestAt } : {}),
  };
  const sent = await sendGuarded(ports, team, `send|welcome|${team.addedAt}`, {
    calls: 1,
    urgent: true,
    post: async () => ({ delivery: await ports.channel.post(addressOf(team, team.channelId), message, team.settings.language) }),
  });
  return afterSend(sent);
};

/** The names and people of a team are read again. */
export const readTeamAgain: JobFlow<"read-team"> = async (job, ports) => {
  const read = await readRoster(job.team, ports);
  return read && "laterMs" in read ? read : undefined;
};

/** A roster that cannot be read is tried again after this long (ms) where Teams does not say. */
const readAgainMs = 30_000;

/**
 * Reads a team's roster in pages and its names from Teams, and stores what changed: new members, new names, who has left.
 * Returns everybody who may take part: guests, bots and those who left are not among them. Where Teams refuses, the team is taken as it was known.
 */
export const readRoster = async (
  id: string,
  ports: Ports,
): Promise<{ readonly team: Team; readonly members: readonly Member[] } | { readonly laterMs: number } | undefined> => {
  const { rows, channel, clock, log } = ports;
  const stored = await readTeam(rows, id);
  if (!stored) return undefined;
  const { team } = stored;
  const known = new Map((await readMembers(rows, id)).map((member) => [member.person, member]));
  const address = addressOf(team, team.teamsId);
  const seen: RosterMember[] = [];
  let next: string | undefined;
  do {
    const asked: string | undefined = next;
    const page = await ask(ports, team, () => channel.roster(address, asked));
    if ("not" in page) {
      if (page.not.outcome === "later") return { laterMs: page.not.afterMs };
      if (page.not.outcome === "doubtful" || page.not.outcome === "stopped") return { laterMs: readAgainMs };
      log.warn("roster-refused", { team: id, why: page.not.why, detail: page.not.detail });
      return { team, members: [...known.values()].filter(isPresent) };
    }
    seen.push(...page.got.members);
    next = page.got.next;
  } while (next !== undefined);

  const now = clock.now();
  const present = new Set<string>();
  const changed: Member[] = [];
  const writes: Change[] = [];
  for (const person of seen) {
    const id = personIdOf(team.tenantId, person);
    present.add(id);
    const before = known.get(id);
    const same =
      before && before.name === person.name && before.teamsId === person.teamsId && before.isGuest === person.isGuest && !before.leftAt;
    if (same) continue;
    const facts = { teamsId: person.teamsId, name: person.name, isGuest: person.isGuest, leftAt: 0 };
    // Somebody who comes back may be in other teams by now.
    const member: Member = before
      ? { ...without(before, "several"), ...facts }
      : { ...(await readPerson(rows, id)).profile, ...facts, person: id };
    changed.push(member);
    // Only what the roster tells is written over: a pause or a chat may have been stored meanwhile.
    writes.push(before ? mergeMember(id, facts) : putMember(member));
  }
  const left = [...known.values()].filter((member) => !member.leftAt && !present.has(member.person));
  // The person's own list first: a crash in between finds the member still to be written, and does both again.
  await inBatches(
    changed.filter((member) => !member.isGuest),
    (member) => joinTeam(rows, member.person, id),
  );
  await inBatches(left, (member) => leaveTeam(rows, member.person, id));
  const changes = [...writes, ...left.map((member) => mergeMember(member.person, { leftAt: now }))];
  for (let at = 0; at < changes.length; at += 100) await rows.commit(teamPartition(id), changes.slice(at, at + 100));
  for (const member of changed) known.set(member.person, member);
  // Now that both rows are there: whichever team looks last sees the other one.
  const unknown = [...known.values()].filter((member) => present.has(member.person) && !member.isGuest && member.several === undefined);
  await inBatches(unknown, async (member) => known.set(member.person, { ...member, several: await noteSeveral(rows, member.person, id) }));
  const members = [...known.values()].filter((member) => present.has(member.person) && !member.isGuest);

  const name = await ask(ports, team, () => channel.teamName(address));
  const channels = await ask(ports, team, () => channel.channels(address));
  const fresh = await changeTeam(rows, id, (team) => {
    const names = {
      name: ("got" in name && name.got) || team.name,
      channels: "got" in channels ? channels.got.slice(0, 200) : team.channels,
    };
    // A lead whom the roster no longer shows leads nobody; a team without a lead takes the first who says so.
    const leads = team.leads.filter((lead) => present.has(lead));
    const after: Team = { ...team, ...names, leads, size: members.length };
    return JSON.stringify(after) === JSON.stringify(team) ? undefined : { team: after };
  });
  if (fresh && fresh.removedAt === undefined) await listTeam(rows, fresh);
  return { team: fresh ?? team, members };
};

/** Runs a few at a time. */
export const inBatches = async <T, R>(all: readonly T[], run: (one: T) => Promise<R>, atOnce = 10): Promise<readonly R[]> => {
  const made: R[] = [];
  for (let at = 0; at < all.length; at += atOnce) made.push(...(await Promise.all(all.slice(at, at + atOnce).map(run))));
  return made;
};

/** What the clock owes a team beside its rounds: its next question. */
export const promptDue = ({ id, nextPromptAt }: Team): readonly Due[] =>
  nextPromptAt === undefined ? [] : [{ at: nextPromptAt, team: id, job: { job: "start-round", team: id, at: nextPromptAt } }];

/** Moves the clock's next question to a team: the new due row first, then the team, then the old row goes. */
export const movePrompt = async ({ rows }: Ports, team: Team, change: (team: Team) => Team): Promise<void> => {
  const wanted = change(team);
  for (const due of promptDue(wanted)) await putDue(rows, due);
  const changed = (await changeTeam(rows, team.id, (stored) => ({ team: change(stored) }))) ?? team;
  // Somebody changed the team meanwhile, and so the time that was stored is another.
  if (changed.nextPromptAt !== wanted.nextPromptAt) for (const due of promptDue(changed)) await putDue(rows, due);
  if (team.nextPromptAt !== changed.nextPromptAt) for (const due of promptDue(team)) await dropDue(rows, due);
};
