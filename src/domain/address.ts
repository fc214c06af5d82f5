/** Where in Teams something is said: enough to reach a chat or a channel without ever having been spoken to there. */
export type Address = {
  readonly tenantId: string;
  readonly serviceUrl: string;
  /** A chat's or a channel's id; for questions about a team, the team's id. */
  readonly conversationId: string;
};
