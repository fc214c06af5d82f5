import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import type { ActionOf, Verb } from "../../src/domain/action.ts";
import type { Command } from "../../src/domain/commands.ts";
import type { Idea } from "../../src/domain/idea.ts";
import { ideaIdOf, personIdOf, teamIdOf } from "../../src/domain/ids.ts";
import type { RefusalReason } from "../../src/domain/message.ts";
import type { Team } from "../../src/domain/team.ts";
import { answer } from "../../src/entry/answer.ts";
import { realClock } from "../../src/entry/clock.ts";
import { recent } from "../../src/entry/recent.ts";
import { actions, commands } from "../../src/entry/routes.ts";
import { defaultSettings } from "../../src/flows/add-team.ts";
import type { KnownTeam } from "../../src/flows/flow.ts";
import type { Right } from "../../src/flows/right.ts";
import { openDoor } from "../../src/http/open-door.ts";
import { en } from "../../src/language/en.ts";
import { freePace } from "../../src/memory/free-pace.ts";
import { memoryJobs } from "../../src/memory/memory-jobs.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import type { Ports } from "../../src/ports.ts";
import { insertIdea } from "../../src/store/ideas.ts";
import { joinTeam, type Person, putMember } from "../../src/store/people.ts";
import { insertTeam, teamPartition } from "../../src/store/teams.ts";
import { listTeam } from "../../src/store/tenants.ts";
import { openTeams } from "../../src/teams/open-teams.ts";

/*
 * The table of rights, walked row by row through HTTP: every button and every command, by every kind of person. Whoever may not is told so in words; whoever
 * may is never told that they may not.
 */

const tenant = "11111111-1111-4111-8111-111111111111";
const kinds = [
  "member",
  "guest",
  "left",
  "never there",
  "other team",
  "other tenant",
  "lead",
  "former lead",
  "owner",
  "author",
  "admin",
] as const;
type Kind = (typeof kinds)[number];

/** Those who may, by the right that a row names. Nobody else may. */
const may: Readonly<Record<Right, readonly Kind[]>> = {
  anyone: kinds,
  member: ["member", "lead", "former lead", "owner", "author"],
  lead: ["lead"],
  "lead-or-admin": ["lead", "admin"],
  confirmer: ["lead", "admin"],
  overseer: ["lead", "admin"],
  admin: ["admin"],
  author: ["author"],
  owner: ["owner"],
  asked: ["owner"],
  "owner-or-lead": ["owner", "lead"],
};

/** What people are told who may not. */
const refusals: readonly RefusalReason[] = [
  "not-in-team",
  "not-a-lead",
  "not-an-admin",
  "not-the-owner",
  "not-your-idea",
  "no-team",
  "team-removed",
  "already-owned",
];
const sentences = new Set(refusals.map((why) => en.refusals[why]("Owner of it")));

const entraIds = new Map(kinds.map((kind, at) => [kind, `20000000-0000-4000-8000-${String(at).padStart(12, "0")}`]));
const tenantOf = (kind: Kind) => (kind === "other tenant" ? "99999999-9999-4999-8999-999999999999" : tenant);
const idOf = (kind: Kind) => personIdOf(tenantOf(kind), { entraId: entraIds.get(kind) ?? "", teamsId: "" });
const nameOf = (kind: Kind) => (kind === "owner" ? "Owner of it" : kind);

/** Teams takes everything: where it does not, an answer in chat is tried again and waited for. */
const line = createServer((request, response) => {
  request.resume();
  response.writeHead(request.method === "POST" ? 201 : 200, { "content-type": "application/json" });
  response.end(JSON.stringify({ id: "message", members: [] }));
});
await once(line.listen(0, "127.0.0.1"), "listening");
const serviceUrl = `http://127.0.0.1:${(line.address() as AddressInfo).port}/`;

const teamsIds = { own: "19:own@thread.tacv2", other: "19:other@thread.tacv2" } as const;
const team = teamIdOf(tenant, teamsIds.own);
const otherTeam = teamIdOf(tenant, teamsIds.other);

const aTeam = (id: string, teamsId: string, leads: readonly string[]): Team => ({
  id,
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

const verbs = Object.keys(actions) as Exclude<Verb, "choose-team">[];
const ideaOf = (name: string) => ideaIdOf(name);
const numberOf = (name: string) => [...verbs, ...Object.keys(commands)].indexOf(name as Verb) + 1;

const rows = memoryRows();
const fill = async () => {
  const now = Date.now();
  const standing = { guest: "guest", left: "left" } as const;
  const here = kinds.filter((kind) => !["never there", "other team", "other tenant", "admin"].includes(kind));
  await rows.commit(teamPartition(team), [
    insertTeam(aTeam(team, teamsIds.own, [idOf("lead")])),
    ...here.flatMap((kind) =>
      putMember(
        {
          person: idOf(kind),
          teamsId: `29:${kind}`,
          name: nameOf(kind),
          standing: kind in standing ? standing[kind as "guest"] : "member",
        },
        undefined,
        now,
      ),
    ),
  ]);
  await rows.commit(teamPartition(otherTeam), [
    insertTeam(aTeam(otherTeam, teamsIds.other, [idOf("other team")])),
    ...putMember({ person: idOf("other team"), teamsId: "29:other", name: "other", standing: "member" }, undefined, now),
  ]);
  for (const kind of may.member) await joinTeam(rows, idOf(kind), team);
  await joinTeam(rows, idOf("other team"), otherTeam);
  await listTeam(rows, aTeam(team, teamsIds.own, []));
  // Each row of the table has an idea of its own: what one press changes is nothing to the next.
  for (const name of [...verbs, ...Object.keys(commands)]) {
    const idea: Idea = {
      id: ideaOf(name),
      author: idOf("author"),
      createdAt: now,
      friction: `For ${name}`,
      showName: false,
      stage: "planned",
      voices: 1,
      number: numberOf(name),
      digest: "2026-W40",
      ...(name === "propose-owner" ? {} : { owner: idOf("owner"), due: "2030-01-01" }),
    };
    await rows.commit(teamPartition(team), [
      ...insertIdea(idea),
      { do: "insert", key: `number|${numberOf(name)}`, values: { v: 1, idea: idea.id } },
    ]);
  }
};

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const teams = await openTeams({ settings: {}, serviceHosts: [], local: true, render, log });
const ports: Ports = {
  rows,
  jobs: memoryJobs(realClock),
  channel: teams.channel,
  pace: freePace,
  clock: realClock,
  chance: { id: () => randomUUID().replaceAll("-", "").slice(0, 22), fraction: () => 0.5 },
  log,
};
const settings = {
  local: false,
  zone: "Europe/Stockholm",
  admins: [entraIds.get("admin") ?? ""],
  // Nobody is known from before.
  people: recent<Person>(
    () => 0,
    0,
    1,
    () => false,
  ),
  teams: recent<KnownTeam | undefined>(
    () => 0,
    0,
    1,
    () => false,
  ),
  withinMs: 10_000,
};

/** What was answered to words, in order: a sentence, or a card. */
const answered: string[] = [];

let door: Awaited<ReturnType<typeof openDoor>>;
beforeAll(async () => {
  await fill();
  door = await openDoor({
    port: 0,
    host: "127.0.0.1",
    local: true,
    messages: (request, response) =>
      teams.handle(request, response, async (incoming) => {
        const reply = await answer(incoming, ports, settings);
        if (reply) answered.push(render(reply.message, reply.language).text ?? "a card");
        return reply;
      }),
    live: () => ({}),
    ready: async () => ({ ok: true, parts: {} }),
    log,
  });
});
afterAll(async () => {
  await door.close();
  await teams.close();
  line.closeAllConnections();
  line.close();
});

const activity = (kind: Kind, more: object) => ({
  id: randomUUID(),
  channelId: "msteams",
  serviceUrl,
  from: { id: `29:${kind}`, name: nameOf(kind), aadObjectId: entraIds.get(kind) },
  recipient: { id: "28:gnist", name: "Gnist" },
  conversation: { conversationType: "personal", tenantId: tenantOf(kind), id: `a:${kind}` },
  channelData: { tenant: { id: tenantOf(kind) } },
  locale: "en-GB",
  ...more,
});

const post = async (body: object): Promise<unknown> => {
  const response = await fetch(`http://127.0.0.1:${door.port}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  const text = await response.text();
  return text === "" ? undefined : JSON.parse(text);
};

/** What a press is answered with: a sentence, or a card. */
const presses = async (kind: Kind, data: object): Promise<string> => {
  const invoke = { type: "invoke", name: "adaptiveCard/action", value: { action: { type: "Action.Execute", data } } };
  const { type, value } = (await post(activity(kind, invoke))) as { type: string; value: unknown };
  return type === "application/vnd.microsoft.activity.message" ? String(value) : JSON.stringify(value);
};

/** What each button sends, beside its verb and its team. */
const sent: {
  readonly [V in Exclude<Verb, "choose-team">]: Omit<ActionOf<V>, "verb" | "team" | "idea" | "written"> & {
    readonly [more: string]: unknown;
  };
} = {
  "claim-lead": {},
  "confirm-lead": { person: idOf("never there") },
  "refuse-lead": { person: idOf("member") },
  "agree-large-team": {},
  "show-settings": {},
  "save-settings": {
    written: undefined,
    language: "en",
    zone: "Europe/Stockholm",
    promptWeekday: "4",
    promptTime: "13:00",
    everyWeeks: "1",
    reminderWeekday: "1",
    reminderTime: "10:00",
    digestWeekday: "2",
    digestTime: "13:00",
    draftHours: "4",
    daysToDue: "14",
    channelId: teamsIds.own,
    leads: idOf("lead"),
    notAsked: "",
  },
  "send-test": {},
  "submit-idea": { secret: "s".repeat(22), friction: "The printer jams" },
  "answer-nothing": {},
  "ask-later": { round: "2026-W48" },
  pause: {},
  resume: {},
  "add-another": {},
  "edit-idea": {},
  "save-idea": { friction: "Changed" },
  "withdraw-idea": {},
  "restore-idea": { written: { friction: "Changed" } },
  "show-receipt": {},
  "show-draft": {},
  "hold-form": {},
  "hold-idea": { reason: "a reason" },
  "release-idea": {},
  "propose-form": {},
  "propose-owner": { person: idOf("member"), due: "2030-01-01" },
  "title-form": {},
  "edit-title": { title: "A title" },
  "post-now": { nonce: "2026-W48" },
  "show-digest": { digest: "2026-W48" },
  "all-ideas": { page: 0 },
  "add-voice": {},
  "take-voice-back": {},
  "take-idea": {},
  "assign-form": {},
  "assign-owner": { person: idOf("member"), due: "2030-01-01" },
  "accept-idea": { due: "2030-01-01", test: "" },
  "decline-idea": { reason: "a reason" },
  "plan-idea": { due: "2030-01-01", test: "" },
  "finish-form": {},
  "finish-idea": { result: "a result" },
  "reopen-idea": {},
  "show-my-ideas": {},
  "show-my-actions": {},
  "post-digest-again": { digest: "2026-W48" },
  "digest-is-there": { digest: "2026-W48" },
  "show-status": {},
  "show-teams": { page: 0 },
};

/** A row for anyone has nothing to refuse, and one for members may say who owns the idea. */
const isRefused = (said: string, right: Right) =>
  sentences.has(said) && right !== "anyone" && !(right === "member" && said === en.refusals["already-owned"]("Owner of it"));

/** Those who may not come first: an allowed press may change what it is pressed on. */
const inOrder = (right: Right): readonly Kind[] =>
  [...kinds].sort((a, b) => Number(may[right].includes(a)) - Number(may[right].includes(b)));

describe("the button", () => {
  test.each(verbs)("%s works for those alone whom its row names", async (verb) => {
    const { right } = actions[verb];
    for (const kind of inOrder(right)) {
      const said = await presses(kind, { ...sent[verb], verb, team, idea: ideaOf(verb) });
      expect([kind, isRefused(said, right) ? "refused" : "answered", said.slice(0, 120)]).toEqual([
        kind,
        may[right].includes(kind) || onlyTheirOwn(verb, kind) ? "answered" : "refused",
        said.slice(0, 120),
      ]);
    }
  });

  test("an author who has left, or is a guest now, still withdraws and edits", async () => {
    for (const kind of ["left", "guest"] as const) {
      const id = ideaIdOf(`of ${kind}`);
      await rows.commit(
        teamPartition(team),
        insertIdea({ id, author: idOf(kind), createdAt: Date.now(), friction: "Mine", showName: false, stage: "new", voices: 1 }),
      );
      expect(await presses(kind, { verb: "save-idea", team, idea: id, friction: "Mine, changed" })).toContain("Mine, changed");
      expect(await presses(kind, { verb: "withdraw-idea", team, idea: id })).toContain(en.receipt.withdrawn);
    }
  });
});

/** The list of teams shows those who lead some their own: the lead of the other team sees that one. */
const onlyTheirOwn = (name: string, kind: Kind): boolean => ["show-teams", "status"].includes(name) && kind === "other team";

describe("the command", () => {
  const names = Object.keys(commands).filter((name) => name !== "offer" && name !== "next") as Exclude<Command["command"], "next">[];
  const phraseOf = (name: (typeof names)[number]): string => {
    if (name === "story") return `#${numberOf(name)}`;
    const [phrase] = en.commands[name];
    if (["me-too", "take", "not-me", "assign", "done"].includes(name))
      return `${phrase} #${numberOf(name)} ${name === "assign" ? "member" : "a reason"}`.trim();
    return name === "idea" ? `${phrase} the printer jams` : phrase;
  };

  test.each(names)("%s in one's own chat works for those alone whom its row names", async (name) => {
    const { right } = commands[name];
    for (const kind of inOrder(right)) {
      const text = name === "me-too" || name === "take" ? `${en.commands[name][0]} #${numberOf(name)}` : phraseOf(name);
      const before = answered.length;
      await post(activity(kind, { type: "message", text }));
      const said = answered[before] ?? "";
      // Somebody of another team is answered for that one.
      const isElsewhere = kind === "other team" && right !== "overseer" && right !== "admin";
      expect([kind, isRefused(said, right) ? "refused" : "answered"]).toEqual([
        kind,
        may[right].includes(kind) || isElsewhere || onlyTheirOwn(name, kind) ? "answered" : "refused",
      ]);
    }
  });
});
