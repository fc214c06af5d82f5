import { randomUUID } from "node:crypto";

/** Parts that both sides of the inbound bench share. */

export type ServerName = "restify" | "stock" | "ours" | "ours-with-turns";

export const appId = "33333333-3333-4333-8333-333333333333";
export const serviceUrl = "https://smba.trafficmanager.net/emea/11111111-1111-4111-8111-111111111111/";

/** The card that every server answers with, as large as a receipt. */
export const cardOfAnswer = {
  type: "AdaptiveCard",
  $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
  version: "1.5",
  body: [
    { type: "TextBlock", text: "Thank you, Sara. Saved for North clinic.", wrap: true, weight: "bolder", size: "medium" },
    { type: "TextBlock", text: "The label printer on ward 3 jams every morning before the round.", wrap: true },
    { type: "TextBlock", text: "It is in the digest on Tuesday at 09:00.", wrap: true, isSubtle: true },
  ],
  actions: [
    { type: "Action.Execute", title: "Edit", verb: "edit-idea", data: { idea: "i-0123456789abcdef", nonce: "n-0123456789abcdef" } },
    { type: "Action.Execute", title: "Withdraw", verb: "withdraw-idea", data: { idea: "i-0123456789abcdef", nonce: "n-0123456789abcdef" } },
  ],
};

export const tenantId = "11111111-1111-4111-8111-111111111111";
const chatId = "a:1pL6i0oY3C0K8oAj8l0wLPqDdEPRXGXQnV1rTQ8VQF9yAZr4hXWk3sYzTeo";

/** A pressed Action.Execute as Teams sends it. */
export const invoke = JSON.stringify({
  name: "adaptiveCard/action",
  type: "invoke",
  timestamp: "2026-11-20T12:00:00.123Z",
  localTimestamp: "2026-11-20T13:00:00.123+01:00",
  id: "f:b6a2c9a8-3c1e-1b1f-8d0a-2f4f3a7f9d11",
  channelId: "msteams",
  serviceUrl,
  from: { id: "29:1bSr5lYhQ0hZ3pXo8m2vJ8w4nT6kGfQ7aVxUe9RkLm", name: "Sara Lind", aadObjectId: "20000000-0000-4000-8000-000000000001" },
  conversation: { conversationType: "personal", tenantId, id: chatId },
  recipient: { id: `28:${appId}`, name: "Gnist" },
  entities: [{ locale: "sv-SE", country: "SE", platform: "Windows", timezone: "Europe/Stockholm", type: "clientInfo" }],
  channelData: { tenant: { id: tenantId }, source: { name: "message" } },
  replyToId: "1700000000123",
  value: {
    action: {
      type: "Action.Execute",
      verb: "submit-idea",
      data: { round: "2026-W47", nonce: "n-0123456789abcdef", text: "The label printer on ward 3 jams every morning", kind: "tool" },
    },
    trigger: "manual",
  },
  locale: "sv-SE",
  localTimezone: "Europe/Stockholm",
});

/** Claims of a Teams token, different at each call. */
export const newClaims = () => {
  const now = Math.floor(Date.now() / 1_000);
  return { serviceurl: serviceUrl, nbf: now - 60, exp: now + 3_600, iss: "https://api.botframework.com", aud: appId, jti: randomUUID() };
};
