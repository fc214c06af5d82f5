import type { Command } from "../../domain/commands.ts";
import type { Message } from "../../domain/message/index.ts";
import { leadsTeam } from "../../domain/teams/substitute.ts";
import type { Ports } from "../../ports.ts";
import type { ActionFlow, CommandFlow, Scene } from "../flow.ts";
import { pauseOf } from "../people/pause.ts";
import { saveFacts } from "../people/remember-person.ts";
import { says } from "../right.ts";
import type { Route } from "../route.ts";
import { teamsOf } from "../who.ts";

const settingsOf = async (scene: Scene, ports: Ports): Promise<Message> => {
  const [{ profile }, pause] = await Promise.all([scene.person(), pauseOf(scene, ports)]);
  return { say: "my-settings", news: !profile.newsOff, ...(pause ? { pause } : {}) };
};

export const writeMySettings: CommandFlow<"my-settings"> = (_command, scene, ports) => settingsOf(scene, ports);
export const showMySettings: ActionFlow<"show-my-settings"> = (_action, scene, ports) => settingsOf(scene, ports);

/** *Save* on a person's own settings. */
export const saveMySettings: ActionFlow<"save-my-settings"> = async ({ news }, scene, ports) => {
  const pause = await pauseOf(scene, ports);
  const isOn = news ?? !(await scene.person()).profile.newsOff;
  await saveFacts(scene, ports, { newsOff: !isOn });
  return { say: "my-settings", news: isOn, saved: true, ...(pause ? { pause } : {}) };
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
