import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Config } from "../../src/config.ts";
import { checkCredential } from "../../src/doctor/credential.ts";
import { askKeys, checkClock } from "../../src/doctor/keys.ts";
import { sendTestMessage } from "../../src/doctor/test-message.ts";
import { personIdOf, teamIdOf } from "../../src/domain/ids.ts";
import { defaultSettings } from "../../src/domain/settings/default-settings.ts";
import type { Team } from "../../src/domain/teams/team.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import { saveProfile } from "../../src/store/person.ts";
import { insertTeam, teamPartition } from "../../src/store/team.ts";
import { listTeam } from "../../src/store/tenant.ts";
// Loaded before the tests, because it takes seconds.
import "../../src/teams/ask-token.ts";
import { startConnector } from "../connector/connector.ts";
import { startEntra as startVouchedEntra } from "../connector/entra.ts";
import { startOpenId } from "../connector/open-id.ts";
import { startEntra } from "./entra.ts";

const tenant = "11111111-1111-4111-8111-111111111111";
const secret = "a-secret-that-nobody-may-read";
/** A bot of its own each time, because tokens are kept for the whole process. */
const bot = () => ({
  MicrosoftAppType: "SingleTenant",
  MicrosoftAppId: randomUUID(),
  MicrosoftAppPassword: secret,
  MicrosoftAppTenantId: tenant,
});

test("a token is really asked for, of the bot's own tenant", async () => {
  const entra = await startEntra();
  onTestFinished(entra.stop);
  expect(await checkCredential({ local: false, bot: bot() })).toEqual({ is: "ok", say: "Microsoft Entra gave the bot a token" });
  expect(entra.asked.at(-1)).toBe(`/${tenant}/oauth2/v2.0/token`);
});

test("Entra's refusals become sentences that say what to do, without a secret or a name", async () => {
  const entra = await startEntra();
  onTestFinished(entra.stop);
  const refused = async (said: string) => {
    entra.refuses = `${said} Trace ID: 1 Correlation ID: 2 Timestamp: 2026-11-27 10:00:00Z`;
    const end = await checkCredential({ local: false, bot: bot() });
    expect(JSON.stringify(end)).not.toMatch(/nobody-may-read|Sara|Trace ID/);
    return end;
  };
  const cases = [
    [
      "AADSTS7000215: Invalid client secret provided.",
      "the bot's secret is wrong (AADSTS7000215)",
      "Copy the secret's value, and not its id",
    ],
    ["AADSTS7000222: The provided client secret keys are expired.", "the bot's secret has expired (AADSTS7000222)", "Make a new secret"],
    ["AADSTS700016: Application was not found in the directory 'Sara'.", "Entra knows no app with this id", "Compare MicrosoftAppId"],
    ["AADSTS90002: Tenant not found.", "Entra knows no such tenant (AADSTS90002)", "Copy the tenant's id"],
    ["AADSTS7000229: The client application is missing service principal.", "no service principal", "az ad sp create"],
    [
      "AADSTS700213: No matching federated identity record found.",
      "does not trust this managed identity",
      "Let its registration trust AZURE_CLIENT_ID",
    ],
    ["AADSTS700024: Client assertion is not within its valid time range.", "too old or too new", "Set the clock"],
    ["AADSTS53003: Access has been blocked by Conditional Access policies.", "Conditional Access", "leave the bot's app out"],
    ["AADSTS123456: Something new.", "refuses the bot's sign-in (AADSTS123456)", "https://login.microsoftonline.com/error?code=123456"],
  ] as const;
  for (const [said, say, mend] of cases)
    expect(await refused(said), said).toMatchObject({
      is: "broken",
      say: expect.stringContaining(say),
      mend: [expect.stringContaining(mend)],
    });
});

test("Entra that is not reached is told apart from a refusal", async () => {
  const entra = await startEntra();
  onTestFinished(entra.stop);
  entra.cuts = true;
  expect(await checkCredential({ local: false, bot: bot() })).toMatchObject({
    is: "broken",
    say: expect.stringContaining("Entra was not reached"),
    mend: [expect.stringContaining("Let this machine reach https://login.microsoftonline.com")],
  });
});

test("a proxy that answers in Entra's place is named, and not the settings", async () => {
  const entra = await startEntra();
  onTestFinished(entra.stop);
  for (const page of [200, 403, 407, 503]) {
    entra.page = page;
    expect(await checkCredential({ local: false, bot: bot() })).toMatchObject({
      is: "broken",
      say: "the answer to the request for a token is not Entra's",
      mend: [expect.stringMatching(/^See whether a proxy or a firewall answers in place of https:\/\/login\.microsoftonline\.com/)],
    });
  }
});

test("a machine whose managed identity gives no token says so; one that gives it is right", async () => {
  let status = 400;
  const identity = createServer((_, response) => {
    response.writeHead(status, { "content-type": "application/json" });
    const expires_on = String(Math.floor(Date.now() / 1_000) + 7_200);
    response.end(
      JSON.stringify(
        status === 200 ? { access_token: "t", expires_on, resource: "x", token_type: "Bearer" } : { error: "invalid_request" },
      ),
    );
  });
  await new Promise<void>((go) => identity.listen(0, "127.0.0.1", go));
  process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${(identity.address() as AddressInfo).port}/token`;
  process.env.IDENTITY_HEADER = "header";
  onTestFinished(() => {
    identity.close();
    delete process.env.IDENTITY_ENDPOINT;
    delete process.env.IDENTITY_HEADER;
  });
  const check = () =>
    checkCredential({
      local: false,
      bot: { MicrosoftAppType: "UserAssignedMSI", MicrosoftAppId: randomUUID(), MicrosoftAppTenantId: tenant },
    });
  expect(await check()).toMatchObject({
    is: "broken",
    say: "this machine gave no token of a managed identity",
    mend: [expect.stringContaining("Assign the identity to the machine or the app")],
  });
  status = 200;
  expect(await check()).toMatchObject({ is: "ok" });
});

test("for a bot without a secret, an Entra that is not reached and an identity that the machine has not are told apart", async () => {
  const [appId, identity] = [randomUUID(), randomUUID()];
  const entra = await startVouchedEntra({ appId, tenantId: tenant, identity });
  const { AZURE_CLIENT_ID: _, IDENTITY_ENDPOINT, IDENTITY_HEADER, ...settings } = entra.settings;
  Object.assign(process.env, { IDENTITY_ENDPOINT, IDENTITY_HEADER });
  onTestFinished(async () => {
    delete process.env.IDENTITY_ENDPOINT;
    delete process.env.IDENTITY_HEADER;
    await entra.stop();
  });
  expect(await checkCredential({ local: false, bot: settings, identity })).toMatchObject({
    is: "broken",
    say: "Entra was not reached (endpoints_resolution_error)",
    mend: [expect.stringContaining("Let this machine reach https://login.microsoftonline.com")],
  });
  expect(entra.asked).toHaveLength(1);
  expect(await checkCredential({ local: false, bot: settings, identity: randomUUID() })).toMatchObject({
    is: "broken",
    say: "this machine gave no token of a managed identity",
    mend: [expect.stringContaining("compare AZURE_CLIENT_ID with the identity's client id")],
  });
});

test("a local Gnist has no credential", async () => {
  expect(await checkCredential({ local: true, bot: {} })).toMatchObject({ is: "not checked" });
});

describe("the keys of Teams' tokens, and the clock", () => {
  const signal = () => AbortSignal.timeout(10_000);
  const keysAt = (url: string, now = Date.now) => askKeys({ local: false, bot: { ToBotFromChannelOpenIdMetadataUrl: url } }, now, signal());

  test("keys that can be fetched are right, and tell how far the clock is off", async () => {
    const openId = await startOpenId();
    onTestFinished(openId.stop);
    const { result, off } = await keysAt(openId.url, () => Date.now() + 600_000);
    expect(result).toMatchObject({ is: "ok" });
    expect(Math.round((off?.ms ?? 0) / 10_000)).toBe(60);
    openId.is = { status: 500 };
    expect((await keysAt(openId.url)).result).toMatchObject({
      is: "broken",
      say: expect.stringContaining("answers 500"),
      mend: [expect.stringContaining("Let this machine reach https://127.0.0.1")],
    });
    openId.is = "nonsense";
    expect((await keysAt(openId.url)).result).toMatchObject({ is: "broken", say: expect.stringContaining("answers, but gives no keys") });
    openId.is = "up";
    const { result: byOldName } = await askKeys({ local: false, bot: { BotOpenIdMetadata: openId.url } }, Date.now, signal());
    expect(byOldName).toEqual({ is: "ok", say: expect.stringContaining("127.0.0.1") });
    await openId.stop();
    expect((await keysAt(openId.url)).result).toMatchObject({
      is: "broken",
      say: expect.stringContaining("was not reached (ECONNREFUSED)"),
    });
    expect((await askKeys({ local: true, bot: {} }, Date.now, signal())).result).toMatchObject({ is: "not checked" });
  });

  test("a clock that is off by more than a minute is a warning, by more than five broken, and the worst of several counts", () => {
    const of = "login.botframework.com";
    expect(checkClock([])).toMatchObject({ is: "not checked" });
    expect(checkClock([{ of, ms: 900 }])).toEqual({ is: "ok", say: "right, compared with login.botframework.com" });
    expect(checkClock([{ of, ms: -40_000 }])).toEqual({ is: "ok", say: "40 s off, compared with login.botframework.com" });
    expect(
      checkClock([
        { of, ms: 90_000 },
        { of, ms: 0 },
      ]),
    ).toMatchObject({ is: "warning", mend: ["Set the clock by a time server."] });
    expect(
      checkClock([
        { of, ms: 1_000 },
        { of: "the store", ms: -301_000 },
      ]),
    ).toMatchObject({
      is: "broken",
      say: expect.stringContaining("off by 5 minutes"),
      mend: ["Set the clock by a time server."],
    });
  });
});

describe("a test message", () => {
  const admin = "20000000-0000-4000-8000-000000000001";
  const rows = memoryRows();
  const person = personIdOf(tenant, { entraId: admin, teamsId: "" });
  const teamsId = "19:team@thread.tacv2";
  const teamAt = (serviceUrl: string): Team => ({
    id: teamIdOf(tenant, teamsId),
    tenantId: tenant,
    serviceUrl,
    teamsId,
    name: "North",
    channelId: teamsId,
    channels: [],
    addedAt: 0,
    leads: [],
    settings: defaultSettings("Europe/Stockholm", "en"),
    openRounds: [],
    largeTeamAgreed: false,
    toldNothing: false,
  });

  test("goes to the first admin who has a chat, in their language; each refusal of Teams says what to do", async () => {
    const [entra, connector] = await Promise.all([startEntra(), startConnector()]);
    onTestFinished(async () => {
      await entra.stop();
      await connector.stop();
    });
    const config = { local: false, bot: bot(), admins: [randomUUID(), admin], serviceHosts: ["127.0.0.1"] } as unknown as Config;
    const sent = () => sendTestMessage(config, rows);
    expect(await sendTestMessage({ ...config, admins: [] }, rows)).toMatchObject({
      is: "warning",
      mend: [expect.stringContaining("GNIST_ADMINS")],
    });
    expect(await sent()).toMatchObject({
      is: "warning",
      say: "no admin of GNIST_ADMINS has a chat with Gnist",
      mend: [expect.stringMatching(/^Write help to Gnist in Teams first/)],
    });
    await saveProfile(rows, person, { profile: {}, teams: [], left: [], isNew: true }, { chatId: "a:chat", seenLanguage: "sv" });
    expect(await sent()).toMatchObject({
      is: "warning",
      say: "Gnist is in no team yet",
      mend: [expect.stringContaining("Add Gnist to a team")],
    });
    const team = teamAt(connector.url);
    await rows.commit(teamPartition(team.id), [insertTeam(team)]);
    await listTeam(rows, team);
    expect(await sent()).toEqual({ is: "ok", say: expect.stringContaining("Teams took the test message") });
    expect(connector.calls.map(({ method, path, body }) => [method, path, body])).toEqual([
      [
        "POST",
        "/v3/conversations/a:chat/activities",
        { type: "message", text: expect.stringMatching(/^Det här är ett test från er IT/), textFormat: "plain" },
      ],
    ]);
    expect(connector.calls[0]?.headers.authorization).toBe("Bearer a-token-that-nobody-may-read");
    const refusals = [
      [403, "BotDisabledByAdmin", "Allow the app Gnist in the Teams admin centre"],
      [403, "BotNotRegistered", "Make the bot's Azure Bot resource"],
      [403, "ConversationBlockedByUser", "let them write a word to it"],
      [401, "Unauthorized", "compare MicrosoftAppId"],
      [404, "ConversationNotFound", "Install Gnist anew"],
      [429, "TooManyRequests", "Service health"],
    ] as const;
    for (const [status, code, mend] of refusals) {
      connector.fates.push({ status, body: { error: { code } } });
      expect(await sent(), code).toMatchObject({
        is: "broken",
        say: `Teams did not take the test message (${status} ${code})`,
        mend: [expect.stringContaining(mend)],
      });
    }
    // Teams may have the message, although nobody hears so.
    const lost = [
      ["drop", "ECONNRESET", "smba.trafficmanager.net"],
      ["silence", "TimedOut", "smba.trafficmanager.net"],
      [{ status: 503, body: { error: { code: "ServiceUnavailable" } } }, "503 ServiceUnavailable", "Service health"],
      [{ status: 408 }, "408", "Service health"],
    ] as const;
    for (const [fate, said, mend] of lost) {
      connector.fates.push(fate);
      expect(await sendTestMessage(config, rows, fate === "silence" ? 2_000 : undefined), said).toMatchObject({
        is: "warning",
        say: `nobody knows whether Teams took the test message (${said}): look into your chat with Gnist`,
        mend: [expect.stringContaining(mend)],
      });
    }
    await connector.stop();
    expect(await sent()).toMatchObject({
      is: "broken",
      say: "Teams did not take the test message (ECONNREFUSED)",
      mend: [expect.stringContaining("smba.trafficmanager.net")],
    });
    expect(await sendTestMessage(config, undefined)).toMatchObject({ is: "not checked" });
    expect(await sendTestMessage({ ...config, serviceHosts: [] }, rows)).toMatchObject({
      is: "broken",
      say: expect.stringContaining("none of Microsoft's"),
    });
  });
});
