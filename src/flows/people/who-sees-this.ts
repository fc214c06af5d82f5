import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { untilExported } from "../../domain/teams/months-kept.ts";
import { traceOffer } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { readDefaults } from "../../store/defaults.ts";
import { type ActionFlow, asNewMessage, type Scene } from "../flow.ts";
import { whenShown } from "../ideas/idea-form.ts";
import { teamsOf } from "../who.ts";

/** The button *Who sees this* answers in a new message: the question that it stands on is still to be answered. */
export const showWhoSeesThis: ActionFlow<"who-sees-this"> = async (action, scene, ports) =>
  asNewMessage(await whoSeesThis(action, action.team === undefined ? scene : { ...scene, chosen: action.team }, ports), scene);

/**
 * Answers *Who sees this*, also for a person in no team. In a channel its team is meant; for a person in several teams, who writes in their own chat, it names
 * none, because nobody knows yet which one the idea will be for.
 */
export const whoSeesThis = async (_what: unknown, scene: Scene, ports: Ports): Promise<Message> => {
  const meant = scene.where.kind === "channel" ? scene.where.team : scene.chosen;
  const [teams, { defaults }] = await Promise.all([teamsOf(scene, ports), readDefaults(ports.rows, scene.tenant)]);
  const [team, ...others] = teams.filter(({ id }) => meant === undefined || id === meant);
  const link = defaults.whistle ? { whistle: defaults.whistle } : {};
  if (!team || others.length > 0) return { say: "who-sees-this", ...link };
  return {
    say: "who-sees-this",
    team: teamView(team),
    ...(await whenShown(team, ports)),
    ...traceOffer(team),
    ...untilExported(team),
    ...link,
  };
};
