import { dateOf } from "../../domain/asking/local-time.ts";
import { erasedMarkOf, personIdOf, type TeamId } from "../../domain/ids.ts";
import type { Named } from "../../domain/incoming.ts";
import { omit } from "../../domain/omit.ts";
import { isPresent, keptAfterLeavingMs, type Member, type PersonId } from "../../domain/people/person.ts";
import type { Result } from "../../domain/result.ts";
import { type Disbelief, hourApart, identify, judge, lookAgainMs, type RosterMember } from "../../domain/teams/roster.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Change, Ports, Rows } from "../../ports.ts";
import { putDue } from "../../store/due.ts";
import { readErasedMarks } from "../../store/erasing.ts";
import { mergeStanding, putMember, readEverybody } from "../../store/member.ts";
import { joinTeam, leaveTeam, noteSeveral, personNamed, putKnownAs, readKnownAs, readPerson } from "../../store/person.ts";
import { changeTeam, readTeam, teamPartition } from "../../store/team.ts";
import { listTeam } from "../../store/tenant.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { afterStoringMs, type JobEnd, type JobFlow } from "../flow.ts";
import { addressIn, inTurn } from "../sending/in-turn.ts";
import { noteForAdmins } from "../settings/note-changes.ts";
import { substitutesChange } from "./substitutes-change.ts";

/** Delay (ms) before a roster is read again that could not be read, where Teams names no time. */
const readAgainMs = 30_000;

/** A reading ends after this many pages: the largest team has 25,000 members, and each page but the last has at least 50. */
const mostPages = 600;

/**
 * The most channels that are kept, and the most characters of their JSON, which one column of the team's row holds. A team may have 1,000 channels, archived
 * ones among them, and a list in the settings shows no more than these.
 */
const mostChannels = 200;
const mostOfChannels = 30_000;

/** Width (ms) of the window whose events share one reading: when 200 people are added at once, each of them is an event. */
const gatherMs = 30_000;
const leastWaitMs = 5_000;

/** Owes the erasing of a person who has left a team at `leftAt` (ms). */
const oweErasing = (rows: Rows, team: TeamId, person: PersonId, leftAt: number): Promise<void> => {
  const at = leftAt + keptAfterLeavingMs;
  return putDue(rows, { at, team, job: { job: "erase-left", team, person, at } });
};

/** Puts off a reading of a team's roster, so that one reading serves every event of half a minute. */
export const readTeamSoon = async ({ rows, clock }: Pick<Ports, "rows" | "clock">, team: TeamId): Promise<void> => {
  const at = Math.ceil((clock.now() + leastWaitMs) / gatherMs) * gatherMs;
  await putDue(rows, { at, team, job: { job: "read-team", team } });
};

/** Reads the names and people of a team again. */
export const readTeamAgain: JobFlow<"read-team"> = async (job, ports) => {
  const read = await readRoster(job.team, ports);
  return "no" in read ? read.no : undefined;
};

/** Notes the people whom Teams reports as gone. The event alone takes nobody out, but then one reading without them is enough. */
export const noteLeaving = async (team: TeamId, tenantId: string, left: readonly Named[], { rows, clock }: Ports): Promise<void> => {
  await fewAtOnce(left, async (named) => {
    const person = await personNamed(tenantId, named, rows);
    await rows.commit(teamPartition(team), [mergeStanding("member", person, { saidLeftAt: clock.now() })]);
  });
};

type Pages = { readonly all: readonly RosterMember[]; readonly isWhole: boolean; readonly unread: number };

/** Reads all pages of a roster. It stops at pages that repeat or never end, and says that the reading is not whole. */
const readPages = async (
  team: Team,
  ports: Ports,
): Promise<Result<Pages, { readonly laterMs: number } | { readonly why: string; readonly detail: string }>> => {
  const address = addressIn(team, team.teamsId);
  const all: RosterMember[] = [];
  const seen = new Set<string>();
  const asked = new Set<string>();
  let unread = 0;
  let next: string | undefined;
  do {
    const from: string | undefined = next;
    const page = await inTurn(ports, team, () => ports.channel.roster(address, from));
    if ("no" in page) {
      if (page.no.outcome === "later") return { no: { laterMs: page.no.afterMs } };
      if (page.no.outcome === "doubtful" || page.no.outcome === "stopped") return { no: { laterMs: readAgainMs } };
      return { no: page.no };
    }
    const { members } = page.got;
    const isRepeated = members.length > 0 && members.every(({ teamsId }) => seen.has(teamsId));
    all.push(...members);
    unread += page.got.unread ?? 0;
    for (const { teamsId } of members) seen.add(teamsId);
    next = page.got.next;
    if (next !== undefined && (isRepeated || asked.has(next) || asked.size === mostPages)) return { got: { all, isWhole: false, unread } };
    if (next !== undefined) asked.add(next);
  } while (next !== undefined);
  return { got: { all, isWhole: true, unread } };
};

/** Finds people whom the roster names by Teams' own id alone and the team does not know: they may have written with their Entra id. */
const readKnownStrangers = async (team: Team, all: readonly RosterMember[], known: ReadonlyMap<PersonId, Member>, { rows }: Ports) => {
  const teamsIds = new Set([...known.values()].map(({ teamsId }) => teamsId));
  const strangers = all.filter(({ entraId, teamsId }) => entraId === undefined && !teamsIds.has(teamsId));
  const found = await fewAtOnce(strangers, async ({ teamsId }) => {
    const person = await readKnownAs(rows, personIdOf(team.tenantId, { teamsId }));
    return person === undefined ? [] : [[teamsId, person] as const];
  });
  return new Map(found.flat());
};

type RosterReading = { readonly team: Team; readonly members: readonly Member[] };

/**
 * Reads a team's roster in pages and its names from Teams, and stores the changes: new members, new names, and the people who have left, as far as
 * domain/teams/roster.ts believes it. Returns everybody who may take part: no guests, no bots, and nobody who has left. Where Teams refuses, the members stay
 * as they were stored.
 * @param isForRound a round begins with it
 */
export const readRoster = async (id: TeamId, ports: Ports, isForRound = false): Promise<Result<RosterReading, JobEnd>> => {
  const { rows, clock, jobs, log } = ports;
  const stored = await readTeam(rows, id);
  if (!stored || stored.team.removedAt !== undefined) return { no: undefined };
  const { team } = stored;
  const known = new Map((await readEverybody(rows, id)).map((member) => [member.person, member]));
  const read = await readPages(team, ports);
  if ("no" in read) {
    if ("laterMs" in read.no) return { no: read.no };
    log.warn("roster-refused", { team: id, why: read.no.why, detail: read.no.detail });
    return { got: { team, members: [...known.values()].filter(isPresent) } };
  }
  const pages = read.got;
  const { people: shown, renamed } = identify(team.tenantId, pages.all, known, await readKnownStrangers(team, pages.all, known, ports));
  // A person whose data was deleted is one whom the team does not know.
  const erased = [...shown.keys()].every((person) => known.has(person)) ? new Set() : await readErasedMarks(rows, team.tenantId);
  const people = new Map([...shown].filter(([person]) => !erased.has(erasedMarkOf(person))));
  const isReplaced = ({ person, standing }: Member) => standing !== "left" && (renamed.get(person) ?? person) !== person;
  const replaced = [...known.values()].filter(isReplaced);
  const now = clock.now();
  const reading = { people, isWhole: pages.isWhole, unread: pages.unread, at: now, isForRound };
  const idNow = (person: PersonId) => renamed.get(person) ?? person;
  const remaining = [...known.values()].filter((member) => !isReplaced(member));
  const judged = (team: Team) => judge(remaining, team.leads.map(idNow), team, reading);
  const verdict = judged(team);
  if (verdict.disbelief) await doubt(verdict.disbelief, team, known, people.size, ports);

  const before = new Map(known);
  const predecessors = new Map(replaced.map((member) => [idNow(member.person), member]));
  const changed: { readonly member: Member; readonly writes: readonly Change[] }[] = [];
  for (const [person, { teamsId, name: told, isGuest, entraId }] of people) {
    const was = before.get(person);
    const isDoubted = verdict.disbelief === "shrunk" && was?.standing === "member";
    // A name that Teams leaves out stays as it was stored.
    const name = told || (was ?? predecessors.get(person))?.name || "";
    const facts = { teamsId, name, standing: isGuest && !isDoubted ? "guest" : "member" } as const;
    if (entraId !== undefined && was?.teamsId !== teamsId) await putKnownAs(rows, personIdOf(team.tenantId, { teamsId }), person);
    if (was && was.name === name && was.teamsId === teamsId && was.standing === facts.standing) continue;
    // Only the roster's own facts are written (merge), because a pause or a chat may have been stored meanwhile.
    if (was?.standing === facts.standing) {
      changed.push({ member: { ...was, ...facts }, writes: [mergeStanding(was.standing, person, facts)] });
      continue;
    }
    // A person who comes back may have chosen otherwise since, and be in other teams by now.
    const kept = was ?? predecessors.get(person);
    const member: Member = {
      ...(kept && omit(kept, "inSeveralTeams", "saidLeftAt")),
      ...(await readPerson(rows, person)).profile,
      ...facts,
      person,
    };
    changed.push({ member, writes: putMember(member, was?.standing, now) });
  }
  const left = [...verdict.left, ...replaced].map((member) => ({ ...member, standing: "left" }) as const);
  const isDemoted = changed.some(({ member }) => member.standing === "guest" && before.get(member.person)?.standing === "member");
  // Put before the store says who has left, so that no crash leaves ideas with them.
  if (left.some(({ saidLeftAt }) => saidLeftAt !== undefined)) await jobs.put({ job: "free-ideas", team: id }, afterStoringMs);
  if (isDemoted || left.some(({ saidLeftAt }) => saidLeftAt === undefined))
    await putDue(rows, { at: now + hourApart, team: id, job: { job: "free-ideas", team: id, at: now + hourApart } });
  for (const { person } of left) await oweErasing(rows, id, person, now);
  // Of those who had left before Gnist owed that, too.
  for (const { person, standing, leftAt } of before.values())
    if (standing === "left" && leftAt !== undefined && leftAt + keptAfterLeavingMs < now) await oweErasing(rows, id, person, leftAt);
  // The person's own list is written first: after a crash in between, the member's row is still missing, and both are written again.
  await fewAtOnce(changed, ({ member }) => (isPresent(member) ? joinTeam : leaveTeam)(rows, member.person, id));
  await fewAtOnce(left, (member) => leaveTeam(rows, member.person, id));
  const writes = [
    ...changed.map((one) => one.writes),
    ...left.map((member) => putMember(member, before.get(member.person)?.standing, now)),
  ];
  // The changes of one person, two at most, stay in one transaction, so that nobody is in two standings or in none.
  const write = (some: typeof writes) => rows.commit(teamPartition(id), some.flat());
  for (let at = 0; at < writes.length; at += 50) {
    const some = writes.slice(at, at + 50);
    // Where another reading of the roster was quicker with one of them, the others are written all the same.
    if ((await write(some)) !== "done") await fewAtOnce(some, (one) => write([one]));
  }
  for (const member of [...changed.map((one) => one.member), ...left]) known.set(member.person, member);
  // Both rows are stored now, so that of two teams that read at once, the later one sees the other's row.
  const unknown = [...known.values()].filter((member) => isPresent(member) && member.inSeveralTeams === undefined);
  await fewAtOnce(unknown, async (member) =>
    known.set(member.person, { ...member, inSeveralTeams: await noteSeveral(rows, member.person, id) }),
  );
  const members = [...known.values()].filter(isPresent);

  const names = await readTeamNames(team, ports);
  // Put before the leads are stored: after a crash in between, the next reading still finds the lead, and searches again.
  const [lead] = team.leads;
  if (lead !== undefined && verdict.leads.length === 0) {
    // Two instances may read at once: `once` makes their searches one.
    const once = `${lead}|${dateOf(now, team.settings.zone)}`;
    await jobs.put({ job: "find-lead", team: id, once }, afterStoringMs);
  }
  if (!team.leads.map(idNow).every((one) => verdict.leads.includes(one)))
    await jobs.put({ job: "renew-drafts", team: id, changed: false }, afterStoringMs);
  const present = new Set(members.map(({ person }) => person));
  const claimsOf = (claims: NonNullable<Team["claims"]>) =>
    claims
      .map(({ person, confirmedBy }) => ({ person: idNow(person), confirmedBy: confirmedBy.map(idNow) }))
      .filter(({ person }) => present.has(person));
  const substitutesOf = (substitutes: NonNullable<Team["substitutes"]>, leads: Team["leads"]) =>
    substitutes
      .map((one) => ({ ...one, lead: idNow(one.lead), person: idNow(one.person) }))
      .filter(({ lead, person }) => leads.includes(lead) && present.has(person));
  const fresh = await changeTeam(rows, id, async (team) => {
    const { leads, doubts } = judged(team);
    const after: Team = {
      ...omit(team, "shrunkAt", "missingLeads"),
      ...doubts,
      ...names(team),
      ...(team.addedBy === undefined ? {} : { addedBy: idNow(team.addedBy) }),
      ...(team.substitutes === undefined ? {} : { substitutes: substitutesOf(team.substitutes, leads) }),
      ...(team.claims === undefined ? {} : { claims: claimsOf(team.claims) }),
      settings: { ...team.settings, notAsked: team.settings.notAsked.map(idNow) },
      leads,
      size: members.length,
    };
    if (isSame(after, team)) return undefined;
    await substitutesChange(team, after, ports);
    // A lead is noted who has left, and no id that Teams writes otherwise now.
    const before = { ...after, leads: team.leads.map(idNow) };
    const hasLost = leads.length < before.leads.length;
    return { team: after, also: hasLost ? await noteForAdmins(before, after, { now }, ports.chance.id(), ports) : [] };
  });
  const isNewlyMissing = fresh?.missingLeads?.some(({ since }) => since === now);
  if (isNewlyMissing) await putDue(rows, { at: now + hourApart, team: id, job: { job: "read-team", team: id } });
  if (fresh && fresh.removedAt === undefined) await listTeam(rows, fresh);
  return { got: { team: fresh ?? team, members } };
};

/** Logs for operators a reading that is not believed. A reading that lacks more than half of the team is made again after `lookAgainMs`. */
const doubt = async (why: Disbelief, team: Team, known: ReadonlyMap<PersonId, Member>, people: number, ports: Ports): Promise<void> => {
  const { rows, clock, log } = ports;
  const before = [...known.values()].filter(({ standing }) => standing !== "left").length;
  log.warn("roster-doubted", { team: team.id, why, known: before, read: people });
  if (why === "shrunk" && team.shrunkAt === undefined)
    await putDue(rows, { at: clock.now() + lookAgainMs, team: team.id, job: { job: "read-team", team: team.id } });
};

/**
 * Reads Teams' names of the team and its channels; a name that Teams leaves out stays as it was stored. A channel with members of its own is named to nobody
 * else. General takes over what went to one that people of other teams read.
 */
const readTeamNames = async (team: Team, ports: Ports): Promise<(known: Team) => Partial<Team>> => {
  const address = addressIn(team, team.teamsId);
  const name = await inTurn(ports, team, () => ports.channel.teamName(address));
  const channels = await inTurn(ports, team, () => ports.channel.channels(address));
  const all = "got" in channels ? channels.got : [];
  const listed = new Map(all.filter(({ ownMembers }) => !ownMembers).map(({ id, name }) => [id, { id, name }]));
  const shared = new Set(all.filter(({ ownMembers }) => ownMembers === "shared").map(({ id }) => id));
  return (known) => ({
    name: ("got" in name && name.got) || known.name,
    // Every team has a channel, so that an empty list is no answer.
    channels: listed.size > 0 ? someOf([...listed.values()], known.channelId) : known.channels,
    ...(shared.has(known.channelId) ? { channelId: known.teamsId } : {}),
    ...(shared.has(known.coordinatorsIn ?? "") ? { coordinatorsIn: known.teamsId } : {}),
  });
};

/** As many channels as a row can hold. Where there are more, the digest's channel comes first. */
const someOf = (all: Team["channels"], digests: string): Team["channels"] => {
  if (areStorable(all)) return all;
  const some = [...all.filter(({ id }) => id === digests), ...all.filter(({ id }) => id !== digests)].slice(0, mostChannels);
  while (!areStorable(some)) some.pop();
  return some;
};

const areStorable = (channels: Team["channels"]): boolean =>
  channels.length <= mostChannels && JSON.stringify(channels).length <= mostOfChannels;

/** Compares two teams without regard to the order of their fields. */
const isSame = (one: Team, other: Team): boolean => {
  const sorted = (team: Team) => JSON.stringify(Object.entries(team).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
};
