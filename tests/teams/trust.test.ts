import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { AppCredentials, ToBotFromBotOrEmulatorTokenValidationParameters as emulatorTokens } from "botframework-connector";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openTeams, type TeamsSettings } from "../../src/teams/open-teams.ts";
import { mayReach } from "../../src/teams/trust.ts";
import { chatId, pressed, render, sentence, startWorld, type World } from "./world.ts";

/** Real tokens, checked by botbuilder against a local OpenID server. */

const appId = "33333333-3333-4333-8333-333333333333";
const teamsIssuer = "https://api.botframework.com";
const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });

let openId: Awaited<ReturnType<typeof startOpenId>>;
let world: World;

beforeAll(async () => {
  // botbuilder prints what it thinks of bad tokens; nothing of it is Gnist's.
  vi.spyOn(console, "error").mockImplementation(() => {});
  openId = await startOpenId();
  world = await startWorld(believing({ credentials: withoutTokens }));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await world.stop();
  await new Promise((resolve) => openId.server.close(resolve));
});
beforeEach(() => {
  world.heard.length = 0;
  world.logged.length = 0;
  world.connector.calls.length = 0;
  world.says(undefined);
});

const withoutTokens: NonNullable<TeamsSettings["credentials"]> = {
  isValidAppId: async (id) => id === appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({ signRequest: async (request) => request }),
};

/** Only the addresses that differ from the public cloud's are set. */
const believing = (more: Partial<TeamsSettings> = {}): Partial<TeamsSettings> => ({
  settings: {
    MicrosoftAppId: appId,
    MicrosoftAppType: "",
    ToBotFromChannelOpenIdMetadataUrl: openId.url,
    ToBotFromEmulatorOpenIdMetadataUrl: openId.url,
  },
  serviceHosts: ["127.0.0.1"],
  local: false,
  ...more,
});

const now = () => Math.floor(Date.now() / 1000);
const claims = () => ({ iss: teamsIssuer, aud: appId, serviceurl: world.connector.url, nbf: now() - 60, exp: now() + 3_600 });

const signed = (payload: object, key: KeyObject = privateKey, kid = "key-1"): string => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const content = `${part({ alg: "RS256", typ: "JWT", kid })}.${part(payload)}`;
  return `${content}.${createSign("RSA-SHA256").update(content).sign(key, "base64url")}`;
};

const deliver = (token: string | undefined, what: Record<string, unknown> = {}) =>
  world.deliver(world.inChat({ ...pressed({}, "v"), ...what }), token === undefined ? {} : { authorization: `Bearer ${token}` });

describe("outside a local machine", () => {
  test("Teams' own token is believed", async () => {
    world.says(sentence);
    expect(await deliver(signed(claims()))).toMatchObject({ status: 200, body: { value: "voice-added (sv)" } });
    expect(world.heard).toMatchObject([{ happened: "pressed" }]);
  });

  const hour = 3_600;
  test.each<[string, () => string | undefined]>([
    ["no token", () => undefined],
    ["no JWT", () => "not.a.token"],
    ["a stranger's signature", () => signed(claims(), stranger.privateKey)],
    ["a key that Teams does not have", () => signed(claims(), stranger.privateKey, "key-2")],
    ["an altered token", () => signed(claims()).replace(/\.([\w-]+)\./, (_, part: string) => `.${alter(part)}.`)],
    ["no signature", () => `${Buffer.from('{"alg":"none"}').toString("base64url")}.${signed(claims()).split(".")[1]}.`],
    ["a token that expired an hour ago", () => signed({ ...claims(), nbf: now() - 2 * hour, exp: now() - hour })],
    ["a token of tomorrow", () => signed({ ...claims(), nbf: now() + 24 * hour, exp: now() + 25 * hour })],
    ["a token for another bot", () => signed({ ...claims(), aud: randomUUID() })],
    ["a token for another service URL", () => signed({ ...claims(), serviceurl: "https://smba.trafficmanager.net/emea/" })],
    ["another issuer", () => signed({ ...claims(), iss: "https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/" })],
    [
      "a token of the emulator, which botbuilder would take",
      () =>
        signed({
          ...claims(),
          iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
          ver: "1.0",
          appid: appId,
          serviceurl: "x",
        }),
    ],
    ["a token of another bot, speaking as to a skill", () => signed({ ...claims(), ver: "1.0", appid: randomUUID() })],
  ])("%s is answered 401, and nothing happens", async (_, token) => {
    const { status } = await deliver(token());
    expect({ status, heard: world.heard }).toEqual({ status: 401, heard: [] });
    expect(world.logged).toMatchObject([{ level: "warn", event: "activity-refused", facts: { status: 401 } }]);
  });

  test("what does not even claim to be Teams' never reaches botbuilder, which remembers every tenant a token names", async () => {
    const emulators = { ...claims(), iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", ver: "1.0", appid: appId };
    for (const token of [undefined, "not.a.token", signed(emulators)]) await deliver(token);
    expect(world.logged.map(({ facts }) => facts.why)).toEqual(["issuer", "issuer", "issuer"]);
  });

  test("another channel than Teams is answered 403", async () => {
    for (const channelId of ["emulator", "directline", "AseChannel"]) {
      expect(await deliver(signed(claims()), { channelId })).toMatchObject({ status: 403 });
    }
    expect(world.heard).toEqual([]);
  });

  test("a service URL of a host that is not known is answered 403, whatever the token says", async () => {
    const serviceUrl = "https://smba.trafficmanager.net.evil.example/";
    expect(await deliver(signed({ ...claims(), serviceurl: serviceUrl }), { serviceUrl })).toMatchObject({ status: 403 });
  });

  test("an activity without a tenant is answered 400", async () => {
    const conversation = { conversationType: "personal", id: chatId };
    expect(await deliver(signed(claims()), { conversation, channelData: undefined })).toMatchObject({ status: 400 });
  });

  test("forged tokens leave nothing behind, however many tenants they name", async () => {
    const before = JSON.stringify(emulatorTokens.issuer);
    for (let count = 0; count < 5; count += 1) await deliver(signed({ ...claims(), tid: randomUUID() }, stranger.privateKey));
    expect(JSON.stringify(emulatorTokens.issuer)).toBe(before);
  });

  test("keys that cannot be fetched are answered 503, because it is not the sender's fault", async () => {
    const settings = { ...believing().settings, ToBotFromChannelOpenIdMetadataUrl: `${openId.origin}/nothing-here` };
    const other = await startWorld(believing({ credentials: withoutTokens, settings }));
    const token = signed({ ...claims(), serviceurl: other.connector.url });
    expect(await other.deliver(other.inChat(pressed({})), { authorization: `Bearer ${token}` })).toMatchObject({ status: 503 });
    await other.stop();
  });

  test("keys that never come are answered 503 in time, and when they come after all nothing happens", async () => {
    const settings = { ...believing().settings, ToBotFromChannelOpenIdMetadataUrl: `${openId.origin}/never` };
    const other = await startWorld(believing({ credentials: withoutTokens, settings, limitMs: 100 }));
    const token = signed({ ...claims(), serviceurl: other.connector.url });
    expect(await other.deliver(other.inChat(pressed({})), { authorization: `Bearer ${token}` })).toMatchObject({ status: 503 });
    openId.letGo();
    // The keys are there now, and only the second press is heard.
    await expect.poll(async () => (await other.deliver(other.inChat(pressed({})), { authorization: `Bearer ${token}` })).status).toBe(200);
    expect(other.heard).toHaveLength(1);
    await other.stop();
  });

  test("another cloud's issuer is believed where it is configured, and the public one is not", async () => {
    const settings = { ...believing().settings, ToBotFromChannelTokenIssuer: "https://issuer.example" };
    const other = await startWorld(believing({ credentials: withoutTokens, settings }));
    const status = async (iss: string) => {
      const authorization = `Bearer ${signed({ ...claims(), iss, serviceurl: other.connector.url })}`;
      return (await other.deliver(other.inChat(pressed({})), { authorization })).status;
    };
    expect([await status("https://issuer.example"), await status(teamsIssuer)]).toEqual([200, 401]);
    await other.stop();
  });

  test("Gnist does not open without an app id", () => {
    expect(() => openTeams({ settings: {}, serviceHosts: [], local: false, render, log: console })).toThrow(/MicrosoftAppId is missing/);
  });
});

describe("the token for Teams", () => {
  /** Credentials of botbuilder's own kind, whose sign-in is counted, and waits until it is let go. */
  class Counted extends AppCredentials {
    asked = 0;
    signIn: () => Promise<void> = async () => {};
    protected override async refreshToken() {
      this.asked += 1;
      await this.signIn();
      return { accessToken: `token-${this.asked}`, expiresOn: new Date(Date.now() + 3_600_000) };
    }
  }
  const start = async (limitMs = 5_000) => {
    const counted = new Counted(randomUUID(), "tenant", "scope");
    const other = await startWorld(believing({ credentials: { ...withoutTokens, createCredentials: async () => counted }, limitMs }));
    return { counted, other, post: () => other.channel.post(other.address(chatId), sentence, "en") };
  };

  test("is asked for once, however many messages wait for it", async () => {
    const { counted, other, post } = await start();
    const sent = await Promise.all(Array.from({ length: 20 }, post));
    expect(sent.every(({ outcome }) => outcome === "sent")).toBe(true);
    expect(counted.asked).toBe(1);
    expect(other.connector.calls.every(({ headers }) => headers.authorization === "Bearer token-1")).toBe(true);
    await other.stop();
  });

  test("is asked for anew after Teams has refused it, but not at every refusal", async () => {
    const { counted, other, post } = await start();
    other.connector.fates.push({ status: 401 });
    expect(await post()).toMatchObject({ outcome: "later" });
    expect(await post()).toMatchObject({ outcome: "sent" });
    expect(other.connector.calls.at(-1)?.headers.authorization).toBe("Bearer token-2");
    other.connector.fates.push({ status: 401 });
    await post();
    await post();
    expect(counted.asked).toBe(2);
    await other.stop();
  });

  test("that cannot be had means that Teams does not have the message", async () => {
    const { counted, other, post } = await start();
    counted.signIn = () => Promise.reject(new Error("invalid_client"));
    expect(await post()).toMatchObject({ outcome: "later" });
    expect(other.connector.calls).toEqual([]);
    await other.stop();
  });

  test("that comes too late sends nothing after all", async () => {
    const { counted, other, post } = await start(50);
    let letGo: () => void = () => {};
    counted.signIn = () =>
      new Promise((resolve) => {
        letGo = resolve;
      });
    expect(await post()).toMatchObject({ outcome: "later", detail: "TimedOut" });
    counted.signIn = async () => {};
    letGo();
    // The same token serves the next message; had the first one gone out too, there would be two.
    expect(await post()).toMatchObject({ outcome: "sent" });
    expect(other.connector.calls).toHaveLength(1);
    await other.stop();
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

const alter = (part: string): string => {
  const payload = JSON.parse(Buffer.from(part, "base64url").toString());
  return Buffer.from(JSON.stringify({ ...payload, exp: payload.exp + 1 })).toString("base64url");
};

async function startOpenId() {
  const { n, e } = publicKey.export({ format: "jwk" });
  const keys = { keys: [{ kty: "RSA", use: "sig", kid: "key-1", n, e, endorsements: ["msteams"] }] };
  // botbuilder remembers keys by their address for ever, so each run has its own.
  const path = `/${randomUUID()}/openidconfiguration`;
  const held: (() => void)[] = [];
  let holds = true;
  const server = createServer((request, response) => {
    const metadata = { issuer: teamsIssuer, jwks_uri: `${origin}/keys` };
    const body = { [path]: metadata, "/never": metadata, "/keys": keys }[request.url ?? ""];
    const answer = () => {
      response.writeHead(body ? 200 : 404, { "content-type": "application/json", connection: "close" });
      response.end(JSON.stringify(body ?? {}));
    };
    if (request.url === "/never" && holds) held.push(answer);
    else answer();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: origin + path,
    server,
    /** What was never answered is answered. */
    letGo: () => {
      holds = false;
      for (const answer of held.splice(0)) answer();
    },
  };
}
