import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { personIdOf, teamIdOf } from "../../src/domain/ids.ts";
import { bot, channelId, sara, startWorld, teamId, tenant, type World, who } from "./world.ts";

/* Events of Gnist and its teams. */

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.stop());
beforeEach(() => {
  world.heard.length = 0;
});

/** Delivers an activity and returns the happenings that reach the flows. */
const hear = async (activity: Record<string, unknown>) => {
  const { status } = await world.deliver(activity);
  return { status, heard: world.heard };
};

describe("an installation", () => {
  const data = { tenant: { id: tenant }, team: { id: teamId, name: "North" } };
  const inTeam = (what: Record<string, unknown>) =>
    world.inChannel({ conversation: { conversationType: "channel", id: channelId, tenantId: tenant }, channelData: data, ...what });

  test("in a team is heard from installationUpdate, with the channel that was chosen", async () => {
    const conversation = { conversationType: "channel", id: teamId, tenantId: tenant };
    const channelData = { ...data, settings: { selectedChannel: { id: channelId } } };
    const { heard } = await hear(inTeam({ type: "installationUpdate", action: "add", conversation, channelData }));
    expect(heard).toEqual([{ happened: "added-to-team", who, place: { ...world.channelOf(teamId), teamName: "North" } }]);
  });

  test("in a team is heard from conversationUpdate alone, where the bot is told from people by the recipient", async () => {
    const membersAdded = [{ id: sara.id }, { id: bot.id }];
    const { heard } = await hear(inTeam({ type: "conversationUpdate", membersAdded }));
    expect(heard).toEqual([{ happened: "added-to-team", who, place: { ...world.channelOf(channelId), teamName: "North" } }]);
  });

  test.each([
    ["removed-from-team", { type: "installationUpdate", action: "remove" }],
    ["removed-from-team", { type: "installationUpdate", action: "remove-upgrade" }],
    ["added-to-team", { type: "installationUpdate", action: "add-upgrade" }],
    ["removed-from-team", { type: "conversationUpdate", membersRemoved: [{ id: bot.id }] }],
    ["removed-from-team", { type: "conversationUpdate", channelData: { ...data, eventType: "teamDeleted" } }],
    ["removed-from-team", { type: "conversationUpdate", channelData: { ...data, eventType: "teamHardDeleted" } }],
    ["team-restored", { type: "conversationUpdate", channelData: { ...data, eventType: "teamRestored" } }],
    ["removed-from-team", { type: "installationUpdate", action: "Remove" }],
    ["team-changed", { type: "installationUpdate", action: "suspend" }],
    ["team-changed", { type: "installationUpdate" }],
    ["team-changed", { type: "installationUpdate", action: 7 }],
    ["team-archived", { type: "conversationUpdate", from: [], channelData: { ...data, eventType: "teamArchived" } }],
    ["team-changed", { type: "conversationUpdate", channelData: { ...data, tenant: { id: "a/b" } } }],
    ["removed-from-team", { type: "conversationUpdate", membersRemoved: [null, { name: "nobody" }, { id: bot.id }] }],
    ["team-changed", { type: "conversationUpdate", membersRemoved: { id: "29:omar" } }],
    ["team-changed", { type: "conversationUpdate", channelData: { ...data, eventType: "channelDeleted", channel: "Side" } }],
    ["team-changed", { type: "conversationUpdate", channelData: { ...data, eventType: ["teamDeleted"] } }],
    ["team-changed", { type: "conversationUpdate", channelData: { ...data, eventType: "somethingNew" } }],
    ["team-changed", { type: "conversationUpdate", channelData: { team: data.team, tenant: "x", eventType: "teamRenamed" } }],
    ["team-archived", { type: "conversationUpdate", channelData: { ...data, eventType: "teamArchived" } }],
    ["team-unarchived", { type: "conversationUpdate", channelData: { ...data, eventType: "teamUnarchived" } }],
    ["team-changed", { type: "conversationUpdate", membersAdded: [{ id: "29:omar" }] }],
    ["team-changed", { type: "conversationUpdate", membersRemoved: [{ id: "29:omar" }] }],
    ["team-changed", { type: "conversationUpdate", channelData: { ...data, eventType: "teamRenamed" } }],
    ["team-changed", { type: "conversationUpdate", channelData: { ...data, eventType: "channelCreated", channel: { id: "19:x" } } }],
  ])("is told as %s: %j", async (happened, what) => {
    const { status, heard } = await hear(inTeam(what));
    expect(status).toBe(200);
    expect(heard).toMatchObject([{ happened }]);
  });

  const shared = { id: "19:shared@thread.tacv2", name: "Shared", type: "shared" };
  test.each([
    [
      "which takes Gnist out",
      { membersRemoved: [{ id: bot.id }], channelData: { ...data, eventType: "channelMemberRemoved", channel: shared } },
    ],
    ["which lets Gnist in", { membersAdded: [{ id: bot.id }], channelData: { ...data, eventType: "channelMemberAdded", channel: shared } }],
    ["which says no more than that", { membersRemoved: [{ id: bot.id }], channelData: { ...data, channel: shared } }],
    ["which does not say what it is", { membersRemoved: [{ id: bot.id }], channelData: { ...data, channel: { id: shared.id } } }],
    ["in which the app is installed", { type: "installationUpdate", action: "add", channelData: { ...data, channel: shared } }],
    [
      "from which the app is taken",
      { type: "installationUpdate", action: "remove", channelData: { ...data, channel: { ...shared, type: "Private" } } },
    ],
    [
      "which somebody leaves",
      { membersRemoved: [{ id: sara.id }], channelData: { ...data, eventType: "channelMemberRemoved", channel: shared } },
    ],
  ])("of one channel, %s, is none of its team's, and nobody of the team has left", async (_, what) => {
    const conversation = { isGroup: true, conversationType: "channel", id: shared.id, tenantId: tenant };
    const { heard } = await hear(inTeam({ type: "conversationUpdate", conversation, ...what }));
    expect(heard).toMatchObject([{ happened: "team-changed", place: { team: teamIdOf(tenant, teamId) } }]);
    expect(heard[0]).not.toHaveProperty("left");
  });

  test("of others names who has left", async () => {
    const membersRemoved = [{ id: "29:omar", aadObjectId: "20000000-0000-4000-8000-000000000002" }, { id: "29:pia" }];
    const { heard } = await hear(inTeam({ type: "conversationUpdate", membersRemoved }));
    const left = [{ teamsId: "29:omar", entraId: "20000000-0000-4000-8000-000000000002" }, { teamsId: "29:pia" }];
    expect(heard).toMatchObject([{ happened: "team-changed", left }]);
  });

  test("in a team is heard where the channel that was chosen for it is private", async () => {
    const channel = { id: channelId, type: "private" };
    const channelData = { ...data, channel, settings: { selectedChannel: { id: channelId } } };
    const { heard } = await hear(inTeam({ type: "installationUpdate", action: "add", channelData }));
    expect(heard).toMatchObject([{ happened: "added-to-team", place: { channelId } }]);
  });

  test.each([
    ["in capitals", sara.aadObjectId.toUpperCase(), tenant.toUpperCase()],
    ["in braces and with spaces", `{${sara.aadObjectId}}`, ` ${tenant} `],
    ["without dashes", sara.aadObjectId.replaceAll("-", ""), tenant],
  ])("%s is of the same team and the same person", async (_, aadObjectId, tenantId) => {
    await hear(world.inChat({ type: "message", text: "hello", from: { ...sara, aadObjectId }, channelData: { tenant: { id: tenantId } } }));
    expect(world.heard).toMatchObject([
      { who: { person: who.person, entraId: sara.aadObjectId }, place: { address: { tenantId: tenant } } },
    ]);
  });

  test.each(["00000000-0000-0000-0000-000000000000", "", "null"])("whose Entra id is %j, nobody's, has none", async (aadObjectId) => {
    await hear(world.inChat({ type: "message", text: "hello", from: { ...sara, aadObjectId } }));
    expect(world.heard).toMatchObject([{ who: { person: personIdOf(tenant, { teamsId: sara.id }) } }]);
    expect(world.heard[0]).not.toHaveProperty("who.entraId");
  });

  test.each([
    ["added-to-person", { type: "installationUpdate", action: "add" }],
    ["added-to-person", { type: "conversationUpdate", membersAdded: [{ id: bot.id }] }],
    ["removed-from-person", { type: "installationUpdate", action: "remove" }],
  ])("in a chat is told as %s: %j", async (happened, what) => {
    const { heard } = await hear(world.inChat(what));
    expect(heard).toEqual([{ happened, who, place: world.chat() }]);
  });

  test("of somebody else in a chat is nothing to Gnist", async () => {
    const { heard } = await hear(world.inChat({ type: "conversationUpdate", membersAdded: [{ id: sara.id }] }));
    expect(heard).toEqual([]);
  });
});
