import { randomUUID } from "node:crypto";
import { AppCredentials } from "botframework-connector";
import { afterEach, describe, expect, test } from "vitest";
import { believing, chatId, sentence, startWorld, withoutTokens } from "./world.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** botbuilder's credentials with a counted sign-in, which a test can make fail or wait. */
class Counted extends AppCredentials {
  asked = 0;
  /** How long the coming tokens are good, ms; botbuilder takes five minutes off. */
  lifeMs = 3_600_000;
  signIn: () => Promise<void> = async () => {};
  protected override async refreshToken() {
    this.asked += 1;
    const token = `token-${this.asked}`;
    await this.signIn();
    return { accessToken: token, expiresOn: new Date(Date.now() + this.lifeMs) };
  }
}

const start = async (limitMs = 5_000, now: () => number = Date.now) => {
  const counted = new Counted(randomUUID(), "tenant", "scope");
  const credentials = { ...withoutTokens, createCredentials: async () => counted };
  const world = await startWorld(believing("http://127.0.0.1:1/never-asked", { credentials, limitMs, now }));
  stops.push(world.stop);
  const post = () => world.channel.post(world.address(chatId), sentence, "en");
  return {
    counted,
    world,
    post,
    /** The outcomes of 200 messages at once. */
    postMany: async () => new Set((await Promise.all(Array.from({ length: 200 }, post))).map(({ outcome }) => outcome)),
    /** Tokens that Teams has received. */
    shown: () => new Set(world.connector.calls.map(({ headers }) => headers.authorization)),
  };
};

describe("the token for Teams", () => {
  test("is asked for once, however many messages wait for it", async () => {
    const { counted, world, postMany, shown } = await start();
    expect(await postMany()).toEqual(new Set(["sent"]));
    expect(counted.asked).toBe(1);
    expect(world.connector.calls).toHaveLength(200);
    expect(shown()).toEqual(new Set(["Bearer token-1"]));
  });

  test("is asked for once more when it has expired, however many messages wait for it", async () => {
    const { counted, post, postMany, world, shown } = await start();
    counted.lifeMs = 300_000;
    await post();
    counted.lifeMs = 3_600_000;
    world.connector.calls.length = 0;
    expect(await postMany()).toEqual(new Set(["sent"]));
    expect(counted.asked).toBe(2);
    expect(shown()).toEqual(new Set(["Bearer token-2"]));
  });

  test("that cannot be had means that Teams does not have the messages; they are sent once it can", async () => {
    const { counted, world, postMany } = await start();
    counted.signIn = () => Promise.reject(new Error("server_error"));
    expect(await postMany()).toEqual(new Set(["later"]));
    expect(counted.asked).toBe(1);
    expect(world.connector.calls).toEqual([]);
    counted.signIn = async () => {};
    expect(await postMany()).toEqual(new Set(["sent"]));
    expect(counted.asked).toBe(2);
    expect(world.connector.calls).toHaveLength(200);
  });

  test("is asked for anew after Teams has refused it, but not at every refusal", async () => {
    const { counted, world, post } = await start();
    world.connector.fates.push({ status: 401 });
    expect(await post()).toMatchObject({ outcome: "later" });
    expect(await post()).toMatchObject({ outcome: "sent" });
    expect(world.connector.calls.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-1", "Bearer token-2"]);
    world.connector.fates.push({ status: 401 });
    await post();
    await post();
    expect(counted.asked).toBe(2);
  });

  test("that Teams refuses for 200 messages at once is renewed once, and each is then sent once", async () => {
    const { counted, world, postMany, shown } = await start();
    world.connector.fates.push(...Array.from({ length: 200 }, () => ({ status: 401 })));
    expect(await postMany()).toEqual(new Set(["later"]));
    world.connector.calls.length = 0;
    expect(await postMany()).toEqual(new Set(["sent"]));
    expect(world.connector.calls).toHaveLength(200);
    expect(shown()).toEqual(new Set(["Bearer token-2"]));
    expect(counted.asked).toBe(2);
  });

  test("that was refused is not shown again because its renewal failed the first time", async () => {
    const { counted, world, post } = await start();
    world.connector.fates.push({ status: 401 });
    expect(await post()).toMatchObject({ outcome: "later" });
    counted.signIn = () => Promise.reject(new Error("server_error"));
    expect(await post()).toMatchObject({ outcome: "later" });
    counted.signIn = async () => {};
    expect(await post()).toMatchObject({ outcome: "sent" });
    expect(world.connector.calls.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-1", "Bearer token-3"]);
  });

  test("that is never answered is asked for anew after half a minute, and the late answer harms nothing", async () => {
    let now = Date.now();
    const { counted, world, post, shown } = await start(250, () => now);
    let letGo: () => void = () => {};
    counted.signIn = () =>
      new Promise((resolve) => {
        letGo = resolve;
      });
    expect(await post()).toMatchObject({ outcome: "later", detail: "TimedOut" });
    counted.signIn = async () => {};
    now += 29_000;
    expect(await post()).toMatchObject({ outcome: "later", detail: "TimedOut" });
    now += 2_000;
    expect(await post()).toMatchObject({ outcome: "sent" });
    expect(world.logged).toMatchObject([{ event: "token-not-given", facts: { fault: "TimedOut" } }]);
    letGo();
    expect(await post()).toMatchObject({ outcome: "sent" });
    expect(counted.asked).toBe(2);
    expect(world.connector.calls).toHaveLength(2);
    expect(shown().size).toBeGreaterThan(0);
  });

  test("that is never answered is asked for anew too where the clock was set back meanwhile", async () => {
    let now = Date.now();
    const { counted, post } = await start(250, () => now);
    counted.signIn = () => new Promise(() => undefined);
    expect(await post()).toMatchObject({ outcome: "later", detail: "TimedOut" });
    counted.signIn = async () => {};
    now -= 3_600_000;
    expect(await post()).toMatchObject({ outcome: "sent" });
  });

  test("that Entra refuses is told once a minute, with the code and the remedy, and none of Entra's words", async () => {
    const { counted, world, postMany } = await start();
    counted.signIn = () =>
      Promise.reject(new Error("invalid_client: AADSTS7000222: The provided client secret keys for app 'Gnist' are expired."));
    await postMany();
    await postMany();
    expect(world.logged.filter(({ event }) => event === "sign-in-refused")).toEqual([
      {
        level: "error",
        event: "sign-in-refused",
        facts: {
          way: "identity",
          code: "AADSTS7000222",
          say: expect.stringMatching(/^The bot's secret has expired\. .*error\?code=7000222 explains/),
        },
      },
    ]);
    expect(JSON.stringify(world.logged)).not.toContain("client secret keys");
  });

  test("that comes too late sends nothing after all", async () => {
    const { counted, world, post } = await start(250);
    let letGo: () => void = () => {};
    counted.signIn = () =>
      new Promise((resolve) => {
        letGo = resolve;
      });
    expect(await post()).toMatchObject({ outcome: "later", detail: "TimedOut" });
    counted.signIn = async () => {};
    letGo();
    // The next message uses that token. If the first message had gone out too, there would be two posts.
    expect(await post()).toMatchObject({ outcome: "sent" });
    expect(world.connector.calls).toHaveLength(1);
  });
});
