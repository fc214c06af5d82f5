import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Connector, startConnector } from "../connector/connector.ts";
import { type OpenId, startOpenId, teamsIssuer } from "../connector/open-id.ts";
import { makeFolder } from "../sqlite/folders.ts";
import { type Instance, startInstance } from "./gnist-process.ts";

/*
 * Fault scenario 17 with a real process: its token for Teams comes from a managed identity's endpoint, which fails first; 200 questions go out at once, and Teams
 * then refuses the token.
 */

const appId = "33333333-3333-4333-8333-333333333333";
const tenantId = "11111111-1111-4111-8111-111111111111";
const teamsId = "19:team@thread.tacv2";
const people = Array.from({ length: 200 }, (_, one) => ({
  id: `29:p${one}`,
  objectId: randomUUID(),
  name: `P${one}`,
  tenantId,
  userRole: "user",
}));
const [lead] = people;

let store: Awaited<ReturnType<typeof makeFolder>>;
let openId: OpenId;
let connector: Connector;
let identity: Server;
let instance: Instance;
/** Calls to the identity's endpoint, and how often it still fails. */
const tokens = { asked: 0, given: 0, fails: 0 };

beforeEach(async () => {
  [store, openId, connector] = await Promise.all([makeFolder(), startOpenId(), startConnector()]);
  connector.members[0] = people;
  Object.assign(tokens, { asked: 0, given: 0, fails: 2 });
  identity = createServer((_request, response) => {
    tokens.asked += 1;
    const fails = tokens.fails-- > 0;
    if (!fails) tokens.given += 1;
    response.writeHead(fails ? 500 : 200, { "content-type": "application/json" });
    const expires_on = String(Math.floor(Date.now() / 1_000) + 7_200);
    response.end(JSON.stringify(fails ? {} : { access_token: `token-${tokens.given}`, expires_on, resource: "x", token_type: "Bearer" }));
  });
  await new Promise<void>((go) => identity.listen(0, "127.0.0.1", go));
  instance = await startInstance({
    GNIST_DATA_DIR: store.folder,
    MicrosoftAppType: "UserAssignedMSI",
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    IDENTITY_ENDPOINT: `http://127.0.0.1:${(identity.address() as AddressInfo).port}/token`,
    IDENTITY_HEADER: "secret",
    ToBotFromChannelOpenIdMetadataUrl: openId.url,
    GNIST_SERVICE_HOSTS: "127.0.0.1",
    GNIST_CALLS_PER_SECOND: "1000",
  });
});

afterEach(async () => {
  await instance.kill();
  identity.close();
  await connector.stop();
  await openId.stop();
  await store.remove();
});

const deliver = async (activity: object): Promise<number> => {
  const now = Math.floor(Date.now() / 1_000);
  const claims = { serviceurl: connector.url, nbf: now - 60, exp: now + 3_600, iss: teamsIssuer, aud: appId, jti: randomUUID() };
  const response = await fetch(instance.url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${openId.signed(claims)}` },
    body: JSON.stringify({
      channelId: "msteams",
      serviceUrl: connector.url,
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      from: { id: lead?.id, name: lead?.name, aadObjectId: lead?.objectId },
      recipient: { id: `28:${appId}`, name: "Gnist" },
      ...activity,
    }),
  });
  await response.text();
  return response.status;
};

const questions = () =>
  connector.calls.filter(({ path, body }) => path.includes("/activities") && JSON.stringify(body).includes("submit-idea"));

const until = async (what: () => boolean, withinMs: number): Promise<void> => {
  for (const end = Date.now() + withinMs; !what(); await new Promise((go) => setTimeout(go, 200)))
    if (Date.now() > end)
      throw new Error(`not in time: ${questions().length} questions, ${JSON.stringify(tokens)}\n${instance.lines.slice(-5).join("\n")}`);
};

test("17: a token service that fails is waited for, 200 questions at once cost one token, and one that Teams refuses is renewed once", async () => {
  const team = { team: { id: teamsId, name: "North" }, tenant: { id: tenantId } };
  const conversation = { id: teamsId, conversationType: "channel", isGroup: true, tenantId };
  await deliver({
    type: "conversationUpdate",
    conversation,
    channelData: { eventType: "teamMemberAdded", ...team },
    membersAdded: [{ id: `28:${appId}` }],
  });
  await until(() => JSON.stringify(connector.calls.map(({ body }) => body)).includes("Gnist"), 60_000);
  const inChat = { conversation: { id: "a:lead", conversationType: "personal", tenantId }, channelData: { tenant: { id: tenantId } } };
  await deliver({ type: "message", text: "prompt now", ...inChat });
  await until(() => questions().length >= people.length, 60_000);
  expect(questions()).toHaveLength(people.length);
  expect(new Set(questions().map(({ headers }) => headers.authorization))).toEqual(new Set(["Bearer token-1"]));
  expect(tokens.given).toBe(1);

  // Teams takes the token no longer: what it refused is sent again under a new one, once.
  const before = connector.calls.length;
  connector.fates.push({ status: 401, body: { error: { code: "Unauthorized" } } });
  await deliver({ type: "message", text: "help", ...inChat });
  await deliver({ type: "message", text: "help", ...inChat });
  await until(() => connector.calls.length >= before + 2, 30_000);
  expect(connector.calls.at(-1)?.headers.authorization).toBe("Bearer token-2");
  expect(tokens.given).toBe(2);
});
