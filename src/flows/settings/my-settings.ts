import type { PersonSettings } from "../../domain/action/settings.ts";
import type { Command } from "../../domain/commands.ts";
import type { Message } from "../../domain/message/index.ts";
import type { MySettings } from "../../domain/message/settings.ts";
import { chosenTimes } from "../../domain/people/own-times.ts";
import { leadsTeam } from "../../domain/teams/substitute.ts";
import type { Ports } from "../../ports.ts";
import { type Person, saveProfile } from "../../store/person.ts";
import { nextQuestionOf } from "../asking/next-question.ts";
import { type ActionFlow, afterStoringMs, type CommandFlow, type Scene } from "../flow.ts";
import { pauseOf } from "../people/pause.ts";
import { says } from "../right.ts";
import type { Route } from "../route.ts";
import { teamsOf } from "../who.ts";

const settingsOf = async (scene: Scene, ports: Ports): Promise<Message> => {
  const person = await scene.person();
  const stored = storedSettings(person);
  return shown({ written: stored, before: stored }, person, scene, ports);
};

export const storedSettings = ({ profile }: Person): PersonSettings => ({ ...chosenTimes(profile), news: !profile.newsOff });

const shown = async (
  settings: Pick<MySettings, "written" | "before">,
  { teams }: Person,
  scene: Scene,
  ports: Ports,
): Promise<MySettings> => {
  const [pause, next] = await Promise.all([pauseOf(scene, ports), nextQuestionOf(scene.who.person, teams, settings.before, ports)]);
  return { say: "my-settings", ...settings, ...(pause ? { pause } : next ? { next } : {}) };
};

export const writeMySettings: CommandFlow<"my-settings"> = (_command, scene, ports) => settingsOf(scene, ports);
export const showMySettings: ActionFlow<"show-my-settings"> = (_action, scene, ports) => settingsOf(scene, ports);

/** *Save* on a person's own settings: only what was changed on the form is written. */
export const saveMySettings: ActionFlow<"save-my-settings"> = async ({ verb: _, before, ...form }, scene, ports) => {
  const person = await scene.person();
  const stored = storedSettings(person);
  const changed = changedOn(form, before);
  const after = { ...stored, ...changed };
  const problem = problemWith(after, form, before);
  if (problem) return { ...(await shown({ written: { ...stored, ...form }, before: before ?? stored }, person, scene, ports)), problem };
  const { news } = changed;
  const [saved] = await Promise.all([
    shown({ written: after, before: after }, person, scene, ports),
    saveChoices(changed, person, scene, ports),
  ]);
  return { ...saved, saved: news === undefined ? "times" : "news" };
};

/** Stores a person's choices, and moves the questions that wait for times of theirs. */
export const saveChoices = async (
  { news, ...times }: Partial<PersonSettings>,
  person: Person,
  { who, forgetPerson }: Scene,
  { rows, jobs }: Ports,
): Promise<void> => {
  const moved = Object.keys(times).length > 0 ? person.teams : [];
  await Promise.all(moved.map((team) => jobs.put({ job: "move-question", team, person: who.person }, afterStoringMs)));
  await saveProfile(rows, who.person, person, { ...times, ...(news === undefined ? {} : { newsOff: !news }) });
  forgetPerson();
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
