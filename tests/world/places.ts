import type { TeamId } from "../../src/domain/ids.ts";
import type { ChannelPlace, Place, Who } from "../../src/domain/incoming.ts";
import type { Language } from "../../src/domain/language.ts";
import type { PersonId } from "../../src/domain/people/person.ts";

/** People and teams as Teams names them, and where they are found. */

export type Someone = {
  readonly id: PersonId;
  readonly teamsId: string;
  readonly entraId: string;
  readonly name: string;
  readonly tenant: string;
  /** The language of their Teams; English where it is missing. */
  readonly language?: Language;
};
export type SomeTeam = { readonly id: TeamId; readonly teamsId: string; readonly name: string; readonly tenant: string };

export const serviceUrlOf = (tenant: string): string => `https://teams.test/${tenant}/`;

/** The id of a person's chat with Gnist. */
export const chatIdOf = (teamsId: string): string => `a:${teamsId.slice("29:".length)}`;

export const whoOf = ({ id, teamsId, entraId, name, language = "en" }: Someone): Who => ({ person: id, teamsId, entraId, name, language });

export const chatWith = ({ teamsId, tenant }: Someone): Place => ({
  kind: "chat",
  address: { tenantId: tenant, serviceUrl: serviceUrlOf(tenant), conversationId: chatIdOf(teamsId) },
});

/** A team's first channel, which has the id of the team. */
export const channelOf = ({ id, teamsId, name, tenant }: SomeTeam): ChannelPlace => ({
  kind: "channel",
  address: { tenantId: tenant, serviceUrl: serviceUrlOf(tenant), conversationId: teamsId },
  team: id,
  teamsTeamId: teamsId,
  channelId: teamsId,
  teamName: name,
});
