import type { NamedPeople, WrittenSettings } from "../../domain/action/settings.ts";
import { hourMs, isZone, roundTimes, weekOf } from "../../domain/asking/cadence.ts";
import type { SettingsMessage } from "../../domain/message/settings.ts";
import { omit } from "../../domain/omit.ts";
import { type Settings, type Team, withLeads } from "../../domain/teams/team.ts";
import { readTime } from "../../domain/written-time.ts";
import type { Ports } from "../../ports.ts";
import { type Due, dropDue, putDue } from "../../store/due.ts";
import { readMembers } from "../../store/member.ts";
import { mergeRound, type Round, readRoundsSince } from "../../store/round.ts";
import { changeTeam } from "../../store/team.ts";
import { promptDue, roundDue, withNextPrompt } from "../asking/prompt-time.ts";
import { type Answer, afterStoringMs, startReading } from "../flow.ts";
import { namedAfter, namesStranger } from "../people/picked.ts";
import type { Turn } from "../right.ts";
import { settingsOf } from "./show-settings.ts";

const isTime = (time: string) => readTime(time) === time;

/** A list of people is one column of the team's row, which holds 32,768 characters. */
const mostNamed = 1_000;

const problemWith = (
  written: WrittenSettings,
  named: NamedPeople,
  channels: readonly { readonly id: string }[],
): SettingsMessage["problem"] => {
  if (named.leads.length === 0) return "no-lead";
  if (Math.max(named.leads.length, named.notAsked.length) > mostNamed) return "too-many";
  const times = [written.promptTime, written.digestTime, ...(written.reminderWeekday === 0 ? [] : [written.reminderTime])];
  const good = times.every(isTime) && isZone(written.zone) && channels.some(({ id }) => id === written.channelId);
  const inRange = written.draftHours >= 0 && written.draftHours <= 72 && written.daysToDue >= 1 && written.daysToDue <= 365;
  return good && inRange ? undefined : "bad-settings";
};

/** Open rounds are among those of so many weeks: a round is closed by its digest, a week after its question. */
const weeksOfOpenRounds = 26;

/** Reads for saving: the team's people, and its rounds. */
export const readToSave = async ({ team }: { readonly team: string }, { rows, clock }: Ports) => {
  const since = weekOf(clock.now() - weeksOfOpenRounds * 7 * 24 * hourMs, "UTC");
  const [people, recent] = await Promise.all([readMembers(rows, team), readRoundsSince(rows, team, since)]);
  return { people, recent };
};

/**
 * Saves what a lead chose and moves what is due: new due rows first, then team and open rounds in one transaction, then the old rows go. A row that is
 * left over disagrees with what is stored and is dropped when it fires.
 */
export const saveSettings = async (
  { written, before, page = 0 }: { readonly written: WrittenSettings; readonly before?: NamedPeople; readonly page?: number },
  { team, tag, now, scene, ports }: Turn,
  { people, recent }: Awaited<ReturnType<typeof readToSave>>,
): Promise<Answer> => {
  const rounds = recent.filter(({ id }) => team.openRounds.includes(id));
  const shown = settingsOf(team, scene, people, rounds[0], { page, ...(before ? { before } : {}) });
  const members = new Set(people.map(({ person }) => person));
  const named = namedAfter(team, written, before, members);
  const problem = namesStranger(team, written, before, members) ? "no-such-member" : problemWith(written, named, shown.channels);
  if (problem) return { ...shown, written: { ...written, ...named }, problem };
  const settings: Settings = {
    ...omit(team.settings, "reminder", "draftHours"),
    language: written.language,
    zone: written.zone,
    prompt: { weekday: written.promptWeekday, time: written.promptTime },
    everyWeeks: written.everyWeeks,
    digest: { weekday: written.digestWeekday, time: written.digestTime },
    notAsked: named.notAsked,
    daysToDue: written.daysToDue,
    ...(written.reminderWeekday === 0 ? {} : { reminder: { weekday: written.reminderWeekday, time: written.reminderTime } }),
    ...(written.draftHours === 0 ? {} : { draftHours: written.draftHours }),
  };
  const change = (stored: Team): Team => {
    const { leads, notAsked } = namedAfter(stored, written, before, members);
    const after: Team = { ...stored, settings: { ...settings, notAsked }, channelId: written.channelId };
    // Two leads may have taken each other out.
    return withNextPrompt(withLeads(after, leads.length > 0 ? leads : stored.leads), now);
  };
  const moved = rounds.map((round) => movedRound(round, settings, now));
  const also = moved.map(({ id, remindAt, draftAt, digestAt }) =>
    mergeRound(id, { remindAt: remindAt ?? 0, draftAt: draftAt ?? 0, digestAt }),
  );

  const dueBefore = [...promptDue(team), ...rounds.flatMap((round) => roundDue(team.id, round))];
  const dueAfter = [...promptDue(change(team)), ...moved.flatMap((round) => roundDue(team.id, round))];
  const isIn = (all: readonly Due[], { at, job }: Due) =>
    all.some((one) => one.at === at && JSON.stringify(one.job) === JSON.stringify(job));
  const isTakenOut = !team.leads.every((lead) => change(team).leads.includes(lead));
  await Promise.all([
    ...dueAfter.filter((due) => !isIn(dueBefore, due)).map((due) => putDue(ports.rows, due)),
    isTakenOut ? ports.jobs.put({ job: "renew-drafts", team: team.id, changed: false }, afterStoringMs) : undefined,
  ]);
  const changed = (await changeTeam(ports.rows, team.id, (stored) => ({ team: change(stored), also }), { team, tag })) ?? team;
  if (changed.nextPromptAt !== change(team).nextPromptAt) await Promise.all(promptDue(changed).map((due) => putDue(ports.rows, due)));
  // Nobody waits for these: a row that stays is dropped when it fires.
  for (const due of dueBefore) if (!isIn(dueAfter, due)) startReading(dropDue(ports.rows, due));
  return settingsOf(changed, scene, people, moved[0], { page, saved: true });
};

/** An open round follows the new times, counted from when it was asked; nothing that lies in the past is caught up with. */
const movedRound = (round: Round, settings: Settings, now: number): Round => {
  const kept = roundTimes(settings, round.startedAt);
  const { remindAt, draftAt, digestAt } = kept.digestAt > now ? kept : roundTimes(settings, now);
  const still = (at: number | undefined, old: number | undefined) => at !== undefined && (at > now || at === old);
  return {
    ...omit(round, "remindAt", "draftAt"),
    digestAt,
    ...(remindAt !== undefined && still(remindAt, round.remindAt) ? { remindAt } : {}),
    ...(draftAt !== undefined && still(draftAt, round.draftAt) ? { draftAt } : {}),
  };
};
