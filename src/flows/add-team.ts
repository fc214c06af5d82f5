import { nextPrompt, roundTimes } from "../domain/cadence.ts";
import { personIdOf } from "../domain/ids.ts";
import type { ChannelPlace, Incoming } from "../domain/incoming.ts";
import type { Language } from "../domain/language.ts";
import { quietAfterAdding, rests, type Settings, type Team, withLeads } from "../domain/team.ts";
import type { Change, Ports } from "../ports.ts";
import { type Due, dropDue, putDue } from "../store/due.ts";
import { putKnownAs } from "../store/people.ts";
import { mergeRound, readOpenRounds } from "../store/rounds.ts";
import { changeTeam, insertTeam, readTeam, teamPartition } from "../store/teams.ts";
import { listTeam, unlistTeam } from "../store/tenants.ts";
import { afterStoringMs } from "./flow.ts";

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

/** The team with its next question planned anew: never in the first day after Gnist was added, and not while the team rests. */
export const withNextPrompt = (team: Team, now: number): Team => ({
  ...without(team, "nextPromptAt"),
  ...(rests(team) ? {} : { nextPromptAt: nextPrompt(team.settings, Math.max(now, team.addedAt + quietAfterAdding - 1), team.lastRound) }),
});

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
  const { tenantId } = place.address;
  if (who.entraId !== undefined) await putKnownAs(ports.rows, personIdOf(tenantId, { teamsId: who.teamsId }), who.person);
  const existing = await readTeam(ports.rows, place.team);
  if (!existing) {
    const settings = defaultSettings(zone, who.language ?? "en");
    const fresh: Team = {
      id: place.team,
      tenantId,
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
    const team = withNextPrompt(fresh, now);
    await ports.jobs.put({ job: "welcome-team", team: team.id }, afterStoringMs);
    for (const due of promptDue(team)) await putDue(ports.rows, due);
    await listTeam(ports.rows, team);
    if ((await ports.rows.commit(teamPartition(team.id), [insertTeam(team)])) === "done") ports.log.info("add-team", { team: team.id });
    else await mendChannel(place, ports);
    return;
  }
  if (existing.team.removedAt === undefined) return mendChannel(place, ports);
  const again: Team = {
    ...without(existing.team, "removedAt", "archivedAt"),
    serviceUrl: place.address.serviceUrl,
    channelId: place.channelId,
    addedAt: now,
  };
  const team = withNextPrompt(again, now);
  await ports.jobs.put({ job: "welcome-team", team: team.id }, afterStoringMs);
  for (const due of promptDue(team)) await putDue(ports.rows, due);
  await listTeam(ports.rows, team);
  await changeTeam(ports.rows, place.team, (stored) =>
    stored.removedAt === undefined ? undefined : { team: withLeads(team, [...new Set([...stored.leads, who.person])]) },
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

/** Runs a few at a time. */
export const inBatches = async <T, R>(all: readonly T[], run: (one: T) => Promise<R>, atOnce = 10): Promise<readonly R[]> => {
  const made: R[] = [];
  for (let at = 0; at < all.length; at += atOnce) made.push(...(await Promise.all(all.slice(at, at + atOnce).map(run))));
  return made;
};

/** What the clock owes a team beside its rounds: its next question. */
export const promptDue = ({ id, nextPromptAt }: Team): readonly Due[] =>
  nextPromptAt === undefined ? [] : [{ at: nextPromptAt, team: id, job: { job: "start-round", team: id, at: nextPromptAt } }];

/**
 * Moves the clock's next question to a team: the new due row first, then the team, then the old row goes.
 * @param also changes of the team's other rows that belong in the same transaction
 */
export const movePrompt = async (
  { rows }: Ports,
  team: Team,
  change: (team: Team) => Team,
  also: (changed: Team) => readonly Change[] = () => [],
): Promise<void> => {
  const wanted = change(team);
  for (const due of promptDue(wanted)) await putDue(rows, due);
  const moved = (stored: Team) => {
    const after = change(stored);
    return { team: after, also: also(after) };
  };
  const changed = (await changeTeam(rows, team.id, moved)) ?? team;
  // Somebody changed the team meanwhile, and so the time that was stored is another.
  if (changed.nextPromptAt !== wanted.nextPromptAt) for (const due of promptDue(changed)) await putDue(rows, due);
  if (team.nextPromptAt !== changed.nextPromptAt) for (const due of promptDue(team)) await dropDue(rows, due);
};
