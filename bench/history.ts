import { randomBytes } from "node:crypto";
import { render } from "../cards/index.ts";
import { openStorage } from "../src/azure/open-storage.ts";
import type { Idea } from "../src/domain/idea/idea.ts";
import { extraDigestId, personIdOf, teamIdOf } from "../src/domain/ids.ts";
import type { Place, Who } from "../src/domain/incoming.ts";
import type { Say } from "../src/domain/message/index.ts";
import { defaultSettings } from "../src/domain/settings/default-settings.ts";
import type { Team } from "../src/domain/teams/team.ts";
import { answer } from "../src/entry/answer.ts";
import { realClock } from "../src/entry/clock.ts";
import { recent } from "../src/entry/recent.ts";
import { runJob } from "../src/entry/worker.ts";
import type { RecentTeam } from "../src/flows/flow.ts";
import { freePace } from "../src/memory/free-pace.ts";
import { memoryJobs } from "../src/memory/memory-jobs.ts";
import type { Channel, Ports, Rows } from "../src/ports.ts";
import { openSimilar } from "../src/search/similar.ts";
import { openSqlite } from "../src/sqlite/open-sqlite.ts";
import { insertIdea } from "../src/store/change-idea.ts";
import { putMember } from "../src/store/member.ts";
import { joinTeam, type Person } from "../src/store/person.ts";
import { insertTeam, teamPartition } from "../src/store/team.ts";
import { fillYears } from "../tests/store/years.ts";
import { noDrive } from "../tests/world/drive.ts";
import { type Figure, median, saveResult, say } from "./result.ts";
import { inAFolder, inAzurite } from "./store.ts";

/**
 * Year five: `npm run bench -- history [ended]`. Presses and commands in a team with 50 open ideas, against an equal team that also has 20,000 ended ones, in
 * turns, on both engines; the store is real, Teams answers at once. Azurite scans a whole partition for each row it reads, which Azure does not: so there the
 * team has 2,000 ended ideas, and times are also given in reads of one row. About two minutes.
 */
export const benchHistory = async (ended = 20_000): Promise<void> => {
  const figures: Figure[] = [];
  const compare = async (engine: string, few: Rows, many: Rows, years: number) => {
    const from = performance.now();
    const teams = [await startTeam(few, 0), await startTeam(many, years)] as const;
    figures.push([`${engine}: ideas, open and ended`, `${open}, ${years.toLocaleString("en")}`, ""]);
    say(`${engine}: filled in ${Math.round((performance.now() - from) / 1_000)} s`);
    for (let turn = 0; turn < turns; turn++) for (const team of turn % 2 === 0 ? teams : [...teams].reverse()) await team.takeTurn(turn);
    const middle = (what: string, of: "took" | "made") => teams.map((team) => median((team[of][what] ?? []).slice(warmUps)));
    const [read = 0, laterRead = 0] = middle(bare, "took");
    for (const what of Object.keys(teams[0].took)) {
      const [short = 0, long = 0] = middle(what, "took");
      const [calls, later] = middle(what, "made");
      const inReads = [short / read, long / laterRead] as const;
      const times = `${short.toFixed(2)} ms, ${long.toFixed(2)} ms: ${(long / short).toFixed(2)}`;
      const reads = `; in reads ${inReads.map((one) => one.toFixed(0)).join(", ")}: ${(inReads[1] / inReads[0]).toFixed(2)}; calls ${calls}, ${later}`;
      figures.push([`${engine}: ${what}`, what === bare ? times : `${times}${reads}`, what === bare ? "" : "≤ 1.1"]);
    }
  };
  await inAFolder((one) =>
    inAFolder(async (other) => {
      const stores = [await openSqlite(one), await openSqlite(other)] as const;
      await compare("a file", stores[0].rows, stores[1].rows, ended);
      for (const store of stores) await store.close();
    }),
  );
  await inAzurite((few) =>
    inAzurite(async (many) => {
      const stores = [await openStorage({ connectionString: few }), await openStorage({ connectionString: many })] as const;
      await compare("Azurite", stores[0].rows, stores[1].rows, Math.min(ended, 2_000));
    }),
  );
  await saveResult("Year five", `npm run bench -- history${ended === 20_000 ? "" : ` ${ended}`}`, figures);
};

const bare = "a bare read of a row";
const open = 50;
const turns = 40;
const warmUps = 8;
const people = 60;
/** Two authors only, so that each has more than one page of ideas in both teams. */
const authors = 2;
const tenantId = "11111111-1111-4111-8111-111111111111";
const teamsId = "19:north@thread.tacv2";
const id = teamIdOf(tenantId, teamsId);
const address = { tenantId, serviceUrl: "http://127.0.0.1:1/", conversationId: teamsId };
const channelPlace: Place = { kind: "channel", address, team: id, teamsTeamId: teamsId, channelId: teamsId };

const whoOf = (at: number): Who => {
  const known = { teamsId: `29:${at}`, entraId: `20000000-0000-4000-8000-${String(at).padStart(12, "0")}` };
  return { ...known, person: personIdOf(tenantId, known), name: `Person ${at}`, language: "en" };
};
const chatOf = (at: number): Place => ({ kind: "chat", address: { ...address, conversationId: `chat:${at}` } });
const ideaId = (at: number) => `open${String(at).padStart(18, "0")}`;

const channel: Channel = {
  ...noDrive,
  openChat: async () => ({ got: "chat" }),
  post: async (_to, message, language) => {
    render(message, language);
    return { outcome: "sent", messageId: "m" };
  },
  update: async () => ({ outcome: "sent", messageId: "m" }),
  roster: async () => ({ got: { members: [] } }),
  teamName: async () => ({ got: "" }),
  channels: async () => ({ got: [] }),
};

/** Stores a team whose people take turns. */
const startTeam = async (store: Rows, ended: number) => {
  let calls = 0;
  const counted = <A extends readonly unknown[], R>(call: (...given: A) => R): ((...given: A) => R) => {
    return (...given) => {
      calls += 1;
      return call(...given);
    };
  };
  const rows: Rows = {
    get: counted((...given) => store.get(...given)),
    list: counted((...given) => store.list(...given)),
    commit: counted((...given) => store.commit(...given)),
    forget: counted((...given) => store.forget(...given)),
  };
  const now = Date.now();
  const members = Array.from({ length: people }, (_, at) => whoOf(at));
  const team: Team = {
    id,
    tenantId,
    serviceUrl: address.serviceUrl,
    teamsId,
    name: "North clinic",
    channelId: teamsId,
    channels: [{ id: teamsId, name: "General" }],
    addedAt: now - 5 * 365 * 86_400_000,
    leads: [members[0]?.person ?? ""],
    openRounds: [],
    settings: defaultSettings("Europe/Stockholm", "en"),
    largeTeamAgreed: true,
    toldNothing: false,
  };
  await rows.commit(teamPartition(id), [
    insertTeam(team),
    ...members.flatMap(({ person, teamsId, name }) => putMember({ person, teamsId, name, standing: "member" }, undefined, now)),
  ]);
  for (const { person } of members) await joinTeam(rows, person, id);
  const ideaOf = (at: number): Idea => ({
    id: ideaId(at),
    author: whoOf(at % authors).person,
    createdAt: now - (open - at) * 60_000,
    friction: `The lamps in corridor ${at} flicker.`,
    showName: false,
    stage: "new",
    voices: 1,
  });
  for (let at = 0; at < open; at++) await rows.commit(teamPartition(id), insertIdea(ideaOf(at)));
  await fillYears(rows, id, { ended, people: members.slice(0, authors).map(({ person }) => person), until: now - 86_400_000 });

  const ports: Ports = {
    rows,
    jobs: memoryJobs(realClock),
    channel,
    pace: freePace,
    clock: realClock,
    chance: { id: () => randomBytes(16).toString("base64url"), fraction: Math.random },
    similar: openSimilar(),
    findings: async () => [],
    log: { info: () => undefined, warn: () => undefined, error: (event, facts) => console.error(event, facts) },
  };
  const settings = {
    local: false,
    zone: "Europe/Stockholm",
    admins: [],
    people: recent<Person>(Date.now, 600_000, 100, () => true),
    teams: recent<RecentTeam | undefined>(Date.now, 600_000, 100, () => true),
    withinMs: 60_000,
  };
  const press = async (at: number, data: object, say: Say, place: Place = channelPlace) => {
    const reply = await answer({ happened: "pressed", who: whoOf(at), place, data }, ports, settings);
    if (reply?.message.say !== say) throw new Error(`expected ${say}, got ${JSON.stringify(reply?.message)}`);
    render(reply.message, reply.language);
  };
  const postDigest = (name: string) =>
    runJob({ job: "post-digest", team: id, digest: extraDigestId(id, name), by: team.leads[0] ?? "" }, ports);
  await postDigest("first");

  const took: Record<string, number[]> = {};
  const made: Record<string, number[]> = {};
  const timed = async (what: string, act: () => Promise<unknown>) => {
    const from = performance.now();
    calls = 0;
    await act();
    took[what] = [...(took[what] ?? []), performance.now() - from];
    made[what] = [...(made[what] ?? []), calls];
  };
  const takeTurn = async (turn: number) => {
    const about = { team: id, idea: ideaId(turn), digest: extraDigestId(id, "first") };
    const author = turn % authors;
    const [voice, owner] = [authors + (turn % (people - authors)), authors + ((turn + 1) % (people - authors))];
    await timed(bare, () => rows.get(teamPartition(id), `idea|${about.idea}`));
    await timed("Me too", () => press(voice, { verb: "add-voice", ...about }, "digest"));
    await timed("I'll take it", () => press(owner, { verb: "take-idea", ...about }, "digest"));
    await timed("my ideas", () => press(author, { verb: "show-my-ideas" }, "my-ideas", chatOf(author)));
    await rows.commit(teamPartition(id), insertIdea({ ...ideaOf(turn), id: `new${String(turn).padStart(19, "0")}` }));
    await timed("draft", () => press(0, { verb: "show-draft", team: id }, "draft", chatOf(0)));
    await timed("digest", () => postDigest(`turn-${turn}`));
  };
  return { takeTurn, took, made };
};
