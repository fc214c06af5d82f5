import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { logEvents } from "../src/domain/log-events.ts";
import { memoryRows } from "../src/memory/memory-rows.ts";
import { StoreFault } from "../src/ports.ts";
import { unwatched } from "../src/watch.ts";
import { hostileTexts } from "./hostile/texts.ts";
import { attributes, metricUnits, openExported, wrongInPoints, wrongInSpans } from "./world/exported.ts";
import { nextRound, thisRound } from "./world/moments.ts";
import type { Person } from "./world/people.ts";
import { line } from "./world/words.ts";
import { expectSay, startWorld, teamId, tenantId, type World } from "./world/world.ts";

const names = ["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg"];
let exported: ReturnType<typeof openExported>;
let world: World;
let [sara, omar, pia, jonas]: readonly Person[] = [];
beforeEach(async () => {
  exported = openExported();
  world = await startWorld(names, 1, { watch: exported.watch, team: "North clinic" });
  await world.added("Sara Lind");
  [sara, omar, pia, jonas] = names.map((name) => world.person(name));
});
afterEach(() => exported.stop());

const all = async () => [...exported.spans().map(spanOf), ...(await exported.points())].map((one) => JSON.stringify(one));
const spanOf = ({ name, kind, status, attributes, events, links, resource }: ReturnType<typeof exported.spans>[number]) => ({
  name,
  kind,
  status,
  attributes,
  events,
  links,
  resource: resource.attributes,
});

/** A round, from its question to what becomes of an idea, with texts that would stand out. */
const aRound = async (texts: readonly [string, string, string]): Promise<void> => {
  if (!sara || !omar || !pia || !jonas) throw new Error("nobody is there");
  await sara.sets({ "Without a trace: smallest group": "3" });
  await world.moveTo(thisRound.question);
  for (const [at, person] of [omar, pia, jonas].entries()) {
    await person.presses("Add details");
    await person.presses("Send", { [line]: texts[at] ?? "", ...(at === 0 ? {} : { "Without a trace": "true" }) });
  }
  await sara.writes("idea The key to the drugs cupboard is missing");
  await world.moveTo(thisRound.reminder);
  await world.moveTo(thisRound.digest);
  await pia.writes("me too #1");
  await omar.writes("take #2");
  await world.toNews();
  await omar.writes("my data");
  await jonas.writes("delete my data");
};

describe("What leaves the process", () => {
  test("holds no text, no name and no id, whatever people write and however Gnist fails", async () => {
    const [one = "", other = "", ...others] = Object.values(hostileTexts);
    await aRound(["Nobody told Zacharias Quist", one, other]);
    for (const text of others) await omar?.write(`idea ${text}`);
    world.expectTrouble();
    world.storeIs("down");
    await omar?.write("The lift is slow, says Zacharias Quist");
    world.storeIs("well");
    world.trouble.set(world.inChannel.address.conversationId, {
      outcome: "refused",
      why: "gone",
      detail: "404 Zacharias Quist is not here",
    });
    await world.moveTo(nextRound.digest);

    expect(exported.spans().length).toBeGreaterThan(200);
    expect(wrongInSpans(exported.spans())).toEqual([]);
    expect(wrongInPoints(await exported.points())).toEqual([]);
    const words = [...names.flatMap((name) => name.split(" ")), "Zacharias", "Quist", "EVIL", "North", "clinic", "cupboard", "lift"];
    const ids = [teamId, tenantId, ...names.map((name) => world.person(name).id), "entra-", "29:", "19:", "thread.tacv2", "https:"];
    const told = await all();
    expect(told.filter((one) => [...words, ...ids].some((word) => one.includes(word)))).toEqual([]);
  });

  test("is refused by these tests where something leaks", async () => {
    await aRound(["one", "two", "three"]);
    const [span] = exported.spans();
    if (!span) throw new Error("there is no span");
    const leak = (more: object) => wrongInSpans([Object.assign(Object.create(span), more)]);
    expect(leak({})).toEqual([]);
    expect(leak({ attributes: { "gnist.team": teamId } })).toEqual([`gnist.team=${teamId}`]);
    expect(leak({ attributes: { "gnist.outcome": "Sara Lind" } })).toEqual(["gnist.outcome=Sara Lind"]);
    expect(leak({ attributes: { "error.type": "StoreFault: Sara Lind" } })).toEqual(["error.type=StoreFault: Sara Lind"]);
    expect(leak({ name: "send to Sara Lind" })).toEqual(["the name send to Sara Lind"]);
    expect(leak({ events: [{ name: "exception" }] })).toEqual(["the event exception"]);
    expect(leak({ status: { code: 2, message: "Sara Lind" } })).toEqual(["the message Sara Lind"]);
    const point = { metric: "gnist.job.duration", unit: "s", attributes: { person: "29:1" }, value: 1 };
    expect(wrongInPoints([point, { ...point, metric: "gnist.team.size", attributes: {} }])).toEqual([
      "person=29:1",
      "the metric gnist.team.size in s",
    ]);
  });

  test("tells a text without a trace from no other: both presses leave one span of one length, and count as much in every metric", async () => {
    const counted = async () =>
      new Map(
        (await exported.points()).map(({ metric, attributes, value }) => [
          JSON.stringify([metric, attributes]),
          value as { readonly count: number; readonly sum: number },
        ]),
      );
    const shapeOf = async (person: Person | undefined, more: Readonly<Record<string, string>>) => {
      await person?.presses("Add details");
      exported.forget();
      const before = await counted();
      const answered = await person?.presses("Send", { [line]: "The rota is unfair", ...more });
      const grown = [...(await counted())].map(([key, { count, sum }]) => {
        const { count: counts, sum: sums } = before.get(key) ?? { count: 0, sum: 0 };
        return { key, count: count - counts, sum: sum - sums };
      });
      const spans = exported.spans().map(({ name, attributes, duration }) => ({ name, attributes, duration }));
      const turns = grown.filter(({ key, count }) => key.includes("http.server.request.duration") && count > 0);
      return { said: answered?.say, shape: { spans, turns, counts: grown.map(({ key, count }) => ({ key, count })) } };
    };
    await world.moveTo(thisRound.question);
    const usual = await shapeOf(omar, {});
    const traceless = await shapeOf(pia, { "Without a trace": "true" });
    expect([usual.said, traceless.said]).toEqual(["receipt", "kept-without-trace"]);
    expect(traceless.shape).toEqual(usual.shape);
    expect(usual.shape).toMatchObject({
      spans: [{ name: "POST /api/messages", duration: [0, 500_000_000] }],
      turns: [{ count: 1, sum: 0.5 }],
    });
  });
});

describe("A trace", () => {
  test("is one turn or one job with its calls, and nothing leads from a press to the jobs that it queued", async () => {
    await aRound(["one", "two", "three"]);
    const traces = new Set(exported.spans().map((span) => span.spanContext().traceId));
    for (const trace of traces) {
      const roots = exported.spans().filter((span) => span.parentSpanContext === undefined && span.spanContext().traceId === trace);
      expect(roots.map(({ name }) => name)).toEqual([expect.stringMatching(/^(POST \/api\/messages|tick|job [a-z-]+)$/)]);
    }
    const rows = JSON.stringify(world.queued()) + JSON.stringify(world.logged);
    expect([...traces].filter((id) => rows.includes(id))).toEqual([]);
  });

  test("of a job says which job, in which lane, at which attempt and with what end, and so does a turn of its kind", async () => {
    await world.moveTo(thisRound.question);
    await omar?.answers("one");
    const named = (name: string) => exported.spans().find((span) => span.name === name)?.attributes;
    expect(named("job ask-members")).toEqual({
      "gnist.job.name": "ask-members",
      "gnist.job.lane": "rounds",
      "gnist.job.attempt": 1,
      "gnist.outcome": "done",
    });
    expect(exported.spans().findLast(({ name }) => name === "POST /api/messages")?.attributes).toEqual({
      "http.request.method": "POST",
      "http.route": "/api/messages",
      "url.path": "/api/messages",
      "url.scheme": "http",
      "http.response.status_code": 200,
      "gnist.turn.kind": "pressed",
      "gnist.outcome": "done",
    });
    expect(named("tick")).toEqual({});
    expect(named("send post")).toEqual({ "gnist.send.operation": "post", "gnist.outcome": "sent" });
    expect(named("commit")).toEqual({ "db.system.name": "sqlite", "db.operation.name": "commit" });
  });

  test("of a turn that the store refused says so by the kind of the fault", async () => {
    world.expectTrouble();
    world.storeIs("down");
    expectSay(await omar?.write("#12"), "refusal");
    const turn = exported.spans().findLast(({ name }) => name === "POST /api/messages");
    expect(turn?.attributes).toMatchObject({ "gnist.turn.kind": "wrote", "gnist.outcome": "failed", "error.type": StoreFault.name });
    expect(turn?.status).toEqual({ code: 2 });
  });
});

describe("A metric", () => {
  const countOf = async (metric: string, wanted: Readonly<Record<string, unknown>>) =>
    (await exported.points()).filter(
      (point) => point.metric === metric && Object.entries(wanted).every(([key, value]) => point.attributes[key] === value),
    );

  test("says how late the question, the draft and the digest were against their moments", async () => {
    await world.moveTo(thisRound.question + 7_000);
    await omar?.answers("one");
    await world.moveTo(thisRound.draft + 40_000);
    await world.moveTo(thisRound.digest + 20 * 60_000);
    const lag = async (moment: string) => (await countOf("gnist.round.lag", { "gnist.round.moment": moment }))[0]?.value;
    const seconds = async (moment: string) => Math.round(((await lag(moment)) as { max: number } | undefined)?.max ?? -1);
    expect([await seconds("question"), await seconds("draft"), await seconds("digest")]).toEqual([
      expect.closeTo(7, -1),
      expect.closeTo(40, -1),
      expect.closeTo(1_200, -1),
    ]);
  });

  test("counts warnings and errors of the log by their event, and no line of a usual day", async () => {
    expect(await countOf("gnist.log.lines", {})).toEqual([]);
    world.expectTrouble();
    world.storeIs("down");
    await omar?.write("#12");
    expect(await countOf("gnist.log.lines", { "gnist.event": "answer-ended", "gnist.level": "warn" })).toMatchObject([{ value: 1 }]);
  });

  test("counts what Teams throttles, and the jobs that wait for it", async () => {
    world.expectTrouble();
    for (const name of names)
      world.trouble.set(world.person(name).chatId, {
        outcome: "later",
        afterMs: 60_000,
        cause: "throttled",
        detail: "429 TooManyRequests",
      });
    await world.moveTo(thisRound.question);
    const throttled = { "gnist.outcome": "later", "error.type": "throttled", "http.response.status_code": 429 };
    expect((await countOf("gnist.send.duration", throttled)).length).toBe(1);
    expect((await countOf("gnist.job.duration", { "gnist.job.name": "ask-members", "gnist.outcome": "later" })).length).toBe(1);
  });
});

test("Without an SDK there is no wrapper: each port and each way in stays the function that it was", () => {
  const rows = memoryRows();
  const answer = async () => undefined;
  expect(unwatched.rows(rows)).toBe(rows);
  expect(unwatched.answer(answer)).toBe(answer);
});

describe("docs/what-to-watch.md", () => {
  const page = readFileSync(join(import.meta.dirname, "../docs/what-to-watch.md"), "utf8");

  test("names every metric with its unit, every attribute and every event of the log that it tells to watch as they are", () => {
    for (const [metric, unit] of Object.entries(metricUnits)) expect(page).toContain(`| \`${metric}\` | ${unit} |`);
    for (const attribute of Object.keys(attributes)) expect(page).toContain(`\`${attribute}\``);
    const signs = page.slice(page.indexOf("## The signs"), page.indexOf("## Switch on"));
    const events = [...signs.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name = ""]) => name);
    const others = ["set-aside", "not-registered", "keys-not-reached", "ask-members", "draft-to-lead", "post-digest"];
    expect(events.filter((name) => !(name in logEvents) && !others.includes(name))).toEqual([]);
  });

  test("has the command that otel.mjs asks for, with the versions of package.json", () => {
    const { peerDependencies } = JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8"));
    const packages = Object.entries(peerDependencies).map(([name, version]) => `${name}@${version}`);
    expect(page).toContain(`npm install --no-save --save-prod --omit=dev ${packages.join(" ")}\n`);
  });
});
