import { personIdOf, teamIdOf } from "../src/domain/ids.ts";
import type { Member } from "../src/domain/people/person.ts";
import { defaultSettings } from "../src/domain/settings/default-settings.ts";
import type { Team } from "../src/domain/teams/team.ts";
import type { Rows } from "../src/ports.ts";
import { insertAsk, readAsks } from "../src/store/ask.ts";
import { readIdeas, readMine } from "../src/store/idea.ts";
import { putMember } from "../src/store/member.ts";
import { joinTeam, type Profile, saveProfile } from "../src/store/person.ts";
import { insertRound } from "../src/store/round.ts";
import { insertTeam, teamPartition } from "../src/store/team.ts";
import { readVoices } from "../src/store/voice.ts";
import { appId, serviceUrl, tenantId } from "./inbound-parts.ts";

/** Parts that both sides of the bench of answers share: many teams of 50, in a round that has just asked every member. */

/** `without-sdk`: wrapped in OpenTelemetry's api with nothing behind it, as no start of Gnist is; `with-sdk`: by otel.mjs, which sends all spans and metrics. */
export type AnswerServer = "restify" | "stock" | "product" | "empty" | "without-sdk" | "with-sdk";

/** `known`: Gnist has their profile, as after the first week; `new`: this press tells their language. Neither are in the cache of the last ten seconds. */
export type People = "known" | "new";

const perTeam = 50;
const round = "2026-W48";
const three = (one: number) => String(one).padStart(12, "0");
const entraId = (one: number) => `20000000-0000-4000-8000-${three(one)}`;
const teamsId = (one: number) => `29:1bSr5lYhQ0hZ3pXo8m2vJ8w4nT6kGfQ7aVxUe9Rk${three(one)}`;
const chatId = (one: number) => `a:1pL6i0oY3C0K8oAj8l0wLPqDdEPRXGXQnV1rTQ8VQF9yAZr4hXWk3s${three(one)}`;
const teamsTeamId = (team: number) => `19:team-${three(team)}@thread.tacv2`;
const secret = (one: number) => `secret----${three(one)}`;
const personOf = (one: number) => personIdOf(tenantId, { entraId: entraId(one), teamsId: teamsId(one) });
const teamCount = (people: number) => Math.ceil(people / perTeam);

/** Spreads consecutive presses over the teams, as real presses come in no order. */
const teamOf = (one: number, people: number) => teamIdOf(tenantId, teamsTeamId(one % teamCount(people)));

const textOf = (one: number) => `The label printer on ward ${one} jams every morning before the round.`;

/** *Send* on the weekly question as Teams sends it. */
export const pressOf =
  (people: number) =>
  (one: number): string =>
    JSON.stringify({
      name: "adaptiveCard/action",
      type: "invoke",
      timestamp: "2026-11-26T12:00:00.123Z",
      localTimestamp: "2026-11-26T13:00:00.123+01:00",
      id: `f:b6a2c9a8-3c1e-1b1f-8d0a-${three(one)}`,
      channelId: "msteams",
      serviceUrl,
      from: { id: teamsId(one), name: "Sara Lind", aadObjectId: entraId(one) },
      conversation: { conversationType: "personal", tenantId, id: chatId(one) },
      recipient: { id: `28:${appId}`, name: "Gnist" },
      entities: [{ locale: "sv-SE", country: "SE", platform: "Windows", timezone: "Europe/Stockholm", type: "clientInfo" }],
      channelData: { tenant: { id: tenantId }, source: { name: "message" } },
      replyToId: "1700000000123",
      value: {
        action: {
          type: "Action.Execute",
          title: "Skicka",
          verb: "submit-idea",
          data: {
            verb: "submit-idea",
            team: teamOf(one, people),
            round,
            secret: secret(one),
            language: "sv",
            friction: textOf(one),
            proposal: "",
            cost: "",
            kind: one % 3 === 0 ? "tools" : "",
            showName: "false",
          },
        },
        trigger: "manual",
      },
      locale: "sv-SE",
      localTimezone: "Europe/Stockholm",
    });

/** Text that only a receipt contains: the idea was stored. */
export const receiptMark = '"edit-idea"';

/** Stores the teams, an open round, its members, and their questions as asked. */
export const prepare = async (rows: Rows, people: number, are: People): Promise<void> => {
  const now = Date.now();
  const aTeam = async (at: number) => {
    const id = teamIdOf(tenantId, teamsTeamId(at));
    const team: Team = {
      id,
      tenantId,
      serviceUrl,
      teamsId: teamsTeamId(at),
      name: `Ward ${at}`,
      channelId: teamsTeamId(at),
      channels: [{ id: teamsTeamId(at), name: "General" }],
      addedAt: now - 30 * 86_400_000,
      leads: [],
      openRounds: [round],
      settings: defaultSettings("Europe/Stockholm", "sv"),
      largeTeamAgreed: true,
      toldNothing: false,
      nextPromptAt: now + 7 * 86_400_000,
      lastRound: round,
    };
    const members = Array.from({ length: perTeam }, (_, place) => at + place * teamCount(people));
    await rows.commit(teamPartition(id), [
      insertTeam(team),
      insertRound({ id: round, startedAt: now, digestAt: now + 5 * 86_400_000, state: "open" }),
    ]);
    const facts: Profile = are === "known" ? { seenLanguage: "sv" } : {};
    const changes = members.flatMap((one) => {
      const person = personOf(one);
      const member: Member = { person, teamsId: teamsId(one), name: "Sara Lind", standing: "member", chatId: chatId(one), ...facts };
      return [...putMember(member, undefined, now), insertAsk({ round, person })];
    });
    await rows.commit(teamPartition(id), changes);
    await Promise.all(
      members.map(async (one) => {
        await saveProfile(rows, personOf(one), { profile: {}, teams: [], left: [], isNew: true }, { chatId: chatId(one), ...facts });
        await joinTeam(rows, personOf(one), id);
      }),
    );
  };
  for (let at = 0; at < teamCount(people); at++) await aTeam(at);
};

/** Number of completely stored answers: idea, author's voice, the row of the author's list, and the question as answered. */
export const countStored = async (rows: Rows, people: number): Promise<number> => {
  let stored = 0;
  for (let at = 0; at < teamCount(people); at++) {
    const id = teamIdOf(tenantId, teamsTeamId(at));
    const answered = new Set((await readAsks(rows, id, round)).filter(({ answer }) => answer === "idea").map(({ person }) => person));
    for (const { idea } of await readIdeas(rows, id)) {
      const { author = "" } = idea;
      const [voices, mine] = await Promise.all([readVoices(rows, id, idea.id), readMine(rows, id, author, 10)]);
      if (answered.has(author) && voices.length === 1 && voices[0] === author && mine.some(({ id }) => id === idea.id)) stored += 1;
    }
  }
  return stored;
};
