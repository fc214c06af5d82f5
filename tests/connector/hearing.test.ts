import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bot, card, channelId, chatId, pressed, sara, startWorld, teamId, tenant, thread, type World, who } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.stop());
beforeEach(() => {
  world.heard.length = 0;
  world.logged.length = 0;
  world.says(undefined);
});

/** Delivers an activity and returns the one happening that reaches the flows. */
const hear = async (activity: Record<string, unknown>) => {
  const { status } = await world.deliver(activity);
  return { status, heard: world.heard };
};

describe("a message", () => {
  test("is who, where, what and when, in plain words", async () => {
    const { status, heard } = await hear(world.inChat({ type: "message", text: "the printer", locale: "sv-SE" }));
    expect(status).toBe(200);
    expect(heard).toEqual([
      { happened: "wrote", who: { ...who, language: "sv" }, place: world.chat(), text: "the printer", activity: "1" },
    ]);
  });

  test("has its writer's language from clientInfo where it says nothing else, and none where Gnist does not speak it", async () => {
    const entities = [{ type: "clientInfo", locale: "nb-NO", country: "NO" }];
    await hear(world.inChat({ type: "message", text: "hei", entities }));
    await hear(world.inChat({ type: "message", text: "hei", locale: "de-DE" }));
    expect(world.heard).toMatchObject([{ who: { language: "nb" } }, { who }]);
    expect(world.heard[1]).not.toHaveProperty("who.language");
  });

  const mention = (of: { id: string; name: string }, text = `<at>${of.name}</at>`) => ({ type: "mention", mentioned: of, text });
  const omar = { id: "29:omar", name: "Omar Haddad" };

  test.each([
    ["<at>Gnist</at> prompt now", [mention(bot)], "prompt now"],
    ["<at>Gnist</at>&nbsp;prompt\u00a0now ", [mention(bot)], "prompt now"],
    ["hello <at>Gnist</at>", [mention(bot)], "hello"],
    ["<at>Gnist</at>", [mention(bot)], ""],
    ["<at>Gnist</at> assign #42 <at>Omar Haddad</at>", [mention(bot), mention(omar)], "assign #42 Omar Haddad"],
    ["<at>Gnist</at> <at>Gnist</at> help", [mention(bot), mention(bot)], "help"],
    ["forms &lt; 3 &amp; pens &#39;n&#x27; &quot;ink&quot;", [], "forms < 3 & pens 'n' \"ink\""],
    ["&amp;lt;b&amp;gt;", [], "&lt;b&gt;"],
    ["one line\r\nand another", [], "one line\nand another"],
    ["&lt;at&gt;Gnist&lt;/at&gt; is what I typed", [], "<at>Gnist</at> is what I typed"],
    ["$& costs", [mention(bot, "$&")], "costs"],
    // Entities as Teams really sends them: without a text or a name, with another one, or not at all.
    ["<at>Gnist</at> help", [{ type: "mention", mentioned: bot }], "help"],
    ["<at>Gnist</at> help", [{ type: "mention", mentioned: { id: bot.id } }], "help"],
    ["<at>gnist</at> help", [], "help"],
    ["<at>Gnist bot</at> help", [mention(bot, "<at>Gnist</at>")], "help"],
    ['<at id="0">Gnist</at> help', [mention(bot)], "help"],
    [
      '<at id="0">Our Gnist</at>\u00a0help <at id="1">Omar Haddad</at>',
      [{ type: "mention", mentioned: { id: bot.id } }, mention(omar)],
      "help Omar Haddad",
    ],
    ["<at>Omar Haddad</at> and <at>Gnist</at>", [{ type: "mention", mentioned: bot }], "Omar Haddad and"],
    [
      "<at>Gnist</at> assign #1 <at>Gnist</at>",
      [mention(bot), { type: "mention", mentioned: { id: "29:namesake", name: "Gnist" } }],
      "assign #1 Gnist",
    ],
    [
      "<at>Gnist</at> assign #1 <at>Test ($~&amp;)</at>",
      [mention(bot), { type: "mention", mentioned: { id: "29:test", name: "Test ($~&)" } }],
      "assign #1 Test ($~&)",
    ],
    [
      "<at></at> assign #1 <at></at>",
      [
        { type: "mention", mentioned: bot },
        { type: "mention", mentioned: { id: "29:b", name: "Bo <&> $&" } },
      ],
      "assign #1 Bo <&> $&",
    ],
    ["<at>Gnist</at> help", [{ type: "mention", mentioned: 7, text: {} }, 7, null], "help"],
    ["help", [{ type: "https://schema.org/Message", text: { a: 1 } }], "help"],
    ["help", { not: "a list" }, "help"],
    ["the <at>door squeaks", [], "the door squeaks"],
    // Quotes by Teams are somebody else's.
    [
      '<quoted messageId="1700000000001"/> idea the door squeaks',
      [{ type: "quotedReply", quotedReply: { messageId: "1" } }],
      "idea the door squeaks",
    ],
    ['<quoted messageId="1">the <b>window</b></quoted>idea the door', [], "idea the door"],
    [
      '<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Omar</strong><p>the window</p></blockquote><p>idea the door</p>',
      [],
      "idea the door",
    ],
    ['<quoted messageId="1" preview="a > b"/>idea the door', [], "idea the door"],
    ['<quoted messageId="1">Omar: the <quoted messageId="2">the window</quoted> squeaks</quoted>\n\nidea the door', [], "idea the door"],
    [
      '<blockquote itemtype="http://schema.skype.com/Reply">Omar<blockquote>deeper</blockquote>the window</blockquote>idea the door',
      [],
      "idea the door",
    ],
    ["<blockquote>my own quote</blockquote>idea the door", [], "my own quote\nidea the door"],
    ["<quoted>without an end", [], "without an end"],
    ['<attachment id="1"></attachment> idea the door', [], "idea the door"],
    // Teams' own mark-up.
    ['one<hr/>two<sup>2</sup> <customemoji id="1" alt="party"></customemoji>', [], "one\ntwo2 party"],
    ["<p>one line</p><p>and <b>another</b></p>", [], "one line\nand another"],
    ["<div><div>one&nbsp;line<br>two<br/>three</div></div>", [], "one line\ntwo\nthree"],
    ['so slow <emoji id="angry" alt="😠" title="Angry"></emoji>', [], "so slow 😠"],
    ["2 < 3 and <3 and <what?>", [], "2 < 3 and <3 and <what?>"],
    // Words are normalised here, once.
    ["copied\u2028text\u0085and\vmore\rlines", [], "copied\ntext\nand\nmore\nlines"],
    ["half \ud83d, bent \u202edne, hidden\u200b&#8203;", [], "half \ufffd, bent dne, hidden"],
  ])("%j is read as words", async (text, entities, words) => {
    await hear(world.inChannel({ type: "message", text, entities }));
    expect(world.heard).toMatchObject([{ text: words }]);
  });

  test("in a channel has its thread, team and channel", async () => {
    const { heard } = await hear(world.inChannel({ type: "message", text: "idea" }));
    expect(heard).toMatchObject([{ happened: "wrote", place: world.channelOf(thread) }]);
  });

  test("that opens a thread, and whose conversation does not name it, is its own thread", async () => {
    const conversation = { conversationType: "channel", id: channelId, tenantId: tenant };
    const { heard } = await hear(world.inChannel({ type: "message", text: "idea", id: "1799", conversation }));
    expect(heard).toMatchObject([{ place: world.channelOf(`${channelId};messageid=1799`) }]);
  });

  test("is read though parts of it that Gnist can do without are nothing that Teams would send", async () => {
    const channelData = { tenant: { id: tenant }, channel: "side", settings: 7 };
    const conversation = { conversationType: "personal", tenantId: tenant, id: chatId, isGroup: "no" };
    const odd = { locale: 7, replyToId: {}, entities: "none", from: { ...sara, name: ["Sara"] }, channelData, conversation };
    const { status, heard } = await hear(world.inChat({ type: "message", text: "help", ...odd }));
    expect({ status, heard }).toMatchObject({ status: 200, heard: [{ text: "help", who: { name: "" } }] });
  });

  test("of 60,000 characters of broken mark-up is read within a second of CPU time", async () => {
    const cpu = async (text: string) => {
      const { user, system } = process.cpuUsage();
      expect((await hear(world.inChat({ type: "message", text }))).status).toBe(200);
      const after = process.cpuUsage();
      return after.user + after.system - user - system;
    };
    for (const tag of ["<at>", "<at", "</at>", "<quoted>", '<img alt="', "<p> ", "<blockquote schema.skype.com/Reply", "\u0301", "  \n"]) {
      expect(await cpu(tag.repeat(Math.floor(60_000 / tag.length))), tag).toBeLessThan(1_000_000);
    }
  });

  test("whose id is none is named by its time, and a press of such a post is answered by a new one", async () => {
    const { heard } = await hear(world.inChat({ type: "message", text: "help", id: "1\ud83d" }));
    expect(heard).toMatchObject([{ activity: "2026-11-20T12:00:00.123Z" }]);
    world.says(card);
    world.connector.calls.length = 0;
    const pressed = { type: "message", value: { verb: "add-voice", idea: "i" }, replyToId: "1\ud83d" };
    expect((await hear(world.inChat(pressed))).status).toBe(200);
    expect(world.connector.asked()).toEqual([`POST /v3/conversations/${chatId}/activities`]);
  });

  test("that Gnist itself wrote is not heard", async () => {
    expect(await hear(world.inChat({ type: "message", text: "hello", from: bot }))).toEqual({ status: 200, heard: [] });
  });
});

test("a name has an end", async () => {
  await hear(world.inChat({ type: "message", text: "help", from: { ...sara, name: "Sara".repeat(50_000) } }));
  expect(world.heard).toMatchObject([{ who: { name: "Sara".repeat(64) } }]);
});

test("names come on one line", async () => {
  const channelData = { tenant: { id: tenant }, team: { id: teamId, name: "North\u2028\u202eclinic" } };
  const from = { ...sara, name: " Sara\r\nLind\u0007" };
  await hear(world.inChannel({ type: "message", text: "help", from, channelData }));
  expect(world.heard).toMatchObject([{ who: { name: "Sara Lind" }, place: { teamName: "North clinic" } }]);
});

describe("a press", () => {
  test.each([
    ["Action.Submit", { type: "message", value: '{"verb":"add-voice","idea":"i"}' }],
    ["Action.Execute", { type: "invoke", name: "adaptiveCard/action", value: { action: { verb: "add-voice", data: '{"idea":"i"}' } } }],
    ["JSON text in JSON text", { type: "message", value: JSON.stringify('{"verb":"add-voice","idea":"i"}') }],
    ["a byte order mark", { type: "message", value: '\ufeff{"verb":"add-voice","idea":"i"}' }],
    ["a dialog", { type: "invoke", name: "task/submit", value: { data: ' {"verb":"add-voice","idea":"i","msteams":{}}' } }],
    [
      "an invoke of JSON text",
      { type: "invoke", name: "adaptiveCard/action", value: '{"action":{"verb":"add-voice","data":{"idea":"i"}}}' },
    ],
  ])("of %s whose data is JSON text is the data", async (_, what) => {
    const { heard } = await hear(world.inChat(what));
    expect(heard).toMatchObject([{ happened: "pressed", data: { verb: "add-voice", idea: "i" } }]);
  });

  test("with data of another app is the words that came with it, where there are any", async () => {
    await hear(world.inChat({ type: "message", text: "help", value: { choice: 1 } }));
    await hear(world.inChat({ type: "message", text: "help", value: "{broken" }));
    await hear(world.inChat({ type: "message", text: "help", value: { verb: "a-verb-of-theirs" } }));
    await hear(world.inChat({ type: "message", text: " ", value: { choice: 1 } }));
    expect(world.heard).toMatchObject([
      { happened: "wrote", text: "help" },
      { happened: "wrote", text: "help" },
      { happened: "wrote", text: "help" },
      { happened: "pressed", data: { choice: 1 } },
    ]);
  });

  test.each([[[1]], [7], ["{broken"], ["a word"], [false]])("of %j, without a word, is a press of what nobody knows", async (value) => {
    const { heard } = await hear(world.inChat({ type: "message", text: "", value }));
    expect(heard).toMatchObject([{ happened: "pressed", data: value }]);
  });

  test.each([null, ""])("of %j is none", async (value) => {
    const { heard } = await hear(world.inChat({ type: "message", text: "", value }));
    expect(heard).toMatchObject([{ happened: "wrote", text: "" }]);
  });

  test("of Action.Execute is its data, its verb beside it", async () => {
    const { heard } = await hear(world.inChat({ ...pressed({ nonce: "n", friction: "The printer" }, "submit-idea") }));
    expect(heard).toEqual([
      { happened: "pressed", who, place: world.chat(), data: { verb: "submit-idea", nonce: "n", friction: "The printer" } },
    ]);
  });

  test("of Action.Submit is its data", async () => {
    const { heard } = await hear(world.inChannel({ type: "message", value: { verb: "add-voice", idea: "i" }, replyToId: "1700" }));
    expect(heard).toEqual([{ happened: "pressed", who, place: world.channelOf(thread), data: { verb: "add-voice", idea: "i" } }]);
  });

  test.each(["task/fetch", "task/submit"])("of %s is its data without the mark that opened the dialog", async (name) => {
    const value = { data: { verb: "show-settings", msteams: { type: "task/fetch" } }, context: { theme: "dark" } };
    const { heard } = await hear(world.inChat({ type: "invoke", name, value }));
    expect(heard).toMatchObject([{ happened: "pressed", data: { verb: "show-settings" } }]);
    expect(heard[0]).not.toHaveProperty("data.msteams");
  });

  test("without data is a press of nothing", async () => {
    const { heard } = await hear(world.inChat({ type: "invoke", name: "adaptiveCard/action", value: {} }));
    expect(heard).toMatchObject([{ happened: "pressed", data: {} }]);
  });
});

describe("what Gnist does not know", () => {
  test.each([
    ["messageReaction", 200],
    ["messageUpdate", 200],
    ["event", 200],
    ["somethingNew", 200],
  ])("%s is answered %i and not heard", async (type, status) => {
    expect(await hear(world.inChat({ type }))).toEqual({ status, heard: [] });
  });

  test("an invoke of another kind is answered 501", async () => {
    expect(await hear(world.inChat({ type: "invoke", name: "composeExtension/query", value: {} }))).toEqual({ status: 501, heard: [] });
    expect(world.logged).toEqual([{ level: "warn", event: "activity-refused", facts: { why: "unknown-invoke", status: 501 } }]);
  });

  test.each([
    ["no type", "not-an-activity", { type: undefined }],
    ["no service URL", "not-an-activity", { type: "message", serviceUrl: undefined }],
    ["no conversation", "malformed", { type: "message", conversation: undefined }],
    ["nobody", "malformed", { type: "message", from: undefined }],
    ["a list for a sender", "malformed", { type: "message", from: [] }],
    ["half a character in an id", "malformed", { type: "message", from: { ...sara, id: "29:\ud83d" } }],
    ["an id without an end", "malformed", { type: "message", from: { ...sara, id: "x".repeat(1_025) } }],
    [
      "no team in a channel",
      "malformed",
      { type: "message", channelData: undefined, conversation: { conversationType: "channel", id: channelId } },
    ],
  ])("an activity with %s is answered 400, and leaves one line that says why: %s", async (_, why, what) => {
    expect(await hear(world.inChat(what))).toEqual({ status: 400, heard: [] });
    expect(world.logged).toEqual([{ level: "warn", event: "activity-refused", facts: { why, status: 400 } }]);
  });

  test("a group chat is told that Gnist speaks in chats", async () => {
    const conversation = { conversationType: "groupChat", isGroup: true, id: "19:group@thread.v2", tenantId: tenant };
    world.connector.calls.length = 0;
    expect(await hear(world.inChat({ type: "message", text: "hello", conversation }))).toEqual({ status: 200, heard: [] });
    expect(world.connector.calls).toMatchObject([
      { path: "/v3/conversations/19:group@thread.v2/activities", body: { text: "chat-only (en)" } },
    ]);
    const { body } = await world.deliver(world.inChat({ ...pressed({}, "x"), conversation }));
    expect(body).toMatchObject({ value: "chat-only (en)" });
    expect(await hear(world.inChat({ type: "installationUpdate", action: "add", conversation }))).toEqual({ status: 200, heard: [] });
  });
});

describe("on a local machine", () => {
  test.each([
    "https://smba.trafficmanager.net/emea/",
    "http://127.0.0.1.evil.example/",
    "http://localhost@evil.example/",
    "http://127.0.0.1/?x=1",
    "http://127.0.0.1/#x",
    `http://127.0.0.1/${"x".repeat(1_024)}`,
    "file:///etc/passwd",
    "x",
  ])("the service URL %s is refused before anything happens", async (serviceUrl) => {
    const { status, heard } = await hear(world.inChat({ type: "message", text: "hello", serviceUrl }));
    expect({ status, heard }).toEqual({ status: 403, heard: [] });
  });

  test("a sender that names no tenant is believed", async () => {
    const conversation = { id: chatId };
    const { heard } = await hear(
      world.inChat({ type: "message", text: "hello", conversation, channelData: undefined, channelId: "emulator" }),
    );
    expect(heard).toMatchObject([{ place: { kind: "chat", address: { tenantId: "local" } } }]);
  });
});
