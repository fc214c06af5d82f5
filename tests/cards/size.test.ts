import { describe, expect, test } from "vitest";
import { type Rendered, render } from "../../cards/index.ts";
import { mostCardBytes } from "../../cards/parts/card.ts";
import { languages } from "../../src/domain/language.ts";
import type { Message, Say } from "../../src/domain/message/index.ts";
import { openChannel } from "../../src/teams/channel.ts";
import { say } from "../../src/teams/reply.ts";
import { complaintsOf, deadButtonsOf, sizeOf } from "./check-card.ts";
import { checked, fills } from "./fills.ts";
import { largest } from "./largest.ts";

const tenantId = "11111111-1111-4111-8111-111111111111";
const inConversation = (conversationId: string) => ({
  tenantId,
  serviceUrl: "https://smba.infra.gcc.teams.microsoft.com/teams/",
  conversationId,
});
const team = inConversation(`19:${"a".repeat(64)}@thread.tacv2`);
const chat = inConversation(`a:${"1".repeat(120)}`);

/** Bodies of all requests and answers that carry a message to Teams, one per way. */
const bodiesOf = async (message: Message, shown: Rendered): Promise<readonly (readonly [way: string, body: unknown])[]> => {
  const bodies: [string, unknown][] = [];
  const channel = openChannel({
    call: async (_url, request) => {
      bodies.push([`${request.method} ${request.path}`, request.body]);
      return { got: { id: "1700000000000" } };
    },
    render: () => shown,
    mayReach: () => true,
    onUnauthorized: () => undefined,
    fraction: () => 0,
  });
  for (const to of [team, chat]) {
    await channel.post(to, message, "en");
    await channel.update(to, "1700000000000", message, "en");
  }
  for (const by of ["execute", "dialog"] as const) {
    const to = { way: { by }, place: { kind: "chat", address: chat }, pressLeftMs: 0 } as const;
    bodies.push([by, (await say({ message, language: "en" }, to, { channel, render: () => shown })).http.body]);
  }
  return bodies;
};

const texts = Object.entries(fills).map(([name, fill]) => [name, checked(fill)] as const);
const says = Object.keys(largest((longest) => "a".repeat(longest), "en")) as readonly Say[];

describe.each(languages)("In %s the largest card", (language) => {
  const all = texts.map(([name, fill]) => ({ name, messages: largest(fill, language) }));

  test.each(says)("%s can be sent with all that surrounds it, whatever people's texts are made of", async (name) => {
    for (const [at, { name: text, messages }] of all.entries()) {
      for (const message of messages[name]) {
        const shown = render(message, language);
        const bodies = await bodiesOf(message, shown);
        expect(bodies).toHaveLength(6);
        for (const [way, body] of bodies) expect(sizeOf(body ?? {}), `bytes of ${text} by ${way}`).toBeLessThanOrEqual(mostCardBytes);
        // The parts of a card hardly depend on the texts in it.
        if (at > 0) continue;
        expect(complaintsOf(shown.card ?? {}), text).toEqual([]);
        expect(deadButtonsOf(shown.card), text).toEqual([]);
      }
    }
  });
});
