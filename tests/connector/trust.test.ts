import { createHmac, createSign, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTeams } from "../../src/teams/open-teams.ts";
import { mayReach } from "../../src/teams/trust.ts";
import { said } from "../http/door.ts";
import { newKey, type OpenId, signedWith, startOpenId, teamsIssuer } from "./open-id.ts";
import { appId, believing, chatId, pressed, render, sentence, startWorld, type World } from "./world.ts";

/** Real tokens, checked against a local OpenID server. keys.test.ts has changed keys and a server that is down. */

const stranger = newKey();

let openId: OpenId;
let world: World;

beforeAll(async () => {
  openId = await startOpenId();
  world = await startWorld(believing(openId.url));
});

afterAll(async () => {
  await world.stop();
  await openId.stop();
});

beforeEach(() => {
  world.heard.length = 0;
  world.logged.length = 0;
  world.connector.calls.length = 0;
  world.says(undefined);
});

const now = () => Math.floor(Date.now() / 1000);
const claims = () => ({ iss: teamsIssuer, aud: appId, serviceurl: world.connector.url, nbf: now() - 60, exp: now() + 3_600 });

const deliver = (token: string | undefined, what: Record<string, unknown> = {}) =>
  world.deliver(world.inChat({ ...pressed({}, "v"), ...what }), token === undefined ? {} : { authorization: `Bearer ${token}` });

describe("outside a local machine", () => {
  test("Teams' own token is believed", async () => {
    world.says(sentence);
    expect(await deliver(openId.signed(claims()))).toMatchObject({ status: 200, body: { value: "voice-added (sv)" } });
    expect(world.heard).toMatchObject([{ happened: "pressed" }]);
  });

  const hour = 3_600;
  const falseTokens: readonly [string, () => string | undefined][] = [
    ["no token", () => undefined],
    ["no JWT", () => "not.a.token"],
    ["garbage", () => "\u00ff".repeat(5_000)],
    ["a stranger's signature", () => signedWith(stranger.privateKey, claims())],
    ["a key that Teams does not have", () => signedWith(stranger.privateKey, claims(), "key-2")],
    ["an altered token", () => openId.signed(claims()).replace(/\.([\w-]+)\./, (_, part: string) => `.${alter(part)}.`)],
    ["no signature", () => `${Buffer.from('{"alg":"none"}').toString("base64url")}.${openId.signed(claims()).split(".")[1]}.`],
    ["a signature of no algorithm", () => withHeader({ alg: "none", kid: "key-1" }, claims())],
    ["a key that it brings itself", () => withHeader({ alg: "RS256", jwk: stranger.publicKey.export({ format: "jwk" }) }, claims())],
    ["a secret made of the public key", () => withSecret(claims(), { type: "spki", format: "pem" })],
    ["a secret made of the bytes of the public key", () => withSecret(claims(), { type: "spki", format: "der" })],
    ["a token that ends never", () => openId.signed({ ...claims(), exp: undefined })],
    ["a token that expired an hour ago", () => openId.signed({ ...claims(), nbf: now() - 2 * hour, exp: now() - hour })],
    ["a token of tomorrow", () => openId.signed({ ...claims(), nbf: now() + 24 * hour, exp: now() + 25 * hour })],
    ["a token for another bot", () => openId.signed({ ...claims(), aud: randomUUID() })],
    ["a token for nobody", () => openId.signed({ ...claims(), aud: undefined })],
    ["another issuer", () => openId.signed({ ...claims(), iss: "https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/" })],
    [
      "a token of the emulator, which botbuilder would take",
      () =>
        openId.signed({
          ...claims(),
          iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
          ver: "1.0",
          appid: appId,
          serviceurl: "x",
        }),
    ],
    ["a token of another bot, speaking as to a skill", () => openId.signed({ ...claims(), ver: "1.0", appid: randomUUID() })],
  ];

  const falseForActivity: typeof falseTokens = [
    ["a token for no service URL", () => openId.signed({ ...claims(), serviceurl: undefined })],
    ["a token for another service URL", () => openId.signed({ ...claims(), serviceurl: "https://smba.trafficmanager.net/emea/" })],
  ];

  const hasNothingOf = (token: string | undefined, told: unknown): void => {
    for (const part of (token ?? "").split(".")) if (part.length > 8) expect(JSON.stringify(told)).not.toContain(part);
  };

  test.each([...falseTokens, ...falseForActivity])(
    "%s is answered 401, nothing happens, and neither answer nor log has anything of it",
    async (_, make) => {
      const token = make();
      const { status, body } = await deliver(token);
      expect({ status, heard: world.heard }).toEqual({ status: 401, heard: [] });
      expect(world.logged).toMatchObject([{ level: "warn", event: "activity-refused", facts: { status: 401 } }]);
      hasNothingOf(token, [body, world.logged]);
    },
  );

  test("each of them that no activity can mend is answered before its body has come", async () => {
    const heads = falseTokens
      .map(([, make]) => make())
      .map((token) => (token === undefined ? "" : `Authorization: Bearer ${token}\r\n`))
      .map(
        (line) =>
          `POST /api/messages HTTP/1.1\r\nHost: localhost\r\n${line}Content-Type: application/json\r\nContent-Length: 200000\r\n\r\n{`,
      );
    for (const answer of await Promise.all(heads.map((head) => said(world.url, head, (socket) => socket.destroy()))))
      expect(answer).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\n/);
    expect(world.heard).toEqual([]);
  });

  test("what does not even claim to be Teams' is refused without a look at the keys", async () => {
    const emulators = { ...claims(), iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", ver: "1.0", appid: appId };
    const asked = openId.asked.length;
    for (const token of [undefined, "not.a.token", openId.signed(emulators, "key-1")]) await deliver(token);
    expect(world.logged.map(({ facts }) => facts.why)).toEqual(["issuer", "issuer", "issuer"]);
    expect(openId.asked).toHaveLength(asked);
  });

  test("another channel than Teams is answered 403", async () => {
    for (const channelId of ["emulator", "directline", "AseChannel"]) {
      expect(await deliver(openId.signed(claims()), { channelId })).toMatchObject({ status: 403 });
    }
    expect(world.heard).toEqual([]);
  });

  test("a service URL of a host that is not known is answered 403, whatever the token says", async () => {
    const serviceUrl = "https://smba.trafficmanager.net.evil.example/";
    expect(await deliver(openId.signed({ ...claims(), serviceurl: serviceUrl }), { serviceUrl })).toMatchObject({ status: 403 });
  });

  test("an activity without a tenant is answered 400", async () => {
    const conversation = { conversationType: "personal", id: chatId };
    expect(await deliver(openId.signed(claims()), { conversation, channelData: undefined })).toMatchObject({ status: 400 });
  });

  test("another cloud's issuer is believed where it is configured, and the public one is not", async () => {
    const { settings } = believing(openId.url);
    const other = await startWorld(
      believing(openId.url, { settings: { ...settings, ToBotFromChannelTokenIssuer: "https://issuer.example" } }),
    );
    const status = async (iss: string) => {
      const authorization = `Bearer ${openId.signed({ ...claims(), iss, serviceurl: other.connector.url })}`;
      return (await other.deliver(other.inChat(pressed({})), { authorization })).status;
    };
    expect([await status("https://issuer.example"), await status(teamsIssuer)]).toEqual([200, 401]);
    await other.stop();
  });

  test("Gnist does not open without an app id", async () => {
    const opening = openTeams({ settings: {}, serviceHosts: [], local: false, render, log: console });
    await expect(opening).rejects.toThrow(/MicrosoftAppId is missing/);
  });
});

describe("a service URL is spoken to", () => {
  const anywhere = mayReach(false, ["connector.example", "127.0.0.1:8080"]);
  test.each([
    "https://smba.trafficmanager.net/emea/",
    "https://smba.infra.gcc.teams.microsoft.com/teams",
    "https://smba.infra.gov.teams.microsoft.us/teams",
    "https://connector.example/",
    "http://127.0.0.1:8080/",
  ])("%s", (url) => {
    expect(anywhere(url)).toBe(true);
  });

  const local = mayReach(true, ["connector.example"]);
  test.each(["http://localhost:56150/_connector", "http://127.0.0.1:1/", "http://[::1]:1/"])("%s, on a local machine", (url) => {
    expect([local(url), anywhere(url)]).toEqual([true, false]);
  });

  test.each([
    "http://smba.trafficmanager.net/emea/",
    "https://evil.smba.trafficmanager.net/",
    "https://teams.microsoft.com.evil.example/",
    "https://evilteams.microsoft.com/",
    "https://smba.trafficmanager.net@evil.example/",
    "https://user:secret@smba.trafficmanager.net/",
    "http://connector.example/",
    "http://127.0.0.1:8081/",
    "ftp://smba.trafficmanager.net/",
    "smba.trafficmanager.net",
    "",
  ])("but not %j", (url) => {
    expect([anywhere(url), local(url.replace("127.0.0.1", "10.0.0.1"))]).toEqual([false, false]);
  });
});

/** The algorithm-confusion attack: an HMAC token signed with the public key as its secret. */
const withSecret = (payload: object, form: { readonly type: "spki"; readonly format: "pem" | "der" }): string => {
  const content = `${part({ alg: "HS256", typ: "JWT", kid: "key-1" })}.${part(payload)}`;
  const key = openId.keys.get("key-1")?.publicKey;
  const secret = form.format === "pem" ? key?.export({ ...form, format: "pem" }) : key?.export({ ...form, format: "der" });
  return `${content}.${createHmac("sha256", secret ?? "")
    .update(content)
    .digest("base64url")}`;
};

/** A stranger's token with a header of its own. */
const withHeader = (header: object, payload: object): string => {
  const content = `${part({ typ: "JWT", ...header })}.${part(payload)}`;
  return `${content}.${createSign("RSA-SHA256").update(content).sign(stranger.privateKey, "base64url")}`;
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

const alter = (part: string): string => {
  const payload = JSON.parse(Buffer.from(part, "base64url").toString());
  return Buffer.from(JSON.stringify({ ...payload, exp: payload.exp + 1 })).toString("base64url");
};

describe("a bot that belongs to one tenant", () => {
  const own = "11111111-1111-4111-8111-111111111111";
  const stranger = "22222222-2222-4222-8222-222222222222";
  const as = async (type: string, from: string, what: Record<string, unknown>) => {
    const { settings } = believing(openId.url);
    const single = await startWorld(
      believing(openId.url, { settings: { ...settings, MicrosoftAppType: type, MicrosoftAppTenantId: own.toUpperCase() } }),
    );
    try {
      const token = openId.signed({ ...claims(), serviceurl: single.connector.url });
      const activity = single.inChannel({ channelData: { tenant: { id: from }, team: { id: "19:team@thread.tacv2" } }, ...what });
      const { status } = await single.deliver(activity, { authorization: `Bearer ${token}` });
      return [status, single.heard.length];
    } finally {
      await single.stop();
    }
  };

  test.each([
    ["an installation", { type: "installationUpdate", action: "add" }],
    ["a press", pressed({}, "v")],
    ["a message", { type: "message", text: "help" }],
  ])("refuses %s from another, and takes its own in whatever letters", async (_, what) => {
    expect(await as("SingleTenant", stranger, what)).toEqual([403, 0]);
    expect(await as("SingleTenant", own, what)).toEqual([200, 1]);
    expect([await as("UserAssignedMSI", stranger, what), await as("UserAssignedMSI", own, what)]).toEqual([
      [403, 0],
      [200, 1],
    ]);
    expect(await as("MultiTenant", stranger, what)).toEqual([200, 1]);
  });

  test("takes nothing from a tenant whose id is none", async () => {
    const conversation = { conversationType: "channel", id: "19:side@thread.tacv2", tenantId: "a/b#?" };
    expect(await as("MultiTenant", "a|b", { type: "message", text: "help", conversation })).toEqual([400, 0]);
  });
});
