import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Team } from "../../domain/teams/team.ts";

export const channelNamed = (team: Team, id: string): string => team.channels.find((channel) => channel.id === id)?.name ?? "";

export const posting = (team: Team): Message => {
  const channelName = channelNamed(team, team.channelId);
  return { say: "posting", team: teamView(team), ...(channelName ? { channelName } : {}) };
};
