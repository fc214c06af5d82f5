import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newKey, type OpenId, signedWith, startOpenId, teamsIssuer } from "../connector/open-id.ts";
import { makeFolder } from "../sqlite/folders.ts";
import { type Instance, startInstance } from "./gnist-process.ts";

/*
 * Fault scenario 18 with a real process: where the keys of Teams' tokens are cannot be reached, and then a key is replaced.
 */

const appId = "33333333-3333-4333-8333-333333333333";
const tenantId = "11111111-1111-4111-8111-111111111111";
const serviceUrl = "https://smba.trafficmanager.net/emea/";

/** A press of a button that no card has any more: it is answered in the press itself, and nothing is sent. */
const activity = JSON.stringify({
  type: "invoke",
  name: "adaptiveCard/action",
  channelId: "msteams",
  serviceUrl,
  id: "1",
  from: { id: "29:sara", name: "Sara Lind", aadObjectId: "20000000-0000-4000-8000-000000000001" },
  recipient: { id: `28:${appId}`, name: "Gnist" },
  conversation: { id: "a:sara-chat", conversationType: "personal", tenantId },
  channelData: { tenant: { id: tenantId } },
  value: { action: { type: "Action.Execute", verb: "of-old", data: {} } },
});

const claims = (more: object = {}) => {
  const now = Math.floor(Date.now() / 1_000);
  return { serviceurl: serviceUrl, nbf: now - 60, exp: now + 3_600, iss: teamsIssuer, aud: appId, jti: randomUUID(), ...more };
};

let store: Awaited<ReturnType<typeof makeFolder>>;
let openId: OpenId;
let instance: Instance;

beforeEach(async () => {
  [store, openId] = await Promise.all([makeFolder(), startOpenId()]);
  openId.is = "drop";
  instance = await startInstance({
    GNIST_DATA_DIR: store.folder,
    MicrosoftAppType: "SingleTenant",
    MicrosoftAppId: appId,
    MicrosoftAppPassword: "never used, since nothing is sent",
    MicrosoftAppTenantId: tenantId,
    ToBotFromChannelOpenIdMetadataUrl: openId.url,
  });
});

afterEach(async () => {
  await instance.kill();
  await openId.stop();
  await store.remove();
});

const pressed = async (token: string): Promise<number> => {
  const response = await fetch(instance.url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: activity,
  });
  await response.text();
  return response.status;
};

/** As Teams does, which sends an activity again. */
const until = async (status: number, token: string, withinMs: number): Promise<void> => {
  const end = Date.now() + withinMs;
  for (let answered = await pressed(token); answered !== status; answered = await pressed(token)) {
    if (Date.now() > end) throw new Error(`still answered ${answered}`);
    await new Promise((go) => setTimeout(go, 500));
  }
};

test("18: keys that cannot be reached are waited for, known ones go on, and a new one is believed within a minute; what is forged never is", async () => {
  expect(await pressed(openId.signed(claims()))).toBe(503);
  openId.is = "up";
  await until(200, openId.signed(claims()), 20_000);

  openId.is = "drop";
  expect(await pressed(openId.signed(claims()))).toBe(200);
  const forged = [
    signedWith(newKey().privateKey, claims()),
    openId.signed(claims({ aud: "44444444-4444-4444-8444-444444444444" })),
    openId.signed(claims({ exp: Math.floor(Date.now() / 1_000) - 3_600 })),
    openId.signed(claims({ serviceurl: "https://elsewhere.test/" })),
  ];
  for (const token of forged) expect(await pressed(token)).toBe(401);

  openId.is = "up";
  openId.keys.set("key-2", newKey());
  await until(200, openId.signed(claims(), "key-2"), 90_000);
  for (const token of forged) expect(await pressed(token)).toBe(401);
});
