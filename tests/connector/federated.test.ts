import { afterEach, beforeEach, expect, test } from "vitest";
import { startEntra } from "./entra.ts";
import { appId, believing, chatId, sentence, startWorld, tenant } from "./world.ts";

/* The first half of a federated credential, in which the machine's identity vouches for the bot. tests/week/federated.test.ts has the whole. */

const identity = "44444444-4444-4444-8444-444444444444";
const saved = { IDENTITY_ENDPOINT: process.env.IDENTITY_ENDPOINT, IDENTITY_HEADER: process.env.IDENTITY_HEADER };

let entra: Awaited<ReturnType<typeof startEntra>>;

beforeEach(async () => {
  entra = await startEntra({ appId, tenantId: tenant, identity: "no machine's" });
  const { IDENTITY_ENDPOINT, IDENTITY_HEADER } = entra.settings;
  Object.assign(process.env, { IDENTITY_ENDPOINT, IDENTITY_HEADER });
});

afterEach(async () => {
  await entra.stop();
  for (const [name, value] of Object.entries(saved)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

test("an identity that the machine has not is told in the log, and each cloud's Entra gets the audience that it knows", async () => {
  const clouds = {
    "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us": "api://AzureADTokenExchangeUSGov",
    "https://login.partner.microsoftonline.cn/common": "api://AzureADTokenExchangeChina",
    "https://login.microsoftonline.com/botframework.com": "api://AzureADTokenExchange",
  };
  for (const [ToChannelFromBotLoginUrl, audience] of Object.entries(clouds)) {
    const { credentials: _, ...bot } = believing("http://127.0.0.1:1/never-asked", { identity });
    const settings = { ...bot.settings, MicrosoftAppType: "SingleTenant", MicrosoftAppTenantId: tenant, ToChannelFromBotLoginUrl };
    const world = await startWorld({ ...bot, settings });
    try {
      expect(await world.channel.post(world.address(chatId), sentence, "en")).toMatchObject({ outcome: "later" });
      expect(entra.asked.at(-1)).toEqual({ resource: audience, client: identity });
      expect(world.logged).toEqual([
        {
          level: "warn",
          event: "token-not-given",
          facts: expect.objectContaining({ way: "federated", fault: "CredentialUnavailableError" }),
        },
      ]);
      expect(JSON.stringify(world.logged)).not.toContain(identity);
    } finally {
      await world.stop();
    }
  }
});
