import type { PersonSettings } from "../../domain/action/settings.ts";
import type { Command } from "../../domain/commands.ts";
import type { Message } from "../../domain/message/index.ts";
import type { MySettings } from "../../domain/message/settings.ts";
import { chosenTimes, type OwnTimes } from "../../domain/people/own-times.ts";
import { leadsTeam } from "../../domain/teams/substitute.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { putDue } from "../../store/due.ts";
import { type Profile, readPerson } from "../../store/person.ts";
import { nextQuestion, waitingUntil } from "../asking/next-question.ts";
import { ownDue } from "../asking/start-round.ts";
import { type ActionFlow, afterStoringMs, type CommandFlow, type Scene } from "../flow.ts";
import { pauseOf } from "../people/pause.ts";
import { saveFacts } from "../people/remember-person.ts";
import { says } from "../right.ts";
import type { Route } from "../route.ts";
import { teamsOf } from "../who.ts";

const settingsOf = async (scene: Scene, ports: Ports): Promise<Message> => {
  const stored = storedSettings((await scene.person()).profile);
  return shown(stored, stored, scene, ports);
};

const storedSettings = (profile: Profile): PersonSettings => ({ ...chosenTimes(profile), news: !profile.newsOff });

const shown = async (written: PersonSettings, before: PersonSettings, scene: Scene, ports: Ports): Promise<MySettings> => {
  const [pause, teams] = await Promise.all([pauseOf(scene, ports), teamsOf(scene, ports)]);
  const [team, ...others] = teams;
  // Of several teams, the one that comes first asks, and that is not known before.
  const at = pause || !team || others.length > 0 ? undefined : await nextQuestion(ports, team, scene.who.person, before);
  const next = team && at !== undefined ? { next: { at, zone: team.settings.zone } } : {};
  return { say: "my-settings", written, before, ...next, ...(pause ? { pause } : {}) };
};

export const writeMySettings: CommandFlow<"my-settings"> = (_command, scene, ports) => settingsOf(scene, ports);
export const showMySettings: ActionFlow<"show-my-settings"> = (_action, scene, ports) => settingsOf(scene, ports);

/** *Save* on a person's own settings: only what was changed on the form is written. */
export const saveMySettings: ActionFlow<"save-my-settings"> = async ({ verb: _, before, ...form }, scene, ports) => {
  const stored = storedSettings((await readPerson(ports.rows, scene.who.person)).profile);
  const changed = changedOn(form, before);
  const after = { ...stored, ...changed };
  const problem = problemWith(after, form, before);
  if (problem) return { ...(await shown({ ...stored, ...form }, before ?? stored, scene, ports)), problem };
  const { news, ...times } = changed;
  if (Object.keys(times).length > 0) await oweQuestions(scene, ports, after);
  await saveFacts(scene, ports, { ...times, ...(news === undefined ? {} : { newsOff: !news }) });
  return { ...(await shown(after, after, scene, ports)), saved: news === undefined ? "times" : "news" };
};

/** The settings that a person has changed on the form. */
const changedOn = (form: Partial<PersonSettings>, before: PersonSettings | undefined): Partial<PersonSettings> => {
  const isChanged = ([name, value]: readonly [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(before?.[name as keyof PersonSettings]);
  return Object.fromEntries(Object.entries(form).filter(isChanged)) as Partial<PersonSettings>;
};

/** Teams leaves an input out in which nothing is ticked. */
const problemWith = (
  { askDay, workingDays }: PersonSettings,
  form: Partial<PersonSettings>,
  before: PersonSettings | undefined,
): MySettings["problem"] => {
  if (before && form.workingDays === undefined) return "no-days";
  return askDay !== 0 && workingDays.length > 0 && !workingDays.includes(askDay) ? "day-off" : undefined;
};

/** Owes a person the questions that wait for a time of theirs at the moments that suit their new choices. A job of the old moment finds another time, or nothing. */
const oweQuestions = async (scene: Scene, ports: Ports, own: OwnTimes): Promise<void> => {
  const { person } = scene.who;
  const from = ports.clock.now() + afterStoringMs;
  const owe = async (team: Team): Promise<void> => {
    const at = await waitingUntil(ports, team, person, { own, from });
    if (at !== undefined) await putDue(ports.rows, ownDue(team.id, team.lastRound ?? "", person, at));
  };
  await Promise.all((await teamsOf(scene, ports)).map(owe));
};

type WrittenSettingsCommand = Extract<Command, { command: "settings" }>;

/** `settings`: those of the team for a person who leads one, and for every other member their own. */
export const teamsOrOwn = (ofTeam: Route<WrittenSettingsCommand>): Route<WrittenSettingsCommand> => {
  const own = says.memberOfAny((_command: WrittenSettingsCommand, { scene, ports }) => settingsOf(scene, ports));
  return {
    right: own.right,
    run: async (command, scene, ports) => {
      const leads = (await teamsOf(scene, ports)).some((team) => leadsTeam(team, scene.who.person, ports.clock.now()));
      return (leads ? ofTeam : own).run(command, scene, ports);
    },
  };
};
