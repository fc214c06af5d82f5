import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Connector, startConnector } from "../connector/connector.ts";
import { startEntra } from "../connector/entra.ts";
import { type OpenId, startOpenId, teamsIssuer } from "../connector/open-id.ts";
import { makeFolder } from "../sqlite/folders.ts";
import { type Instance, startInstance } from "./gnist-process.ts";

/* A bot without a secret, as a whole process: a managed identity vouches for it, and Entra gives it the token that Teams reads. */

const appId = "33333333-3333-4333-8333-333333333333";
const tenantId = "11111111-1111-4111-8111-111111111111";
const identity = "44444444-4444-4444-8444-444444444444";

let store: Awaited<ReturnType<typeof makeFolder>>;
let entra: Awaited<ReturnType<typeof startEntra>>;
let openId: OpenId;
let connector: Connector;
let instance: Instance;

beforeEach(async () => {
  [store, openId, connector, entra] = await Promise.all([
    makeFolder(),
    startOpenId(),
    startConnector(),
    startEntra({ appId, tenantId, identity }),
  ]);
  const trusted = join(store.folder, "entra.pem");
  await writeFile(trusted, entra.cert);
  instance = await startInstance({
    ...entra.settings,
    NODE_EXTRA_CA_CERTS: trusted,
    GNIST_DATA_DIR: store.folder,
    ToBotFromChannelOpenIdMetadataUrl: openId.url,
    GNIST_SERVICE_HOSTS: "127.0.0.1",
  });
});

afterEach(async () => {
  await instance.kill();
  await Promise.all([entra.stop(), connector.stop(), openId.stop()]);
  await store.remove();
});

/** Asks Gnist for help in a chat; Gnist sends its answer before it answers the request. */
const ask = async (): Promise<void> => {
  const now = Math.floor(Date.now() / 1_000);
  const claims = { serviceurl: connector.url, nbf: now - 60, exp: now + 3_600, iss: teamsIssuer, aud: appId, jti: randomUUID() };
  const response = await fetch(instance.url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${openId.signed(claims)}` },
    body: JSON.stringify({
      type: "message",
      text: "help",
      channelId: "msteams",
      serviceUrl: connector.url,
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      from: { id: "29:sara", name: "Sara", aadObjectId: "20000000-0000-4000-8000-000000000001" },
      recipient: { id: `28:${appId}`, name: "Gnist" },
      conversation: { id: "a:sara", conversationType: "personal", tenantId },
      channelData: { tenant: { id: tenantId } },
    }),
  });
  await response.text();
};

const shown = () => connector.calls.map(({ headers }) => headers.authorization);
const logged = (event: string) => instance.lines.filter((line) => line.includes(`"event":"${event}"`)).map((line) => JSON.parse(line));
const lastToken = () => `Bearer bot-${entra.signIns.length}`;

test("a bot without a secret signs in by its managed identity, Entra's refusal is named, and a token that Teams refuses is renewed by a fresh assertion", async () => {
  // The registration has no federated credential yet. Each assertion is near its end, so that none is shown to Entra twice.
  Object.assign(entra, { trusts: false, vouchingS: 60 });
  await ask();
  await expect.poll(() => logged("reply-not-sent"), { timeout: 30_000 }).toHaveLength(1);
  expect(connector.calls).toEqual([]);
  expect(logged("sign-in-refused")).toEqual([
    expect.objectContaining({
      level: "error",
      way: "federated",
      code: "AADSTS700213",
      say: expect.stringMatching(
        /trust AZURE_CLIENT_ID\. The federated credential has the issuer .* audience api:\/\/AzureADTokenExchange\./,
      ),
    }),
  ]);

  entra.trusts = true;
  await ask();
  const first = lastToken();
  expect(shown()).toEqual([first]);
  expect(entra.signIns.at(-1)).toMatchObject({ client_id: appId, client_assertion: entra.vouching });
  expect(new Set(entra.asked.map(({ resource, client }) => [resource, client].join(" ")))).toEqual(
    new Set([`api://AzureADTokenExchange ${identity}`]),
  );

  // Teams refuses the bot's token, and the assertion for it has ended, as it does after a day.
  entra.vouching = "ended";
  connector.fates.push({ status: 401, body: { error: { code: "Unauthorized" } } });
  await ask();
  expect(shown()).toEqual([first, first, lastToken()]);
  expect(lastToken()).not.toBe(first);

  const written = instance.lines.join("\n");
  const secrets = [...entra.signIns.flatMap((form) => form.client_assertion ?? []), ...shown(), entra.settings.IDENTITY_HEADER, identity];
  for (const secret of secrets) expect(written).not.toContain(secret);
});
