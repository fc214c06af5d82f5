import { afterEach, beforeEach, expect, test } from "vitest";
import { isPlain, type Plain } from "../world/cards.ts";
import { startBot } from "./plain-bot.ts";
import { buttonsOf, inputsOf, startTeamsStub, type TeamsStub, textOf } from "./stub.ts";

const card = (body: readonly Plain[], actions: readonly Plain[] = []): Plain => ({ type: "AdaptiveCard", version: "1.5", body, actions });
const withCard = (content: Plain): Plain => ({
  type: "message",
  attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }],
});
const send = {
  type: "Action.Execute",
  title: "Send",
  verb: "submit-idea",
  data: { team: "t1" },
  fallback: { type: "Action.Submit", title: "Send", data: { verb: "submit-idea", team: "t1" } },
};
const prompt = card(
  [
    { type: "TextBlock", text: "What got in your way?" },
    { type: "Input.Text", id: "friction", label: "One line", isRequired: true, errorMessage: "Write a line", maxLength: 20 },
    {
      type: "Container",
      id: "more",
      isVisible: false,
      items: [
        { type: "Input.ChoiceSet", id: "kind", label: "Kind", choices: [{ title: "Tools and IT", value: "tools" }] },
        {
          type: "Input.ChoiceSet",
          id: "owner",
          label: "Owner",
          choices: [],
          "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
        },
      ],
    },
    { type: "Input.Toggle", id: "showName", title: "Show my name", value: "false" },
  ],
  [
    send,
    { type: "Action.Submit", title: "Nothing", data: { verb: "nothing" }, associatedInputs: "none" },
    { type: "Action.ToggleVisibility", title: "Add more", targetElements: ["more"] },
    {
      type: "Action.ShowCard",
      title: "Later",
      card: card([{ type: "Input.Date", id: "date", label: "Date" }], [{ type: "Action.Submit", title: "Pause", data: {} }]),
    },
    { type: "Action.Submit", title: "Settings", data: { msteams: { type: "task/fetch" }, verb: "settings" }, associatedInputs: "none" },
  ],
);

let stub: TeamsStub;
let bot: Awaited<ReturnType<typeof startBot>>;
let answer: (activity: Plain) => unknown;

beforeEach(async () => {
  answer = () => undefined;
  bot = await startBot((activity) => answer(activity));
  stub = await startTeamsStub();
  stub.bots([bot.url]);
});
afterEach(async () => {
  await stub.stop();
  await bot.stop();
});

const call = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${stub.serviceUrl}v3/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const text = await response.text();
  const json: unknown = text === "" ? {} : JSON.parse(text);
  if (!isPlain(json)) throw new Error(text);
  return { status: response.status, json, retryAfter: response.headers.get("retry-after") };
};
const codeOf = (json: Plain) => (isPlain(json.error) ? json.error.code : undefined);
const inPath = encodeURIComponent;
const openChat = async (id: string, tenantId: string) =>
  call("POST", "conversations", { isGroup: false, bot: stub.bot, members: [{ id }], tenantId });

/** North clinic with Gnist, and Sara's chat open. */
const setUp = async () => {
  const team = stub.addTeam({
    name: "North clinic",
    channels: ["Improvements"],
    members: ["Sara", { name: "Ola", locale: "nb-NO" }, { name: "Gus", guest: true }],
  });
  await stub.installs(team, { by: "Ola", channel: "Improvements" });
  const { person, ...sara } = stub.person("Sara");
  await openChat(person.teamsId, person.tenantId);
  const chat = `conversations/${inPath(person.chatId)}/activities`;
  return { team, person, sara, chat };
};

test("an installation is two events that name the adder, the chosen channel and the team", async () => {
  const { team } = await setUp();
  const [update, installation] = bot.heard;
  const ola = stub.person("Ola").person;
  expect(bot.heard.map((each) => each.type)).toEqual(["conversationUpdate", "installationUpdate"]);
  expect(update).toMatchObject({
    membersAdded: [{ id: stub.bot.id }],
    from: { id: ola.teamsId, aadObjectId: ola.entraId },
    recipient: { id: stub.bot.id },
  });
  expect(installation).toMatchObject({
    action: "add",
    locale: "nb-NO",
    serviceUrl: stub.serviceUrl,
    conversation: { id: team.channels[1]?.id, conversationType: "channel", tenantId: team.tenantId },
    channelData: { team: { id: team.id }, tenant: { id: team.tenantId }, settings: { selectedChannel: { id: team.channels[1]?.id } } },
  });
});

test("the roster comes in pages of 50 to 500, and the team lists its channels with General unnamed", async () => {
  const members = Array.from({ length: 120 }, (_, at) => `Person ${at}`);
  const team = stub.addTeam({ name: "Big", channels: ["Other"], members });
  await stub.installs(team);
  const first = await call("GET", `conversations/${inPath(team.id)}/pagedmembers?pageSize=10`);
  expect((first.json.members as Plain[]).length).toBe(50);
  const token = inPath(String(first.json.continuationToken));
  const last = await call("GET", `conversations/${inPath(team.id)}/pagedmembers?pageSize=500&continuationToken=${token}`);
  expect((last.json.members as Plain[]).length).toBe(70);
  expect(last.json).not.toHaveProperty("continuationToken");
  const [someone] = last.json.members as Plain[];
  expect(someone).toMatchObject({ name: "Person 50", aadObjectId: someone?.objectId, tenantId: team.tenantId });
  expect((await call("GET", `conversations/${inPath(team.id)}/members/${String(someone?.aadObjectId)}`)).json).toMatchObject({
    name: "Person 50",
  });
  expect((await call("GET", `teams/${inPath(team.id)}`)).json).toMatchObject({ name: "Big", memberCount: 120 });
  expect((await call("GET", `teams/${inPath(team.id)}/conversations`)).json).toMatchObject({
    conversations: [{ id: team.id, name: null }, { name: "Other" }],
  });
});

test("a chat opened again is the same chat, and what is posted, replaced and deleted stands in the ledger and before the person", async () => {
  const { person, sara, chat } = await setUp();
  expect((await openChat(person.teamsId, person.tenantId)).json.id).toBe(person.chatId);
  expect((await openChat(person.entraId, person.tenantId)).status).toBe(403);
  const { json } = await call("POST", chat, { type: "message", text: "Hello" });
  await call("PUT", `${chat}/${String(json.id)}`, { type: "message", text: "Hello again" });
  expect(sara.sees()).toMatchObject([{ text: "Hello again", edits: 1 }]);
  await call("DELETE", `${chat}/${String(json.id)}`);
  expect(sara.sees()).toEqual([]);
  expect(stub.ledger.map((entry) => [entry.do, entry.person?.key, entry.words])).toEqual([
    ["post", "Sara", "Hello"],
    ["put", "Sara", "Hello again"],
    ["delete", "Sara", ""],
  ]);
});

test("a post in a channel opens a thread, and an answer to it stays there", async () => {
  const { team, sara } = await setUp();
  const channel = team.channels[1]?.id ?? "";
  const opened = await call("POST", "conversations", {
    isGroup: true,
    channelData: { channel: { id: channel } },
    activity: { type: "message", text: "Digest" },
  });
  expect(opened.json.id).toBe(`${channel};messageid=${String(opened.json.activityId)}`);
  await call("POST", `conversations/${inPath(String(opened.json.id))}/activities`, { type: "message", text: "Reply" });
  expect(sara.sees({ in: "Improvements" }).map((post) => [post.text, post.root === opened.json.activityId])).toEqual([
    ["Digest", true],
    ["Reply", true],
  ]);
  await sara.writes("digest here", { in: "Improvements" });
  expect(bot.heard.at(-1)).toMatchObject({
    text: "<at>Gnist</at> digest here\n",
    conversation: { conversationType: "channel", isGroup: true },
    entities: [{ type: "mention" }, { type: "clientInfo" }],
  });
});

test("Teams says no in its own words", async () => {
  const { team, chat } = await setUp();
  expect(codeOf((await call("POST", "conversations/nowhere/activities", { type: "message" })).json)).toBe("ConversationNotFound");
  expect(codeOf((await call("PUT", `${chat}/1`, { type: "message" })).json)).toBe("ActivityNotFoundInConversation");
  expect((await call("POST", chat, { type: "message", text: "x".repeat(52_000) })).status).toBe(413);
  stub.trouble.of("Sara", "blocked");
  expect(codeOf((await call("POST", chat, { type: "message" })).json)).toBe("ConversationBlockedByUser");
  stub.trouble.clear();
  stub.trouble.of("Sara", "writes-blocked");
  expect((await call("POST", chat, { type: "message" })).json).toMatchObject({
    errorCode: 209,
    message: expect.stringContaining("MessageWritesBlocked"),
  });
  stub.trouble.clear();
  await stub.removes(team);
  expect(codeOf((await call("POST", chat, { type: "message" })).json)).toBe("BotNotInConversationRoster");
  expect(stub.ledger).toEqual([]);
});

test("limits count seven posts a second in one chat and fifty calls a second in one tenant", async () => {
  const at = 1_800_000_000_000;
  await stub.stop();
  stub = await startTeamsStub({ now: () => at });
  stub.bots([bot.url]);
  const { team, chat } = await setUp();
  stub.trouble.limits(true);
  const eight = await Promise.all(Array.from({ length: 8 }, () => call("POST", chat, { type: "message", text: "x" })));
  expect(eight.map((each) => each.status).sort()).toEqual([201, 201, 201, 201, 201, 201, 201, 429]);
  expect(eight.find((each) => each.status === 429)?.retryAfter).toBe("1");
  const many = await Promise.all(Array.from({ length: 60 }, () => call("GET", `teams/${inPath(team.id)}`)));
  expect(many.filter((each) => each.status === 200).length).toBe(43);
});

test("a message can be taken though the bot hears a 502, a broken connection or nothing", async () => {
  const { chat } = await setUp();
  stub.trouble.next(1, "takes-and-answers-502");
  expect((await call("POST", chat, { type: "message", text: "one" })).status).toBe(502);
  stub.trouble.next(1, "takes-and-drops", { to: "Sara", on: "post" });
  await expect(call("POST", chat, { type: "message", text: "two" })).rejects.toThrow();
  stub.trouble.next(1, "takes-and-never-answers");
  void call("POST", chat, { type: "message", text: "three" }).catch(() => undefined);
  expect(await stub.until((ledger) => ledger.find((entry) => entry.words === "three"))).toMatchObject({ n: 3 });
  expect((await call("POST", chat, { type: "message", text: "four" })).status).toBe(201);
  expect(stub.ledger.map((entry) => entry.words)).toEqual(["one", "two", "three", "four"]);
});

test("a press sends the form as Teams does, and the answer changes the card for this person alone", async () => {
  const { sara, team } = await setUp();
  const channel = `conversations/${inPath(team.channels[1]?.id ?? "")}/activities`;
  await call("POST", channel, withCard(prompt));
  answer = () => ({
    statusCode: 200,
    type: "application/vnd.microsoft.card.adaptive",
    value: card([{ type: "TextBlock", text: "Saved" }]),
  });
  expect(await sara.presses("Send", { in: "Improvements" })).toEqual({ refused: ["Write a line"] });
  await expect(sara.presses("Send", { in: "Improvements", inputs: { Kind: "Tools and IT" } })).rejects.toThrow("hidden");
  await sara.presses("Add more", { in: "Improvements" });
  const count = bot.heard.length;
  const inputs = { "One line": "The printer is always broken", Kind: "Tools and IT", Owner: "Ola", "Show my name": true };
  const outcome = await sara.presses("Send", { in: "Improvements", inputs, redeliver: "new-id" });
  expect(outcome).toMatchObject({ status: 200, again: { status: 200 } });
  const [first, second] = bot.heard.slice(count);
  const data = { team: "t1", friction: "The printer is alway", kind: "tools", owner: stub.person("Ola").person.entraId, showName: "true" };
  expect(first).toMatchObject({
    type: "invoke",
    name: "adaptiveCard/action",
    value: { action: { type: "Action.Execute", verb: "submit-idea", data }, trigger: "manual" },
  });
  expect(first?.replyToId).toBe(sara.sees({ in: "Improvements" })[0]?.id);
  expect(second).toEqual({ ...first, id: second?.id });
  expect(second?.id).not.toBe(first?.id);
  expect(sara.sees({ in: "Improvements" })[0]?.words).toBe("Saved");
  expect(stub.person("Ola").sees({ in: "Improvements" })[0]?.words).toContain("What got in your way?");
});

test("an old client presses the fallback, and a Submit is a message with a value and no text", async () => {
  const { sara, chat } = await setUp();
  const { json } = await call("POST", chat, withCard(prompt));
  await sara.presses("Send", { as: "submit", inputs: { "One line": "Slow login" } });
  expect(bot.heard.at(-1)).toMatchObject({
    type: "message",
    replyToId: json.id,
    value: { verb: "submit-idea", team: "t1", friction: "Slow login", showName: "false" },
  });
  expect(bot.heard.at(-1)).not.toHaveProperty("text");
  await sara.presses("Nothing", { on: "What got in" });
  expect(bot.heard.at(-1)).toMatchObject({ value: { verb: "nothing" }, conversation: { conversationType: "personal" } });
  await sara.presses("Pause", { inputs: { "One line": "x", Date: "2026-12-01" } });
  expect(bot.heard.at(-1)?.value).toEqual({ friction: "x", showName: "false", date: "2026-12-01" });
  await expect(sara.presses("Explode")).rejects.toThrow("buttons: Send · Nothing · Add more · Later · Pause · Settings");
});

test("a dialog is opened, filled in, sent and chained", async () => {
  const { sara, chat } = await setUp();
  await call("POST", chat, withCard(prompt));
  const form = card(
    [{ type: "Input.Text", id: "zone", label: "Zone", isRequired: true }],
    [{ type: "Action.Submit", title: "Save", data: { verb: "save" } }],
  );
  answer = (activity) => {
    const value = { title: "Settings", card: { contentType: "application/vnd.microsoft.card.adaptive", content: form } };
    return activity.name === "task/fetch" ? { task: { type: "continue", value } } : { task: { type: "message", value: "Saved" } };
  };
  const { dialog } = await sara.presses("Settings");
  expect(dialog?.title).toBe("Settings");
  expect(await dialog?.presses("Save")).toEqual({ refused: ['"Zone" is not filled in'] });
  expect(await dialog?.presses("Save", { inputs: { Zone: "Europe/Oslo" } })).toMatchObject({ toast: "Saved" });
  expect(bot.heard.at(-1)).toMatchObject({ name: "task/submit", value: { data: { verb: "save", zone: "Europe/Oslo" } } });
});

test("what a bot answers wrongly is what people see go wrong", async () => {
  const { sara, chat } = await setUp();
  await call("POST", chat, withCard(prompt));
  expect((await sara.presses("Send", { inputs: { "One line": "x" } })).failed).toContain("Something went wrong");
  answer = () => ({ statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Noted" });
  expect(await sara.presses("Send", { inputs: { "One line": "x" } })).toMatchObject({ toast: "Noted" });
  expect(stub.faults.length).toBe(1);
});

test("several endpoints take turns, and one that is down is passed over", async () => {
  const other = await startBot();
  stub.bots([bot.url, other.url]);
  const sara = stub.person(stub.addPerson({ name: "Sara" }));
  await sara.writes("one");
  await sara.writes("two");
  expect([bot.heard.length, other.heard.length]).toEqual([1, 1]);
  await other.stop();
  await sara.writes("three");
  await sara.writes("four");
  expect(bot.heard.map((each) => each.text)).toEqual(["one", "three", "four"]);
});

test("a targeted message is for one member of a channel, who alone sees it, for a day", async () => {
  let now = 1_700_000_000_000;
  await stub.stop();
  stub = await startTeamsStub({ now: () => now });
  stub.bots([bot.url]);
  const { team, person, sara } = await setUp();
  const where = { in: "Improvements" };
  await sara.writes("/Gnist help", { ...where, unseen: true });
  expect(bot.heard.at(-1)).toMatchObject({ text: "/Gnist help", recipient: { id: stub.bot.id, isTargeted: true } });
  const unseen = (path = "") => `conversations/${inPath(team.channels[1]?.id ?? "")}/activities${path}?isTargetedActivity=true`;
  const { json } = await call("POST", unseen(), { ...withCard(prompt), recipient: { id: person.teamsId } });
  const own = (await call("POST", unseen(), { type: "message", text: "a stranger", recipient: { id: "29:nobody" } })).status;
  const chat = `conversations/${inPath(person.chatId)}/activities?isTargetedActivity=true`;
  const inChat = (await call("POST", chat, { type: "message", text: "here", recipient: { id: person.teamsId } })).status;
  const nobody = (await call("POST", unseen(), { type: "message", text: "no reader" })).status;
  expect([own, inChat, nobody]).toEqual([400, 400, 400]);
  expect([sara.sees(where).length, stub.person("Ola").sees(where).length]).toEqual([1, 0]);
  const change = (path: string, more: Plain = {}) => call("PUT", path, { type: "message", text: "changed", ...more });
  const id = `/${String(json.id)}`;
  expect(codeOf((await change(unseen(id), { recipient: { id: person.teamsId } })).json)).toBe("Bad Argument");
  expect(codeOf((await change(unseen(id).replace(/\?.*/, ""))).json)).toBe("ActivityNotFoundInConversation");
  expect((await change(unseen(id))).status).toBe(200);
  now += 24 * 3_600_000;
  expect(codeOf((await change(unseen(id))).json)).toBe("ActivityNotFoundInConversation");
  expect(sara.sees(where)).toEqual([]);
});

test("a signed activity carries its token, and a call without one can be turned away", async () => {
  await stub.stop();
  stub = await startTeamsStub({
    sign: (activity) => `for-${String(activity.serviceUrl)}`,
    admits: (authorization) => authorization !== undefined,
  });
  stub.bots([bot.url]);
  await stub.person(stub.addPerson({ name: "Sara" })).writes("help");
  expect(bot.headers.at(-1)).toBe(`Bearer for-${stub.serviceUrl}`);
  expect((await call("GET", "teams/x")).status).toBe(401);
});

test("people who join and leave are announced, and what is awaited in vain is told with the last messages", async () => {
  const { team, chat } = await setUp();
  const kim = await stub.memberJoins(team, "Kim");
  expect(bot.heard.at(-1)).toMatchObject({
    membersAdded: [{ id: kim.teamsId, aadObjectId: kim.entraId }],
    channelData: { eventType: "teamMemberAdded" },
  });
  await stub.memberLeaves(team, "Kim");
  expect(bot.heard.at(-1)).toMatchObject({ membersRemoved: [{ id: kim.teamsId }] });
  await stub.installsFor(kim);
  expect(bot.heard.at(-1)).toMatchObject({ type: "installationUpdate", conversation: { conversationType: "personal" } });
  await call("POST", chat, withCard(prompt));
  await expect(stub.until((ledger) => ledger[7], 20)).rejects.toThrow(/post in Sara's chat: What got in your way/);
});

test("a card is read as it shows: text without what is hidden, every button, every input", () => {
  expect(textOf(prompt)).toBe("What got in your way?\nOne line\nShow my name");
  expect(buttonsOf(prompt).map((button) => button.title)).toEqual(["Send", "Nothing", "Add more", "Later", "Pause", "Settings"]);
  expect(inputsOf(prompt).map((field) => [field.label, field.hidden])).toEqual([
    ["One line", false],
    ["Kind", true],
    ["Owner", true],
    ["Show my name", false],
  ]);
});
