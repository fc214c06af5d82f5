import { teamView } from "../../domain/idea/view.ts";
import { mute, unmute } from "../../store/news.ts";
import { type Answer, asNewMessage } from "../flow.ts";
import type { IdeaTurn } from "../right.ts";
import { viewOfIdea } from "./about-idea.ts";

/** *Mute this idea*, and its *Undo*: a person hears no more news of one idea. */
export const muteIdea = async ({ undo }: { readonly undo?: true }, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, who, ports, scene } = turn;
  if (undo) {
    await unmute(ports.rows, who, stored.idea.id);
    return { say: "unmuted" };
  }
  await mute(ports.rows, who, stored.idea.id);
  return asNewMessage({ say: "muted", team: teamView(team), idea: await viewOfIdea(turn) }, scene);
};
