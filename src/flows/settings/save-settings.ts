import type { SettingsShown, StandInForm, WrittenSettings } from "../../domain/action/settings.ts";
import { hourMs, isZone, roundTimes, weekOf } from "../../domain/asking/cadence.ts";
import type { Choice } from "../../domain/idea/view.ts";
import type { TeamSettings } from "../../domain/message/settings.ts";
import { omit } from "../../domain/omit.ts";
import { mergeSettings } from "../../domain/settings/merge-settings.ts";
import { type StandIn, withStandIn } from "../../domain/teams/substitute.ts";
import { isChannelOf, type Settings, type Team, withLeads } from "../../domain/teams/team.ts";
import { readTime } from "../../domain/written-time.ts";
import type { Ports } from "../../ports.ts";
import { type Due, dropDue, putDue } from "../../store/due.ts";
import { mergeRound, type Round, readRoundsSince } from "../../store/round.ts";
import { changeTeam } from "../../store/team.ts";
import { promptDue, roundDue, withNextPrompt } from "../asking/prompt-time.ts";
import { type Answer, afterStoringMs, type Scene, startReading } from "../flow.ts";
import { namedAfter, namesOthers, namesStranger } from "../people/picked.ts";
import type { Turn } from "../right.ts";
import { substitutesChange } from "../teams/substitutes-change.ts";
import { readOffered, settingsOf, writtenOf } from "./show-settings.ts";
import { chosenStandIn, standInOf } from "./stand-in.ts";

const isTime = (time: string) => readTime(time) === time;

/** The most people in one list: it is one column of the team's row, which holds 32,768 characters. */
const mostNamed = 1_000;

const problemWith = (written: WrittenSettings, stored: Team, offices: readonly Choice[]): TeamSettings["problem"] => {
  if (written.leads.length === 0) return "no-lead";
  if (Math.max(written.leads.length, written.notAsked.length) > mostNamed) return "too-many";
  const times = [written.promptTime, written.digestTime, ...(written.reminderWeekday === 0 ? [] : [written.reminderTime])];
  const isThere = isChannelOf(stored, written.channelId);
  const { coordinators = "" } = written;
  const known = [stored.settings.coordinators, ...offices.map(({ id }) => id).filter((id) => id !== stored.id)];
  const takesIdeas = coordinators === "" || known.includes(coordinators);
  const inRange = written.draftHours >= 0 && written.draftHours <= 72 && written.daysToDue >= 1 && written.daysToDue <= 365;
  return times.every(isTime) && isZone(written.zone) && isThere && takesIdeas && inRange ? undefined : "bad-settings";
};

/** Weeks whose rounds are read to find the open ones: a digest closes its round a week after the question. */
const weeksOfOpenRounds = 26;

/** Reads what the form offers and the team's recent rounds, for a save. */
export const readToSave = async (what: { readonly team: string }, ports: Ports, scene: Scene) => {
  const since = weekOf(ports.clock.now() - weeksOfOpenRounds * 7 * 24 * hourMs, "UTC");
  const [offered, recent] = await Promise.all([readOffered(what, ports, scene), readRoundsSince(ports.rows, what.team, since)]);
  return { offered, recent };
};

/** The settings as a form leaves them; `problem` says why they may not be saved. */
type Wanted = Pick<TeamSettings, "written"> &
  Partial<Pick<TeamSettings, "others" | "problem">> & { readonly substitute?: StandIn | "nobody" | "same" };

type SavedForm = {
  readonly written: WrittenSettings;
  readonly before?: SettingsShown;
  readonly page?: number;
  readonly standIn?: StandInForm;
  readonly standInBefore?: StandInForm;
};

/**
 * Saves the fields that a lead changed on the form, on top of the settings as they are stored by then, and moves the due rows: new due rows first, then the
 * team and its open rounds in one transaction, then the old rows are dropped. An old row that is left over disagrees with the store and is dropped when it
 * fires.
 */
export const saveSettings = async (
  { written, before, page = 0, standIn, standInBefore: shown }: SavedForm,
  turn: Turn,
  { offered, recent }: Awaited<ReturnType<typeof readToSave>>,
): Promise<Answer> => {
  const { team, tag, who, now, ports } = turn;
  const id = ports.chance.id();
  const members = new Set(offered.people.map(({ person }) => person));
  const at = now;
  const wantedOf = (stored: Team): Wanted => {
    const now = writtenOf(stored);
    const { settings, others, isSure } = mergeSettings(before, written, now);
    const isOld = !isSure || (before === undefined && namesOthers(stored, written));
    // The form does not tell which fields were changed on it: it comes back with the stored settings, and says what stood on it.
    if (isOld) return { written: now, others: pick(written, Object.keys(others) as (keyof typeof others)[]), problem: "old-form" };
    const whole = { ...settings, ...namedAfter(stored, written, before, members) };
    const isTheirs = standIn && shown && stored.leads.includes(who);
    const chosen = isTheirs ? chosenStandIn({ now: standIn, before: shown }, stored, who, members, at) : ({ got: "same" } as const);
    const unfit = "no" in chosen ? chosen.no : problemWith(whole, stored, offered.offices);
    const problem = namesStranger(stored, written, before, members) ? "no-such-member" : unfit;
    return {
      written: whole,
      ...("got" in chosen ? { substitute: chosen.got } : {}),
      ...(Object.keys(others).length > 0 ? { others } : {}),
      ...(problem ? { problem } : {}),
    };
  };
  const withSubstitute = (after: Team): Team => {
    const { substitute = "same" } = wanted;
    if (substitute === "same" || !after.leads.includes(who)) return after;
    return withStandIn(after, who, substitute === "nobody" ? undefined : substitute, id, at);
  };
  const roundsOf = (stored: Team) => recent.filter(({ id }) => stored.openRounds.includes(id));
  const dueOf = (stored: Team, rounds: readonly Round[]) => [...promptDue(stored), ...rounds.flatMap((round) => roundDue(team.id, round))];
  let wanted = wantedOf(team);
  let rounds = roundsOf(team);
  let old: readonly Due[] = [];

  // Another lead may save at the same time, so that the change is worked out from the team as it is then stored.
  const change = async (stored: Team) => {
    wanted = wantedOf(stored);
    rounds = roundsOf(stored);
    const after = withSubstitute(withSettings(stored, wanted.written));
    if (wanted.problem || isSame(after, stored)) return undefined;
    const isMoved = !isSame(cadenceOf(after), cadenceOf(stored));
    const planned = isMoved ? withNextPrompt(after, now) : after;
    const moved = isMoved ? rounds.map((round) => movedRound(round, after.settings, now)) : rounds;
    const [dueBefore, dueAfter] = [dueOf(stored, rounds), dueOf(planned, moved)];
    old = dueBefore.filter((due) => !isIn(dueAfter, due));
    await Promise.all([
      ...dueAfter.filter((due) => !isIn(dueBefore, due)).map((due) => putDue(ports.rows, due)),
      stored.leads.every((lead) => planned.leads.includes(lead))
        ? undefined
        : ports.jobs.put({ job: "renew-drafts", team: team.id, changed: false }, afterStoringMs),
      substitutesChange(stored, planned, ports),
    ]);
    rounds = moved;
    const also = isMoved
      ? moved.map(({ id, remindAt, checkInAt = 0, draftAt, digestAt }) =>
          mergeRound(id, { remindAt: remindAt ?? 0, checkInAt, draftAt: draftAt ?? 0, digestAt }),
        )
      : [];
    return { team: planned, also };
  };
  const stored = (await changeTeam(ports.rows, team.id, change, { team, tag })) ?? team;
  const { substitute: _, ...said } = wanted;
  if (said.problem) return settingsOf(stored, turn, offered, rounds[0], { page, ...said, ...leftOnForm(standIn, stored, turn) });
  // No answer waits for these: a row that stays is dropped when it fires.
  for (const due of old) startReading(dropDue(ports.rows, due));
  return settingsOf(stored, turn, offered, rounds[0], { page, saved: true, ...(said.others ? { others: said.others } : {}) });
};

/** The substitute as a form that comes back has it. */
const leftOnForm = (standIn: SavedForm["standIn"], team: Team, { who, now }: Turn): Partial<Pick<TeamSettings, "standIn">> => {
  const before = standInOf(team, who, now);
  return standIn && before ? { standIn: { lead: who, now: standIn, before } } : {};
};

const pick = <T extends object, K extends keyof T>(from: T, names: readonly K[]): Partial<Pick<T, K>> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<Pick<T, K>>;

const isIn = (all: readonly Due[], { at, job }: Due) => all.some((one) => one.at === at && isSame(one.job, job));

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The settings that say when something is due. */
const cadenceOf = ({ settings: { zone, prompt, everyWeeks, reminder, digest, draftHours, asksWeekly } }: Team) => ({
  zone,
  prompt,
  everyWeeks,
  reminder,
  digest,
  draftHours,
  asksWeekly,
});

/** The team with the settings of the form; its clock is not moved yet. */
const withSettings = (team: Team, written: WrittenSettings): Team => {
  const { settings } = team;
  const { reminderWeekday: weekday, reminderTime: time, draftHours } = written;
  const after: Settings = {
    ...omit(settings, "reminder", "draftHours", "asksWeekly", "coordinators"),
    language: written.language,
    zone: written.zone,
    prompt: { weekday: written.promptWeekday, time: written.promptTime },
    everyWeeks: written.everyWeeks,
    digest: { weekday: written.digestWeekday, time: written.digestTime },
    notAsked: written.notAsked,
    daysToDue: written.daysToDue,
    ...(weekday === 0 ? {} : { reminder: { weekday, time } }),
    ...(draftHours === 0 ? {} : { draftHours }),
    ...(written.asksWeekly === false ? { asksWeekly: false } : {}),
    ...(written.coordinators ? { coordinators: written.coordinators } : {}),
  };
  const changed = { ...team, settings: after, channelId: written.channelId };
  return isSame(written.leads, team.leads) ? changed : withLeads(changed, written.leads);
};

/**
 * Moves an open round to the new times, counted from its question. A new reminder or draft time that is already past is dropped. A check-in that is over stays
 * over, and one that is still to come is not lost.
 */
const movedRound = (round: Round, settings: Settings, now: number): Round => {
  const kept = roundTimes(settings, round.startedAt);
  const { remindAt, draftAt, digestAt } = kept.digestAt > now ? kept : roundTimes(settings, now);
  const isCheckedIn = round.checkInAt !== undefined && round.checkInAt <= now;
  const { checkInAt } = kept.checkInAt > now ? kept : roundTimes(settings, now);
  const still = (at: number | undefined, old: number | undefined) => at !== undefined && (at > now || at === old);
  return {
    ...omit(round, "remindAt", "draftAt"),
    digestAt,
    ...(isCheckedIn ? {} : { checkInAt }),
    ...(remindAt !== undefined && still(remindAt, round.remindAt) ? { remindAt } : {}),
    ...(draftAt !== undefined && still(draftAt, round.draftAt) ? { draftAt } : {}),
  };
};
