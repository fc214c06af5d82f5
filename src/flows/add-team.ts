import { nextPrompt, roundTimes } from "../domain/cadence.ts";
import { teamView } from "../domain/digest.ts";
import { personIdOf } from "../domain/ids.ts";
import type { ChannelPlace, Incoming } from "../domain/incoming.ts";
import type { Language } from "../domain/language.ts";
import type { Message } from "../domain/message.ts";
import { isPresent, type Member, type PersonId } from "../domain/person.ts";
import { largeTeam, quietAfterAdding, type Settings, type Team } from "../domain/team.ts";
import type { Change, Ports, RosterMember } from "../ports.ts";
import { type Due, dropDue, putDue } from "../store/due.ts";
import { joinTeam, leaveTeam, mergeStanding, noteSeveral, putMember, readEverybody, readPerson } from "../store/people.ts";
import { mergeRound, readOpenRounds } from "../store/rounds.ts";
import { sendKey } from "../store/sends.ts";
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
  const remove = async (stored: Team) => ({
    team: { ...without(stored, "nextPromptAt"), openRounds: [], removedAt: clock.now() },
    also: (await readOpenRounds(rows, stored)).map(({ id }) => mergeRound(id, { state: "closed" })),
  });
  const team = await changeTeam(rows, place.team, remove);
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
  const sent = await sendGuarded(ports, team, sendKey("welcome", undefined, team.addedAt), {
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
  const known = new Map((await readEverybody(rows, id)).map((member) => [member.person, member]));
  const address = addressOf(team, team.teamsId);
  /** By person: Teams may name somebody twice in one reading. */
  const seen = new Map<PersonId, RosterMember>();
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
    for (const member of page.got.members) seen.set(personIdOf(team.tenantId, member), member);
    next = page.got.next;
  } while (next !== undefined);

  const now = clock.now();
  const changed: { readonly member: Member; readonly writes: readonly Change[] }[] = [];
  for (const [person, { teamsId, name, isGuest }] of seen) {
    const before = known.get(person);
    const facts = { teamsId, name, standing: isGuest ? "guest" : "member" } as const;
    if (before && before.name === name && before.teamsId === teamsId && before.standing === facts.standing) continue;
    // Only what the roster tells is written over: a pause or a chat may have been stored meanwhile.
    if (before?.standing === facts.standing) {
      changed.push({ member: { ...before, ...facts }, writes: [mergeStanding(before.standing, person, facts)] });
      continue;
    }
    // Somebody who comes back may have chosen otherwise since, and be in other teams by now.
    const member: Member = { ...(before && without(before, "several")), ...(await readPerson(rows, person)).profile, ...facts, person };
    changed.push({ member, writes: putMember(member, before?.standing, now) });
  }
  const left = [...known.values()]
    .filter(({ person, standing }) => standing !== "left" && !seen.has(person))
    .map((before) => ({ ...before, standing: "left" }) as const);
  // The person's own list first: a crash in between finds the member still to be written, and does both again.
  await inBatches(changed, ({ member }) => (isPresent(member) ? joinTeam : leaveTeam)(rows, member.person, id));
  await inBatches(left, (member) => leaveTeam(rows, member.person, id));
  const writes = [...changed.map((one) => one.writes), ...left.map((member) => putMember(member, known.get(member.person)?.standing, now))];
  // The changes of one person, two at most, stay in one transaction, so that nobody is in two standings or in none.
  const write = (some: typeof writes) => rows.commit(teamPartition(id), some.flat());
  for (let at = 0; at < writes.length; at += 50) {
    const some = writes.slice(at, at + 50);
    // Where another reading of the roster has been quicker with one of them, the others are written all the same.
    if ((await write(some)) !== "done") await inBatches(some, (one) => write([one]));
  }
  for (const member of [...changed.map((one) => one.member), ...left]) known.set(member.person, member);
  // Now that both rows are there: whichever team looks last sees the other one.
  const unknown = [...known.values()].filter((member) => isPresent(member) && member.several === undefined);
  await inBatches(unknown, async (member) => known.set(member.person, { ...member, several: await noteSeveral(rows, member.person, id) }));
  const members = [...known.values()].filter(isPresent);

  const name = await ask(ports, team, () => channel.teamName(address));
  const channels = await ask(ports, team, () => channel.channels(address));
  const fresh = await changeTeam(rows, id, (team) => {
    const names = {
      name: ("got" in name && name.got) || team.name,
      channels: "got" in channels ? channels.got.slice(0, 200) : team.channels,
    };
    // A lead who has left, or is a guest now, leads nobody; a team without a lead takes the first who says so.
    const leads = team.leads.filter((lead) => seen.get(lead)?.isGuest === false);
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
