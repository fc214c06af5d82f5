import { generateKeyPairSync, randomUUID } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { incomingTokens } from "../../src/teams/incoming-tokens.ts";
import type { SigningKey } from "../../src/teams/keys.ts";
import { type KeyServer, newKey, signedWith, startOpenId, teamsIssuer } from "./open-id.ts";
import { appId, believing, pressed, startWorld } from "./world.ts";

/** Signing keys of Teams' tokens while their server is down, publishes new keys or withdraws old ones. */

const friday = Date.UTC(2026, 10, 20, 12);
const minute = 60_000;
const hour = 60 * minute;
const spare = newKey();
const stranger = newKey();

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const stop of stops.splice(0)) await stop();
});

/** A world with a virtual clock; only the time limit of a key fetch runs in real time. */
const start = async (limitMs = 5_000) => {
  const time = { now: friday };
  const openId = await startOpenId();
  const world = await startWorld(believing(openId.url, { limitMs, now: () => time.now }));
  stops.push(world.stop, openId.stop);
  const claims = () => {
    const at = Math.floor(time.now / 1000);
    return { iss: teamsIssuer, aud: appId, serviceurl: world.connector.url, nbf: at - 60, exp: at + 3_600, jti: randomUUID() };
  };
  const deliver = async (token: string, what: Record<string, unknown> = {}) =>
    (await world.deliver(world.inChat({ ...pressed({}), ...what }), { authorization: `Bearer ${token}` })).status;

  /** Statuses of tokens that must always be refused, whatever the keys, even while a good token is cached. */
  const refused = async (good: string, kid = "key-1") => {
    const [header, , signature] = good.split(".");
    const altered = Buffer.from(JSON.stringify({ ...claims(), exp: claims().exp + 3_600 })).toString("base64url");
    const heard = world.heard.length;
    const statuses = {
      forged: await deliver(signedWith(stranger.privateKey, claims(), kid)),
      altered: await deliver([header, altered, signature].join(".")),
      expired: await deliver(openId.signed({ ...claims(), nbf: claims().nbf - 7_200, exp: claims().exp - 7_200 }, kid)),
      otherAudience: await deliver(openId.signed({ ...claims(), aud: randomUUID() }, kid)),
      otherServiceUrl: await deliver(good, { serviceUrl: `${world.connector.url}/elsewhere` }),
      unknownHost: await deliver(good, { serviceUrl: "https://smba.trafficmanager.net.evil.example/" }),
      otherChannel: await deliver(good, { channelId: "directline" }),
    };
    expect(world.heard).toHaveLength(heard);
    return statuses;
  };
  return { time, openId, world, claims, deliver, refused };
};

const allRefused = {
  forged: 401,
  altered: 401,
  expired: 401,
  otherAudience: 401,
  otherServiceUrl: 401,
  unknownHost: 403,
  otherChannel: 403,
};

test("fifty activities at once, before any key is known, make two requests", async () => {
  const { openId, claims, deliver } = await start();
  const statuses = await Promise.all(Array.from({ length: 50 }, () => deliver(openId.signed(claims()))));
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(openId.asked).toEqual(["/metadata", "/keys"]);
});

describe("when the keys are a day old and their server", () => {
  test.each<[string, KeyServer]>([
    ["answers 503", { status: 503 }],
    ["drops the connection", "drop"],
    ["says nothing at all", "silence"],
    ["answers nonsense", "nonsense"],
  ])("%s, the known ones go on working, and one that is new is believed as soon as it is there", async (_, is) => {
    const { time, openId, world, claims, deliver, refused } = await start(1_000);
    const first = openId.signed(claims());
    expect(await deliver(first)).toBe(200);
    expect(await refused(first)).toEqual(allRefused);

    time.now += 25 * hour;
    openId.is = is;
    expect(await deliver(first)).toBe(401);
    const second = openId.signed(claims());
    expect([await deliver(second), await deliver(second)]).toEqual([200, 200]);
    expect(await refused(second)).toEqual(allRefused);
    openId.keys.set("key-2", spare);
    // The token may be valid, so Teams must try again.
    expect(await deliver(openId.signed(claims(), "key-2"))).toBe(503);
    expect(world.logged).toContainEqual(expect.objectContaining({ level: "warn", event: "keys-not-fetched" }));

    openId.letGo();
    openId.asked.length = 0;
    time.now += minute;
    expect(await deliver(openId.signed(claims(), "key-2"))).toBe(200);
    expect(await deliver(openId.signed(claims(), "key-1"))).toBe(200);
    expect(openId.asked).toEqual(["/metadata", "/keys"]);
    for (const kid of ["key-1", "key-2"]) expect(await refused(openId.signed(claims(), kid), kid)).toEqual(allRefused);
  });
});

test("a key that is taken back is not believed any more once the keys are fetched again, not even by a token that was believed before", async () => {
  const { time, openId, claims, deliver, refused } = await start();
  const token = openId.signed({ ...claims(), exp: claims().exp + 48 * 3_600 });
  expect([await deliver(token), await deliver(token)]).toEqual([200, 200]);
  openId.keys.set("key-2", spare);
  openId.keys.delete("key-1");
  time.now += 25 * hour;
  await deliver(token);
  await expect.poll(() => deliver(token)).toBe(401);
  expect(await deliver(openId.signed(claims(), "key-2"))).toBe(200);
  expect(await refused(openId.signed(claims(), "key-2"), "key-2")).toEqual(allRefused);
});

test("however many tokens name unknown keys, the keys are fetched for them once a minute", async () => {
  const { time, openId, claims, deliver } = await start();
  const unknown = () => deliver(signedWith(stranger.privateKey, claims(), randomUUID()));
  expect(await deliver(openId.signed(claims()))).toBe(200);
  time.now += minute;
  openId.asked.length = 0;
  expect(new Set(await Promise.all(Array.from({ length: 20 }, unknown)))).toEqual(new Set([401]));
  await unknown();
  expect(openId.asked).toHaveLength(2);
  time.now += minute;
  await unknown();
  expect(openId.asked).toHaveLength(4);
});

test("a key that vouches for other channels alone is not believed", async () => {
  const { openId, claims, deliver } = await start();
  openId.keys.set("key-2", { ...spare, channels: ["directline", "webchat"] });
  expect([await deliver(openId.signed(claims(), "key-2")), await deliver(openId.signed(claims()))]).toEqual([401, 200]);
});

test("a key that is no RSA key, or no key at all, does not get in the way of the others", async () => {
  const { openId, claims, deliver } = await start();
  const curve = generateKeyPairSync("ec", { namedCurve: "P-256" });
  openId.keys.set("key-2", curve).set("", { ...spare, channels: [7] as unknown as string[] });
  expect([await deliver(signedWith(spare.privateKey, claims(), "key-2")), await deliver(openId.signed(claims()))]).toEqual([401, 200]);
});

describe("while no key is known and their server is away", () => {
  test("activities are answered 503, and the server is left alone for some seconds", async () => {
    const { time, openId, claims, deliver } = await start();
    openId.is = { status: 503 };
    expect([await deliver(openId.signed(claims())), await deliver(openId.signed(claims()))]).toEqual([503, 503]);
    expect(openId.asked).toEqual(["/metadata"]);
    openId.letGo();
    time.now += 5_000;
    expect(await deliver(openId.signed(claims()))).toBe(200);
  });

  test("keys that come too late make nothing happen after all", async () => {
    const { time, openId, world, claims, deliver } = await start(1_000);
    openId.is = "silence";
    expect(await deliver(openId.signed(claims()))).toBe(503);
    openId.letGo();
    time.now += 5_000;
    expect(await deliver(openId.signed(claims()))).toBe(200);
    expect(world.heard).toHaveLength(1);
  });
});

describe("a token that was believed", () => {
  test("is not verified again", async () => {
    const { openId, claims, deliver } = await start();
    const verify = vi.spyOn(crypto.subtle, "verify");
    const token = openId.signed(claims());
    for (let count = 0; count < 3; count += 1) expect(await deliver(token)).toBe(200);
    expect(verify).toHaveBeenCalledTimes(1);
  });

  test("is verified again once a thousand others have come", async () => {
    const verify = vi.spyOn(crypto.subtle, "verify");
    const key: SigningKey = spare.publicKey.export({ format: "jwk" });
    const keys = { knownKey: () => key, find: async () => key };
    const believe = incomingTokens({ appId, issuer: teamsIssuer, keys, now: () => friday });
    const serviceurl = "https://smba.trafficmanager.net/emea/";
    const token = (jti: number) =>
      signedWith(spare.privateKey, { iss: teamsIssuer, aud: appId, serviceurl, exp: friday / 1_000 + 60, jti });
    const first = token(0);
    for (let count = 0; count < 1_000; count += 1) await believe(count === 0 ? first : token(count));
    await believe(first);
    expect(verify).toHaveBeenCalledTimes(1_000);
    await believe(token(1_000));
    await believe(first);
    expect(verify).toHaveBeenCalledTimes(1_002);
  });

  test("is refused once it has expired", async () => {
    const { time, openId, claims, deliver, refused } = await start();
    const token = openId.signed(claims());
    expect(await deliver(token)).toBe(200);
    // Clocks may differ by five minutes, for a cached token too.
    time.now += hour + 4 * minute;
    expect(await deliver(token)).toBe(200);
    time.now += 2 * minute;
    expect(await deliver(token)).toBe(401);
    expect(await refused(openId.signed(claims()))).toEqual(allRefused);
  });
});
