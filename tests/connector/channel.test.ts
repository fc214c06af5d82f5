import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { Delivery } from "../../src/ports.ts";
import { failureOf } from "../../src/teams/delivery.ts";
import type { Fate } from "./connector.ts";
import { card, channelId, chatId, sara, sentence, startWorld, teamId, tenant, thread, type World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.stop());
beforeEach(() => {
  world.connector.calls.length = 0;
  world.connector.fates.length = 0;
  world.connector.members.splice(0, Number.POSITIVE_INFINITY, []);
});

/** A world that soon stops waiting, for a Teams that is silent. */
const startHasty = async (): Promise<World> => {
  const hasty = await startWorld({ limitMs: 150 });
  onTestFinished(hasty.stop);
  return hasty;
};

const post = (conversationId = chatId) => world.channel.post(world.address(conversationId), sentence, "en");
const update = () => world.channel.update(world.address(chatId), "1700", sentence, "en");
const open = () => world.channel.openChat({ address: world.address(teamId), teamsId: sara.id });
const roster = () => world.channel.roster(world.address(teamId));

describe("a post", () => {
  test("to a chat is one message, and its id comes back", async () => {
    const sent = await world.channel.post(world.address(chatId), card, "nb");
    expect(sent).toEqual({ outcome: "sent", messageId: expect.stringMatching(/^17/) });
    expect(world.connector.asked()).toEqual([`POST /v3/conversations/${chatId}/activities`]);
    expect(world.connector.calls[0]?.body).toEqual({
      type: "message",
      summary: "finished (nb), in short",
      attachments: [
        {
          contentType: "application/vnd.microsoft.card.adaptive",
          content: { type: "AdaptiveCard", version: "1.5", body: [], id: "finished" },
        },
      ],
    });
  });

  test("to a thread is a reply in it", async () => {
    await post(thread);
    expect(world.connector.asked()).toEqual([`POST /v3/conversations/${thread}/activities`]);
  });

  test("to a channel is a new thread, and the id that comes back is that of its first post", async () => {
    const sent = await post(channelId);
    expect(world.connector.calls).toMatchObject([
      {
        method: "POST",
        path: "/v3/conversations",
        body: {
          isGroup: true,
          tenantId: tenant,
          channelData: { channel: { id: channelId } },
          activity: { type: "message", text: "voice-added (en)" },
        },
      },
    ]);
    const messageId = sent.outcome === "sent" ? sent.messageId : "";
    await world.channel.update(world.address(channelId), messageId, card, "en");
    expect(world.connector.asked()[1]).toBe(`PUT /v3/conversations/${channelId};messageid=${messageId}/activities/${messageId}`);
  });

  test("goes out as UTF-8 that says so, with nothing of ours in its headers but a name", async () => {
    await world.channel.post(world.address("19:Åsa/ö?@unq.gbl.spaces"), sentence, "en");
    const { path, headers } = world.connector.calls[0] ?? {};
    expect([path, headers?.["content-type"]]).toEqual([
      "/v3/conversations/19:Åsa/ö?@unq.gbl.spaces/activities",
      "application/json; charset=utf-8",
    ]);
    expect(Object.keys(headers ?? {}).sort()).toEqual(["accept", "connection", "content-length", "content-type", "host", "user-agent"]);
  });

  test("that Teams takes and answers with something else is sent; a roster of which nothing can be read is asked for later", async () => {
    world.connector.fates.push({ status: 201, body: "taken" });
    expect(await post()).toEqual({ outcome: "sent", messageId: "" });
    world.connector.fates.push({ status: 200, body: "<html>" }, { status: 200 });
    expect(await roster()).toMatchObject({ no: { outcome: "later", cause: "again" } });
    expect(await roster()).toMatchObject({ no: { outcome: "later", cause: "again" } });
  });

  test("a channel that has no id is left out, and so is an account; a team may have no name", async () => {
    world.connector.fates.push({ status: 200, body: { conversations: [{ id: null }, { id: "19:a" }] } });
    expect(await world.channel.channels(world.address(teamId))).toEqual({ got: [{ id: "19:a", name: "General" }] });
    world.connector.fates.push({ status: 200, body: {} });
    expect(await world.channel.teamName(world.address(teamId))).toEqual({ got: "" });
    world.connector.fates.push({ status: 200, body: { members: [{ id: 7 }, { id: sara.id, name: sara.name }] } });
    expect(await roster()).toMatchObject({ got: { members: [{ teamsId: sara.id }] } });
  });

  test("somebody of whom something else cannot be read is there; without the rest of the roster nobody is said to be missing", async () => {
    world.connector.fates.push({ status: 200, body: { members: [{ id: sara.id, name: sara.name, userRole: 7, tenantId: {} }] } });
    expect(await roster()).toEqual({ got: { members: [{ teamsId: sara.id, name: sara.name, isGuest: false }] } });
    world.connector.fates.push({ status: 200, body: { members: [{ id: sara.id }], continuationToken: 7 } });
    expect(await roster()).toMatchObject({ no: { outcome: "later" } });
  });

  test.each(["17\ud83d", "x".repeat(2_000), 7])("whose id in Teams' answer is none (%#) is sent, and cannot be updated", async (id) => {
    world.connector.fates.push({ status: 201, body: { id } });
    expect(await post()).toEqual({ outcome: "sent", messageId: "" });
  });

  test("that Teams takes without naming it is sent, and cannot be updated", async () => {
    world.connector.fates.push({ status: 202 });
    expect(await post()).toEqual({ outcome: "sent", messageId: "" });
    expect(await world.channel.update(world.address(chatId), "", card, "en")).toMatchObject({ outcome: "refused", why: "gone" });
    expect(world.connector.calls).toHaveLength(1);
  });

  test("is made once, never behind our back, after 500, 502, 503, 504, 408, 429, 412 and a dropped connection", async () => {
    const retry = { "retry-after": "0" };
    for (const status of [500, 502, 503, 504, 408, 412]) world.connector.fates.push({ status, headers: retry });
    world.connector.fates.push({ status: 429, headers: retry }, "drop");
    for (let made = 1; made <= 8; made += 1) {
      await post();
      expect(world.connector.calls).toHaveLength(made);
    }
  });

  test("goes nowhere by a redirect", async () => {
    world.connector.fates.push({ status: 307, headers: { location: `${world.connector.url}/v3/conversations/elsewhere/activities` } });
    expect(await post()).toMatchObject({ outcome: "refused" });
    expect(world.connector.calls).toHaveLength(1);
  });

  test("is over when its time is, and nobody knows whether Teams has it", async () => {
    const hasty = await startHasty();
    hasty.connector.fates.push("silence");
    expect(await hasty.channel.post(hasty.address(chatId), sentence, "en")).toEqual({ outcome: "doubtful", detail: "TimedOut" });
  });

  test("to a service URL that is not on this machine goes nowhere", async () => {
    const to = { ...world.address(chatId), serviceUrl: "https://smba.trafficmanager.net/emea/" };
    expect(await world.channel.post(to, sentence, "en")).toMatchObject({ outcome: "refused", detail: "service URL not allowed" });
  });
});

const named = (status: number, code: string, headers?: Record<string, string>): Fate => ({
  status,
  body: { error: { code, message: "in Teams' words" } },
  ...(headers ? { headers } : {}),
});

const writesBlocked = {
  errorCode: 209,
  message: '{\r\n  "subCode": "MessageWritesBlocked",\r\n  "details": "Thread is not accessible for writes.",\r\n  "errorCode": null\r\n}',
};

describe("how a message ended", () => {
  const later = { outcome: "later", afterMs: expect.any(Number) };
  const doubtful = { outcome: "doubtful" };
  const refused = (why: string) => ({ outcome: "refused", why });
  test.each<[string, Fate, object]>([
    ["401", named(401, "Unauthorized"), { ...later, cause: "again", detail: "401 Unauthorized" }],
    ["401, no such bot", named(401, "BotNotRegistered"), { outcome: "stopped", why: "not-registered" }],
    ["429 with a time", named(429, "Throttled", { "retry-after": "7" }), { outcome: "later", afterMs: 7_000, cause: "throttled" }],
    [
      "429 with a time of two days",
      named(429, "Throttled", { "retry-after": "172800" }),
      { outcome: "later", afterMs: 3_600_000, cause: "throttled" },
    ],
    [
      "429 with a date that is past",
      named(429, "Throttled", { "retry-after": "Fri, 20 Nov 2020 12:00:00 GMT" }),
      { outcome: "later", afterMs: 0 },
    ],
    ["429 without a time", named(429, "Throttled"), later],
    ["412", named(412, "PreconditionFailed"), { ...later, cause: "again" }],
    ["408", { status: 408 }, doubtful],
    ["500", named(500, "ServiceError"), doubtful],
    ["502 that is not JSON", { status: 502, headers: { "content-type": "text/html" } }, doubtful],
    ["503", named(503, "ServiceError", { "retry-after": "1" }), doubtful],
    ["504", { status: 504 }, doubtful],
    ["a dropped connection", "drop", { ...doubtful, detail: "ECONNRESET" }],
    ["403, blocked", named(403, "ConversationBlockedByUser"), { ...refused("blocked"), detail: "403 ConversationBlockedByUser" }],
    ["403, blocked, JSON in a string", { status: 403, body: writesBlocked }, { ...refused("blocked"), detail: "403 MessageWritesBlocked" }],
    [
      "403, blocked, the string in an error",
      { status: 403, body: { error: { code: "Forbidden", message: writesBlocked.message } } },
      refused("blocked"),
    ],
    ["403, switched off by an admin", named(403, "BotDisabledByAdmin"), { outcome: "stopped", why: "disabled" }],
    ["403, not in the roster", named(403, "BotNotInConversationRoster"), refused("not-installed")],
    ["403, not installed", named(403, "ForbiddenOperationException"), refused("not-installed")],
    ["403, a permission is missing", named(403, "NotEnoughPermissions"), { outcome: "stopped", why: "no-permission" }],
    ["403 of another kind", named(403, "Forbidden"), refused("refused")],
    ["403, the team is archived", named(403, "TeamArchived"), refused("archived")],
    [
      "403, whose words say that the team is archived",
      { status: 403, body: { error: { code: "Forbidden", message: "The team is archived and read-only." } } },
      refused("archived"),
    ],
    ["404", named(404, "ConversationNotFound"), refused("gone")],
    ["413", named(413, "MessageSizeTooBig"), refused("too-big")],
    ["400", named(400, "Bad Argument"), { ...refused("refused"), detail: "400 Bad Argument" }],
    ["400, with words for a code", named(400, "29:sara, Sara Lind, is not there"), { ...refused("refused"), detail: "400" }],
  ])("%s", async (_, fate, outcome) => {
    world.connector.fates.push(fate);
    expect(await post()).toMatchObject(outcome);
    expect(world.connector.calls).toHaveLength(1);
  });

  test("a connection refused: Teams does not have it", async () => {
    const port = await closedPort();
    const to = { ...world.address(chatId), serviceUrl: `http://127.0.0.1:${port}` };
    expect(await world.channel.post(to, sentence, "en")).toMatchObject({ ...later, detail: "ECONNREFUSED" });
  });

  test("a TLS handshake that fails: Teams does not have it", async () => {
    const to = { ...world.address(chatId), serviceUrl: world.connector.url.replace("http:", "https:") };
    expect(await world.channel.post(to, sentence, "en")).toMatchObject(later);
    expect(world.connector.calls).toEqual([]);
  });

  test("a TLS handshake that is cut off: Teams does not have it", async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const to = { ...world.address(chatId), serviceUrl: `https://127.0.0.1:${(server.address() as AddressInfo).port}` };
    expect(await world.channel.post(to, sentence, "en")).toMatchObject(later);
    await new Promise((resolve) => server.close(resolve));
  });

  test.each([
    "ENOTFOUND",
    "EAI_AGAIN",
    "CERT_HAS_EXPIRED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "ERR_TLS_CERT_ALTNAME_INVALID",
  ])("%s: Teams does not have it", (code) => {
    expect(failureOf({ left: true, code }, false, 1)).toEqual({ outcome: "later", afterMs: 1, cause: "unreachable", detail: code });
  });

  test.each(["ECONNRESET", "EPIPE", "ETIMEDOUT", "ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC"])("%s: nobody knows", (code) => {
    expect(failureOf({ left: true, code }, false, 1)).toEqual({ outcome: "doubtful", detail: code });
  });
});

test("a tenant that is at another host is spoken to there from then on, after one call in vain", async () => {
  const other = await startWorld({ otherUrl: world.connector.url });
  const wrongHost = named(403, "InvalidBotApiHost");
  other.connector.fates.push(wrongHost);
  const to = other.address(chatId);
  expect(await other.channel.post(to, sentence, "en")).toMatchObject({ outcome: "sent" });
  expect(await other.channel.post(to, sentence, "en")).toMatchObject({ outcome: "sent" });
  expect([other.connector.calls.length, world.connector.calls.length]).toEqual([1, 2]);
  world.connector.fates.push(wrongHost);
  expect(await other.channel.post(to, sentence, "en")).toMatchObject({ outcome: "refused" });
  await other.stop();
});

test("waits grow while a conversation is in trouble, and are short again when it is not", async () => {
  const waits: number[] = [];
  const waitOf = (delivery: Delivery) => (delivery.outcome === "later" ? delivery.afterMs : -1);
  for (let round = 0; round < 4; round += 1) {
    world.connector.fates.push({ status: 429 });
    waits.push(waitOf(await post("a:somebody-busy")));
  }
  expect(waits[0]).toBeLessThanOrEqual(1_250);
  expect(waits.toSorted((a, b) => a - b)).toEqual(waits);
  expect(waits[3]).toBeGreaterThanOrEqual(8_000);
  await post("a:somebody-busy");
  world.connector.fates.push({ status: 429 });
  expect(waitOf(await post("a:somebody-busy"))).toBeLessThanOrEqual(1_250);
});

describe("what may be repeated is `later` where a message would be doubtful:", () => {
  test.each<[string, Fate]>([
    ["500", { status: 500 }],
    ["502", { status: 502 }],
    ["408", { status: 408 }],
    ["a dropped connection", "drop"],
    ["silence", "silence"],
  ])("%s", async (_, fate) => {
    const { channel, connector, address } = fate === "silence" ? await startHasty() : world;
    for (const call of [
      () => channel.openChat({ address: address(teamId), teamsId: sara.id }),
      () => channel.roster(address(teamId)),
      () => channel.teamName(address(teamId)),
      () => channel.channels(address(teamId)),
    ]) {
      connector.fates.push(fate);
      expect(await call()).toMatchObject({ no: { outcome: "later" } });
    }
    connector.fates.push(fate);
    expect(await channel.update(address(chatId), "1700", sentence, "en")).toMatchObject({ outcome: "later" });
  });
});

describe("a chat", () => {
  test("is opened with one person of a tenant", async () => {
    expect(await open()).toEqual({ got: "a:chat-with-29:sara" });
    expect(world.connector.calls).toMatchObject([
      {
        path: "/v3/conversations",
        body: { isGroup: false, members: [{ id: sara.id }], tenantId: tenant, channelData: { tenant: { id: tenant } } },
      },
    ]);
  });

  test("is refused by somebody who has not installed Gnist", async () => {
    world.connector.fates.push(named(403, "ForbiddenOperationException"));
    expect(await open()).toMatchObject({ no: { outcome: "refused", why: "not-installed" } });
  });
});

test("a post is replaced", async () => {
  expect(await update()).toEqual({ outcome: "sent", messageId: "1700" });
  expect(world.connector.asked()).toEqual([`PUT /v3/conversations/${chatId}/activities/1700`]);
  world.connector.fates.push(named(404, "ActivityNotFoundInConversation"));
  expect(await update()).toMatchObject({ outcome: "refused", why: "gone" });
});

test("a team has a name and channels, General among them, asked for by one call each", async () => {
  expect(await world.channel.teamName(world.address(teamId))).toEqual({ got: "North" });
  expect(await world.channel.channels(world.address(teamId))).toEqual({
    got: [
      { id: teamId, name: "General" },
      { id: channelId, name: "Side" },
    ],
  });
  expect(world.connector.calls.map(({ path }) => path)).toEqual([`/v3/teams/${teamId}`, `/v3/teams/${teamId}/conversations`]);
});

test("a channel says whether it has members of its own", async () => {
  const listed = ["standard", "Private", "shared", "of the future", null].map((type, at) => ({ id: `19:${at}`, name: `c${at}`, type }));
  world.connector.fates.push({ status: 200, body: { conversations: listed } });
  const { got } = (await world.channel.channels(world.address(teamId))) as { got: readonly { readonly ownMembers?: string }[] };
  expect(got.map(({ ownMembers }) => ownMembers)).toEqual([undefined, "private", "shared", undefined, undefined]);
});

const closedPort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};
