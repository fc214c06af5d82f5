import type { SettingsOnForm, StandInForm, WrittenSettings } from "../../domain/action/settings.ts";
import { isZone } from "../../domain/asking/local-time.ts";
import type { TeamSettings } from "../../domain/message/settings.ts";
import { changesOf, type SettingChange } from "../../domain/settings/changes.ts";
import type { SettingGroup } from "../../domain/settings/group.ts";
import { mergeSettings, type OneSettings } from "../../domain/settings/merge-settings.ts";
import { isQuietFit, writtenQuiet } from "../../domain/settings/quiet.ts";
import { withOwnSettings } from "../../domain/settings/tenant-settings.ts";
import { withWritten, writtenSettings } from "../../domain/settings/written-settings.ts";
import { isMonths, monthsKeptOf } from "../../domain/teams/months-kept.ts";
import { type StandIn, withStandIn } from "../../domain/teams/substitute.ts";
import { isChannelOf, isGroup, smallestGroupOf, type Team } from "../../domain/teams/team.ts";
import { readTime } from "../../domain/written-time.ts";
import type { Ports } from "../../ports.ts";
import type { Answer, Scene } from "../flow.ts";
import { namedAfter, namesOthers, namesStranger } from "../people/picked.ts";
import type { Turn } from "../right.ts";
import { changeSettings, readRecentRounds } from "./change-settings.ts";
import { noteForAdmins } from "./note-changes.ts";
import { type Offered, readOffered, settingsOf } from "./show-settings.ts";
import { chosenStandIn, standInOf } from "./stand-in.ts";

const isTime = (time: string) => readTime(time) === time;

/** The most people in one list: it is one column of the team's row, which holds 32,768 characters. */
const mostNamed = 1_000;

/** Has the lead chosen a smaller group than all teams must have? One that the team had before stays until somebody changes it. */
const isGroupTooSmall = ({ smallestGroup }: WrittenSettings, stored: Team, leastGroup: number): boolean =>
  isGroup(smallestGroup) && smallestGroup < leastGroup && smallestGroup !== smallestGroupOf(stored);

const problemWith = (
  written: WrittenSettings,
  asked: SettingsOnForm,
  stored: Team,
  { offices, mostMonths, leastGroup }: Offered,
  at: number,
): TeamSettings["problem"] => {
  if (asked.leads && written.leads.length === 0) return "no-lead";
  if (Math.max(written.leads.length, written.notAsked.length) > mostNamed) return "too-many";
  if (isGroupTooSmall(written, stored, leastGroup)) return "small-group";
  const times = [written.promptTime, written.digestTime, ...(written.reminderWeekday === 0 ? [] : [written.reminderTime])];
  const isThere = isChannelOf(stored, written.channelId);
  const { coordinators } = written;
  const known = [stored.settings.coordinators, ...offices.map(({ id }) => id).filter((id) => id !== stored.id)];
  const takesIdeas = coordinators === "" || known.includes(coordinators);
  const inRange = written.draftHours >= 0 && written.draftHours <= 72 && written.daysToDue >= 1 && written.daysToDue <= 365;
  const isLonger = written.monthsKept !== monthsKeptOf(stored) && written.monthsKept > (mostMonths ?? written.monthsKept);
  if (!isGroup(written.smallestGroup) || !isMonths(written.monthsKept) || isLonger) return "bad-settings";
  if (written.quiet !== writtenQuiet(stored.settings.quiet) && !isQuietFit(written.quiet, at, stored.settings.zone)) return "bad-quiet";
  return times.every(isTime) && isZone(written.zone) && isThere && takesIdeas && inRange ? undefined : "bad-settings";
};

/** Reads what the form offers and the team's recent rounds, for a save. */
export const readToSave = async (what: { readonly team: string }, ports: Ports, scene: Scene) => {
  const [offered, recent] = await Promise.all([readOffered(what, ports, scene), readRecentRounds(ports, what.team)]);
  return { offered, recent };
};

/** The settings as a form leaves them; `problem` says why they may not be saved. */
type Wanted = Pick<TeamSettings, "written"> &
  Partial<Pick<TeamSettings, "others" | "problem">> & { readonly substitute?: StandIn | "nobody" | "same" };

type SavedForm = {
  readonly group?: SettingGroup;
  readonly written: SettingsOnForm;
  readonly before?: SettingsOnForm;
  readonly page?: number;
  readonly standIn?: StandInForm;
  readonly standInBefore?: StandInForm;
};

/** A form that cannot be saved, and that no group's form can stand for: the first view shows the stored settings, and what this form has otherwise. */
const oldForm = (written: SettingsOnForm, stored: WrittenSettings): Wanted => {
  const differing = Object.keys(mergeSettings(undefined, written, stored).others) as (keyof OneSettings)[];
  // A text that was no number is read as -1, which tells the lead nothing.
  const told = differing.filter((name) => written[name] !== -1);
  return { written: stored, others: pick(written, told), problem: "old-form" };
};

/** Saves the fields that a lead changed on the form, on top of the settings as they are stored by then. */
export const saveSettings = async (
  { group, written, before, page = 0, standIn, standInBefore: shown }: SavedForm,
  turn: Turn,
  { offered, recent }: Awaited<ReturnType<typeof readToSave>>,
): Promise<Answer> => {
  const { team, tag, who, now, ports } = turn;
  const id = ports.chance.id();
  const members = new Set(offered.people.map(({ person }) => person));
  const at = now;
  const wantedOf = (stored: Team): Wanted => {
    const now = writtenSettings(stored);
    const { settings, others, isSure } = mergeSettings(before, written, now);
    // The form does not tell which fields were changed on it.
    if (!isSure || (before === undefined && namesOthers(stored, written))) return oldForm(written, now);
    const whole = { ...settings, ...namedAfter(stored, written, before, members) };
    const isTheirs = standIn && shown && stored.leads.includes(who);
    const chosen = isTheirs ? chosenStandIn({ now: standIn, before: shown }, stored, who, members, at) : ({ got: "same" } as const);
    const unfit = "no" in chosen ? chosen.no : problemWith(whole, written, stored, offered, at);
    const problem = namesStranger(stored, written, before, members) ? "no-such-member" : unfit;
    if (problem && !group) return oldForm(written, now);
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
  let wanted = wantedOf(team);
  let changes: readonly SettingChange[] = [];
  const changed = await changeSettings(ports, { team, tag }, recent, now, (stored) => {
    wanted = wantedOf(stored);
    if (wanted.problem) return undefined;
    const after = withSubstitute(withWritten(stored, wanted.written));
    changes = changesOf(stored, after, now);
    return { team: withOwnSettings(stored, after), also: noteForAdmins(stored, after, turn, id, ports) };
  });
  const { substitute: _, ...said } = wanted;
  const [round] = changed.rounds;
  if (said.problem === "old-form") return settingsOf(changed.team, turn, offered, round, said);
  if (said.problem)
    return settingsOf(changed.team, turn, offered, round, {
      page,
      ...(group ? { group } : {}),
      ...said,
      ...(said.problem === "small-group" ? { leastGroup: offered.leastGroup } : {}),
      ...leftOnForm(standIn, changed.team, turn),
    });
  return settingsOf(changed.team, turn, offered, round, {
    saved: true,
    changed: changes,
    ...(said.others ? { others: said.others } : {}),
  });
};

/** The substitute as a form that comes back has it. */
const leftOnForm = (standIn: SavedForm["standIn"], team: Team, { who, now }: Turn): Partial<Pick<TeamSettings, "standIn">> => {
  const before = standInOf(team, who, now);
  return standIn && before ? { standIn: { lead: who, now: standIn, before } } : {};
};

const pick = <T extends object, K extends keyof T>(from: T, names: readonly K[]): Partial<Pick<T, K>> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<Pick<T, K>>;
