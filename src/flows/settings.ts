import type { WrittenSettings } from "../domain/action.ts";
import { isZone, roundTimes } from "../domain/cadence.ts";
import { teamView } from "../domain/digest.ts";
import type { MessageOf } from "../domain/message.ts";
import type { Settings, Team } from "../domain/team.ts";
import type { Ports } from "../ports.ts";
import { dropDue } from "../store/due.ts";
import { mergeRound, type Round, readRound } from "../store/rounds.ts";
import { teamPartition } from "../store/teams.ts";
import { movePrompt, nextDigestOf, nextPromptOf, without } from "./add-team.ts";
import { type Gathered, gather, memberChoices } from "./digest.ts";
import { type ActionFlow, type Answer, type CommandFlow, refuse } from "./flow.ts";
import { putRoundDue } from "./rounds.ts";
import { knownTeam, leadsTeam, ledTeam, settledTeam } from "./who.ts";

/** Zones offered in the list, those of the first users first; a team's own is always among them. */
const zones = [
  "Europe/Stockholm",
  "Europe/Oslo",
  "Europe/Copenhagen",
  "Europe/Helsinki",
  "Atlantic/Reykjavik",
  "Atlantic/Faroe",
  "America/Nuuk",
  "Europe/London",
  "Europe/Dublin",
  "Europe/Lisbon",
  "Europe/Madrid",
  "Europe/Paris",
  "Europe/Brussels",
  "Europe/Amsterdam",
  "Europe/Berlin",
  "Europe/Zurich",
  "Europe/Vienna",
  "Europe/Rome",
  "Europe/Prague",
  "Europe/Warsaw",
  "Europe/Tallinn",
  "Europe/Riga",
  "Europe/Vilnius",
  "Europe/Athens",
  "Europe/Bucharest",
  "Europe/Kyiv",
  "Europe/Istanbul",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "Asia/Dubai",
  "Asia/Kolkata",
  "Asia/Singapore",
  "Asia/Tokyo",
  "Australia/Sydney",
  "Pacific/Auckland",
  "UTC",
];

type SettingsMessage = MessageOf<"settings">;

const writtenOf = (team: Team): WrittenSettings => {
  const { settings } = team;
  return {
    language: settings.language,
    zone: settings.zone,
    promptWeekday: settings.prompt.weekday,
    promptTime: settings.prompt.time,
    everyWeeks: settings.everyWeeks,
    reminderWeekday: settings.reminder?.weekday ?? 0,
    reminderTime: settings.reminder?.time ?? "10:00",
    digestWeekday: settings.digest.weekday,
    digestTime: settings.digest.time,
    draftHours: settings.draftHours ?? 0,
    daysToDue: settings.daysToDue,
    channelId: team.channelId,
    leads: team.leads,
    notAsked: settings.notAsked,
  };
};

const openRound = async (team: Team, { rows }: Ports): Promise<Round | undefined> => {
  const id = team.openRounds.at(-1);
  return id ? (await readRound(rows, team.id, id))?.round : undefined;
};

const settingsOf = async (
  team: Team,
  gathered: Gathered,
  ports: Ports,
  extra: Partial<Pick<SettingsMessage, "saved" | "problem" | "written">> = {},
): Promise<SettingsMessage> => {
  const round = await openRound(team, ports);
  const nextDigestAt = nextDigestOf(team, round?.digestAt);
  const known = team.channels.some(({ id }) => id === team.channelId);
  return {
    say: "settings",
    team: teamView(team),
    written: writtenOf(team),
    channels: known ? team.channels : [{ id: team.channelId, name: "General" }, ...team.channels],
    members: memberChoices(gathered),
    zones: zones.includes(team.settings.zone) ? zones : [team.settings.zone, ...zones],
    saved: false,
    ...(team.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}),
    ...(nextDigestAt !== undefined ? { nextDigestAt } : {}),
    ...extra,
  };
};

export const writeSettings: CommandFlow<"settings"> = async (_command, scene, ports) => {
  const found = await knownTeam(scene, ports, "leads");
  if ("refusal" in found) return found.refusal;
  if (!leadsTeam(found.team, scene.who.person)) return refuse("not-a-lead");
  return settingsOf(found.team, await gather(ports, found.team.id), ports);
};

/** *Change times*, pressed in the channel or in chat: only leads may. */
export const showSettings: ActionFlow<"show-settings"> = async (action, scene, ports) => {
  const [found, gathered] = await Promise.all([settledTeam(action.team, scene, ports), gather(ports, action.team)]);
  return "refusal" in found ? found.refusal : settingsOf(found.team, gathered, ports);
};

const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);

const problemOf = (
  written: WrittenSettings,
  members: readonly { readonly id: string }[],
  channels: readonly { readonly id: string }[],
): SettingsMessage["problem"] => {
  if (written.leads.filter((lead) => members.some(({ id }) => id === lead)).length === 0) return "no-lead";
  const times = [written.promptTime, written.digestTime, ...(written.reminderWeekday === 0 ? [] : [written.reminderTime])];
  const good = times.every(isTime) && isZone(written.zone) && channels.some(({ id }) => id === written.channelId);
  const inRange = written.draftHours >= 0 && written.draftHours <= 72 && written.daysToDue >= 1 && written.daysToDue <= 365;
  return good && inRange ? undefined : "bad-settings";
};

/**
 * Saves what a lead chose and moves what is due: new due rows first, then the settings, then the old rows go. A row that is left over
 * disagrees with the settings and is dropped when it fires.
 */
export const saveSettings: ActionFlow<"save-settings"> = async (action, scene, ports) => {
  const [found, gathered] = await Promise.all([settledTeam(action.team, scene, ports), gather(ports, action.team)]);
  if ("refusal" in found) return found.refusal;
  const { team } = found;
  const { written } = action;
  const shown = await settingsOf(team, gathered, ports);
  const problem = problemOf(written, shown.members, shown.channels);
  if (problem) return { ...shown, written, problem };
  const now = ports.clock.now();
  const members = new Set(shown.members.map(({ id }) => id));
  const settings: Settings = {
    ...without(team.settings, "reminder", "draftHours"),
    language: written.language,
    zone: written.zone,
    prompt: { weekday: written.promptWeekday, time: written.promptTime },
    everyWeeks: written.everyWeeks,
    digest: { weekday: written.digestWeekday, time: written.digestTime },
    notAsked: written.notAsked.filter((person) => members.has(person)),
    daysToDue: Math.round(written.daysToDue),
    ...(written.reminderWeekday === 0 ? {} : { reminder: { weekday: written.reminderWeekday, time: written.reminderTime } }),
    ...(written.draftHours === 0 ? {} : { draftHours: Math.round(written.draftHours) }),
  };
  const change = (stored: Team): Team => {
    const after: Team = { ...stored, settings, channelId: written.channelId, leads: written.leads.filter((person) => members.has(person)) };
    return { ...after, nextPromptAt: nextPromptOf(after, now) };
  };
  const changed = (await movePrompt(ports, team, change)) ?? team;
  await moveRound(changed, ports);
  return settingsOf(changed, gathered, ports, { saved: true });
};

/** An open round follows the new times, counted from when it was asked; never into the past. */
const moveRound = async (team: Team, ports: Ports): Promise<void> => {
  const round = await openRound(team, ports);
  if (!round) return;
  const times = roundTimes(team.settings, round.startedAt);
  const now = ports.clock.now();
  const after: Round = { ...without(round, "remindAt", "draftAt"), ...(times.digestAt > now ? times : roundTimes(team.settings, now)) };
  await putRoundDue(ports, team, after);
  await ports.rows.commit(teamPartition(team.id), [
    mergeRound(round.id, { remindAt: after.remindAt ?? 0, draftAt: after.draftAt ?? 0, digestAt: after.digestAt }),
  ]);
  const old = [
    { at: round.remindAt, now: after.remindAt, job: "remind-round" as const },
    { at: round.draftAt, now: after.draftAt, job: "send-draft" as const },
    { at: round.digestAt, now: after.digestAt, job: "post-digest" as const },
  ];
  for (const { at, now, job } of old) {
    if (at !== undefined && at !== now) await dropDue(ports.rows, { at, team: team.id, job: { job, team: team.id, round: round.id, at } });
  }
};

/** *Send me a test*: the prompt as members get it, to the lead alone; sending it saves a real idea, so it says that it is a test. */
export const sendTest: ActionFlow<"send-test"> = async (action, scene, ports): Promise<Answer> => {
  const found = await ledTeam(action.team, scene, ports);
  if ("refusal" in found) return found.refusal;
  await ports.jobs.put({ job: "send-test", team: found.team.id, person: scene.who.person, once: ports.chance.id() });
  return { ...(await settingsOf(found.team, await gather(ports, found.team.id), ports)), problem: "test-sent" };
};
