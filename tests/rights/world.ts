import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect } from "vitest";
import { render } from "../../cards/index.ts";
import { dateOf } from "../../src/domain/asking/local-time.ts";
import type { Idea } from "../../src/domain/idea/idea.ts";
import { ideaIdOf, personIdOf, teamIdOf } from "../../src/domain/ids.ts";
import type { RefusalReason } from "../../src/domain/message/refusal.ts";
import { defaultSettings } from "../../src/domain/settings/default-settings.ts";
import type { Team } from "../../src/domain/teams/team.ts";
import { answer } from "../../src/entry/answer.ts";
import { realClock } from "../../src/entry/clock.ts";
import { recent } from "../../src/entry/recent.ts";
import type { RecentTeam } from "../../src/flows/flow.ts";
import type { Right } from "../../src/flows/route.ts";
import { openDoor } from "../../src/http/open-door.ts";
import { routesTo } from "../../src/http/routes.ts";
import { en } from "../../src/language/en/index.ts";
import { freePace } from "../../src/memory/free-pace.ts";
import { memoryJobs } from "../../src/memory/memory-jobs.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import type { Ports } from "../../src/ports.ts";
import { openSimilar } from "../../src/search/similar.ts";
import { insertIdea } from "../../src/store/change-idea.ts";
import { putMember } from "../../src/store/member.ts";
import { insertPassed, passedStepOf } from "../../src/store/passed.ts";
import { joinTeam, leaveTeam, type Person } from "../../src/store/person.ts";
import { insertTeam, teamPartition } from "../../src/store/team.ts";
import { listTeam } from "../../src/store/tenant.ts";
import { openTeams } from "../../src/teams/open-teams.ts";

/** A team with every kind of person in it and around it, who press and write through HTTP. */

const tenant = "11111111-1111-4111-8111-111111111111";
export type Kind = (typeof kinds)[number];
export const kinds = [
  "member",
  "guest",
  "left",
  "never there",
  "other team",
  "other tenant",
  "lead",
  "substitute",
  "former substitute",
  "former lead",
  "owner",
  "asked",
  "author",
  "admin",
  "coordinator",
  "office lead",
  "office guest",
  "left the office",
] as const;

/** People of the team to which ideas are passed on. The first two are its members. */
const officeKinds: readonly Kind[] = ["coordinator", "office lead", "office guest", "left the office"];

const members: readonly Kind[] = ["member", "lead", "substitute", "former substitute", "former lead", "owner", "asked", "author"];

/** Kinds of people that each right allows, in a team with a lead and about an idea with an owner. No other kind is allowed. */
export const may: Readonly<Record<Right, readonly Kind[]>> = {
  anyone: kinds,
  member: members,
  lead: ["lead", "substitute"],
  "lead-alone": ["lead"],
  "lead-or-admin": ["lead", "substitute", "admin"],
  "lead-adder-or-admin": ["lead", "substitute", "admin"],
  confirmer: ["lead", "substitute", "admin"],
  overseer: ["lead", "substitute", "admin"],
  admin: ["admin"],
  across: ["admin", "coordinator", "office lead"],
  "lead-or-across": ["lead", "substitute", "admin", "coordinator", "office lead"],
  "member-or-across": [...members, "admin", "coordinator", "office lead"],
  author: ["author"],
  "author-now": ["author"],
  holder: kinds.filter((kind) => kind !== "other tenant"),
  "member-or-author": members,
  "author-or-lead": ["author", "lead", "substitute"],
  "author-or-lead-now": ["author", "lead", "substitute"],
  owner: ["owner"],
  asked: ["owner"],
  "owner-or-lead": ["owner", "lead", "substitute"],
  coordinator: ["coordinator", "office lead"],
};

/** Kinds without the right come first, because an allowed press may change the idea. */
export const inOrder = (allowed: readonly Kind[]): readonly Kind[] =>
  [...kinds].sort((a, b) => Number(allowed.includes(a)) - Number(allowed.includes(b)));

/** Sentences for people who may not. */
const refusals: readonly RefusalReason[] = [
  "not-in-team",
  "not-a-lead",
  "not-an-admin",
  "not-across",
  "not-the-owner",
  "not-your-idea",
  "own-substitute",
  "no-team",
  "team-removed",
  "already-owned",
  "request-over",
  "not-a-coordinator",
];
const sentences = new Set(refusals.map((why) => en.refusals[why]("Owner of it")));

/** A row for anyone never refuses, and a row for members may answer with the owner's name. */
export const isRefused = (said: string, right: Right) =>
  sentences.has(said) && right !== "anyone" && !(right === "member" && said === en.refusals["already-owned"]("Owner of it"));

const entraIds = new Map(kinds.map((kind, at) => [kind, `20000000-0000-4000-8000-${String(at).padStart(12, "0")}`]));
const tenantOf = (kind: Kind) => (kind === "other tenant" ? "99999999-9999-4999-8999-999999999999" : tenant);
export const idOf = (kind: Kind) => personIdOf(tenantOf(kind), { entraId: entraIds.get(kind) ?? "", teamsId: "" });
const nameOf = (kind: Kind) => (kind === "owner" ? "Owner of it" : kind);

export const teamsIds = {
  own: "19:own@thread.tacv2",
  other: "19:other@thread.tacv2",
  leaderless: "19:leaderless@thread.tacv2",
  office: "19:office@thread.tacv2",
} as const;
export const team = teamIdOf(tenant, teamsIds.own);
/** With the people of the first, and nobody who leads it. */
export const leaderless = teamIdOf(tenant, teamsIds.leaderless);
const office = teamIdOf(tenant, teamsIds.office);
const otherTeam = teamIdOf(tenant, teamsIds.other);

/** A lead who is away, with a substitute now, and with one until yesterday. */
const away = personIdOf(tenant, { entraId: "30000000-0000-4000-8000-000000000000", teamsId: "" });
const dayIn = (days: number) => dateOf(Date.now() + days * 86_400_000, "Europe/Stockholm");
const substitutes = [
  { id: "a", lead: away, person: idOf("former substitute"), until: dayIn(-1) },
  { id: "b", lead: away, person: idOf("substitute"), until: dayIn(1) },
];

const aTeam = (teamsId: string, serviceUrl: string, leads: readonly string[]): Team => ({
  id: teamIdOf(tenant, teamsId),
  tenantId: tenant,
  serviceUrl,
  teamsId,
  name: teamsId === teamsIds.own ? "Own team" : "Other team",
  channelId: teamsId,
  channels: [],
  addedAt: Date.now() - 30 * 86_400_000,
  nextPromptAt: Date.now() + 86_400_000,
  leads,
  openRounds: [],
  settings: defaultSettings("Europe/Stockholm", "en"),
  largeTeamAgreed: false,
  toldNothing: false,
});

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Teams takes everything: where it does not, an answer in chat is tried again and waited for. */
const openLine = async () => {
  const line = createServer((request, response) => {
    request.resume();
    response.writeHead(request.method === "POST" ? 201 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify({ id: "message", members: [] }));
  });
  await once(line.listen(0, "127.0.0.1"), "listening");
  return { line, serviceUrl: `http://127.0.0.1:${(line.address() as AddressInfo).port}/` };
};

/** The facts of an idea that somebody is asked to own. */
export const wanted = { askedOwner: idOf("asked"), askedBy: idOf("lead"), askedDue: "2030-01-01", request: "a-request" } as const;

/** The facts of an idea that its owner plans. */
export const owned = { stage: "planned", owner: idOf("owner"), due: "2030-01-01" } as const;

/** The facts of an idea that a lead passed on, and the post about it. */
export const passedOn = { stage: "passed-on", passedTo: office } as const;
export const passedPost = `2300000000000|${"n".repeat(22)}`;

/** Opened before the tests of a file, and closed after them. */
export const openWorld = () => {
  const rows = memoryRows();
  /** Answers to words, in order: a sentence, or a card. */
  const answered: string[] = [];
  let numbers = 0;
  let opened: { readonly port: number; readonly serviceUrl: string; readonly close: () => Promise<void> };

  const fill = async (serviceUrl: string) => {
    const standing = { guest: "guest", left: "left", "office guest": "guest", "left the office": "left" } as const;
    const elsewhere: readonly Kind[] = ["never there", "other team", "other tenant", "admin", ...officeKinds];
    const rowsOf = (some: readonly Kind[]) =>
      some.flatMap((kind) => {
        const row = {
          person: idOf(kind),
          teamsId: `29:${kind}`,
          name: nameOf(kind),
          standing: kind in standing ? standing[kind as "guest"] : "member",
        } as const;
        return putMember(row, undefined, Date.now());
      });
    const people = rowsOf(kinds.filter((kind) => !elsewhere.includes(kind)));
    await rows.commit(teamPartition(office), [
      insertTeam({ ...aTeam(teamsIds.office, serviceUrl, [idOf("office lead")]), coordinatorsIn: teamsIds.office }),
      ...rowsOf(officeKinds),
    ]);
    await rows.commit(teamPartition(team), [
      insertTeam({ ...aTeam(teamsIds.own, serviceUrl, [idOf("lead"), away]), substitutes }),
      ...people,
    ]);
    await rows.commit(teamPartition(leaderless), [insertTeam(aTeam(teamsIds.leaderless, serviceUrl, [])), ...people]);
    await rows.commit(teamPartition(otherTeam), [
      insertTeam(aTeam(teamsIds.other, serviceUrl, [idOf("other team")])),
      ...putMember({ person: idOf("other team"), teamsId: "29:other", name: "other", standing: "member" }, undefined, Date.now()),
    ]);
    for (const kind of members) await joinTeam(rows, idOf(kind), team);
    for (const kind of ["guest", "left"] as const) await leaveTeam(rows, idOf(kind), team);
    await joinTeam(rows, idOf("other team"), otherTeam);
    for (const kind of ["coordinator", "office lead"] as const) await joinTeam(rows, idOf(kind), office);
    await listTeam(rows, aTeam(teamsIds.own, serviceUrl, []));
  };

  beforeAll(async () => {
    const { line, serviceUrl } = await openLine();
    await fill(serviceUrl);
    const teams = await openTeams({ settings: {}, serviceHosts: [], local: true, render, log });
    const ports: Ports = {
      rows,
      jobs: memoryJobs(realClock),
      channel: teams.channel,
      pace: freePace,
      clock: realClock,
      chance: { id: () => randomUUID().replaceAll("-", "").slice(0, 22), fraction: () => 0.5 },
      similar: openSimilar(),
      findings: async () => [],
      log,
    };
    const never = () => false;
    const settings = {
      local: false,
      zone: "Europe/Stockholm",
      admins: [entraIds.get("admin") ?? ""],
      // Nobody is known from before.
      people: recent<Person>(() => 0, 0, 1, never),
      teams: recent<RecentTeam | undefined>(() => 0, 0, 1, never),
      withinMs: 10_000,
    };
    const door = await openDoor({
      port: 0,
      host: "127.0.0.1",
      local: true,
      routes: routesTo({
        admit: teams.admit,
        messages: (request, response) =>
          teams.handle(request, response, async (incoming) => {
            const reply = await answer(incoming, ports, settings);
            if (reply) answered.push(render(reply.message, reply.language).text ?? "a card");
            return reply;
          }),
        live: () => ({}),
        ready: async () => ({ ok: true, parts: {} }),
      }),
      log,
    });
    const close = async () => {
      await door.close();
      await teams.close();
      line.closeAllConnections();
      line.close();
    };
    opened = { port: door.port, serviceUrl, close };
  });
  afterAll(() => opened.close());

  const activity = (kind: Kind, more: object) => ({
    id: randomUUID(),
    channelId: "msteams",
    serviceUrl: opened.serviceUrl,
    from: { id: `29:${kind}`, name: nameOf(kind), aadObjectId: entraIds.get(kind) },
    recipient: { id: "28:gnist", name: "Gnist" },
    conversation: { conversationType: "personal", tenantId: tenantOf(kind), id: `a:${kind}` },
    channelData: { tenant: { id: tenantOf(kind) } },
    locale: "en-GB",
    ...more,
  });

  const post = async (body: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${opened.port}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    const text = await response.text();
    return text === "" ? undefined : JSON.parse(text);
  };

  /** In which place words are written: somebody's own chat, or the channel of the team, by a mention. */
  const places = {
    chat: (_kind: Kind, text: string) => ({ text }),
    channel: (kind: Kind, text: string) => ({
      text: `<at>Gnist</at> ${text}`,
      conversation: { conversationType: "channel", isGroup: true, tenantId: tenantOf(kind), id: teamsIds.own },
      channelData: {
        teamsChannelId: teamsIds.own,
        teamsTeamId: teamsIds.own,
        channel: { id: teamsIds.own },
        team: { id: teamsIds.own },
        tenant: { id: tenantOf(kind) },
      },
      entities: [{ type: "mention", text: "<at>Gnist</at>", mentioned: { id: "28:gnist", name: "Gnist" } }],
    }),
  };

  return {
    rows,

    /** An idea of its own for each press or word: what one changes is nothing to the next. */
    anIdea: async (facts: Partial<Idea> = owned): Promise<Idea & { readonly number: number }> => {
      numbers += 1;
      const number = numbers;
      const idea = {
        id: ideaIdOf(`idea ${number}`),
        author: idOf("author"),
        createdAt: Date.now(),
        friction: `Idea ${number}`,
        showName: false,
        stage: "new",
        voices: 1,
        digest: "2026-W40",
        ...facts,
        number,
      } as const;
      const step = passedStepOf(idea.id, passedPost);
      const isPassed = facts.stage === "passed-on";
      await rows.commit(teamPartition(team), [
        ...insertIdea(isPassed ? { ...idea, passedStep: step } : idea),
        ...(isPassed ? [insertPassed(idea.id, step, { to: office, channelId: teamsIds.office })] : []),
        { do: "insert", key: `number|${number}`, values: { v: 1, idea: idea.id } },
      ]);
      return idea;
    },

    /** @returns the answer to a press: a sentence, or a card. */
    presses: async (kind: Kind, data: object): Promise<string> => {
      const invoke = { type: "invoke", name: "adaptiveCard/action", value: { action: { type: "Action.Execute", data } } };
      const { type, value } = (await post(activity(kind, invoke))) as { type: string; value: unknown };
      return type === "application/vnd.microsoft.activity.message" ? String(value) : JSON.stringify(value);
    },

    /** @returns the answer to words: a sentence, or that it was a card. */
    writes: async (kind: Kind, text: string, place: keyof typeof places): Promise<string> => {
      const before = answered.length;
      await post(activity(kind, { type: "message", ...places[place](kind, text) }));
      expect(answered.length).toBe(before + 1);
      return answered[before] ?? "";
    },
  };
};
