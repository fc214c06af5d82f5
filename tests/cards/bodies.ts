import type { Rendered } from "../../cards/index.ts";
import type { Message } from "../../src/domain/message/index.ts";
import { openChannel } from "../../src/teams/channel.ts";
import { say } from "../../src/teams/reply.ts";
import { noDrive } from "../world/drive.ts";

const tenantId = "11111111-1111-4111-8111-111111111111";
const inConversation = (conversationId: string) => ({
  tenantId,
  serviceUrl: "https://smba.infra.gcc.teams.microsoft.com/teams/",
  conversationId,
});
const team = inConversation(`19:${"a".repeat(64)}@thread.tacv2`);
const chat = inConversation(`a:${"1".repeat(120)}`);

/** Bodies of all requests and answers that carry a message to Teams, one per way. */
export const bodiesOf = async (message: Message, shown: Rendered): Promise<readonly (readonly [way: string, body: unknown])[]> => {
  const bodies: [string, unknown][] = [];
  const channel = openChannel({
    call: async (_url, request) => {
      bodies.push([`${request.method} ${request.path}`, request.body]);
      return { got: { id: "1700000000000" } };
    },
    render: () => shown,
    mayReach: () => true,
    onUnauthorized: () => undefined,
    uploads: noDrive,
    fraction: () => 0,
  });
  for (const to of [team, chat]) {
    await channel.post(to, message, "en");
    await channel.update(to, "1700000000000", message, "en");
  }
  for (const by of ["execute", "dialog", "extension"] as const) {
    const to = { way: { by }, place: { kind: "chat", address: chat }, pressLeftMs: 0 } as const;
    bodies.push([by, (await say({ message, language: "en" }, to, { channel, render: () => shown })).http.body]);
  }
  return bodies;
};
