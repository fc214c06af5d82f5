import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Ports } from "../../ports.ts";
import { type Answer, asNewMessage, type Scene } from "../flow.ts";
import { whenShown } from "../ideas/idea-form.ts";
import { teamsOf } from "../who.ts";

/** The button *Who sees this* answers in a new message: the question that it stands on is still to be answered. */
export const showWhoSeesThis = async (what: unknown, scene: Scene, ports: Ports): Promise<Answer> =>
  asNewMessage(await whoSeesThis(what, scene, ports), scene);

/**
 * Answers *Who sees this*, also for a person in no team. For a person in several teams it names none, because nobody knows yet which one the idea will be for.
 */
export const whoSeesThis = async (_what: unknown, scene: Scene, ports: Ports): Promise<Message> => {
  const [team, ...others] = await teamsOf(scene, ports);
  if (!team || others.length > 0) return { say: "who-sees-this" };
  return { say: "who-sees-this", team: teamView(team), ...(await whenShown(team, ports)) };
};
