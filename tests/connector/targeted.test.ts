import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startWorld as startGnist } from "../world/world.ts";
import { bot, card, channelId, ownCard, pressed, sentence, startWorld, tenant, thread, type World } from "./world.ts";

/* Words and presses that nobody else in the channel sees: https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages */

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  for (const list of [world.connector.calls, world.connector.fates, world.logged, world.heard]) list.length = 0;
});

const unseen = { recipient: { ...bot, isTargeted: true } };
const inChannel = (what: Record<string, unknown>) => world.inChannel({ type: "message", ...unseen, ...what });
const words = (text = "help", more: Record<string, unknown> = {}) => inChannel({ text, ...more });
const inTopLevel = { conversation: { isGroup: true, conversationType: "channel", tenantId: tenant, id: channelId } };

const unseenPost = (conversation = thread) => `POST /v3/conversations/${conversation}/activities?isTargetedActivity=true`;
const openChat = "POST /v3/conversations";
const ownChat = "POST /v3/conversations/a:chat-with-29:sara/activities";
const refuses = (status: number, code: string) => world.connector.fates.push({ status, body: { error: { code } } });
const refusals = [
  [400, "Bad Argument"],
  [403, "BotNotInConversationRoster"],
  [404, "BotNotInConversationRoster"],
] as const;

test.each([
  ["help", "help"],
  ["/help", "/help"],
  ["/Gnist help", "help"],
  ["/gnist, help", "help"],
  ["/Gnist", ""],
  ["<p>/Gnist&nbsp;idea no paper</p>", "idea no paper"],
  ["/Gnistan glows", "/Gnistan glows"],
  ["Gnist is slow", "Gnist is slow"],
])("%s is heard as %j", async (text, heard) => {
  await world.deliver(words(text));
  expect(world.heard).toMatchObject([{ happened: "wrote", text: heard, place: { kind: "channel" } }]);
});

describe("words that nobody else sees", () => {
  test.each([card, sentence])("are answered so that nobody else sees it, in the conversation that they came from", async (message) => {
    world.says(message);
    await world.deliver(words());
    await world.deliver(words("help", inTopLevel));
    expect(world.connector.asked()).toEqual([unseenPost(), unseenPost(channelId)]);
    for (const { body } of world.connector.calls) expect(body.recipient).toEqual({ id: "29:sara" });
  });

  test("are answered by what is for their writer alone in the writer's own chat, where it stays, and by a sentence that says so", async () => {
    world.says(ownCard);
    await world.deliver(words());
    expect(world.connector.asked()).toEqual([openChat, ownChat, unseenPost()]);
    expect(world.connector.calls.at(-1)?.body).toMatchObject({ text: "sent-beside (sv)", recipient: { id: "29:sara" } });
  });

  test("are answered in that chat where Teams takes no such message", async () => {
    for (const [status, code] of refusals) {
      world.says(sentence);
      refuses(status, code);
      await world.deliver(words());
    }
    expect(world.connector.asked()).toEqual(refusals.flatMap(() => [unseenPost(), openChat, ownChat]));
  });

  test("are never answered for all to see, whatever fails", async () => {
    for (const message of [card, ownCard, sentence]) {
      world.says(message);
      for (const _call of [1, 2, 3]) refuses(403, "BotNotInConversationRoster");
      await world.deliver(words());
      world.connector.fates.length = 0;
    }
    expect(world.connector.asked().filter((one) => one.includes("activities") && one !== ownChat && one !== unseenPost())).toEqual([]);
    expect(world.logged.map(({ event }) => event)).toEqual(["reply-not-sent", "reply-not-sent", "reply-not-sent"]);
  });

  test("are answered by a card that comes beside the pressed one in the writer's own chat too, and the channel reads nothing", async () => {
    world.says(sentence, ownCard);
    for (const what of [words(), inChannel({ value: { verb: "v" }, replyToId: "1700" })]) {
      await world.deliver(what);
      refuses(403, "BotNotInConversationRoster");
      await world.deliver(what);
    }
    const told = [openChat, ownChat, unseenPost()];
    const refused = [openChat, unseenPost()];
    expect(world.connector.asked()).toEqual([...told, ...refused, ...told, ...refused]);
    expect(world.connector.calls.at(-1)?.body).toMatchObject({ text: "chat-only (sv)" });
  });

  test("are told about a fault of our own in the same way", async () => {
    world.answer = async () => {
      throw new Error("a fault");
    };
    await world.deliver(words());
    expect(world.connector.asked()).toEqual([unseenPost()]);
  });

  test("in a group chat are told to write in chat, and nobody else reads that", async () => {
    const group = { conversation: { isGroup: true, conversationType: "groupChat", tenantId: tenant, id: "19:group@thread.v2" } };
    await world.deliver(words("help", group));
    refuses(404, "BotNotInConversationRoster");
    await world.deliver(words("help", group));
    expect(world.connector.asked()).toEqual([unseenPost("19:group@thread.v2"), unseenPost("19:group@thread.v2"), openChat, ownChat]);
  });
});

test("in a person's own chat nobody else sees anything anyway", async () => {
  world.says(sentence);
  await world.deliver(world.inChat({ type: "message", ...unseen, text: "help" }));
  expect(world.connector.asked()).toEqual(["POST /v3/conversations/a:sara-chat/activities"]);
});

describe("a press on a card that nobody else sees", () => {
  const submit = { value: { verb: "v" }, replyToId: "1700" };
  const update = `PUT /v3/conversations/${thread}/activities/1700?isTargetedActivity=true`;

  test("is answered in the press", async () => {
    world.says(card);
    const { body } = await world.deliver(inChannel(pressed({}, "v")));
    expect([body?.type, world.connector.asked()]).toEqual(["application/vnd.microsoft.card.adaptive", []]);
  });

  test("from an older client changes that card, without naming its reader again", async () => {
    world.says(card);
    await world.deliver(inChannel(submit));
    expect(world.connector.asked()).toEqual([update]);
    expect(world.connector.calls[0]?.body).not.toHaveProperty("recipient");
  });

  test("from an older client gets a new one where the card is gone after a day", async () => {
    world.says(card);
    refuses(404, "ActivityNotFoundInConversation");
    await world.deliver(inChannel(submit));
    expect(world.connector.asked()).toEqual([update, unseenPost()]);
  });
});

test("a lead's words do their work for all, and are answered for the lead alone", async () => {
  const gnist = await startGnist(["Sara", "Omar"]);
  await gnist.added("Sara");
  world.answer = (incoming) => gnist.receive(incoming);
  const north = "19:north@thread.tacv2";
  const writes = async (text: string) => {
    world.connector.calls.length = 0;
    const id = String(gnist.now());
    const conversation = { isGroup: true, conversationType: "channel", tenantId: tenant, id: `${north};messageid=${id}` };
    const channelData = { tenant: { id: tenant }, team: { id: north }, channel: { id: north } };
    const from = { id: "29:Sara", name: "Sara", aadObjectId: "entra-Sara" };
    await world.deliver(words(text, { id, from, conversation, channelData }));
    await gnist.settle();
    return world.connector.calls.map(({ path, body }) => [path.replace(/.*activities/, ""), body.text ?? body.summary]);
  };
  const here = "?isTargetedActivity=true";
  expect(await writes("/help")).toEqual([[here, "help (en)"]]);
  expect(await writes("/Gnist prompt now")).toEqual([[here, expect.stringMatching(/^asking-now/)]]);
  expect(gnist.person("Omar").got("idea-form")).toHaveLength(1);
  // An idea is kept, and its receipt stays in the writer's chat.
  expect(await writes("/Gnist idea no paper")).toEqual([
    ["/v3/conversations", undefined],
    ["", expect.stringMatching(/^receipt/)],
    [here, expect.stringMatching(/^sent-beside/)],
  ]);
  expect(await writes("/digest now")).toEqual([[here, expect.stringMatching(/^(posting|digest)/)]]);
  expect(gnist.inTeam("digest")).toHaveLength(1);
});
