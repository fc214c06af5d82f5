import { afterAll, beforeAll, expect, test } from "vitest";
import { bot, channelId, pressed, sara, sentence, startWorld, teamId, tenant, type World } from "./world.ts";

/* Any value in a field of an activity is read, ignored or refused: none causes a fault, and a refusal leaves one line. */

let world: World;

beforeAll(async () => {
  world = await startWorld();
  world.says(sentence);
});

afterAll(() => world.stop());

const team = { tenant: { id: tenant }, team: { id: teamId, name: "North" }, channel: { id: channelId, type: "standard" } };
const mention = { type: "mention", text: "<at>Gnist</at>", mentioned: bot };
const activities: Readonly<Record<string, () => Record<string, unknown>>> = {
  "a message": () => world.inChat({ type: "message", text: "<at>Gnist</at> help", locale: "sv-SE", entities: [mention] }),
  "a message in a channel": () => world.inChannel({ type: "message", text: "help" }),
  "a press": () => world.inChat({ type: "message", value: { verb: "add-voice", idea: "i" }, replyToId: "1700" }),
  "a press that is answered in place": () => world.inChat(pressed({ idea: "i" }, "add-voice")),
  "a press in a dialog": () => world.inChat({ type: "invoke", name: "task/submit", value: { data: { verb: "add-voice" } } }),
  "an event": () =>
    world.inChannel({
      type: "conversationUpdate",
      channelData: { ...team, eventType: "teamMemberRemoved" },
      membersAdded: [{ id: "29:omar" }],
      membersRemoved: [{ id: "29:pia", aadObjectId: sara.aadObjectId }],
    }),
  "an installation": () =>
    world.inChannel({
      type: "installationUpdate",
      action: "add",
      channelData: { ...team, settings: { selectedChannel: { id: channelId } } },
    }),
};

const odd = [null, undefined, 7, true, "", "{", '{"a":1}', [], [null], {}, { id: null }, "\ud83d", "a|b/c#?", "x".repeat(3_000)];

const pathsIn = (value: unknown, at: readonly string[] = []): (readonly string[])[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[...at, key], ...pathsIn(inner, [...at, key])])
    : [];

const withOdd = (value: unknown, [key, ...rest]: readonly string[], found: unknown): unknown => {
  if (key === undefined) return found;
  if (Array.isArray(value)) return value.map((inner, at) => (String(at) === key ? withOdd(inner, rest, found) : inner));
  return { ...(value as object), [key]: withOdd((value as Record<string, unknown>)[key], rest, found) };
};

test.each(Object.keys(activities))("%s", async (name) => {
  const whole = activities[name]?.() ?? {};
  for (const path of pathsIn(whole)) {
    for (const found of odd) {
      world.logged.length = 0;
      const { status } = await world.deliver(withOdd(whole, path, found) as Record<string, unknown>);
      const lines = world.logged.filter(({ event }) => event === "activity-refused").length;
      const where = `${path.join(".")} is ${JSON.stringify(found)?.slice(0, 20)}`;
      expect([200, 400, 403, 501], where).toContain(status);
      expect([lines, world.logged.filter(({ level }) => level === "error")], where).toEqual([status === 200 ? 0 : 1, []]);
    }
  }
});
