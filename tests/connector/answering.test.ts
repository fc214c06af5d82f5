import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Message } from "../../src/domain/message/index.ts";
import { card, channelId, chatId, ownCard, pressed, sentence, startWorld, teamId, tenant, thread, type World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.stop());
beforeEach(() => {
  world.connector.calls.length = 0;
  world.connector.fates.length = 0;
  world.logged.length = 0;
});

const chatOfSara = "/v3/conversations/a:chat-with-29:sara/activities";
const shown = { attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: { id: "finished" } }] };

describe("a press of Action.Execute is answered in the press itself:", () => {
  test("with a card", async () => {
    world.says(card);
    const heard = await world.deliver(world.inChannel(pressed({}, "v")));
    expect(heard).toEqual({
      status: 200,
      body: {
        statusCode: 200,
        type: "application/vnd.microsoft.card.adaptive",
        value: { type: "AdaptiveCard", version: "1.5", body: [], id: "finished" },
      },
    });
    expect(world.connector.calls).toEqual([]);
  });

  test("with a sentence, which leaves the pressed card", async () => {
    world.says(sentence);
    const { body } = await world.deliver(world.inChat(pressed({}, "v")));
    expect(body).toEqual({ statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "voice-added (sv)" });
  });

  test("with nothing, where there is nothing to say", async () => {
    world.says(undefined);
    expect(await world.deliver(world.inChat(pressed({}, "v")))).toEqual({ status: 200, body: undefined });
  });
});

describe("a press that asks for a new message", () => {
  const posted = `POST /v3/conversations/${chatId}/activities`;
  const submit = { type: "message", value: { verb: "v" }, replyToId: "1700" };
  const told = (value: string) => ({ statusCode: 200, type: "application/vnd.microsoft.activity.message", value });
  beforeEach(() => world.says(sentence, ownCard));

  test("gets it in the chat, and the card that was pressed stays", async () => {
    expect((await world.deliver(world.inChat(pressed({}, "v")))).body).toEqual(told("voice-added (sv)"));
    expect(world.connector.asked()).toEqual([posted]);
    expect(world.connector.calls[0]?.body).toMatchObject({ attachments: [{ content: { id: "all-ideas" } }] });
  });

  test("gets it alone from an older client", async () => {
    await world.deliver(world.inChat(submit));
    expect(world.connector.asked()).toEqual([posted]);
  });

  test("gets both from an older client where the pressed card turns into another one, such as a receipt", async () => {
    world.says(card, ownCard);
    await world.deliver(world.inChat(submit));
    expect(world.connector.asked()).toEqual([`PUT /v3/conversations/${chatId}/activities/1700`, posted]);
    expect(world.connector.calls.map(({ body }) => body.summary)).toEqual(["finished (sv), in short", "all-ideas (sv), in short"]);
  });

  test.each([pressed({}, "v"), submit])("in a channel gets it in the presser's own chat", async (press) => {
    await world.deliver(world.inChannel(press));
    expect(world.connector.asked()).toEqual(["POST /v3/conversations", `POST ${chatOfSara}`]);
  });

  test.each([403, 502])("is not told that it is there where Teams answers %s", async (status) => {
    world.connector.fates.push({ status, body: { error: { code: "ConversationBlockedByUser" } } });
    expect((await world.deliver(world.inChat(pressed({}, "v")))).body).toEqual(told("not-sent (sv)"));
    expect(world.logged).toMatchObject([{ level: "warn", event: "reply-not-sent" }]);
  });

  test("is not kept waiting where Teams is busy, for the answer to the press has a limit", async () => {
    world.connector.fates.push({ status: 429, headers: { "retry-after": "0" } });
    expect((await world.deliver(world.inChat(pressed({}, "v")))).body).toEqual(told("not-sent (sv)"));
    expect(world.connector.asked()).toEqual([posted]);
  });

  test("is answered in time where Teams is silent, whatever the limit of a single call", async () => {
    const hasty = await startWorld({ pressLimitMs: 200 });
    hasty.says(sentence, ownCard);
    for (const fates of [["silence"], [{ status: 201, body: { id: "a:chat" } }, "silence"]] as const) {
      hasty.connector.fates.push(...fates);
      expect((await hasty.deliver(hasty.inChannel(pressed({}, "v")))).body).toEqual(told("not-sent (sv)"));
    }
    expect(hasty.logged.map(({ facts }) => facts?.detail)).toEqual(["no answer in time", "no answer in time"]);
    await hasty.stop();
  });

  test("from an older client in a channel, by somebody whose chat cannot be opened, is told to write in chat", async () => {
    world.connector.fates.push({ status: 403, body: { error: { code: "ForbiddenOperationException" } } });
    await world.deliver(world.inChannel(submit));
    expect(world.connector.calls.slice(1)).toMatchObject([
      { method: "POST", path: `/v3/conversations/${thread}/activities`, body: { text: "chat-only (sv)" } },
    ]);
  });
});

describe("a press of Action.Submit", () => {
  const submit = { type: "message", value: { verb: "v" }, replyToId: "1700" };

  test("in a chat is answered in place by a card", async () => {
    world.says(card);
    expect((await world.deliver(world.inChat(submit))).status).toBe(200);
    expect(world.connector.asked()).toEqual([`PUT /v3/conversations/${chatId}/activities/1700`]);
    expect(world.connector.calls[0]?.body).toMatchObject({ ...shown, summary: "finished (sv), in short" });
    expect(world.connector.calls[0]?.body).not.toHaveProperty("text");
  });

  test("in a chat is answered by a new message where it is a sentence", async () => {
    world.says(sentence);
    await world.deliver(world.inChat(submit));
    expect(world.connector.calls).toMatchObject([
      { method: "POST", path: `/v3/conversations/${chatId}/activities`, body: { text: "voice-added (sv)", textFormat: "plain" } },
    ]);
  });

  test("of a card that has been deleted meanwhile is answered by a new one", async () => {
    world.says(card);
    world.connector.fates.push({ status: 404, body: { error: { code: "ActivityNotFoundInConversation" } } });
    await world.deliver(world.inChat(submit));
    expect(world.connector.asked()).toEqual([
      `PUT /v3/conversations/${chatId}/activities/1700`,
      `POST /v3/conversations/${chatId}/activities`,
    ]);
  });

  test("in a channel updates the post for everybody, where everybody may read it", async () => {
    world.says(card);
    await world.deliver(world.inChannel(submit));
    expect(world.connector.asked()).toEqual([`PUT /v3/conversations/${thread}/activities/1700`]);
  });

  test.each([
    ["a card for one reader", ownCard],
    ["a sentence", sentence],
  ])("in a channel is answered with %s in the presser's own chat, and nothing in the channel", async (_, message) => {
    world.says(message);
    await world.deliver(world.inChannel(submit));
    expect(world.connector.asked()).toEqual(["POST /v3/conversations", `POST ${chatOfSara}`]);
    expect(world.connector.calls[0]?.body).toMatchObject({ isGroup: false, members: [{ id: "29:sara" }] });
  });

  test.each([
    ["a sentence is said in the thread", sentence, "voice-added (sv)"],
    ["a card for one reader is not, and they are told to write in chat", ownCard, "chat-only (sv)"],
  ])("in a channel, by somebody whose chat cannot be opened: %s", async (_, message, text) => {
    world.says(message);
    world.connector.fates.push({ status: 403, body: { error: { code: "ForbiddenOperationException" } } });
    await world.deliver(world.inChannel(submit));
    expect(world.connector.calls.slice(1)).toMatchObject([
      { method: "POST", path: `/v3/conversations/${thread}/activities`, body: { text } },
    ]);
  });
});

describe("a written message is answered", () => {
  test("in the chat, with a card", async () => {
    world.says(card);
    await world.deliver(world.inChat({ type: "message", text: "digest" }));
    expect(world.connector.calls).toMatchObject([{ method: "POST", path: `/v3/conversations/${chatId}/activities`, body: shown }]);
  });

  test("in the thread of the channel", async () => {
    world.says(card);
    await world.deliver(world.inChannel({ type: "message", text: "digest" }));
    expect(world.connector.calls).toMatchObject([{ method: "POST", path: `/v3/conversations/${thread}/activities`, body: shown }]);
  });

  test("in the writer's own chat where people of other teams read the channel, except by a no that tells nothing", async () => {
    const channelData = (type: string) => ({ tenant: { id: tenant }, team: { id: teamId }, channel: { id: channelId, type } });
    const writes = async (message: Message, type: string) => {
      world.connector.calls.length = 0;
      world.says(message);
      await world.deliver(world.inChannel({ type: "message", text: "me too #4", channelData: channelData(type) }));
      return world.connector.asked().at(-1);
    };
    const inThread = `POST /v3/conversations/${thread}/activities`;
    for (const message of [card, sentence, { say: "refusal", why: "already-owned", about: "Omar Haddad" } as const]) {
      expect(await writes(message, "shared")).toBe(`POST ${chatOfSara}`);
      expect(await writes(message, "private")).toBe(inThread);
    }
    expect(await writes({ say: "refusal", why: "not-in-team" }, "shared")).toBe(inThread);
  });

  test("in the writer's own chat alone, where only they should read it", async () => {
    world.says(ownCard);
    await world.deliver(world.inChannel({ type: "message", text: "settings" }));
    expect(world.connector.asked()).toEqual(["POST /v3/conversations", `POST ${chatOfSara}`]);
  });

  test("once more when Teams says that it was too busy, and how soon it will not be", async () => {
    world.says(sentence);
    world.connector.fates.push({ status: 429, headers: { "retry-after": "0" } });
    await world.deliver(world.inChat({ type: "message", text: "hello" }));
    expect(world.connector.calls).toHaveLength(2);
    expect(world.logged).toEqual([]);
  });

  test("at most once when nobody knows whether Teams has it; the log says so without the words", async () => {
    world.says(sentence);
    world.connector.fates.push({ status: 502 });
    expect((await world.deliver(world.inChat({ type: "message", text: "hello" }))).status).toBe(200);
    expect(world.connector.calls).toHaveLength(1);
    expect(world.logged).toEqual([{ level: "warn", event: "reply-not-sent", facts: { outcome: "doubtful", detail: "502" } }]);
  });
});

describe("a dialog shows", () => {
  const fetch = { type: "invoke", name: "task/fetch", value: { data: {} } };

  test("a card", async () => {
    world.says(card);
    const { body } = await world.deliver(world.inChat(fetch));
    const content = {
      contentType: "application/vnd.microsoft.card.adaptive",
      content: { type: "AdaptiveCard", version: "1.5", body: [], id: "finished" },
    };
    expect(body).toMatchObject({ task: { type: "continue", value: { title: "finished (sv), in short", card: content } } });
  });

  test("a sentence", async () => {
    world.says(sentence);
    expect((await world.deliver(world.inChat(fetch))).body).toEqual({ task: { type: "message", value: "voice-added (sv)" } });
  });
});

test("what a team's installation is answered with is a new post in its channel", async () => {
  world.says(card);
  const conversation = { conversationType: "channel", id: channelId };
  await world.deliver(world.inChannel({ type: "installationUpdate", action: "add", conversation }));
  expect(world.connector.calls).toMatchObject([
    { path: "/v3/conversations", body: { isGroup: true, channelData: { channel: { id: channelId } } } },
  ]);
});

describe("a fault in a flow is logged without anybody's words, and", () => {
  beforeEach(() => {
    world.answer = async () => {
      throw new TypeError("cannot read 'Sara hates the printer'");
    };
  });

  test("the one who pressed sees an error", async () => {
    const { status, body } = await world.deliver(world.inChannel(pressed({}, "v")));
    expect(status).toBe(500);
    expect(body).toMatchObject({ statusCode: 500, type: "application/vnd.microsoft.error", value: { message: "not-saved (en)" } });
    expect(world.logged).toMatchObject([{ level: "error", event: "turn-failed", facts: { what: "pressed", fault: "TypeError" } }]);
    expect(JSON.stringify(world.logged)).not.toContain("printer");
  });

  test("the one who wrote is told that it was not saved", async () => {
    const { status } = await world.deliver(world.inChat({ type: "message", text: "hello" }));
    expect(status).toBe(500);
    expect(world.connector.calls).toMatchObject([{ path: `/v3/conversations/${chatId}/activities`, body: { text: "not-saved (en)" } }]);
  });

  test("nobody is told of an installation", async () => {
    const { status } = await world.deliver(world.inChat({ type: "installationUpdate", action: "add" }));
    expect({ status, calls: world.connector.calls }).toEqual({ status: 500, calls: [] });
  });
});

describe("an answer that is to be found again tells where it stands:", () => {
  const told: unknown[] = [];
  const tells = (message: Message, beside?: Message) => {
    told.length = 0;
    world.answer = async () => ({ message, language: "sv", ...(beside ? { beside } : {}), sent: (sent) => told.push(sent) });
  };
  const submit = { type: "message", value: { verb: "v" }, replyToId: "1700" };
  const words = { type: "message", text: "#1" };

  test("a new message in a chat, and the card that it replaces", async () => {
    tells(card);
    await world.deliver(world.inChat(words));
    await world.deliver(world.inChat(submit));
    await world.deliver(world.inChat({ ...pressed({}, "v"), replyToId: "1700" }));
    expect(told).toEqual([
      { message: card, messageId: expect.stringMatching(/./) },
      { message: card, messageId: "1700" },
      { message: card, messageId: "1700" },
    ]);
  });

  test("a message beside the pressed card, and one for its reader alone that was asked for in a channel", async () => {
    tells(sentence, ownCard);
    await world.deliver(world.inChat(pressed({}, "v")));
    tells(ownCard);
    await world.deliver(world.inChannel(words));
    expect(told).toEqual([{ message: ownCard, messageId: expect.stringMatching(/./) }]);
  });

  test("one that everybody reads in a channel, but not the post that a press changes there", async () => {
    tells(card);
    await world.deliver(world.inChannel(words));
    await world.deliver(world.inChannel(submit));
    await world.deliver(world.inChannel(pressed({}, "v")));
    expect(told).toEqual([{ message: card, messageId: expect.stringMatching(/./), channel: expect.stringContaining(channelId) }]);
  });

  test("not one that Teams did not take", async () => {
    tells(card);
    world.connector.fates.push({ status: 403, body: { error: { code: "ConversationBlockedByUser" } } });
    await world.deliver(world.inChat(words));
    expect(told).toEqual([]);
  });
});
