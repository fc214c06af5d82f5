/** An address in Teams: enough to post in a chat or a channel (a proactive message) before anybody has written to Gnist there. */
export type Address = {
  readonly tenantId: string;
  readonly serviceUrl: string;
  /** A chat's or a channel's id; for questions about a team, the team's id. */
  readonly conversationId: string;
};
